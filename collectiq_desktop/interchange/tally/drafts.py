"""A VOUCHER object read, before its ledgers and its type are known.

Masters may follow the vouchers, even in another file. So a voucher is first
read into a draft, which is small enough to be put aside, and resolved when
all masters are in.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from collectiq_desktop.interchange.quantities import quantity_of, rate_of
from collectiq_desktop.interchange.rows import (
    EInvoiceRow,
    ItemLineRow,
    RefKind,
    RefRow,
    RowState,
)
from collectiq_desktop.interchange.tally.decoder import is_reserved, shown
from collectiq_desktop.interchange.tally.masters import due_on, rate_of_details
from collectiq_desktop.interchange.tally.nodes import Node
from collectiq_desktop.interchange.tally.values import (
    date_of,
    money_of,
    optional_date,
)

_REF_KINDS = {
    "new ref": RefKind.NEW,
    "agst ref": RefKind.AGAINST,
    "advance": RefKind.ADVANCE,
    "on account": RefKind.ON_ACCOUNT,
}
_ITEM_TAGS = (
    "allinventoryentries",
    "inventoryentries",
    "inventoryentriesin",
    "inventoryentriesout",
)
UNNAMED_SALES = "Sales"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLine:
    """One debit or credit; `is_debit_flagged` is what ISDEEMEDPOSITIVE says."""

    ledger: str
    amount_paise: int
    is_debit_flagged: bool | None = None
    is_party_line: bool = False
    refs: tuple[RefRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BankLine:
    """What the bank allocation of a voucher says about the instrument."""

    transaction_type: str = ""
    number: str = ""
    unique_reference: str = ""
    instrument_on: date | None = None
    bank: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A voucher as the file tells it, money debit positive."""

    guid: str
    counter: str
    where: str
    type_name: str
    number: str
    on: date
    state: RowState
    lines: tuple[DraftLine, ...]
    party_ledger: str = ""
    reference: str = ""
    narration: str = ""
    items: tuple[ItemLineRow, ...] = ()
    place_of_supply: str = ""
    party_gstin: str = ""
    einvoice: EInvoiceRow | None = None
    bank: BankLine | None = None

    @property
    def digest(self) -> str:
        """A digest of what the voucher does, the same from every encoding."""
        lines = [
            (one.ledger, one.amount_paise, [(r.kind, r.number, r.amount_paise) for r in one.refs])
            for one in self.lines
        ]
        said = (self.type_name, self.number, self.on.isoformat(), self.state.value, lines)
        return hashlib.blake2b(repr(said).encode(), digest_size=12).hexdigest()

    @property
    def change(self) -> str:
        """Tally's change counter, or the digest where there is none."""
        return f"a{self.counter}" if self.counter else f"h{self.digest}"


def type_name_of(node: Node) -> str:
    """The voucher type as the voucher names it."""
    return shown(node.text("vouchertypename") or node.attr("VCHTYPE"))


def draft_of(node: Node, place: str) -> Draft:
    """The voucher's draft; `place` is the file and line.

    Raises:
        ValueError: the date or an amount cannot be read; `args` say which
            field and what stood there.
    """
    on = _dated(node)
    number = shown(node.text("vouchernumber"))
    where = f"{place}, voucher {number or 'without number'} of {on:%d-%m-%Y}"
    lines = tuple(_chosen_lines(node, on))
    return Draft(
        guid=node.text("guid") or node.attr("GUID") or node.attr("REMOTEID") or node.attr("VCHKEY"),
        counter=(node.text("alterid") or node.attr("ALTERID")).strip(),
        where=where,
        type_name=type_name_of(node),
        number=number,
        on=on,
        state=_state_of(node),
        lines=lines,
        party_ledger=shown(node.text("partyledgername", "partyname")),
        reference=shown(node.text("reference")),
        narration=shown(node.text("narration")),
        items=tuple(_item_lines(node)),
        place_of_supply=_unreserved(node.text("placeofsupply", "statename")),
        party_gstin=_unreserved(node.text("partygstin")),
        einvoice=_einvoice(node),
        bank=_bank_line(node),
    )


def _dated(node: Node) -> date:
    text = node.text("date")
    try:
        return date_of(text)
    except ValueError as problem:
        raise ValueError("date", text) from problem


def _money(node: Node, tag: str = "amount") -> int:
    text = node.text(tag)
    try:
        return money_of(text) if text else 0
    except ValueError as problem:
        raise ValueError("amount", text) from problem


def _state_of(node: Node) -> RowState:
    for state, tags in (
        (RowState.DELETED, ("isdeleted",)),
        (RowState.CANCELLED, ("iscancelled", "isvoid")),
        (RowState.OPTIONAL, ("isoptional",)),
        (RowState.POST_DATED, ("ispostdated",)),
    ):
        if any(node.says(tag) for tag in tags):
            return state
    return RowState.OK


