"""Dues: how much is overdue and how much falls due today, all parties together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, func, literal_column, select

from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.queries.asking import Ask, answers, summed
from collectiq_desktop.core.storage import tables

_b, _s = tables.bill.c, tables.standing.c
# Written out, so that SQLite sees that its index of open bills is meant.
_NOTHING: ColumnElement[int] = literal_column("0")


class DuesSum(NamedTuple):
    """Open bills counted and added up.

    Money: open_paise is debit positive; advances are not in it.
    """

    open_paise: int
    bills_count: int
    parties_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DuesSheet:
    """What is owed, what of it is late, and what is due on the day itself.

    `has_totals` says whether the sums are told.

    Money: owed_paise is the sum of all balances, debit positive.
    """

    today_on: date
    owed_paise: int
    overdue: DuesSum
    due_today: DuesSum
    has_totals: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Dues(Ask[DuesSheet]):
    """The dues of today."""


@answers(Dues)
def dues(conn: Connection, _ask: Dues, today_on: date) -> DuesSheet:
    """The sums of today.

    Limits: 100,000 open bills.
    """
    today = ymd_of(today_on)
    owed = select(summed(_s.balance_paise))
    return DuesSheet(
        today_on=today_on,
        owed_paise=conn.execute(owed).scalar_one(),
        overdue=_sum(conn, _b.due_on < today),
        due_today=_sum(conn, _b.due_on == today),
    )


def _sum(conn: Connection, condition: ColumnElement[bool]) -> DuesSum:
    statement = select(
        summed(_b.open_paise), func.count(), func.count(_b.party_row.distinct())
    ).where(_b.open_paise != _NOTHING, _b.open_paise > _NOTHING, condition)
    return DuesSum(*conn.execute(statement).one())
