"""The day book by keys, in the whole program."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTableView
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.day_book.view import DayBookScreen
from collectiq_desktop.ui.start import OpenWindow
from tests.plain_books import PlainBooks
from tests.ui.keys import focused, press, type_text

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(window: OpenWindow, qtbot: QtBot) -> DayBookScreen:
    window.shell.go(Place(screen="day_book"))
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    found: Any = window.shell.findChild(DayBookScreen)
    made: DayBookScreen = found
    return made


def _column(screen: DayBookScreen, column: int) -> list[str]:
    model = screen.findChildren(QTableView)[0].model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def _says(screen: DayBookScreen, words: str) -> bool:
    return any(words in label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def test_days_periods_and_kinds_by_keys(
    qtbot: QtBot, screen: DayBookScreen, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-11-20  Asha Stores  1,000.00
    receipt  R/1  2026-11-21  Asha Stores    400.00  upi
    receipt  R/2  2026-11-22  Asha Stores    100.00
    """
    assert _column(screen, 2) == ["RA01/26/000002"]
    press(None, Key.Key_PageUp, CTRL)
    qtbot.waitUntil(lambda: _column(screen, 4) == ["UPI"])
    press(None, Key.Key_F2)
    type_text("20")
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _column(screen, 1) == ["Sales invoice"])
    assert _says(screen, "20 Nov 2026, Friday")
    press(None, Key.Key_F2, ALT)
    press(None, Key.Key_Return)
    type_text("19")
    press(None, Key.Key_Return)
    assert _says(screen, "It ends before it begins.")
    assert focused().accessibleName() == "To"
    type_text("22")
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: len(_column(screen, 0)) == 3)
    qtbot.waitUntil(lambda: _says(screen, "Receipt · 2"))
    press(None, Key.Key_F12, ALT)
    type_text("r")
    qtbot.waitUntil(lambda: _column(screen, 1) == ["Receipt", "Receipt"])
    press(None, Key.Key_Return)
    assert isinstance(focused(), QTableView)


def test_esc_leaves_the_period_first_and_a_bad_day_is_told(
    qtbot: QtBot, screen: DayBookScreen
) -> None:
    press(None, Key.Key_F2)
    type_text("99-99")
    press(None, Key.Key_Return)
    assert focused().accessibleName() == "From"
    assert focused().accessibleDescription()
    press(None, Key.Key_Escape)
    assert isinstance(focused(), QTableView)
    assert screen.isVisible()
    press(None, Key.Key_Escape)
    qtbot.waitUntil(lambda: not screen.isVisible())


def test_a_voucher_that_comes_meanwhile_stands_there(
    qtbot: QtBot, window: OpenWindow, screen: DayBookScreen, plain_books: PlainBooks
) -> None:
    assert _column(screen, 0) == []
    party_id = plain_books.party_id("Asha Stores")
    command = PostInvoice(
        voucher_id=VoucherId(plain_books.ids.mint()), party_id=party_id, amount_paise=500_00
    )
    window.desk.run(command)
    qtbot.waitUntil(lambda: _column(screen, 6) == ["500.00"])
    qtbot.waitUntil(lambda: _says(screen, "Sales invoice · 1"))


def test_long_days_are_fetched_page_by_page(
    qtbot: QtBot, window: OpenWindow, screen: DayBookScreen, plain_books: PlainBooks
) -> None:
    lines = (f"receipt  R/{n}  2026-11-21  Asha Stores  1.00" for n in range(250))
    plain_books.write("\n".join(lines))
    press(None, Key.Key_PageUp, CTRL)
    qtbot.waitUntil(lambda: len(_column(screen, 0)) >= 100)
    assert len(_column(screen, 0)) < 250
    for _page in range(4):
        press(None, Key.Key_End)
        qtbot.waitUntil(lambda: not window.desk.is_busy)
    assert len(_column(screen, 0)) == 250
    assert len(set(_column(screen, 2))) == 250
