"""The proposal over bills, and what a clerk's changes do to it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.queries.bills import BillLine
from collectiq_desktop.ui.forms.spread import Before, Spreading

DAY = date(2026, 4, 5)


def bill(number: int, open_paise: int, due_on: date = DAY) -> BillLine:
    voucher_id = VoucherId(number.to_bytes(16, "big"))
    return BillLine(voucher_id, 1, f"S/{number}", DAY, due_on, open_paise, open_paise, 0, 0, "MAIN")


def spreading(*bills: BillLine) -> Spreading:
    made = Spreading()
    made.take_bills(bills)
    return made


def parts(made: Spreading, settled_paise: int) -> list[int]:
    return [row.part_paise for row in made.spread(settled_paise).rows]


THREE = (
    bill(1, 17_500_00),
    bill(2, 11_500_00, date(2026, 5, 5)),
    bill(3, 17_500_00, date(2026, 6, 5)),
)


def test_oldest_first() -> None:
    made = spreading(*THREE)
    assert parts(made, 25_000_00) == [17_500_00, 7_500_00, 0]
    assert parts(made, 50_000_00) == [17_500_00, 11_500_00, 17_500_00]
    assert made.spread(50_000_00).rest_paise == 3_500_00
    assert parts(made, 0) == [0, 0, 0]


def test_what_is_left_over_is_an_advance_and_bills_keep_their_parts() -> None:
    made = spreading(*THREE)
    made.keep_as_advance(50_000_00)
    spread = made.spread(50_000_00)
    assert (spread.is_advance, spread.rest_paise) == (True, 3_500_00)
    assert parts(made, 50_000_00) == [17_500_00, 11_500_00, 17_500_00]
    made.keep_as_advance(50_000_00)
    assert not made.spread(50_000_00).is_advance


def test_where_bills_would_take_all_an_advance_is_the_whole() -> None:
    made = spreading(*THREE)
    made.keep_as_advance(25_000_00)
    assert parts(made, 25_000_00) == [0, 0, 0]
    assert made.spread(25_000_00).rest_paise == 25_000_00
    made.choose(THREE[1].key, 1_500_00)
    assert parts(made, 25_000_00) == [0, 1_500_00, 0]
    made.keep_as_advance(25_000_00)
    assert parts(made, 25_000_00) == [17_500_00, 1_500_00, 6_000_00]


def test_newest_first() -> None:
    made = spreading(*THREE)
    made.is_newest_first = True
    spread = made.spread(20_000_00)
    assert [row.bill.number for row in spread.rows] == ["S/3", "S/2", "S/1"]
    assert parts(made, 20_000_00) == [17_500_00, 2_500_00, 0]


def test_a_typed_part_stays_and_the_rest_is_proposed() -> None:
    made = spreading(*THREE)
    made.choose(THREE[0].key, 5_000_00)
    assert parts(made, 25_000_00) == [5_000_00, 11_500_00, 8_500_00]
    assert [row.is_chosen for row in made.spread(25_000_00).rows] == [True, False, False]


def test_ticking_takes_out_and_puts_in() -> None:
    made = spreading(*THREE)
    made.tick(THREE[0].key, 25_000_00)
    assert parts(made, 25_000_00) == [0, 11_500_00, 13_500_00]
    made.tick(THREE[0].key, 25_000_00)
    assert parts(made, 25_000_00) == [17_500_00, 7_500_00, 0]


def test_more_than_is_open_is_refused() -> None:
    made = spreading(*THREE)
    for paise in (17_500_01, -1):
        with pytest.raises(BadInput, match=r"S/1 has 17,500\.00 open") as refusal:
            made.choose(THREE[0].key, paise)
        assert refusal.value.field == "bills"
    assert parts(made, 100_00) == [100_00, 0, 0]


def test_typed_parts_that_do_not_fit_any_more_are_let_go() -> None:
    made = spreading(*THREE)
    made.choose(THREE[0].key, 5_000_00)
    made.choose(THREE[1].key, 11_500_00)
    made.take_bills([bill(1, 6_000_00), bill(2, 1_00, date(2026, 5, 5))])
    assert parts(made, 10_000_00) == [5_000_00, 1_00]


def test_advances_are_no_bills_to_set_against() -> None:
    assert spreading(bill(1, -500_00)).spread(100_00).rows == ()


@given(
    st.lists(st.integers(1, 10**9), max_size=8),
    st.integers(0, 10**10),
    st.booleans(),
    st.data(),
)
def test_no_paisa_is_lost_and_no_bill_is_exceeded(
    opens_paise: list[int], settled_paise: int, is_newest_first: bool, data: st.DataObject
) -> None:
    bills = [bill(number, paise) for number, paise in enumerate(opens_paise, start=1)]
    made = spreading(*bills)
    made.is_newest_first = is_newest_first
    for each in data.draw(st.lists(st.sampled_from(bills), max_size=4)) if bills else []:
        made.tick(each.key, settled_paise)
    spread = made.spread(settled_paise)
    assert all(0 <= row.part_paise <= row.bill.open_paise for row in spread.rows)
    assert spread.allocated_paise + spread.rest_paise == settled_paise
    assert spread.rest_paise >= 0
    assert sum(a.amount_paise for a in spread.allocations) == spread.allocated_paise


def test_what_is_posted_anew_lies_where_it_lay() -> None:
    made = spreading(*THREE)
    made.before = Before({THREE[1].key: 4_000_00}, 6_000_00)
    assert parts(made, 6_000_00) == [0, 4_000_00, 0]
    assert parts(made, 5_000_00) == [0, 4_000_00, 0]
    assert parts(made, 3_000_00) == [0, 3_000_00, 0]


def test_more_money_fills_the_same_bills_first_and_then_the_oldest() -> None:
    made = spreading(*THREE)
    made.before = Before({THREE[1].key: 4_000_00}, 6_000_00)
    assert parts(made, 7_000_00) == [0, 5_000_00, 0]
    assert parts(made, 15_000_00) == [1_500_00, 11_500_00, 0]
    assert made.spread(15_000_00).rest_paise == 2_000_00
    made.choose(THREE[1].key, 1_000_00)
    assert parts(made, 7_000_00) == [1_000_00, 1_000_00, 0]


@given(
    before=st.lists(st.integers(0, 10_000_00), min_size=3, max_size=3),
    had=st.integers(0, 60_000_00),
    now=st.integers(0, 60_000_00),
)
def test_neither_the_money_nor_a_bill_is_exceeded_anew(
    before: list[int], had: int, now: int
) -> None:
    made = spreading(*THREE)
    keys = [each.key for each in THREE]
    made.before = Before(dict(zip(keys, before, strict=True)), had)
    spread = made.spread(now)
    assert spread.allocated_paise <= now
    assert all(0 <= row.part_paise <= row.bill.open_paise for row in spread.rows)
