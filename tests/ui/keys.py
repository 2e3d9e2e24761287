"""The clerk's fingers: real key events to whatever has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

_NONE = Qt.KeyboardModifier.NoModifier


def focused() -> QWidget:
    """Where the next key goes."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def show_active(qtbot: QtBot, window: QWidget) -> None:
    """Show a window and make it the active one, as the window system would."""
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def press(widget: QWidget | None, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
    """Press one key in a widget, by default in the one with the focus."""
    QTest.keyClick(widget or focused(), key, modifiers)


def type_text(text: str, widget: QWidget | None = None) -> None:
    """Type letters one after another, each to where the focus is by then."""
    for letter in text:
        target = widget or focused()
        if letter.isascii():
            QTest.keyClicks(target, letter)
        else:
            # QTest knows Latin letters only; an input method sends others like this.
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, 0, _NONE, letter))
