// What is done with the phone: kept first, sent when there is a line, once, in its order.

import { base64Of, newId, refOf } from "./ids.js";
import * as line from "./line.js";
import * as store from "./store.js";

export const state = {
  isReady: false,
  session: null,
  round: null,
  parties: new Map(),
  deeds: [],
  isOnline: navigator.onLine,
  isSending: false,
  needsSignIn: false,
  trouble: "",
  canStay: true,
};
/** What parties had not that were kept by an app of before. */
const OF_BEFORE = { mobile: "", reminders: [] };
const watchers = new Set();
const FIRST_WAIT_MS = 3_000;
const LONGEST_WAIT_MS = 60_000;
const SHOWN_MS = 3 * 86_400_000;
let waitMs = FIRST_WAIT_MS;
let timer = 0;

export const watch = (watcher) => (watchers.add(watcher), () => watchers.delete(watcher));
const tell = () => watchers.forEach((each) => each());

export async function start() {
  state.session = (await store.kept("session")) || null;
  await read();
  state.isReady = true;
  tell();
  if (state.session) state.canStay = await store.askToStay();
  addEventListener("online", sendNow);
  addEventListener("offline", () => ((state.isOnline = false), tell()));
  document.addEventListener("visibilitychange", () => document.hidden || sendNow());
  soon(0);
}

async function read() {
  state.round = (await store.kept("round")) || null;
  state.parties = new Map((await store.parties()).map((each) => [each.id, { ...OF_BEFORE, ...each }]));
  state.deeds = (await store.deeds()).sort((one, other) => one.madeAt - other.madeAt);
}

export function soon(ms = waitMs) {
  clearTimeout(timer);
  timer = setTimeout(exchange, ms);
}

/** There may be a line again: earlier failures count no more. */
export function sendNow() {
  waitMs = FIRST_WAIT_MS;
  soon(0);
}

/** What is to be sent; a photo of what was refused waits for that, and is counted with it. */
export const waiting = () =>
  state.deeds.filter((each) => each.state === "waiting" && subjectOf(each)?.state !== "refused");
export const refused = () => state.deeds.filter((each) => each.state === "refused");
/** Done, but not in the balances that were told: it is counted here. */
const isCounted = (each) => each.state === "waiting" || (each.state === "done" && !each.isTakenIn);
export const countedOf = (partyId) =>
  state.deeds.filter((each) => isCounted(each) && each.command.party_id === partyId);
export const countedDeeds = () => state.deeds.filter(isCounted);

/** What is open of each bill when what waits here is counted. */
export function openBills(party) {
  const taken = {};
  for (const deed of countedOf(party.id)) {
    for (const [key, paise] of Object.entries(deed.parts || {})) taken[key] = (taken[key] || 0) + paise;
  }
  return party.bills.map((bill) => ({
    ...bill,
    open_paise: bill.open_paise - (taken[`${bill.voucher_id}.${bill.n}`] || 0),
  }));
}

/** What of it is overdue. */
export const overdueOf = (party) =>
  openBills(party).reduce(
    (sum, each) => sum + (each.overdue_days > 0 ? Math.max(each.open_paise, 0) : 0),
    0,
  );

/** Whether who has signed in may change what is known of parties. */
export const mayChange = () => (state.round?.me?.permissions || []).includes("manage_parties");

export const isPostDated = (command) => Boolean(command.cheque_on && command.cheque_on > command.on);

export const collectedHere = (partyId) =>
  countedOf(partyId).reduce(
    (sum, each) =>
      sum + (each.command.do === "collect" && !isPostDated(each.command) ? each.command.amount_paise : 0),
    0,
  );

/** What a party may be reminded of: what is overdue, less what it paid on account. */
export const toRemind = (party) =>
  Math.max(0, Math.min(overdueOf(party), party.balance_paise - collectedHere(party.id)));

/** The reminders that were opened, here or elsewhere, the newest first. */
export const remindersOf = (party) => [
  ...countedOf(party.id)
    .filter((each) => each.command.do === "remind")
    .map(({ command }) => ({ on: command.on, amount_paise: command.amount_paise, by: state.session.name }))
    .reverse(),
  ...party.reminders,
];

