"""Stand-ins for what production hands in: ten lines each, and they keep what they were asked."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import TAIL_BYTES, id_of
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.asking import Ask, Found

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


@dataclass
class InlineDesk:
    """Work that is done at once, on real books; `hold` keeps answers back until `release`."""

    books: Books
    ran: list[object] = field(default_factory=list)
    asked: list[Any] = field(default_factory=list)
    touched: list[tuple[Touched, object]] = field(default_factory=list)
    refusals: list[CollectIQError] = field(default_factory=list)
    is_holding: bool = False
    _held: list[tuple[Hashable, Callable[[], None]]] = field(default_factory=list)

    def run(
        self,
        command: object,
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[CollectIQError], None] | None = None,
        initiator: object = None,
    ) -> None:
        self.ran.append(command)
        outcome = self._try(lambda: self.books.run(command), failed)
        if outcome is not None:
            self.touched.append((outcome.touched, initiator))
            if done is not None:
                done(outcome.result)

    def ask(
        self,
        ask: Ask[Found],
        *,
        key: Hashable,
        done: Callable[[Found], None],
        failed: Callable[[CollectIQError], None] | None = None,
    ) -> None:
        self.asked.append(ask)
        self._answer(key, lambda: self.books.ask(ask), done, failed)

    def begin(
        self,
        job: Callable[[Books, Callable[[int, int], None]], Any],
        *,
        key: Hashable,
        done: Callable[[Any], None],
        failed: Callable[[CollectIQError], None] | None = None,
        progress: Callable[[int, int], None] | None = None,
        is_writing: bool = False,
    ) -> None:
        self._answer(key, lambda: job(self.books, progress or (lambda _n, _of: None)), done, failed)

    def aside(
        self,
        task: Callable[[Callable[[int, int], None]], Any],
        *,
        key: Hashable,
        done: Callable[[Any], None],
        failed: Callable[[CollectIQError], None] | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> None:
        self._answer(key, lambda: task(progress or (lambda _n, _of: None)), done, failed)

    def forget(self, key: Hashable) -> None:
        self._held = [each for each in self._held if each[0] != key]

    def announce(self, touched: Touched, initiator: object = None) -> None:
        self.touched.append((touched, initiator))

    def release(self) -> None:
        """Deliver what was held back, in order, and hold nothing any more."""
        self.is_holding = False
        self.release_held()

    def release_held(self) -> None:
        """Deliver what was held back until now."""
        held, self._held = self._held, []
        for _key, deliver in held:
            deliver()

    def _answer(
        self,
        key: Hashable,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[CollectIQError], None] | None,
    ) -> None:
        def deliver() -> None:
            found = self._try(lambda: (work(),), failed)
            if found is not None:
                done(found[0])

        self.forget(key)
        if self.is_holding:
            self._held.append((key, deliver))
        else:
            deliver()

    def _try(self, work: Callable[[], Any], failed: Callable[[CollectIQError], None] | None) -> Any:
        try:
            return work()
        except CollectIQError as refusal:
            (failed or self.refusals.append)(refusal)
            return None
