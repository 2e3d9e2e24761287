"""Slices of a page: as large as can be taken in at the time."""

from __future__ import annotations

from collectiq_desktop.sync.slicing import AIM_SECONDS, FEWEST_PLACES, FIRST_PLACES, Slicing


def test_slices_shrink_when_they_take_long_and_grow_twofold_at_most() -> None:
    slicing = Slicing()
    slicing.took(FIRST_PLACES, AIM_SECONDS * 1.25)
    assert slicing.places == FIRST_PLACES * 4 // 5
    slicing.took(FIRST_PLACES, 60.0)
    assert slicing.places == FEWEST_PLACES
    slicing.took(FEWEST_PLACES, 0.0)
    assert slicing.places == 2 * FEWEST_PLACES
