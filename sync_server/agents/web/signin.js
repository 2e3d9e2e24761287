import { html, useState } from "./vendor/htm-preact.js";
import { NoLine, Refused } from "./line.js";
import { Field, go } from "./parts.js";
import * as store from "./store.js";
import { choose, language, LANGUAGES, said, say } from "./words.js";
import { state, signIn } from "./work.js";

/** The firm that a link named, kept for the next time. */
export async function firmOf(address) {
  const named = new URLSearchParams(address.search).get("firm") || "";
  if (/^[0-9a-f]{32}$/.test(named)) await store.keep("firm", named);
  return (await store.kept("firm")) || "";
}

export function SignIn({ firm, onLanguage }) {
  const [form, setForm] = useState({ firm, name: state.session?.name || "", password: "", trouble: "", isAsking: false });
  const set = (changes) => setForm((before) => ({ ...before, ...changes }));
  const text = (name) => (happening) => set({ [name]: happening.target.value, trouble: "" });
  const send = async (happening) => {
    happening.preventDefault();
    set({ isAsking: true, trouble: "" });
    try {
      const firmId = form.firm.replace(/[^0-9a-fA-F]/g, "").toLowerCase();
      await store.keep("firm", firmId);
      await signIn(firmId, form.name.trim(), form.password);
      go("round");
    } catch (error) {
      set({ isAsking: false, password: "", trouble: troubleOf(error) });
    }
  };
  return html`<main class="signin">
    <h1>CollectIQ</h1>
    <p class="muted">${say("sign_in_once")}</p>
    <form onSubmit=${send}>
      ${!firm && html`<${Field} label=${say("firm_code")}><input required pattern="[0-9a-fA-F -]{32,40}" autocomplete="off" value=${form.firm} onInput=${text("firm")} /><//>`}
      <${Field} label=${say("name")}><input required name="name" autocomplete="username" value=${form.name} onInput=${text("name")} /><//>
      <${Field} label=${say("password")}><input required name="password" type="password" autocomplete="current-password" value=${form.password} onInput=${text("password")} /><//>
      ${form.trouble && html`<p class="notice bad" role="alert">${form.trouble}</p>`}
      <button class="main" disabled=${form.isAsking}>${say("sign_in")}</button>
    </form>
    <div class="modes">${Object.entries(LANGUAGES).map(
      ([code, name]) => html`<button lang=${code} class=${language() === code ? "here" : ""} onClick=${() => choose(code).then(onLanguage)}>${name}</button>`,
    )}</div>
  </main>`;
}

function troubleOf(error) {
  if (error instanceof NoLine) return say("no_line_to_sign_in");
  if (error instanceof Refused && error.word === "too_often") return say("too_often");
  return said(error.message, error.template, error.values);
}
