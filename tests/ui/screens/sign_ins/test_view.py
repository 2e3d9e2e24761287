"""The sign-ins at a counter, seen by its owner: a wrong word stands there, and no word itself."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.sign_ins.view import SignInsScreen
from collectiq_desktop.ui.start import OpenWindow
from tests.people import employ
from tests.plain_books import PlainBooks
from tests.ui.keys import press
from tests.ui.signing_in import LONG, give_words, session_of, sign_in

WORDS = "mango season 26"


def test_the_owner_sees_who_signed_in_and_out(
    window: OpenWindow, plain_books: PlainBooks, qtbot: QtBot
) -> None:
    plain = plain_books
    owner = employ(plain, "Owner", Role.ADMIN)
    give_words(plain, owner, {owner: WORDS})
    sign_in(window, plain, qtbot, "Owner", WORDS)
    plain.clock.move(ms=60_000)
    press(None, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    session = session_of(window)
    qtbot.waitUntil(lambda: session.who is None, timeout=LONG)
    plain.clock.move(ms=60_000)
    sign_in(window, plain, qtbot, "Owner", WORDS)
    window.shell.go(Place(screen="employees"))
    press(None, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.shell.findChild(SignInsScreen) is not None, timeout=LONG)
    screen: Any = window.shell.findChild(SignInsScreen)
    qtbot.waitUntil(lambda: screen.model.rowCount() == 3, timeout=LONG)
    shown = [[screen.model.index(row, column).data() for column in (1, 2)] for row in range(3)]
    assert shown == [
        ["Owner", "PIN or password was right"],
        ["Owner", "signed out"],
        ["Owner", "PIN or password was right"],
    ]
