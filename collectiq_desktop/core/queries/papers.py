"""Receipts and invoices as records for paper, and the code that proves them.

The records are domain's; how they look is the business of documents.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, or_, select

from collectiq_desktop.core.domain.accounts import MONEY_NATURES, Nature
from collectiq_desktop.core.domain.calendar import IST_OFFSET_MS
from collectiq_desktop.core.domain.errands import Document
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.gstin import STATES, state_code_of
from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.papers import (
    Deduction,
    InvoiceItem,
    InvoicePaper,
    ReceiptPaper,
    SettledBill,
)
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.series import parse_number
from collectiq_desktop.core.domain.vouchers import DEBTORS, ItemLine, Mode, Voucher, VoucherKind
from collectiq_desktop.core.queries.asking import AnyRow, Ask, answers, day_of, summed
from collectiq_desktop.core.queries.heads import (
    firm_on_paper,
    party_master,
    party_on_paper,
    state_text,
)
from collectiq_desktop.core.queries.versions import Version, shown_voucher, version_of
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.wire.codec import fact_hash

_DOCUMENTS = {
    VoucherKind.RECEIPT: Document.RECEIPT,
    VoucherKind.SALES_INVOICE: Document.INVOICE,
}
_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_CODE_BYTES = 5
_DAY_MS = 86_400_000
_v, _l, _a, _c, _b, _o, _d = (
    tables.voucher.c,
    tables.party_line.c,
    tables.account.c,
    tables.claim.c,
    tables.bill.c,
    tables.on_account.c,
    tables.device.c,
)


def verify_code(of_fact: bytes) -> str:
    """The short code made from a fact's hash: `7KQM-2X9D`.

    Letters and digits that look alike (0 O, 1 I) are not used, because the
    code is read from paper and typed.
    """
    number = int.from_bytes(of_fact[:_CODE_BYTES], "big")
    chars = [_ALPHABET[number >> shift & 31] for shift in range(35, -1, -5)]
    return "".join(chars[:4]) + "-" + "".join(chars[4:])


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptOnPaper(Ask[ReceiptPaper]):
    """A receipt as it is printed.

    Args:
        user: who took the money, as it is printed.
        is_duplicate: it was printed before.
    """

    voucher_id: VoucherId
    user: str = ""
    is_duplicate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceOnPaper(Ask[InvoicePaper]):
    """An invoice as it is printed.

    Args:
        copies: of `original`, `duplicate` and `triplicate`.
        made_text: when the paper is made, as it is printed.
    """

    voucher_id: VoucherId
    title: str = ""
    copies: tuple[str, ...] = ()
    user: str = ""
    made_text: str = ""
    is_duplicate: bool = False


class _Subject(NamedTuple):
    """The voucher that a paper is about."""

    row: AnyRow
    version: Version

    @property
    def voucher(self) -> Voucher:
        return self.version.voucher


def _subject(conn: Connection, voucher_id: bytes, kind: VoucherKind) -> _Subject:
    """The voucher, if it is of the kind, stands, and has a party of its own."""
    row = shown_voucher(conn, voucher_id)
    if row.kind != kind.value or row.party_row is None:
        message = say(
            "{number} cannot be printed: it is no {document}. Choose another.",
            number=row.number,
            document=_DOCUMENTS[kind].called,
        )
        raise BadInput(message, field="voucher")
    if row.state == "cancelled":
        message = say("{number} is cancelled, so there is nothing to print.", number=row.number)
        raise BadInput(message, field="voucher")
    return _Subject(row, version_of(conn, row.newest_id or voucher_id))


def _balance_after(conn: Connection, row: AnyRow) -> int:
    """The party's balance after the voucher, as its line of the statement has it."""
    at = or_(
        _l.voucher_on < row.voucher_on,
        (_l.voucher_on == row.voucher_on) & (_l.voucher_row <= row.voucher_row),
    )
    statement = select(summed(_l.amount_paise)).where(_l.party_row == row.party_row, at)
    return conn.execute(statement).scalar_one()


def _device_name(conn: Connection, number: str) -> str:
    """The name of the device whose series the number is of."""
    counted = parse_number(number)
    if counted is None:
        return ""
    statement = select(_d.name).where(_d.series_code == counted[0].series_code)
    return conn.execute(statement).scalar() or ""


