"""A power cut in the middle of a receipt: what was typed stands there again."""

from __future__ import annotations

import sys
from pathlib import Path
from subprocess import PIPE, Popen

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.queries.bills import OpenBills
from collectiq_desktop.core.queries.parties import PartyCard
from collectiq_desktop.ui.drafts import drafts_file, read_drafts
from collectiq_desktop.ui.start import Folders, OpenWindow, open_window
from tests.fakes import CountingIds, FixedClock
from tests.plain_books import PlainBooks
from tests.ui.keys import focused, press, type_text

Key = Qt.Key
_CLERK = Path(__file__).with_name("clerk_at_work.py")
_WAIT_MS = 8_000


def _says(window: OpenWindow, words: str) -> bool:
    return any(words in label.text() for label in window.shell.findChildren(QLabel))


def _amount() -> str:
    widget = focused()
    assert isinstance(widget, QLineEdit)
    return widget.text()


def _begin(qtbot: QtBot, window: OpenWindow) -> None:
    """Half of a receipt: party, mode, amount, and a bill other than the oldest."""
    press(None, Key.Key_F6)
    type_text("ash")
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: focused().accessibleName() == "Mode")
    press(None, Key.Key_Return)
    type_text("1500")
    qtbot.waitUntil(lambda: not window.desk.is_busy)


def _reopened(qtbot: QtBot, qapp: QApplication, path: Path, tmp_path: Path) -> OpenWindow:
    plain = Surroundings(clock=FixedClock(), ids=CountingIds(start=1 << 50))
    folders = Folders(config=tmp_path / "c", data=tmp_path / "d", log=tmp_path / "l")
    opened = open_window(qapp, lambda _progress: Books.open(path, plain), plain, folders=folders)
    opened.shell.activateWindow()
    qtbot.waitUntil(opened.shell.isActiveWindow)
    return opened


def test_it_is_written_while_typed_and_gone_when_saved(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  1,000.00
    """
    file = drafts_file(plain_books.books.path)
    _begin(qtbot, window)
    qtbot.waitUntil(lambda: len(read_drafts(file)) == 1, timeout=_WAIT_MS)
    (draft,) = read_drafts(file)
    assert draft.screen == "receipt"
    assert draft.typed["fields"]["amount"] == "1500"
    assert draft.typed["party_id"] == plain_books.parties["Asha Stores"]
    press(None, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not file.exists(), timeout=_WAIT_MS)


def test_leaving_throws_it_away(qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  1,000.00
    """
    file = drafts_file(plain_books.books.path)
    _begin(qtbot, window)
    qtbot.waitUntil(file.exists, timeout=_WAIT_MS)
    press(window.shell, Key.Key_Escape)
    press(window.shell, Key.Key_Escape)
    press(None, Key.Key_F6)
    qtbot.waitUntil(lambda: not file.exists(), timeout=_WAIT_MS)


def test_killed_in_the_middle(
    qtbot: QtBot, qapp: QApplication, plain_books: PlainBooks, tmp_path: Path
) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  1,000.00
    invoice  S/2  2026-11-02  Asha Stores  2,000.00
    """
    path, party_id = plain_books.books.path, plain_books.parties["Asha Stores"]
    plain_books.books.close()
    command = [sys.executable, str(_CLERK), str(path), str(tmp_path / "first")]
    with Popen(command, stdout=PIPE) as clerk:
        qtbot.waitUntil(lambda: len(read_drafts(drafts_file(path))) == 1, timeout=30_000)
        clerk.kill()
    window = _reopened(qtbot, qapp, path, tmp_path)
    qtbot.waitUntil(lambda: _says(window, "F6 goes on with it"), timeout=_WAIT_MS)
    press(None, Key.Key_F6)
    assert _amount() == "1500"
    qtbot.waitUntil(lambda: _says(window, "Allocated 1,500.00 of 1,500.00"), timeout=_WAIT_MS)
    press(None, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not drafts_file(path).exists(), timeout=_WAIT_MS)
    window.close()
    around = Surroundings(clock=FixedClock(), ids=CountingIds(start=1 << 52))
    again = Books.open(path, around)
    assert [bill.open_paise for bill in again.ask(OpenBills(party_id=party_id))] == [1_500_00]
    assert again.ask(PartyCard(party_id=party_id)).balance_paise == 1_500_00
    again.close()
