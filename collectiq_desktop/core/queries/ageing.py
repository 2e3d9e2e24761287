"""Ageing of all parties: what is open, by how old or how late it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, ColumnElement, Connection, and_, case, cast, func, select

from collectiq_desktop.core.domain.ageing import DEFAULT_SLABS, Slabs
from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.statement import AgeingBasis
from collectiq_desktop.core.queries.as_of import (
    EVERYONE,
    PartyFilter,
    among,
    in_branch,
    is_past,
    open_bills_on,
)
from collectiq_desktop.core.queries.asking import Ask, answers
from collectiq_desktop.core.queries.branches import party_balances_on
from collectiq_desktop.core.storage import tables

_b = tables.bill.c


class AgeingRow(NamedTuple):
    """One party's open bills by age, and its on account.

    Money: debit positive; the buckets add up to the open bills, and with
        on_account_paise to total_paise, the party's balance.
    """

    party_id: PartyId
    party: str
    code: str
    buckets_paise: tuple[int, ...]
    on_account_paise: int
    total_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeingSheet:
    """The ageing of all parties with anything open or on account, by name.

    Args:
        labels: the buckets' names, one for each sum of a row.
        has_totals: whether the columns' totals are told.

    Money: each column's total stands beside it.
    """

    slabs: Slabs
    labels: tuple[str, ...]
    basis: AgeingBasis
    as_of_on: date
    rows: tuple[AgeingRow, ...]
    buckets_paise: tuple[int, ...]
    on_account_paise: int
    total_paise: int
    has_totals: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Ageing(Ask[AgeingSheet]):
    """The ageing as of a day; of today and of all parties by default.

    Args:
        branch_id: only what is open in one branch; empty for all.
    """

    as_of_on: date | None = None
    basis: AgeingBasis = "due"
    slabs: Slabs = DEFAULT_SLABS
    parties: PartyFilter = EVERYONE
    branch_id: str = ""


@answers(Ageing)
def ageing(conn: Connection, ask: Ageing, today_on: date) -> AgeingSheet:
    """The ageing as of the day.

    Advances stand in the bucket of their own age, with their sign: by due
    date that is the bucket of the day on which they were received.

    Money: Σ buckets = Σ open bills; with on account = Σ balances.
    Limits: 50,000 parties, a million vouchers.
    """
    as_of_on = ask.as_of_on or today_on
    buckets = _buckets_by_party(conn, ask, as_of_on)
    labels = ask.slabs.labels(ask.basis)
    nothing = (0,) * len(labels)
    balances = party_balances_on(conn, as_of_on, ask.parties, ask.branch_id)
    rows = [
        AgeingRow(party_id, name, code, buckets.get(row, nothing), on_account, balance)
        for row, party_id, name, code, on_account, balance in balances
        if balance or row in buckets
    ]
    if ask.branch_id or is_past(conn, as_of_on):
        rows = [row._replace(on_account_paise=unexplained(row)) for row in rows]
    return AgeingSheet(
        slabs=ask.slabs,
        labels=labels,
        basis=ask.basis,
        as_of_on=as_of_on,
        rows=tuple(rows),
        buckets_paise=_column_sums(nothing, rows),
        on_account_paise=sum(row.on_account_paise for row in rows),
        total_paise=sum(row.total_paise for row in rows),
    )


def unexplained(row: AgeingRow) -> int:
    """What of the balance no open bill explains: on account, as of a past day."""
    return row.total_paise - sum(row.buckets_paise)


def _column_sums(nothing: tuple[int, ...], rows: Iterable[AgeingRow]) -> tuple[int, ...]:
    columns = zip(nothing, *(row.buckets_paise for row in rows), strict=True)
    return tuple(map(sum, columns))


def _buckets_by_party(
    conn: Connection, ask: Ageing, as_of_on: date
) -> Mapping[int, tuple[int, ...]]:
    wanted = (*among(_b.party_row, ask.parties), *in_branch(_b.branch_id, ask.branch_id))
    bill = open_bills_on(conn, as_of_on, *wanted).c
    from_on = bill.due_on if ask.basis == "due" else bill.bill_on
    sums = [
        cast(func.sum(case((condition, bill.open_paise), else_=0)), BigInteger)
        for condition in _conditions(from_on, _last_days(ask, as_of_on))
    ]
    statement = select(bill.party_row, *sums).group_by(bill.party_row)
    rows = conn.execute(statement).all()
    return {party_row: tuple(buckets) for party_row, *buckets in rows}


def _last_days(ask: Ageing, as_of_on: date) -> list[int]:
    """The earliest day of every bucket but the last, newest bucket first."""
    limits = ([0] if ask.basis == "due" else []) + list(ask.slabs.limits_days)
    newest = as_of_on.toordinal()
    return [ymd_of(date.fromordinal(max(1, newest - limit))) for limit in limits]


def _conditions(from_on: ColumnElement[Any], earliest: Sequence[int]) -> list[ColumnElement[bool]]:
    """The days of each bucket as a condition; every bill fulfils exactly one."""
    first = [from_on >= earliest[0]]
    between = [and_(from_on < newer, from_on >= older) for newer, older in pairwise(earliest)]
    return [*first, *between, from_on < earliest[-1]]
