"""Slices of a page: as large as can be taken in at the time, and nothing is left out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.sync.slicing import AIM_SECONDS, FEWEST_PLACES, FIRST_PLACES, Slicing


@given(page=st.lists(st.integers(), max_size=300), seconds=st.floats(0.0001, 1.0))
def test_slices_are_the_page(page: list[int], seconds: float) -> None:
    slicing = Slicing()
    found: list[int] = []
    for part in slicing.slices(page):
        slicing.took(len(part), seconds)
        found += part
    assert found == page


def test_slices_shrink_when_they_take_long_and_grow_twofold_at_most() -> None:
    slicing = Slicing()
    slicing.took(FIRST_PLACES, AIM_SECONDS * 1.25)
    assert slicing.places == FIRST_PLACES * 4 // 5
    slicing.took(FIRST_PLACES, 60.0)
    assert slicing.places == FEWEST_PLACES
    slicing.took(FEWEST_PLACES, 0.0)
    assert slicing.places == 2 * FEWEST_PLACES
