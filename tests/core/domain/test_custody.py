"""Cash with agents: counting, posting, and since when it is held."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.custody import (
    LATE_AFTER_MS,
    NOTES_AND_COINS,
    Counted,
    amount_of,
    counted_of,
    handover_postings,
    is_late,
    oldest_held,
)
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.vouchers import Pieces, Posting

sums = st.integers(0, 10_000_000)
received = st.lists(st.integers(1, 500), max_size=8).map(
    lambda paise: [(1_000 - n, each) for n, each in enumerate(paise)]
)


def test_notes_and_coins_come_to_a_sum() -> None:
    pieces = [Pieces(rupees, 2) for rupees in NOTES_AND_COINS]
    assert amount_of(pieces) == 2 * 888 * 100
    assert amount_of([]) == 0


@pytest.mark.parametrize("wrong", [Pieces(1_000, 1), Pieces(500, -1)])
def test_what_cannot_be_counted_is_refused(wrong: Pieces) -> None:
    with pytest.raises(BadInput) as caught:
        amount_of([wrong])
    assert caught.value.field == "counted"


@given(sums, sums)
def test_a_hand_over_closes_to_zero_and_is_read_back(expected: int, counted: int) -> None:
    told = Counted(expected, counted)
    postings = handover_postings(told)
    assert sum(line.amount_paise for line in postings) == 0
    assert counted_of(postings) == told
    assert all(line.amount_paise for line in postings)


def test_what_is_missing_is_due_from_the_agent() -> None:
    assert handover_postings(Counted(10_000, 9_500)) == (
        Posting("cash", 9_500),
        Posting("agents", -10_000),
        Posting("agent_dues", 500),
    )


@given(received, st.integers(0, 4_000))
def test_the_oldest_cash_goes_out_first(came: list[tuple[int, int]], held: int) -> None:
    oldest_at = oldest_held(held, came)
    newer = [paise for at, paise in came if oldest_at is not None and at > oldest_at]
    if oldest_at is None:
        assert held == 0 or not came
    else:
        assert sum(newer) < held


def test_cash_is_late_after_a_day() -> None:
    assert not is_late(None, 10**15)
    assert not is_late(1_000, 1_000 + LATE_AFTER_MS)
    assert is_late(1_000, 1_001 + LATE_AFTER_MS)
