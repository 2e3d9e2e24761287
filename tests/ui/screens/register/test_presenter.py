from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest

from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.queries.branches import BranchLine
from collectiq_desktop.core.queries.registers import CollectionSheet
from collectiq_desktop.ui.screens.register.cash import CashTie
from collectiq_desktop.ui.screens.register.presenter import RegisterPresenter
from collectiq_desktop.ui.screens.register.sentences import cash_facts, count_words, sum_facts
from collectiq_desktop.ui.theme import Tone
from tests.branches import SURAT, add_surat, at_surat
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.screens.kits import Way, kit_of

TODAY = date(2026, 11, 22)


@dataclass
class Seen:
    """The view, remembering what it was told."""

    period: tuple[date, date] | None = None
    sums: CollectionSheet | None = None
    rows: list[tuple[CollectionSheet, bool]] = field(default_factory=list)
    ties: list[CashTie] = field(default_factory=list)
    branches: list[str] = field(default_factory=list)
    is_cash_shown: bool = False

    def show_period(self, from_on: date, to_on: date) -> None:
        self.period = (from_on, to_on)

    def show_sums(self, sheet: CollectionSheet) -> None:
        self.sums = sheet

    def show_rows(self, sheet: CollectionSheet, *, is_anew: bool) -> None:
        self.rows.append((sheet, is_anew))

    def show_branches(self, branches: Sequence[BranchLine]) -> None:
        self.branches = [each.name for each in branches]

    def show_cash(self, tie: CashTie | None) -> None:
        self.is_cash_shown = tie is not None
        if tie is not None:
            self.ties.append(tie)


@dataclass
class Room:
    plain: PlainBooks
    way: Way
    seen: Seen
    presenter: RegisterPresenter

    def received(self) -> list[int]:
        return [row.received_paise for row in self.seen.rows[-1][0].rows]


@pytest.fixture
def room(plain_books: PlainBooks, inline: InlineDesk) -> Room:
    plain_books.write("""
    receipt  R/1  2026-11-20  Asha Stores    700.00  cash
    payment  P/1  2026-11-21  Asha Stores     50.00  cash
    receipt  R/2  2026-11-22  Asha Stores    400.00  cash
    receipt  R/3  2026-11-22  Bina Stores    300.00  upi  discount 20.00
    contra   K/1  2026-11-22  500.00
    """)
    kit, seen = kit_of(plain_books, inline), Seen()
    assert isinstance(kit.navigation, Way)
    return Room(plain_books, kit.navigation, seen, RegisterPresenter(seen, kit))


def test_today_ties_to_the_cash_account(room: Room) -> None:
    room.presenter.begin()
    assert room.seen.period == (TODAY, TODAY)
    assert room.received() == [400_00, 300_00]
    tie = room.seen.ties[-1]
    assert (tie.opening_paise, tie.received_paise, tie.books_paise) == (650_00, 400_00, 550_00)
    assert tie.other_paise == -500_00
    assert tie.difference_paise is None
    room.presenter.count_cash(540_00)
    assert room.seen.ties[-1].difference_paise == -10_00
    room.presenter.begin()
    assert room.seen.ties[-1].difference_paise is None


def test_a_mode_narrows_the_rows_and_leaves_sums_and_cash(room: Room) -> None:
    room.presenter.begin()
    room.presenter.choose_mode(Mode.UPI)
    assert room.received() == [300_00]
    assert room.seen.rows[-1][1]
    assert room.seen.sums is not None
    assert room.seen.sums.total.received_paise == 700_00
    assert room.seen.ties[-1].received_paise == 400_00
    asked = len(room.seen.rows)
    room.presenter.choose_mode(Mode.UPI)
    assert len(room.seen.rows) == asked
    room.presenter.choose_mode(None)
    assert room.received() == [400_00, 300_00]


def test_a_branch_narrows_rows_and_sums_and_has_no_drawer_of_its_own(room: Room) -> None:
    add_surat(room.plain)
    with at_surat(room.plain):
        room.plain.write("receipt  R/9  2026-11-22  Asha Stores  90.00  cash")
    room.presenter.begin()
    ties = len(room.seen.ties)
    room.presenter.choose_branch(SURAT)
    assert room.seen.branches == ["Main", "Surat shop"]
    assert room.received() == [90_00]
    assert room.seen.sums is not None
    assert room.seen.sums.total.received_paise == 90_00
    assert (room.seen.is_cash_shown, len(room.seen.ties)) == (False, ties)
    room.presenter.choose_branch("")
    assert len(room.received()) == 3
    assert room.seen.ties[-1].received_paise == 490_00


def test_days_of_a_period_and_one_of_them(room: Room) -> None:
    room.presenter.choose_period(date(2026, 11, 19), TODAY)
    days = room.seen.rows[-1][0].by_day
    assert [day.name for day in days] == ["2026-11-20", "2026-11-22"]
    room.presenter.open_day(date.fromisoformat(days[0].name))
    assert room.received() == [700_00]
    room.presenter.step(1)
    assert room.seen.period == (date(2026, 11, 21), date(2026, 11, 21))
    assert room.received() == []
    room.presenter.choose_period(date.min, date.max)
    room.presenter.step(1)
    assert room.seen.period == (date.min, date.max)


def test_what_comes_meanwhile_is_shown_and_the_count_stays(room: Room) -> None:
    room.presenter.begin()
    room.presenter.count_cash(550_00)
    room.plain.write("receipt  R/4  2026-11-22  Asha Stores  10.00  cash")
    room.presenter.books_changed(Touched({Noun.PARTY}))
    assert len(room.received()) == 2
    room.presenter.books_changed(Touched({Noun.VOUCHER}))
    assert room.received() == [400_00, 300_00, 10_00]
    assert room.seen.ties[-1].difference_paise == -10_00
    assert not room.seen.rows[-1][1]


def test_a_receipt_is_gone_to(room: Room) -> None:
    room.presenter.open_voucher(room.plain.vouchers["R/1"])
    assert room.way.places[0].voucher_id == room.plain.vouchers["R/1"]


def test_words_of_sums_and_count(room: Room) -> None:
    room.presenter.begin()
    assert room.seen.sums is not None
    facts = [(fact.caption, fact.text) for fact in sum_facts(room.seen.sums)]
    assert facts == [
        ("Received · 2", "₹ 700.00"),
        ("Cash · 1", "400.00"),
        ("UPI · 1", "300.00"),
    ]
    tie = room.seen.ties[-1]
    assert [fact.text for fact in cash_facts(tie)] == ["650.00", "400.00", "-500.00", "550.00"]
    said = []
    for counted in (None, 550_00, 540_00, 555_00):
        room.presenter.count_cash(counted)
        said.append(count_words(room.seen.ties[-1]))
    assert said == [
        ("C begins the count of the drawer.", Tone.MUTED),
        ("The drawer agrees ✓", Tone.GOOD),
        ("10.00 is missing in the drawer.", Tone.BAD),
        ("5.00 is too much in the drawer.", Tone.BAD),
    ]
