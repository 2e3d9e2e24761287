"""Payment curves: on which day, counted from the due date, a party's bills are paid.

A curve is a hazard for each day x: the chance that a bill still unpaid on that
day is paid on it. A party's own bills are few, so its curve is shrunk towards
the shop's, as if that stood for c bills more, and the shop's towards a shipped
one. Open bills count for as long as they have been watched. An empirical-Bayes
Kaplan-Meier estimate; no training is needed.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np

from collectiq_desktop.intelligence.history import NEVER, History, Real, Whole, paid_days

FIRST_X, LAST_X = -60, 240
"""The days of a curve; what was paid before or after counts on its first or last day."""

WIDTH = LAST_X - FIRST_X + 1
DEFAULT_BILLS_WORTH, DEFAULT_MEMORY_DAYS = 4.0, 365.0
SHIPPED_BILLS_WORTH = 20.0
_SURELY = 1 - 1e-12
_AROUND_DAYS = 3.0
_AROUND = np.exp(-((np.arange(-9, 10) / _AROUND_DAYS) ** 2) / 2)
_AROUND /= _AROUND.sum()


class Settings(NamedTuple):
    """How a curve is made: how many bills the shop's is worth, how fast old bills fade."""

    bills_worth: float = DEFAULT_BILLS_WORTH
    memory_days: float = DEFAULT_MEMORY_DAYS


class Counts(NamedTuple):
    """Weighted bills by curve and day: paid on it, and unpaid when it began."""

    paid: Real
    at_risk: Real


def shipped_hazard() -> Real:
    """The curve of a shop of which nothing is known: most pay in the two weeks after due."""
    x = np.arange(FIRST_X, LAST_X + 1)
    steps = [x < -2, x <= 14, x <= 60]
    return np.select(steps, [0.01, 0.06, 0.02], default=0.015)


class Uses(NamedTuple):
    """Uses of bills: which bill, as known strictly before which day, for which curve."""

    bill: Whole
    day: Whole
    curve: Whole


def counts_of(history: History, uses: Uses, *, curves_count: int, memory_days: float) -> Counts:
    """Weighted counts of bills, added up by curve."""
    bills, days, into = uses
    told = history.bills
    paid_on = paid_days(history, bills, days)
    due_on = told.due_on[bills]
    first = np.clip(told.seen_from[bills] - due_on, FIRST_X, LAST_X)
    is_paid = paid_on < NEVER
    ended = np.minimum(days, told.ended_on[bills])
    last = np.where(is_paid, np.maximum(paid_on - due_on, FIRST_X), ended - 1 - due_on)
    last = np.minimum(last, LAST_X)
    used = (last >= first) & told.is_told[bills]
    weight = np.exp((told.bill_on[bills] - days) / memory_days)[used]
    at = into[used] * WIDTH - FIRST_X
    return Counts(
        _sums(at[is_paid[used]] + last[used & is_paid], weight[is_paid[used]], curves_count),
        _spread(into[used], first[used], last[used], weight, curves_count),
    )


def smoothed(counts: Counts) -> Counts:
    """Counts of which each day speaks a little for the days around it.

    A party that paid on the 9th day might as well have paid on the 8th; with few bills,
    a curve of single days would foretell nothing for the days between.
    """
    paid, at_risk = (_smoothed(counts.paid, "constant"), _smoothed(counts.at_risk, "edge"))
    return Counts(paid, np.maximum(paid, at_risk))


def _smoothed(values: Real, beyond: Literal["constant", "edge"]) -> Real:
    reach = len(_AROUND) // 2
    padded = np.pad(values, ((0, 0), (reach, reach)), mode=beyond)
    found = np.zeros_like(values)
    for at, share in enumerate(_AROUND):
        found += share * padded[:, at : at + WIDTH]
    return found


def _sums(at: Whole, weight: Real, curves_count: int) -> Real:
    found: Real = np.bincount(at, weight, minlength=curves_count * WIDTH).astype(np.float64)
    return found.reshape(curves_count, WIDTH)


def _spread(into: Whole, first: Whole, last: Whole, weight: Real, curves_count: int) -> Real:
    """Each weight on every day from its first to its last."""
    wide = WIDTH + 1
    cells = curves_count * wide
    began = np.bincount(into * wide + first - FIRST_X, weight, minlength=cells).astype(np.float64)
    began -= np.bincount(into * wide + last - FIRST_X + 1, weight, minlength=cells)
    running = np.cumsum(began.reshape(curves_count, wide), axis=1)[:, :WIDTH]
    return np.maximum(running, 0.0, out=running)


def shrunk(counts: Counts, prior: Real, bills_worth: float) -> Real:
    """Hazards by curve, shrunk towards a prior hazard that is worth so many bills."""
    prior_at_risk = bills_worth * survival_before(prior)
    hazard: Real = (counts.paid + prior_at_risk * prior) / np.maximum(
        counts.at_risk + prior_at_risk, 1e-12
    )
    return np.clip(hazard, 0.0, 1.0, out=hazard)


def survival_before(hazard: Real) -> Real:
    """The chance of being unpaid when each day begins."""
    after = np.cumprod(1 - hazard, axis=-1)
    before: Real = np.concatenate([np.ones_like(after[..., :1]), after[..., :-1]], axis=-1)
    return before


def shop_hazard(history: History, known: Whole, day: int, memory_days: float) -> Real:
    """The whole shop's curve as of a day, from the bills given."""
    days, one = np.full(len(known), day), np.zeros(len(known), np.int64)
    counts = counts_of(history, Uses(known, days, one), curves_count=1, memory_days=memory_days)
    hazard: Real = shrunk(counts, shipped_hazard(), SHIPPED_BILLS_WORTH)[0]
    return hazard


class Curves:
    """Some curves, ready to be asked: survival as logarithms, so that questions are differences."""

    def __init__(self, hazards: Real) -> None:
        steps = np.log1p(-np.minimum(hazards, _SURELY))
        self._log = np.zeros((len(hazards), WIDTH + 1))
        np.cumsum(steps, axis=1, out=self._log[:, 1:])

    def __len__(self) -> int:
        return len(self._log)

    def still_unpaid(self, curve: Whole, after: Whole, unpaid_through: Whole) -> Real:
        """The chance of being unpaid after a day, for what is known unpaid through another."""
        later, now = _place(after), _place(unpaid_through)
        chance: Real = np.exp(np.minimum(self._log[curve, later] - self._log[curve, now], 0.0))
        return chance

    def day_of(self, curve: Whole, share: float, unpaid_through: Whole, power: Real) -> Whole:
        """The day by which that share of such bills is paid; NEVER where the curve ends before.

        Args:
            power: bends each curve, its survival raised to it; 1 leaves it.
        """
        now = _place(unpaid_through)
        goal = self._log[curve, now] + np.log1p(-share) / np.maximum(power, 1e-9)
        found = np.empty(len(curve), np.int64)
        for at in range(0, len(curve), _ROWS_AT_ONCE):
            some = slice(at, at + _ROWS_AT_ONCE)
            reached = self._log[curve[some]] <= goal[some, None]
            reached &= np.arange(WIDTH + 1)[None, :] > now[some, None]
            day = reached.argmax(axis=1) - 1 + FIRST_X
            found[some] = np.where(reached.any(axis=1), day, NEVER)
        return np.maximum(found, unpaid_through + 1)


_ROWS_AT_ONCE = 4_096


def _place(x: Whole) -> Whole:
    """Where the survival after a day stands."""
    return np.clip(x - FIRST_X + 1, 0, WIDTH)