def _chosen_lines(node: Node, on: date) -> Iterator[DraftLine]:
    """The lines that make up the voucher, whichever lists it carries.

    A file may hold the same lines twice: a fetched invoice brings the sales
    line in ALLLEDGERENTRIES and again under its items. The first list that
    closes to zero by itself is the voucher.
    """
    whole = list(_ledger_lines(node, "allledgerentries", on))
    invoice = list(_ledger_lines(node, "ledgerentries", on))
    goods = list(_goods_lines(node))
    for choice in (whole, whole + goods, invoice + goods, whole + invoice + goods):
        if choice and sum(line.amount_paise for line in choice) == 0:
            return iter(choice)
    return iter(whole + invoice + goods)


def _ledger_lines(node: Node, tag: str, on: date) -> Iterator[DraftLine]:
    for one in node.each(tag):
        ledger = shown(one.text("ledgername"))
        amount_paise = _money(one)
        if not ledger or amount_paise == 0:
            continue
        flag = one.text("isdeemedpositive")
        yield DraftLine(
            ledger=ledger,
            amount_paise=amount_paise,
            is_debit_flagged=one.says("isdeemedpositive") if flag else None,
            is_party_line=one.says("ispartyledger"),
            refs=tuple(_refs(one, on)),
        )


def _goods_lines(node: Node) -> Iterator[DraftLine]:
    """What the items post: their accounting allocations, or one sales line."""
    for item in node.each(*_ITEM_TAGS):
        value_paise = _money(item)
        allocated = list(_ledger_lines(item, "accountingallocations", date.min))
        yield from allocated
        rest = value_paise - sum(line.amount_paise for line in allocated)
        if rest:
            yield DraftLine(ledger=UNNAMED_SALES, amount_paise=rest)


def _refs(line: Node, on: date) -> Iterator[RefRow]:
    for one in line.each("billallocations"):
        kind = _REF_KINDS.get(one.text("billtype").casefold())
        amount_paise = _money(one)
        if kind is None or amount_paise == 0:
            continue
        number = shown(one.text("name"))
        if kind is RefKind.ON_ACCOUNT or not number:
            yield RefRow(kind=RefKind.ON_ACCOUNT, amount_paise=amount_paise)
            continue
        told_on = optional_date(one.text("billdate"))
        opens = kind is not RefKind.AGAINST
        bill_on = told_on or (on if opens else None)
        yield RefRow(
            kind=kind,
            number=number,
            amount_paise=amount_paise,
            bill_on=bill_on,
            due_on=_due_on(one, bill_on) if opens and bill_on else None,
        )


def _due_on(bill: Node, bill_on: date) -> date:
    try:
        return due_on(bill, bill_on)
    except ValueError as problem:
        raise ValueError("credit period", bill.text("billcreditperiod")) from problem


def _item_lines(node: Node) -> Iterator[ItemLineRow]:
    whole = [
        one for line in node.each("allledgerentries") for one in line.each("inventoryallocations")
    ]
    for item in (*node.each(*_ITEM_TAGS), *whole):
        name = shown(item.text("stockitemname"))
        if not name:
            continue
        rate, _per = rate_of(item.text("rate"))
        quantity, unit = quantity_of(item.text("billedqty", "actualqty"))
        yield ItemLineRow(
            item=name,
            value_paise=abs(_money(item)),
            quantity=_positive(quantity),
            unit=unit,
            rate=_positive(rate),
            hsn=_unreserved(item.text("gsthsnname", "hsncode")) or None,
            gst_rate_bp=_rate_bp(item),
        )


def _rate_bp(item: Node) -> int | None:
    try:
        return rate_of_details(item)
    except ValueError as problem:
        raise ValueError("GST rate", "") from problem


def _positive(number: Decimal | None) -> Decimal | None:
    return None if number is None else abs(number)


def _einvoice(node: Node) -> EInvoiceRow | None:
    irn = node.text("irn")
    if not irn:
        return None
    return EInvoiceRow(
        irn=irn,
        ack_number=node.text("irnackno") or None,
        ack_on=optional_date(node.text("irnackdate")),
        signed_qr=node.text("irnqrcode") or None,
    )


def _bank_line(node: Node) -> BankLine | None:
    for line in node.each("allledgerentries", "ledgerentries"):
        for one in line.each("bankallocations"):
            return BankLine(
                transaction_type=_unreserved(one.text("transactiontype", "transfermode")),
                number=_unreserved(one.text("instrumentnumber", "chequenumber")),
                unique_reference=_unreserved(one.text("uniquereferencenumber", "utrnumber")),
                instrument_on=optional_date(one.text("instrumentdate", "date")),
                bank=_unreserved(one.text("bankname")),
            )
    return None


def _unreserved(text: str) -> str:
    return "" if is_reserved(text) else text
