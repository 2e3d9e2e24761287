"""Beats by keys on real books: days turned, parties moved, saved, thrown away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.queries.beats import BeatPlan, BeatPlans
from collectiq_desktop.core.services.parties import AmendParty
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.beats.view import BeatsScreen
from collectiq_desktop.ui.screens.run_sheets.view import RunSheetsScreen
from collectiq_desktop.ui.start import OpenWindow
from tests.plain_books import PlainBooks
from tests.ui.keys import press

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LONG = 20_000


@pytest.fixture
def screen(qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks) -> BeatsScreen:
    plain_books.write(
        """
        party  Asha   beat North
        party  Bina   beat North
        party  Chand  beat North
        party  Dipa   beat South
        """
    )
    window.shell.go(Place(screen="beats"))
    made = window.shell.findChild(BeatsScreen)
    assert made is not None
    qtbot.waitUntil(lambda: _order(made) == ["Asha", "Bina", "Chand"], timeout=LONG)
    return made


def _order(screen: BeatsScreen) -> list[str]:
    return [row.party for _number, row in screen.stops.rows]


def _plan(plain: PlainBooks, beat: str) -> BeatPlan:
    return next(each for each in plain.ask(BeatPlans()) if each.beat == beat)


def _settled(qtbot: QtBot, window: OpenWindow) -> None:
    qtbot.waitUntil(lambda: not window.desk.is_busy, timeout=LONG)


def test_days_and_order_are_saved_together(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks, screen: BeatsScreen
) -> None:
    for day in (Key.Key_4, Key.Key_1, Key.Key_2, Key.Key_2):
        press(None, day, ALT)
    press(None, Key.Key_Return)
    press(None, Key.Key_Down, ALT)
    press(None, Key.Key_Down, ALT)
    assert _order(screen) == ["Bina", "Chand", "Asha"]
    press(None, Key.Key_Down, ALT)
    assert screen.order.current_row == 2
    press(None, Key.Key_Up)
    press(None, Key.Key_Up, ALT)
    assert _order(screen) == ["Chand", "Bina", "Asha"]
    assert _plan(plain_books, "North").stops == ()
    press(None, Key.Key_A, CTRL)
    _settled(qtbot, window)
    parties = plain_books.parties
    assert _plan(plain_books, "North") == BeatPlan(
        "North", (0, 3), (parties["Chand"], parties["Bina"], parties["Asha"]), 3
    )
    assert _order(screen) == ["Chand", "Bina", "Asha"]
    assert not screen.beats.rows[0].is_changed


def test_what_is_not_saved_is_neither_left_nor_kept_by_esc(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks, screen: BeatsScreen
) -> None:
    press(None, Key.Key_1, ALT)
    assert [line.is_changed for line in screen.beats.rows] == [True, False]
    press(None, Key.Key_Down)
    assert (screen.table.current_row, _order(screen)[0]) == (0, "Asha")
    press(None, Key.Key_Escape)
    _settled(qtbot, window)
    assert window.shell.where() == "beats"
    assert not any(line.is_changed for line in screen.beats.rows)
    press(None, Key.Key_Down)
    qtbot.waitUntil(lambda: _order(screen) == ["Dipa"], timeout=LONG)
    assert _plan(plain_books, "North").weekdays == ()
    press(None, Key.Key_Escape)
    assert window.shell.where() == "home"


def test_a_party_that_came_later_stands_at_the_end_and_who_went_is_left_out(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks, screen: BeatsScreen
) -> None:
    press(None, Key.Key_Return)
    press(None, Key.Key_End)
    press(None, Key.Key_Up, ALT)
    press(None, Key.Key_A, CTRL)
    _settled(qtbot, window)
    for name, beat in (("Asha", "South"), ("Dipa", "North")):
        fact_id, party_id = FactId(plain_books.ids.mint()), plain_books.parties[name]
        plain_books.run(AmendParty(fact_id=fact_id, party_id=party_id, changes={"beat": beat}))
    window.shell.go(Place(screen="home"))
    window.shell.go(Place(screen="beats"))
    shown = window.shell.findChildren(BeatsScreen)[-1]
    qtbot.waitUntil(lambda: _order(shown) == ["Chand", "Bina", "Dipa"], timeout=LONG)


def test_the_days_stand_beside_the_beat_where_a_run_sheet_is_issued(
    qtbot: QtBot, window: OpenWindow, screen: BeatsScreen
) -> None:
    for day in (Key.Key_4, Key.Key_1):
        press(None, day, ALT)
    press(None, Key.Key_A, CTRL)
    _settled(qtbot, window)
    assert screen.beats.rows[0].plan.weekdays == (0, 3)
    window.shell.go(Place(screen="run_sheets"))
    sheets = window.shell.findChild(RunSheetsScreen)
    assert isinstance(sheets, RunSheetsScreen)
    box = sheets._beat.box
    qtbot.waitUntil(lambda: box.count() == 3, timeout=LONG)
    assert [box.itemText(n) for n in (1, 2)] == ["North · Mon Thu", "South"]
    press(None, Key.Key_B, ALT)
    assert window.shell.where() == "beats"
