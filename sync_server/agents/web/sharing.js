// Words that are shared with a party by WhatsApp; a person sends them, the app only opens it.

import { codeOf } from "./ids.js";
import { dated, inr } from "./money.js";
import { say } from "./words.js";
import { openBills, overdueOf } from "./work.js";

/** As wa.me wants it: 91 and ten digits, whatever stood before them. */
const international = (phone) =>
  (phone || "").replace(/\D/g, "").replace(/^(?:0|91|091|0091)?([6-9]\d{9})$/, "91$1");

const chat = (phone, text) =>
  `https://wa.me/${international(phone)}?text=${encodeURIComponent(text)}`;

export function remindLink(party, round) {
  const bills = openBills(party)
    .filter((each) => each.overdue_days > 0 && each.open_paise > 0)
    .slice(0, 8)
    .map((each) => `${each.number} ${dated(each.bill_on)} ${inr(each.open_paise)}`)
    .join("\n");
  const words = { party: party.name, amount: inr(overdueOf(party)), bills, firm: round.me.firm };
  return chat(party.phones[0], say("remind_text", words));
}

/** The receipt as words, with a page by which anybody verifies it. */
export async function receiptLink(deed, party, round) {
  const page = `${location.origin}/v/${await codeOf(round.me.firm_id, deed.id)}`;
  const words = {
    party: party?.name || deed.party,
    amount: inr(deed.command.amount_paise),
    mode: say(deed.command.mode),
    on: dated(deed.command.on),
    ref: deed.answer?.number || `Ref ${deed.ref}`,
    firm: round.me.firm,
    page,
  };
  return chat(party?.phones[0], say("receipt_text", words));
}
