"""Agents on their rounds: who of them takes which money, and on which day.

What parties of an agent would have paid at the counter, in cash or by UPI,
waits for the next walk of their round.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from collectiq_desktop.core.domain.ids import PartyId, UserId
from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.services.corrections import CancelVoucher
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.demo.chance import SUNDAY, Act, Buyer, Chance
from collectiq_desktop.demo.staff import Agent, Round, Staff

WALKED_DAYS = 28
RUPEE_PAISE = 100
_MOST_RECEIPTS = 20
_TAKEN = frozenset({Mode.CASH, Mode.UPI})


class Walk(NamedTuple):
    """One agent on one round on one day."""

    agent: Agent
    on: date
    round: Round


def walks_of(staff: Staff, chance: Chance) -> list[Walk]:
    """All walks of the last weeks, in the order of their days."""
    first_on = chance.last_on - timedelta(days=WALKED_DAYS)
    days = [day for day in chance.workdays() if day > first_on]
    return [
        Walk(agent, day, each)
        for day in days
        for agent in staff.agents
        for each in agent.rounds
        if each.weekday == day.weekday() and each.buyers
    ]


def last_walk_on(chance: Chance) -> date:
    """The day that is still under way: the last one on which the shop is open."""
    is_sunday = chance.last_on.weekday() == SUNDAY
    return chance.last_on - timedelta(days=1) if is_sunday else chance.last_on


def collected(chance: Chance, acts: Iterable[Act], walks: Sequence[Walk]) -> Iterator[Act]:
    """The same acts, with the receipts that agents take on their walks.

    What a round of today brings is not among them: it is under way.
    """
    given = list(acts)
    undone = {a.command.voucher_id for a in given if isinstance(a.command, CancelVoucher)}
    stops = _stops(walk for walk in walks if walk.on < last_walk_on(chance))
    counts: Counter[tuple[UserId, date]] = Counter()
    for act in given:
        command = act.command
        if not isinstance(command, RecordReceipt) or command.voucher_id in undone:
            yield act
            continue
        stop = _next_stop(command, act.on, stops, counts)
        if stop is None or not _may_take(chance, stop, command):
            yield act
            continue
        agent_id, on = stop.walk.agent.employee_id, stop.walk.on
        counts[agent_id, on] += 1
        taken = replace(command, on=on, agent_id=agent_id)
        yield chance.moving(on, taken, stop.buyer, act.owed_paise, agent_id)


class _Stop(NamedTuple):
    """A walk that comes to a party."""

    walk: Walk
    buyer: Buyer


def _stops(walks: Iterable[Walk]) -> dict[PartyId, list[_Stop]]:
    found: dict[PartyId, list[_Stop]] = defaultdict(list)
    for walk in walks:
        for buyer in walk.round.buyers:
            found[buyer.party_id].append(_Stop(walk, buyer))
    return found


def _next_stop(
    command: RecordReceipt,
    on: date,
    stops: Mapping[PartyId, Sequence[_Stop]],
    counts: Mapping[tuple[UserId, date], int],
) -> _Stop | None:
    """The next walk within a week on which an agent can take this money."""
    is_plain = command.allocations is None and not command.discount_paise
    if not is_plain or command.mode not in _TAKEN or command.amount_paise % RUPEE_PAISE:
        return None
    until_on = on + timedelta(days=7)
    for stop in stops.get(command.party_id, ()):
        walk = stop.walk
        is_soon = on <= walk.on < until_on
        if is_soon and counts.get((walk.agent.employee_id, walk.on), 0) < _MOST_RECEIPTS:
            return stop
    return None


def _may_take(chance: Chance, stop: _Stop, command: RecordReceipt) -> bool:
    """Whether the law lets the agent take it on that day, too."""
    if command.mode is not Mode.CASH or stop.walk.on == command.on:
        return True
    return chance.takes_cash(stop.buyer, stop.walk.on, command.amount_paise)
