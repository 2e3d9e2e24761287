// Whole paise, Indian grouping, days in India. No sum is ever a fraction.

/** 12345678 paise → 1,23,456.78 */
export function plain(paise) {
  const whole = Math.abs(paise);
  const rupees = String(Math.trunc(whole / 100));
  const last = rupees.slice(-3);
  const rest = rupees.slice(0, -3).replace(/\B(?=(\d\d)+$)/g, ",");
  const sign = paise < 0 ? "−" : "";
  return `${sign}${rest ? `${rest},` : ""}${last}.${String(whole % 100).padStart(2, "0")}`;
}

export const inr = (paise) => `₹${plain(paise)}`;

/** What was typed, in paise; null where it is no sum of money. */
export function paiseOf(text) {
  const told = text.replace(/[,\s₹]/g, "").match(/^(\d{0,11})(?:\.(\d{0,2}))?$/);
  if (!told || (!told[1] && !told[2])) return null;
  return Number(told[1] || 0) * 100 + Number((told[2] || "").padEnd(2, "0"));
}

/** A sum as a person would type it. */
export function typed(paise) {
  return paise % 100 ? `${Math.trunc(paise / 100)}.${String(paise % 100).padStart(2, "0")}` : String(paise / 100);
}

const INDIA_MS = 5.5 * 3_600_000;

/** The business date in India, ISO. */
export const todayOn = (nowAt = Date.now()) => new Date(nowAt + INDIA_MS).toISOString().slice(0, 10);

export const plusDays = (on, days) =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** 2026-11-22 → 22-11-2026 */
export const dated = (on) => (on ? on.split("-").reverse().join("-") : "—");

/** Share a sum among open bills, the oldest first; the order is the server's. */
export function oldestFirst(paise, bills) {
  let left = paise;
  const parts = {};
  for (const bill of bills) {
    const part = Math.min(left, Math.max(bill.open_paise, 0));
    if (part > 0) parts[keyOf(bill)] = part;
    left -= Math.max(part, 0);
  }
  return parts;
}

export const keyOf = (bill) => `${bill.voucher_id}.${bill.n}`;
