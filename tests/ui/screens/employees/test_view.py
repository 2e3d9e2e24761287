"""Employees and signing in, typed as a person types: the first admin, a clerk, a PIN, a switch."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.assignments import Part
from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.ids import FactId, UserId
from collectiq_desktop.core.domain.roles import Permission, Role
from collectiq_desktop.core.queries.assignments import Assignments
from collectiq_desktop.core.queries.employees import EmployeeCard, Employees
from collectiq_desktop.core.services.assigning import AssignParties
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.employees.view import EmployeesScreen
from collectiq_desktop.ui.screens.sign_in.view import SignInScreen
from collectiq_desktop.ui.start import OpenWindow
from tests.people import employ
from tests.plain_books import PlainBooks
from tests.ui.keys import press, type_text

Key = Qt.Key
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
WORDS = "mango season 26"


def _says(window: OpenWindow, words: str) -> bool:
    found = (each.text() for each in window.shell.findChildren(QLabel) if each.isVisible())
    return any(words in each for each in found)


def _acting(plain_books: PlainBooks) -> bytes | None:
    return plain_books.books.acting


def _settled(qtbot: QtBot, window: OpenWindow) -> None:
    qtbot.waitUntil(lambda: not window.desk.is_busy, timeout=20_000)


def _begin(qtbot: QtBot, window: OpenWindow) -> None:
    """The first employee types a name and a password."""
    window.shell.go(Place(screen="employees"))
    _settled(qtbot, window)
    type_text("Asha")
    for _field in range(5):
        press(None, Key.Key_Return)
    type_text(WORDS)
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(window, "You are the admin"), timeout=20_000)
    _settled(qtbot, window)


def test_books_without_employees_ask_nobody(window: OpenWindow) -> None:
    assert window.shell.where() == "home"
    press(None, Key.Key_L, _CTRL)
    assert window.shell.where() == "home"


def test_the_first_admin_needs_a_password_and_is_signed_in(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    window.shell.go(Place(screen="employees"))
    _settled(qtbot, window)
    type_text("Asha")
    press(None, Key.Key_A, _CTRL)
    qtbot.waitUntil(lambda: _says(window, "The first admin needs a password"))
    assert plain_books.ask(Employees()) == ()
    type_text("12345678")
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(window, "guessed first"), timeout=20_000)
    assert plain_books.ask(Employees()) == ()
    type_text(WORDS)
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(window, "You are the admin"), timeout=20_000)
    (row,) = plain_books.ask(Employees())
    assert (row.employee.name, row.employee.role) == ("Asha", "admin")
    assert plain_books.books.acting == row.employee_id


def test_a_clerk_is_added_with_rights_and_signs_in_by_a_pin(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    _begin(qtbot, window)
    window.shell.go(Place(screen="employees"))
    _settled(qtbot, window)
    press(None, Key.Key_N, _CTRL)
    type_text("Bina")
    screen = window.shell.findChildren(EmployeesScreen)[-1]
    form = screen._form
    press(None, Key.Key_B, _ALT)
    row = [line.permission for line in form.rights_model.rows].index(Permission.CANCEL)
    form.rights.stand_on(row)
    press(None, Key.Key_Space)
    form.password.set_text("clerk words 26")
    press(None, Key.Key_A, _CTRL)
    qtbot.waitUntil(lambda: _says(window, "Saved; what it permits"), timeout=20_000)
    _settled(qtbot, window)
    (_asha, bina) = plain_books.ask(Employees())
    assert plain_books.ask(EmployeeCard(employee_id=bina.employee_id)).rights.may(Permission.CANCEL)
    press(None, Key.Key_L, _CTRL)
    qtbot.waitUntil(lambda: window.shell.where() == "sign_in", timeout=20_000)
    _settled(qtbot, window)
    assert _acting(plain_books) is None
    press(None, Key.Key_Down)
    press(None, Key.Key_Return)
    type_text("wrong words")
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(window, "do not go together"), timeout=20_000)
    type_text("clerk words 26")
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(window, "A PIN for this machine"), timeout=20_000)
    assert plain_books.books.acting == bina.employee_id
    type_text("2580")
    press(None, Key.Key_Return)
    type_text("2580")
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(window, "The PIN is set"), timeout=20_000)
    assert window.shell.where() == "home"
    press(None, Key.Key_L, _CTRL)
    qtbot.waitUntil(lambda: window.shell.where() == "sign_in", timeout=20_000)
    _settled(qtbot, window)
    sign_in = next(each for each in window.shell.findChildren(SignInScreen) if each.isVisible())
    assert sign_in._form.words.text == ""
    press(None, Key.Key_Return)
    type_text("2580")
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _acting(plain_books) == bina.employee_id, timeout=20_000)
    _settled(qtbot, window)


def test_each_finds_the_own_screens_as_they_were_left(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    _begin(qtbot, window)
    window.shell.go(Place(screen="receipt"))
    _settled(qtbot, window)
    type_text("half a name")
    press(None, Key.Key_L, _CTRL)
    qtbot.waitUntil(lambda: window.shell.where() == "sign_in", timeout=20_000)
    _settled(qtbot, window)
    window.shell.go(Place(screen="parties"))
    assert window.shell.where() == "sign_in"
    press(None, Key.Key_Return)
    type_text(WORDS)
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: window.shell.where() == "sign_in" and _says(window, "A PIN for"))
    press(None, Key.Key_Escape)
    qtbot.waitUntil(lambda: window.shell.where() == "receipt")
    shown = window.shell.focusWidget()
    assert shown is not None
    assert getattr(shown, "text")() == "half a name"  # noqa: B009 -- any line has it


def test_nobody_acts_behind_the_sign_in(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    _begin(qtbot, window)
    press(None, Key.Key_L, _CTRL)
    qtbot.waitUntil(lambda: plain_books.books.acting is None, timeout=20_000)
    with pytest.raises(Refused, match="Sign in first"):
        plain_books.write("party  Ganesh")


def _firm_with_agents(plain: PlainBooks) -> tuple[UserId, UserId]:
    """Ravi is main agent of two parties and stands beside Meena at a third."""
    employ(plain, "Owner", Role.ADMIN)
    ravi, meena = employ(plain, "Ravi", Role.AGENT), employ(plain, "Meena", Role.AGENT)
    plain.write("party  Asha\nparty  Bina\nparty  Chand")
    for agent_id, names, part in (
        (ravi, ("Asha", "Bina"), Part.MAIN),
        (meena, ("Chand",), Part.MAIN),
        (ravi, ("Chand",), Part.OTHER),
    ):
        command = AssignParties(
            fact_id=FactId(plain.ids.mint()),
            agent_id=agent_id,
            party_ids=tuple(plain.parties[name] for name in names),
            part=part,
        )
        plain.run(command)
    return ravi, meena


def _stand_on(qtbot: QtBot, window: OpenWindow, name: str) -> EmployeesScreen:
    window.shell.go(Place(screen="employees"))
    _settled(qtbot, window)
    screen = window.shell.findChildren(EmployeesScreen)[-1]
    names = [row.employee.name for row in screen._form.model.rows]
    screen._form.table.stand_on(names.index(name))
    _settled(qtbot, window)
    return screen


def _whose(plain: PlainBooks) -> dict[str, tuple[str, str]]:
    return {line.party: (line.agent, line.others) for line in plain.ask(Assignments())}


def test_who_leaves_hands_the_parties_over_in_the_same_step(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    _firm_with_agents(plain_books)
    screen = _stand_on(qtbot, window, "Ravi")
    press(None, Key.Key_X, _ALT)
    assert _says(window, "Ravi leaves: who takes over 2 parties?")
    assert screen._form.heir.box.currentText() == "Meena · Agent"
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(window, "the parties were handed over"), timeout=20_000)
    _settled(qtbot, window)
    assert [row.employee.name for row in plain_books.ask(Employees())] == ["Meena", "Owner"]
    assert _whose(plain_books) == dict.fromkeys(("Asha", "Bina", "Chand"), ("Meena", ""))


def test_esc_lets_nobody_leave_and_parties_may_wait(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    _firm_with_agents(plain_books)
    _stand_on(qtbot, window, "Ravi")
    press(None, Key.Key_X, _ALT)
    press(None, Key.Key_Escape)
    assert window.shell.where() == "employees"
    assert not _says(window, "who takes over")
    assert len(plain_books.ask(Employees())) == 3
    press(None, Key.Key_X, _ALT)
    press(None, Key.Key_End)
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: len(plain_books.ask(Employees())) == 2, timeout=20_000)
    _settled(qtbot, window)
    assert _whose(plain_books)["Asha"] == ("Ravi", "")
