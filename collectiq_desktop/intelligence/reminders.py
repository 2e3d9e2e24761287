"""When to remind of a bill, and how long to wait before doing so again.

Nothing here sends anything: these are answers for whoever does.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from collectiq_desktop.intelligence.history import NEVER, Real, Whole

LATE_AFTER_DAYS = 7
"""A reminder is to prevent that a bill becomes later than this."""

USUAL_THRESHOLD = 0.35
EARLIEST_DAY = -7
SHORTEST_GAP_DAYS, LONGEST_GAP_DAYS = 3, 21
_LOWEST, _HIGHEST = 0.05, 0.95
_REMINDER_DAYS = range(EARLIEST_DAY, LATE_AFTER_DAYS + 1)

StillUnpaid = Callable[[Whole, Whole], Real]
"""The chance of each bill to be unpaid after a day, given that it is through another."""


def lateness(due_on: Whole, unpaid: StillUnpaid) -> Real:
    """The chance of each bill to become late, as it would be on every day from a week before due.

    Returns:
        A row for each bill, a column for each day from EARLIEST_DAY to LATE_AFTER_DAYS.
    """
    after = np.full(len(due_on), LATE_AFTER_DAYS)
    columns = [unpaid(after, np.full(len(due_on), day)) for day in _REMINDER_DAYS]
    return np.column_stack(columns)


def first_reminders(due_on: Whole, chances: Real, threshold: float = USUAL_THRESHOLD) -> Whole:
    """The first day, from a week before due, on which a bill is likelier late than the threshold.

    The longer it stays unpaid, the likelier; at the latest it is the day after which it is late.
    """
    reached = chances >= threshold
    reached[:, -1] = True
    found: Whole = due_on + EARLIEST_DAY + reached.argmax(axis=1)
    return found


def chances_today(late_days: Whole, chances: Real) -> Real:
    """The chances of becoming late, as they are today, of the bills around their due day.

    Args:
        chances: a row for each bill, a column for each day from EARLIEST_DAY on.
    """
    around = np.flatnonzero((late_days >= EARLIEST_DAY) & (late_days <= LATE_AFTER_DAYS))
    found: Real = chances[around, late_days[around] - EARLIEST_DAY]
    return found


def threshold_for(chances_today: Real, reminders_a_day: int) -> float:
    """The threshold that leaves so many bills to remind of today, or fewer.

    Args:
        chances_today: of the bills not yet late that might be reminded of today.
    """
    if reminders_a_day >= len(chances_today):
        return USUAL_THRESHOLD
    ranked = np.sort(chances_today)[::-1]
    return float(np.clip(ranked[max(0, reminders_a_day - 1)], _LOWEST, _HIGHEST))


def again_after(expected_on: Whole, today: int) -> Whole:
    """The days to the next reminder: half of such bills will have been paid by then."""
    left = np.where(expected_on < NEVER, expected_on - today, LONGEST_GAP_DAYS)
    return np.clip(left, SHORTEST_GAP_DAYS, LONGEST_GAP_DAYS)
