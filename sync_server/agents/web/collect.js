import { html, useState } from "./vendor/htm-preact.js";
import { newId, refOf } from "./ids.js";
import { dated, inr, keyOf, oldestFirst, paiseOf, todayOn, typed } from "./money.js";
import { Field, go, Top } from "./parts.js";
import { TakePhoto } from "./photos.js";
import { whyOf } from "./party.js";
import { receiptLink } from "./sharing.js";
import { Code, upiLink } from "./upi.js";
import { say } from "./words.js";
import { collectedHere, doIt, endRow, isPostDated, onSheet, openBills, overdueOf, photoOf, sheetRowOf, state } from "./work.js";

const MODES = ["cash", "upi", "cheque", "bank"];

export function Collect({ id }) {
  const party = state.parties.get(id);
  const [form, setForm] = useState({ amount: "", mode: "cash", own: null, isOnAccount: false, reference: "", bank: "", chequeOn: "", photo: null, note: "", isSaving: false });
  // The code is shown before there is an id: what is in it names this showing.
  const [shown] = useState(() => refOf(newId()));
  if (!party) return html`<${Top} title=${say("gone")} back />`;
  const set = (changes) => setForm((before) => ({ ...before, ...changes }));
  const paise = paiseOf(form.amount);
  const bills = openBills(party).filter((each) => each.open_paise > 0);
  const parts = form.isOnAccount ? {} : form.own ? ownParts(form.own) : oldestFirst(paise || 0, bills);
  const setPaise = Object.values(parts).reduce((sum, each) => sum + (each || 0), 0);
  const wrong = whatIsWrong(form, paise, parts, bills, setPaise);
  const save = async () => {
    set({ isSaving: true });
    const row = sheetRowOf(id);
    const sheet = onSheet(id);
    const photo = form.mode === "cheque" ? form.photo : null;
    const deed = await doIt({ ...commandOf(form, party, paise, parts), ...sheet }, { party, parts, photo });
    await endRow(party, sheet, paise < row?.expected_paise ? "part" : "paid", todayOn());
    location.replace(`#/done/${deed.id}`);
  };
  return html`<${Top} title=${party.name} back />
    <main>
      <div class="strip"><div><small>${say("balance")}</small><b class="num">${inr(party.balance_paise - collectedHere(id))}</b></div>
        <div class="right"><small>${say("overdue")}</small><b class="num badtext">${inr(overdueOf(party))}</b></div></div>
      <label class="amount"><span>₹</span><input inputmode="decimal" autocomplete="off" aria-label=${say("amount")} placeholder="0"
        value=${form.amount} onInput=${(happening) => set({ amount: happening.target.value, own: null })} /></label>
      <div class="quick">
        ${overdueOf(party) > 0 && html`<button onClick=${() => set({ amount: typed(overdueOf(party)), own: null })}>${say("all_overdue")}</button>`}
        ${bills[0] && html`<button onClick=${() => set({ amount: typed(bills[0].open_paise), own: null })}>${say("oldest_bill")}</button>`}
      </div>
      <div class="modes" role="radiogroup" aria-label=${say("mode")}>${MODES.map(
        (mode) => html`<button role="radio" aria-checked=${form.mode === mode} class=${form.mode === mode ? "here" : ""} onClick=${() => set({ mode })}>${say(mode)}</button>`,
      )}</div>
      <${OfMode} form=${form} set=${set} paise=${paise} shown=${shown} />
      <h2>${say("against_bills")}
        <label class="check"><input type="checkbox" checked=${form.isOnAccount} onChange=${(happening) => set({ isOnAccount: happening.target.checked, own: null })} />${say("all_on_account")}</label></h2>
      ${!form.isOnAccount && html`<${Shares} bills=${bills} parts=${parts} own=${form.own} set=${set} />`}
      <p class="pairs"><span>${say("on_account_rest")}</span><b class="num">${inr(Math.max((paise || 0) - setPaise, 0))}</b></p>
      <${Field} label=${say("note")}><input value=${form.note} maxlength="200" onInput=${(happening) => set({ note: happening.target.value })} /><//>
      ${wrong && form.amount && html`<p class="notice bad" role="alert">${wrong}</p>`}
    </main>
    <footer class="actions"><button class="main" disabled=${Boolean(wrong) || form.isSaving} onClick=${save}>
      ${paise ? say("save_amount", { amount: inr(paise) }) : say("save")}</button></footer>`;
}

const ownParts = (own) =>
  Object.fromEntries(Object.entries(own).map(([key, text]) => [key, text.trim() ? paiseOf(text) : 0]));

function whatIsWrong(form, paise, parts, bills, setPaise) {
  if (paise === null || paise <= 0) return say("wrong_amount");
  if (Object.values(parts).some((each) => each === null)) return say("wrong_share");
  if (bills.some((bill) => (parts[keyOf(bill)] || 0) > bill.open_paise)) return say("share_too_much");
  if (setPaise > paise) return say("shares_too_much");
  if (form.mode === "cheque" && !form.reference.trim()) return say("cheque_needs_number");
  return "";
}

