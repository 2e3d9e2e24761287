"""Which agent a party is assigned to: one main agent, others beside, with history.

The assignment of a party is a fold of what was done in the firm's order, so
that it comes out the same in whatever order the news arrived.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class Part(StrEnum):
    """What an agent has to do with a party; the words stand in facts for ever."""

    MAIN = "main"
    OTHER = "other"
    NONE = "none"


class Assigning(NamedTuple):
    """One change of a party's agents, with its place in the order."""

    ordinal: int
    agent_id: bytes
    part: str
    assigned_at: int


class Assigned(NamedTuple):
    """An agent of a party, and since when in this part (UTC milliseconds)."""

    agent_id: bytes
    is_main: bool
    since_at: int


def fold_assignments(changes: Iterable[Assigning]) -> list[Assigned]:
    """The agents that a party has after all changes, the main one first.

    A new main agent takes the place of the one before, who loses the party.
    """
    agents: dict[bytes, Assigned] = {}
    for change in sorted(changes):
        if change.part == Part.MAIN:
            agents = {
                agent_id: each
                for agent_id, each in agents.items()
                if not each.is_main or agent_id == change.agent_id
            }
        if change.part not in (Part.MAIN, Part.OTHER):
            agents.pop(change.agent_id, None)
            continue
        is_main = change.part == Part.MAIN
        before = agents.get(change.agent_id)
        if before is None or before.is_main != is_main:
            agents[change.agent_id] = Assigned(change.agent_id, is_main, change.assigned_at)
    return sorted(agents.values(), key=lambda each: (not each.is_main, each.agent_id))
