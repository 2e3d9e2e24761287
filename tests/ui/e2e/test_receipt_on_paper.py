"""A receipt from the first letter to paper, by keys only; paper trouble never holds it up."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.errands import Document
from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.queries.daybook import DayBook
from collectiq_desktop.core.queries.errands import CountErrands, PrintsCount
from collectiq_desktop.gateways.printers.setup import Printer, PrinterSetup, Speech, Way
from collectiq_desktop.ui.start import OpenWindow
from tests.plain_books import PlainBooks
from tests.ui.keys import focused, press, type_text

Key = Qt.Key


@pytest.fixture
def papers(window: OpenWindow, tmp_path: Path) -> Path:
    """The folder to which this counter prints."""
    folder = tmp_path / "papers"
    printer = Printer(
        name="PDF", speech=Speech.PDF, way=Way.FOLDER, address=str(folder), paper="A5"
    )
    window.printing.change_setup(PrinterSetup().with_printer(printer))
    return folder


def _take_money(qtbot: QtBot, letters: str, rupees: str) -> None:
    press(None, Key.Key_F6)
    type_text(letters)
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: focused().accessibleName() == "Mode")
    press(None, Key.Key_Return)
    type_text(rupees)
    press(None, Key.Key_A, Qt.KeyboardModifier.ControlModifier)


def _receipt_id(plain: PlainBooks) -> VoucherId:
    return plain.ask(DayBook(is_from_end=True, limit=1)).rows[0].voucher_id


def test_saving_prints(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks, papers: Path
) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  1,000.00
    """
    _take_money(qtbot, "ash", "600")
    paper = papers / "Receipt RA01-26-000001.pdf"
    qtbot.waitUntil(paper.is_file, timeout=8_000)
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    asked = PrintsCount(document=Document.RECEIPT, subject_id=_receipt_id(plain_books))
    qtbot.waitUntil(lambda: plain_books.ask(asked) == 1, timeout=8_000)


def test_a_printer_in_trouble_does_not_hold_up_the_next_receipt(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks, papers: Path
) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  1,000.00
    """
    papers.write_text("a file where the folder should be", encoding="utf-8")
    for rupees in ("100", "200"):
        _take_money(qtbot, "ash", rupees)
        qtbot.waitUntil(lambda: not window.desk.is_busy)
    qtbot.waitUntil(lambda: plain_books.ask(CountErrands()).failed_count == 2, timeout=8_000)
    papers.unlink()
    plain_books.clock.move(ms=60_000)
    window.printing.wake_in(0)
    qtbot.waitUntil(lambda: papers.is_dir() and len(list(papers.iterdir())) == 2, timeout=8_000)
