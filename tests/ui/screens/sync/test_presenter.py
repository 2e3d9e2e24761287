from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.syncing import HeldLine, SyncDevice
from collectiq_desktop.core.queries.told_facts import ToldFact
from collectiq_desktop.sync.comparing import DayHereAndThere
from collectiq_desktop.sync.ended import Ended, Outcome
from collectiq_desktop.sync.moving import UNANSWERED
from collectiq_desktop.sync.overview import Overview
from collectiq_desktop.sync.state import Phase, SyncState
from collectiq_desktop.ui.kit import Invited, Kit, Place
from collectiq_desktop.ui.screens.sync import deeds
from collectiq_desktop.ui.screens.sync.deeds import SyncDeeds
from collectiq_desktop.ui.screens.sync.presenter import ASKING, Page, SyncPresenter
from collectiq_desktop.ui.widgets import invitation
from tests.fakes import InlineDesk
from tests.firms import Shop, TestFirm
from tests.ui.office import InlineOffice
from tests.ui.screens.kits import Way

LEDGER = """
    invoice  S/1  2026-11-20  Asha Stores  10,000.00
    receipt  R/1  2026-11-21  Asha Stores   4,000.00  upi
"""


@dataclass
class Seen:
    """The view, remembering what it was told."""

    overviews: list[tuple[Overview, SyncState]] = field(default_factory=list)
    days: list[tuple[Sequence[DayHereAndThere], str]] = field(default_factory=list)
    unsent: Sequence[ToldFact] = ()
    held: Sequence[HeldLine] = ()
    ended: Sequence[Ended] = ()
    devices: Sequence[SyncDevice] = ()
    problems: list[tuple[str, str]] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    busy: list[bool] = field(default_factory=list)

    def show_overview(self, overview: Overview, state: SyncState) -> None:
        self.overviews.append((overview, state))

    def show_days(self, days: Sequence[DayHereAndThere], note: str) -> None:
        self.days.append((days, note))

    def show_unsent(self, facts: Sequence[ToldFact]) -> None:
        self.unsent = facts

    def show_held(self, lines: Sequence[HeldLine]) -> None:
        self.held = lines

    def show_ended(self, ended: Sequence[Ended]) -> None:
        self.ended = ended

    def show_devices(self, devices: Sequence[SyncDevice], overview: Overview) -> None:
        self.devices = devices

    def show_problem(self, field: str, sentence: str) -> None:
        self.problems.append((field, sentence))

    def show_done(self, sentence: str) -> None:
        self.done.append(sentence)

    def show_busy(self, *, is_busy: bool) -> None:
        self.busy.append(is_busy)


@dataclass
class Room:
    firm: TestFirm
    shop: Shop
    office: InlineOffice
    seen: Seen
    way: Way
    presenter: SyncPresenter
    deeds: SyncDeeds


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    firm = TestFirm(tmp_path)
    shop = firm.enrol("One")
    shop.exchange()
    office, seen, way = InlineOffice(shop), Seen(), Way()
    kit = Kit(
        work=InlineDesk(shop.books),
        clock=shop.plain.clock,
        ids=shop.plain.ids,
        navigation=way,
        office=office,
    )
    presenter = SyncPresenter(seen, kit)
    yield Room(firm, shop, office, seen, way, presenter, SyncDeeds(seen, kit, presenter.look))
    firm.close()


def test_days_are_shown_at_once_and_compared_when_head_office_answers(room: Room) -> None:
    room.shop.plain.write(LEDGER)
    room.presenter.begin()

    (here, asking), (compared, nothing) = room.seen.days
    assert (asking, nothing) == (ASKING, "")
    assert [(day.on, day.here_count, day.there_count) for day in here] == [
        (date(2026, 11, 21), 1, None),
        (date(2026, 11, 20), 1, None),
    ]
    assert [(day.on, day.is_equal) for day in compared] == [
        (date(2026, 11, 21), False),
        (date(2026, 11, 20), False),
    ]
    assert room.office.asked == [("compare", date(2026, 10, 23), date(2026, 11, 22))]


def test_without_a_line_the_days_of_this_end_stand_with_the_reason(room: Room) -> None:
    room.shop.plain.write(LEDGER)
    room.office.refusal = Refused(say("no line"))
    room.presenter.begin()

    days, note = room.seen.days[-1]
    assert note == "no line"
    assert {day.there_count for day in days} == {None}


def test_a_save_does_not_ask_over_the_line_again(room: Room) -> None:
    room.presenter.begin()
    room.shop.plain.write(LEDGER)
    room.presenter.books_changed(Touched(nouns={Noun.VOUCHER}))
    room.presenter.books_changed(Touched(nouns={Noun.ERRAND}))

    assert len(room.office.asked) == 1
    assert [each.standing.unsent_count for each, _state in room.seen.overviews] == [0, 3]


