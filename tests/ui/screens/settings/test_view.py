"""The settings by keys: the firm's UPI address, a printer, and the words of this user."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QTableView
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.risk import RiskSettings
from collectiq_desktop.core.queries.branches import Branches
from collectiq_desktop.core.queries.firm import FirmCard
from collectiq_desktop.core.queries.risk import ScoringSetups
from collectiq_desktop.ui import text
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.plain_words import BOOKS_WORDS, PLAIN_WORDS
from collectiq_desktop.ui.screens.day_book.view import DayBookScreen
from collectiq_desktop.ui.start import OpenWindow
from tests.branches import at_surat
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


def test_the_language_is_switched_by_keys_alone(qtbot: QtBot, window: OpenWindow) -> None:
    press(None, Key.Key_F11)
    press(None, Key.Key_3, _ALT)
    assert focused().accessibleName() == "Language"
    press(None, Key.Key_Down)
    qtbot.waitUntil(lambda: _says(window, "सेटिंग"))
    press(None, Key.Key_Up)
    qtbot.waitUntil(lambda: _says(window, "Settings"))


def test_a_branch_is_added_by_keys_and_the_day_book_offers_it(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    press(None, Key.Key_F11)
    press(None, Key.Key_4, _ALT)
    assert focused().accessibleName() == "Short word, such as SURAT"
    type_text("no way")
    press(None, Key.Key_Return)
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(window, "named by one short word"))
    type_text("surat")
    press(None, Key.Key_Return)
    type_text("Surat shop")
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(window, "The branch is added"))
    assert [line.branch_id for line in plain_books.ask(Branches())] == ["MAIN", "SURAT"]
    with at_surat(plain_books):
        plain_books.write("receipt  R/1  2026-11-22  Asha Stores  90.00")
    plain_books.write("receipt  R/2  2026-11-22  Asha Stores  70.00")
    window.shell.go(Place(screen="day_book"))
    table = window.shell.findChild(DayBookScreen).findChildren(QTableView)[0]  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: table.model().rowCount() == 2 and table.model().columnCount() == 8)
    press(None, Key.Key_B, _ALT)
    type_text("s")
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    assert table.model().index(0, 3).data() == "Surat shop"


def test_how_risk_is_worked_out_is_chosen_by_keys(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    press(None, Key.Key_F11)
    press(window.shell, Key.Key_5, _ALT)
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    press(None, Key.Key_Down)
    press(None, Key.Key_Return)
    type_text("45")
    press(None, Key.Key_Return)
    type_text("300")
    press(None, Key.Key_A, _CTRL)
    qtbot.waitUntil(lambda: _says(window, "This must be a whole number from 7 to 180."))
    type_text("90")
    press(None, Key.Key_Return)
    type_text("40")
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(window, "The next scores are made so"))
    setup = plain_books.ask(ScoringSetups())
    assert setup.settings == RiskSettings(over_days=45, within_days=90, calls_a_day=40)
    assert setup.chosen_id == plain_books.books.identity.device_id
