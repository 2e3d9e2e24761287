"""The receipt on paper: what came in, what it settled, what is left to pay."""

from __future__ import annotations

from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.papers import ReceiptPaper, SettledBill
from collectiq_desktop.core.domain.words import amount_in_words
from collectiq_desktop.documents.labels import Labels, labels_for
from collectiq_desktop.documents.paper import SHEETS, Paper, Sheet
from collectiq_desktop.documents.tables import Column, amounts, roll_view, table_view
from collectiq_desktop.documents.typesetter import Typesetter, printable, shared_typesetter
from collectiq_desktop.documents.view import (
    Row,
    UpiAsk,
    View,
    bank_view,
    day,
    firm_view,
    joined,
    page_view,
    party_view,
    qr_view,
    rupees,
    tagged,
    with_side,
)

_TEMPLATE = "receipt.typ"


def receipt_pdf(
    receipt: ReceiptPaper,
    *,
    paper: Paper = "80mm",
    language: str | None = None,
    typesetter: Typesetter | None = None,
) -> bytes:
    """The receipt as a PDF, in the party's language unless another is named."""
    setter = typesetter or shared_typesetter()
    labels = labels_for(language or receipt.party.language, folder=setter.templates)
    return setter.pdf(_TEMPLATE, receipt_view(receipt, sheet=SHEETS[paper], labels=labels))


def receipt_view(receipt: ReceiptPaper, *, sheet: Sheet, labels: Labels) -> View:
    """Everything that stands on the receipt, as texts for the template."""
    when = f"{day(receipt.on)} {printable(receipt.time_text)}".strip()
    is_owed = receipt.balance_after_paise > 0
    return {
        **page_view(sheet, labels),
        "firm": firm_view(receipt.firm, labels),
        "party": party_view(receipt.party, labels),
        "title": labels["receipt"],
        "subs": [printable(receipt.number), when],
        "mark": labels["duplicate"] if receipt.is_duplicate else None,
        "running": " · ".join((labels["receipt"], printable(receipt.number))),
        "headline": {
            "label": labels["received"],
            "amount": rupees(receipt.amount_paise),
            "remark": " · ".join(_how(receipt, labels)),
        },
        "words": amount_in_words(receipt.amount_paise, labels.language),
        "bills": _bills(receipt, sheet, labels),
        "sums": _sums(receipt, labels),
        "balance": [labels["balance_after"], f"₹ {with_side(receipt.balance_after_paise, labels)}"],
        "notes": _notes(receipt, labels),
        "qr": qr_view(receipt.firm, labels, _ask(receipt)),
        "bank": bank_view(receipt.firm, labels) if is_owed else [],
        "made": joined(
            tagged(labels["taken_by"], receipt.user),
            tagged(labels["counter"], receipt.device),
            tagged(labels["verify_code"], receipt.verify_code),
        ),
        "signs": labels.fill("firm_signs", firm=printable(receipt.firm.name)),
    }


def _how(receipt: ReceiptPaper, labels: Labels) -> list[str]:
    mode = printable(labels.named("mode", receipt.mode))
    return [part for part in (mode, printable(receipt.reference)) if part]


def _bills(receipt: ReceiptPaper, sheet: Sheet, labels: Labels) -> View | None:
    rows = [[bill_text(bill, labels), format_inr(bill.amount_paise)] for bill in receipt.bills]
    if receipt.on_account_part_paise:
        rows.append([labels["on_account_part"], format_inr(receipt.on_account_part_paise)])
    if not rows:
        return None
    if sheet.is_roll:
        return roll_view(sheet, rows)
    return table_view(
        sheet,
        (
            Column(head=labels["bill"], most_em=None),
            amounts(labels["amount"]),
        ),
        rows,
    )


def bill_text(bill: SettledBill, labels: Labels) -> str:
    """The bill's number; an advance says that it is one."""
    number = printable(bill.number)
    return f"{number} ({labels['advance']})" if bill.is_advance else number


def _sums(receipt: ReceiptPaper, labels: Labels) -> list[Row]:
    """How money and deductions make up what the bills got."""
    deductions = [
        [printable(labels.words.get(each.kind, each.kind)), format_inr(each.amount_paise)]
        for each in receipt.deductions
    ]
    total = format_inr(receipt.amount_paise + receipt.deducted_paise)
    received = [labels["received"], format_inr(receipt.amount_paise)]
    return [received, *deductions, [labels["total"], total]]


def _notes(receipt: ReceiptPaper, labels: Labels) -> list[str]:
    narration = tagged(labels["narration"], receipt.narration)
    realisation = labels["realisation"] if receipt.subject_to_realisation else ""
    return [note for note in (realisation, narration) if note]


def _ask(receipt: ReceiptPaper) -> UpiAsk:
    code = receipt.party.code or "PARTY"
    return UpiAsk(
        amount_paise=receipt.balance_after_paise,
        number=f"BAL-{code}-{receipt.on:%Y%m%d}",
        note=f"Balance {day(receipt.on)} {receipt.party.code}".strip(),
    )
