"""Laws of settling: no bill goes beyond nothing, whatever arrives in whatever order."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.settlement import (
    UNPLACED,
    LaidClaim,
    Settlement,
    settle,
    take,
    unsettled,
)

sums = st.integers(-300, 300)
bills = sums.filter(bool)
claim_lists = st.lists(
    st.tuples(
        st.one_of(st.integers(1, 20), st.integers(UNPLACED + 1, UNPLACED + 5)),
        st.integers(0, 3),
        sums,
    ),
    max_size=12,
    unique_by=lambda claim: claim[:2],
).map(lambda claims: [LaidClaim(*claim, 20_260_401) for claim in claims])

# Each claim is of a voucher of its own place; some give back what an earlier one took.
with_bounces = st.tuples(claim_lists, st.lists(st.integers(0, 20), min_size=12, max_size=12)).map(
    lambda drawn: [
        claim._replace(voucher=claim.order, undoes=None if undoes % 2 else undoes // 2)
        for claim, undoes in zip(*drawn, strict=False)
    ]
)


def _in_order(claims: list[LaidClaim]) -> list[LaidClaim]:
    return sorted(claims, key=lambda claim: (claim.order, claim.claim_no))


@given(bills, st.one_of(claim_lists, with_bounces))
def test_a_bill_never_goes_beyond_nothing(bill: int, claims: list[LaidClaim]) -> None:
    settlement = settle(bill, claims)
    assert settlement.open_paise * bill >= 0
    assert settlement.open_paise == bill + sum(settlement.settled_paise)
    for claim, part in zip(claims, settlement.settled_paise, strict=True):
        assert part * claim.amount_paise >= 0
        assert abs(part) <= abs(claim.amount_paise)


def test_a_charge_that_was_paid_meanwhile_is_not_taken_back_below_nothing() -> None:
    charge = LaidClaim(1, 0, 50, 20_260_401, voucher=1)
    paid = LaidClaim(2, 0, -150, 20_260_401, voucher=2)
    undone = LaidClaim(3, 0, -50, 20_260_401, voucher=3, undoes=1)
    assert settle(100, [charge, paid, undone]) == (0, (50, -150, 0))


@given(bills, st.one_of(claim_lists, with_bounces), st.randoms(use_true_random=False))
def test_settling_does_not_depend_on_the_order_of_arrival(
    bill: int, claims: list[LaidClaim], chance: random.Random
) -> None:
    arrived = list(claims)
    chance.shuffle(arrived)
    settlement = settle(bill, arrived)
    of_claim = dict(zip(arrived, settlement.settled_paise, strict=True))
    expected = settle(bill, claims)
    assert settlement.open_paise == expected.open_paise
    assert tuple(of_claim[claim] for claim in claims) == expected.settled_paise


@given(bills, st.one_of(claim_lists, with_bounces), st.integers(0, 12))
def test_what_came_first_is_never_changed_by_what_comes_later(
    bill: int, claims: list[LaidClaim], count: int
) -> None:
    ordered = _in_order(claims)
    whole, part = settle(bill, ordered), settle(bill, ordered[:count])
    assert whole.settled_paise[: len(part.settled_paise)] == part.settled_paise


@given(bills, claim_lists)
def test_a_claim_is_cut_only_where_the_bill_is_used_up(bill: int, claims: list[LaidClaim]) -> None:
    open_paise = bill
    for claim in _in_order(claims):
        part = take(open_paise, claim.amount_paise, bill_paise=bill)
        open_paise += part
        if part != claim.amount_paise:
            assert open_paise == 0


@given(bills, st.one_of(claim_lists, with_bounces))
def test_nothing_is_lost_between_bill_and_on_account(bill: int, claims: list[LaidClaim]) -> None:
    settlement = settle(bill, claims)
    amounts = [claim.amount_paise for claim in claims]
    rest = unsettled(amounts, settlement.settled_paise)
    assert bill + sum(amounts) == settlement.open_paise + rest


@given(st.integers(1, 300), st.lists(st.integers(1, 300), max_size=6))
def test_an_advance_settles_like_a_bill_turned_round(amount: int, parts: list[int]) -> None:
    receipts = [LaidClaim(n, 0, -part, 20_260_401) for n, part in enumerate(parts)]
    uses = [claim._replace(amount_paise=-claim.amount_paise) for claim in receipts]
    bill, advance = settle(amount, receipts), settle(-amount, uses)
    assert advance.open_paise == -bill.open_paise
    assert advance.settled_paise == tuple(-part for part in bill.settled_paise)


def test_a_returned_cheque_opens_the_bill_again() -> None:
    cheque, bounce = LaidClaim(1, 0, -100, 20_260_401), LaidClaim(2, 0, 100, 20_260_410)
    assert settle(100, [cheque, bounce]) == Settlement(100, (-100, 100))


@given(bills, claim_lists, st.integers(-300, 300).filter(bool))
def test_a_bounce_at_once_leaves_the_bill_as_it_was(
    bill: int, claims: list[LaidClaim], paise: int
) -> None:
    cheque = LaidClaim(UNPLACED + 98, 0, paise, 20_260_401, voucher=98)
    bounce = LaidClaim(UNPLACED + 99, 0, -paise, 20_260_401, voucher=99, undoes=98)
    before, after = settle(bill, claims), settle(bill, [*claims, cheque, bounce])
    assert after.open_paise == before.open_paise
    assert after.settled_paise[-1] == -after.settled_paise[-2]


def test_a_bounce_gives_back_once_and_no_more_than_was_taken() -> None:
    cheque = LaidClaim(2, 0, -100, 20_260_401, voucher=2)
    bounce = LaidClaim(3, 0, 100, 20_260_410, voucher=3, undoes=2)
    again = LaidClaim(4, 0, 100, 20_260_410, voucher=4, undoes=2)
    other = LaidClaim(1, 0, -60, 20_260_401, voucher=1)
    assert settle(100, [other, cheque, bounce, again]) == Settlement(40, (-60, -40, 40, 0))
    # What came before the cheque's own claim has nothing to give back.
    assert settle(100, [bounce._replace(order=1), cheque]) == Settlement(0, (0, -100))


def test_own_claims_come_after_placed_ones() -> None:
    own, placed = LaidClaim(UNPLACED + 1, 0, -80, 20_260_401), LaidClaim(900, 0, -60, 20_260_409)
    assert settle(100, [own, placed]) == Settlement(0, (-40, -60))


def test_claims_of_one_voucher_settle_line_by_line() -> None:
    second, first = LaidClaim(5, 1, -80, 20_260_401), LaidClaim(5, 0, -60, 20_260_401)
    assert settle(100, [second, first]).settled_paise == (-40, -60)


def test_a_bill_without_claims_is_open() -> None:
    assert settle(-70, []) == Settlement(-70, ())
