"""Books that can only be read, and books that are taken away under the running window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.queries.parties import PartyCard
from collectiq_desktop.ui.start import Folders, OpenWindow, open_window
from tests.plain_books import PlainBooks
from tests.ui.keys import focused, press, type_text

Key = Qt.Key


def _says(window: OpenWindow, words: str) -> bool:
    labels = window.shell.findChildren(QLabel)
    return any(words in label.text() for label in labels if label.isVisible())


def test_books_that_can_only_be_read_say_so_at_once(
    qtbot: QtBot, qapp: QApplication, plain_books: PlainBooks, tmp_path: Path
) -> None:
    path = plain_books.books.path
    plain_books.books.close()
    path.chmod(0o444)
    outside = Surroundings(clock=plain_books.clock, ids=plain_books.ids)
    folders = Folders(config=tmp_path / "c", data=tmp_path / "d", log=tmp_path / "l")
    window = open_window(
        qapp, lambda _progress: Books.open(path, outside), outside, folders=folders
    )
    status = window.shell.findChild(type(window.shell._status))
    assert status is not None
    qtbot.waitUntil(lambda: "can only be read" in status.said.whole())
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    window.close()


def test_books_taken_away_are_told_at_the_save_and_nothing_typed_is_lost(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks, tmp_path: Path
) -> None:
    """
    invoice  S/1  2026-04-05  Asha Stores  1,000.00
    """
    away = tmp_path / "away"
    path = plain_books.books.path
    press(None, Key.Key_F6)
    type_text("ash")
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: focused().accessibleName() == "Mode")
    press(None, Key.Key_Return)
    type_text("400")
    path.rename(away)
    press(None, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: _says(window, "was moved or deleted while it was open"))
    away.rename(path)
    press(None, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: _says(window, "RA01/26/000001"))
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    card = plain_books.ask(PartyCard(party_id=plain_books.parties["Asha Stores"]))
    assert card.balance_paise == 600_00
