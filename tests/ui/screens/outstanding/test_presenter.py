from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.branches import BranchLine
from collectiq_desktop.core.queries.dues import Dues
from collectiq_desktop.core.services.parties import AmendParty
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.screens.outstanding.presenter import (
    OutstandingPresenter,
    Owing,
    Which,
    late_of,
)
from tests.branches import SURAT, add_surat, at_surat
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks

TODAY = date(2026, 11, 22)


@dataclass
class Seen:
    """The view, remembering what it was told."""

    owings: list[Owing] = field(default_factory=list)
    anew: list[bool] = field(default_factory=list)
    beats: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    branches: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def show_owing(self, owing: Owing, *, is_anew: bool) -> None:
        self.owings.append(owing)
        self.anew.append(is_anew)

    def show_areas(self, areas: Sequence[str]) -> None:
        self.areas = tuple(areas)

    def show_beats(self, beats: Sequence[str]) -> None:
        self.beats = tuple(beats)

    def show_branches(self, branches: Sequence[BranchLine]) -> None:
        self.branches = [each.name for each in branches]

    def show_problem(self, sentence: str) -> None:
        self.problems.append(sentence)

    @property
    def names(self) -> list[str]:
        return [row.party for row in self.owings[-1].rows]


@dataclass
class Room:
    plain: PlainBooks
    desk: InlineDesk
    seen: Seen
    presenter: OutstandingPresenter


@pytest.fixture
def room(plain_books: PlainBooks, inline: InlineDesk) -> Room:
    seen = Seen()
    nowhere: Any = None
    kit = Kit(work=inline, clock=plain_books.clock, ids=plain_books.ids, navigation=nowhere)
    return Room(plain_books, inline, seen, OutstandingPresenter(seen, kit))


def test_all_parties_and_what_they_owe_together(room: Room) -> None:
    """
    party    Asha Stores  beat North
    party    Bina Stores  beat East
    invoice  S/1  2026-10-01  Asha Stores  10,000.00  due 30 days
    invoice  S/2  2026-11-20  Asha Stores   2,000.00  due 30 days
    invoice  S/3  2026-11-01  Bina Stores   5,000.00
    receipt  R/1  2026-11-03  Asha Stores     500.00  on account
    """
    room.presenter.open(TODAY)
    owing = room.seen.owings[-1]
    assert room.seen.names == ["Asha Stores", "Bina Stores"]
    assert owing.is_tied_out
    assert (owing.bills_count, owing.bills_paise) == (3, 17_000_00)
    assert (owing.on_account_paise, owing.total_paise) == (-500_00, 16_500_00)
    assert (owing.overdue_paise, owing.overdue_parties_count) == (15_000_00, 2)
    assert [late_of(row) for row in owing.rows] == [(10_000_00, 22), (5_000_00, 21)]


def test_a_past_day_shows_what_was_owed_then(room: Room) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  10,000.00
    receipt  R/1  2026-11-02  Asha Stores  10,000.00
    """
    room.presenter.open(date(2026, 10, 31))
    then = room.seen.owings[-1]
    assert (then.total_paise, then.is_today, then.is_tied_out) == (10_000_00, False, True)
    room.presenter.open(TODAY)
    now = room.seen.owings[-1]
    assert (now.rows, now.total_paise, now.is_today) == ((), 0, True)
    assert room.seen.anew == [True, True]


def test_one_branch_only(room: Room) -> None:
    """invoice  S/1  2026-10-01  Asha Stores  10,000.00"""
    add_surat(room.plain)
    with at_surat(room.plain):
        room.plain.write("invoice  S/2  2026-11-21  Bina Stores  800.00")
    room.presenter.ask_choices()
    room.presenter.open(TODAY, branch_id=SURAT)
    owing = room.seen.owings[-1]
    assert room.seen.branches == ["Main", "Surat shop"]
    assert room.seen.names == ["Bina Stores"]
    assert (owing.branch_id, owing.total_paise, owing.is_tied_out) == (SURAT, 800_00, True)


def test_one_area_only(room: Room) -> None:
    """
    party    Asha Stores  beat North
    party    Bina Stores  beat North
    invoice  S/1  2026-10-01  Asha Stores  10,000.00
    invoice  S/2  2026-10-01  Bina Stores  20,000.00
    """
    room.presenter.ask_choices()
    assert not room.seen.areas
    plain = room.plain
    changes = {"area": "Station Road"}
    fact_id = FactId(plain.ids.mint())
    plain.run(AmendParty(fact_id=fact_id, party_id=plain.parties["Bina Stores"], changes=changes))
    room.presenter.ask_choices()
    assert list(room.seen.areas) == ["Station Road"]
    room.presenter.open(TODAY, "North", area="Station Road")
    owing = room.seen.owings[-1]
    assert room.seen.names == ["Bina Stores"]
    assert (owing.total_paise, owing.is_tied_out) == (20_000_00, True)


def test_one_beat_only(room: Room) -> None:
    """
    party    Asha Stores  beat North
    party    Bina Stores  beat East
    invoice  S/1  2026-10-01  Asha Stores  10,000.00
    invoice  S/2  2026-10-01  Bina Stores  20,000.00
    """
    room.presenter.ask_choices()
    room.presenter.open(TODAY, "East")
    assert room.seen.beats == ("East", "North")
    assert room.seen.names == ["Bina Stores"]
    assert room.seen.owings[-1].total_paise == 20_000_00


def test_the_largest_overdue_first_and_back(room: Room) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  10,000.00  due 90 days
    invoice  S/2  2026-10-01  Bina Stores   1,000.00
    invoice  S/3  2026-10-01  Chand Stores  2,000.00
    """
    room.presenter.open(TODAY)
    room.presenter.change_order()
    assert room.seen.names == ["Chand Stores", "Bina Stores", "Asha Stores"]
    room.presenter.change_order()
    assert room.seen.names == ["Asha Stores", "Bina Stores", "Chand Stores"]


