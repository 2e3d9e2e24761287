"""Stand-ins for what production hands in: ten lines each, and they keep what they were asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from collectiq_desktop.core.domain.ids import TAIL_BYTES, id_of

_IST = timedelta(hours=5, minutes=30)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# 22 November 2026, 10:00 in India.
_DEFAULT_AT = (datetime(2026, 11, 22, 4, 30, tzinfo=UTC) - _EPOCH) // timedelta(milliseconds=1)


@dataclass
class FixedClock:
    """A clock that moves only when it is told to."""

    at: int = _DEFAULT_AT

    def now_at(self) -> int:
        return self.at

    def today_on(self) -> date:
        return (_EPOCH + timedelta(milliseconds=self.at) + _IST).date()

    def move(self, *, days: int = 0, ms: int = 0) -> None:
        self.at += days * 86_400_000 + ms

    def set_today(self, on: date) -> None:
        """Stand at ten in the morning, in India, of the given day."""
        midnight = datetime(on.year, on.month, on.day, tzinfo=UTC) - _IST
        self.at = (midnight - _EPOCH) // timedelta(milliseconds=1) + 36_000_000


@dataclass
class CountingIds:
    """Ids 1, 2, 3…; `start` keeps two devices apart in one test."""

    start: int = 0
    at: int = _DEFAULT_AT
    minted: list[bytes] = field(default_factory=list)

    def mint(self) -> bytes:
        count = self.start + len(self.minted) + 1
        self.minted.append(id_of(self.at, count.to_bytes(TAIL_BYTES, "big")))
        return self.minted[-1]
