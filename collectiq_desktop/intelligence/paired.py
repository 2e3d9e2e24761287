"""Comparing two foretellings case by case, where the cases of a party hang together."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from collectiq_desktop.intelligence.history import Flags, Real, Whole


class Gain(NamedTuple):
    """By how much the first loses less than the second, on average, and how sure that is."""

    mean: float
    standard_error: float

    @property
    def is_sure(self) -> bool:
        """Whether it is more than chance would bring."""
        return self.mean > self.standard_error


def gain(first_loss: Real, second_loss: Real, party: Whole) -> Gain:
    """The gain of the first over the second, its error by party."""
    difference = second_loss - first_loss
    if not len(difference):
        return Gain(0.0, 0.0)
    mean = float(difference.mean())
    _parties, place = np.unique(party, return_inverse=True)
    spread = np.bincount(place, difference - mean)
    return Gain(mean, float(np.sqrt((spread**2).sum()) / len(difference)))


def brier_losses(chance: Real, outcome: Flags) -> Real:
    """What each chance lost: the square of how far it was from what came."""
    found: Real = (chance - outcome) ** 2
    return found


def auc(chance: Real, outcome: Flags) -> float:
    """How often a case that came true was rated above one that did not; half for ties."""
    true_count = int(outcome.sum())
    if not 0 < true_count < len(outcome):
        return 0.5
    _values, place, count = np.unique(chance, return_inverse=True, return_counts=True)
    middle = np.cumsum(count) - (count - 1) / 2
    ranks = middle[place][outcome].sum() - true_count * (true_count + 1) / 2
    return float(ranks / (true_count * (len(outcome) - true_count)))