/** The promise for the latest day that still waits; what was promised here counts. */
export const promiseOf = (party) =>
  [
    ...party.promises.filter((each) => each.state === "waiting"),
    ...countedOf(party.id).map((each) => each.command).filter((each) => each.do === "promise"),
  ].sort((one, other) => (one.promised_on < other.promised_on ? 1 : -1))[0];

/** The line of a run sheet on which a party stands, an open one first; what waits here counts. */
export function sheetRowOf(partyId) {
  const rows = sheetRows().filter((each) => each.party_id === partyId);
  return rows.find((each) => !each.outcome) || rows[0] || null;
}

/** All lines of the run sheets that are open, in their order, each with its outcome by now. */
export function sheetRows() {
  const ended = new Map(
    countedDeeds()
      .filter((each) => each.command.do === "visit" && each.command.sheet_id)
      .map(({ command }) => [`${command.sheet_id}.${command.sheet_row}`, command.outcome]),
  );
  return (state.round?.sheets || []).flatMap((sheet) =>
    sheet.rows.map((row) => ({
      ...row,
      sheet_id: sheet.id,
      number: sheet.number,
      outcome: ended.get(`${sheet.id}.${row.row}`) || row.outcome,
    })),
  );
}

/** Which line of a run sheet a deed ends; none where there is none, or it has ended. */
export function onSheet(partyId) {
  const row = sheetRowOf(partyId);
  return row && !row.outcome ? { sheet_id: row.sheet_id, sheet_row: row.row } : {};
}

/** What came of a line of a run sheet; nothing where the party is on none. */
export async function endRow(party, sheet, outcome, on) {
  if (sheet.sheet_id) await doIt({ do: "visit", party_id: party.id, outcome, on, note: "", ...sheet }, { party });
}

function newDeed(command, { party, parts = {} }) {
  const id = newId();
  return {
    id,
    ref: refOf(id),
    command: { ...command, id },
    party: party.name,
    parts,
    madeAt: Date.now(),
    state: "waiting",
    employeeId: state.session.employeeId,
  };
}

/**
 * Keep a deed; it is sent by itself. Gives it back with its id and its name for people.
 * A photo of its paper is a deed of its own, sent after it.
 */
export async function doIt(command, { party, parts, photo = null }) {
  const deed = newDeed(command, { party, parts });
  const kept = [deed];
  if (photo) {
    const about = { do: "picture", about_id: deed.id, party_id: party.id, on: command.on };
    kept.push(newDeed(about, { party }));
    await store.keepWithPicture(deed, kept[1], photo);
  } else {
    await store.keepDeed(deed);
  }
  state.deeds = [...state.deeds, ...kept];
  tell();
  soon(0);
  return deed;
}

/** The deed that a photo shows the paper of; none where that was sent long ago. */
const subjectOf = ({ command }) =>
  command.do === "picture" ? state.deeds.find((each) => each.id === command.about_id) : null;

/** The photo that was taken of a deed's paper. */
export const photoOf = (deed) => state.deeds.find((each) => each.command.about_id === deed.id);

/** A photo waits for what it shows; that may have been refused. */
const isReady = (deed) => (subjectOf(deed)?.state ?? "done") === "done";

/** What can be sent now, photos last: they take long, and money does not wait for them. */
function toSend() {
  const mine = waiting().filter((each) => each.employeeId === state.session.employeeId);
  const isPhoto = (each) => each.command.do === "picture";
  return [...mine.filter((each) => !isPhoto(each)), ...mine.filter(isPhoto)];
}

/** Send what was refused again, changed so that it can be taken. Its id stays: it was never recorded. */
export async function sendAgain(deed, changes) {
  await change(deed, { state: "waiting", answer: null, command: { ...deed.command, ...changes } });
  soon(0);
}

