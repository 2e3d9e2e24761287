import { html, useState } from "./vendor/htm-preact.js";
import { dated, inr } from "./money.js";
import { Banners, Tabs, Top } from "./parts.js";
import { say } from "./words.js";
import { collectedHere, countedOf, overdueOf, sheetRowOf, sheetRows, state } from "./work.js";

/** The lines of run sheets first, as they are numbered, then the rest of the round. */
function inOrder() {
  const rows = sheetRows();
  const ids = new Set([...rows.map((each) => each.party_id), ...(state.round?.tags || []).map(([id]) => id)]);
  return [...ids].map((id) => state.parties.get(id)).filter((each) => each);
}

function isFound(party, text) {
  const wanted = text.trim().toLowerCase();
  const told = [party.name, party.code, party.beat, ...party.phones].join(" ").toLowerCase();
  return wanted.split(/\s+/).every((word) => told.includes(word));
}

export function Round() {
  const [text, setText] = useState("");
  const parties = inOrder().filter((each) => isFound(each, text));
  const rows = sheetRows();
  const ended = rows.filter((each) => each.outcome).length;
  const owed = parties.reduce((sum, each) => sum + each.balance_paise - collectedHere(each.id), 0);
  return html`<${Top} title=${state.round?.me?.firm || "CollectIQ"} />
    <main>
      <${Banners} />
      <div class="strip">
        <div><small>${say("today")}</small><b>${dated(state.round?.today_on)}</b></div>
        <div><small>${say("parties")}</small><b>${parties.length}</b></div>
        <div class="right"><small>${say("to_collect")}</small><b class="num">${inr(owed)}</b></div>
      </div>
      ${rows.length > 0 && html`<p class="notice plain" data-ended=${ended}>${say("sheet_so_far", { number: [...new Set(rows.map((each) => each.number))].join(", "), ended, n: rows.length })}</p>`}
      <input class="search" type="search" placeholder=${say("search")} value=${text}
        aria-label=${say("search")} onInput=${(happening) => setText(happening.target.value)} />
      <ol class="list">${parties.map((each, n) => html`<${Row} key=${each.id} party=${each} n=${n + 1} />`)}</ol>
      ${!parties.length && html`<p class="empty">${say(text ? "none_found" : "no_parties")}</p>`}
    </main>
    <${Tabs} at="round" />`;
}

function Row({ party, n }) {
  const paise = party.balance_paise - collectedHere(party.id);
  const row = sheetRowOf(party.id);
  const isVisited = row ? Boolean(row.outcome) :
    countedOf(party.id).length > 0 ||
    [...party.visits, ...party.receipts].some((each) => each.on === state.round.today_on);
  return html`<li><a href=${`#/party/${party.id}`} class="row">
    <span class=${`n ${row ? "sheet" : ""} ${isVisited ? "done" : ""}`}>${isVisited ? "✓" : row ? row.row : n}</span>
    <span class="who"><b>${party.name}</b><small>${[party.beat, party.code].filter(Boolean).join(" · ")}</small></span>
    <span class="num"><b>${inr(paise)}</b>
      ${overdueOf(party) > 0 && html`<small class="badtext">${say("days_late", { n: party.oldest_days })}</small>`}</span>
    <${Marks} party=${party} outcome=${row?.outcome} />
  </a></li>`;
}

export function Marks({ party, outcome }) {
  const promise = party.promises.find((each) => each.state === "waiting");
  const risk = party.risk;
  const toBank = party.cheques.filter((each) => each.state === "in_hand").length;
  return html`<span class="chips">
    ${outcome && html`<i class="chip good">${say(outcome)}</i>`}
    ${promise && html`<i class="chip accent">${say("promised_by", { on: dated(promise.promised_on), amount: inr(promise.amount_paise) })}</i>`}
    ${party.bounced_paise > 0 && html`<i class="chip bad">${say("bounced")}</i>`}
    ${toBank > 0 && html`<i class="chip">${say("cheques_n", { n: toBank })}</i>`}
    ${risk && risk.category !== "safe" && html`<i class=${`chip ${risk.category === "risky" ? "bad" : "warn"}`}>
      ${say(`risk_${risk.category}`)}${risk.score === null ? "" : ` 0.${String(risk.score).padStart(3, "0").slice(0, 2)}`}</i>`}
  </span>`;
}
