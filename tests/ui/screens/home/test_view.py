"""From a figure of home to its list, by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from collectiq_desktop.ui.start import OpenWindow
from tests.plain_books import PlainBooks
from tests.ui.keys import press

Key, Alt = Qt.Key, Qt.KeyboardModifier.AltModifier


def _says(window: OpenWindow, words: str) -> bool:
    labels = window.shell.findChildren(QLabel)
    return any(words in label.text() for label in labels if label.isVisible())


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (Key.Key_1, "On 22-11-2026"),
        (Key.Key_2, "Overdue on 22-11-2026"),
        (Key.Key_3, "Due on 22-11-2026"),
        (Key.Key_4, "Collection register"),
        (Key.Key_5, "Of it with those"),
        (Key.Key_6, "due by today"),
        (Key.Key_7, "to deposit today"),
    ],
)
def test_each_figure_opens_its_list(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks, key: Qt.Key, words: str
) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    press(None, key, Alt)
    qtbot.waitUntil(lambda: _says(window, words))
    press(None, Key.Key_Escape)
    qtbot.waitUntil(lambda: _says(window, "Collected today"))
