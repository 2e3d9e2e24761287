"""Sheets of invoices, of receipts, and of invoices with their settlement."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from collectiq_desktop.core.domain.calendar import financial_year_of
from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.instruments import guess_instrument, mode_of_words
from collectiq_desktop.interchange.quantities import quantity_of, rate_bp_of
from collectiq_desktop.interchange.rows import (
    GstRow,
    InstrumentRow,
    ItemLineRow,
    Mode,
    Nature,
    PostingRow,
    RefKind,
    RefRow,
    RowKind,
    VoucherRow,
)
from collectiq_desktop.interchange.spreadsheets.cells import (
    CellTrouble,
    days_of,
    moment_of,
)
from collectiq_desktop.interchange.spreadsheets.grid import Cell
from collectiq_desktop.interchange.spreadsheets.records import Record
from collectiq_desktop.interchange.spreadsheets.sheet_rows import (
    SheetRows,
    digest_of,
    missing,
    name_key,
)

_TAX_LEDGERS = {
    "cgst": "Output CGST",
    "sgst": "Output SGST",
    "igst": "Output IGST",
    "cess": "Output Cess",
}
_MOST_ROUNDING_PAISE = 100
_NUMBERS_BETWEEN = re.compile(r"\s*[,;&\n]\s*|\s+and\s+")


@dataclass(slots=True)
class OpenInvoice:
    """An invoice whose item lines may go on in the next rows."""

    record: Record
    party: str
    number: str
    on: dt.date
    items: list[ItemLineRow] = field(default_factory=list)


def is_continuation(record: Record) -> bool:
    """Whether the row only adds an item to the invoice above it."""
    has_item = record.has("item") or record.has("item_amount")
    return has_item and not record.has("number") and not record.has("on")


def begin_invoice(rows: SheetRows, record: Record) -> OpenInvoice:
    """The invoice that a row begins."""
    party, on = rows.party(record), rows.needed_date(record)
    return OpenInvoice(record, party, rows.number(record), on)


def same_invoice(invoice: OpenInvoice, record: Record) -> bool:
    """Whether a row names the invoice above it again, to add an item."""
    return (
        record.has("item")
        and record.has("number")
        and record.text("number") == invoice.record.text("number")
        and name_key(record.text("party")) in {"", name_key(invoice.party)}
    )


def add_item(rows: SheetRows, invoice: OpenInvoice, record: Record) -> None:
    """Put the row's item line on the invoice, if it has one."""
    if not record.has("item"):
        return
    value_paise = rows.amount(record, "item_amount")
    if value_paise is None:
        value_paise = rows.amount(record, "taxable") or 0
    quantity, unit = quantity_of(record.text("quantity"))
    rate, _per = quantity_of(record.text("rate"))
    invoice.items.append(
        ItemLineRow(
            item=record.text("item"),
            value_paise=abs(value_paise),
            quantity=quantity,
            unit=record.text("unit") or unit,
            rate=rate,
            hsn=record.text("hsn") or None,
            gst_rate_bp=_rate_bp(record.text("gst_rate")),
        )
    )


def _rate_bp(text: str) -> int | None:
    try:
        return rate_bp_of(text) if text else None
    except ValueError as problem:
        raise CellTrouble(
            Finding.BAD_AMOUNT, say("“{text}” is not a GST rate.", text=text)
        ) from problem


def close_invoice(rows: SheetRows, invoice: OpenInvoice) -> VoucherRow | None:
    """The invoice with all its lines; None when it came before."""
    record = invoice.record
    tax = {name: rows.amount(record, name) or 0 for name in _TAX_LEDGERS}
    taxable_paise = _taxable(rows, invoice)
    total_paise = rows.amount(record, "amount")
    if total_paise is None:
        if taxable_paise is None:
            raise missing(rows.mapping, "amount")
        total_paise = taxable_paise + sum(tax.values()) + (rows.amount(record, "round_off") or 0)
    if total_paise <= 0:
        reason = say(
            "The invoice amount is {total}; it must be above zero.",
            total=format_inr(total_paise),
        )
        raise CellTrouble(Finding.BAD_AMOUNT, reason)
    due_on = rows.due_on(record, invoice.on)
    content = digest_of(name_key(invoice.party), invoice.on, due_on, total_paise)
    number = invoice.number or rows.made_number(record, content)
    key = rows.key("invoice", number.casefold(), str(financial_year_of(invoice.on).start_year))
    change = f"h{digest_of(content, number, *(one.item for one in invoice.items))}"
    if rows.is_repeated(record, key, change):
        return None
    ref = RefRow(
        kind=RefKind.NEW,
        number=number,
        amount_paise=total_paise,
        bill_on=invoice.on,
        due_on=due_on,
    )
    row = VoucherRow(
        origin_key=key,
        change=change,
        where=rows.where(record, number),
        kind=RowKind.SALES_INVOICE,
        type_name="Sales",
        base_type="Sales",
        number=number,
        on=invoice.on,
        party=invoice.party,
        postings=_invoice_postings(rows, invoice, ref, tax, taxable_paise),
        narration=_narration(record),
        items=tuple(invoice.items),
        gst=_gst(record, tax, total_paise, taxable_paise),
        entered_at=_entered_at(rows, record),
    )
    rows.add(row)
    rows.debit_paise += total_paise
    return row


