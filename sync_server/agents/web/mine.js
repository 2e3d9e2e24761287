import { html, useState } from "./vendor/htm-preact.js";
import { dated, inr, plusDays, todayOn } from "./money.js";
import { Banners, go, Staying, Tabs, Top } from "./parts.js";
import { chipOf, deedText, postDatedOf, postDatedText, promisedText, remindedText, visitedText, whyOf } from "./party.js";
import { choose, language, LANGUAGES, say, sayOr } from "./words.js";
import * as work from "./work.js";

const CALLS = ["promise", "visit", "remind"];
const DAY_MS = 86_400_000;

/** Today as it was told, with what waits here; cash is with the agent whatever its day. */
function dayNow() {
  const told = work.state.round?.day;
  const today = told?.on === todayOn() ? told : null;
  const sums = Object.fromEntries(
    (today?.collected || []).map((each) => [each.mode, { count: each.count, paise: each.amount_paise }]),
  );
  const postDated = { count: today?.post_dated_count || 0, paise: today?.post_dated_paise || 0 };
  const deeds = work.countedDeeds().map((each) => each.command);
  for (const command of deeds.filter((each) => each.do === "collect" && each.on === todayOn())) {
    const sum = work.isPostDated(command) ? postDated : (sums[command.mode] ||= { count: 0, paise: 0 });
    sum.count += 1;
    sum.paise += command.amount_paise;
  }
  const held = deeds.filter((each) => each.do === "collect" && each.mode === "cash");
  const counted = (what, before) =>
    (before || 0) + deeds.filter((each) => each.do === what && each.on === todayOn()).length;
  return {
    sums,
    postDated,
    cash: held.reduce((paise, each) => paise + each.amount_paise, told?.cash_paise || 0),
    promises: counted("promise", today?.promises_count),
    visits: counted("visit", Object.values(today?.visits || {}).reduce((sum, each) => sum + each, 0)),
    reminders: counted("remind", today?.reminders_count),
  };
}

export function Day({ onLanguage }) {
  const told = work.state.round?.day;
  const { sums, postDated, cash, promises, visits, reminders } = dayNow();
  const isOld = told?.cash_since_at && work.state.round.now_at - told.cash_since_at > DAY_MS;
  return html`<${Top} title=${say("day")} />
    <main>
      <${Banners} />
      <section class=${`card ${isOld ? "old" : ""}`}>
        <small>${say("cash_in_hand")}</small>
        <p class="big num" data-cash=${cash}>${inr(cash)}</p>
        ${isOld && html`<small class="badtext">${say("cash_old")}</small>`}
        ${told?.dues_paise > 0 && html`<small class="badtext">${say("short_before", { amount: inr(told.dues_paise) })}</small>`}
      </section>
      <h2>${say("collected_today")} · ${dated(todayOn())}</h2>
      <table class="bills"><tbody>
        ${Object.entries(sums).map(([mode, each]) => html`<tr><td>${sayOr(mode, mode)}</td><td class="num">${each.count}</td><td class="num"><b>${inr(each.paise)}</b></td></tr>`)}
        ${postDated.count > 0 && html`<tr><td>${say("post_dated")}</td><td class="num">${postDated.count}</td><td class="num">${inr(postDated.paise)}</td></tr>`}
        <tr><td>${say("promises")}</td><td class="num">${promises}</td><td></td></tr>
        <tr><td>${say("visits")}</td><td class="num">${visits}</td><td></td></tr>
        <tr><td>${say("reminders")}</td><td class="num" data-reminders=${reminders}>${reminders}</td><td></td></tr>
      </tbody></table>
      <${Handovers} lines=${told?.handovers || []} />
      <${ByDay} />
      <h2>${say("language")}</h2>
      <div class="modes">${Object.entries(LANGUAGES).map(
        ([code, name]) => html`<button lang=${code} class=${language() === code ? "here" : ""} onClick=${() => choose(code).then(onLanguage)}>${name}</button>`,
      )}</div>
      <${Staying} />
      <${Leave} />
    </main>
    <${Tabs} at="day" />`;
}

/** Cash that was counted in: the agent says whether it is what was handed over. */
function Handovers({ lines }) {
  const signed = new Set(work.countedDeeds().map((each) => each.command.voucher_id));
  const open = lines.filter((each) => !signed.has(each.voucher_id));
  if (!open.length) return null;
  const sign = (line, isAgreed) =>
    work.doIt({ do: "sign", voucher_id: line.voucher_id, is_agreed: isAgreed, note: "" }, { party: { name: line.number } });
  return html`<h2>${say("counted_in")}</h2>${open.map(
    (line) => html`<section class="card" key=${line.voucher_id}>
      <p>${say("counted_by", { on: dated(line.on), by: line.counted_by, amount: inr(line.counted_paise) })}</p>
      ${line.counted_paise !== line.expected_paise && html`<p class="badtext">${say("counted_should", { amount: inr(line.expected_paise) })}</p>`}
      <div class="links"><button class="main" data-sign="yes" onClick=${() => sign(line, true)}>${say("agree")}</button>
        <button data-sign="no" onClick=${() => sign(line, false)}>${say("disagree")}</button></div>
    </section>`,
  )}`;
}

