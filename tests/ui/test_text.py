"""How figures and days are written on screens."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.ui import text


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (text.amount(12_34_567_50), "12,34,567.50"),
        (text.amount(0), "0.00"),
        (text.amount(None), "—"),
        (text.amount_or_none(0), "—"),
        (text.rupees(99_00_00_000_00), "₹ 99,00,00,000.00"),
        (text.with_side(30_900_00), "30,900.00 Dr"),
        (text.with_side(-5_00), "5.00 Cr"),
        (text.with_side(0), "0.00"),
        (text.turned(-250_00), "250.00"),
        (text.day(date(2026, 4, 5)), "05-04-2026"),
        (text.day(None), "—"),
        (text.long_day(date(2026, 11, 22)), "22 Nov 2026, Sunday"),
        (text.short_day(date(2026, 4, 5), date(2026, 11, 22)), "05 Apr"),
        (text.short_day(date(2025, 4, 5), date(2026, 11, 22)), "05 Apr 2025"),
        (text.moment(1_795_321_800_000), "22-11-2026 10:00"),
        (text.days(0), "—"),
        (text.days(201), "201"),
        (text.or_none(""), "—"),
        (text.mode("upi"), "UPI"),
        (text.mode(""), "—"),
        (text.kind("sales_invoice"), "Sales invoice"),
        (text.bucket("Not due"), "Not due"),
        (text.bucket(">90"), "over 90"),
        (text.bucket("1–30"), "1–30"),
        (text.filled("%1 of %2", "3", "10 %"), "3 of 10 %"),
        (text.filled("100 % of %1", "%2"), "100 % of %2"),
    ],
)
def test_written(shown: str, expected: str) -> None:
    assert shown == expected


@given(st.text(), st.text())
def test_what_is_filled_in_is_never_searched(one: str, other: str) -> None:
    assert text.filled("a%1b%2c", one, other) == f"a{one}b{other}c"


def test_every_kind_can_be_translated() -> None:
    assert {text.kind(word) for word in ("sales_invoice", "receipt", "credit_note", "contra")} <= (
        set(text.KINDS)
    )
