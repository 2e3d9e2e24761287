"""A counter that nobody touches locks itself, after the minutes of its settings."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.roles import Employee, Role
from collectiq_desktop.core.services.employees import AddEmployee
from collectiq_desktop.demo.naming import DEMO_PASSWORD
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.settings.locks_page import LocksPage
from collectiq_desktop.ui.start import OpenWindow
from tests.people import employ
from tests.plain_books import PlainBooks
from tests.ui.keys import focused, press, type_text
from tests.ui.signing_in import give_words, session_of, sign_in

_ALT = Qt.KeyboardModifier.AltModifier
_LOOKS_A_MINUTE = 12
WORDS = "correct horse"


def _idle(window: OpenWindow, minutes: int) -> None:
    """Let minutes pass in which nobody touches anything."""
    lock: Any = window.shell._lock
    for _look in range(minutes * _LOOKS_A_MINUTE):
        lock._count()


def test_the_minutes_of_the_settings_hold_at_once(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    owner = employ(plain_books, "Owner", Role.ADMIN)
    give_words(plain_books, owner, {owner: WORDS})
    sign_in(window, plain_books, qtbot, "Owner", WORDS)
    session = session_of(window)
    _idle(window, 3)
    assert session.who is not None
    press(None, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    press(None, Qt.Key.Key_6, _ALT)
    assert focused().accessibleName() == "Minutes without a key or a click"
    qtbot.waitUntil(lambda: _minutes(window) == "10")
    type_text("0")
    press(None, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: _says(window, "whole number from 1 to 120"))
    type_text("2")
    press(None, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: _says(window, "it holds from now on"))
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    _idle(window, 1)
    assert session.who is not None
    press(None, Qt.Key.Key_F1)
    _idle(window, 1)
    assert session.who is not None, "a key begins the minutes anew"
    _idle(window, 1)
    qtbot.waitUntil(lambda: session.is_locked)


def _minutes(window: OpenWindow) -> str:
    page: Any = window.shell.findChild(LocksPage)
    return str(page.minutes.text)


def _says(window: OpenWindow, words: str) -> bool:
    labels = window.shell.findChildren(QLabel)
    return any(words in label.text() for label in labels if label.isVisible())


def test_books_to_try_things_on_open_with_their_owner_where_one_is(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    """invoice  S/1  2026-11-01  Asha Stores  1,000.00"""
    own_id = plain_books.books.identity.user_id
    owner = Employee(name="Umesh Patel", role=Role.ADMIN)
    plain_books.run(AddEmployee(employee_id=own_id, employee=owner))
    window.shell.go(Place(screen="sale"))
    type_text("ash")
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    session = session_of(window)
    session.look(plain_books.books)
    qtbot.waitUntil(lambda: session.who is not None)
    assert not session.is_locked
    press(None, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: focused().accessibleName() == "Amount ₹")
    window.shell.go(Place(screen="home"))
    press(None, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: _says(window, DEMO_PASSWORD))
    assert session.is_locked
