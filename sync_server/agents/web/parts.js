// Pieces that screens are made of. All text becomes text: nothing is ever read as markup.

import { html } from "./vendor/htm-preact.js";
import { say } from "./words.js";
import { refused, state, waiting } from "./work.js";

export const go = (path) => {
  location.hash = `#/${path}`;
};

export function Top({ title, back, children }) {
  return html`<header class="top">
    ${back && html`<button class="icon" aria-label=${say("back")} onClick=${() => history.back()}>‹</button>`}
    <h1>${title}</h1>
    <${Line} />
    ${children}
  </header>`;
}

/** How the line is, and how much is not sent: always in sight. */
export function Line() {
  const count = waiting().length;
  const bad = refused().length;
  const word = state.isOnline ? say("online") : say("offline");
  return html`<a class="line" href="#/waiting" data-waiting=${count}>
    <span class=${`dot ${state.isOnline ? "on" : "off"}`}></span>
    <span>${word}</span>
    ${count > 0 && html`<b class="chip warn">${say("waiting_n", { n: count })}</b>`}
    ${bad > 0 && html`<b class="chip bad">${say("refused_n", { n: bad })}</b>`}
  </a>`;
}

export function Tabs({ at }) {
  const tab = (path) =>
    html`<a href=${`#/${path}`} class=${at === path ? "here" : ""} aria-current=${at === path ? "page" : null}>${say(path)}</a>`;
  return html`<nav class="tabs">${["round", "day", "waiting"].map(tab)}</nav>`;
}

export const Notice = ({ kind = "warn", children }) => html`<p class=${`notice ${kind}`} role="status">${children}</p>`;

export function Banners() {
  return html`
    ${state.needsSignIn && html`<a class="notice bad" href="#/signin">${say("sign_in_again")}</a>`}
    ${state.trouble && html`<${Notice} kind="bad">${state.trouble}<//>`}`;
}

/** Said where the phone would not promise to keep the app's data. */
export const Staying = () => !state.canStay && html`<${Notice}>${say("may_be_cleared")}<//>`;

export const Field = ({ label, children, error }) => html`<label class="field">
  <span>${label}</span>${children}${error && html`<em class="error">${error}</em>`}
</label>`;
