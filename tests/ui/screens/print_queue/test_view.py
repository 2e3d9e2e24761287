"""The print queue by keys, in the whole program, with a folder for a printer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.gateways.printers.setup import Printer, PrinterSetup, Speech, Way
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.print_queue.view import PrintQueueScreen
from collectiq_desktop.ui.start import OpenWindow
from tests.plain_books import PlainBooks
from tests.ui.keys import press

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(
    window: OpenWindow, plain_books: PlainBooks, tmp_path: Path, qtbot: QtBot
) -> PrintQueueScreen:
    """A receipt that could not be printed, because its folder is a file."""
    plain_books.write("receipt  R/1  2026-11-20  Asha Stores  500.00")
    (tmp_path / "out").write_text("no folder", encoding="utf-8")
    printer = Printer(
        name="PDF", speech=Speech.PDF, way=Way.FOLDER, address=str(tmp_path / "out"), paper="A5"
    )
    window.printing.change_setup(PrinterSetup().with_printer(printer))
    window.printing.print_voucher(VoucherKind.RECEIPT, plain_books.vouchers["R/1"])
    window.shell.go(Place(screen="print_queue"))
    shown: Any = window.shell.findChild(PrintQueueScreen)
    qtbot.waitUntil(lambda: _cell(shown, 3).startswith("tries again"), timeout=8_000)
    made: PrintQueueScreen = shown
    return made


def _cell(screen: PrintQueueScreen, column: int) -> str:
    index = screen.table.model().index(0, column)
    return str(index.data() or "")


def test_a_failed_print_says_why_and_is_tried_again_by_enter(
    screen: PrintQueueScreen, tmp_path: Path, qtbot: QtBot
) -> None:
    assert _cell(screen, 1) == "Receipt RA01/26/000001"
    assert _cell(screen, 2) == "Asha Stores"
    assert "cannot be written" in _cell(screen, 4)
    (tmp_path / "out").unlink()
    press(None, Qt.Key.Key_Return)
    qtbot.waitUntil((tmp_path / "out").is_dir, timeout=8_000)
    qtbot.waitUntil(lambda: screen.table.model().rowCount() == 0, timeout=8_000)


def test_given_up_and_seen_among_what_is_over(screen: PrintQueueScreen, qtbot: QtBot) -> None:
    press(None, Qt.Key.Key_X, ALT)
    qtbot.waitUntil(lambda: screen.table.model().rowCount() == 0, timeout=8_000)
    press(None, Qt.Key.Key_F12, ALT)
    qtbot.waitUntil(lambda: _cell(screen, 3) == "given up", timeout=8_000)


def test_the_paper_is_seen_before_it_is_printed(screen: PrintQueueScreen, qtbot: QtBot) -> None:
    press(None, Qt.Key.Key_P, CTRL)
    preview = QApplication.activeModalWidget()
    assert preview is not None
    qtbot.waitUntil(lambda: preview.windowTitle().startswith("Receipt"), timeout=8_000)
    press(preview, Qt.Key.Key_Escape)