def _taxable(rows: SheetRows, invoice: OpenInvoice) -> int | None:
    if rows.mapping.headers_of("item_amount") and invoice.items:
        return sum(one.value_paise for one in invoice.items)
    return rows.amount(invoice.record, "taxable")


def _invoice_postings(
    rows: SheetRows,
    invoice: OpenInvoice,
    ref: RefRow,
    tax: dict[str, int],
    taxable_paise: int | None,
) -> tuple[PostingRow, ...]:
    """Party against sales, taxes and what rounding is left.

    Money: when the sheet tells taxable value and total, what lies between
    them and the taxes may be at most a rupee of rounding.
    """
    total_paise = ref.amount_paise
    rounding_paise = rows.amount(invoice.record, "round_off") or 0
    sales_paise = total_paise - sum(tax.values()) - rounding_paise
    if taxable_paise is not None and taxable_paise != sales_paise:
        gap_paise = sales_paise - taxable_paise
        if abs(gap_paise) > _MOST_ROUNDING_PAISE:
            reason = say(
                "Taxable value, taxes and total differ by {gap}. Correct the row, or map only "
                "the total.",
                gap=format_inr(abs(gap_paise)),
            )
            raise CellTrouble(Finding.UNBALANCED_VOUCHER, reason)
        sales_paise, rounding_paise = taxable_paise, rounding_paise + gap_paise
    lines = [
        PostingRow(
            ledger=invoice.party, amount_paise=total_paise, nature=Nature.PARTY, refs=(ref,)
        ),
        PostingRow(ledger="Sales", amount_paise=-sales_paise, nature=Nature.SALES),
        *(
            PostingRow(ledger=_TAX_LEDGERS[name], amount_paise=-paise, nature=Nature.TAX)
            for name, paise in tax.items()
        ),
        PostingRow(ledger="Round off", amount_paise=-rounding_paise, nature=Nature.ROUND_OFF),
    ]
    return tuple(line for line in lines if line.amount_paise)


def _gst(
    record: Record, tax: dict[str, int], total_paise: int, taxable_paise: int | None
) -> GstRow | None:
    if not any(tax.values()):
        return None
    told = taxable_paise if taxable_paise is not None else total_paise - sum(tax.values())
    return GstRow(
        taxable_paise=told,
        cgst_paise=tax["cgst"],
        sgst_paise=tax["sgst"],
        igst_paise=tax["igst"],
        cess_paise=tax["cess"],
        place_of_supply=record.text("place_of_supply") or None,
        party_gstin=record.text("gstin") or None,
    )


def take_settlement(rows: SheetRows, record: Record, invoice: VoucherRow) -> None:
    """The receipt by which the same row says the invoice was paid."""
    on = _settled_on(rows, record, invoice.on)
    settled_paise = rows.amount(record, "settled")
    open_paise = rows.amount(record, "outstanding")
    total_paise = invoice.postings[0].amount_paise
    if settled_paise is None and on is not None:
        settled_paise = total_paise - (open_paise or 0)
    if not settled_paise:
        return
    if on is None:
        reason = say(
            "An amount is settled, but the row does not say when; only the invoice is taken."
        )
        rows.reject(record, Finding.MISSING_FIELD, reason)
        return
    if not 0 < settled_paise <= total_paise:
        reason = say(
            "Settled are {settled} of an invoice over {total}; only the invoice is taken.",
            settled=format_inr(settled_paise),
            total=format_inr(total_paise),
        )
        rows.reject(record, Finding.BAD_AMOUNT, reason)
        return
    if open_paise is not None and settled_paise + open_paise != total_paise:
        reason = say(
            "Settled and outstanding do not add up to the amount; the settled amount is taken."
        )
        rows.warn(record, Finding.BAD_AMOUNT, reason)
    if on < invoice.on:
        days = (invoice.on - on).days
        reason = say(
            "The invoice was paid before its date (days: {days}); look whether a date is wrong.",
            days=days,
        )
        rows.warn(record, Finding.BAD_DATE, reason)
    ref = RefRow(kind=RefKind.AGAINST, number=invoice.number, amount_paise=-settled_paise)
    assert invoice.party is not None
    lines = _receipt_postings(invoice.party, settled_paise, (ref,), money=Nature.BANK)
    rows.add(
        VoucherRow(
            origin_key=f"{invoice.origin_key}:settlement",
            change=f"h{digest_of(invoice.change, on, settled_paise)}",
            where=rows.where(record, f"payment of {invoice.number}"),
            kind=RowKind.RECEIPT,
            type_name="Receipt",
            base_type="Receipt",
            number=f"R-{invoice.number}",
            on=on,
            party=invoice.party,
            postings=lines,
        )
    )
    rows.credit_paise += settled_paise


