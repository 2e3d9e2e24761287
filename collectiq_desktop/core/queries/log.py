"""The log itself: whether a fact is in it, and which device wrote one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, exists, select

from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.queries.asking import Ask, answers
from collectiq_desktop.core.storage import tables

_f, _k, _d = tables.fact.c, tables.link.c, tables.device.c


@dataclass(frozen=True, slots=True, kw_only=True)
class IsRecorded(Ask[bool]):
    """Whether a command with this id was carried out."""

    fact_id: FactId


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenBy(Ask[str]):
    """The device that wrote a fact, as people name it; empty where that is not known.

    Limits: reads the whole chain, so it is for a person who waits, not for a list.
    """

    fact_id: FactId


@answers(IsRecorded)
def is_recorded(conn: Connection, ask: IsRecorded, _today_on: date) -> bool:
    """Whether the fact is in the log."""
    wanted = exists().where(_f.fact_id == ask.fact_id)
    return bool(conn.execute(select(wanted)).scalar_one())


@answers(WrittenBy)
def written_by(conn: Connection, ask: WrittenBy, _today_on: date) -> str:
    """The device's name and series: Counter (A01)."""
    statement = (
        select(_d.name, _d.series_code)
        .join(tables.link, _k.device_id == _d.device_id)
        .where(_k.fact_id == ask.fact_id)
        .limit(1)
    )
    row = conn.execute(statement).first()
    return "" if row is None else f"{row.name} ({row.series_code})"
