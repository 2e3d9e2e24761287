"""Sync: what is asked, compared, sent and joined. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import IntEnum
from typing import Protocol

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.syncing import (
    DaysHere,
    Held,
    HeldLine,
    SyncDevice,
    SyncDevices,
    Unsent,
)
from collectiq_desktop.core.queries.told_facts import ToldFact
from collectiq_desktop.core.wire.peer import ToldDay
from collectiq_desktop.sync.comparing import DayHereAndThere, days_of_here
from collectiq_desktop.sync.ended import Ended
from collectiq_desktop.sync.overview import Overview
from collectiq_desktop.sync.state import SyncState
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

COMPARED_DAYS = 31
ASKING = QT_TRANSLATE_NOOP("Sentence", "Asking head office.")


class Page(IntEnum):
    """The tables, in the order of their keys."""

    DAYS = 0
    UNSENT = 1
    HELD = 2
    ENDED = 3
    DEVICES = 4


class SyncView(Protocol):
    """What the presenter tells the screen."""

    def show_overview(self, overview: Overview, state: SyncState) -> None:
        """How this counter stands; decides what the screen offers at all."""
        ...

    def show_days(self, days: Sequence[DayHereAndThere], note: str) -> None:
        """The days at both ends; the note says why one end is missing."""
        ...

    def show_unsent(self, facts: Sequence[ToldFact]) -> None:
        """What is to be sent."""
        ...

    def show_held(self, lines: Sequence[HeldLine]) -> None:
        """What head office holds back."""
        ...

    def show_ended(self, ended: Sequence[Ended]) -> None:
        """The last exchanges."""
        ...

    def show_devices(self, devices: Sequence[SyncDevice], overview: Overview) -> None:
        """The devices of the firm."""
        ...


class SyncPresenter:
    """The exchange as a person sees it; it goes on by itself without this screen."""

    def __init__(self, view: SyncView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._overview: Overview | None = None
        self._last: Ended | None = None
        # Comparing asks over the line, so it is not done again for every save.
        self._wants_days = True
        self.page = Page.DAYS
        self.last_on = kit.clock.today_on()
        self.is_only_differing = False
        if kit.office is not None:
            kit.office.watch(self._state_changed)

    @property
    def first_on(self) -> date:
        """The first day that is compared."""
        return self.last_on - timedelta(days=COMPARED_DAYS - 1)

    def begin(self) -> None:
        """Show everything anew."""
        self.last_on = self._kit.clock.today_on()
        self._wants_days = True
        self.look()

    def books_changed(self, touched: Touched) -> None:
        """Something was recorded, sent or came in."""
        if touched.nouns - {Noun.ERRAND}:
            self.look()

    def retranslated(self) -> None:
        """The words are in another language: say everything again."""
        office = self._kit.office
        if self._overview is not None and office is not None:
            self._view.show_overview(self._overview, office.state)

    def show_page(self, page: Page) -> None:
        """Another table."""
        self.page = page
        self._wants_days = True
        self._ask_page()

    # What a person does -----------------------------------------------------------------

    def exchange_now(self) -> None:
        """Exchange at once."""
        if self._kit.office is not None:
            self._kit.office.exchange_now()

    def move_days(self, direction: int) -> None:
        """The days before, or after; never beyond today."""
        moved = self.last_on + direction * timedelta(days=COMPARED_DAYS)
        self.last_on = min(moved, self._kit.clock.today_on())
        self.show_page(Page.DAYS)

    def turn_differing(self) -> None:
        """Only days that differ, or all."""
        self.is_only_differing = not self.is_only_differing
        self.show_page(Page.DAYS)

    def open(self, fact: ToldFact | None) -> None:
        """Open the voucher behind a row."""
        if fact is not None and fact.voucher_id is not None:
            self._kit.navigation.go(Place(screen="voucher", voucher_id=fact.voucher_id))

    # What is asked ----------------------------------------------------------------------

    def _state_changed(self) -> None:
        """Progress is shown as it comes; a table is asked for once an exchange is over."""
        office = self._kit.office
        if office is None or self._overview is None:
            return
        self._view.show_overview(self._overview, office.state)
        if office.state.last is not self._last:
            self._last = office.state.last
            self._wants_days = True
            self.look()

    def look(self) -> None:
        """How this counter stands now."""
        if self._kit.office is not None:
            self._kit.office.look(self._took)

    def _took(self, overview: Overview) -> None:
        office = self._kit.office
        assert office is not None
        self._overview = overview
        self._view.show_overview(overview, office.state)
        self._view.show_ended(overview.ended)
        self._ask_page()

    def _ask_page(self) -> None:
        overview, work, key = self._overview, self._kit.work, "sync page"
        if overview is None or not overview.standing.is_enrolled:
            return
        if self.page is Page.DAYS and self._wants_days:
            self._wants_days = False
            asked = DaysHere(first_on=self.first_on, last_on=self.last_on)
            work.ask(asked, key=key, done=self._took_days_here)
        elif self.page is Page.UNSENT:
            work.ask(Unsent(), key=key, done=self._view.show_unsent)
        elif self.page is Page.HELD:
            work.ask(Held(), key=key, done=self._view.show_held)
        elif self.page is Page.DEVICES:
            work.ask(SyncDevices(), key=key, done=self._took_devices)

    def _took_devices(self, devices: tuple[SyncDevice, ...]) -> None:
        assert self._overview is not None
        self._view.show_devices(devices, self._overview)

    def _took_days_here(self, here: tuple[ToldDay, ...]) -> None:
        """This end is there at once; the other one comes when head office has answered."""
        office = self._kit.office
        assert office is not None
        self._show_days(days_of_here(here), ASKING)

        def not_compared(error: CollectIQError) -> None:
            self._show_days(days_of_here(here), error.message)

        office.compare(
            self.first_on,
            self.last_on,
            done=lambda days: self._show_days(days, ""),
            failed=not_compared,
        )

    def _show_days(self, days: Sequence[DayHereAndThere], note: str) -> None:
        """The newest first."""
        is_told = not note
        shown = [
            each for each in days if not (is_told and self.is_only_differing and each.is_equal)
        ]
        self._view.show_days(tuple(reversed(shown)), note)
