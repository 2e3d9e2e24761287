"""Agents: what each is to collect, and what came by him."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.ids import UserId
from collectiq_desktop.core.domain.promises import KeptRate, PromiseState
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.domain.visits import Outcome
from collectiq_desktop.core.domain.vouchers import Mode, VoucherKind
from collectiq_desktop.core.queries.asking import Ask, answers, summed
from collectiq_desktop.core.queries.custody import Custody, custody
from collectiq_desktop.core.queries.promises import Promises, promises
from collectiq_desktop.core.storage import collecting_tables, employees, tables

_a, _p, _t, _v, _l, _e, _n = (
    tables.assignment.c,
    tables.party.c,
    tables.standing.c,
    tables.voucher.c,
    tables.party_line.c,
    collecting_tables.agent_voucher.c,
    collecting_tables.visit.c,
)
_PAYING = (Outcome.PAID.value, Outcome.PART.value)


class AgentLine(NamedTuple):
    """One agent's figures.

    Args:
        visits_count, paying_count: calls in the period, and those that brought money.
        rate: how the promises that he took were kept.
        oldest_at: since when the oldest cash is with him (UTC milliseconds).

    Money: outstanding_paise of the parties of which he is the main agent;
    cash_paise and other_paise came by him in the period; held_paise is with
    him now, dues_paise stands against him.
    """

    agent_id: UserId
    agent: str
    parties_count: int
    outstanding_paise: int
    cash_paise: int
    other_paise: int
    visits_count: int
    paying_count: int
    rate: KeptRate
    held_paise: int
    oldest_at: int | None
    dues_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentFigures(Ask[tuple[AgentLine, ...]]):
    """The figures of all agents for a period, of today by default."""

    from_on: date | None = None
    to_on: date | None = None


@answers(AgentFigures)
def agent_figures(conn: Connection, ask: AgentFigures, today_on: date) -> tuple[AgentLine, ...]:
    """The agents by name: whoever has that role, has parties, or has brought money.

    Limits: 500 agents.
    """
    period = (ask.from_on or today_on, ask.to_on or today_on)
    has = _assigned(conn)
    came = _came(conn, period)
    visited = _visited(conn, period)
    rates = _rates(conn, today_on)
    cash = {each.agent_id: each for each in custody(conn, Custody(), today_on).agents}
    known = employees.employees(conn)
    agents = {key for key, each in known.items() if each.is_active and each.role == Role.AGENT}
    agents |= {UserId(key) for key in (*has, *came, *visited, *cash)}
    lines = []
    for agent_id in map(UserId, agents):
        mine = cash.get(agent_id)
        lines.append(
            AgentLine(
                agent_id,
                known[agent_id].name if agent_id in known else "",
                *has.get(agent_id, (0, 0)),
                came[agent_id][True],
                came[agent_id][False],
                *visited.get(agent_id, (0, 0)),
                rates[agent_id],
                mine.held_paise if mine else 0,
                mine.oldest_at if mine else None,
                mine.dues_paise if mine else 0,
            )
        )
    return tuple(sorted(lines, key=lambda each: (each.agent.casefold(), each.agent_id)))


def _assigned(conn: Connection) -> dict[bytes, tuple[int, int]]:
    statement = (
        select(_a.agent_id, func.count(), summed(_t.balance_paise))
        .join(tables.party, _p.party_id == _a.party_id)
        .join(tables.standing, _t.party_row == _p.party_row)
        .where(_a.is_main == 1)
        .group_by(_a.agent_id)
    )
    return {row[0]: (row[1], row[2]) for row in conn.execute(statement)}


def _came(conn: Connection, period: tuple[date, date]) -> defaultdict[bytes, Counter[bool]]:
    """What came by each agent: in cash (True) and in other ways."""
    first, last = map(ymd_of, period)
    statement = (
        select(_e.agent_id, _v.mode, summed(-_l.amount_paise))
        .join(tables.voucher, _v.voucher_row == _e.voucher_row)
        .join(tables.party_line, _l.voucher_row == _v.voucher_row)
        .where(
            _e.agent_id.is_not(None),
            _v.kind == VoucherKind.RECEIPT.value,
            _v.voucher_on.between(first, last),
        )
        .group_by(_e.agent_id, _v.mode)
    )
    came: defaultdict[bytes, Counter[bool]] = defaultdict(Counter)
    for agent_id, mode, paise in conn.execute(statement):
        came[agent_id][mode == Mode.CASH.value] += paise
    return came


def _visited(conn: Connection, period: tuple[date, date]) -> dict[bytes, tuple[int, int]]:
    first, last = map(ymd_of, period)
    statement = (
        select(_n.agent_id, _n.outcome, func.count())
        .where(_n.agent_id.is_not(None), _n.visited_on.between(first, last))
        .group_by(_n.agent_id, _n.outcome)
    )
    counts: dict[bytes, tuple[int, int]] = {}
    for agent_id, outcome, count in conn.execute(statement):
        visits, paying = counts.get(agent_id, (0, 0))
        counts[agent_id] = (visits + count, paying + count * (outcome in _PAYING))
    return counts


def _rates(conn: Connection, today_on: date) -> defaultdict[bytes | None, KeptRate]:
    counts: defaultdict[bytes | None, Counter[PromiseState]] = defaultdict(Counter)
    for line in promises(conn, Promises(), today_on).lines:
        counts[line.agent_id][line.state] += 1
    rates: defaultdict[bytes | None, KeptRate] = defaultdict(lambda: KeptRate(0, 0, 0))
    for agent_id, states in counts.items():
        decided = (PromiseState.KEPT, PromiseState.PART, PromiseState.BROKEN)
        rates[agent_id] = KeptRate(*(states[state] for state in decided))
    return rates
