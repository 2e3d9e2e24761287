"""Numerals as people type and group them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.numerals import group_indian, plain_numerals, ungroup


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (999, "999"),
        (1_000, "1,000"),
        (12_34_567, "12,34,567"),
        (-1_00_00_000, "-1,00,00,000"),
    ],
)
def test_grouping(number: int, text: str) -> None:
    assert group_indian(number) == text


@given(st.integers(0, 10**30))
def test_either_grouping_is_undone(number: int) -> None:
    for text in (group_indian(number), f"{number:,}", str(number)):
        assert ungroup(text) == str(number)


@pytest.mark.parametrize("text", ["1,23", "12,34,56", ",123", "123,", "1,,000", "123,45,678", "१"])
def test_commas_out_of_place(text: str) -> None:
    with pytest.raises(BadInput, match="out of place") as caught:
        ungroup(text, field="amount")
    assert caught.value.field == "amount"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("  5 \u00a0 x ", "5 x"),
        ("१२३ ૪૫૬ ௧", "123 456 1"),
        ("\u22125\u20136", "-5-6"),
        ("5\u00d76\u00f72", "5*6/2"),
        ("\ufeff5\u200b", "5"),
        ("5²", "5²"),
    ],
)
def test_plain_numerals(text: str, plain: str) -> None:
    assert plain_numerals(text) == plain


@given(st.text())
def test_plain_text_stays_as_it_is(text: str) -> None:
    plain = plain_numerals(text)
    assert plain_numerals(plain) == plain
