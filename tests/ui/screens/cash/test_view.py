"""A hand-over counted in, and a run sheet worked off, by keys in the whole program."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.cash.view import CashScreen
from collectiq_desktop.ui.screens.run_sheet.view import RunSheetScreen
from collectiq_desktop.ui.screens.run_sheets.view import RunSheetsScreen
from collectiq_desktop.ui.start import OpenWindow
from tests.core.looking import voucher_id
from tests.people import employ
from tests.plain_books import PlainBooks
from tests.ui.keys import press, type_text

ALT = Qt.KeyboardModifier.AltModifier


def test_notes_are_counted_in_by_keys(
    window: OpenWindow, plain_books: PlainBooks, qtbot: QtBot
) -> None:
    plain = plain_books
    owner = employ(plain, "Owner", Role.ADMIN)
    asha = plain.party_id("Asha")
    plain.run(
        RecordReceipt(
            voucher_id=voucher_id(plain), party_id=asha, amount_paise=60_000, agent_id=owner
        )
    )
    window.shell.go(Place(screen="cash"))
    screen: Any = window.shell.findChild(CashScreen)
    qtbot.waitUntil(lambda: screen._agent.box.count() == 1, timeout=8_000)
    press(None, Qt.Key.Key_N, ALT)
    press(None, Qt.Key.Key_Return)
    type_text("1")
    for _field in range(10):
        press(None, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.model.rowCount() == 1, timeout=8_000)
    cells = [screen.model.index(0, column).data() for column in (3, 4, 5)]
    assert cells == ["600.00", "500.00", "100.00"]
    press(None, Qt.Key.Key_S, ALT)
    qtbot.waitUntil(lambda: screen.model.index(0, 8).data() == "signed", timeout=8_000)


def test_a_run_sheet_is_issued_and_worked_off_by_keys(
    window: OpenWindow, plain_books: PlainBooks, qtbot: QtBot
) -> None:
    plain = plain_books
    employ(plain, "Owner", Role.ADMIN)
    plain.write(
        """
        party    Asha Stores  beat North
        invoice  S/1  2026-10-01  Asha Stores  500.00
        """
    )
    window.shell.go(Place(screen="run_sheets"))
    sheets: Any = window.shell.findChild(RunSheetsScreen)
    qtbot.waitUntil(lambda: sheets._beat.box.count() == 2, timeout=8_000)
    press(None, Qt.Key.Key_N, ALT)
    press(None, Qt.Key.Key_Return)
    press(None, Qt.Key.Key_Down)
    press(None, Qt.Key.Key_Return)
    press(None, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.shell.findChild(RunSheetScreen) is not None, timeout=8_000)
    sheet: Any = window.shell.findChild(RunSheetScreen)
    qtbot.waitUntil(lambda: sheet.model.rowCount() == 1, timeout=8_000)
    press(None, Qt.Key.Key_Return)
    for _field in range(4):
        press(None, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.model.index(0, 7).data() == "paid", timeout=8_000)
    press(None, Qt.Key.Key_L, ALT)
    qtbot.waitUntil(lambda: sheet._presenter.details.sheet.closed_on is not None, timeout=8_000)
