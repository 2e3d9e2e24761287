"""Visits: who was where, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, select

from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId
from collectiq_desktop.core.queries.asking import Ask, answers, day_of
from collectiq_desktop.core.storage import collecting_tables, employees, tables

SHOWN_DAYS = 60
_c, _p = collecting_tables.visit.c, tables.party.c


class VisitLine(NamedTuple):
    """One visit.

    Args:
        outcome: a word of `Outcome`, or of a newer program.
        agent: who was there, by name; empty where that is no employee.
    """

    visit_id: FactId
    on: date
    party_id: PartyId
    party: str
    outcome: str
    note: str
    agent_id: UserId | None
    agent: str
    sheet_id: FactId | None
    sheet_row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Visits(Ask[tuple[VisitLine, ...]]):
    """Visits, the newest first; of the last 60 days by default."""

    party_id: PartyId | None = None
    agent_id: UserId | None = None
    from_on: date | None = None
    to_on: date | None = None


@answers(Visits)
def visits(conn: Connection, ask: Visits, today_on: date) -> tuple[VisitLine, ...]:
    """The visits that were asked for.

    Limits: some thousands.
    """
    from_on = ask.from_on or today_on - timedelta(days=SHOWN_DAYS)
    conditions: list[ColumnElement[bool]] = [
        _c.visited_on >= ymd_of(from_on),
        _c.visited_on <= ymd_of(ask.to_on or today_on),
    ]
    if ask.party_id is not None:
        conditions.append(_c.party_id == ask.party_id)
    if ask.agent_id is not None:
        conditions.append(_c.agent_id == ask.agent_id)
    statement = (
        select(
            _c.fact_id,
            _c.visited_on,
            _c.party_id,
            _p.name,
            _c.outcome,
            _c.note,
            _c.agent_id,
            _c.sheet_id,
            _c.sheet_row,
        )
        .join(tables.party, _p.party_id == _c.party_id)
        .where(*conditions)
        .order_by(_c.visited_on.desc(), _c.ordinal.desc(), _c.fact_id.desc())
    )
    rows = conn.execute(statement).all()
    known = employees.employees(conn) if rows else {}
    return tuple(
        VisitLine(
            FactId(row.fact_id),
            day_of(row.visited_on),
            row.party_id,
            row.name,
            row.outcome,
            row.note,
            row.agent_id,
            known[row.agent_id].name if row.agent_id in known else "",
            row.sheet_id,
            row.sheet_row,
        )
        for row in rows
    )
