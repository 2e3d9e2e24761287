"""A party's card: what is asked for it, and where its keys lead. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.daybook import DayBook, DayBookLine, DayBookPage
from collectiq_desktop.core.queries.parties import PartyCard, PartyDetails
from collectiq_desktop.ui.kit import Kit, Place

_LAST_VOUCHERS = 60


class PartyView(Protocol):
    """What the presenter tells the screen."""

    def show_party(self, details: PartyDetails) -> None:
        """The party as it is today."""
        ...

    def show_vouchers(self, newest_first: Sequence[DayBookLine]) -> None:
        """The party's last vouchers."""
        ...


class PartyPresenter:
    """One party at a time."""

    def __init__(self, view: PartyView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._party_id: PartyId | None = None

    def show(self, party_id: PartyId) -> None:
        """Show a party."""
        self._party_id = party_id
        self._ask(party_id)

    def books_changed(self, touched: Touched) -> None:
        """The party may have moved."""
        is_everybody = bool(touched.nouns & {Noun.BATCH})
        if self._party_id is not None and (is_everybody or self._party_id in touched.party_ids):
            self._ask(self._party_id)

    def go(self, screen: str) -> None:
        """Open a screen for this party."""
        if self._party_id is not None:
            self._kit.navigation.go(Place(screen=screen, party_id=self._party_id))

    def open_voucher(self, line: DayBookLine | None) -> None:
        """Open a voucher of the party."""
        if line is not None:
            self._kit.navigation.go(Place(screen="voucher", voucher_id=line.voucher_id))

    def _ask(self, party_id: PartyId) -> None:
        work = self._kit.work
        work.ask(
            PartyCard(party_id=party_id), key="party card", done=self._took, failed=self._failed
        )
        book = DayBook(party_id=party_id, is_from_end=True, limit=_LAST_VOUCHERS)
        work.ask(book, key="party vouchers", done=self._took_vouchers, failed=self._failed)

    def _took(self, details: PartyDetails) -> None:
        self._view.show_party(details)

    def _took_vouchers(self, page: DayBookPage) -> None:
        self._view.show_vouchers(page.rows[::-1])

    def _failed(self, error: CollectIQError) -> None:
        self._kit.navigation.say(error.message, is_bad=True)
