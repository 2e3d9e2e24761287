"""The collection register by keys, in the whole program."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTableView
from pytestqt.qtbot import QtBot

from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.register.view import RegisterScreen
from collectiq_desktop.ui.start import OpenWindow
from tests.plain_books import PlainBooks
from tests.ui.keys import focused, press, type_text

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def _says(screen: RegisterScreen, words: str) -> bool:
    return any(words in label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def _column(screen: RegisterScreen, column: int) -> list[str]:
    [table] = [each for each in screen.findChildren(QTableView) if each.isVisible()]
    model = table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def _screen(qtbot: QtBot, window: OpenWindow) -> RegisterScreen:
    window.shell.go(Place(screen="register"))
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    found: Any = window.shell.findChild(RegisterScreen)
    screen: RegisterScreen = found
    return screen


def test_the_drawer_is_counted(qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks) -> None:
    """
    receipt  R/1  2026-11-22  Asha Stores  400.00  cash
    receipt  R/2  2026-11-22  Bina Stores  300.00  upi
    """
    screen = _screen(qtbot, window)
    assert _column(screen, 3) == ["Cash", "UPI"]
    press(None, Key.Key_C)
    assert focused().accessibleName() == "Counted ₹"
    type_text("3*100+x")
    press(None, Key.Key_Return)
    assert focused().accessibleDescription()
    focused().selectAll()  # type: ignore[attr-defined]
    type_text("390")
    press(None, Key.Key_Return)
    assert _says(screen, "10.00 is missing in the drawer.")
    press(None, Key.Key_C)
    type_text("400")
    press(None, Key.Key_Return)
    assert _says(screen, "The drawer agrees ✓")
    assert isinstance(focused(), QTableView)


def test_days_modes_and_a_receipt(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    """
    receipt  R/1  2026-11-20  Asha Stores  100.00  cash
    receipt  R/2  2026-11-22  Asha Stores  400.00  cash
    receipt  R/3  2026-11-22  Bina Stores  300.00  upi
    """
    screen = _screen(qtbot, window)
    press(None, Key.Key_F2, ALT)
    type_text("20")
    press(None, Key.Key_Return)
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: len(_column(screen, 0)) == 3)
    press(None, Key.Key_F12, ALT)
    type_text("c")
    qtbot.waitUntil(lambda: _column(screen, 3) == ["Cash", "Cash"])
    press(None, Key.Key_Return)
    press(None, Key.Key_H, CTRL)
    assert _column(screen, 0) == ["20 Nov 2026, Friday", "22 Nov 2026, Sunday"]
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _column(screen, 0) == ["20-11-2026"])
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: not screen.isVisible())
    press(None, Key.Key_Escape)
    qtbot.waitUntil(screen.isVisible)
    assert _column(screen, 0) == ["20-11-2026"]


def test_esc_leaves_a_field_first(qtbot: QtBot, window: OpenWindow) -> None:
    screen = _screen(qtbot, window)
    assert _says(screen, "Received · 0")
    press(None, Key.Key_F2)
    press(None, Key.Key_Escape)
    assert isinstance(focused(), QTableView)
    assert screen.isVisible()
