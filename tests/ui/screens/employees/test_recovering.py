"""The first admin gets a recovery code, forgets the password, and is back by keys alone."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.recovery import read_code
from collectiq_desktop.core.queries.sign_ins import SignIns
from collectiq_desktop.core.services.signing_in import sign_in as words_fit
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.employees.view import EmployeesScreen
from collectiq_desktop.ui.start import OpenWindow
from tests.plain_books import PlainBooks
from tests.ui.keys import press, type_text
from tests.ui.signing_in import LONG, session_of, sign_in

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def _form(window: OpenWindow) -> Any:
    screen: Any = window.shell.findChild(EmployeesScreen)
    return screen._form


def _code_shown(window: OpenWindow, qtbot: QtBot) -> str:
    card = _form(window).code
    qtbot.waitUntil(lambda: card.is_shown, timeout=LONG)
    shown: str = card._code.text()
    assert read_code(shown) == shown
    return shown


def test_the_only_admin_comes_back_by_the_code(
    window: OpenWindow, plain_books: PlainBooks, qtbot: QtBot
) -> None:
    window.shell.go(Place(screen="employees"))
    form = _form(window)
    qtbot.waitUntil(form.name.input.hasFocus, timeout=LONG)
    type_text("Owner")
    form.password.focus_all()
    type_text("mango season 26")
    press(None, Qt.Key.Key_A, _CTRL)
    code = _code_shown(window, qtbot)
    press(None, Qt.Key.Key_Escape)
    assert not form.code.is_shown
    assert code not in form.code._code.text(), "it is shown once"
    press(None, Qt.Key.Key_L, _CTRL)
    sign_in(window, plain_books, qtbot, "Owner", code.lower())
    session = session_of(window)
    assert session.who.employee.name == "Owner"
    form = _form(window)
    qtbot.waitUntil(lambda: window.shell.where() == "employees", timeout=LONG)
    qtbot.waitUntil(lambda: form.name.text == "Owner", timeout=LONG)
    form.password.focus_all()
    type_text("river stones 12")
    press(None, Qt.Key.Key_A, _CTRL)
    qtbot.waitUntil(lambda: form._message.text().startswith("Saved"), timeout=LONG)
    assert words_fit(plain_books.books, "Owner", "river stones 12").employee.recoveries_count == 1
    press(None, Qt.Key.Key_K, _ALT)
    assert _code_shown(window, qtbot) != code
    deeds = [line.deed for line in plain_books.ask(SignIns())]
    assert deeds.count("right") >= 1