function commandOf(form, party, paise, parts) {
  const command = { do: "collect", party_id: party.id, amount_paise: paise, mode: form.mode, on: todayOn(), note: form.note.trim(), reference: form.reference.trim() };
  if (form.mode === "cheque") {
    command.bank = form.bank.trim();
    if (form.chequeOn) command.cheque_on = form.chequeOn;
  }
  // The oldest first is left to the books, which know what is open when it arrives.
  if (form.own || form.isOnAccount) {
    command.parts = Object.entries(parts)
      .filter(([, each]) => each > 0)
      .map(([key, each]) => ({ voucher_id: key.split(".")[0], n: Number(key.split(".")[1]), amount_paise: each }));
  }
  return command;
}

function OfMode({ form, set, paise, shown }) {
  const text = (name) => (happening) => set({ [name]: happening.target.value });
  const me = state.round.me;
  if (form.mode === "cash") return null;
  return html`
    ${form.mode === "upi" && paise > 0 && me.upi_id && html`<figure class="code">
      <${Code} text=${upiLink({ vpa: me.upi_id, payee: me.firm, paise, ref: shown })} label=${say("upi_code")} />
      <figcaption><b class="num">${inr(paise)}</b><small>${me.upi_id}</small></figcaption></figure>`}
    ${form.mode === "upi" && !me.upi_id && html`<p class="notice warn">${say("no_upi_id")}</p>`}
    <${Field} label=${say(form.mode === "cheque" ? "cheque_number" : "reference")}>
      <input inputmode=${form.mode === "bank" ? "text" : "numeric"} maxlength="60" value=${form.reference} onInput=${text("reference")} /><//>
    ${form.mode === "cheque" && html`<div class="two">
      <${Field} label=${say("bank_name")}><input maxlength="60" value=${form.bank} onInput=${text("bank")} /><//>
      <${Field} label=${say("cheque_on")}><input type="date" value=${form.chequeOn} onInput=${text("chequeOn")} /><//></div>
      ${form.chequeOn > todayOn() && html`<p class="notice plain">${say("post_dated_on", { on: dated(form.chequeOn) })}</p>`}
      <${TakePhoto} bytes=${form.photo} onPhoto=${(photo) => set({ photo })} />`}`;
}

function Shares({ bills, parts, own, set }) {
  const put = (key) => (happening) => {
    const before = own || Object.fromEntries(Object.entries(parts).map(([each, paise]) => [each, typed(paise)]));
    set({ own: { ...before, [key]: happening.target.value } });
  };
  const shownText = (key) => (own ? own[key] || "" : parts[key] ? typed(parts[key]) : "");
  return html`<table class="bills shares"><tbody>${bills.map((bill) => {
    const key = keyOf(bill);
    return html`<tr key=${key}><td><b>${bill.number}</b><small>${dated(bill.bill_on)} · ${inr(bill.open_paise)}</small></td>
      <td class="num"><input inputmode="decimal" aria-label=${bill.number} value=${shownText(key)} placeholder="—" onInput=${put(key)} /></td></tr>`;
  })}</tbody></table>`;
}

export function Done({ id }) {
  const deed = state.deeds.find((each) => each.id === id);
  const [link, setLink] = useState("");
  if (!deed) return html`<${Top} title=${say("gone")} back />`;
  const party = state.parties.get(deed.command.party_id);
  if (!link && state.round) receiptLink(deed, party, state.round).then(setLink);
  const isRefused = deed.state === "refused";
  return html`<${Top} title=${deed.party} back />
    <main class="done">
      <p class=${`stamp ${isRefused ? "bad" : "good"}`}>${isRefused ? "!" : "✓"}</p>
      <p class="big num">${inr(deed.command.amount_paise)}</p>
      <p>${say(deed.command.mode)} · ${dated(deed.command.on)}</p>
      <p class="ref" data-ref=${deed.ref}>${deed.answer?.number || `Ref ${deed.ref}`}</p>
      <p><i class=${`chip ${{ waiting: "warn", refused: "bad" }[deed.state] || "good"}`}>${say(`state_${deed.state}`)}</i></p>
      ${isPostDated(deed.command) && html`<p class="muted">${say("post_dated_on", { on: dated(deed.command.cheque_on) })}</p>`}
      ${deed.state === "waiting" && html`<p class="muted">${say("waits_more")}</p>`}
      ${photoOf(deed) && html`<p><a class="quiet" href=${`#/photos/${deed.id}`}>${say("photo_see")}</a></p>`}
      ${isRefused && html`<p class="notice bad">${whyOf(deed)}</p><a class="button" href="#/waiting">${say("see_refused")}</a>`}
      ${!isRefused && link && html`<a class="button" href=${link} target="_blank" rel="noopener noreferrer">${say("share_whatsapp")}</a>`}
    </main>
    <footer class="actions"><button class="main" onClick=${() => go("round")}>${say("next_party")}</button></footer>`;
}
