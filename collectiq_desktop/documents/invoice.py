"""The invoice on paper, with the balance before and after it."""

from __future__ import annotations

from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.papers import InvoiceItem, InvoicePaper, TaxOnPaper
from collectiq_desktop.core.domain.words import amount_in_words
from collectiq_desktop.documents.labels import Labels, labels_for
from collectiq_desktop.documents.paper import SHEETS, Paper, Sheet
from collectiq_desktop.documents.tables import Column, amounts, roll_view, table_view
from collectiq_desktop.documents.typesetter import Typesetter, printable, shared_typesetter
from collectiq_desktop.documents.view import (
    NONE,
    Row,
    UpiAsk,
    View,
    bank_view,
    code_view,
    day,
    firm_view,
    joined,
    made_line,
    page_view,
    party_view,
    qr_view,
    rupees,
    tagged,
    with_side,
)

_TEMPLATE = "invoice.typ"
_LARGEST_CODE_BYTES = 2_300
_NO_BREAK = "\u00a0"


def invoice_pdf(
    invoice: InvoicePaper,
    *,
    paper: Paper = "A4",
    language: str | None = None,
    typesetter: Typesetter | None = None,
) -> bytes:
    """The invoice as a PDF, in the party's language unless another is named.

    Every copy asked for follows the one before and counts its own pages.
    """
    setter = typesetter or shared_typesetter()
    labels = labels_for(language or invoice.party.language, folder=setter.templates)
    return setter.pdf(_TEMPLATE, invoice_view(invoice, sheet=SHEETS[paper], labels=labels))


def invoice_view(invoice: InvoicePaper, *, sheet: Sheet, labels: Labels) -> View:
    """Everything that stands on the invoice, as texts for the template."""
    title = labels[invoice.title or ("tax_invoice" if invoice.firm.gstin else "invoice")]
    due = [f"{labels['due_on']} {day(invoice.due_on)}"] if invoice.due_on else []
    return {
        **page_view(sheet, labels),
        "firm": firm_view(invoice.firm, labels),
        "party": party_view(invoice.party, labels),
        "title": title,
        "subs": [printable(invoice.number), f"{labels['date']} {day(invoice.on)}", *due],
        "copies": [labels[f"copy_{copy}"] for copy in invoice.copies] or [None],
        "mark": labels["duplicate"] if invoice.is_duplicate else None,
        "running": " · ".join((title, printable(invoice.number))),
        "headline": {
            "label": labels["invoice_total"],
            "amount": rupees(invoice.total_paise),
            "remark": "",
        },
        "facts": _facts(invoice, labels),
        "items": _items(invoice, sheet, labels),
        "sums": _sums(invoice, labels),
        "taxes": _taxes(invoice, sheet, labels),
        "words": amount_in_words(invoice.total_paise, labels.language),
        "balances": _balances(invoice, labels),
        "irn": printable(invoice.irn),
        "signed": _signed(invoice),
        "notes": _notes(invoice, labels),
        "qr": qr_view(invoice.firm, labels, _ask(invoice)),
        "bank": bank_view(invoice.firm, labels),
        "made": _made(invoice, labels),
        "signs": labels.fill("firm_signs", firm=printable(invoice.firm.name)),
    }


def _facts(invoice: InvoicePaper, labels: Labels) -> list[Row]:
    delivered = ", ".join(printable(line) for line in invoice.delivery_address)
    facts = [
        [labels["delivered_to"], delivered],
        [labels["place_of_supply"], printable(invoice.place_of_supply)],
    ]
    if invoice.firm.gstin:
        facts.append(
            [labels["reverse_charge"], labels["yes" if invoice.is_reverse_charge else "no"]]
        )
    return [fact for fact in facts if fact[1]]


def _items(invoice: InvoicePaper, sheet: Sheet, labels: Labels) -> View:
    goods = InvoiceItem(name=labels["goods"], taxable_paise=invoice.taxable_paise)
    items = invoice.items or (goods,)
    if sheet.is_roll:
        return roll_view(sheet, [_roll_item(item, labels) for item in items])
    return table_view(
        sheet,
        (
            Column(head=labels["serial"], is_right=True),
            Column(head=labels["item"], most_em=None),
            Column(head=labels["hsn"]),
            Column(head=labels["quantity"], is_right=True),
            Column(head=labels["unit"]),
            amounts(labels["rate"]),
            Column(head=labels["gst_rate"], is_right=True),
            amounts(labels["taxable"]),
        ),
        [[str(n), *_item(item)] for n, item in enumerate(items, 1)],
    )


