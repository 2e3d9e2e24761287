"""Models as plain numbers, and what they foretell: numpy only.

What scikit-learn found in training is kept as arrays, so that a model file can be
read on any machine and by any later version, and nothing in it is ever run.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from collectiq_desktop.intelligence.features import logit
from collectiq_desktop.intelligence.history import Real, Whole

_ROWS_AT_ONCE = 1_024
CLIPPED_AT = 4.0
"""Standardized features beyond these say no more: a line drawn further would run wild."""


def chance_of(log_odds: Real) -> Real:
    """The chance that log-odds stand for."""
    found: Real = 1.0 / (1.0 + np.exp(-log_odds))
    return found


class Linear(NamedTuple):
    """A logistic regression over standardized, clipped features."""

    means: Real
    scales: Real
    coefficients: Real
    intercept: float

    def chance(self, features: Real) -> Real:
        """The chance of each row."""
        standard = np.clip((features - self.means) / self.scales, -CLIPPED_AT, CLIPPED_AT)
        return chance_of(standard @ self.coefficients + self.intercept)


class Trees(NamedTuple):
    """Boosted trees, node by node; `starts` says where each begins.

    Args:
        feature: -1 for a leaf.
        left, right: the places of the nodes that come next, within the tree.
        value: what a leaf adds to the log-odds.
    """

    starts: Whole
    feature: Whole
    threshold: Real
    left: Whole
    right: Whole
    value: Real
    baseline: float

    def chance(self, features: Real) -> Real:
        """The chance of each row: every tree's leaf is added to the baseline."""
        log_odds = np.empty(len(features))
        for at in range(0, len(features), _ROWS_AT_ONCE):
            some = slice(at, at + _ROWS_AT_ONCE)
            log_odds[some] = self._log_odds(features[some])
        return chance_of(log_odds)

    def _log_odds(self, features: Real) -> Real:
        """All trees are walked at once, a step at a time: one row takes no longer than few."""
        starts, rows = self.starts[None, :], np.arange(len(features))[:, None]
        node = np.repeat(starts, len(features), axis=0)
        while True:
            feature = self.feature[node]
            inner = feature >= 0
            if not inner.any():
                found: Real = self.baseline + self.value[node].sum(axis=1)
                return found
            goes_left = features[rows, feature] <= self.threshold[node]
            onward = starts + np.where(goes_left, self.left[node], self.right[node])
            node = np.where(inner, onward, node)


class Sloped(NamedTuple):
    """A calibration: the log-odds times a slope, and an intercept."""

    slope: float
    intercept: float

    def __call__(self, chance: Real) -> Real:
        return chance_of(logit(chance) * self.slope + self.intercept)


class Stepped(NamedTuple):
    """A calibration by a rising line through points."""

    foretold: Real
    came_true: Real

    def __call__(self, chance: Real) -> Real:
        found: Real = np.interp(chance, self.foretold, self.came_true)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """What was learned for one task, over the curves that need no learning.

    Args:
        features: their names, in the order of the columns.
        medians: what stands for a value that is no number.
        linear, boosted: None where the shop was too small for it.
    """

    task: str
    features: tuple[str, ...]
    medians: Real
    linear: Linear | None = None
    boosted: Trees | None = None
    calibration: Sloped | Stepped | None = None

    def chance(self, features: Real, curves_chance: Real, trees_chance: Real | None = None) -> Real:
        """The mean of the members and of the curves, calibrated.

        Args:
            trees_chance: what the trees say, where that was asked before.
        """
        told = self.filled(features)
        members = [curves_chance]
        if self.linear is not None:
            members.append(self.linear.chance(told))
        if self.boosted is not None:
            of_trees = self.boosted.chance(told) if trees_chance is None else trees_chance
            members.append(of_trees)
        mean: Real = np.mean(members, axis=0)
        return mean if self.calibration is None else self.calibration(mean)

    def filled(self, features: Real) -> Real:
        """The features, with a median for what is no number."""
        return np.where(np.isfinite(features), features, self.medians)
