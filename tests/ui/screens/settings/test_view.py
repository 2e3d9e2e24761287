"""The settings by keys: the firm's UPI address, a printer, and the words of this user."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.queries.firm import FirmCard
from collectiq_desktop.ui import text
from collectiq_desktop.ui.plain_words import BOOKS_WORDS, PLAIN_WORDS
from collectiq_desktop.ui.start import OpenWindow
from tests.plain_books import PlainBooks
from tests.ui.keys import focused, press, type_text

Key = Qt.Key
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def _says(window: OpenWindow, words: str) -> bool:
    labels = window.shell.findChildren(QLabel)
    return any(words in label.text() for label in labels if label.isVisible())


def test_a_wrong_upi_address_is_put_right(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    press(None, Key.Key_F11)
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    while focused().accessibleName() != "UPI address, such as shop@bank":
        press(None, Key.Key_Return)
    type_text("wrong")
    press(None, Key.Key_A, _CTRL)
    qtbot.waitUntil(lambda: _says(window, "is not a UPI address"))
    assert focused().accessibleName() == "UPI address, such as shop@bank"
    type_text("shop@okaxis")
    press(None, Key.Key_Escape)
    assert _says(window, "Not saved. Esc once more leaves")
    press(None, Key.Key_A, _CTRL)
    qtbot.waitUntil(lambda: _says(window, "The firm is saved"))
    assert plain_books.ask(FirmCard()).firm.vpa == "shop@okaxis"


def test_a_printer_is_set_up_without_a_mouse(qtbot: QtBot, window: OpenWindow) -> None:
    press(None, Key.Key_F11)
    press(None, Key.Key_N, _CTRL)
    type_text("Office")
    press(None, Key.Key_A, _CTRL)
    qtbot.waitUntil(lambda: _says(window, "The printer is saved"))
    assert [printer.name for printer in window.printing.setup.printers] == ["Office"]
    press(None, Key.Key_R, _ALT)
    assert window.printing.setup.printers == ()


def test_plain_words_lie_over_every_language_at_once(qtbot: QtBot, window: OpenWindow) -> None:
    assert text.with_side(-100) == "1.00 Cr"
    window.looks.say_with(PLAIN_WORDS)
    assert text.with_side(100) == "1.00 to get"
    window.looks.speak("hi")
    assert text.with_side(100) == "1.00 लेने हैं"
    assert QCoreApplication.translate("Rail", "Counter") != "Counter"
    window.looks.say_with(BOOKS_WORDS)
    window.looks.speak("en")
    assert text.with_side(100) == "1.00 Dr"
    qtbot.waitUntil(lambda: not window.desk.is_busy)
