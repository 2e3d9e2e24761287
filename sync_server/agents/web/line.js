// The line to the head office. A lost answer is an error like no line at all: what was sent is sent again.

import { base64Of, bytesOf, hashOfToken, hexOf, randomBytes } from "./ids.js";
import * as store from "./store.js";

const PATIENCE_MS = 20_000;
/** A photo over the slowest line. */
export const PHOTO_PATIENCE_MS = 120_000;

export class NoLine extends Error {}
export class SignInNeeded extends Error {}
export class Refused extends Error {
  constructor(status, trouble, waitSeconds) {
    super(trouble.detail || trouble.word || String(status));
    this.status = status;
    this.word = trouble.word || "";
    this.template = trouble.template || "";
    this.values = trouble.values || {};
    this.waitSeconds = waitSeconds;
  }
}

async function post(path, asked, token = "", patienceMs = PATIENCE_MS) {
  const device = await deviceSecret();
  const headers = { "Content-Type": "application/json", Accept: "application/json", "CollectIQ-Device": device };
  if (token) headers.Authorization = `Bearer ${token}`;
  let answer;
  let told;
  try {
    answer = await fetch(path, {
      method: "POST",
      headers,
      body: JSON.stringify(asked),
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      signal: AbortSignal.timeout(patienceMs),
    });
    told = await answer.json();
  } catch (error) {
    throw new NoLine(String(error));
  }
  if (answer.ok) return told;
  throw new Refused(answer.status, told, Number(answer.headers.get("Retry-After") || 0));
}

/** A secret of this phone's own, minted once. */
async function deviceSecret() {
  let secret = await store.kept("device");
  if (!secret) {
    secret = hexOf(randomBytes(32));
    await store.keep("device", secret);
  }
  return secret;
}

const inText = (hex) => base64Of(bytesOf(hex));

export async function signIn(firmId, name, password) {
  const renewal = hexOf(randomBytes(32));
  const asked = {
    firm_id: inText(firmId),
    name,
    password,
    device: inText(await deviceSecret()),
    renewal_hash: base64Of(await hashOfToken(bytesOf(renewal))),
  };
  return keepSession(await post("/v1/person/sign-in", asked), firmId, renewal);
}

async function keepSession(told, firmId, renewal) {
  const employeeId = hexOf(Uint8Array.from(atob(told.employee_id), (each) => each.charCodeAt(0)));
  const session = {
    firmId,
    employeeId,
    name: told.name,
    family: told.family_id,
    token: told.token,
    endsAt: Date.now() + told.seconds * 1_000,
    renewal,
  };
  await store.keep("session", session);
  return session;
}

/** A new token. The one after it is on the disk before it is asked for, so that it can be asked for again. */
async function renewed(session) {
  const next = session.next || hexOf(randomBytes(32));
  await store.keep("session", { ...session, next });
  const asked = {
    firm_id: inText(session.firmId),
    family_id: session.family,
    renewal: inText(session.renewal),
    next_hash: base64Of(await hashOfToken(bytesOf(next))),
    device: inText(await deviceSecret()),
  };
  try {
    return await keepSession(await post("/v1/person/renew", asked), session.firmId, next);
  } catch (error) {
    if (error instanceof Refused && error.status === 401) throw new SignInNeeded();
    throw error;
  }
}

/** Ask as the one who has signed in. */
export async function ask(path, asked, patienceMs = PATIENCE_MS) {
  let session = await store.kept("session");
  if (!session) throw new SignInNeeded();
  if (session.endsAt < Date.now() + 30_000) session = await renewed(session);
  try {
    return await post(path, asked, session.token, patienceMs);
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 401) throw error;
    session = await renewed(session);
    return post(path, asked, session.token, patienceMs);
  }
}

export async function signOut() {
  try {
    await ask("/v1/person/sign-out", {});
  } catch {
    // With no line the sign-in ends on this phone alone; an admin can end it at the head office.
  }
  await store.keep("session", null);
}
