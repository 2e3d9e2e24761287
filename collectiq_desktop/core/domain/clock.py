"""The clock as the core sees it: handed in, never read."""

from __future__ import annotations

from datetime import date
from typing import Protocol

MAX_AHEAD_MS = 5 * 60 * 1000
"""How far a device's clock may be ahead before its instants are clamped."""


class Clock(Protocol):
    """Tells the instant and the business day."""

    def now_at(self) -> int:
        """The instant, UTC milliseconds."""
        ...

    def today_on(self) -> date:
        """The business day, in IST."""
        ...
