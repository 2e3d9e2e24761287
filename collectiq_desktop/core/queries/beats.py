"""Beats: the rounds of parties that there are, for choosing one in a report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from collectiq_desktop.core.queries.asking import Ask
from collectiq_desktop.core.storage import tables

_p = tables.party.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Beats(Ask[tuple[str, ...]]):
    """The names of all beats."""


def beats(conn: Connection, _ask: Beats, _today_on: date) -> tuple[str, ...]:
    """The beats that any party has, in the order of their names.

    Limits: 50,000 parties.
    """
    statement = select(_p.beat).where(_p.beat != "").distinct().order_by(_p.beat)
    return tuple(conn.execute(statement).scalars())
