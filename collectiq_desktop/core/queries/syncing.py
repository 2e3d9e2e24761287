"""How this counter stands with the head office, as far as its own file says.

What the head office itself knows is asked for by an exchange; nothing here
needs a line.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, func, select

from collectiq_desktop.core.domain.ids import DeviceId
from collectiq_desktop.core.domain.verdicts import Reason
from collectiq_desktop.core.queries.asking import Ask, answers
from collectiq_desktop.core.queries.branches import branches_of_firm
from collectiq_desktop.core.queries.days import told_days
from collectiq_desktop.core.queries.told_facts import ToldFact, told_facts
from collectiq_desktop.core.storage import chains, devices, held, places, settings, tables
from collectiq_desktop.core.storage.facts import fact_of, is_void, read_fact
from collectiq_desktop.core.wire.facts import EVERY_BRANCH
from collectiq_desktop.core.wire.peer import ToldDay

_l, _f, _s, _h = tables.link.c, tables.fact.c, tables.place.c, tables.held.c
MOST_LINES = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncStanding:
    """How this counter stands with the head office.

    Args:
        is_enrolled: whether there is a head office at all.
        branches: those whose facts come here, `*` for all.
        oldest_unsent_at: when the oldest of what was not sent was recorded.
        firm_seq: how far the firm's order is known here.
    """

    is_enrolled: bool
    device_id: DeviceId
    device: str
    series_code: str
    branch_id: str
    branch: str
    branches: tuple[str, ...]
    is_revoked: bool
    unsent_count: int
    oldest_unsent_at: int | None
    held_count: int
    firm_seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sync(Ask[SyncStanding]):
    """How this counter stands with the head office."""


@answers(Sync)
def sync_standing(conn: Connection, _ask: Sync, _today_on: date) -> SyncStanding:
    """The counter and what it has not sent yet.

    Limits: ≤ 5 ms; the status bar asks after each save.
    """
    device_id = _own_id(conn)
    is_enrolled = settings.setting(conn, settings.ROLE) == settings.ENROLLED
    known = devices.device(conn, device_id)
    unsent_count, oldest_at = _unsent(conn, device_id) if is_enrolled else (0, None)
    waiting = select(func.count()).select_from(tables.held).where(_h.state == held.HELD)
    branch_id = known.branch_id if known is not None else ""
    return SyncStanding(
        is_enrolled=is_enrolled,
        device_id=device_id,
        device=known.name if known is not None else "",
        series_code=known.series_code if known is not None else "",
        branch_id=branch_id,
        branch=branches_of_firm(conn).get(branch_id, branch_id),
        branches=tuple(known.branches.split(" ")) if known is not None else (EVERY_BRANCH,),
        is_revoked=known is not None and known.is_revoked,
        unsent_count=unsent_count,
        oldest_unsent_at=oldest_at,
        held_count=conn.execute(waiting).scalar_one(),
        firm_seq=places.cursor(conn).firm_seq,
    )


def _own_id(conn: Connection) -> DeviceId:
    found = settings.setting(conn, settings.DEVICE)
    assert found is not None, "books say which device writes them"
    return DeviceId(found)


def _beyond_placed(conn: Connection, device_id: DeviceId) -> ColumnElement[bool]:
    """Own links after the last one that has a place.

    The server places a chain in its order, so what is behind it was sent.
    """
    last = select(func.coalesce(func.max(_s.device_seq), 0))
    placed: int = conn.execute(last.where(_s.device_id == device_id, ~is_void())).scalar_one()
    return (_l.device_id == device_id) & (_l.device_seq > placed)


def _unsent(conn: Connection, device_id: DeviceId) -> tuple[int, int | None]:
    mine = _beyond_placed(conn, device_id)
    count: int = conn.execute(
        select(func.count()).select_from(tables.link).where(mine)
    ).scalar_one()
    if not count:
        return 0, None
    oldest = _unsent_facts(mine).with_only_columns(_f.recorded_at).limit(1)
    return count, conn.execute(oldest).scalar()


def _unsent_facts(mine: ColumnElement[bool]) -> Select[tuple[object, ...]]:
    joined = select(tables.fact).join_from(tables.link, tables.fact, _f.fact_id == _l.fact_id)
    return joined.where(mine).order_by(_l.device_seq)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsent(Ask[tuple[ToldFact, ...]]):
    """What was recorded here and has no place in the firm's order yet, oldest first."""

    limit: int = MOST_LINES


