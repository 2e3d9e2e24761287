"""How curves are made in this shop: tried by what each would have foretold.

How much the shop's curve is worth and how fast old bills fade are picked by the
log-loss of one week ahead, over the last 90 days, of whether each open bill
would be paid.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from collectiq_desktop.intelligence.curves import (
    Counts,
    Curves,
    Settings,
    Uses,
    counts_of,
    shrunk,
    smoothed,
)
from collectiq_desktop.intelligence.history import Flags, Whole, paid_days
from collectiq_desktop.intelligence.shop import Shop
from collectiq_desktop.intelligence.views import Asked, Views

BILLS_WORTH = (1.0, 2.0, 4.0, 8.0, 16.0)
MEMORY_DAYS = (120.0, 365.0, 1_000.0)
FEWEST_BILLS = 300
_LOOKED_AT_DAYS, _WEEK = 90, 7
_MOST_USES = 300_000
_SURE_ERRORS = 2.0


class _How(NamedTuple):
    """The memory that is tried, every how many parties, and what may be known."""

    memory_days: float
    every: int
    known_before: int


def chosen_settings(views: Views, day: int) -> Settings:
    """The settings that foretold best before a day; the usual ones in a small shop."""
    bills = views.history.bills
    known = int(((bills.known_on < day) & bills.is_told).sum())
    if known < FEWEST_BILLS:
        return Settings()
    weeks = range(day - _WEEK, day - _LOOKED_AT_DAYS, -_WEEK)
    every = max(1, round(known * len(weeks) / _MOST_USES))
    losses: dict[Settings, list[float]] = {}
    for memory in MEMORY_DAYS:
        shop = Shop(views.history, memory)
        for week in weeks:
            for worth, loss in _losses(views, shop, week, _How(memory, every, day)).items():
                losses.setdefault(Settings(worth, memory), []).append(loss)
    return _best(losses)


def _best(losses: dict[Settings, list[float]]) -> Settings:
    """The settings that lost least, if that is more than chance from week to week; else the usual.

    Source: settings that jump about from month to month would take every score with them.
    """
    usual = Settings()
    best = min(losses, key=lambda settings: sum(losses[settings]))
    gains = np.array(losses[usual]) - np.array(losses[best])
    error = gains.std(ddof=1) / np.sqrt(len(gains))
    return best if gains.mean() > _SURE_ERRORS * error else usual


def _losses(views: Views, shop: Shop, day: int, how: _How) -> dict[float, float]:
    """The log-loss of every worth, over the bills open on a day."""
    members = np.arange(0, len(views.history.members), how.every)
    asked = Asked(members, np.full(len(members), day))
    seen = views.seen(asked)
    found = views.still_open(asked, seen)
    bills = views.history.bills
    counts = counts_of(
        views.history,
        Uses(seen.bill, seen.day, seen.asked),
        curves_count=len(members),
        memory_days=how.memory_days,
    )
    some = np.unique(found.asked)
    place = np.searchsorted(some, found.asked)
    unpaid_through = day - 1 - bills.due_on[found.bill]
    known = np.full(len(found.bill), how.known_before)
    is_paid = paid_days(views.history, found.bill, known) < day + _WEEK
    told = smoothed(Counts(counts.paid[some], counts.at_risk[some]))
    prior = shop.at(day).hazard
    return {
        worth: _loss(Curves(shrunk(told, prior, worth)), place, unpaid_through, is_paid)
        for worth in BILLS_WORTH
    }


def _loss(curves: Curves, place: Whole, unpaid_through: Whole, is_paid: Flags) -> float:
    unpaid = np.clip(
        curves.still_unpaid(place, unpaid_through + _WEEK, unpaid_through), 1e-6, 1 - 1e-6
    )
    return float(-np.log(np.where(is_paid, 1 - unpaid, unpaid)).sum())
