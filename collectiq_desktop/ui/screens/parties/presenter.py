"""The list of parties: pages by name, or what is typed. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.asking import Ask
from collectiq_desktop.core.queries.finding import FindParties, PartyHit
from collectiq_desktop.core.queries.parties import PartyList, PartyRow
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.tables.paging import AskPage

_MOST_HITS = 200


class PartiesView(Protocol):
    """What the presenter tells the screen."""

    def show_pages(self, ask_page: AskPage) -> None:
        """All parties, page by page."""
        ...

    def show_found(self, rows: Sequence[PartyRow]) -> None:
        """Those that were found."""
        ...

    def refresh_pages(self) -> None:
        """The pages as they are now."""
        ...


class PartiesPresenter:
    """Shows the list, and narrows it while something is typed."""

    def __init__(self, view: PartiesView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._text = ""
        self.is_only_owing = False

    def type(self, text: str) -> None:
        """Find what is typed; nothing typed is the whole list."""
        self._text = text.strip()
        if self._text:
            self._find()
        else:
            self._kit.work.forget("parties found")
            self._view.show_pages(self._page)

    def turn_only_owing(self) -> None:
        """Everybody, or only who has a balance."""
        self.is_only_owing = not self.is_only_owing
        self.type(self._text)

    def open(self, row: PartyRow | None) -> None:
        """Open a party's card."""
        if row is not None:
            self._kit.navigation.go(Place(screen="party", party_id=row.party_id))

    def receive(self, row: PartyRow | None) -> None:
        """Record a receipt from a party."""
        party_id = row.party_id if row is not None else None
        self._kit.navigation.go(Place(screen="receipt", party_id=party_id))

    def add(self) -> None:
        """Open a new party, named as it is typed."""
        self._kit.navigation.go(Place(screen="party_form", text=self._text))

    def alter(self, row: PartyRow | None) -> None:
        """Open a party's master data."""
        if row is not None:
            self._kit.navigation.go(Place(screen="party_form", party_id=row.party_id))

    def books_changed(self, touched: Touched) -> None:
        """Names or balances may be others now."""
        if not touched.nouns & {Noun.PARTY, Noun.VOUCHER, Noun.BATCH}:
            return
        if self._text:
            self._find()
        else:
            self._view.refresh_pages()

    def _page(self, after: Any, limit: int) -> Ask[Any]:
        return PartyList(after=after, limit=limit, has_balance=self.is_only_owing)

    def _find(self) -> None:
        ask = FindParties(text=self._text, limit=_MOST_HITS)
        self._kit.work.ask(ask, key="parties found", done=self._found)

    def _found(self, hits: tuple[PartyHit, ...]) -> None:
        rows = [
            PartyRow(hit.party_id, hit.party, hit.code, hit.beat, hit.balance_paise, 0, True)
            for hit in hits
            if hit.balance_paise or not self.is_only_owing
        ]
        self._view.show_found(rows)
