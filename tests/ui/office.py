"""A head office for windows under test: in memory, and for presenters one that answers at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import BooksTrouble, CollectIQError
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.services.verify import Verification
from collectiq_desktop.sync.agent import Reached
from collectiq_desktop.sync.comparing import DayHereAndThere, compare_days
from collectiq_desktop.sync.device_keys import DeviceKeys, FileKeys
from collectiq_desktop.sync.head_office import NO_KEY, head_office_of
from collectiq_desktop.sync.moving import move_here
from collectiq_desktop.sync.overview import Overview, overview
from collectiq_desktop.sync.state import SyncState
from collectiq_desktop.ui.kit import Invited
from collectiq_desktop.ui.office import OfficeParts
from tests.firms import PROGRAM, Shop, TestFirm


@dataclass
class InlineOffice:
    """Answers at once, on a shop's own books; keeps what it was asked."""

    shop: Shop
    state: SyncState = field(default_factory=SyncState)
    refusal: CollectIQError | None = None
    asked: list[Any] = field(default_factory=list)
    watchers: list[Callable[[], None]] = field(default_factory=list)

    def watch(self, watcher: Callable[[], None]) -> None:
        self.watchers.append(watcher)

    def become(self, state: SyncState) -> None:
        self.state = state
        for watcher in self.watchers:
            watcher()

    def exchange_now(self) -> None:
        self.asked.append("exchange")

    def look(self, done: Callable[[Overview], None]) -> None:
        done(overview(self.shop.books))

    def compare(
        self,
        first_on: date,
        last_on: date,
        *,
        done: Callable[[tuple[DayHereAndThere, ...]], None],
        failed: Callable[[CollectIQError], None],
    ) -> None:
        self.asked.append(("compare", first_on, last_on))
        books, wire = self.shop.books, self.shop.wire
        self._answer(lambda: compare_days(books, wire, first_on, last_on), done, failed)

    def export(
        self,
        target: Path,
        *,
        done: Callable[[int], None],
        failed: Callable[[CollectIQError], None],
    ) -> None:
        self._answer(lambda: 3, done, failed, ("export", target))

    def join(
        self,
        invited: Invited,
        *,
        done: Callable[[str], None],
        failed: Callable[[CollectIQError], None],
    ) -> None:
        self._answer(lambda: "Firm", done, failed, invited)

    def join_anew(
        self,
        invited: Invited,
        *,
        done: Callable[[Path], None],
        failed: Callable[[CollectIQError], None],
    ) -> None:
        self._answer(lambda: Path("new.collectiq"), done, failed, invited)

    def move_here(
        self, *, done: Callable[[str], None], failed: Callable[[CollectIQError], None]
    ) -> None:
        self._answer(lambda: move_here(self.shop.books), done, failed, "move")

    def repair(
        self, *, done: Callable[[Verification], None], failed: Callable[[CollectIQError], None]
    ) -> None:
        self._answer(lambda: self.shop.books.verify(is_quick=True), done, failed, "repair")

    def _answer(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[CollectIQError], None],
        asked: Any = None,
    ) -> None:
        if asked is not None:
            self.asked.append(asked)
        if self.refusal is not None:
            failed(self.refusal)
        else:
            done(work())


def parts_of(firm: TestFirm, shop: Shop | None, folder: Path) -> OfficeParts:
    """What a window reaches the firm's server with, in memory."""

    def reach(books: Books, _keys: DeviceKeys) -> Reached:
        office = head_office_of(books)
        if shop is None or office is None or office.device_key == NO_KEY:
            raise BooksTrouble(say("no key"))
        shop.wire.books = books
        return Reached(shop.wire, shop.key)

    return OfficeParts(
        keys=FileKeys(folder / "keys"),
        folder=folder,
        program=PROGRAM,
        outside=firm.around,
        new_place=lambda name: folder / f"{name}.collectiq",
        reach=reach,
        ask_office=firm.join,
    )
