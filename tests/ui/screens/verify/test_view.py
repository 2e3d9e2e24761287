"""Verify and rebuild by keys, on a real desk."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from collectiq_desktop.ui.start import OpenWindow
from tests.plain_books import PlainBooks
from tests.ui.keys import press

Key = Qt.Key
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def _says(window: OpenWindow, words: str) -> bool:
    labels = window.shell.findChildren(QLabel)
    return any(words in label.text() for label in labels if label.isVisible())


def test_the_books_are_proved_made_anew_and_proved_again(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-04-05  Asha Stores  17,500.00
    """
    press(None, Key.Key_R, _CTRL | _ALT)
    press(None, Key.Key_A, _CTRL)
    qtbot.waitUntil(lambda: _says(window, "The books hold"))
    press(None, Key.Key_R, _ALT)
    qtbot.waitUntil(lambda: _says(window, "The books are made anew"))
    press(None, Key.Key_Q, _ALT)
    qtbot.waitUntil(lambda: _says(window, "The books hold"))
    qtbot.waitUntil(lambda: not window.desk.is_busy)
