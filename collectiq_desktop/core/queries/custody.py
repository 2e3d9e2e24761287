"""Cash with agents: how much, since when, and the hand-overs that were counted in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, func, select

from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.custody import counted_of, oldest_held
from collectiq_desktop.core.domain.ids import UserId, VoucherId
from collectiq_desktop.core.domain.vouchers import (
    AGENT_DUES,
    AGENTS,
    OF_AN_AGENT,
    Pieces,
    Voucher,
    VoucherKind,
)
from collectiq_desktop.core.queries.asking import Ask, answers, day_of, summed
from collectiq_desktop.core.storage import collecting_tables, employees, tables
from collectiq_desktop.core.storage.facts import read_fact
from collectiq_desktop.core.wire.codec import body_of
from collectiq_desktop.core.wire.facts import VoucherAmended

SHOWN_DAYS = 60
_e, _v, _g, _a, _f, _s = (
    collecting_tables.agent_voucher.c,
    tables.voucher.c,
    tables.posting.c,
    tables.account.c,
    tables.fact.c,
    collecting_tables.cash_signed.c,
)


class AgentCash(NamedTuple):
    """The cash that is with one agent.

    Args:
        oldest_at: since when the oldest of it is there (UTC milliseconds).
        unsigned_count: hand-overs that the agent has not signed.

    Money: held_paise is with the agent; dues_paise is what was short at
    hand-overs, below nothing what was too much.
    """

    agent_id: UserId
    agent: str
    held_paise: int
    dues_paise: int
    oldest_at: int | None
    last_handover_on: date | None
    unsigned_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodySheet:
    """The cash with all agents."""

    agents: tuple[AgentCash, ...]
    held_paise: int
    dues_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Custody(Ask[CustodySheet]):
    """The cash with each agent who has any, or has had a hand-over."""

    agent_id: UserId | None = None


class HandoverLine(NamedTuple):
    """One hand-over that was counted in.

    Args:
        counted_by: the employee who counted, by name.
        is_agreed: what the agent says of it; None until he says something.

    Money: short_paise was missing; below nothing, it was too much.
    """

    voucher_id: VoucherId
    on: date
    number: str
    agent_id: UserId
    agent: str
    expected_paise: int
    counted_paise: int
    short_paise: int
    counted: tuple[Pieces, ...]
    counted_by: str
    is_agreed: bool | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Handovers(Ask[tuple[HandoverLine, ...]]):
    """Hand-overs, the newest first; of the last 60 days by default."""

    agent_id: UserId | None = None
    from_on: date | None = None
    to_on: date | None = None


def held_by(conn: Connection, agent_id: bytes) -> int:
    """The cash that is with an agent, in paise, by all that is in the books."""
    return _sums(conn, agent_id).get((agent_id, AGENTS), 0)


def _sums(conn: Connection, agent_id: bytes | None = None) -> dict[tuple[bytes, str], int]:
    statement = (
        select(_e.agent_id, _a.account_code, summed(_g.amount_paise))
        .join(tables.posting, _g.voucher_row == _e.voucher_row)
        .join(tables.account, _a.account_row == _g.account_row)
        .where(_a.account_code.in_(sorted(OF_AN_AGENT)), *_whose(agent_id))
        .group_by(_e.agent_id, _a.account_code)
    )
    return {(agent, code): paise for agent, code, paise in conn.execute(statement)}


def _whose(agent_id: bytes | None) -> list[ColumnElement[bool]]:
    return [_e.agent_id.is_not(None)] if agent_id is None else [_e.agent_id == agent_id]


@answers(Custody)
def custody(conn: Connection, ask: Custody, _today_on: date) -> CustodySheet:
    """The cash with agents, by their names.

    Limits: 500 agents.
    """
    sums = _sums(conn, ask.agent_id)
    known = {key: each.name for key, each in employees.employees(conn).items()}
    last = _last_handovers(conn, ask.agent_id)
    unsigned = _unsigned(conn, ask.agent_id)
    agents = [
        AgentCash(
            UserId(agent_id),
            known.get(UserId(agent_id), ""),
            sums.get((agent_id, AGENTS), 0),
            sums.get((agent_id, AGENT_DUES), 0),
            _oldest_at(conn, agent_id, sums.get((agent_id, AGENTS), 0)),
            last.get(agent_id),
            unsigned.get(agent_id, 0),
        )
        for agent_id in {agent for agent, _code in sums}
    ]
    agents.sort(key=lambda each: (each.agent.casefold(), each.agent_id))
    return CustodySheet(
        agents=tuple(agents),
        held_paise=sum(each.held_paise for each in agents),
        dues_paise=sum(each.dues_paise for each in agents),
    )


def _oldest_at(conn: Connection, agent_id: bytes, held_paise: int) -> int | None:
    if held_paise <= 0:
        return None
    statement = (
        select(_f.recorded_at, _g.amount_paise)
        .join(tables.voucher, _v.voucher_id == _f.fact_id)
        .join(tables.posting, _g.voucher_row == _v.voucher_row)
        .join(tables.account, _a.account_row == _g.account_row)
        .join(collecting_tables.agent_voucher, _e.voucher_row == _v.voucher_row)
        .where(_e.agent_id == agent_id, _a.account_code == AGENTS, _g.amount_paise > 0)
        .order_by(_f.recorded_at.desc())
    )
    with conn.execute(statement) as rows:
        return oldest_held(held_paise, ((at, paise) for at, paise in rows))


def _is_handover(agent_id: bytes | None) -> list[ColumnElement[bool]]:
    """Contras out of an agent's cash; those to the bank are told apart by their body."""
    return [*_whose(agent_id), _v.kind == VoucherKind.CONTRA.value, _v.state == "posted"]


