"""When the next exchange is due."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.sync.backoff import (
    BUSY_SECONDS,
    FIRST_WAIT_SECONDS,
    INTERVAL_SECONDS,
    LONGEST_WAIT_SECONDS,
    Backoff,
)

CHANCES = st.floats(0, 1, exclude_max=True)


@given(CHANCES, st.booleans())
def test_counters_are_spread_around_the_interval(chance: float, is_posting: bool) -> None:
    middle = BUSY_SECONDS if is_posting else INTERVAL_SECONDS
    wait = Backoff(lambda: chance).after_success(is_posting=is_posting)
    assert middle * 0.8 <= wait <= middle * 1.2


@pytest.mark.parametrize(("chance", "wait"), [(0.0, 24.0), (0.5, 30.0)])
def test_the_interval_is_thirty_seconds_give_or_take_a_fifth(chance: float, wait: float) -> None:
    assert Backoff(lambda: chance).after_success(is_posting=False) == wait


@given(CHANCES, st.integers(0, 100))
def test_trouble_is_waited_out_longer_each_time_up_to_five_minutes(chance: float, n: int) -> None:
    backoff = Backoff(lambda: chance)
    waits = [backoff.after_trouble() for _n in range(n + 1)]
    limit = min(FIRST_WAIT_SECONDS * 2**n, LONGEST_WAIT_SECONDS)
    assert waits[-1] == pytest.approx(limit * chance)
    assert waits == sorted(waits)


def test_a_success_forgets_the_trouble() -> None:
    backoff = Backoff(lambda: 0.5)
    for _n in range(9):
        backoff.after_trouble()
    backoff.after_success(is_posting=False)
    assert backoff.after_trouble() == FIRST_WAIT_SECONDS / 2


@given(CHANCES, st.integers(0, 600))
def test_what_the_server_asked_for_is_never_cut_short(chance: float, asked_seconds: int) -> None:
    assert Backoff(lambda: chance).after_trouble(asked_seconds) >= asked_seconds


def test_those_sent_away_together_do_not_return_together() -> None:
    waits = {Backoff(lambda c=c: c).after_trouble(10) for c in (0.1, 0.5, 0.9)}  # type: ignore[misc]
    assert len(waits) == 3


def test_a_refusal_is_asked_again_seldom() -> None:
    assert Backoff(lambda: 0.5).after_refusal() == LONGEST_WAIT_SECONDS * 0.9
