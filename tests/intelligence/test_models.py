"""Models as plain numbers foretell what scikit-learn foretold, and keep to their signs."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from collectiq_desktop.intelligence.fitting import (
    boosted_classifier,
    fit_boosted,
    fit_linear,
    fit_slope,
    fit_steps,
    trees_of,
)
from collectiq_desktop.intelligence.history import Flags, Real
from collectiq_desktop.intelligence.models import CLIPPED_AT, Model, chance_of

SIGNS = (1, -1, 0, 1)


def _cases(seed: int, count: int = 1_200) -> tuple[Real, Flags]:
    """Cases of which the first feature raises the chance, and the second lowers it."""
    rng = np.random.default_rng(seed)
    features = rng.normal(0, 3, (count, len(SIGNS)))
    chance = chance_of(0.6 * features[:, 0] - 0.4 * features[:, 1] + 0.2 * features[:, 2])
    return features, rng.random(count) < chance


@pytest.mark.parametrize("seed", range(3))
def test_trees_as_arrays_agree_with_scikit_learn(seed: int) -> None:
    features, outcome = _cases(seed)
    model = boosted_classifier(SIGNS).fit(features, outcome)
    others = _cases(seed + 100)[0] * 2
    expected = model.predict_proba(others)[:, 1]
    np.testing.assert_allclose(trees_of(model).chance(others), expected, rtol=0, atol=1e-12)


@pytest.mark.parametrize("seed", range(3))
def test_the_line_agrees_with_scikit_learn(seed: int) -> None:
    features, outcome = _cases(seed)
    mine = fit_linear(features, outcome, SIGNS, 0.1)
    standard = np.clip((features - mine.means) / mine.scales, -CLIPPED_AT, CLIPPED_AT)
    used = mine.coefficients != 0
    model = LogisticRegression(C=0.1, max_iter=1_000, tol=1e-6).fit(standard[:, used], outcome)
    expected = model.predict_proba(standard[:, used])[:, 1]
    np.testing.assert_allclose(mine.chance(features), expected, rtol=0, atol=1e-12)


@settings(max_examples=15)
@given(st.integers(0, 1_000), st.floats(0, 30))
def test_more_of_a_feature_never_goes_against_its_sign(seed: int, more: float) -> None:
    features, outcome = _cases(seed % 4)
    rows = _cases(seed)[0][:200]
    models = (fit_linear(features, outcome, SIGNS, 0.1), fit_boosted(features, outcome, SIGNS))
    for at, sign in enumerate(SIGNS):
        moved = rows.copy()
        moved[:, at] += more
        for model in models:
            gone = model.chance(moved) - model.chance(rows)
            assert not sign or (gone * sign >= -1e-12).all()


def test_a_line_against_its_sign_is_left_out() -> None:
    features, outcome = _cases(1)
    found = fit_linear(features, outcome, (-1, -1, 0, 0), 0.1)
    assert found.coefficients[0] == 0
    assert found.coefficients[1] < 0


def test_a_value_that_is_no_number_stands_for_the_usual_one() -> None:
    features, outcome = _cases(1)
    model = Model(
        task="risk",
        features=("a", "b", "c", "d"),
        medians=np.median(features, axis=0),
        linear=fit_linear(features, outcome, SIGNS, 0.1),
    )
    broken = features[:5].copy()
    broken[:, 1] = np.nan
    usual = features[:5].copy()
    usual[:, 1] = model.medians[1]
    curves = np.full(5, 0.3)
    np.testing.assert_array_equal(model.chance(broken, curves), model.chance(usual, curves))


@pytest.mark.parametrize("fit", [fit_slope, fit_steps])
def test_a_calibration_brings_chances_nearer_to_what_came(fit: object) -> None:
    rng = np.random.default_rng(5)
    truth = rng.random(4_000)
    outcome = rng.random(4_000) < truth
    bold = np.where(truth > 0.5, 1 - (1 - truth) ** 2, truth**2)
    told = fit(bold, outcome)(bold)  # type: ignore[operator]
    assert np.mean((told - outcome) ** 2) < np.mean((bold - outcome) ** 2)
    assert ((told >= 0) & (told <= 1)).all()
    order = np.argsort(bold)
    assert (np.diff(told[order]) >= -1e-12).all()
