from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.documents.paper import PAPERS, SHEETS, em_of, paper_of


@pytest.mark.parametrize(("typed", "paper"), [("a4", "A4"), (" A5 ", "A5"), ("80MM", "80mm")])
def test_a_paper_is_found_in_any_case(typed: str, paper: str) -> None:
    assert paper_of(typed) == paper


@pytest.mark.parametrize("typed", ["", "A3", "80", "letter"])
def test_another_paper_is_refused_with_the_choice(typed: str) -> None:
    with pytest.raises(BadInput, match="choose A4, A5, 80mm or 58mm") as refused:
        paper_of(typed)
    assert refused.value.field == "paper"


def test_rolls_have_no_height() -> None:
    assert [SHEETS[paper].is_roll for paper in PAPERS] == [False, False, True, True]


def test_widths_of_latin_texts_are_exact() -> None:
    assert em_of("") == 0
    assert em_of("12,34,567.50") == pytest.approx(9 * 0.572 + 3 * 0.268)
    assert em_of("Mi~") == pytest.approx(0.907 + 0.258 + 0.572)


@given(st.text(max_size=40), st.text(max_size=40))
def test_widths_add_up(left: str, right: str) -> None:
    assert em_of(left + right) == pytest.approx(em_of(left) + em_of(right))


def test_marks_take_no_room_and_letters_some() -> None:
    assert em_of("\u0941\u200d") == 0
    assert 0.2 < em_of("ा") < em_of("क") < 1
