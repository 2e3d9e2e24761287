"""A party as it stood without one voucher: what a form shows that posts the voucher anew.

What the voucher settled is open again, its own bills are not there, and the
balance is without it. What others had set against its bills is on account.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.vouchers import BillKey
from collectiq_desktop.core.queries.asking import summed
from collectiq_desktop.core.queries.bills import BillLine, line_of
from collectiq_desktop.core.storage import tables

_b, _c, _l, _v = tables.bill.c, tables.claim.c, tables.party_line.c, tables.voucher.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one voucher does to one party.

    Args:
        released: the bills that it settles, with all that it settled open again.

    Money: moved_paise is its part of the balance, debit positive.
    """

    moved_paise: int
    released: tuple[BillLine, ...]


def share_of(conn: Connection, voucher_id: VoucherId, party_row: int, today_on: date) -> Share:
    """What the voucher does to the party in a row; nothing while it is cancelled."""
    row = select(_v.voucher_row).where(_v.voucher_id == voucher_id).scalar_subquery()
    moved = select(summed(_l.amount_paise)).where(_l.party_row == party_row, _l.voucher_row == row)
    settled = (
        select(_c.bill_voucher_row, _c.bill_n, summed(_c.settled_paise).label("settled_paise"))
        .where(_c.voucher_row == row, _c.party_row == party_row)
        .group_by(_c.bill_voucher_row, _c.bill_n)
        .subquery()
    )
    statement = (
        select(tables.bill, _v.voucher_id, settled.c.settled_paise)
        .join(
            settled,
            (settled.c.bill_voucher_row == _b.voucher_row) & (settled.c.bill_n == _b.n),
        )
        .join(tables.voucher, _v.voucher_row == _b.voucher_row)
        .where(_b.party_row == party_row)
    )
    return Share(
        moved_paise=conn.execute(moved).scalar_one(),
        released=tuple(
            line_of(
                BillKey(bill.voucher_id, bill.n),
                bill.number,
                (bill.bill_on, bill.due_on),
                [bill.amount_paise, bill.open_paise - bill.settled_paise],
                (bill.branch_id, today_on),
            )
            for bill in conn.execute(statement)
        ),
    )


def bills_without(
    bills: tuple[BillLine, ...], share: Share, voucher_id: VoucherId
) -> tuple[BillLine, ...]:
    """The open bills as they were without the voucher, in their usual order."""
    found = {bill.key: bill for bill in (*bills, *share.released)}
    open_ones = (b for b in found.values() if b.open_paise and b.voucher_id != voucher_id)
    return tuple(sorted(open_ones, key=lambda bill: (bill.due_on, bill.bill_on, bill.number)))
