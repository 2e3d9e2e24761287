"""The promises by keys, in the whole program."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.promises.view import PromisesScreen
from collectiq_desktop.ui.start import OpenWindow
from tests.plain_books import PlainBooks
from tests.ui.keys import press, type_text

ALT = Qt.KeyboardModifier.AltModifier


def test_a_promise_is_noted_by_keys(
    window: OpenWindow, plain_books: PlainBooks, qtbot: QtBot
) -> None:
    plain_books.write("invoice  S/1  2026-10-01  Asha Stores  500.00")
    window.shell.go(Place(screen="promises"))
    screen: Any = window.shell.findChild(PromisesScreen)
    press(None, Qt.Key.Key_N, ALT)
    type_text("ash")
    qtbot.waitUntil(screen._party.is_list_shown, timeout=8_000)
    press(None, Qt.Key.Key_Return)
    type_text("200")
    for _field in range(3):
        press(None, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.model.rowCount() == 1, timeout=8_000)
    assert screen.model.index(0, 1).data() == "Asha Stores"
    assert screen.model.index(0, 0).data() == "25-11-2026"
    assert screen.current_deed is None
