"""The cheque register by keys, in the whole program."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.cheques.view import ChequesScreen
from collectiq_desktop.ui.start import OpenWindow
from tests.plain_books import PlainBooks
from tests.ui.keys import press, type_text

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def screen(window: OpenWindow, plain_books: PlainBooks, qtbot: QtBot) -> ChequesScreen:
    plain_books.write(
        """
        invoice  S/1  2026-10-01  Asha Stores  500.00
        receipt  R/1  2026-11-20  Asha Stores  300.00  cheque  ref 000123
        """
    )
    window.shell.go(Place(screen="cheques"))
    shown: Any = window.shell.findChild(ChequesScreen)
    qtbot.waitUntil(lambda: shown.model.rowCount() == 1, timeout=8_000)
    made: ChequesScreen = shown
    return made


def _state(screen: ChequesScreen) -> str:
    return str(screen.model.index(0, 5).data() or "")


def test_a_cheque_is_deposited_and_bounced_by_keys(screen: ChequesScreen, qtbot: QtBot) -> None:
    assert _state(screen) == "to deposit"
    press(None, Qt.Key.Key_D, ALT)
    press(None, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _state(screen) == "at the bank", timeout=8_000)
    press(None, Qt.Key.Key_B, ALT)
    press(None, Qt.Key.Key_Return)
    type_text("Funds insufficient")
    press(None, Qt.Key.Key_Return)
    type_text("100")
    press(None, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _state(screen) == "bounced", timeout=8_000)
    assert screen.current_deed is None


def _message(screen: ChequesScreen) -> str:
    deed = screen.current_deed
    return deed.message.text() if deed is not None else "no deed"


def test_esc_takes_the_deed_away_first(screen: ChequesScreen, qtbot: QtBot) -> None:
    press(None, Qt.Key.Key_B, ALT)
    for _field in range(3):
        press(None, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _message(screen) not in ("", "no deed"), timeout=8_000)
    press(None, Qt.Key.Key_Escape)
    assert _message(screen) == "no deed"
    assert screen.isVisible()
