// The app's words: a file for each language; another language is another file and a line here.

import * as store from "./store.js";

export const LANGUAGES = { en: "English", hi: "हिन्दी" };
let words = {};
let english = {};
let sentences = {};
let chosen = "en";

async function load(language) {
  const answer = await fetch(`words/${language}.json`);
  return answer.json();
}

export async function startWords() {
  const kept = await store.kept("language");
  const usual = navigator.language.slice(0, 2);
  english = await load("en");
  await choose(kept || (usual in LANGUAGES ? usual : "en"), false);
}

export async function choose(language, isKept = true) {
  words = language === "en" ? english : await load(language);
  sentences = language === "en" ? {} : await load(`said_${language}`);
  chosen = language;
  document.documentElement.lang = language;
  if (isKept) await store.keep("language", language);
}

export const language = () => chosen;

/** What is said in the chosen language, with {places} filled. */
export function say(key, values = {}) {
  const template = words[key] ?? english[key] ?? key;
  return filled(template, values);
}

const filled = (template, values) =>
  template.replace(/\{(\w+)\}/g, (_all, name) => String(values[name] ?? ""));

/** A sentence of the books' in the chosen language, as it came where nobody translated it. */
export const said = (text, template = "", values = {}) =>
  template in sentences ? filled(sentences[template], values) : text;

/** The same where a word may be unknown here: then it is told as it came. */
export const sayOr = (key, told) => (key in words || key in english ? say(key) : told);
