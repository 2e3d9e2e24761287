// The app's words: a file for each language; another language is another file and a line here.

import * as store from "./store.js";

export const LANGUAGES = { en: "English", hi: "हिन्दी" };
let told = {};
let sentences = {};
let phrases = {};
let chosen = "en";

async function load(name) {
  const answer = await fetch(`words/${name}.json`);
  return answer.json();
}

/** All languages are at hand, since a party may read another than the agent. */
export async function startWords() {
  const codes = Object.keys(LANGUAGES);
  const [reminders, ...each] = await Promise.all(["reminders", ...codes].map(load));
  phrases = reminders;
  told = Object.fromEntries(codes.map((code, n) => [code, each[n]]));
  const kept = await store.kept("language");
  const usual = navigator.language.slice(0, 2);
  await choose(kept || (usual in LANGUAGES ? usual : "en"), false);
}

export async function choose(language, isKept = true) {
  sentences = language === "en" ? {} : await load(`said_${language}`);
  chosen = language;
  document.documentElement.lang = language;
  if (isKept) await store.keep("language", language);
}

export const language = () => chosen;

/** What is said in the chosen language, with {places} filled. */
export const say = (key, values) => sayIn(chosen, key, values);

/** The same in another language; in English where that has no words. */
export const sayIn = (language, key, values = {}) =>
  filled(told[language]?.[key] ?? told.en[key] ?? key, values);

const filled = (template, values) =>
  template.replace(/\{(\w+)\}/g, (_all, name) => String(values[name] ?? ""));

/** A sentence of the books' in the chosen language, as it came where nobody translated it. */
export const said = (text, template = "", values = {}) =>
  template in sentences ? filled(sentences[template], values) : text;

/** The same where a word may be unknown here: then it is told as it came. */
export const sayOr = (key, text) => (key in told.en ? say(key) : text);

/** A phrase of a reminder in a party's language; what has no file is said in English, as on papers. */
export const phraseFor = (party, key, values) =>
  filled((phrases[party.language] || phrases.en)[key], values);
