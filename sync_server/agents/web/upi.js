// The upi://pay link and its QR code, drawn here so that it works with no line.

import { encode } from "./vendor/uqr.js";
import { html } from "./vendor/htm-preact.js";

/** The link that a UPI app opens; the amount is exact. */
export function upiLink({ vpa, payee, paise, ref }) {
  const amount = `${Math.trunc(paise / 100)}.${String(paise % 100).padStart(2, "0")}`;
  const fields = [
    ["pa", vpa],
    ["pn", encodeURIComponent(payee)],
    ["tr", ref],
    ["tn", encodeURIComponent(`Ref ${ref}`)],
    ["am", amount],
    ["cu", "INR"],
    ["mode", "01"],
  ];
  return `upi://pay?${fields.map(([name, value]) => `${name}=${value}`).join("&")}`;
}

export function Code({ text, label }) {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  let path = "";
  data.forEach((row, y) => row.forEach((isDark, x) => (path += isDark ? `M${x} ${y}h1v1h-1z` : "")));
  return html`<svg class="qr" role="img" aria-label=${label} data-text=${text} viewBox=${`0 0 ${size} ${size}`} shape-rendering="crispEdges">
    <rect width=${size} height=${size} fill="#fff" /><path d=${path} fill="#000" /></svg>`;
}
