// Ids are minted here, so that what is sent twice is known for the same thing.

const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export const hexOf = (bytes) => [...bytes].map((each) => each.toString(16).padStart(2, "0")).join("");

export const bytesOf = (hex) => Uint8Array.from(hex.match(/../g) || [], (pair) => parseInt(pair, 16));

export const base64Of = (bytes) => btoa(Array.from(bytes, (each) => String.fromCharCode(each)).join(""));

export const bytesOfBase64 = (text) => Uint8Array.from(atob(text), (each) => each.charCodeAt(0));

export const randomBytes = (count) => crypto.getRandomValues(new Uint8Array(count));

/** An id: six bytes of the clock, ten of chance, as 32 hexadecimal digits. */
export function newId(nowAt = Date.now()) {
  return nowAt.toString(16).padStart(12, "0") + hexOf(randomBytes(10));
}

function written(number, count) {
  let text = "";
  for (let n = count - 1; n >= 0; n -= 1) text += DIGITS[Number((number >> BigInt(5 * n)) & 31n)];
  return text;
}

/** What people call a receipt before it has a number: 7F3K-2Q. */
export function refOf(id) {
  const told = written(BigInt(`0x${id}`) & ((1n << 30n) - 1n), 6);
  return `${told.slice(0, 4)}-${told.slice(4)}`;
}

/** The code of a receipt's public page; the mark of the firm is made as the server makes it. */
export async function codeOf(firmId, id) {
  const words = new Uint8Array([...new TextEncoder().encode("collectiq firm"), ...bytesOf(firmId)]);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", words));
  return written(BigInt(`0x${hexOf(hash.slice(0, 3))}${id}`), 31);
}

/** What the server keeps of a token or of this phone's secret. */
export async function hashOfToken(bytes) {
  const words = new Uint8Array([...new TextEncoder().encode("collectiq person"), ...bytes]);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", words));
}