def _settled_on(rows: SheetRows, record: Record, invoice_on: dt.date) -> dt.date | None:
    on = rows.date(record, "settled_on")
    if on is None and record.has("days_to_pay"):
        return invoice_on + dt.timedelta(days=days_of(record.cell("days_to_pay")))
    return on


def take_receipt(rows: SheetRows, record: Record) -> None:
    """One row of money received."""
    party, on = rows.party(record), rows.needed_date(record)
    paise = rows.amount(record, "amount")
    if paise is None:
        raise missing(rows.mapping, "amount")
    cut = {name: abs(rows.amount(record, name) or 0) for name in ("discount", "tds")}
    paise = abs(paise) if record.text("amount").casefold().endswith("cr") else paise
    if paise <= 0:
        reason = say(
            "The amount received is {amount}; it must be above zero.", amount=format_inr(paise)
        )
        raise CellTrouble(Finding.BAD_AMOUNT, reason)
    instrument = _instrument(record)
    content = digest_of(name_key(party), on, paise, record.text("reference"), *cut.values())
    number = rows.number(record) or rows.made_number(record, content)
    year = str(financial_year_of(on).start_year)
    key = rows.key("receipt", number.casefold(), year)
    change = f"h{digest_of(content, number, record.text('against'))}"
    if rows.is_repeated(record, key, change):
        return
    gross_paise = paise + sum(cut.values())
    money = Nature.CASH if instrument.mode is Mode.CASH else Nature.BANK
    rows.add(
        VoucherRow(
            origin_key=key,
            change=change,
            where=rows.where(record, number),
            kind=RowKind.RECEIPT,
            type_name="Receipt",
            base_type="Receipt",
            number=number,
            on=on,
            party=party,
            postings=_receipt_postings(
                party, gross_paise, _against(rows, record, gross_paise), money=money, cut=cut
            ),
            reference=record.text("reference") or None,
            narration=_narration(record),
            instrument=instrument,
            entered_at=_entered_at(rows, record),
        )
    )
    rows.credit_paise += gross_paise


def _against(rows: SheetRows, record: Record, gross_paise: int) -> tuple[RefRow, ...]:
    """The bill that is paid; of several the shares are not known."""
    cell: Cell = record.cell("against")
    if cell == "":
        return ()
    numbers = [one for one in _NUMBERS_BETWEEN.split(record.text("against")) if one]
    if len(numbers) == 1:
        return (RefRow(kind=RefKind.AGAINST, number=numbers[0], amount_paise=-gross_paise),)
    reason = say(
        "The row names {count} bills but not how much of each is paid; the money is taken "
        "on account. Set it against the bills in the party's card.",
        count=len(numbers),
    )
    rows.warn(record, Finding.ALLOCATION_MISMATCH, reason)
    return (RefRow(kind=RefKind.ON_ACCOUNT, amount_paise=-gross_paise),)


def _receipt_postings(
    party: str,
    gross_paise: int,
    refs: tuple[RefRow, ...],
    *,
    money: Nature,
    cut: dict[str, int] | None = None,
) -> tuple[PostingRow, ...]:
    cut = cut or {}
    lines: Iterable[PostingRow] = (
        PostingRow(
            ledger="Cash" if money is Nature.CASH else "Bank",
            amount_paise=gross_paise - sum(cut.values()),
            nature=money,
        ),
        PostingRow(
            ledger="Discount allowed", amount_paise=cut.get("discount", 0), nature=Nature.DISCOUNT
        ),
        PostingRow(ledger="TDS receivable", amount_paise=cut.get("tds", 0), nature=Nature.TDS),
        PostingRow(ledger=party, amount_paise=-gross_paise, nature=Nature.PARTY, refs=refs),
    )
    return tuple(line for line in lines if line.amount_paise)


def _instrument(record: Record) -> InstrumentRow:
    told, reference = record.text("mode"), record.text("reference")
    money = Nature.CASH if mode_of_words(told) is Mode.CASH else Nature.BANK
    guess = guess_instrument(
        money=money, told=told, narration=record.text("narration"), reference=reference
    )
    assert guess is not None, "money of a known nature has an instrument"
    return guess


def _narration(record: Record) -> str | None:
    return " · ".join(record.texts("narration")) or None


def _entered_at(rows: SheetRows, record: Record) -> int | None:
    if not record.has("entered_at"):
        return None
    return moment_of(record.cell("entered_at"), rows.mapping.date_order).instant
