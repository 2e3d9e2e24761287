"""What bills are called, for whoever knows them by their rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.vouchers import BillKey
from collectiq_desktop.core.queries.asking import Ask, answers
from collectiq_desktop.core.storage import tables

_b, _v = tables.bill.c, tables.voucher.c
_ROWS_AT_ONCE = 500
BillRow = tuple[int, int]
"""A bill by its voucher's row and its place there, private to one file."""


class BillName(NamedTuple):
    """What names a bill for ever, and what people call it."""

    key: BillKey
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BillNames(Ask[Mapping[BillRow, BillName]]):
    """The names of bills; one that is not in the books any more has none."""

    rows: frozenset[BillRow]


@answers(BillNames)
def bill_names(conn: Connection, ask: BillNames, _today_on: date) -> Mapping[BillRow, BillName]:
    """The names by row.

    Limits: some thousands at once.
    """
    voucher_rows = sorted({row for row, _n in ask.rows})
    found: dict[BillRow, BillName] = {}
    for at in range(0, len(voucher_rows), _ROWS_AT_ONCE):
        statement = (
            select(_b.voucher_row, _b.n, _v.voucher_id, _b.number)
            .join(tables.voucher, _v.voucher_row == _b.voucher_row)
            .where(_b.voucher_row.in_(voucher_rows[at : at + _ROWS_AT_ONCE]))
        )
        for row, n, voucher_id, number in conn.execute(statement):
            if (row, n) in ask.rows:
                found[row, n] = BillName(BillKey(VoucherId(voucher_id), n), number)
    return found
