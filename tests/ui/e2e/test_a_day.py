"""A clerk's day by keys only: money over three bills, its paper, the day book, the statement,
the mistake that is cancelled, and the history that keeps it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTableView
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.queries.bills import OpenBills
from collectiq_desktop.core.queries.daybook import DayBook
from collectiq_desktop.core.queries.parties import PartyCard
from collectiq_desktop.gateways.printers.setup import Printer, PrinterSetup, Speech, Way
from collectiq_desktop.ui.start import OpenWindow
from tests.plain_books import PlainBooks
from tests.ui.keys import focused, press, type_text

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
_PATIENCE_MS = 10_000
BOOKS = """
party    Kiran Kirana Stores  code KK  30 days
invoice  S/1  2026-08-05  Kiran Kirana Stores   5,000.00  due 30 days
invoice  S/2  2026-09-28  Kiran Kirana Stores   7,000.00  due 30 days
invoice  S/3  2026-10-30  Kiran Kirana Stores  17,500.00  due 30 days
party    Asha Stores  code AS
invoice  S/4  2026-11-02  Asha Stores  900.00
"""


@pytest.fixture
def papers(window: OpenWindow, tmp_path: Path) -> Path:
    """The folder to which this counter prints."""
    folder = tmp_path / "papers"
    printer = Printer(
        name="PDF", speech=Speech.PDF, way=Way.FOLDER, address=str(folder), paper="A5"
    )
    window.printing.change_setup(PrinterSetup().with_printer(printer))
    return folder


def _says(window: OpenWindow, words: str) -> bool:
    labels = window.shell.findChildren(QLabel)
    return any(words in label.text() and label.isVisible() for label in labels)


def _cells(shown: QTableView | None = None) -> list[list[str]]:
    table = shown or focused()
    assert isinstance(table, QTableView), table
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def _all_cells(window: OpenWindow) -> list[list[str]]:
    """Every row of every table that is seen."""
    return [
        row
        for table in window.shell.findChildren(QTableView)
        if table.isVisible()
        for row in _cells(table)
    ]


def _read(qtbot: QtBot, window: OpenWindow, words: str) -> None:
    """Wait until the words are to be read, and nothing is under way."""
    qtbot.waitUntil(lambda: _says(window, words), timeout=_PATIENCE_MS)
    qtbot.waitUntil(lambda: not window.desk.is_busy, timeout=_PATIENCE_MS)


def _go_to(qtbot: QtBot, window: OpenWindow, typed: str) -> None:
    press(None, Key.Key_G, ALT)
    type_text(typed)
    qtbot.waitUntil(lambda: not window.desk.is_busy, timeout=_PATIENCE_MS)
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: not window.desk.is_busy, timeout=_PATIENCE_MS)


def test_a_day_without_a_mouse(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks, papers: Path
) -> None:
    plain_books.write(BOOKS)
    party_id = plain_books.parties["Kiran Kirana Stores"]
    _find_the_party(qtbot, window)
    _take_money_over_three_bills(qtbot, window)
    bills = plain_books.ask(OpenBills(party_id=party_id))
    assert [bill.open_paise for bill in bills] == [9_500_00]
    paper = papers / "Receipt RA01-26-000001.pdf"
    qtbot.waitUntil(paper.is_file, timeout=_PATIENCE_MS)
    assert paper.read_bytes().startswith(b"%PDF")
    _see_the_day(qtbot, window)
    _see_the_statement(qtbot, window)
    _cancel_with_a_reason(qtbot, window)
    card = plain_books.ask(PartyCard(party_id=party_id))
    assert card.balance_paise == 29_500_00
    assert card.is_tied_out
    bills = plain_books.ask(OpenBills(party_id=party_id))
    assert [bill.open_paise for bill in bills] == [5_000_00, 7_000_00, 17_500_00]
    receipt = plain_books.ask(DayBook(is_from_end=True, limit=1)).rows[0]
    assert (receipt.number, receipt.is_cancelled) == ("RA01/26/000001", True)


def _find_the_party(qtbot: QtBot, window: OpenWindow) -> None:
    type_text("kir")
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    press(None, Key.Key_Return)
    _read(qtbot, window, "₹ 29,500.00 Dr")


def _take_money_over_three_bills(qtbot: QtBot, window: OpenWindow) -> None:
    press(None, Key.Key_F6)
    qtbot.waitUntil(lambda: focused().accessibleName() == "Amount ₹")
    type_text("5000*4")
    _read(qtbot, window, "Allocated 20,000.00 of 20,000.00")
    press(None, Key.Key_Return)
    press(None, Key.Key_Return)
    _read(qtbot, window, "₹ 9,500.00 Dr")


def _see_the_day(qtbot: QtBot, window: OpenWindow) -> None:
    _go_to(qtbot, window, "day book")
    qtbot.waitUntil(lambda: isinstance(focused(), QTableView) and len(_cells()) == 1)
    assert "RA01/26/000001" in " ".join(_cells()[0])
    assert "20,000.00" in " ".join(_cells()[0])


def _see_the_statement(qtbot: QtBot, window: OpenWindow) -> None:
    _go_to(qtbot, window, "kiran")
    _read(qtbot, window, "₹ 9,500.00 Dr")
    press(None, Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: isinstance(focused(), QTableView) and len(_cells()) == 4)
    assert [row[-1] for row in _cells()] == [
        "5,000.00 Dr",
        "12,000.00 Dr",
        "29,500.00 Dr",
        "9,500.00 Dr",
    ]


def _cancel_with_a_reason(qtbot: QtBot, window: OpenWindow) -> None:
    press(None, Key.Key_End)
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    press(None, Key.Key_Return)
    _read(qtbot, window, "RA01/26/000001")
    press(None, Key.Key_X, ALT)
    type_text("Money was of another party")
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    press(QApplication.activeModalWidget(), Key.Key_Y)
    _read(qtbot, window, "Cancelled: Money was of another party")
    qtbot.waitUntil(window.shell.isActiveWindow)
    press(None, Key.Key_H)
    qtbot.waitUntil(lambda: ["State", "Posted", "Cancelled"] in _all_cells(window))
