"""A run sheet of sixty parties, from its issue over paper to its closing, by keys only."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.domain.visits import Outcome
from collectiq_desktop.core.queries.custody import Custody
from collectiq_desktop.core.queries.runsheets import RunSheets
from collectiq_desktop.gateways.printers.setup import Printer, PrinterSetup, Speech, Way
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.run_sheet.view import RunSheetScreen
from collectiq_desktop.ui.screens.run_sheets.view import RunSheetsScreen
from collectiq_desktop.ui.start import OpenWindow
from tests.people import employ
from tests.plain_books import PlainBooks
from tests.ui.keys import press

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
LONG = 20_000
PARTIES = 60
OUTCOMES = tuple(Outcome)


def _enter(times: int) -> None:
    for _time in range(times):
        press(None, Key.Key_Return)


def _issue(window: OpenWindow, qtbot: QtBot) -> Any:
    """All sixty parties of the beat, for the one agent there is."""
    window.shell.go(Place(screen="run_sheets"))
    sheets: Any = window.shell.findChild(RunSheetsScreen)
    qtbot.waitUntil(lambda: sheets._beat.box.count() == 2, timeout=LONG)
    press(None, Key.Key_N, ALT)
    _enter(1)
    press(None, Key.Key_Down)
    _enter(2)
    qtbot.waitUntil(lambda: window.shell.findChild(RunSheetScreen) is not None, timeout=LONG)
    sheet: Any = window.shell.findChild(RunSheetScreen)
    qtbot.waitUntil(lambda: sheet.model.rowCount() == PARTIES, timeout=LONG)
    return sheet


def _end_row(sheet: Any, number: int) -> None:
    """Choose the outcome in the list, and confirm what is proposed beside it."""
    sheet.table.stand_on(number)
    _enter(1)
    press(None, Key.Key_Home)
    for _step in range(number % len(OUTCOMES)):
        press(None, Key.Key_Down)
    assert sheet._outcome.key == OUTCOMES[number % len(OUTCOMES)]
    shown = [field for field in sheet._ending.fields if not field.isHidden()]
    _enter(len(shown))


def _has_ended(sheet: Any, rows_count: int) -> bool:
    ended_count: int = sheet._presenter.details.sheet.ended_count
    return ended_count == rows_count


def test_sixty_rows_from_paper_to_closing(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks, tmp_path: Path
) -> None:
    plain = plain_books
    agent = employ(plain, "Owner", Role.ADMIN)
    for number in range(PARTIES):
        plain.write(
            f"""
            party    Shop {number:02d}  beat North
            invoice  S/{number}  2026-09-01  Shop {number:02d}  100.00
            """
        )
    folder = tmp_path / "papers"
    printer = Printer(
        name="PDF", speech=Speech.PDF, way=Way.FOLDER, address=str(folder), paper="A4"
    )
    window.printing.change_setup(PrinterSetup().with_printer(printer))
    sheet = _issue(window, qtbot)
    press(None, Key.Key_P, ALT)
    qtbot.waitUntil(lambda: folder.is_dir() and any(folder.iterdir()), timeout=LONG)
    [paper] = folder.iterdir()
    assert paper.name == "Run sheet LA01-26-000001.pdf"

    press(None, Key.Key_L, ALT)
    qtbot.waitUntil(lambda: not window.desk.is_busy, timeout=LONG)
    assert sheet._presenter.details.sheet.closed_on is None, "no row has its outcome yet"
    for number in range(PARTIES):
        _end_row(sheet, number)
        qtbot.waitUntil(partial(_has_ended, sheet, number + 1), timeout=LONG)
    press(None, Key.Key_L, ALT)
    qtbot.waitUntil(lambda: sheet._presenter.details.sheet.closed_on is not None, timeout=LONG)
    [line] = plain.ask(RunSheets())
    paying = sum(
        OUTCOMES[n % len(OUTCOMES)] in (Outcome.PAID, Outcome.PART) for n in range(PARTIES)
    )
    assert (line.ended_count, line.received_paise) == (PARTIES, paying * 100_00)
    [cash] = plain.ask(Custody(agent_id=agent)).agents
    assert cash.held_paise == paying * 100_00
