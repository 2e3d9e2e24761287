"""Signing in at a window by keys, as an employee does."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.ids import UserId
from collectiq_desktop.core.services.signing_in import set_password
from collectiq_desktop.ui.screens.home.view import HomeScreen
from collectiq_desktop.ui.screens.sign_in.view import SignInScreen
from collectiq_desktop.ui.start import OpenWindow
from tests.plain_books import PlainBooks
from tests.ui.keys import press, type_text

LONG = 20_000


def enter(words: str) -> None:
    """Type something and press Enter."""
    type_text(words)
    press(None, Qt.Key.Key_Return)


def session_of(window: OpenWindow) -> Any:
    """Who has signed in at a window."""
    home: Any = window.shell.findChild(HomeScreen)
    return home._presenter._kit.session


def give_words(plain: PlainBooks, by: UserId, words: dict[UserId, str]) -> None:
    """Let an admin set passwords; nobody is signed in afterwards."""
    for employee_id, password in words.items():
        with plain.books.writing(by=by) as (writer, context):
            set_password(writer, context, employee_id, password)
    plain.books.acting = None


def _shown(window: OpenWindow) -> list[Any]:
    return [each for each in window.shell.findChildren(SignInScreen) if each.isVisible()]


def sign_in(window: OpenWindow, plain: PlainBooks, qtbot: QtBot, name: str, words: str) -> None:
    """Choose a name of the list and type the password."""
    session = session_of(window)
    session.look(plain.books)
    qtbot.waitUntil(lambda: session.is_locked, timeout=LONG)
    # Who was offered a PIN has a screen of the own, put away with the others.
    qtbot.waitUntil(lambda: bool(_shown(window)), timeout=LONG)
    form = _shown(window)[0]._form
    qtbot.waitUntil(lambda: form.model.rowCount() > 0, timeout=LONG)
    # Where there is one name only, the cursor stands in the password already.
    press(None, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(form.table.hasFocus, timeout=LONG)
    names = [row.employee.name for row in form.model.rows]
    form.table.stand_on(names.index(name))
    press(None, Qt.Key.Key_Return)
    enter(words)
    qtbot.waitUntil(lambda: session.who is not None, timeout=LONG)
