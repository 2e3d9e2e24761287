"""Arithmetic at the counter, exact to the last fraction."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.arithmetic import work_out
from collectiq_desktop.core.domain.errors import BadInput

LEAVES = st.integers(0, 99).map(lambda number: (str(number), Fraction(number)))
Sum = tuple[str, Fraction]


def _joined(pair: tuple[Sum, str, Sum]) -> Sum:
    (left, left_value), sign, (right, right_value) = pair
    value = {
        "+": lambda: left_value + right_value,
        "-": lambda: left_value - right_value,
        "*": lambda: left_value * right_value,
        "/": lambda: left_value / right_value,
    }[sign]()
    return f"({left}{sign}{right})", value


def _can_be_divided(pair: tuple[Sum, str, Sum]) -> bool:
    return pair[1] != "/" or pair[2][1] != 0


def _grown(sums: st.SearchStrategy[Sum]) -> st.SearchStrategy[Sum]:
    pairs = st.tuples(sums, st.sampled_from("+-*/"), sums)
    return pairs.filter(_can_be_divided).map(_joined)


SUMS = st.recursive(LEAVES, _grown, max_leaves=10)


@given(SUMS)
def test_bracketed_sums_of_any_shape(pair: Sum) -> None:
    text, value = pair
    assert work_out(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1/3", Fraction(1, 3)),
        ("2+3*4", Fraction(14)),
        ("2-3-4", Fraction(-5)),
        ("12/4/3", Fraction(1)),
        ("-2*-3", Fraction(6)),
        ("- (1 + 2) * .5", Fraction(-3, 2)),
        ("1.", Fraction(1)),
        ("0.000001", Fraction(1, 10**6)),
        ("1,00,000+1", Fraction(100_001)),
    ],
)
def test_the_usual_order(text: str, value: Fraction) -> None:
    assert work_out(text) == value


def test_the_field_is_named_in_every_refusal() -> None:
    for text in ("", "1+", "1/0", "1 2", "1+1,2", "0.0000001", "(" * 22 + "1", "1" * 121, "x"):
        with pytest.raises(BadInput) as caught:
            work_out(text, field="amount")
        assert caught.value.field == "amount"
