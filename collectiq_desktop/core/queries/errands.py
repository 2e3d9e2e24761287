"""Errands for people and for who carries them out: the list, counts, when next.

What a print is about is told by number and name, as a person knows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, func, or_, select, tuple_

from collectiq_desktop.core.domain.errands import Document, ErrandId, ErrandState, PrintOrder
from collectiq_desktop.core.domain.ids import DeviceId
from collectiq_desktop.core.domain.saying import Sentence, unpacked
from collectiq_desktop.core.queries.asking import Ask, answers
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.errands import next_due_at, order_of, prints_count

_e, _v, _p, _f, _s = (
    tables.errand.c,
    tables.voucher.c,
    tables.party.c,
    tables.fact.c,
    tables.setting.c,
)
_OVER = (ErrandState.DONE.value, ErrandState.GIVEN_UP.value)


class ErrandLine(NamedTuple):
    """One errand.

    Args:
        number: the voucher's; empty for a statement.
        promised_at, due_at: UTC milliseconds.
        is_uncertain: an earlier try may have gone out.
        is_own: promised by this device, so it can be carried out here.
    """

    errand_id: ErrandId
    order: PrintOrder
    state: ErrandState
    number: str
    party: str
    promised_at: int
    due_at: int
    tries_count: int
    is_uncertain: bool
    last_problem: Sentence
    is_own: bool


class ErrandKey(NamedTuple):
    """Where a page of errands ended."""

    promised_at: int
    errand_id: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrandPage:
    """A page of errands, newest first; `after` is None on the last."""

    rows: tuple[ErrandLine, ...]
    after: ErrandKey | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Errands(Ask[ErrandPage]):
    """The errands of this file, newest first.

    Args:
        is_over: also those that are done or given up.
    """

    is_over: bool = False
    after: ErrandKey | None = None
    limit: int = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrandCount:
    """How many errands wait, how many of them failed, how many were given up."""

    waiting_count: int
    failed_count: int
    given_up_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CountErrands(Ask[ErrandCount]):
    """How many errands of this device wait, have failed, or were given up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextErrandAt(Ask[int | None]):
    """When this device's next errand is due, UTC milliseconds; None if none waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintsCount(Ask[int]):
    """How often a document was printed, as far as this device knows."""

    document: Document
    subject_id: bytes


@answers(Errands)
def errands(conn: Connection, ask: Errands, _today_on: date) -> ErrandPage:
    """A page of the errands."""
    owner = _p.party_row == _v.party_row
    statement = (
        select(
            tables.errand,
            func.coalesce(_v.number, "").label("number"),
            func.coalesce(_p.name, "").label("party"),
        )
        .outerjoin(tables.voucher, _v.voucher_id == _e.subject_id)
        .outerjoin(tables.party, or_(owner, _p.party_id == _e.subject_id))
        .order_by(_e.promised_at.desc(), _e.errand_id.desc())
        .limit(ask.limit + 1)
    )
    if not ask.is_over:
        statement = statement.where(_is_open())
    if ask.after is not None:
        statement = statement.where(tuple_(_e.promised_at, _e.errand_id) < tuple_(*ask.after))
    device_id = _device_id(conn)
    rows = conn.execute(statement).all()
    found = tuple(
        ErrandLine(
            errand_id=ErrandId(row.errand_id),
            order=order_of(row.payload),
            state=ErrandState(row.state),
            number=row.number,
            party=row.party,
            promised_at=row.promised_at,
            due_at=row.due_at,
            tries_count=row.tries_count,
            is_uncertain=bool(row.is_uncertain),
            last_problem=unpacked(row.last_problem),
            is_own=row.device_id == device_id,
        )
        for row in rows[: ask.limit]
    )
    has_more = len(rows) > ask.limit
    after = ErrandKey(found[-1].promised_at, found[-1].errand_id) if has_more else None
    return ErrandPage(rows=found, after=after)


def _is_open() -> ColumnElement[bool]:
    is_over = select(_f.fact_id).where(_f.fact_id == _e.errand_id).exists()
    return _e.state.not_in(_OVER) & ~is_over


def _device_id(conn: Connection) -> DeviceId:
    statement = select(_s.value).where(_s.name == "device_id")
    return DeviceId(conn.execute(statement).scalar_one())


@answers(CountErrands)
def count_errands(conn: Connection, _ask: CountErrands, _today_on: date) -> ErrandCount:
    """The counts for the status bar."""
    mine = _e.device_id == _device_id(conn)
    statement = select(_e.state, func.count()).where(mine).group_by(_e.state)
    still_open: dict[str, int] = dict(iter(conn.execute(statement.where(_is_open()))))
    given_up = select(func.count()).where(mine, _e.state == ErrandState.GIVEN_UP.value)
    return ErrandCount(
        waiting_count=sum(still_open.values()),
        failed_count=still_open.get(ErrandState.FAILED.value, 0),
        given_up_count=conn.execute(given_up).scalar_one(),
    )


@answers(NextErrandAt)
def next_errand_at(conn: Connection, _ask: NextErrandAt, _today_on: date) -> int | None:
    """When the next errand is due."""
    return next_due_at(conn, _device_id(conn))


@answers(PrintsCount)
def count_of_prints(conn: Connection, ask: PrintsCount, _today_on: date) -> int:
    """How often the document was printed."""
    return prints_count(conn, ask.subject_id, ask.document.value)
