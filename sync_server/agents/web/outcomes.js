import { html, useState } from "./vendor/htm-preact.js";
import { dated, inr, paiseOf, plusDays, todayOn, typed } from "./money.js";
import { Field, Top } from "./parts.js";
import { say } from "./words.js";
import { collectedHere, doIt, endRow, mayChange, onSheet, overdueOf, state } from "./work.js";

const IN_DAYS = [1, 3, 7, 15];
const OUTCOMES = ["paid", "part", "promised", "shut", "refused", "dispute"];

/** A promise in three taps: Promise, the day, Save. */
export function Promised({ id }) {
  const party = state.parties.get(id);
  const proposed = party ? Math.max(overdueOf(party) || party.balance_paise - collectedHere(id), 0) : 0;
  const [form, setForm] = useState({ amount: proposed ? typed(proposed) : "", on: "", note: "", isSaving: false });
  if (!party) return html`<${Top} title=${say("gone")} back />`;
  const set = (changes) => setForm((before) => ({ ...before, ...changes }));
  const paise = paiseOf(form.amount);
  const today = todayOn();
  const isRight = paise > 0 && form.on >= today;
  const save = async () => {
    set({ isSaving: true });
    const command = { do: "promise", party_id: id, amount_paise: paise, promised_on: form.on, on: today, note: form.note.trim() };
    const sheet = onSheet(id);
    await doIt(command, { party });
    await endRow(party, sheet, "promised", today);
    history.back();
  };
  return html`<${Top} title=${party.name} back />
    <main>
      <h2>${say("promises_to_pay")}</h2>
      <label class="amount"><span>₹</span><input inputmode="decimal" aria-label=${say("amount")} value=${form.amount} onInput=${(happening) => set({ amount: happening.target.value })} /></label>
      <div class="days">${IN_DAYS.map((days) => {
        const on = plusDays(today, days);
        return html`<button class=${form.on === on ? "here" : ""} aria-pressed=${form.on === on} data-days=${days} onClick=${() => set({ on })}>
          <b>${days === 1 ? say("tomorrow") : say("in_days", { n: days })}</b><small>${dated(on)}</small></button>`;
      })}</div>
      <${Field} label=${say("other_day")}><input type="date" min=${today} value=${form.on} onInput=${(happening) => set({ on: happening.target.value })} /><//>
      <${Field} label=${say("note")}><input maxlength="200" value=${form.note} onInput=${(happening) => set({ note: happening.target.value })} /><//>
    </main>
    <footer class="actions"><button class="main" disabled=${!isRight || form.isSaving} onClick=${save}>
      ${isRight ? say("save_promise", { amount: inr(paise), on: dated(form.on) }) : say("choose_day")}</button></footer>`;
}

/** Ten digits as they are written in India, whatever stands before them; null where it is no mobile. */
const mobileOf = (text) => text.replace(/\D/g, "").match(/^(?:0|91|091|0091)?([6-9]\d{9})$/)?.[1] || null;

export function Phoned({ id }) {
  const party = state.parties.get(id);
  const phones = party?.phones || [];
  const [form, setForm] = useState({ phone: "", wrong: phones[0] || "", isSaving: false });
  if (!party) return html`<${Top} title=${say("gone")} back />`;
  const set = (changes) => setForm((before) => ({ ...before, ...changes }));
  const phone = mobileOf(form.phone);
  const isOffice = !mayChange();
  const save = async () => {
    set({ isSaving: true });
    await doIt({ do: "phone", party_id: id, phone, instead_of: form.wrong, on: todayOn() }, { party });
    history.back();
  };
  const choice = (wrong, words) => html`<button class=${form.wrong === wrong ? "here" : ""} aria-pressed=${form.wrong === wrong}
    data-wrong=${wrong} onClick=${() => set({ wrong })}>${words}</button>`;
  return html`<${Top} title=${party.name} back />
    <main>
      <h2>${say("correct_phone")}</h2>
      <${Field} label=${say("right_phone")} error=${form.phone.replace(/\D/g, "").length >= 10 && !phone ? say("wrong_phone") : ""}>
        <input type="tel" inputmode="tel" maxlength="20" value=${form.phone} onInput=${(happening) => set({ phone: happening.target.value })} /><//>
      ${phones.length > 0 && html`<p class="muted">${say("which_is_wrong")}</p>
        <div class="days">${phones.map((each) => choice(each, each))}${choice("", say("none_is_wrong"))}</div>`}
      ${isOffice && html`<p class="muted">${say("office_looks")}</p>`}
    </main>
    <footer class="actions"><button class="main" disabled=${!phone || form.isSaving} onClick=${save}>${say("save")}</button></footer>`;
}

/** What should be remembered of a party; asked of those only who may change it. */
export function Noted({ id }) {
  const party = state.parties.get(id);
  const [form, setForm] = useState({ note: party?.note || "", isSaving: false });
  if (!party) return html`<${Top} title=${say("gone")} back />`;
  const save = async () => {
    setForm({ ...form, isSaving: true });
    await doIt({ do: "note", party_id: id, note: form.note.trim() }, { party });
    history.back();
  };
  const isSame = form.note.trim() === party.note;
  return html`<${Top} title=${party.name} back />
    <main>
      <h2>${say("note_of_party")}</h2>
      <textarea maxlength="500" rows="6" aria-label=${say("note_of_party")} value=${form.note}
        onInput=${(happening) => setForm({ ...form, note: happening.target.value })}></textarea>
    </main>
    <footer class="actions"><button class="main" disabled=${isSame || form.isSaving} onClick=${save}>${say("save")}</button></footer>`;
}

export function Visited({ id }) {
  const party = state.parties.get(id);
  const [note, setNote] = useState("");
  if (!party) return html`<${Top} title=${say("gone")} back />`;
  const save = async (outcome) => {
    await doIt({ do: "visit", party_id: id, outcome, on: todayOn(), note: note.trim(), ...onSheet(id) }, { party });
    history.back();
  };
  return html`<${Top} title=${party.name} back />
    <main>
      <h2>${say("what_came")}</h2>
      <${Field} label=${say("note")}><input maxlength="200" value=${note} onInput=${(happening) => setNote(happening.target.value)} /><//>
      <div class="outcomes">${OUTCOMES.map(
        (outcome) => html`<button data-outcome=${outcome} onClick=${() => save(outcome)}>${say(outcome)}</button>`,
      )}</div>
    </main>`;
}
