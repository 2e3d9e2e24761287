"""Promises: what keeps them, and the laws of sharing money among them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.promises import (
    DECIDED,
    GRACE_DAYS,
    KeptRate,
    PaidIn,
    PromiseState,
    PromiseToPay,
    judge_promises,
    kept_rate,
)

MADE, DAY = date(2026, 11, 1), date(2026, 11, 10)
LAST = DAY + timedelta(days=GRACE_DAYS)
BILL = (b"v" * 16, 1)
days = st.integers(0, 40).map(lambda n: MADE + timedelta(days=n))
bills = st.sampled_from([None, BILL, (b"w" * 16, 1)])
promise_lists = st.lists(
    st.tuples(st.integers(1, 500), days, st.integers(0, 20), bills), max_size=6
).map(
    lambda drawn: [
        PromiseToPay(bytes([n]), n, paise, made_on, made_on + timedelta(days=later), bill)
        for n, (paise, made_on, later, bill) in enumerate(drawn)
    ]
)
receipt_lists = st.lists(st.tuples(days, st.integers(1, 500), bills), max_size=8).map(
    lambda drawn: [
        PaidIn(100 + n, on, paise, {} if bill is None else {bill: paise})
        for n, (on, paise, bill) in enumerate(drawn)
    ]
)


def _promise(paise: int = 100, **said: object) -> PromiseToPay:
    whole = PromiseToPay(b"p", 5, paise, MADE, DAY)
    return whole._replace(**said)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("paid_on", "paise", "today_on", "state"),
    [
        (DAY, 100, MADE, PromiseState.KEPT),
        (LAST, 100, LAST, PromiseState.KEPT),
        (LAST + timedelta(days=1), 100, LAST + timedelta(days=1), PromiseState.BROKEN),
        (DAY, 99, LAST, PromiseState.WAITING),
        (DAY, 99, LAST + timedelta(days=1), PromiseState.PART),
        (MADE - timedelta(days=1), 100, LAST + timedelta(days=9), PromiseState.BROKEN),
    ],
)
def test_money_until_the_end_of_the_grace_keeps_a_promise(
    paid_on: date, paise: int, today_on: date, state: PromiseState
) -> None:
    [judged] = judge_promises([_promise()], [PaidIn(9, paid_on, paise)], today_on)
    assert judged.state is state


def test_what_was_paid_before_the_promise_in_the_same_visit_keeps_nothing() -> None:
    before, after = PaidIn(4, MADE, 100), PaidIn(6, MADE, 40)
    assert judge_promises([_promise()], [before], MADE)[0].paid_paise == 0
    assert judge_promises([_promise()], [before, after], MADE)[0].paid_paise == 40


def test_a_promise_on_a_bill_is_kept_by_what_settles_that_bill() -> None:
    on_bill, on_all = _promise(bill=BILL), _promise(promise_id=b"q", ordinal=6)
    other = PaidIn(9, DAY, 100, {(b"x", 1): 100})
    [first, second] = judge_promises([on_bill, on_all], [other], DAY)
    assert (first.paid_paise, second.paid_paise) == (0, 100)
    mine = PaidIn(9, DAY, 150, {BILL: 120})
    [first, second] = judge_promises([on_bill, on_all], [mine], DAY)
    assert (first.paid_paise, second.paid_paise) == (100, 50)


@given(promise_lists, receipt_lists, days)
def test_no_money_counts_twice(
    promises: list[PromiseToPay], receipts: list[PaidIn], today_on: date
) -> None:
    judged = judge_promises(promises, receipts, today_on)
    assert sorted(each.promise for each in judged) == sorted(promises)
    assert sum(each.paid_paise for each in judged) <= sum(each.amount_paise for each in receipts)
    for each in judged:
        assert 0 <= each.paid_paise <= each.promise.amount_paise


@given(promise_lists, receipt_lists, days, st.randoms(use_true_random=False))
def test_the_order_of_the_news_does_not_matter(
    promises: list[PromiseToPay], receipts: list[PaidIn], today_on: date, chance: object
) -> None:
    expected = judge_promises(promises, receipts, today_on)
    for each in (promises, receipts):
        chance.shuffle(each)  # type: ignore[attr-defined]
    assert judge_promises(promises, receipts, today_on) == expected


@given(promise_lists, receipt_lists, days, days)
def test_what_is_decided_stays_decided(
    promises: list[PromiseToPay], receipts: list[PaidIn], one: date, other: date
) -> None:
    early, late = sorted((one, other))
    known = [each for each in receipts if each.paid_on <= early]
    before = judge_promises(promises, known, early)
    after = judge_promises(promises, receipts, late)
    for then, now in zip(before, after, strict=True):
        if then.state in DECIDED:
            assert now.state is then.state
        if then.state is PromiseState.KEPT:
            assert now.paid_paise == then.paid_paise


def test_the_rate_counts_what_is_decided() -> None:
    promises = [
        _promise(promise_id=bytes([n]), ordinal=n, promised_on=DAY + timedelta(days=n * 10))
        for n in range(4)
    ]
    receipts = [PaidIn(50, DAY, 100), PaidIn(51, DAY + timedelta(days=10), 30)]
    judged = judge_promises(promises, receipts, DAY + timedelta(days=25))
    assert kept_rate(judged) == KeptRate(1, 1, 1)
    assert kept_rate(judged).decided_count == 3
