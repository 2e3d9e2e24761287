"""Cash with agents: counted in by notes and coins, and what was short or over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.money import check_paise
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import AGENT_DUES, AGENTS, Pieces, Posting

NOTES_AND_COINS = (500, 200, 100, 50, 20, 10, 5, 2, 1)
"""Notes and coins in rupees, as they are counted."""

_TAKEN = frozenset({*NOTES_AND_COINS, 2_000})
LATE_AFTER_MS = 24 * 3_600_000
_PAISE = 100


class Counted(NamedTuple):
    """A hand-over: what the agent should have had, and what was counted.

    Money: both are paise; short_paise below nothing is too much.
    """

    expected_paise: int
    counted_paise: int

    @property
    def short_paise(self) -> int:
        """What was missing; below nothing, what was too much."""
        return self.expected_paise - self.counted_paise


def amount_of(pieces: Iterable[Pieces]) -> int:
    """What notes and coins come to, in paise.

    Raises:
        BadInput: there is no such note, or a count below nothing.
    """
    paise = 0
    for rupees, count in pieces:
        if rupees not in _TAKEN:
            message = say("There is no note or coin of ₹{rupees}.", rupees=rupees)
            raise BadInput(message, field="counted")
        if count < 0:
            raise BadInput(say("A count cannot be less than nothing."), field="counted")
        paise += rupees * count * _PAISE
    return check_paise(paise, field="counted")


def handover_postings(counted: Counted) -> tuple[Posting, ...]:
    """Counted cash to the till, all that was expected from the agent, the rest due from him."""
    lines = (
        Posting("cash", counted.counted_paise),
        Posting(AGENTS, -counted.expected_paise),
        Posting(AGENT_DUES, counted.short_paise),
    )
    return tuple(line for line in lines if line.amount_paise)


def counted_of(postings: Iterable[Posting]) -> Counted:
    """The hand-over behind its postings."""
    sums: dict[str, int] = {}
    for line in postings:
        sums[line.account_code] = sums.get(line.account_code, 0) + line.amount_paise
    return Counted(-sums.get(AGENTS, 0), sums.get("cash", 0))


def is_late(oldest_at: int | None, now_at: int) -> bool:
    """Whether cash is with an agent for more than a day (instants are UTC milliseconds)."""
    return oldest_at is not None and now_at - oldest_at > LATE_AFTER_MS


def oldest_held(held_paise: int, received: Iterable[tuple[int, int]]) -> int | None:
    """Since when the cash is held that is there: the oldest goes out first.

    Args:
        received: instant and paise of what came in, the newest first.
    """
    left, oldest_at = held_paise, None
    for instant, paise in received:
        if left <= 0:
            break
        oldest_at = instant
        left -= paise
    return oldest_at
