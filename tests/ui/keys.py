"""The clerk's fingers: real key events to whatever has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_TEXTS = {
    Qt.Key.Key_Return: "\r",
    Qt.Key.Key_Enter: "\r",
    Qt.Key.Key_Backspace: "\b",
    Qt.Key.Key_Tab: "\t",
    Qt.Key.Key_Escape: "\x1b",
    Qt.Key.Key_Delete: "\x7f",
}


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
    words = _TEXTS.get(key, "")
    if 0x20 <= key.value <= 0x7E:
        words = chr(key.value) if modifiers & _SHIFT else chr(key.value).lower()
    _strike(widget or focused(), key, modifiers, words)


def type_text(text: str, widget: QWidget | None = None) -> None:
    """Type letters one after another, each to where the focus is by then."""
    for letter in text:
        target = widget or focused()
        if letter.isascii():
            _strike(target, Qt.Key(ord(letter.upper())), _NONE, letter)
        else:
            # Only Latin letters have keys; an input method sends others like this.
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, 0, _NONE, letter))


def _strike(target: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier, words: str) -> None:
    """A key comes to the window, as the window system sends it, and goes on to the focus.

    A widget can only be struck directly while the focus is elsewhere.
    """
    window = target.window()
    focus = QApplication.focusWidget()
    is_elsewhere = focus is not None and focus is not target and not target.isAncestorOf(focus)
    if is_elsewhere or not window.isVisible():
        QTest.keyClick(target, key, modifiers)
        return
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(window.windowHandle(), QKeyEvent(kind, key, modifiers, words))
