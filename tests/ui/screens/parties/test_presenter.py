"""The list of parties without a window: pages, search, and only who owes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.parties import PartyRow
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screens.parties.presenter import PartiesPresenter
from collectiq_desktop.ui.tables.paging import AskPage
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.screens.kits import Way


@dataclass
class Shown:
    """Keeps what is shown."""

    plain: PlainBooks
    names: list[list[str]] = field(default_factory=list)
    refreshed: int = 0

    def show_pages(self, ask_page: AskPage) -> None:
        self.names.append([row.party for row in self.plain.ask(ask_page(None, 100)).rows])

    def show_found(self, rows: Sequence[PartyRow]) -> None:
        self.names.append([row.party for row in rows])

    def refresh_pages(self) -> None:
        self.refreshed += 1


@pytest.fixture
def shown(plain_books: PlainBooks) -> Shown:
    return Shown(plain_books)


@pytest.fixture
def way() -> Way:
    return Way()


@pytest.fixture
def presenter(
    shown: Shown, way: Way, inline: InlineDesk, plain_books: PlainBooks
) -> PartiesPresenter:
    kit = Kit(work=inline, clock=plain_books.clock, ids=plain_books.ids, navigation=way)
    return PartiesPresenter(shown, kit)


def test_everybody_then_those_found_then_who_owes(
    presenter: PartiesPresenter, shown: Shown
) -> None:
    """
    party    Bina Stores
    party    Asha Stores
    invoice  S/1  2026-11-01  Bina Stores  10.00
    """
    presenter.type("")
    presenter.type(" ash ")
    presenter.turn_only_owing()
    presenter.type("")
    assert shown.names == [["Asha Stores", "Bina Stores"], ["Asha Stores"], [], ["Bina Stores"]]


def test_where_its_keys_lead(
    presenter: PartiesPresenter, shown: Shown, way: Way, plain_books: PlainBooks
) -> None:
    """
    party    Asha Stores
    """
    party_id = plain_books.parties["Asha Stores"]
    row = PartyRow(party_id, "Asha Stores", "A01-1", "", 0, 0, True)
    presenter.open(row)
    presenter.receive(row)
    presenter.open(None)
    presenter.receive(None)
    assert way.places == [
        Place(screen="party", party_id=party_id),
        Place(screen="receipt", party_id=party_id),
        Place(screen="receipt"),
    ]


def test_changes_are_shown(presenter: PartiesPresenter, shown: Shown) -> None:
    presenter.books_changed(Touched({Noun.ITEM}))
    presenter.books_changed(Touched({Noun.PARTY}))
    assert (shown.refreshed, shown.names) == (1, [])
    presenter.type("x")
    presenter.books_changed(Touched({Noun.VOUCHER}))
    assert (shown.refreshed, shown.names) == (1, [[], []])
