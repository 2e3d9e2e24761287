"""Who has which party: the list to choose from, what it is chosen by, and who had it before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, func, literal_column, select

from collectiq_desktop.core.domain.assignments import Part
from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.ids import PartyId, UserId
from collectiq_desktop.core.queries.asking import Ask, answers, summed
from collectiq_desktop.core.queries.risk import PartyRisks, party_risks
from collectiq_desktop.core.storage import employees, tables
from collectiq_desktop.core.storage.masters import unpack

_a, _b, _c, _p, _t = (
    tables.assignment.c,
    tables.bill.c,
    tables.assigning.c,
    tables.party.c,
    tables.standing.c,
)
# Written out, so that SQLite sees that its index of open bills is meant.
_NOTHING: ColumnElement[int] = literal_column("0")


class AssignmentLine(NamedTuple):
    """One party, and whose it is.

    Args:
        others: agents beside the main one, by name.

    Money: overdue_paise is what is open of bills past their due dates.
    """

    party_id: PartyId
    party: str
    code: str
    beat: str
    balance_paise: int
    overdue_paise: int
    agent_id: UserId | None
    agent: str
    others: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignments(Ask[tuple[AssignmentLine, ...]]):
    """Parties by name with their agents.

    Args:
        area: only those that lie in it; of a party without one its PIN code is the area.
        tag: only those that carry it.
        category: only those of this risk, a word of `Category`.
        agent_id: only those that this agent has, in whatever part.
        is_nobodys: only those that have no main agent.
        is_overdue: only those of which a bill is past its due date.
        with_inactive: also parties that are put away.

    Money: least_paise is what a party owes at least; 0 for all.
    """

    beat: str = ""
    area: str = ""
    tag: str = ""
    category: str = ""
    agent_id: UserId | None = None
    is_nobodys: bool = False
    is_overdue: bool = False
    least_paise: int = 0
    with_inactive: bool = False


class Marks(NamedTuple):
    """What parties can be chosen by; each in the order of its words."""

    beats: tuple[str, ...]
    areas: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyMarks(Ask[Marks]):
    """The beats, areas and tags that parties have."""


class AssignmentStep(NamedTuple):
    """A party was given to an agent, or taken from him.

    Dates: assigned_at in UTC milliseconds.
    """

    assigned_at: int
    agent: str
    part: Part


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentSteps(Ask[tuple[AssignmentStep, ...]]):
    """Who had a party and has it, the newest first."""

    party_id: PartyId


@answers(Assignments)
def assignments(conn: Connection, ask: Assignments, today_on: date) -> tuple[AssignmentLine, ...]:
    """The parties that were asked for.

    Limits: 20,000 parties.
    """
    known = {key: each.name for key, each in employees.employees(conn).items()}
    mains: dict[bytes, bytes] = {}
    others: defaultdict[bytes, list[str]] = defaultdict(list)
    has: defaultdict[bytes, set[bytes]] = defaultdict(set)
    for party_id, agent_id, is_main in conn.execute(select(_a.party_id, _a.agent_id, _a.is_main)):
        has[party_id].add(agent_id)
        if is_main:
            mains[party_id] = agent_id
        else:
            others[party_id].append(known.get(agent_id, ""))
    is_marked = _mark_of(ask)
    risky = _of_category(conn, ask.category, today_on) if ask.category else None
    lines = []
    for fields, *row in _parties(conn, ask, today_on):
        party_id = row[0]
        main = mains.get(party_id)
        if ask.agent_id is not None and ask.agent_id not in has[party_id]:
            continue
        if (ask.is_nobodys and main is not None) or not is_marked(fields):
            continue
        if risky is not None and party_id not in risky:
            continue
        beside = ", ".join(sorted(others[party_id]))
        agent = known.get(UserId(main), "") if main else ""
        told = (*row, UserId(main) if main else None, agent, beside)
        lines.append(AssignmentLine._make(told))
    return tuple(lines)


def _of_category(conn: Connection, category: str, today_on: date) -> set[bytes]:
    """The parties of one category, as it was published or pinned."""
    lines = party_risks(conn, PartyRisks(), today_on)
    return {line.party_id for line in lines if line.risk.category == category}


def _area_of(fields: Mapping[str, Any]) -> str:
    area: str = fields.get("area", "") or fields.get("pincode", "")
    return area


def _mark_of(ask: Assignments) -> Callable[[bytes], bool]:
    """Whether the fields of a party carry the area and the tag that are asked for."""
    if not ask.area and not ask.tag:
        return lambda _fields: True

    def is_marked(packed: bytes) -> bool:
        fields = unpack(packed)
        return (not ask.area or _area_of(fields) == ask.area) and (
            not ask.tag or ask.tag in fields.get("tags", ())
        )

    return is_marked


def _parties(conn: Connection, ask: Assignments, today_on: date) -> list[Any]:
    overdue = (
        select(_b.party_row, summed(_b.open_paise).label("paise"))
        .where(_b.open_paise != _NOTHING, _b.open_paise > _NOTHING, _b.due_on < ymd_of(today_on))
        .group_by(_b.party_row)
        .subquery()
    )
    late_paise = func.coalesce(overdue.c.paise, 0)
    conditions: list[ColumnElement[bool]] = []
    if not ask.with_inactive:
        conditions.append(_p.is_active == 1)
    if ask.beat:
        conditions.append(_p.beat == ask.beat)
    if ask.is_overdue:
        conditions.append(late_paise > 0)
    if ask.least_paise:
        conditions.append(_t.balance_paise >= ask.least_paise)
    statement = (
        select(_p.fields, _p.party_id, _p.name, _p.code, _p.beat, _t.balance_paise, late_paise)
        .join(tables.standing, _t.party_row == _p.party_row)
        .outerjoin(overdue, overdue.c.party_row == _p.party_row)
        .where(*conditions)
        .order_by(_p.name_key, _p.party_row)
    )
    return list(conn.execute(statement))


@answers(PartyMarks)
def party_marks(conn: Connection, _ask: PartyMarks, _today_on: date) -> Marks:
    """What the parties that are not put away carry.

    Limits: 20,000 parties.
    """
    beats, areas, tags = set(), set(), set()
    for beat, packed in conn.execute(select(_p.beat, _p.fields).where(_p.is_active == 1)):
        fields = unpack(packed)
        beats.add(beat)
        areas.add(_area_of(fields))
        tags.update(fields.get("tags", ()))
    told = (tuple(sorted(each - {""})) for each in (beats, areas, tags))
    return Marks(*told)


@answers(AssignmentSteps)
def assignment_steps(
    conn: Connection, ask: AssignmentSteps, _today_on: date
) -> tuple[AssignmentStep, ...]:
    """The steps of one party."""
    known = {key: each.name for key, each in employees.employees(conn).items()}
    statement = (
        select(_c.assigned_at, _c.agent_id, _c.part)
        .where(_c.party_id == ask.party_id)
        .order_by(_c.ordinal.desc(), _c.fact_id.desc())
    )
    return tuple(
        AssignmentStep(at, known.get(UserId(agent_id), ""), Part(part))
        for at, agent_id, part in conn.execute(statement)
    )
