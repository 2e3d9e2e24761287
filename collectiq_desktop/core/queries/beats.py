"""Beats: the rounds of parties that there are, their days and their order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.queries.asking import Ask, answers
from collectiq_desktop.core.storage import collecting_tables, tables

_p, _b, _s = tables.party.c, collecting_tables.beat_plan.c, collecting_tables.beat_stop.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Beats(Ask[tuple[str, ...]]):
    """The names of all beats."""


@answers(Beats)
def beats(conn: Connection, _ask: Beats, _today_on: date) -> tuple[str, ...]:
    """The beats that any party has, in the order of their names.

    Limits: 50,000 parties.
    """
    statement = select(_p.beat).where(_p.beat != "").distinct().order_by(_p.beat)
    return tuple(conn.execute(statement).scalars())


@dataclass(frozen=True, slots=True, kw_only=True)
class Areas(Ask[tuple[str, ...]]):
    """The names of all areas."""


@answers(Areas)
def areas(conn: Connection, _ask: Areas, _today_on: date) -> tuple[str, ...]:
    """The areas that any party lies in, in the order of their names.

    Limits: 50,000 parties.
    """
    statement = select(_p.area).where(_p.area != "").distinct().order_by(_p.area)
    return tuple(conn.execute(statement).scalars())


class BeatPlan(NamedTuple):
    """A beat: when it is walked, in which order, and how many parties it has.

    Args:
        weekdays: 0 for Monday to 6 for Sunday; none where no plan was made.
        stops: parties in the order in which they are called on.
    """

    beat: str
    weekdays: tuple[int, ...]
    stops: tuple[PartyId, ...]
    parties_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BeatPlans(Ask[tuple[BeatPlan, ...]]):
    """All beats with their plans."""


@answers(BeatPlans)
def beat_plans(conn: Connection, _ask: BeatPlans, _today_on: date) -> tuple[BeatPlan, ...]:
    """The beats that a party has or that are planned, by name."""
    counted = select(_p.beat, func.count()).where(_p.beat != "").group_by(_p.beat)
    counts: dict[str, int] = {row[0]: row[1] for row in conn.execute(counted)}
    plans = _newest(conn)
    stops: dict[bytes, list[PartyId]] = {fact_id: [] for fact_id, _days in plans.values()}
    for fact_id, party_id in conn.execute(select(_s.fact_id, _s.party_id).order_by(_s.stop_no)):
        if fact_id in stops:
            stops[fact_id].append(party_id)
    nothing: tuple[bytes, tuple[int, ...]] = (b"", ())
    return tuple(
        BeatPlan(
            beat,
            plans.get(beat, nothing)[1],
            tuple(stops.get(plans.get(beat, nothing)[0], ())),
            counts.get(beat, 0),
        )
        for beat in sorted(counts.keys() | plans.keys())
    )


def _newest(conn: Connection) -> dict[str, tuple[bytes, tuple[int, ...]]]:
    """Of each beat the plan that stands last in the order: its fact and its days."""
    statement = select(_b.beat, _b.fact_id, _b.weekdays).order_by(_b.ordinal, _b.fact_id)
    return {
        beat: (fact_id, tuple(int(day) for day in weekdays.split()))
        for beat, fact_id, weekdays in conn.execute(statement)
    }
