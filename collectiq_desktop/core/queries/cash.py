"""Cash taken before: from one person on a day, and for one bill over any number of days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from collectiq_desktop.core.domain.accounts import Nature
from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.cash import CashTaken, person_of
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.vouchers import BillKey
from collectiq_desktop.core.queries.asking import Ask, answers, party_at, summed
from collectiq_desktop.core.queries.heads import party_master
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.masters import unpack
from collectiq_desktop.core.storage.prepared import Prepared

_a, _b, _c, _l, _g, _p, _v = (
    tables.account.c,
    tables.bill.c,
    tables.claim.c,
    tables.party_line.c,
    tables.posting.c,
    tables.party.c,
    tables.voucher.c,
)
NO_ROW = -1
_CASH_ROWS = select(_a.account_row).where(_a.nature == Nature.CASH.value)


def _in_cash(paid: Select[Any]) -> Prepared:
    """Of the credits of vouchers (voucher_row, paise): each, and the cash of its voucher."""
    credit = paid.subquery()
    cash = (
        select(summed(_g.amount_paise))
        .where(_g.voucher_row == credit.c.voucher_row, _g.account_row.in_(_CASH_ROWS))
        .scalar_subquery()
    )
    return Prepared(
        select(credit.c.paise, cash.label("cash_paise")).where(
            credit.c.paise < bindparam("nothing"),
            credit.c.voucher_row != bindparam("without_row"),
        )
    )


_BY_PARTY = _in_cash(
    select(_l.voucher_row, summed(_l.amount_paise).label("paise"))
    .where(_l.party_row == bindparam("party_row"), _l.voucher_on == bindparam("day"))
    .group_by(_l.voucher_row)
)
_ON_BILL = _in_cash(
    select(_c.voucher_row, summed(_c.settled_paise).label("paise"))
    .where(_c.bill_voucher_row == bindparam("bill_row"), _c.bill_n == bindparam("bill_n"))
    .group_by(_c.voucher_row)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CashBefore(Ask[CashTaken]):
    """What was taken in cash from a party's person on a day, and for some bills.

    Args:
        without_id: as if this voucher were not there.
    """

    party_id: PartyId
    on: date
    bills: tuple[BillKey, ...] = ()
    without_id: VoucherId | None = None


@answers(CashBefore)
def cash_before(conn: Connection, ask: CashBefore, _today_on: date) -> CashTaken:
    """The cash before."""
    rows = _rows_of(conn, {bill.voucher_id for bill in ask.bills} | {ask.without_id or b""})
    without_row = rows.get(ask.without_id or b"", NO_ROW)
    return CashTaken(
        day_paise=cash_on_day(conn, ask.party_id, ask.on, without_row),
        bills_paise={
            bill: cash_on_bill(conn, rows.get(bill.voucher_id, NO_ROW), bill.n, without_row)
            for bill in ask.bills
        },
        numbers=bill_numbers(conn, ask.bills),
    )


def cash_on_day(conn: Connection, party_id: bytes, on: date, without_row: int = NO_ROW) -> int:
    """What the party paid in cash on a day, together with others of the same PAN."""
    day = ymd_of(on)
    return sum(
        _taken(_BY_PARTY(conn, party_row=row, day=day, nothing=0, without_row=without_row))
        for row in _person_rows(conn, party_id, day)
    )


def cash_on_bill(conn: Connection, bill_row: int, bill_n: int, without_row: int = NO_ROW) -> int:
    """What was paid in cash for the bill of a voucher's row, on whatever day."""
    found = _ON_BILL(conn, bill_row=bill_row, bill_n=bill_n, nothing=0, without_row=without_row)
    return _taken(found)


def bill_numbers(conn: Connection, bills: Iterable[BillKey]) -> Mapping[BillKey, str]:
    """What the bills are called."""
    statement = (
        select(_v.voucher_id, _b.n, _b.number)
        .join(tables.bill, _b.voucher_row == _v.voucher_row)
        .where(_v.voucher_id.in_({bill.voucher_id for bill in bills}))
    )
    return {BillKey(opener, n): number for opener, n, number in conn.execute(statement)}


def _taken(found: Iterable[Any]) -> int:
    """What of the credits was cash: no more than the voucher has."""
    return sum(max(0, min(-paise, cash_paise)) for paise, cash_paise in found)


def _rows_of(conn: Connection, voucher_ids: set[bytes]) -> dict[bytes, int]:
    statement = select(_v.voucher_id, _v.voucher_row).where(_v.voucher_id.in_(voucher_ids))
    return dict(conn.execute(statement).all())


def _person_rows(conn: Connection, party_id: bytes, day: int) -> list[int]:
    """The party's row, and those of the same PAN that any voucher of the day names."""
    own = party_at(conn, party_id).party_row
    party = party_master(conn, own)
    person = person_of(pan=party.pan, gstin=party.gstin)
    if not person:
        return [own]
    statement = (
        select(_p.party_row, _p.gstin, _p.fields)
        .join(tables.voucher, _v.party_row == _p.party_row)
        .where(_v.voucher_on == day, _p.party_row != own)
        .distinct()
    )
    others = [
        row
        for row, gstin, fields in conn.execute(statement)
        if person_of(pan=unpack(fields).get("pan", ""), gstin=gstin) == person
    ]
    return [own, *others]
