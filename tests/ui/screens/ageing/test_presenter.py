from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from collectiq_desktop.core.domain.ageing import Slabs
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.ageing import AgeingSheet
from collectiq_desktop.core.queries.branches import BranchLine
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.screens.ageing.columns import ageing_columns, sums_of
from collectiq_desktop.ui.screens.ageing.presenter import AgeingPresenter
from tests.branches import SURAT, add_surat, at_surat
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks

TODAY = date(2026, 11, 22)


@dataclass
class Seen:
    """The view, remembering what it was told."""

    sheets: list[AgeingSheet] = field(default_factory=list)
    anew: list[bool] = field(default_factory=list)
    beats: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    branches: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def show_sheet(self, sheet: AgeingSheet, *, is_anew: bool) -> None:
        self.sheets.append(sheet)
        self.anew.append(is_anew)

    def show_areas(self, areas: Sequence[str]) -> None:
        self.areas = tuple(areas)

    def show_beats(self, beats: Sequence[str]) -> None:
        self.beats = tuple(beats)

    def show_branches(self, branches: Sequence[BranchLine]) -> None:
        self.branches = [each.name for each in branches]

    def show_problem(self, sentence: str) -> None:
        self.problems.append(sentence)


@dataclass
class Room:
    plain: PlainBooks
    seen: Seen
    presenter: AgeingPresenter

    @property
    def sheet(self) -> AgeingSheet:
        return self.seen.sheets[-1]


@pytest.fixture
def room(plain_books: PlainBooks, inline: InlineDesk) -> Room:
    plain_books.write(
        """
        party    Asha Stores  beat North
        party    Bina Stores  beat East
        invoice  S/1  2026-08-01  Asha Stores  10,000.00  due 30 days
        invoice  S/2  2026-11-20  Asha Stores   2,000.00  due 30 days
        invoice  S/3  2026-11-01  Bina Stores   5,000.00
        receipt  R/1  2026-11-03  Bina Stores     500.00  on account
        """
    )
    seen = Seen()
    nowhere: Any = None
    kit = Kit(work=inline, clock=plain_books.clock, ids=plain_books.ids, navigation=nowhere)
    return Room(plain_books, seen, AgeingPresenter(seen, kit))


def test_by_due_date_and_by_bill_date(room: Room) -> None:
    room.presenter.open(TODAY)
    room.presenter.change_basis()
    room.presenter.change_basis()
    by_due, by_bill, again = room.seen.sheets
    assert by_due.labels == ("Not due", "1–30", "31–60", "61–90", "91–120", ">120")
    assert by_due.buckets_paise == (2_000_00, 5_000_00, 0, 10_000_00, 0, 0)
    assert by_bill.labels == ("0–30", "31–60", "61–90", "91–120", ">120")
    assert by_bill.buckets_paise == (7_000_00, 0, 0, 10_000_00, 0)
    assert again == by_due


def test_slabs_stay_while_day_and_beat_change(room: Room) -> None:
    room.presenter.open(TODAY)
    room.presenter.take_slabs(Slabs((15, 45)))
    room.presenter.open(date(2026, 10, 1), "North")
    assert room.sheet.labels == ("Not due", "1–15", "16–45", ">45")
    assert room.sheet.buckets_paise == (0, 0, 10_000_00, 0)
    assert [row.party for row in room.sheet.rows] == ["Asha Stores"]


def test_one_branch_only(room: Room) -> None:
    add_surat(room.plain)
    with at_surat(room.plain):
        room.plain.write("invoice  S/9  2026-11-21  Bina Stores  800.00")
    room.presenter.ask_choices()
    room.presenter.open(TODAY, "", SURAT)
    assert room.seen.branches == ["Main", "Surat shop"]
    assert [(row.party, row.total_paise) for row in room.sheet.rows] == [("Bina Stores", 800_00)]
    room.presenter.open(TODAY, "North", SURAT)
    assert room.sheet.rows == ()


def test_the_same_slabs_ask_nothing(room: Room) -> None:
    room.presenter.open(TODAY)
    room.presenter.take_slabs(Slabs())
    assert len(room.seen.sheets) == 1


def test_the_foot_is_the_sum_of_what_stands_above(room: Room) -> None:
    room.presenter.open(TODAY)
    columns = ageing_columns(room.sheet, 1_100)
    assert [column.shown_title for column in columns] == [
        "Party", "Not due", "1–30", "31–60", "61–90", "91–120", "over 120", "On account", "Balance",
    ]  # fmt: skip
    assert sums_of(room.sheet, "Together") == (
        "Together", "2,000.00", "5,000.00", "0.00", "10,000.00", "0.00", "0.00",
        "500.00", "16,500.00 Dr",
    )  # fmt: skip
    rows = [[column.text_of(row) for column in columns] for row in room.sheet.rows]
    assert rows == [
        ["Asha Stores", "2,000.00", "—", "—", "10,000.00", "—", "—", "—", "12,000.00 Dr"],
        ["Bina Stores", "—", "5,000.00", "—", "—", "—", "—", "500.00", "4,500.00 Dr"],
    ]


def test_columns_have_room_for_their_sums(room: Room) -> None:
    room.plain.write("invoice  S/9  2026-11-21  Asha Stores  99,00,00,000.00")
    room.presenter.open(TODAY)
    widths = {column.shown_title: column.width for column in ageing_columns(room.sheet, 1_100)}
    assert widths["1–30"] > widths["31–60"]
    assert widths["Party"] == 0
    assert ageing_columns(room.sheet, 400)[0].width > 0


def test_vouchers_refresh_it_and_errands_do_not(room: Room) -> None:
    room.presenter.open(TODAY)
    room.plain.write("invoice  S/4  2026-11-22  Bina Stores  1,000.00")
    room.presenter.books_changed(Touched(nouns={Noun.ERRAND}))
    room.presenter.books_changed(Touched(nouns={Noun.VOUCHER, Noun.PARTY}))
    assert [sheet.total_paise for sheet in room.seen.sheets] == [16_500_00, 17_500_00]
    assert room.seen.anew == [True, False]
    assert room.seen.beats == ("East", "North")
