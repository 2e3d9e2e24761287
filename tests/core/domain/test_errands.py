from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.errands import (
    TRIES_AT_MOST,
    Document,
    ErrandId,
    ErrandKind,
    ErrandPromise,
    ErrandState,
    Lease,
    PrintOrder,
    check_order,
    next_try_at,
)
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import VoucherId

VOUCHER = VoucherId(bytes(16))
ORDER = PrintOrder(document=Document.RECEIPT, subject_id=VOUCHER)


def test_the_first_retry_comes_soon_and_the_last_within_a_quarter_of_an_hour() -> None:
    waits = [next_try_at(1_000, n) for n in range(1, TRIES_AT_MOST)]
    assert waits[:3] == [16_000, 31_000, 61_000]
    assert waits[-1] == 901_000


def test_after_the_last_try_it_is_time_to_give_up() -> None:
    assert next_try_at(0, TRIES_AT_MOST) is None
    assert next_try_at(0, TRIES_AT_MOST + 3) is None


@given(st.integers(0, 2**50), st.integers(1, TRIES_AT_MOST - 2))
def test_waits_never_become_shorter(now_at: int, tries_count: int) -> None:
    first, then = next_try_at(now_at, tries_count), next_try_at(now_at, tries_count + 1)
    assert first is not None
    assert then is not None
    assert now_at < first <= then


def test_only_done_and_given_up_are_over() -> None:
    over = {state for state in ErrandState if state.is_over}
    assert over == {ErrandState.DONE, ErrandState.GIVEN_UP}


def test_a_promise_says_what_it_is_about() -> None:
    promise = ErrandPromise(errand_id=ErrandId(b"e" * 16), order=ORDER)
    assert (promise.kind, promise.subject_id) == (ErrandKind.PRINT, VOUCHER)


def test_ten_copies_are_a_slip_of_the_finger() -> None:
    order = PrintOrder(document=Document.INVOICE, subject_id=VOUCHER, copies=("original",) * 10)
    with pytest.raises(BadInput, match="At most 9 copies") as refusal:
        check_order(order)
    assert refusal.value.field == "copies"


def _lease(prints_count: int, order: PrintOrder = ORDER, *, is_uncertain: bool = False) -> Lease:
    return Lease(
        errand_id=ErrandId(b"e" * 16),
        order=order,
        try_number=1,
        is_uncertain=is_uncertain,
        prints_count=prints_count,
        leased_until_at=5,
    )


def test_the_first_print_is_no_duplicate() -> None:
    assert (_lease(0).copy_number, _lease(0).is_duplicate) == (1, False)


@pytest.mark.parametrize(
    "lease",
    [
        _lease(1),
        _lease(0, is_uncertain=True),
        _lease(0, PrintOrder(document=Document.RECEIPT, subject_id=VOUCHER, is_duplicate=True)),
    ],
    ids=["printed before", "may be out", "said so"],
)
def test_a_print_that_may_be_a_second_one_says_duplicate(lease: Lease) -> None:
    assert lease.is_duplicate
