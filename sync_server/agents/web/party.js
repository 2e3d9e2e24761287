import { html, useState } from "./vendor/htm-preact.js";
import { dated, inr, plusDays, todayOn } from "./money.js";
import { Banners, go, Top } from "./parts.js";
import { Marks } from "./round.js";
import { remindLink } from "./sharing.js";
import { said, say, sayOr } from "./words.js";
import {
  collectedHere, countedOf, doIt, isPostDated, mayChange, openBills, overdueOf, promiseOf, remindersOf, sheetRowOf, state, toRemind,
} from "./work.js";

/** How soon a second reminder is asked about first. */
const REMIND_AGAIN_DAYS = 3;

export function Party({ id }) {
  const party = state.parties.get(id);
  if (!party) return html`<${Top} title=${say("gone")} back /><main><p class="empty">${say("gone_more")}</p></main>`;
  const here = collectedHere(id);
  const phone = party.phones[0];
  return html`<${Top} title=${party.name} back />
    <main>
      <${Banners} />
      <section class="card">
        <small>${say("balance")}</small>
        <p class="big num" data-balance=${party.balance_paise - here}>${inr(party.balance_paise - here)}</p>
        ${here > 0 && html`<small>${say("with_waiting", { amount: inr(here) })}</small>`}
        <div class="pairs">
          <span>${say("overdue")}</span><b class="num badtext">${inr(overdueOf(party))}</b>
          ${party.on_account_paise !== 0 && html`<span>${say("on_account")}</span><b class="num">${inr(-party.on_account_paise)}</b>`}
        </div>
        <${Marks} party=${party} />
        <${OnSheet} row=${sheetRowOf(id)} />
        ${party.risk && html`<ul class="why">${party.risk.reasons.map((each) => html`<li>${said(each.text, each.template, each.values)}</li>`)}</ul>`}
        ${party.address.length > 0 && html`<p class="muted">${party.address.join(", ")}</p>`}
        ${party.note && html`<p class="muted">${party.note}</p>`}
        <div class="links">
          ${phone && html`<a class="quiet" href=${`tel:${party.mobile ? `+91${party.mobile}` : phone}`}>${say("call")}</a>`}
          ${party.mobile && toRemind(party) > 0 && html`<${Remind} party=${party} />`}
          <a class="quiet" href=${`#/phone/${id}`}>${say("correct_phone")}</a>
          ${mayChange() && html`<a class="quiet" href=${`#/note/${id}`}>${say("note_change")}</a>`}
          <${LastReminded} party=${party} />
        </div>
      </section>
      <h2>${say("open_bills")}</h2>
      <${Bills} party=${party} />
      <${History} party=${party} />
    </main>
    <footer class="actions">
      <button class="main" onClick=${() => go(`collect/${id}`)}>${say("collect")}</button>
      <button onClick=${() => go(`promise/${id}`)}>${say("promise")}</button>
      <button onClick=${() => go(`visit/${id}`)}>${say("visit")}</button>
    </footer>`;
}

/** Opens WhatsApp with a reminder; asks first where the party promised, or was reminded just now. */
function Remind({ party }) {
  const [isAsked, setAsked] = useState(false);
  const [last] = remindersOf(party);
  const promise = promiseOf(party);
  const isLately = last && plusDays(last.on, REMIND_AGAIN_DAYS) > todayOn();
  // The link is followed first; what it was is drawn anew only when the deed is kept.
  const opened = async () => {
    await doIt({ do: "remind", party_id: party.id, amount_paise: toRemind(party), channel: "whatsapp", language: party.language, on: todayOn() }, { party });
    if (isAsked) setAsked(false);
  };
  const link = (words) => html`<a class="quiet" data-remind href=${remindLink(party, state.round)} target="_blank"
    rel="noopener noreferrer" onClick=${opened}>${words}</a>`;
  if (!promise && !isLately) return link(say("remind"));
  if (!isAsked) return html`<button class="quiet" data-remind onClick=${() => setAsked(true)}>${say("remind")}</button>`;
  return html`<div class="notice" role="alert">
    ${promise && html`<p>${say("has_promised", { amount: inr(promise.amount_paise), on: dated(promise.promised_on) })}</p>`}
    ${isLately && html`<p>${say(last.on === todayOn() ? "reminded_today" : "reminded_lately", { on: dated(last.on) })}</p>`}
    <p>${say("remind_all_the_same")}</p>
    <div class="links">${link(say("remind_still"))}<button class="quiet" onClick=${() => setAsked(false)}>${say("not_now")}</button></div>
  </div>`;
}

function LastReminded({ party }) {
  const [last] = remindersOf(party);
  return last && html`<small data-reminded=${last.on}>${say(last.by ? "reminded_by" : "reminded_on", { on: dated(last.on), by: last.by })}</small>`;
}

function OnSheet({ row }) {
  if (!row) return null;
  const told = { number: row.number, row: row.row, amount: inr(row.expected_paise) };
  return html`<p class="notice plain" data-row=${row.row}>${say(row.outcome ? "row_ended" : "on_sheet", { ...told, outcome: row.outcome && say(row.outcome) })}</p>`;
}

function Bills({ party }) {
  const bills = openBills(party).filter((each) => each.open_paise !== 0);
  if (!bills.length) return html`<p class="empty">${say("no_bills")}</p>`;
  return html`<table class="bills"><tbody>${bills.map(
    (bill) => html`<tr key=${bill.voucher_id}><td><b>${bill.number}</b><small>${dated(bill.bill_on)} · <span
        class=${bill.overdue_days > 0 ? "badtext" : ""}>${
        bill.overdue_days > 0 ? say("days_late", { n: bill.overdue_days }) : say("due_on", { on: dated(bill.due_on) })
      }</span></small></td>
      <td class="num">${inr(bill.open_paise)}</td></tr>`,
  )}</tbody></table>`;
}

/** What happened lately, the newest first; what waits here stands above it. */
function History({ party }) {
  const here = countedOf(party.id).map((each) => [each.command.on || todayOn(each.madeAt), deedText(each), chipOf(each)]);
  const lines = [...here.reverse(), ...toldOf(party).sort(([one], [other]) => (other > one) - (other < one))];
  if (!lines.length) return null;
  return html`<h2>${say("history")}</h2><ul class="history">${lines.map(
    ([on, what, more, paper]) => html`<li><small>${dated(on)}</small><span>${what}${paper?.pictures_count > 0 &&
      html`<br /><a class="inline" href=${`#/photos/${paper.id}`}>${say("photo_see")}</a>`}</span><small>${more}</small></li>`,
  )}</ul>`;
}

function toldOf(party) {
  return [
    ...party.receipts.map((each) => [each.on, `${sayOr(each.mode, each.mode)} ${inr(each.amount_paise)}`, each.number, each]),
    ...postDatedOf(party).map((each) => [each.received_on, postDatedText(each), "", each]),
    ...party.promises.map((each) => [each.made_on, promisedText(each), say(`promise_${each.state}`)]),
    ...party.visits.map((each) => [each.on, visitedText(each), ""]),
    ...party.reminders.map((each) => [each.on, remindedText(each), each.by]),
  ];
}

/** Cheques that came without a receipt: they bear a later day. */
export const postDatedOf = (party) =>
  party.cheques.filter((each) => each.received_on && each.cheque_on > each.received_on && !party.receipts.some((line) => line.id === each.id));

export const postDatedText = (each) =>
  say("cheque_later", { number: each.number, on: dated(each.cheque_on), amount: inr(each.amount_paise) });

export const promisedText = (each) =>
  say("promised_by", { on: dated(each.promised_on), amount: inr(each.amount_paise) });

export const visitedText = (each) => [sayOr(each.outcome, each.outcome), each.note].filter(Boolean).join(" · ");

export const remindedText = (each) => say("reminder_opened", { amount: inr(each.amount_paise) });

export function deedText(deed) {
  const command = deed.command;
  if (isPostDated(command)) return postDatedText({ ...command, number: command.reference });
  if (command.do === "collect") return `${say(command.mode)} ${inr(command.amount_paise)}`;
  if (command.do === "promise") return promisedText(command);
  if (command.do === "remind") return remindedText(command);
  if (command.do === "note") return say("note_is", { note: command.note });
  if (command.do === "picture") return say("photo_of");
  if (command.do === "phone") return say("phone_is", { phone: command.phone });
  if (command.do === "sign") return say(command.is_agreed ? "agreed" : "not_agreed");
  return say(command.outcome);
}

/** Why a deed was refused, in the chosen language where the app has words for it. */
export const whyOf = ({ answer }) =>
  sayOr(`why_${answer.code}`, said(answer.sentence, answer.template, answer.values));

export const chipOf = (deed) =>
  html`<i class=${`chip ${{ waiting: "warn", refused: "bad" }[deed.state] || "good"}`}>${say(`state_${deed.state}`)}</i>`;