/** Put away what was refused, and a photo of it, when a person says so. */
export async function putAway(deed) {
  const gone = state.deeds.filter((each) => each.id === deed.id || each.command.about_id === deed.id);
  for (const each of gone) await store.dropDeed(each.id);
  state.deeds = state.deeds.filter((each) => !gone.includes(each));
  tell();
}

async function change(deed, changes) {
  const changed = { ...deed, ...changes };
  await store.keepDeed(changed);
  state.deeds = state.deeds.map((each) => (each.id === deed.id ? changed : each));
  tell();
}

export async function signIn(firmId, name, password) {
  const session = await line.signIn(firmId, name, password);
  if (state.round?.me && state.round.me.employee_id !== session.employeeId) await store.forgetRound();
  state.session = session;
  state.needsSignIn = false;
  await read();
  state.canStay = await store.askToStay();
  tell();
  await exchange();
}

export async function signOut() {
  await line.signOut();
  await store.forgetRound();
  state.session = null;
  await read();
  tell();
}

/** Send what waits and take in what is new; one tab at a time. */
function exchange() {
  clearTimeout(timer);
  return navigator.locks.request("collectiq exchange", { ifAvailable: true }, async (lock) => {
    if (!state.session) return;
    if (!lock) {
      // Another tab is at it; this one looks again, or it would show nothing new.
      soon();
      return;
    }
    state.isSending = true;
    tell();
    try {
      await send();
      await takeIn();
      Object.assign(state, { isOnline: true, trouble: "", needsSignIn: false });
      waitMs = FIRST_WAIT_MS;
      // What was done meanwhile is not left until the next minute.
      const isMore = toSend().some(isReady);
      soon(isMore ? 0 : LONGEST_WAIT_MS);
    } catch (error) {
      await fail(error);
    }
    state.isSending = false;
    tell();
  });
}

async function fail(error) {
  if (error instanceof line.SignInNeeded) {
    // Whoever may see nothing any more keeps nothing; what was done and not sent stays.
    state.needsSignIn = true;
    await store.forgetRound();
    await read();
    return;
  }
  state.isOnline = !(error instanceof line.NoLine);
  state.trouble = state.isOnline ? error.message : "";
  soon(Math.max(waitMs, (error.waitSeconds || 0) * 1_000));
  waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
}

async function send() {
  // What another tab kept is sent, too.
  state.deeds = (await store.deeds()).sort((one, other) => one.madeAt - other.madeAt);
  for (const deed of toSend()) {
    if (!isReady(deed)) continue;
    await change(deed, await answered(deed));
    if (deed.command.do === "picture" && state.deeds.find((each) => each.id === deed.id).state === "done") {
      await store.dropPicture(deed.id);
    }
  }
}

/** What is sent of a deed: of a photo its bytes, and no party, which its subject names. */
async function toldOf({ id, command }) {
  if (command.do !== "picture") return command;
  const content = base64Of((await store.picture(id)) || new Uint8Array());
  return { do: "picture", id, about_id: command.about_id, content };
}

async function answered(deed) {
  try {
    const patienceMs = deed.command.do === "picture" ? line.PHOTO_PATIENCE_MS : undefined;
    const answer = await line.ask("/v1/agent/command", { command: await toldOf(deed) }, patienceMs);
    return { state: answer.state, answer };
  } catch (error) {
    const isMalformed = error instanceof line.Refused && [400, 413, 422].includes(error.status);
    if (!isMalformed) throw error;
    return { state: "refused", answer: { code: error.word, sentence: error.message, field: "" } };
  }
}

async function takeIn() {
  const before = state.deeds.filter((each) => each.state === "done" && !each.isTakenIn);
  const old = state.deeds.filter((each) => each.isTakenIn && each.madeAt < Date.now() - SHOWN_MS);
  const known = Object.fromEntries(
    (state.round?.tags || []).filter(([id]) => state.parties.has(id)),
  );
  const told = await line.ask("/v1/agent/changes", { mark: state.round?.mark || "", known });
  if (told.is_same) for (const each of before) await store.keepDeed({ ...each, isTakenIn: true });
  else await store.takeIn(told, before);
  for (const each of old) await store.dropDeed(each.id);
  await read();
}
