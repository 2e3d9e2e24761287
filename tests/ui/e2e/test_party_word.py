"""How a party keeps its word, seen on its card by who opens it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.services.cheques import ReceiveCheque
from collectiq_desktop.ui.screens.party.word_line import WordLine
from collectiq_desktop.ui.start import OpenWindow
from tests.plain_books import PlainBooks
from tests.ui.keys import press, type_text


def _told(window: OpenWindow) -> list[str]:
    line = window.shell.findChild(WordLine)
    assert line is not None
    return [each.text() for each in line.findChildren(QLabel) if each.isVisible()]


def test_cheques_in_hand_stand_on_the_card(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  1,000.00
    invoice  S/2  2026-11-01  Bina Stores  1,000.00
    """
    for number in ("1", "2"):
        command = ReceiveCheque(
            fact_id=FactId(plain_books.ids.mint()),
            party_id=plain_books.parties["Asha Stores"],
            amount_paise=1_25_000_00,
            number=number,
            cheque_on=date(2026, 12, 5),
        )
        plain_books.run(command)

    def open_card(letters: str) -> None:
        type_text(letters)
        qtbot.waitUntil(lambda: not window.desk.is_busy)
        press(None, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not window.desk.is_busy)

    open_card("ash")
    told = ["Cheques in hand", "2 cheques, ₹ 2,50,000.00"]
    qtbot.waitUntil(lambda: _told(window) == told)
    press(None, Qt.Key.Key_Escape)
    open_card("bin")
    qtbot.waitUntil(lambda: _told(window) == [])
