"""Laws of spreading a receipt: the oldest first, and never more than there is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.allocation import (
    Allocation,
    OpenBill,
    allocate_oldest_first,
    check_allocations,
    claims_of,
    use_up_advances,
)
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.vouchers import BillKey, Claim

DAY = date(2026, 4, 1)


def _bill(n: int, open_paise: int, due: int = 0, bill_day: int = 0) -> OpenBill:
    return OpenBill(
        BillKey(VoucherId(bytes([n]) * 16), 1),
        f"S/{n}",
        DAY + timedelta(days=bill_day),
        DAY + timedelta(days=due),
        open_paise,
        f"B{n % 2}",
    )


bill_lists = st.lists(
    st.tuples(st.integers(0, 255), st.integers(-200, 200), st.integers(0, 9), st.integers(0, 9)),
    max_size=12,
    unique_by=lambda drawn: drawn[0],
).map(lambda drawn: [_bill(*each) for each in drawn])


@given(st.integers(0, 1_000), bill_lists)
def test_neither_receipt_nor_bill_is_exceeded(amount: int, bills: list[OpenBill]) -> None:
    allocations = allocate_oldest_first(amount, bills)
    open_of = {bill.bill: bill.open_paise for bill in bills}
    assert all(0 < each.amount_paise <= open_of[each.bill] for each in allocations)
    assert len({each.bill for each in allocations}) == len(allocations)
    owed = sum(bill.open_paise for bill in bills if bill.open_paise > 0)
    assert sum(each.amount_paise for each in allocations) == min(amount, owed)
    check_allocations(amount, allocations, bills)


@given(st.integers(0, 1_000), bill_lists)
def test_the_oldest_is_full_before_the_next_gets_anything(
    amount: int, bills: list[OpenBill]
) -> None:
    of_bill = {each.bill: each for each in bills}
    allocations = allocate_oldest_first(amount, bills)
    days = [(of_bill[each.bill].due_on, of_bill[each.bill].bill_on) for each in allocations]
    assert days == sorted(days)
    assert all(each.amount_paise == of_bill[each.bill].open_paise for each in allocations[:-1])
    taken = {each.bill for each in allocations}
    skipped = [(b.due_on, b.bill_on) for b in bills if b.open_paise > 0 and b.bill not in taken]
    assert all(day >= days[-1] for day in skipped if days)


@given(st.integers(0, 1_000), bill_lists)
def test_the_order_of_the_bills_does_not_matter(amount: int, bills: list[OpenBill]) -> None:
    assert allocate_oldest_first(amount, bills) == allocate_oldest_first(amount, bills[::-1])


@given(st.integers(0, 1_000), bill_lists)
def test_claims_lower_the_bill_in_its_own_branch(amount: int, bills: list[OpenBill]) -> None:
    branch_of = {bill.bill: bill.branch_id for bill in bills}
    allocations = allocate_oldest_first(amount, bills)
    claims = claims_of(allocations, bills)
    assert [(c.bill, -c.amount_paise) for c in claims] == [tuple(each) for each in allocations]
    assert [c.branch_id for c in claims] == [branch_of[c.bill] for c in claims]


def test_the_earlier_due_date_goes_first_then_the_earlier_bill_date() -> None:
    bills = [_bill(1, 100, due=5), _bill(2, 100, due=3, bill_day=2), _bill(3, 100, due=3)]
    assert allocate_oldest_first(250, bills) == (
        Allocation(bills[2].bill, 100),
        Allocation(bills[1].bill, 100),
        Allocation(bills[0].bill, 50),
    )


def test_an_advance_is_no_bill_to_pay() -> None:
    assert allocate_oldest_first(100, [_bill(1, -50), _bill(2, 0)]) == ()


def test_a_receipt_of_less_than_nothing_is_no_receipt() -> None:
    with pytest.raises(AssertionError):
        allocate_oldest_first(-1, [])


@pytest.mark.parametrize(
    ("amount", "parts", "sentence"),
    [
        (100, [(9, 10)], "no longer open"),
        (100, [(1, 10), (1, 10)], "S/1 is chosen twice"),
        (100, [(1, 101)], "S/1 cannot take this amount"),
        (100, [(1, 0)], "S/1 cannot take this amount"),
        (100, [(1, -5)], "S/1 cannot take this amount"),
        (100, [(3, 5)], "S/3 cannot take this amount"),
        (100, [(1, 60), (2, 41)], "More is set against bills"),
    ],
)
def test_a_spreading_that_cannot_be_is_refused(
    amount: int, parts: list[tuple[int, int]], sentence: str
) -> None:
    bills = [_bill(1, 100), _bill(2, 100), _bill(3, -100)]
    allocations = [Allocation(_bill(n, 0).bill, paise) for n, paise in parts]
    with pytest.raises(BadInput, match=sentence) as caught:
        check_allocations(amount, allocations, bills)
    assert caught.value.field == "bills"


def test_a_chosen_spreading_may_leave_a_rest() -> None:
    bills = [_bill(1, 100), _bill(2, 100)]
    chosen = [Allocation(bills[1].bill, 60)]
    check_allocations(100, chosen, bills)
    assert claims_of(chosen, bills) == (Claim(*bills[1].bill, -60, "B0"),)


@given(st.integers(0, 1_000), bill_lists)
def test_money_paid_back_uses_up_advances_and_no_bill(amount: int, bills: list[OpenBill]) -> None:
    claims = use_up_advances(amount, bills)
    open_of = {bill.bill: bill.open_paise for bill in bills}
    assert all(0 < claim.amount_paise <= -open_of[claim.bill] for claim in claims)
    paid_ahead = -sum(bill.open_paise for bill in bills if bill.open_paise < 0)
    assert sum(claim.amount_paise for claim in claims) == min(amount, paid_ahead)
    days = {bill.bill: bill.bill_on for bill in bills}
    assert [days[c.bill] for c in claims] == sorted(days[c.bill] for c in claims)
