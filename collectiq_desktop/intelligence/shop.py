"""What is usual in the whole shop, as of a day: the background of every party."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from collectiq_desktop.intelligence.curves import SHIPPED_BILLS_WORTH, shop_hazard
from collectiq_desktop.intelligence.history import NEVER, Flags, History, Real, Whole, paid_days

LATE_DAYS = (0, 7, 30)
EARLIEST_DELAY, LATEST_DELAY = -30, 120
"""Delays beyond these say no more than these."""

_SHIPPED_LATE, _SHIPPED_DELAY = (0.5, 0.3, 0.15), 5.0
_YEAR, _RECENT = 365, 60
_FEW_BILLS = 20_000
_WEEK = 7


class Usual(NamedTuple):
    """What is usual: the payment curve, late rates, delays in days, size of a bill.

    Args:
        late_rates: of bills more than 0, 7 and 30 days late, over a year.
        recent_delay: of what was paid in the last 60 days.
        log_rupees: the mean of the logarithms of bills.
    """

    hazard: Real
    late_rates: tuple[float, ...]
    delay: float
    recent_delay: float
    log_rupees: float


class Shop:
    """The usual of a shop on any day, worked out once for each.

    A large shop is looked at by some of its parties, and once a week.
    """

    def __init__(self, history: History, memory_days: float) -> None:
        self._history, self._memory_days = history, memory_days
        self._days_apart = 1 if len(history.bills) <= _FEW_BILLS else _WEEK
        self._found: dict[int, Usual] = {}

    def at(self, day: int) -> Usual:
        """The usual as known strictly before a day, or before its week began."""
        day -= day % self._days_apart
        if day not in self._found:
            self._found[day] = _usual(self._history, day, self._memory_days)
        return self._found[day]


def _usual(history: History, day: int, memory_days: float) -> Usual:
    bills = history.bills
    told = _some(history, np.flatnonzero((bills.known_on < day) & bills.is_told))
    known = told[bills.is_sample[told]]
    paid_on = paid_days(history, known, np.full(len(known), day))
    is_paid, due_on = paid_on < NEVER, bills.due_on[known]
    delay = np.where(is_paid, paid_on, day - 1) - due_on
    in_year = bills.bill_on[known] >= day - _YEAR
    rates = tuple(
        _mean((delay > late)[in_year & (is_paid | (delay > late))], shipped)
        for late, shipped in zip(LATE_DAYS, _SHIPPED_LATE, strict=True)
    )
    clipped = np.clip(delay, EARLIEST_DELAY, LATEST_DELAY)
    usual_delay = _mean(clipped[is_paid & in_year], _SHIPPED_DELAY)
    recent = clipped[is_paid & (paid_on >= day - _RECENT)]
    return Usual(
        hazard=shop_hazard(history, told, day, memory_days),
        late_rates=rates,
        delay=usual_delay,
        recent_delay=_mean(recent, usual_delay),
        log_rupees=float(np.log1p(bills.amount_paise[known] / 100).mean()) if len(known) else 0.0,
    )


def _some(history: History, bills: Whole) -> Whole:
    """All bills of a small shop; of a large one those of every so many parties."""
    every = max(1, round(len(bills) / _FEW_BILLS))
    found: Whole = bills[history.bills.party[bills] % every == 0]
    return found


def _mean(values: Real | Whole | Flags, usual: float) -> float:
    """The mean, shrunk towards what is usual."""
    return float((values.sum() + SHIPPED_BILLS_WORTH * usual) / (len(values) + SHIPPED_BILLS_WORTH))
