"""The words for documents: what is sold, what comes in, what is put right."""

from __future__ import annotations

from argparse import ArgumentParser

from collectiq_desktop.commands.verbs import Verbs

PAPERS = ("A4", "A5", "80mm", "58mm")
LANGUAGES = ("en", "hi")
MODES = ("cash", "upi", "cheque", "bank", "card", "razorpay")
CHARGES = ("charges", "interest", "sales")


def add_vouchers(verbs: Verbs) -> None:
    """Declare every verb that posts a document or corrects one."""
    _add_receipt(verbs)
    _add_invoice(verbs)
    _add_notes(verbs)
    _add_others(verbs)
    cancel = verbs.add("cancel", "cancelling:cancel", "cancel a voucher; its number stays used")
    cancel.add_argument("number", help="the voucher's number")
    cancel.add_argument("--reason", required=True, help="why; it stays in the books")
    _add_id(cancel)
    attach = verbs.add("attach", "pictures:attach", "keep a photo of a cheque with its voucher")
    attach.add_argument("number", help="the voucher's number")
    attach.add_argument("file", help="JPEG or PNG of at most 150 KB")
    _add_id(attach)
    pictures = verbs.add("pictures", "pictures:pictures", "the photos kept with a voucher")
    pictures.add_argument("number", help="the voucher's number")
    pictures.add_argument("--to", metavar="FOLDER", help="also write them there")


def _add_receipt(verbs: Verbs) -> None:
    receipt = verbs.add("receipt", "receipts:record", "record money received from a party")
    _add_party_and_amount(receipt)
    receipt.add_argument("--mode", choices=MODES, default="cash", help="how it came (cash)")
    _add_day(receipt)
    receipt.add_argument("--reference", default="", metavar="TEXT", help="cheque number or UTR")
    receipt.add_argument("--discount", metavar="SUM", help="let off besides the money")
    receipt.add_argument("--tds", metavar="SUM", help="deducted as tax besides the money")
    receipt.add_argument("--round-off", metavar="SUM", help="a small rest written off")
    receipt.add_argument(
        "--bill",
        action="append",
        metavar="NUMBER=SUM",
        help="set this much against a bill; may be given again (else the oldest first)",
    )
    receipt.add_argument(
        "--on-account", action="store_true", help="set nothing against bills, keep it on account"
    )
    receipt.add_argument(
        "--advance",
        action="store_true",
        help="keep what no bill takes for a bill to come (else it stays on account)",
    )
    _add_words(receipt)
    _add_paper(receipt)
    _add_id(receipt)


def _add_invoice(verbs: Verbs) -> None:
    invoice = verbs.add("invoice", "invoices:post", "post a sales invoice, which opens a bill")
    _add_party_and_amount(invoice, is_needed=False)
    _add_goods(invoice)
    _add_day(invoice)
    invoice.add_argument("--due", metavar="DAY", help="(the day plus the party's credit days)")
    invoice.add_argument("--reference", default="", metavar="TEXT", help="order number")
    invoice.add_argument(
        "--over-limit", default="", metavar="REASON", help="pass a limit that stops, and why"
    )
    _add_words(invoice)
    _add_paper(invoice)
    _add_id(invoice)


def _add_notes(verbs: Verbs) -> None:
    credit = verbs.add("credit-note", "invoices:credit", "post a credit note: goods came back")
    _add_party_and_amount(credit, is_needed=False)
    _add_goods(credit)
    _add_day(credit)
    credit.add_argument("--reference", default="", metavar="TEXT", help="the invoice it corrects")
    credit.add_argument(
        "--bill", action="append", metavar="NUMBER=SUM", help="the bills it lowers (oldest first)"
    )
    _add_words(credit)
    _add_id(credit)
    debit = verbs.add("debit-note", "invoices:debit", "post a debit note: charges or interest")
    _add_party_and_amount(debit, is_needed=False)
    _add_goods(debit)
    debit.add_argument("--for", dest="account", choices=CHARGES, default="charges")
    _add_day(debit)
    debit.add_argument("--due", metavar="DAY", help="the last day for paying it")
    debit.add_argument("--reference", default="", metavar="TEXT")
    _add_words(debit)
    _add_id(debit)


def _add_others(verbs: Verbs) -> None:
    payment = verbs.add("payment", "receipts:pay", "record money paid back to a party")
    _add_party_and_amount(payment)
    payment.add_argument("--mode", choices=MODES, default="cash", help="how it went (cash)")
    _add_day(payment)
    payment.add_argument("--reference", default="", metavar="TEXT")
    _add_words(payment)
    _add_id(payment)
    set_off = verbs.add("set-off", "setting_off:set_off", "set money paid ahead against bills")
    set_off.add_argument("--party", required=True, help="code, name, phone or a part of them")
    set_off.add_argument("--amount", metavar="SUM", help="(all that is paid ahead)")
    set_off.add_argument(
        "--bill", action="append", metavar="NUMBER=SUM", help="the bills it lowers (oldest first)"
    )
    _add_day(set_off)
    _add_words(set_off)
    _add_id(set_off)
    contra = verbs.add("contra", "journals:contra", "move money between cash and bank")
    contra.add_argument("--amount", required=True, metavar="SUM")
    contra.add_argument("--from", dest="from_code", default="cash", metavar="ACCOUNT")
    contra.add_argument("--to", dest="to_code", default="bank", metavar="ACCOUNT")
    _add_day(contra)
    _add_words(contra)
    _add_id(contra)
    journal = verbs.add("journal", "journals:post", "post a journal: bad debts, a correction")
    for side in ("debit", "credit"):
        journal.add_argument(
            f"--{side}",
            action="append",
            required=True,
            metavar="ACCOUNT=SUM",
            help="an account or party:NAME; may be given again",
        )
    _add_day(journal)
    _add_words(journal)
    _add_id(journal)
    opening = verbs.add("opening-bill", "journals:opening", "enter a bill open since before")
    _add_party_and_amount(opening)
    opening.add_argument("--number", default="", help="the bill's own; none for on account")
    _add_day(opening)
    opening.add_argument("--due", metavar="DAY", help="the last day for paying it")
    _add_words(opening)
    _add_id(opening)


def _add_party_and_amount(verb: ArgumentParser, *, is_needed: bool = True) -> None:
    verb.add_argument("--party", required=True, help="code, name, phone or a part of them")
    more = "" if is_needed else "; not where --item is given"
    verb.add_argument("--amount", required=is_needed, metavar="SUM", help=f"in rupees{more}")


def _add_goods(verb: ArgumentParser) -> None:
    verb.add_argument(
        "--item",
        action="append",
        metavar="NAME;QUANTITY;RATE;GST",
        help="goods, rate before tax, GST in percent; may be given again",
    )


def _add_day(verb: ArgumentParser) -> None:
    verb.add_argument("--on", metavar="DAY", help="the voucher's day (today)")


def _add_words(verb: ArgumentParser) -> None:
    verb.add_argument("--narration", default="", metavar="TEXT")


def _add_id(verb: ArgumentParser) -> None:
    verb.add_argument("--id", metavar="HEX", help="32 hex digits; makes a retry harmless")


def _add_paper(verb: ArgumentParser) -> None:
    verb.add_argument("--pdf", metavar="FILE", help="also write it as PDF")
    verb.add_argument("--paper", choices=PAPERS, default="A4", help="(A4)")
    verb.add_argument("--language", choices=LANGUAGES, help="(the party's)")
