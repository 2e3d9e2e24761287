"""Fitting models to cases. The one module that loads scikit-learn; it takes seconds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier  # type: ignore[import-untyped]
from sklearn.isotonic import IsotonicRegression  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from collectiq_desktop.intelligence.features import logit
from collectiq_desktop.intelligence.history import Flags, Real
from collectiq_desktop.intelligence.models import (
    CLIPPED_AT,
    Linear,
    Sloped,
    Stepped,
    Trees,
    chance_of,
)

PENALTIES = (0.003, 0.01, 0.03, 0.1, 0.3, 1.0)
"""How strongly coefficients are held to nothing; the smaller the more."""

PENALTIES_OF_MANY = (0.1,)
"""With many cases it hardly matters, and trying costs time."""

_NOTHING = 1e-9
_CALIBRATION_WORTH = 50.0


def fit_linear(features: Real, outcome: Flags, signs: Sequence[int], penalty: float) -> Linear:
    """A logistic regression whose coefficients keep to the signs.

    What would go against its sign is left out, again and again until nothing does.
    """
    means, scales = features.mean(axis=0), features.std(axis=0)
    scales[scales < _NOTHING] = 1.0
    standard = np.clip((features - means) / scales, -CLIPPED_AT, CLIPPED_AT)
    sign = np.array(signs)
    used = np.arange(len(sign))
    coefficients = np.zeros(len(sign))
    while True:
        model = LogisticRegression(C=penalty, max_iter=1_000, tol=1e-6)
        model.fit(standard[:, used], outcome)
        found = model.coef_[0]
        against = found * sign[used]
        if against.min() >= -_NOTHING:
            coefficients[used] = found
            return Linear(means, scales, coefficients, float(model.intercept_[0]))
        used = used[against >= -_NOTHING]


def fit_boosted(features: Real, outcome: Flags, signs: Sequence[int]) -> Trees:
    """Boosted trees that keep to the signs."""
    return trees_of(boosted_classifier(signs).fit(features, outcome))


def boosted_classifier(signs: Sequence[int]) -> HistGradientBoostingClassifier:
    """The trees before they are fitted."""
    return HistGradientBoostingClassifier(
        max_depth=4,
        learning_rate=0.06,
        max_iter=150,
        min_samples_leaf=40,
        l2_regularization=5.0,
        early_stopping=False,
        monotonic_cst=list(signs),
    )


def trees_of(model: HistGradientBoostingClassifier) -> Trees:
    """The trees as arrays."""
    nodes = [stage[0].nodes for stage in model._predictors]  # noqa: SLF001 -- there is no other way to its trees
    sizes = [len(tree) for tree in nodes]
    whole = np.concatenate(nodes)
    is_leaf = whole["is_leaf"].astype(bool)
    return Trees(
        starts=np.cumsum([0, *sizes[:-1]]),
        feature=np.where(is_leaf, -1, whole["feature_idx"]).astype(np.int64),
        threshold=np.where(is_leaf, 0.0, whole["num_threshold"]),
        left=np.where(is_leaf, 0, whole["left"]).astype(np.int64),
        right=np.where(is_leaf, 0, whole["right"]).astype(np.int64),
        value=np.where(is_leaf, whole["value"], 0.0),
        baseline=float(np.ravel(model._baseline_prediction)[0]),  # noqa: SLF001
    )


def fit_slope(chance: Real, outcome: Flags) -> Sloped:
    """Slope and intercept, held to 1 and 0 as if by a few hundred cases more.

    What two months ran high or low by is as often their season as the model's fault.
    Newton's method on the penalized likelihood; it has one highest point.
    """
    x = np.column_stack([logit(chance), np.ones(len(chance))])
    told = outcome.astype(np.float64)
    held_to, found = np.array([1.0, 0.0]), np.array([1.0, 0.0])
    for _ in range(50):
        now = chance_of(x @ found)
        gradient = x.T @ (told - now) - _CALIBRATION_WORTH * (found - held_to)
        curvature = (x * (now * (1 - now))[:, None]).T @ x + _CALIBRATION_WORTH * np.eye(2)
        step = np.linalg.solve(curvature, gradient)
        found = found + step
        if np.abs(step).max() < 1e-10:
            break
    return Sloped(max(float(found[0]), 0.0), float(found[1]))


def fit_steps(chance: Real, outcome: Flags) -> Stepped:
    """A rising line through what came true."""
    model = IsotonicRegression(y_min=0.0, y_max=1.0, out_of_bounds="clip")
    model.fit(chance, outcome.astype(np.float64))
    return Stepped(np.array(model.X_thresholds_), np.array(model.y_thresholds_))
