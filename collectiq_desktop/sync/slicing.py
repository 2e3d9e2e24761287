"""How many places go into one transaction, so that a counter never waits for long.

A command that waits ends a slice early, but not the writing of what was gathered.

Source: sync page §7; the counter waits at most 50 ms for the writer lane.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

FIRST_PLACES = 40
FEWEST_PLACES = 20
AIM_SECONDS = 0.04
FILL_SECONDS = 0.2
"""At a counter that never recorded anything nobody waits to post."""


@dataclass(slots=True)
class Slicing:
    """The size of the next slice of a page, learnt from how long those before took."""

    places: int = FIRST_PLACES
    aim_seconds: float = AIM_SECONDS
    clock: Callable[[], float] = perf_counter

    def took(self, places_count: int, seconds: float) -> None:
        """Learn from a slice; the next grows to twice of it at most."""
        fitting = int(places_count * self.aim_seconds / max(seconds, 1e-6))
        self.places = max(FEWEST_PLACES, min(fitting, 2 * self.places))