def _last_handovers(conn: Connection, agent_id: bytes | None) -> dict[bytes, date]:
    statement = (
        select(_e.agent_id, func.max(_v.voucher_on))
        .join(tables.voucher, _v.voucher_row == _e.voucher_row)
        .where(*_is_handover(agent_id))
        .group_by(_e.agent_id)
    )
    return {agent: day_of(on) for agent, on in conn.execute(statement)}


def _unsigned(conn: Connection, agent_id: bytes | None) -> dict[bytes, int]:
    counts: dict[bytes, int] = defaultdict(int)
    for voucher, row in _handed_over(conn, [*_is_handover(agent_id)]):
        if row.is_agreed is None and voucher.agent_id is not None:
            counts[voucher.agent_id] += 1
    return counts


@answers(Handovers)
def handovers(conn: Connection, ask: Handovers, today_on: date) -> tuple[HandoverLine, ...]:
    """The hand-overs that were asked for.

    Limits: some hundreds.
    """
    from_on = ask.from_on or today_on - timedelta(days=SHOWN_DAYS)
    conditions = [
        *_is_handover(ask.agent_id),
        _v.voucher_on >= ymd_of(from_on),
        _v.voucher_on <= ymd_of(ask.to_on or today_on),
    ]
    known = {key: each.name for key, each in employees.employees(conn).items()}
    lines = []
    for voucher, row in _handed_over(conn, conditions):
        told = counted_of(voucher.postings)
        assert voucher.agent_id is not None
        lines.append(
            HandoverLine(
                VoucherId(row.voucher_id),
                voucher.on,
                voucher.number,
                voucher.agent_id,
                known.get(voucher.agent_id, ""),
                *told,
                told.short_paise,
                voucher.counted,
                known.get(row.user_id, ""),
                None if row.is_agreed is None else bool(row.is_agreed),
                row.note or "",
            )
        )
    return tuple(lines)


def _handed_over(
    conn: Connection, conditions: list[ColumnElement[bool]]
) -> Iterator[tuple[Voucher, Any]]:
    """The standing hand-overs with who counted and what the agent says, the newest first."""
    statement = (
        select(_v.voucher_id, _v.newest_id, _f.user_id, _s.is_agreed, _s.note)
        .join(tables.voucher, _v.voucher_row == _e.voucher_row)
        .join(tables.fact, _f.fact_id == _v.voucher_id)
        .outerjoin(collecting_tables.cash_signed, _s.voucher_id == _v.voucher_id)
        .where(*conditions)
        .order_by(_v.voucher_on.desc(), _v.voucher_id.desc(), _s.ordinal)
    )
    seen: set[bytes] = set()
    for row in conn.execute(statement).all():
        voucher = _voucher(conn, row.newest_id or row.voucher_id)
        if voucher.counted and row.voucher_id not in seen:
            seen.add(row.voucher_id)
            yield voucher, row


def _voucher(conn: Connection, fact_id: bytes) -> Voucher:
    fact = read_fact(conn, fact_id)
    assert fact is not None, "a voucher stands by a fact that is in the log"
    body = body_of(fact)
    voucher = body.voucher if isinstance(body, VoucherAmended) else body
    assert isinstance(voucher, Voucher)
    return voucher


class CashMove(NamedTuple):
    """One movement of an agent's cash.

    Money: amount_paise above nothing came to the agent, below it went.
    """

    voucher_id: VoucherId
    on: date
    number: str
    kind: str
    party: str
    amount_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CashMoves(Ask[tuple[CashMove, ...]]):
    """The movements of an agent's cash, the newest first; of the last 60 days by default."""

    agent_id: UserId
    from_on: date | None = None


@answers(CashMoves)
def cash_moves(conn: Connection, ask: CashMoves, today_on: date) -> tuple[CashMove, ...]:
    """What came to the agent in cash and what went."""
    from_on = ask.from_on or today_on - timedelta(days=SHOWN_DAYS)
    party = tables.party.c
    statement = (
        select(
            _v.voucher_id, _v.voucher_on, _v.number, _v.kind, party.name, summed(_g.amount_paise)
        )
        .join(tables.voucher, _v.voucher_row == _e.voucher_row)
        .join(tables.posting, _g.voucher_row == _v.voucher_row)
        .join(tables.account, _a.account_row == _g.account_row)
        .outerjoin(tables.party, party.party_row == _v.party_row)
        .where(
            _e.agent_id == ask.agent_id,
            _a.account_code == AGENTS,
            _v.voucher_on >= ymd_of(from_on),
        )
        .group_by(_v.voucher_row, _v.voucher_id, _v.voucher_on, _v.number, _v.kind, party.name)
        .order_by(_v.voucher_on.desc(), _v.voucher_id.desc())
    )
    return tuple(
        CashMove(VoucherId(of), day_of(on), number, VoucherKind(kind).word, name or "", paise)
        for of, on, number, kind, name, paise in conn.execute(statement)
    )
