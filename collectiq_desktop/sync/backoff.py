"""When the next exchange is due: often while the counter posts, seldom in trouble.

Pure: the clock and chance are handed in, and nobody waits here.

Source: sync page §7.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

INTERVAL_SECONDS = 30.0
SPREAD = 0.2
BUSY_SECONDS = 5.0
FIRST_WAIT_SECONDS = 5.0
LONGEST_WAIT_SECONDS = 300.0

Chance = Callable[[], float]
"""A number from 0 up to 1, any as likely as another."""


@dataclass(slots=True)
class Backoff:
    """How long to wait, by what came of the exchanges so far."""

    chance: Chance
    failures_count: int = 0

    def after_success(self, *, is_posting: bool) -> float:
        """Seconds to the next exchange after one that ended well.

        Counters are spread, so that a hundred that were switched on together
        do not come together.

        Args:
            is_posting: whether the counter recorded something meanwhile.
        """
        self.failures_count = 0
        middle = BUSY_SECONDS if is_posting else INTERVAL_SECONDS
        return middle * (1 - SPREAD + 2 * SPREAD * self.chance())

    def after_trouble(self, retry_after_seconds: int | None = None) -> float:
        """Seconds to the next try: anything up to a limit that doubles each time.

        What the server asked for is a floor, not the whole wait: those it sent
        away together must not return together.
        """
        limit = min(FIRST_WAIT_SECONDS * (1 << self.failures_count), LONGEST_WAIT_SECONDS)
        self.failures_count = min(self.failures_count + 1, 16)
        return (retry_after_seconds or 0) + limit * self.chance()

    def after_refusal(self) -> float:
        """Seconds to the next try after a plain no, which time alone seldom mends."""
        self.failures_count = 0
        return LONGEST_WAIT_SECONDS * (1 - SPREAD * self.chance())