@answers(ReceiptOnPaper)
def receipt_paper(conn: Connection, ask: ReceiptOnPaper, _today_on: date) -> ReceiptPaper:
    """The receipt for paper; balance_after is that of its line in the statement.

    Raises:
        NotFound: there is no such voucher.
        BadInput: it is no receipt, or it is cancelled.
    """
    subject = _subject(conn, ask.voucher_id, VoucherKind.RECEIPT)
    row, voucher = subject.row, subject.voucher
    money_paise, deductions = _received(conn, voucher)
    return ReceiptPaper(
        firm=firm_on_paper(conn),
        party=party_on_paper(party_master(conn, row.party_row)),
        number=row.number,
        on=day_of(row.voucher_on),
        time_text=_time_text(subject.version),
        amount_paise=money_paise,
        mode=voucher.mode.value if voucher.mode else voucher.type_name,
        reference=voucher.reference,
        bills=_settled(conn, row),
        deductions=deductions,
        on_account_part_paise=-_rest(conn, row),
        balance_after_paise=_balance_after(conn, row),
        narration=voucher.narration,
        user=ask.user,
        device=_device_name(conn, row.number),
        verify_code=verify_code(fact_hash(subject.version.fact)),
        is_duplicate=ask.is_duplicate,
        subject_to_realisation=voucher.mode is Mode.CHEQUE,
    )


def _time_text(version: Version) -> str:
    """The time of day in India; empty for what another program recorded."""
    if version.voucher.batch_id is not None:
        return ""
    minutes = (version.fact.recorded_at + IST_OFFSET_MS) % _DAY_MS // 60_000
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _natures(conn: Connection, voucher: Voucher) -> Mapping[str, tuple[str, Nature]]:
    """Name and nature of each account that the voucher posts to."""
    codes = {posting.account_code for posting in voucher.postings}
    statement = select(_a.account_code, _a.name, _a.nature).where(_a.account_code.in_(codes))
    return {code: (name, Nature(nature)) for code, name, nature in conn.execute(statement)}


def _received(conn: Connection, voucher: Voucher) -> tuple[int, tuple[Deduction, ...]]:
    """The money, and what was let off or kept back beside it.

    A receipt that names several parties shows the part of its own.
    """
    postings = voucher.postings
    mine = -sum(
        p.amount_paise
        for p in postings
        if p.account_code == DEBTORS and voucher.party_of(p) == voucher.party_id
    )
    everyone = -sum(p.amount_paise for p in postings if p.account_code == DEBTORS)
    if mine != everyone:
        return mine, ()
    accounts = _natures(conn, voucher)
    beside = [
        p
        for p in postings
        if p.account_code != DEBTORS and accounts[p.account_code][1] not in MONEY_NATURES
    ]
    deductions = tuple(
        Deduction(kind=_deduction_kind(p.account_code, accounts), amount_paise=p.amount_paise)
        for p in beside
    )
    return mine - sum(p.amount_paise for p in beside), deductions


def _deduction_kind(account_code: str, accounts: Mapping[str, tuple[str, Nature]]) -> str:
    return account_code if account_code in {"discount", "tds"} else accounts[account_code][0]


def _settled(conn: Connection, row: AnyRow) -> tuple[SettledBill, ...]:
    """The bills that got part of the receipt, and the advances it opened."""
    claims = (
        select(_b.number, _c.settled_paise)
        .join(tables.bill, (_b.voucher_row == _c.bill_voucher_row) & (_b.n == _c.bill_n))
        .where(
            _c.voucher_row == row.voucher_row,
            _c.party_row == row.party_row,
            _c.settled_paise != 0,
        )
        .order_by(_c.claim_no)
    )
    advances = (
        select(_b.number, _b.amount_paise)
        .where(_b.voucher_row == row.voucher_row, _b.party_row == row.party_row)
        .order_by(_b.n)
    )
    settled = [SettledBill(number=n, amount_paise=-paise) for n, paise in conn.execute(claims)]
    opened = [
        SettledBill(number=n, amount_paise=-paise, is_advance=True)
        for n, paise in conn.execute(advances)
    ]
    return (*settled, *opened)


def _rest(conn: Connection, row: AnyRow) -> int:
    """What of the voucher stays on account, debit positive."""
    statement = select(_o.amount_paise).where(
        _o.party_row == row.party_row, _o.voucher_row == row.voucher_row
    )
    return conn.execute(statement).scalar() or 0


# Invoice ----------------------------------------------------------------------


