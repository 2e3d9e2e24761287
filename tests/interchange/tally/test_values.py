from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.interchange.tally.values import (
    date_of,
    day_of_jd,
    days_of_period,
    due_on_of,
    money_of,
)


@pytest.mark.parametrize(
    ("text", "paise"),
    [
        ("-52500.00", 5_250_000),
        ("52500.00", -5_250_000),
        ("0.00", 0),
        ("-0.5", 50),
        ("20,00,000.00", -200_000_000),
        ("₹ 57956.00", -5_795_600),
        ("-₹ 57956.00", 5_795_600),
        ("1,200.00 Dr", 120_000),
        ("1,200.00 Cr", -120_000),
        ("-101.0100", 10_101),
        ("$ 10.00 @ ₹ 80/$ = ₹ 800.00", -80_000),
    ],
)
def test_money_is_turned_debit_positive(text: str, paise: int) -> None:
    assert money_of(text) == paise


@pytest.mark.parametrize("text", ["", "abc", "12.345", "1e5", "--5", "999999999999.9999", "9" * 20])
def test_what_is_no_amount(text: str) -> None:
    with pytest.raises(ValueError, match=text[:5].strip("-") or "^$"):
        money_of(text)


@given(st.integers(min_value=-(10**14), max_value=10**14))
def test_every_amount_comes_back(paise: int) -> None:
    sign = "-" if paise > 0 else ""
    assert money_of(f"{sign}{abs(paise) // 100}.{abs(paise) % 100:02d}") == paise


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("20260405", date(2026, 4, 5)),
        ("5-Apr-26", date(2026, 4, 5)),
        ("1-May-2026", date(2026, 5, 1)),
        ("29-Feb-24", date(2024, 2, 29)),
    ],
)
def test_dates(text: str, on: date) -> None:
    assert date_of(text) == on


@pytest.mark.parametrize("text", ["", "2026040", "20260431", "5-Foo-26", "31-Feb-26", "०५०४२०२६"])
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"day|month|^[^ ]*$"):
        date_of(text)


def test_day_numbers() -> None:
    assert day_of_jd("45344") == date(2024, 2, 23)
    assert day_of_jd("46116") == date(2026, 4, 5)
    assert day_of_jd("") is None
    assert day_of_jd("1") is None


@pytest.mark.parametrize(
    ("text", "days"),
    [("60 Days", 60), ("2 Weeks", 14), ("1 Months", 30), ("45", 45), ("", None), ("0 Days", 0)],
)
def test_credit_periods_in_days(text: str, days: int | None) -> None:
    assert days_of_period(text) == days


def test_a_period_nobody_can_read() -> None:
    with pytest.raises(ValueError, match="soon"):
        days_of_period("soon")
    with pytest.raises(ValueError, match="soon"):
        due_on_of("soon", date(2026, 4, 5))
