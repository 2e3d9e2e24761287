// The app: one screen at a time, by the address after #.

import { html, render, useEffect, useState } from "./vendor/htm-preact.js";
import { Collect, Done } from "./collect.js";
import { Day, Waiting } from "./mine.js";
import { Noted, Phoned, Promised, Visited } from "./outcomes.js";
import { Party } from "./party.js";
import { Photos } from "./photos.js";
import { Round } from "./round.js";
import { firmOf, SignIn } from "./signin.js";
import { startWords } from "./words.js";
import { start, state, watch } from "./work.js";

const SCREENS = {
  round: Round,
  party: Party,
  collect: Collect,
  promise: Promised,
  visit: Visited,
  phone: Phoned,
  note: Noted,
  done: Done,
  photos: Photos,
  day: Day,
  waiting: Waiting,
};

function App({ firm }) {
  const [, setTurn] = useState(0);
  const again = () => setTurn((turn) => turn + 1);
  useEffect(() => watch(again), []);
  useEffect(() => {
    const moved = () => {
      scrollTo(0, 0);
      again();
    };
    addEventListener("hashchange", moved);
    return () => removeEventListener("hashchange", moved);
  }, []);
  const [screen, id] = location.hash.replace(/^#\/?/, "").split("/");
  if (!state.session || screen === "signin") return html`<${SignIn} firm=${firm} onLanguage=${again} />`;
  const Screen = SCREENS[screen] || Round;
  return html`<${Screen} key=${location.hash} id=${id} onLanguage=${again} />`;
}

const firm = await firmOf(location);
await startWords();
await start();
render(html`<${App} firm=${firm} />`, document.getElementById("app"));
if ("serviceWorker" in navigator) navigator.serviceWorker.register("sw.js");
