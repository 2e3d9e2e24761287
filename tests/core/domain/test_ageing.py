"""Ageing: every open paisa is in exactly one bucket."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.ageing import (
    DEFAULT_SLABS,
    AgeingBasis,
    Slabs,
    age_days,
    ageing_of,
    overdue_days,
    parse_slabs,
)
from collectiq_desktop.core.domain.errors import BadInput

AS_OF = date(2026, 11, 22)
DATES = st.dates(date(2020, 1, 1), date(2030, 1, 1))
BASES = st.sampled_from(["due", "bill"])
SLABS = st.sets(st.integers(1, 9_999), min_size=1, max_size=12).map(
    lambda limits: Slabs(tuple(sorted(limits)))
)


@dataclass(frozen=True)
class Bill:
    bill_on: date
    due_on: date
    open_paise: int


BILLS = st.lists(st.builds(Bill, DATES, DATES, st.integers(-(10**12), 10**12)), max_size=20)


def _due(days_ago: int, open_paise: int) -> Bill:
    due_on = AS_OF - timedelta(days=days_ago)
    return Bill(due_on - timedelta(days=30), due_on, open_paise)


def test_labels() -> None:
    assert DEFAULT_SLABS.labels("bill") == ("0–30", "31–60", "61–90", "91–120", ">120")
    assert DEFAULT_SLABS.labels("due") == ("Not due", "1–30", "31–60", "61–90", "91–120", ">120")
    assert Slabs((1, 2)).labels("due") == ("Not due", "1", "2", ">2")


@pytest.mark.parametrize(
    ("days", "by_bill", "by_due"),
    [
        (-5, 0, 0),
        (0, 0, 0),
        (1, 0, 1),
        (30, 0, 1),
        (31, 1, 2),
        (60, 1, 2),
        (61, 2, 3),
        (90, 2, 3),
        (91, 3, 4),
        (120, 3, 4),
        (121, 4, 5),
        (99_999, 4, 5),
    ],
)
def test_edges_of_the_buckets(days: int, by_bill: int, by_due: int) -> None:
    assert DEFAULT_SLABS.bucket_of(days, "bill") == by_bill
    assert DEFAULT_SLABS.bucket_of(days, "due") == by_due


def test_ageing_by_due_and_by_bill_date() -> None:
    bills = [_due(0, 5_00), _due(1, 100), _due(30, 10), _due(45, 1_000), _due(200, -40)]
    by_due = ageing_of(bills, DEFAULT_SLABS, basis="due", as_of_on=AS_OF)
    assert by_due.buckets_paise == (500, 110, 1_000, 0, 0, -40)
    assert by_due.labels[1] == "1–30"
    by_bill = ageing_of(bills, DEFAULT_SLABS, basis="bill", as_of_on=AS_OF)
    assert by_bill.buckets_paise == (500, 110, 1_000, 0, -40)
    assert by_bill.total_paise == by_due.total_paise == 1_570


@given(BILLS, SLABS, BASES, DATES)
def test_the_buckets_add_up_to_what_is_open(
    bills: list[Bill], slabs: Slabs, basis: AgeingBasis, as_of_on: date
) -> None:
    ageing = ageing_of(bills, slabs, basis=basis, as_of_on=as_of_on)
    assert ageing.total_paise == sum(bill.open_paise for bill in bills)
    assert len(ageing.buckets_paise) == len(ageing.labels)


@given(SLABS, BASES, st.integers(-100, 20_000))
def test_a_bucket_holds_the_days_its_label_names(
    slabs: Slabs, basis: AgeingBasis, days: int
) -> None:
    label = slabs.labels(basis)[slabs.bucket_of(days, basis)]
    if label == "Not due":
        assert basis == "due"
        assert days <= 0
    elif label.startswith(">"):
        assert days > int(label[1:])
    else:
        low, _, high = label.partition("–")
        assert int(low) <= max(days, 0) <= int(high or low)


@given(SLABS, BASES, st.integers(-100, 20_000))
def test_more_days_are_never_an_earlier_bucket(slabs: Slabs, basis: AgeingBasis, days: int) -> None:
    assert slabs.bucket_of(days, basis) <= slabs.bucket_of(days + 1, basis)


def test_days() -> None:
    assert age_days(date(2026, 4, 5), AS_OF) == 231
    assert age_days(date(2026, 11, 25), AS_OF) == -3
    assert overdue_days(date(2026, 5, 5), AS_OF) == 201
    assert overdue_days(AS_OF, AS_OF) == 0
    assert overdue_days(date(2026, 11, 25), AS_OF) == 0


@pytest.mark.parametrize(
    ("text", "limits"),
    [("30,60,90", (30, 60, 90)), ("7", (7,)), (" 15, 45 ", (15, 45)), ("30/60", (30, 60))],
)
def test_slabs_as_typed(text: str, limits: tuple[int, ...]) -> None:
    assert parse_slabs(text) == Slabs(limits)


@given(SLABS)
def test_slabs_are_read_back(slabs: Slabs) -> None:
    assert parse_slabs(str(slabs)) == slabs


@pytest.mark.parametrize(
    "text", ["", "0,30", "30,30", "60,30", "-5", "a,b", "30.5", "10000", "²", ",".join("1" * 13)]
)
def test_slabs_that_do_not_rise(text: str) -> None:
    with pytest.raises(BadInput, match="must rise") as caught:
        parse_slabs(text)
    assert caught.value.field == "slabs"


def test_there_are_at_most_twelve_slabs() -> None:
    assert len(Slabs(tuple(range(1, 13))).labels("bill")) == 13
    with pytest.raises(BadInput, match="at most 12"):
        Slabs(tuple(range(1, 14)))