@answers(InvoiceOnPaper)
def invoice_paper(conn: Connection, ask: InvoiceOnPaper, _today_on: date) -> InvoicePaper:
    """The invoice for paper: old balance, this bill, received with it, new balance.

    Money: received is what receipts of the same day settled on this bill.

    Raises:
        NotFound: there is no such voucher.
        BadInput: it is no invoice, or it is cancelled.
    """
    subject = _subject(conn, ask.voucher_id, VoucherKind.SALES_INVOICE)
    row, voucher = subject.row, subject.voucher
    sums = _sums(conn, voucher)
    total_paise = sum(sums)
    after_paise = _balance_after(conn, row)
    received_paise = _received_with(conn, row)
    dues = [bill.due_on for bill in voucher.bills]
    return InvoicePaper(
        firm=firm_on_paper(conn),
        party=party_on_paper(party_master(conn, row.party_row)),
        number=row.number,
        on=day_of(row.voucher_on),
        title=ask.title,
        due_on=max(dues, default=None),
        items=tuple(map(_item, voucher.items)),
        taxable_paise=sums.taxable_paise,
        cgst_paise=sums.cgst_paise,
        sgst_paise=sums.sgst_paise,
        igst_paise=sums.igst_paise,
        round_off_paise=sums.round_off_paise,
        total_paise=total_paise,
        previous_balance_paise=after_paise - total_paise,
        received_paise=received_paise,
        new_balance_paise=after_paise - received_paise,
        place_of_supply=_place_text(voucher.place_of_supply),
        irn=voucher.irn,
        narration=voucher.narration,
        copies=ask.copies,
        user=ask.user,
        device=_device_name(conn, row.number),
        verify_code=verify_code(fact_hash(subject.version.fact)),
        made_text=ask.made_text,
        is_duplicate=ask.is_duplicate,
    )


class _Sums(NamedTuple):
    taxable_paise: int
    cgst_paise: int
    sgst_paise: int
    igst_paise: int
    round_off_paise: int


def _sums(conn: Connection, voucher: Voucher) -> _Sums:
    """The invoice's parts, positive for what the party owes; their sum is the total."""
    accounts = _natures(conn, voucher)
    sums = dict.fromkeys(_Sums._fields, 0)
    for posting in voucher.postings:
        if posting.account_code != DEBTORS:
            part = _part_of(posting.account_code, *accounts[posting.account_code])
            sums[part] -= posting.amount_paise
    return _Sums(**sums)


def _part_of(account_code: str, name: str, nature: Nature) -> str:
    """Where on the invoice an account's posting stands; imported ones by name."""
    plain = name.casefold()
    if nature is Nature.TAX:
        for word, part in (("cgst", "cgst"), ("igst", "igst"), ("sgst", "sgst"), ("utgst", "sgst")):
            if word in plain:
                return f"{part}_paise"
    if account_code == "round_off" or "round" in plain:
        return "round_off_paise"
    return "taxable_paise"


def _received_with(conn: Connection, row: AnyRow) -> int:
    statement = (
        select(summed(_c.settled_paise))
        .join(tables.voucher, _v.voucher_row == _c.voucher_row)
        .where(
            _c.bill_voucher_row == row.voucher_row,
            _c.party_row == row.party_row,
            _c.claim_on == row.voucher_on,
            _v.kind == VoucherKind.RECEIPT.value,
            _c.voucher_row > row.voucher_row,
        )
    )
    return -conn.execute(statement).scalar_one()


def _item(line: ItemLine) -> InvoiceItem:
    return InvoiceItem(
        name=line.name,
        hsn=line.hsn,
        quantity_text=_quantity_text(line.quantity_milli),
        unit=line.unit,
        rate_paise=line.rate_paise,
        taxable_paise=line.taxable_paise,
        gst_rate_bp=line.gst_rate_bp,
        cgst_paise=line.cgst_paise,
        sgst_paise=line.sgst_paise,
        igst_paise=line.igst_paise,
    )


def _quantity_text(quantity_milli: int) -> str:
    """Thousandths as a number without needless zeros: 12.5, 3."""
    sign = "-" if quantity_milli < 0 else ""
    whole, milli = divmod(abs(quantity_milli), 1_000)
    return f"{sign}{whole}.{milli:03d}".rstrip("0").rstrip(".")


def _place_text(place: str) -> str:
    """The State with its code where the place is one, else as it was written."""
    code = place if place in STATES else state_code_of(place) if place else None
    return state_text(code) if code else place
