"""The import by keys alone: name a sheet, correct it, look, write, take back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.saying import Sentence, say
from collectiq_desktop.core.queries.parties import PartyList
from collectiq_desktop.interchange.spreadsheets.mapping import Mapping, SheetKind, check_mapping
from collectiq_desktop.ui.screens.import_wizard.words import mapping_words
from collectiq_desktop.ui.start import OpenWindow
from tests.plain_books import PlainBooks
from tests.ui.keys import focused, press, type_text

Key = Qt.Key
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHEET = """Party Name,Bill No,Bill Date,Amount
Asha Stores,B/1,01-04-2026,"1,000.00"
Bina Stores,B/2,45-04-2026,70
"""


def _says(window: OpenWindow, words: str) -> bool:
    labels = window.shell.findChildren(QLabel)
    return any(words in label.text() for label in labels if label.isVisible())


def _owed_paise(plain: PlainBooks) -> int:
    return sum(row.balance_paise for row in plain.ask(PartyList()).rows)


def test_from_a_sheets_name_to_the_books_and_back(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks, tmp_path: Path
) -> None:
    path = tmp_path / "bills.csv"
    path.write_text(SHEET, encoding="utf-8")
    press(None, Key.Key_O, _ALT)
    type_text(str(tmp_path / "none.csv"))
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(window, "There is no file"))
    assert focused().accessibleName().startswith("A Tally export")
    type_text(str(path))
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    press(None, Key.Key_A, _CTRL)
    qtbot.waitUntil(lambda: _says(window, "which column is what"))
    press(None, Key.Key_A, _CTRL)
    qtbot.waitUntil(lambda: _says(window, "Tried, nothing is written yet"))
    qtbot.waitUntil(lambda: focused().accessibleName() == "Control total ₹")
    type_text("1070")
    assert _says(window, "Differs by -70.00")
    press(None, Key.Key_A, _CTRL)
    assert _says(window, "The control total differs.")
    type_text("1000")
    assert _says(window, "Agrees ✓")
    press(None, Key.Key_A, _CTRL)
    qtbot.waitUntil(lambda: _says(window, "Written into the books"))
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    assert _owed_paise(plain_books) == 1_000_00
    press(None, Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    press(None, Key.Key_X, _ALT)
    type_text("wrong firm")
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(window, "The import is taken back"))
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    assert _owed_paise(plain_books) == 0


def test_esc_stops_a_long_writing_and_leaves_whole_books(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks, tmp_path: Path
) -> None:
    rows = [f"Party {n % 50},B/{n},01-04-2026,100" for n in range(3_000)]
    path = tmp_path / "many.csv"
    path.write_text("Party Name,Bill No,Bill Date,Amount\n" + "\n".join(rows), encoding="utf-8")
    press(None, Key.Key_O, _ALT)
    type_text(str(path))
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    press(None, Key.Key_A, _CTRL)
    qtbot.waitUntil(lambda: _says(window, "which column is what"))
    press(None, Key.Key_A, _CTRL)
    qtbot.waitUntil(lambda: _says(window, "Tried, nothing is written yet"), timeout=20_000)
    press(None, Key.Key_A, _CTRL)
    qtbot.waitUntil(lambda: _says(window, "Writing into the books"))
    press(None, Key.Key_Escape)
    assert _says(window, "Stopped.")
    qtbot.waitUntil(lambda: not window.desk.is_busy, timeout=20_000)
    assert plain_books.books.verify().ok
    assert _owed_paise(plain_books) % 100_00 == 0


def test_the_columns_told_once_stand_there_the_next_time(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks, tmp_path: Path
) -> None:
    for month in ("april", "may"):
        path = tmp_path / f"{month}.csv"
        path.write_text(SHEET.replace("B/", f"{month}/"), encoding="utf-8")
        press(None, Key.Key_O, _ALT)
        type_text(str(path))
        press(None, Key.Key_Return)
        qtbot.waitUntil(lambda: not window.desk.is_busy)
        press(None, Key.Key_A, _CTRL)
        qtbot.waitUntil(lambda: _says(window, "which column is what"))
        assert _says(window, "As you told it the last time") == (month == "may")
        press(None, Key.Key_A, _CTRL)
        qtbot.waitUntil(lambda: _says(window, "Tried, nothing is written yet"))
        press(None, Key.Key_A, _CTRL)
        qtbot.waitUntil(lambda: _says(window, "Written into the books"))
        qtbot.waitUntil(lambda: not window.desk.is_busy)
        press(None, Key.Key_Escape)
    assert _owed_paise(plain_books) == 2_000_00


def test_a_mapping_that_is_not_whole_names_what_is_missing_in_the_persons_words(
    window: OpenWindow,
) -> None:
    window.looks.speak("hi")
    assert mapping_words(_wrong("party")) == "यह नहीं बताया कि “पार्टी” किस कॉलम में है।"
    assert "“no field of ours”" in mapping_words(_wrong("no field of ours"))
    window.looks.speak("en")
    columns = {"party": "Party", "number": "No", "on": "Date"}
    mapping = Mapping(source="Old", kind=SheetKind.OPENING_BILLS, columns=dict(columns))
    with pytest.raises(BadInput) as refusal:
        check_mapping(mapping)
    assert mapping_words(refusal.value.message).endswith("one of these: Amount, Debit, Credit.")


def _wrong(name: str) -> Sentence:
    return say("The mapping does not say which column holds “{name}”.", name=name)