def test_what_the_books_learn_is_shown_and_the_cursor_stays(room: Room) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  10,000.00
    """
    room.presenter.open(TODAY)
    room.plain.write("receipt  R/1  2026-11-02  Asha Stores  4,000.00")
    room.presenter.books_changed(Touched(nouns={Noun.ERRAND}))
    assert len(room.seen.owings) == 1
    room.presenter.books_changed(Touched(nouns={Noun.VOUCHER}))
    assert room.seen.owings[-1].total_paise == 6_000_00
    assert room.seen.anew == [True, False]


def test_a_late_answer_of_another_day_is_not_shown(room: Room) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  10,000.00
    """
    room.desk.is_holding = True
    room.presenter.open(date(2026, 9, 1))
    room.presenter.open(TODAY)
    room.desk.release()
    assert [owing.as_of_on for owing in room.seen.owings] == [TODAY]


def test_nothing_to_sort_yet(room: Room) -> None:
    room.presenter.change_order()
    assert room.seen.owings == []


def test_only_what_is_late_or_falls_due_on_the_day(room: Room) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores   1,000.00
    invoice  S/2  2026-11-02  Bina Stores   2,000.00  due 20 days
    invoice  S/3  2026-11-20  Chand Stores  4,000.00  due 30 days
    receipt  R/1  2026-11-21  Bina Stores     500.00  on account
    """
    room.presenter.open(TODAY)
    room.presenter.change_which()
    late = room.seen.owings[-1]
    assert (late.which, room.seen.names) == (Which.OVERDUE, ["Asha Stores"])
    assert (late.overdue_paise, late.total_paise, late.is_tied_out) == (1_000_00, 1_000_00, True)
    room.presenter.change_which()
    due = room.seen.owings[-1]
    assert (due.which, room.seen.names) == (Which.DUE, ["Bina Stores"])
    assert (due.due_paise, due.total_paise, due.is_tied_out) == (2_000_00, 1_500_00, True)
    room.presenter.change_which()
    assert room.seen.owings[-1].which is Which.ALL
    assert len(room.seen.names) == 3
    room.presenter.show_which(Which.ALL)
    assert room.seen.anew == [True] * 4


def test_the_figures_of_home_are_those_of_the_lists(room: Room) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores   1,000.00
    invoice  S/2  2026-11-02  Bina Stores   2,000.00  due 20 days
    invoice  S/3  2026-11-22  Chand Stores  4,000.00
    """
    sheet = room.plain.ask(Dues())
    room.presenter.open(TODAY)
    for which, figure_paise in ((Which.OVERDUE, sheet.overdue.open_paise), (Which.DUE, 0)):
        room.presenter.show_which(which)
        owing = room.seen.owings[-1]
        shown_paise = owing.overdue_paise if which is Which.OVERDUE else owing.due_paise
        assert shown_paise == (figure_paise or sheet.due_today.open_paise)
    room.presenter.show_which(Which.ALL)
    assert room.seen.owings[-1].total_paise == sheet.owed_paise