@answers(Unsent)
def unsent(conn: Connection, ask: Unsent, _today_on: date) -> tuple[ToldFact, ...]:
    """The first of what is to be sent.

    Limits: of a week without a line, only the first are looked up.
    """
    mine = _beyond_placed(conn, _own_id(conn))
    rows = conn.execute(_unsent_facts(mine).limit(ask.limit)).all()
    return tuple(told_facts(conn, [fact_of(row) for row in rows]))


class HeldLine(NamedTuple):
    """A fact that waits for a person's word at the head office.

    Args:
        is_own: whether it was recorded at this counter.
        is_waiting_for_other: it goes on by itself when what it builds on comes.
    """

    fact: ToldFact
    reason: Reason
    is_own: bool
    is_waiting_for_other: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Held(Ask[tuple[HeldLine, ...]]):
    """What the head office holds back, oldest first."""


@answers(Held)
def held_lines(conn: Connection, _ask: Held, _today_on: date) -> tuple[HeldLine, ...]:
    """All that is held, as far as it is known here.

    Limits: a few, or head office has much to talk about.
    """
    own_id = _own_id(conn)
    found = []
    for each in held.all_held(conn):
        fact = read_fact(conn, each.fact_id)
        assert fact is not None, "what is held is here"
        on_own_chain = select(_l.device_seq).where(
            _l.fact_id == each.fact_id, _l.device_id == own_id
        )
        found.append(
            HeldLine(
                fact=told_facts(conn, [fact])[0],
                reason=Reason(each.reason),
                is_own=conn.execute(on_own_chain.limit(1)).first() is not None,
                is_waiting_for_other=each.waits_for is not None,
            )
        )
    return tuple(found)


class SyncDevice(NamedTuple):
    """A device of the firm as a person sees it.

    Args:
        branches: those whose facts it gets, `*` for all.
        facts_count: how many it recorded, as far as they are known here.
        last_at: when it recorded the last of them, None before the first.
    """

    device_id: DeviceId
    name: str
    series_code: str
    branch_id: str
    branches: str
    is_server: bool
    is_revoked: bool
    is_own: bool
    facts_count: int
    last_at: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncDevices(Ask[tuple[SyncDevice, ...]]):
    """The devices of the firm; those that a new chain replaced are left out."""


@answers(SyncDevices)
def sync_devices(conn: Connection, _ask: SyncDevices, _today_on: date) -> tuple[SyncDevice, ...]:
    """The devices by their series codes."""
    own_id = _own_id(conn)
    known = devices.devices(conn)
    replaced = {each.replaces_id for each in known}
    ends = {each.device_id: each for each in chains.chain_states(conn)}
    return tuple(
        SyncDevice(
            each.device_id,
            each.name,
            each.series_code,
            each.branch_id,
            each.branches,
            each.is_server,
            each.is_revoked,
            each.device_id == own_id,
            ends[each.device_id].device_seq if each.device_id in ends else 0,
            _last_at(conn, each.device_id),
        )
        for each in known
        if each.device_id not in replaced
    )


def _last_at(conn: Connection, device_id: DeviceId) -> int | None:
    statement = (
        select(_f.recorded_at)
        .join_from(tables.link, tables.fact, _f.fact_id == _l.fact_id)
        .where(_l.device_id == device_id)
        .order_by(_l.device_seq.desc())
        .limit(1)
    )
    found: int | None = conn.execute(statement).scalar()
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysHere(Ask[tuple[ToldDay, ...]]):
    """What each day's vouchers come to here, in the branches that come here whole.

    Dates: both inside.
    """

    first_on: date
    last_on: date


@answers(DaysHere)
def days_here(conn: Connection, ask: DaysHere, _today_on: date) -> tuple[ToldDay, ...]:
    """The days with vouchers, by day, then branch."""
    own = devices.device(conn, _own_id(conn))
    branches = own.branches.split(" ") if own is not None else [EVERY_BRANCH]
    return told_days(conn, branches, ask.first_on, ask.last_on)
