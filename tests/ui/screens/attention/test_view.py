"""The inbox by keys, in the whole program."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.attention.view import AttentionScreen
from collectiq_desktop.ui.start import OpenWindow
from tests.plain_books import PlainBooks
from tests.ui.keys import press

Key = Qt.Key


def _says(window: OpenWindow, words: str) -> bool:
    labels = window.shell.findChildren(QLabel)
    return any(words in label.text() for label in labels if label.isVisible())


def test_from_what_happened_to_where_it_is_put_right(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-11-20  Asha Stores  1,000.00
    receipt  R/1  2026-11-21  Asha Stores    400.00
    receipt  R/2  2026-11-21  Asha Stores    200.00
    cancel   S/1  wrong party
    """
    window.shell.go(Place(screen="attention"))
    qtbot.waitUntil(lambda: _says(window, "RA01/26/000001 was set against a bill that is not"))
    press(None, Key.Key_Down)
    qtbot.waitUntil(lambda: _says(window, "RA01/26/000002 was set against a bill that is not"))
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(window, "Set against bills"))
    press(None, Key.Key_Escape)
    screen: Any = window.shell.findChild(AttentionScreen)
    qtbot.waitUntil(screen.isVisible)
    assert _says(window, "RA01/26/000002 was set against a bill that is not")


def test_nothing_to_look_at(qtbot: QtBot, window: OpenWindow) -> None:
    window.shell.go(Place(screen="attention"))
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    assert _says(window, "To be looked at")
    assert not _says(window, "Enter opens")
    press(None, Key.Key_Return)
    screen: Any = window.shell.findChild(AttentionScreen)
    assert screen.isVisible()