def _item(item: InvoiceItem) -> Row:
    return [
        printable(item.name),
        printable(item.hsn) or NONE,
        printable(item.quantity_text) or NONE,
        printable(item.unit) or NONE,
        NONE if item.rate_paise is None else format_inr(item.rate_paise),
        percent(item.gst_rate_bp) if item.gst_rate_bp or item.hsn else NONE,
        format_inr(item.taxable_paise),
    ]


def _roll_item(item: InvoiceItem, labels: Labels) -> Row:
    amount = " ".join(filter(None, (printable(item.quantity_text), printable(item.unit))))
    rate = "" if item.rate_paise is None else format_inr(item.rate_paise)
    parts = (
        " × ".join(filter(None, (amount, rate))),
        tagged(labels["hsn"], item.hsn).replace(" ", _NO_BREAK),
        f"{labels['gst_rate']}{_NO_BREAK}{percent(item.gst_rate_bp)}" if item.gst_rate_bp else "",
    )
    return [
        f"{printable(item.name)}\n{' · '.join(filter(None, parts))}",
        format_inr(item.taxable_paise),
    ]


def _sums(invoice: InvoicePaper, labels: Labels) -> list[Row]:
    sums = [
        ("taxable", invoice.taxable_paise),
        ("cgst", invoice.cgst_paise),
        ("sgst", invoice.sgst_paise),
        ("igst", invoice.igst_paise),
        ("round_off", invoice.round_off_paise),
    ]
    shown = [[labels[key], format_inr(paise)] for key, paise in sums if paise or key == "taxable"]
    return [*shown, [labels["invoice_total"], rupees(invoice.total_paise)]]


def _taxes(invoice: InvoicePaper, sheet: Sheet, labels: Labels) -> View | None:
    taxes = invoice.taxes_by_rate if invoice.tax_paise else ()
    if not taxes:
        return None
    if sheet.is_roll:
        return roll_view(sheet, [_roll_tax(tax, labels) for tax in taxes])
    all_amounts = (
        ("taxable", [tax.taxable_paise for tax in taxes]),
        ("cgst", [tax.cgst_paise for tax in taxes]),
        ("sgst", [tax.sgst_paise for tax in taxes]),
        ("igst", [tax.igst_paise for tax in taxes]),
    )
    columns = [
        (labels[name], list(map(format_inr, paise))) for name, paise in all_amounts if any(paise)
    ]
    rates = (percent(tax.rate_bp) for tax in taxes)
    return table_view(
        sheet,
        (
            Column(head=labels["gst_rate"], most_em=None),
            *(amounts(head) for head, _ in columns),
        ),
        [list(row) for row in zip(rates, *(texts for _, texts in columns), strict=True)],
    )


def _roll_tax(tax: TaxOnPaper, labels: Labels) -> Row:
    parts = (
        f"{labels[name]} {percent(rate_bp)} {format_inr(paise)}"
        for name, rate_bp, paise in (
            ("cgst", tax.rate_bp // 2, tax.cgst_paise),
            ("sgst", tax.rate_bp // 2, tax.sgst_paise),
            ("igst", tax.rate_bp, tax.igst_paise),
        )
        if paise
    )
    return ["\n".join(parts) or percent(0), format_inr(tax.taxable_paise)]


def _balances(invoice: InvoicePaper, labels: Labels) -> list[Row]:
    return [
        [labels["previous_balance"], with_side(invoice.previous_balance_paise, labels)],
        [f"+ {labels['this_bill']}", format_inr(invoice.total_paise)],
        [f"– {labels['less_received']}", format_inr(invoice.received_paise)],
        [f"= {labels['new_balance']}", f"₹ {with_side(invoice.new_balance_paise, labels)}"],
    ]


def _signed(invoice: InvoicePaper) -> View | None:
    text = invoice.signed_qr
    return code_view(text) if 0 < len(text.encode("utf-8")) <= _LARGEST_CODE_BYTES else None


def _notes(invoice: InvoicePaper, labels: Labels) -> list[str]:
    narration = tagged(labels["narration"], invoice.narration)
    return [note for note in (narration, labels["realisation"], labels["errors"]) if note]


def _made(invoice: InvoicePaper, labels: Labels) -> list[str]:
    return joined(
        made_line(invoice.made_text, labels),
        tagged(labels["taken_by"], invoice.user),
        tagged(labels["counter"], invoice.device),
        tagged(labels["verify_code"], invoice.verify_code),
    )


def _ask(invoice: InvoicePaper) -> UpiAsk:
    return UpiAsk(
        amount_paise=invoice.to_pay_paise, number=invoice.number, note=f"Bill {invoice.number}"
    )


def percent(rate_bp: int) -> str:
    """A rate in basis points as people write it: 18%, 2.5%, 0.25%."""
    whole, rest = divmod(rate_bp, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".") + "%" if rest else f"{whole}%"
