"""Help by keys: F1 on a half-typed receipt, reading, and back to what was typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTextBrowser
from pytestqt.qtbot import QtBot

from collectiq_desktop.ui.start import OpenWindow
from tests.ui.keys import focused, press, type_text

Key = Qt.Key


def _page() -> str:
    widget = focused()
    assert isinstance(widget, QTextBrowser), widget
    return widget.toPlainText()


def _beside() -> str:
    """The keys beside the page that is read."""
    read = focused()
    shown = read.window().findChildren(QTextBrowser)
    [keys] = [each for each in shown if each is not read and each.isVisible()]
    return keys.toPlainText()


def test_there_and_back(qtbot: QtBot, window: OpenWindow) -> None:
    press(None, Key.Key_F6)
    type_text("as")
    press(None, Key.Key_F1)
    assert _page().startswith("Receipt\n")
    assert "change order" in _beside()
    press(None, Key.Key_Escape)
    field = focused()
    assert isinstance(field, QLineEdit)
    assert field.text() == "as"


def test_links_keys_and_language(qtbot: QtBot, window: OpenWindow) -> None:
    press(None, Key.Key_F1)
    assert _page().startswith("Home\n")
    press(None, Key.Key_Tab)
    press(None, Key.Key_Return)
    assert _page().startswith("The first five minutes\n")
    press(None, Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    assert _page().startswith("All keys\n")
    press(None, Key.Key_F11, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not _page().startswith("All keys"))
    press(None, Key.Key_F11, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: _page().startswith("All keys\n"))