def test_an_exchange_that_ended_compares_anew_and_progress_does_not(room: Room) -> None:
    room.presenter.begin()
    room.office.become(SyncState(phase=Phase.SENDING, done_count=1, whole_count=2))
    assert len(room.office.asked) == 1
    room.office.become(SyncState(last=Ended(ended_at=1, outcome=Outcome.DONE)))
    assert len(room.office.asked) == 2
    phases = [state.phase for _overview, state in room.seen.overviews]
    assert phases == [Phase.ALONE, Phase.SENDING, Phase.ALONE, Phase.ALONE]


def test_only_days_that_differ(room: Room) -> None:
    room.shop.plain.write("invoice  S/0  2026-11-19  Asha Stores  100.00")
    room.shop.exchange()
    room.shop.plain.write(LEDGER)
    room.presenter.begin()
    room.presenter.turn_differing()

    assert len(room.seen.days[1][0]) == 3
    assert [day.on.day for day in room.seen.days[-1][0]] == [21, 20]


def test_earlier_days_and_never_later_ones_than_today(room: Room) -> None:
    room.presenter.begin()
    room.presenter.move_days(1)
    assert room.presenter.last_on == date(2026, 11, 22)
    room.presenter.move_days(-1)
    assert (room.presenter.first_on, room.presenter.last_on) == (
        date(2026, 9, 22),
        date(2026, 10, 22),
    )


def test_each_page_has_its_rows(room: Room) -> None:
    other = room.firm.enrol("Two")
    other.exchange()
    other.plain.write(LEDGER)
    room.firm.revoke(other)
    other.exchange()
    room.shop.exchange()
    room.shop.plain.write("receipt  R/9  2026-11-21  Binod & Sons  700.00")
    room.presenter.begin()
    for page in Page:
        room.presenter.show_page(page)

    seen = room.seen
    assert [fact.party for fact in seen.unsent] == ["Binod & Sons", "Binod & Sons"]
    assert [line.fact.party for line in seen.held] == ["Asha Stores"] * 3
    assert [device.name for device in seen.devices] == ["One", "Two", "Head office"]
    assert [ended.outcome for ended in seen.ended] == ["done", "done"]
    room.presenter.open(seen.unsent[-1])
    room.presenter.open(seen.unsent[0])
    room.presenter.open(None)
    assert room.way.places == [Place(screen="voucher", voucher_id=seen.unsent[-1].voucher_id)]


@pytest.mark.parametrize(
    ("invited", "problem"),
    [
        (Invited(address="", code="X", name=""), ("address", invitation.NO_ADDRESS)),
        (Invited(address="a", code=" ", name=""), ("code", invitation.NO_CODE)),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    room: Room, invited: Invited, problem: tuple[str, str]
) -> None:
    room.deeds.join(invited)
    assert room.seen.problems == [problem]
    assert room.office.asked == []


def test_joining_is_told_and_a_refusal_stands_at_its_field(room: Room) -> None:
    invited = Invited(address="office.example", code="CODE", name="One")
    room.office.refusal = Refused(say("used already"), field="code")
    room.deeds.join(invited)
    room.office.refusal = None
    room.deeds.join(invited)

    assert room.seen.problems == [("code", "used already")]
    assert room.seen.done == [deeds.JOINED]
    assert room.seen.busy == [True, False, True, False]


def test_moved_books_go_on_once_it_was_said(room: Room) -> None:
    room.shop.books.held_back = UNANSWERED
    room.presenter.begin()
    room.deeds.move_here()

    (before, _), (after, _) = room.seen.overviews
    assert (before.is_held_back, before.has_key) == (True, True)
    assert (after.is_held_back, after.has_key) == (False, False)
    assert room.seen.done == [deeds.MOVED]


def test_exporting_needs_a_place_and_says_what_came_of_it(room: Room, tmp_path: Path) -> None:
    room.deeds.export("")
    room.deeds.export(str(tmp_path / "out.facts"))
    room.office.refusal = Refused(say("no room"))
    room.deeds.export(str(tmp_path / "out.facts"))

    assert room.seen.done == [deeds.EXPORTED]
    assert room.seen.problems == [("", "no room")]


def test_a_repair_is_verified_and_compared(room: Room) -> None:
    room.presenter.begin()
    room.deeds.repair()
    assert room.seen.done == [deeds.REPAIRED]
    assert room.office.asked[-2:] == ["repair", "exchange"]


def test_one_thing_at_a_time(room: Room) -> None:
    held: list[Any] = []
    room.office.repair = lambda **told: held.append(told)  # type: ignore[method-assign]
    room.deeds.repair()
    room.deeds.repair()
    room.deeds.move_here()
    room.deeds.export("x")
    assert len(held) == 1
