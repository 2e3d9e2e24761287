"""Cheques: which steps fit where, and that what does not fit changes nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.cheques import (
    ChequeDue,
    ChequeStanding,
    ChequeState,
    ChequeStep,
    StepTaken,
    due_of,
    fits,
    stand_after,
)

RECEIPT, OTHER = b"r", b"o"
IN_HAND = ChequeStanding(ChequeState.IN_HAND, 20_260_401, RECEIPT, RECEIPT)
POST_DATED = IN_HAND._replace(credit_id=None)
steps = st.lists(
    st.builds(
        StepTaken,
        st.integers(1, 20),
        st.sampled_from(ChequeStep),
        st.integers(20_260_402, 20_260_430),
        st.binary(min_size=1, max_size=2),
        st.booleans(),
    ),
    unique_by=lambda taken: taken.ordinal,
    max_size=8,
)


def _taken(*words: str, is_credit: bool = False) -> list[StepTaken]:
    """Steps by their words; `credit` is a deposit that credits the party."""
    return [
        StepTaken(
            n,
            ChequeStep.DEPOSIT if word == "credit" else ChequeStep(word),
            20_260_401 + n,
            bytes([n]),
            is_credit or word == "credit",
        )
        for n, word in enumerate(words, start=1)
    ]


@pytest.mark.parametrize(
    ("words", "state", "bounces_count"),
    [
        ((), "in_hand", 0),
        (("deposit",), "deposited", 0),
        (("clear",), "in_hand", 0),
        (("deposit", "clear"), "cleared", 0),
        (("deposit", "bounce"), "bounced", 1),
        (("deposit", "clear", "bounce"), "bounced", 1),
        (("deposit", "bounce", "credit", "bounce"), "bounced", 2),
        (("deposit", "bounce", "credit", "clear", "deposit"), "cleared", 1),
        # Recorded at another counter before it heard that the cheque had bounced.
        (("deposit", "bounce", "deposit"), "bounced", 1),
        (("credit",), "in_hand", 0),
        (("deposit", "give_back"), "deposited", 0),
        (("deposit", "bounce", "give_back", "deposit"), "given_back", 1),
    ],
)
def test_a_cheque_takes_the_steps_that_fit(
    words: tuple[str, ...], state: str, bounces_count: int
) -> None:
    standing = stand_after(IN_HAND, _taken(*words))
    assert (standing.state, standing.bounces_count) == (state, bounces_count)


def test_what_credits_the_party_follows_the_cheque() -> None:
    [deposit, bounce, again] = _taken("deposit", "bounce", "deposit", is_credit=True)
    moved = deposit._replace(is_credit=False)
    assert stand_after(IN_HAND, [moved]).credit_id == RECEIPT
    assert stand_after(IN_HAND, [moved, bounce]).credit_id is None
    assert stand_after(IN_HAND, [moved, bounce, again]).credit_id == again.fact_id
    assert stand_after(POST_DATED, []).credit_id is None
    assert stand_after(POST_DATED, [deposit]).credit_id == deposit.fact_id
    assert stand_after(POST_DATED, [deposit, bounce]).credit_id is None


def test_a_bounce_takes_back_only_the_credit_that_there_is() -> None:
    moved, bounce, again, late = _taken("deposit", "bounce", "credit", "bounce")
    bounce = bounce._replace(undoes_id=RECEIPT)
    assert stand_after(IN_HAND, [moved, bounce]).credit_id is None
    # The same first bounce, recorded elsewhere too, is not one of the second deposit.
    twice = late._replace(undoes_id=RECEIPT)
    standing = stand_after(IN_HAND, [moved, bounce, again, twice])
    assert (standing.state, standing.credit_id) == (ChequeState.DEPOSITED, again.fact_id)
    second = late._replace(undoes_id=again.fact_id)
    assert stand_after(IN_HAND, [moved, bounce, again, second]).bounces_count == 2


@given(steps, st.randoms())
def test_the_order_of_the_news_does_not_matter(taken: list[StepTaken], chance: object) -> None:
    shuffled = list(taken)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert stand_after(IN_HAND, shuffled) == stand_after(IN_HAND, taken)


@given(steps, st.booleans())
def test_a_bounced_or_returned_cheque_credits_nobody(
    taken: list[StepTaken], is_post_dated: bool
) -> None:
    standing = stand_after(POST_DATED if is_post_dated else IN_HAND, taken)
    if standing.state is ChequeState.BOUNCED:
        assert standing.credit_id is None
        assert standing.bounces_count
    if standing.state in (ChequeState.DEPOSITED, ChequeState.CLEARED):
        assert standing.deposit_id is not None


@given(steps)
def test_a_step_that_does_not_fit_changes_nothing(taken: list[StepTaken]) -> None:
    standing = stand_after(IN_HAND, taken)
    for step in ChequeStep:
        more = StepTaken(99, step, 20_260_501, OTHER)
        after = stand_after(IN_HAND, [*taken, more])
        assert (after != standing) == fits(standing.state, standing.credit_id, more)


@pytest.mark.parametrize(
    ("state", "days", "due"),
    [
        ("in_hand", 1, ChequeDue.POST_DATED),
        ("in_hand", 0, ChequeDue.DEPOSIT),
        ("in_hand", -92, ChequeDue.DEPOSIT),
        ("in_hand", -93, ChequeDue.STALE),
        ("bounced", -5, ChequeDue.RETURNED),
        ("deposited", -5, ChequeDue.WAITING),
        ("cleared", -5, ChequeDue.NOTHING),
        ("given_back", 5, ChequeDue.NOTHING),
    ],
)
def test_what_is_to_be_done_today(state: str, days: int, due: ChequeDue) -> None:
    today_on = date(2026, 9, 1)
    cheque_on = today_on + timedelta(days=days)
    assert due_of(ChequeState(state), cheque_on, today_on) is due
