"""Ageing of all parties: what is open, by how old or how late it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Connection,
    Integer,
    Select,
    and_,
    bindparam,
    case,
    cast,
    func,
    select,
)

from collectiq_desktop.core.domain.ageing import DEFAULT_SLABS, AgeingBasis, Slabs
from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.queries.as_of import (
    DAY,
    EVERYONE,
    KEPT,
    PartyFilter,
    among,
    in_branch,
    is_past,
    open_now,
    open_on,
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
    is_stored = not ask.branch_id and not is_past(conn, as_of_on)
    rows = []
    for row, party_id, name, code, on_account, balance in balances:
        if balance or row in buckets:
            mine = buckets.get(row, nothing)
            # What of the balance no open bill explains is on account, as of a past day.
            rest = on_account if is_stored else balance - sum(mine)
            rows.append(AgeingRow(party_id, name, code, mine, rest, balance))
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


def _column_sums(nothing: tuple[int, ...], rows: Iterable[AgeingRow]) -> tuple[int, ...]:
    columns = zip(nothing, *(row.buckets_paise for row in rows), strict=True)
    return tuple(map(sum, columns))


def _buckets_by_party(
    conn: Connection, ask: Ageing, as_of_on: date
) -> Mapping[int, tuple[int, ...]]:
    last_days = _last_days(ask, as_of_on)
    statement = _buckets(
        ask.parties, ask.branch_id, ask.basis, len(last_days), is_of_past=is_past(conn, as_of_on)
    )
    days = {_edge(n): day for n, day in enumerate(last_days)}
    rows = conn.execute(statement, {DAY.key: ymd_of(as_of_on), **days}).all()
    return {party_row: tuple(buckets) for party_row, *buckets in rows}


@lru_cache(maxsize=KEPT)
def _buckets(
    parties: PartyFilter, branch_id: str, basis: AgeingBasis, edges_count: int, *, is_of_past: bool
) -> Select[Any]:
    """What is open by party and bucket; built once, because that costs as much as its answer."""
    wanted = (*among(_b.party_row, parties), *in_branch(_b.branch_id, branch_id))
    bill = (open_on(DAY, *wanted) if is_of_past else open_now(*wanted)).c
    from_on = bill.due_on if basis == "due" else bill.bill_on
    edges = [bindparam(_edge(n), type_=Integer) for n in range(edges_count)]
    sums = [
        cast(func.sum(case((condition, bill.open_paise), else_=0)), BigInteger)
        for condition in _conditions(from_on, edges)
    ]
    return select(bill.party_row, *sums).group_by(bill.party_row)


def _edge(n: int) -> str:
    """What the statement calls the earliest day of a bucket."""
    return f"edge_{n}"


def _last_days(ask: Ageing, as_of_on: date) -> list[int]:
    """The earliest day of every bucket but the last, newest bucket first."""
    limits = ([0] if ask.basis == "due" else []) + list(ask.slabs.limits_days)
    newest = as_of_on.toordinal()
    return [ymd_of(date.fromordinal(max(1, newest - limit))) for limit in limits]


def _conditions(
    from_on: ColumnElement[Any], earliest: Sequence[BindParameter[int]]
) -> list[ColumnElement[bool]]:
    """The days of each bucket as a condition; every bill fulfils exactly one."""
    first = [from_on >= earliest[0]]
    between = [and_(from_on < newer, from_on >= older) for newer, older in pairwise(earliest)]
    return [*first, *between, from_on < earliest[-1]]
