"""Home: search first, and how the day goes. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.chase import Chase, ChaseSheet
from collectiq_desktop.core.queries.daybook import DayBook, DayBookLine, DayBookPage
from collectiq_desktop.core.queries.dues import Dues, DuesSheet
from collectiq_desktop.core.queries.finding import FindParties, PartyHit
from collectiq_desktop.core.queries.registers import CollectionRegister, CollectionSheet
from collectiq_desktop.ui.kit import Kit, Place

_MOST_HITS = 100
_LAST_VOUCHERS = 100


class HomeView(Protocol):
    """What the presenter tells the screen."""

    def show_collection(self, sheet: CollectionSheet) -> None:
        """What came in today."""
        ...

    def show_dues(self, sheet: DuesSheet) -> None:
        """What is late, and what is due today."""
        ...

    def show_chase(self, sheet: ChaseSheet) -> None:
        """Cash with agents, promises and cheques."""
        ...

    def show_vouchers(self, newest_first: Sequence[DayBookLine]) -> None:
        """What was recorded today."""
        ...

    def show_found(self, hits: Sequence[PartyHit] | None) -> None:
        """The parties found; None while nothing is typed."""
        ...


class HomePresenter:
    """Asks for the day, and finds parties."""

    def __init__(self, view: HomeView, kit: Kit) -> None:
        self._view = view
        self._kit = kit

    def refresh(self) -> None:
        """The day as it is now."""
        work = self._kit.work
        today_on = self._kit.clock.today_on()
        work.ask(CollectionRegister(), key="home collection", done=self._view.show_collection)
        work.ask(Dues(), key="home dues", done=self._view.show_dues)
        work.ask(Chase(), key="home chase", done=self._view.show_chase)
        book = DayBook(from_on=today_on, to_on=today_on, is_from_end=True, limit=_LAST_VOUCHERS)
        work.ask(book, key="home vouchers", done=self._took_vouchers)

    def type(self, text: str) -> None:
        """Find what is typed."""
        if not text:
            self._kit.work.forget("home found")
            self._view.show_found(None)
            return
        ask = FindParties(text=text, limit=_MOST_HITS)
        self._kit.work.ask(ask, key="home found", done=self._view.show_found)

    def open_report(self, screen: str, which: str = "") -> None:
        """Open the list that a figure is the sum of."""
        self._kit.navigation.go(Place(screen=screen, text=which))

    def open_party(self, hit: PartyHit | None) -> None:
        """Open a party's card."""
        if hit is not None:
            self._kit.navigation.go(Place(screen="party", party_id=hit.party_id))

    def open_voucher(self, line: DayBookLine | None) -> None:
        """Open a voucher of today."""
        if line is not None:
            self._kit.navigation.go(Place(screen="voucher", voucher_id=line.voucher_id))

    def books_changed(self, touched: Touched) -> None:
        """The day may have moved."""
        if touched.nouns & {Noun.VOUCHER, Noun.PARTY, Noun.BATCH, Noun.COLLECTING}:
            self.refresh()

    def _took_vouchers(self, page: DayBookPage) -> None:
        self._view.show_vouchers(page.rows[::-1])
