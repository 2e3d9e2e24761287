"""Payment curves: shrunk by hand-counted bills, and always a chance."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.intelligence.curves import (
    FIRST_X,
    LAST_X,
    WIDTH,
    Counts,
    Curves,
    Uses,
    counts_of,
    shipped_hazard,
    shrunk,
    smoothed,
    survival_before,
)
from collectiq_desktop.intelligence.from_sheet import SheetBill, history_of_sheet
from collectiq_desktop.intelligence.history import NEVER

FOREVER = 1e12


def _counts(*bills: tuple[int, int | None], day: int = 1_000) -> Counts:
    """Counts of bills of 30 days' credit: written on a day, paid so many days from due."""
    told = [
        SheetBill("A", on, on + 30, 100_00, None if x is None else on + 30 + x) for on, x in bills
    ]
    history = history_of_sheet(told)
    every = np.arange(len(told))
    uses = Uses(every, np.full(len(told), day), np.zeros(len(told), np.int64))
    return counts_of(history, uses, curves_count=1, memory_days=FOREVER)


def _at(counts: Counts, x: int) -> tuple[float, float]:
    at = x - FIRST_X
    return round(float(counts.paid[0, at]), 6), round(float(counts.at_risk[0, at]), 6)


def test_bills_are_at_risk_from_the_day_they_are_written_until_they_are_paid() -> None:
    counts = _counts((900, -3), (900, 2), (900, 2))
    assert _at(counts, -31) == (0, 0)
    assert _at(counts, -30) == (0, 3)
    assert _at(counts, -3) == (1, 3)
    assert _at(counts, -2) == (0, 2)
    assert _at(counts, 2) == (2, 2)
    assert _at(counts, 3) == (0, 0)


def test_an_open_bill_is_at_risk_through_yesterday() -> None:
    counts = _counts((960, None))
    assert _at(counts, 9) == (0, 1)
    assert _at(counts, 10) == (0, 0)


def test_what_is_paid_later_was_open_then() -> None:
    assert _at(_counts((960, 20)), 9) == (0, 1)
    assert _at(_counts((960, 20)), 20) == (0, 0)


def test_the_hazard_is_that_of_the_formula() -> None:
    counts, prior = _counts((900, 0), (900, 5)), shipped_hazard()
    before = survival_before(prior)
    worth = 4.0
    at = 0 - FIRST_X
    expected = (1 + worth * before[at] * prior[at]) / (2 + worth * before[at])
    assert shrunk(counts, prior, worth)[0, at] == pytest.approx(expected)


def test_without_bills_the_curve_is_the_prior() -> None:
    nothing = Counts(np.zeros((1, WIDTH)), np.zeros((1, WIDTH)))
    assert shrunk(nothing, shipped_hazard(), 4.0)[0] == pytest.approx(shipped_hazard())


def test_smoothing_keeps_what_is_counted() -> None:
    counts = _counts((900, 0), (900, 5), (900, 40))
    assert smoothed(counts).paid.sum() == pytest.approx(3)
    assert (smoothed(counts).at_risk >= smoothed(counts).paid).all()


@given(
    st.lists(st.tuples(st.integers(700, 990), st.none() | st.integers(-30, 300)), max_size=30),
    st.sampled_from([1.0, 4.0, 16.0]),
)
def test_every_answer_is_a_chance_and_falls_with_time(
    bills: list[tuple[int, int | None]], worth: float
) -> None:
    hazard = shrunk(smoothed(_counts(*bills)), shipped_hazard(), worth)
    assert ((hazard >= 0) & (hazard <= 1)).all()
    curves, one = Curves(hazard), np.zeros(LAST_X + 31, np.int64)
    days = np.arange(-30, LAST_X + 1)
    chance = curves.still_unpaid(one, days, np.full(len(days), -31))
    assert ((chance >= 0) & (chance <= 1)).all()
    assert (np.diff(chance) <= 1e-12).all()


def test_the_middle_of_a_curve_lies_between_its_edges() -> None:
    curves = Curves(shrunk(_counts(*[(900, x) for x in range(20)]), shipped_hazard(), 1.0))
    zero, since, plain = np.zeros(1, np.int64), np.array([-31]), np.ones(1)
    low, middle, high = (int(curves.day_of(zero, s, since, plain)[0]) for s in (0.1, 0.5, 0.9))
    assert low < middle < high
    assert 5 <= middle <= 13
    assert int(curves.day_of(zero, 0.5, since, np.full(1, 4.0))[0]) < middle


def test_what_lies_beyond_the_curve_is_not_foreseen() -> None:
    curves = Curves(np.zeros((1, WIDTH)))
    found = curves.day_of(np.zeros(1, np.int64), 0.5, np.array([400]), np.ones(1))
    assert found[0] >= NEVER
