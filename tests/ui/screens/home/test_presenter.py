"""Home without a window: the day's figures and the search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.chase import ChaseSheet
from collectiq_desktop.core.queries.daybook import DayBookLine
from collectiq_desktop.core.queries.dues import DuesSheet
from collectiq_desktop.core.queries.finding import PartyHit
from collectiq_desktop.core.queries.registers import CollectionSheet
from collectiq_desktop.core.services.promises import MakePromise
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screens.home.presenter import HomePresenter
from tests.core.looking import fact_id
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.screens.kits import Way


@dataclass
class Shown:
    """Keeps what is shown."""

    collections: list[CollectionSheet] = field(default_factory=list)
    dues: list[DuesSheet] = field(default_factory=list)
    chases: list[ChaseSheet] = field(default_factory=list)
    vouchers: Sequence[DayBookLine] = ()
    found: list[Sequence[PartyHit] | None] = field(default_factory=list)

    def show_collection(self, sheet: CollectionSheet) -> None:
        self.collections.append(sheet)

    def show_dues(self, sheet: DuesSheet) -> None:
        self.dues.append(sheet)

    def show_chase(self, sheet: ChaseSheet) -> None:
        self.chases.append(sheet)

    def show_vouchers(self, newest_first: Sequence[DayBookLine]) -> None:
        self.vouchers = newest_first

    def show_found(self, hits: Sequence[PartyHit] | None) -> None:
        self.found.append(hits)


@pytest.fixture
def shown() -> Shown:
    return Shown()


@pytest.fixture
def way() -> Way:
    return Way()


@pytest.fixture
def presenter(shown: Shown, way: Way, inline: InlineDesk, plain_books: PlainBooks) -> HomePresenter:
    kit = Kit(work=inline, clock=plain_books.clock, ids=plain_books.ids, navigation=way)
    return HomePresenter(shown, kit)


def test_the_day(presenter: HomePresenter, shown: Shown) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    receipt  R/1  2026-11-21  Asha Stores    100.00
    receipt  R/2  2026-11-22  Asha Stores    200.00  upi
    receipt  R/3  2026-11-22  Asha Stores     50.00
    """
    presenter.refresh()
    sheet = shown.collections[-1]
    assert [(each.name, each.received_paise) for each in sheet.by_mode] == [
        ("cash", 50_00),
        ("upi", 200_00),
    ]
    assert shown.dues[-1].overdue.open_paise == 650_00
    assert [line.amount_paise for line in shown.vouchers] == [50_00, 200_00]


def test_searching(
    presenter: HomePresenter, shown: Shown, way: Way, plain_books: PlainBooks
) -> None:
    """
    party  Asha Stores
    """
    presenter.type("ash")
    hits = shown.found[-1]
    assert hits is not None
    presenter.open_party(hits[0])
    party_id = plain_books.parties["Asha Stores"]
    assert way.places == [Place(screen="party", party_id=party_id)]
    presenter.type("")
    assert shown.found[-1] is None


def test_nothing_under_the_cursor_opens_nothing(presenter: HomePresenter, way: Way) -> None:
    presenter.open_party(None)
    presenter.open_voucher(None)
    assert way.places == []


def test_only_what_counts_is_asked_for_again(presenter: HomePresenter, shown: Shown) -> None:
    presenter.books_changed(Touched({Noun.ITEM}))
    assert shown.dues == []
    presenter.books_changed(Touched({Noun.VOUCHER}))
    assert len(shown.dues) == 1


def test_a_figure_leads_to_its_list(presenter: HomePresenter, way: Way) -> None:
    presenter.open_report("outstanding", "overdue")
    presenter.open_report("register")
    assert way.places == [Place(screen="outstanding", text="overdue"), Place(screen="register")]


def test_what_is_to_be_chased(
    presenter: HomePresenter, shown: Shown, plain_books: PlainBooks
) -> None:
    plain = plain_books
    plain.write(
        """
        invoice  S/1  2026-10-01  Asha  1,000.00
        receipt  R/1  2026-11-20  Asha    300.00  cheque  ref 000123
        """
    )
    today_on = plain.clock.today_on()
    promise = MakePromise(
        fact_id=fact_id(plain),
        party_id=plain.parties["Asha"],
        amount_paise=20_000,
        promised_on=today_on,
    )
    plain.run(promise)
    presenter.refresh()
    [sheet] = shown.chases
    assert (sheet.cheques_paise, sheet.cheques_count) == (30_000, 1)
    assert (sheet.due.amount_paise, sheet.broken.promises_count) == (20_000, 0)
    assert (sheet.held_paise, sheet.agents_count, sheet.oldest_at) == (0, 0, None)
    presenter.books_changed(Touched({Noun.COLLECTING}))
    assert len(shown.chases) == 2
