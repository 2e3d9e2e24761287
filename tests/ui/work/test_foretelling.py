"""Scores at idle: begun when it is quiet, never twice, ended when asked, and never felt."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.risk import Basis, RiskOutlook
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.touched import Noun
from collectiq_desktop.core.wire.risk_bulletins import OUTLOOK_KEY, outlook_bytes
from collectiq_desktop.ui.start import OpenWindow
from collectiq_desktop.ui.work.foretelling import QUIET_LOOKS, Doing, ForetellingLane
from tests.plain_books import PlainBooks

TODAY = date(2026, 11, 22)


@dataclass
class Elsewhere:
    """Processes that end when they are told to."""

    verbs: list[tuple[str, ...]] = field(default_factory=list)
    over: Event = field(default_factory=Event)
    refusal: Refused | None = None
    answer: dict[str, Any] = field(default_factory=dict)
    cancelled: int = 0

    def start(self, verb: str, _books: Path, *options: str) -> Elsewhere:
        self.verbs.append((verb, *options))
        return self

    @property
    def is_running(self) -> bool:
        return not self.over.is_set()

    def result(self) -> dict[str, Any]:
        if self.refusal is not None:
            raise self.refusal
        return self.answer

    def cancel(self) -> None:
        self.cancelled += 1
        self.refusal = Refused(say("Stopped. What was learned before is still used."))
        self.over.set()


@dataclass
class Room:
    elsewhere: Elsewhere
    lane: ForetellingLane
    window: OpenWindow
    qtbot: QtBot

    def look(self, times: int = 1) -> None:
        for _ in range(times):
            self.lane.look()
        self.qtbot.waitUntil(lambda: not self.window.desk.is_busy)

    def end(self) -> None:
        self.elsewhere.over.set()
        self.qtbot.waitUntil(lambda: self.lane.doing is Doing.NOTHING)


@pytest.fixture
def room(qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks) -> Any:
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    elsewhere = Elsewhere()
    lane = ForetellingLane(window.desk, plain_books.clock, elsewhere.start)
    lane._opened(plain_books.books)
    yield Room(elsewhere, lane, window, qtbot)
    lane.close()


def _published(plain: PlainBooks, on: date) -> None:
    outlook = RiskOutlook(worked_out_on=on, basis=Basis.HABITS, over_days=30, within_days=60)
    plain.books.publish(OUTLOOK_KEY, outlook_bytes(outlook))


def test_it_begins_when_it_has_been_quiet_for_a_while(room: Room) -> None:
    room.look(QUIET_LOOKS)
    assert room.elsewhere.verbs == []
    room.look()
    room.qtbot.waitUntil(lambda: room.lane.doing is Doing.SCORING)
    room.look(3)
    room.qtbot.waitUntil(lambda: room.elsewhere.verbs == [("score", "--publish")])
    touched = []
    room.window.desk.touched.connect(lambda what, _who: touched.append(what.nouns))
    room.end()
    room.qtbot.waitUntil(lambda: touched == [{Noun.RISK}])


def test_whoever_works_is_left_alone(room: Room) -> None:
    room.look(QUIET_LOOKS)
    room.window.desk.busy.emit(True)
    room.look(QUIET_LOOKS)
    assert room.elsewhere.verbs == []


def test_after_a_quiet_hour_work_is_noticed_again(room: Room, plain_books: PlainBooks) -> None:
    _published(plain_books, TODAY)
    room.elsewhere.answer = {"is_due": False}
    room.look(QUIET_LOOKS + 1)
    room.qtbot.waitUntil(lambda: len(room.elsewhere.verbs) == 1)
    room.end()
    plain_books.clock.move(days=1)
    room.window.desk.busy.emit(True)
    room.look(QUIET_LOOKS)
    assert len(room.elsewhere.verbs) == 1
    room.look()
    room.qtbot.waitUntil(lambda: len(room.elsewhere.verbs) == 2)


def test_with_todays_scores_it_only_looks_whether_learning_is_due(
    room: Room, plain_books: PlainBooks
) -> None:
    _published(plain_books, TODAY)
    room.elsewhere.answer = {"is_due": False}
    room.look(QUIET_LOOKS + 1)
    room.qtbot.waitUntil(lambda: room.elsewhere.verbs == [("train", "--when-due")])
    room.end()
    room.look(QUIET_LOOKS + 3)
    assert room.elsewhere.verbs == [("train", "--when-due")]


def test_after_learning_it_scores_by_what_was_learned(room: Room) -> None:
    room.lane.learn()
    room.end()
    room.qtbot.waitUntil(lambda: len(room.elsewhere.verbs) == 2)
    assert room.elsewhere.verbs == [("train",), ("score", "--publish")]


def test_it_can_be_stopped_and_says_so(room: Room) -> None:
    told: list[Doing] = []
    room.lane.watch(lambda: told.append(room.lane.doing))
    room.lane.roll_back()
    assert room.lane.doing is Doing.ROLLING_BACK
    room.lane.work_out()
    room.lane.stop()
    room.qtbot.waitUntil(lambda: room.lane.doing is Doing.NOTHING)
    assert room.elsewhere.cancelled == 1
    assert str(room.lane.problem).startswith("Stopped.")
    assert told == [Doing.ROLLING_BACK, Doing.NOTHING]
    assert room.elsewhere.verbs == [("train", "--roll-back")]


def test_a_window_that_closes_ends_it(room: Room) -> None:
    room.lane.work_out()
    room.lane.close()
    room.qtbot.waitUntil(lambda: room.elsewhere.cancelled == 1)