/** Receipts of the own parties on one day, with what waits here. */
function ByDay() {
  const [on, setOn] = useState(todayOn());
  const here = work
    .countedDeeds()
    .filter(({ command }) => command.do === "collect" && command.on === on && !work.isPostDated(command))
    .map((each) => [each.party, each.command.mode, each.command.amount_paise, `Ref ${each.ref}`]);
  const told = [...work.state.parties.values()].flatMap((party) =>
    party.receipts.filter((each) => each.on === on).map((each) => [party.name, each.mode, each.amount_paise, each.number]),
  );
  const lines = [...here, ...told];
  const calls = callsOn(on);
  const sum = lines.reduce((paise, [, , each]) => paise + each, 0);
  return html`<h2>${say("by_day")}</h2>
    <div class="quick days_of"><button aria-label=${say("day_before")} onClick=${() => setOn(plusDays(on, -1))}>‹</button>
      <button class="here" data-day=${on} onClick=${() => setOn(todayOn())}>${dated(on)}</button>
      <button aria-label=${say("day_after")} disabled=${on >= todayOn()} onClick=${() => setOn(plusDays(on, 1))}>›</button></div>
    ${!lines.length && !calls.length && html`<p class="empty">${say("nothing_that_day")}</p>`}
    ${lines.length > 0 && html`<table class="bills" data-lines=${lines.length}><tbody>${lines.map(
      ([name, mode, paise, number]) => html`<tr key=${number}><td><b>${name}</b><small>${sayOr(mode, mode)} · ${number}</small></td><td class="num">${inr(paise)}</td></tr>`,
    )}<tr><td><b>${say("together")}</b></td><td class="num"><b>${inr(sum)}</b></td></tr></tbody></table>`}
    ${calls.length > 0 && html`<ul class="history" data-calls=${calls.length}>${calls.map(
      ([name, what]) => html`<li><span><b>${name}</b><br />${what}</span></li>`,
    )}</ul>`}`;
}

/** What moved no money on one day, post-dated cheques too: what waits here first. */
function callsOn(on) {
  const here = work
    .countedDeeds()
    .filter(({ command }) => (CALLS.includes(command.do) || work.isPostDated(command)) && command.on === on)
    .map((each) => [each.party, deedText(each)]);
  const told = [...work.state.parties.values()].flatMap((party) => [
    ...postDatedOf(party).filter((each) => each.received_on === on).map((each) => [party.name, postDatedText(each)]),
    ...party.promises.filter((each) => each.made_on === on).map((each) => [party.name, promisedText(each)]),
    ...party.visits.filter((each) => each.on === on).map((each) => [party.name, visitedText(each)]),
    ...party.reminders.filter((each) => each.on === on).map((each) => [party.name, remindedText(each)]),
  ]);
  return [...here, ...told];
}

function Leave() {
  const [isAsked, setAsked] = useState(false);
  const count = work.waiting().length;
  const name = work.state.session?.name || "";
  if (count > 0) return html`<p class="muted">${say("signed_in_as", { name })} ${say("cannot_leave", { n: count })}</p>`;
  return html`<p class="muted">${say("signed_in_as", { name })}</p>
    <button class="quiet" onClick=${() => (isAsked ? work.signOut().then(() => go("signin")) : setAsked(true))}>
      ${say(isAsked ? "sign_out_sure" : "sign_out")}</button>`;
}

export function Waiting() {
  const { deeds } = work.state;
  const inOrder = [...work.refused(), ...work.waiting(), ...deeds.filter((each) => each.state === "done").reverse()];
  return html`<${Top} title=${say("waiting")} />
    <main>
      <${Banners} />
      <ul class="list">${inOrder.map((each) => html`<${Deed} key=${each.id} deed=${each} />`)}</ul>
      ${!inOrder.length && html`<p class="empty">${say("nothing_waits")}</p>`}
    </main>
    <footer class="actions"><button class="main" disabled=${work.state.isSending} onClick=${work.sendNow}>${say("send_now")}</button></footer>
    <${Tabs} at="waiting" />`;
}

/** The number of a receipt, or what it is called before there is one; nothing of other deeds. */
const nameOf = (deed) => (deed.command.do === "collect" ? deed.answer?.number || `Ref ${deed.ref}` : "");

function Deed({ deed }) {
  const [isAsked, setAsked] = useState(false);
  const isRefused = deed.state === "refused";
  const field = deed.answer?.field;
  return html`<li class="deed" data-state=${deed.state}>
    <div class="row"><span class="who"><b>${deed.party}</b><small>${deedText(deed)}</small>
      <small>${[dated(deed.command.on || todayOn(deed.madeAt)), nameOf(deed)].filter(Boolean).join(" · ")}</small></span>${chipOf(deed)}</div>
    ${isRefused && html`<p class="notice bad">${whyOf(deed)}</p>
      <div class="links">
        ${field === "bills" && html`<button class="quiet" onClick=${() => work.sendAgain(deed, { parts: null })}>${say("again_oldest")}</button>`}
        ${field === "on" && html`<button class="quiet" onClick=${() => work.sendAgain(deed, { on: todayOn(), note: say("dated_before", { on: dated(deed.command.on) }) })}>${say("again_today")}</button>`}
        ${work.photoOf(deed) && html`<a class="quiet" href=${`#/photos/${deed.id}`}>${say("photo_see")}</a>`}
        <button class="quiet" onClick=${() => work.sendAgain(deed, {})}>${say("again")}</button>
        <button class="quiet badtext" onClick=${() => (isAsked ? work.putAway(deed) : setAsked(true))}>${say(isAsked ? "put_away_sure" : "put_away")}</button>
      </div>`}
  </li>`;
}
