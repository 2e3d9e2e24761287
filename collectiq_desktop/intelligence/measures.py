"""How well something was foretold, against a rival, with an interval by party.

The interval is of the gain over the rival: parties are drawn again and again,
and both are measured on the same draw, since what one finds hard the other does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from collectiq_desktop.intelligence.history import Real, Whole

DRAWS = 400
_LOW, _HIGH = 0.05, 0.95
_SEED = 20_140_701

Measure = Callable[[Real, Real], float]
"""A measure of foretold values, with a weight for each case."""


class Interval(NamedTuple):
    """Between these lie nine in ten of the draws."""

    low: float
    high: float


def auc(outcome: Real) -> Measure:
    """How often a case that came true was rated above one that did not; half for ties."""

    def measure(foretold: Real, weight: Real) -> float:
        _values, place = np.unique(foretold, return_inverse=True)
        true = np.bincount(place, weight * outcome)
        false = np.bincount(place, weight * (1 - outcome))
        below = np.cumsum(false) - false / 2
        whole = true.sum() * false.sum()
        return float((true * below).sum() / whole) if whole else 0.5

    return measure


def brier(outcome: Real) -> Measure:
    """The mean square of how far each chance was from what came."""

    def measure(foretold: Real, weight: Real) -> float:
        return _mean((foretold - outcome) ** 2, weight)

    return measure


def mae(outcome: Real) -> Measure:
    """By how much each was off, on average."""

    def measure(foretold: Real, weight: Real) -> float:
        return _mean(np.abs(foretold - outcome), weight)

    return measure


def wape(outcome: Real, time: Whole) -> Measure:
    """By how much the sums of each time were off, as a share of all that came."""

    def measure(foretold: Real, weight: Real) -> float:
        off = np.abs(np.bincount(time, weight * (foretold - outcome))).sum()
        whole = float((weight * outcome).sum())
        return float(off / whole) if whole else 0.0

    return measure


def skill(outcome: Real, usual: Real) -> Measure:
    """The share of the Brier score of what is usual that is saved."""

    def measure(foretold: Real, weight: Real) -> float:
        against = _mean((usual - outcome) ** 2, weight)
        return 1 - _mean((foretold - outcome) ** 2, weight) / against if against else 0.0

    return measure


def _mean(values: Real, weight: Real) -> float:
    whole = float(weight.sum())
    return float((values * weight).sum() / whole) if whole else 0.0


def gain_interval(
    measure: Measure, foretold: Real, rival: Real, party: Whole, *, is_higher_better: bool
) -> Interval:
    """The interval of the gain over a rival; above zero it is better."""
    rng = np.random.default_rng(_SEED)
    parties, place = np.unique(party, return_inverse=True)
    sign = 1.0 if is_higher_better else -1.0
    gains = np.empty(DRAWS)
    for draw in range(DRAWS):
        drawn = rng.integers(0, len(parties), len(parties))
        weight = np.bincount(drawn, minlength=len(parties)).astype(np.float64)[place]
        gains[draw] = sign * (measure(foretold, weight) - measure(rival, weight))
    low, high = np.quantile(gains, (_LOW, _HIGH))
    return Interval(float(low), float(high))
