"""The guide in the whole window."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.demo.naming import DEMO_NAME
from collectiq_desktop.ui.guide.bar import GuideBar
from collectiq_desktop.ui.start import Folders, OpenWindow, open_window
from tests.plain_books import PlainBooks
from tests.ui.keys import focused, press, type_text

Key, Alt = Qt.Key, Qt.KeyboardModifier.AltModifier


def _bar(window: OpenWindow) -> Any:
    return window.shell.findChild(GuideBar)


def test_the_first_steps_by_keys(qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  1,000.00
    """
    bar = _bar(window)
    assert not bar.isVisible()
    press(None, Key.Key_F1, Alt)
    assert bar.isVisible()
    assert bar.count.text() == "step 1 of 8"
    type_text("ash")
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: bar.count.text() == "step 2 of 8")
    press(None, Key.Key_F6)
    qtbot.waitUntil(lambda: focused().accessibleName() in {"Mode", "Amount ₹"})
    press(None, Key.Key_F1, Alt)
    assert not bar.isVisible()


def test_it_speaks_hindi(qtbot: QtBot, window: OpenWindow) -> None:
    press(None, Key.Key_F1, Alt)
    window.looks.speak("hi")
    qtbot.waitUntil(lambda: _bar(window).sentence.whole().startswith("पार्टी ढूँढिए"))
    window.looks.speak("en")


@pytest.mark.parametrize("is_first", [True, False])
def test_it_begins_by_itself_on_the_first_demo_firm(
    qtbot: QtBot, qapp: QApplication, plain_books: PlainBooks, tmp_path: Path, *, is_first: bool
) -> None:
    plain_books.books.close()
    demo = tmp_path / f"{DEMO_NAME}.collectiq"
    shutil.copy(plain_books.books.path, demo)
    folders = Folders(config=tmp_path / "config", data=tmp_path / "data", log=tmp_path / "log")
    outside = Surroundings(clock=plain_books.clock, ids=plain_books.ids)
    for _time in range(1 if is_first else 2):
        opened = open_window(
            qapp, lambda _progress: Books.open(demo, outside), outside, folders=folders
        )
        qtbot.waitUntil(lambda: not opened.desk.is_busy)  # noqa: B023 -- waited for at once
        guided = opened.shell.guide.is_on
        opened.close()
    assert guided is is_first
