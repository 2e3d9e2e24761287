from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.commands.tables import fitted, left, one_line, right, table, width_of


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("Asha", 4),
        ("गणेश", 3),
        ("किराना", 6),
        ("શ્રી", 3),
        ("e\u0301", 1),
        ("\u200bx", 1),
        ("店", 2),
    ],
)
def test_width_counts_columns_of_a_terminal(text: str, width: int) -> None:
    assert width_of(text) == width


@given(text=st.text(), width=st.integers(min_value=1, max_value=30), is_right=st.booleans())
def test_fitted_text_is_exactly_as_wide(text: str, width: int, *, is_right: bool) -> None:
    fit = fitted(text, width, is_right=is_right)
    # A wide character that would straddle the edge is left out whole.
    assert width - 1 <= width_of(fit) <= width


def test_long_names_are_cut_and_figures_are_not() -> None:
    lines = list(table((left("Name", 5), right("Sum")), [("Asha Stores", "99,99,99,999.00")]))
    assert lines == [
        "Name               Sum",
        "-----  ---------------",
        "Asha…  99,99,99,999.00",
    ]


def test_totals_stand_under_a_rule() -> None:
    lines = list(table((left("P"), right("S")), [("a", "1"), ("b", "10")], ("", "11")))
    assert lines == ["P   S", "-  --", "a   1", "b  10", "-  --", "   11"]


def test_a_name_cannot_break_a_line_or_move_the_cursor() -> None:
    assert one_line("a\nb\x1b[2Jc\u2028d") == "a b [2Jc d"
    lines = list(table((left("N"),), [("a\nb",)]))
    assert len(lines) == 3
