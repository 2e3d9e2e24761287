// Words that are shared with a party by WhatsApp; a person sends them, the app only opens it.

import { codeOf } from "./ids.js";
import { dated, inr, plain } from "./money.js";
import { language, phraseFor, sayIn } from "./words.js";
import { isPostDated, openBills, toRemind } from "./work.js";

const NAME_CHARS = 120;
const NUMBER_CHARS = 40;
const cut = (text, count) => [...text].slice(0, count).join("");

/** A chat with words as a draft; without a mobile, WhatsApp asks for whom. */
const chat = (mobile, text) => `https://wa.me/${mobile ? `91${mobile}` : ""}?text=${encodeURIComponent(text)}`;

/** The words of a reminder in the party's language, as the office says them. */
function reminderText(party, me) {
  const late = openBills(party).filter((each) => each.overdue_days > 0 && each.open_paise > 0);
  const oldest = late[0];
  const values = {
    amount: `₹ ${plain(toRemind(party))}`,
    count: late.length,
    number: cut(oldest.number, NUMBER_CHARS),
    on: dated(oldest.bill_on),
    open: `₹ ${plain(oldest.open_paise)}`,
    party: cut(party.name, NAME_CHARS),
    vpa: me.upi_id,
  };
  const keys = ["message_greeting", late.length > 1 ? "reminder_many" : "reminder_one"];
  const lines = [...keys, ...(me.upi_id ? ["message_upi"] : []), "reminder_ask"];
  return [...lines.map((key) => phraseFor(party, key, values)), cut(me.firm, NAME_CHARS)].join("\n");
}

export const remindLink = (party, round) => chat(party.mobile, reminderText(party, round.me));

/** A post-dated cheque is no receipt yet, and no page tells of it. */
const postDatedText = ({ command, party: name }, party, round, theirs) =>
  sayIn(theirs, "cheque_text", {
    firm: round.me.firm,
    party: party?.name || name,
    number: command.reference,
    cheque_on: dated(command.cheque_on),
    amount: inr(command.amount_paise),
    on: dated(command.on),
  });

/** The receipt as words in the party's language, with a page by which anybody verifies it. */
export async function receiptLink(deed, party, round) {
  const theirs = party?.language || language();
  if (isPostDated(deed.command)) return chat(party?.mobile, postDatedText(deed, party, round, theirs));
  const page = `${location.origin}/v/${await codeOf(round.me.firm_id, deed.id)}`;
  const words = {
    party: party?.name || deed.party,
    amount: inr(deed.command.amount_paise),
    mode: sayIn(theirs, deed.command.mode),
    on: dated(deed.command.on),
    ref: deed.answer?.number || `Ref ${deed.ref}`,
    firm: round.me.firm,
    page,
  };
  return chat(party?.mobile, sayIn(theirs, "receipt_text", words));
}
