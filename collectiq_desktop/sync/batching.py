"""How many facts go into one push: few on a thin line, many on a good one.

Source: sync page §7.
"""

from __future__ import annotations

from dataclasses import dataclass

from collectiq_desktop.core.wire.peer import MAX_PUSHED_FACTS

FIRST_FACTS = 200
FEWEST_FACTS = 10


@dataclass(slots=True)
class Batching:
    """The size of the next push, learnt from those before; kept between exchanges."""

    facts: int = FIRST_FACTS

    def went_through(self) -> None:
        """The last push was answered: the next may be twice as large."""
        self.facts = min(self.facts * 2, MAX_PUSHED_FACTS)

    def got_stuck(self) -> None:
        """The line broke under the last push: the next is half as large."""
        self.facts = max(self.facts // 2, FEWEST_FACTS)
