"""The books as of a day: open bills and balances, today's or a past day's.

A bill remembers the last day on which anything moved it, so that a look at a
past day reads the claims of few bills only. Adding up into reports is done by
the queries that use these pieces.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Connection,
    Integer,
    Select,
    Subquery,
    and_,
    bindparam,
    case,
    cast,
    func,
    literal_column,
    or_,
    select,
)

from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.queries.asking import summed
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.prepared import Prepared

_b, _c, _l, _p, _s, _v = (
    tables.bill.c,
    tables.claim.c,
    tables.party_line.c,
    tables.party.c,
    tables.standing.c,
    tables.voucher.c,
)

# A plain 0, not a parameter: so the engine sees that its index of open bills serves.
_IS_OPEN = _b.open_paise != literal_column("0")
_NEWEST = Prepared(select(func.max(_v.voucher_on)))
Day: TypeAlias = int | BindParameter[int]
"""A day as a number yyyymmdd, or where a statement that is kept will be told one."""
DAY: BindParameter[int] = bindparam("day", type_=Integer)
"""Where a kept statement is told the day; building one anew costs as much as its answer."""

KEPT = 8
"""So many statements of a report are kept, for as many choices of parties."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyFilter:
    """Which parties a report is about; nothing set means all of them."""

    party_ids: tuple[PartyId, ...] = ()
    beat: str = ""
    area: str = ""

    @property
    def is_everyone(self) -> bool:
        """Whether no party is left out."""
        return not (self.party_ids or self.beat or self.area)


EVERYONE = PartyFilter()


def conditions_of(wanted: PartyFilter) -> list[ColumnElement[bool]]:
    """The filter as conditions on the table of parties."""
    conditions: list[ColumnElement[bool]] = []
    if wanted.party_ids:
        conditions.append(_p.party_id.in_(wanted.party_ids))
    if wanted.beat:
        conditions.append(_p.beat == wanted.beat)
    if wanted.area:
        conditions.append(_p.area == wanted.area)
    return conditions


def among(column: ColumnElement[Any], wanted: PartyFilter) -> list[ColumnElement[bool]]:
    """The filter as conditions on a column of party rows."""
    if wanted.is_everyone:
        return []
    return [column.in_(select(_p.party_row).where(*conditions_of(wanted)))]


def is_past(conn: Connection, as_of_on: date) -> bool:
    """Whether any voucher is dated after the day, so that today's sums do not hold."""
    newest: int | None = _NEWEST(conn).scalar()
    return newest is not None and newest > ymd_of(as_of_on)


def open_now(*conditions: ColumnElement[bool]) -> Subquery:
    """The bills that are open after everything in the books."""
    return _columns(_b.open_paise).where(_IS_OPEN, *conditions).subquery()


def open_on(day: Day, *conditions: ColumnElement[bool]) -> Subquery:
    """The bills that were open at the end of a day, with what was open then.

    Claims count by their own dates. What was settled in another order than
    the dates say could turn a bill's sign for a while; such a rest is on
    account, as it would have been on the day.

    Source: ARCHITECTURE, "How claims settle"; a bill never turns its sign.
    """
    later = (
        select(summed(_c.settled_paise))
        .where(
            _c.bill_voucher_row == _b.voucher_row,
            _c.bill_n == _b.n,
            _c.claim_on > day,
        )
        .correlate(tables.bill)
        .scalar_subquery()
    )
    then = case((_b.last_on <= day, _b.open_paise), else_=_b.open_paise - later)
    # Made once and kept, or the claims would be read again for every column.
    moved = (
        _columns(then)
        .where(_b.posted_on <= day, or_(_IS_OPEN, _b.last_on > day), *conditions)
        .cte("moved")
        .prefix_with("MATERIALIZED")
    )
    kept_sign = or_(
        and_(moved.c.amount_paise > 0, moved.c.open_paise > 0),
        and_(moved.c.amount_paise < 0, moved.c.open_paise < 0),
    )
    return select(moved).where(kept_sign).subquery()


def _columns(open_paise: ColumnElement[int]) -> Select[Any]:
    return select(
        _b.voucher_row,
        _b.n,
        _b.party_row,
        _b.number,
        _b.bill_on,
        _b.due_on,
        _b.amount_paise,
        cast(open_paise, BigInteger).label("open_paise"),
        _b.branch_id,
    )


def open_bills_on(conn: Connection, as_of_on: date, *conditions: ColumnElement[bool]) -> Subquery:
    """The open bills as of a day, by the cheaper of both ways."""
    if is_past(conn, as_of_on):
        return open_on(ymd_of(as_of_on), *conditions)
    return open_now(*conditions)


def in_branch(column: ColumnElement[str], branch_id: str) -> list[ColumnElement[bool]]:
    """A branch as conditions on its column; none for all branches."""
    return [column == branch_id] if branch_id else []


def balance_on(day: Day | None) -> ColumnElement[int]:
    """The balance of a row of `standing` as of a past day, or after everything."""
    if day is None:
        return _s.balance_paise
    later = (
        select(summed(_l.amount_paise))
        .where(_l.party_row == _s.party_row, _l.voucher_on > day)
        .correlate(tables.standing)
        .scalar_subquery()
    )
    return cast(_s.balance_paise - later, BigInteger)
