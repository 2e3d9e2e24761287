"""A clerk's sale over a limit, let pass by the owner's password at the same counter, by keys."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.queries.edit_log import EditLog
from collectiq_desktop.core.services.signing_in import set_password
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.home.view import HomeScreen
from collectiq_desktop.ui.screens.sale.view import SaleScreen
from collectiq_desktop.ui.screens.sign_in.view import SignInScreen
from collectiq_desktop.ui.start import OpenWindow
from tests.people import employ
from tests.plain_books import PlainBooks
from tests.ui.keys import press, type_text

WORDS = {"Owner": "mango season 26", "Bina": "river stones 12"}
LONG = 20_000


def _enter(words: str) -> None:
    type_text(words)
    press(None, Qt.Key.Key_Return)


def _sign_in(window: OpenWindow, qtbot: QtBot, row: int, words: str) -> None:
    screen: Any = window.shell.findChild(SignInScreen)
    qtbot.waitUntil(lambda: screen._form.model.rowCount() == len(WORDS), timeout=LONG)
    qtbot.waitUntil(screen._form.table.hasFocus, timeout=LONG)
    screen._form.table.stand_on(row)
    press(None, Qt.Key.Key_Return)
    _enter(words)
    session = _session(window)
    qtbot.waitUntil(lambda: session.who is not None, timeout=LONG)


def _session(window: OpenWindow) -> Any:
    home: Any = window.shell.findChild(HomeScreen)
    return home._presenter._kit.session


def test_the_owner_lets_it_pass_at_the_clerks_counter(
    window: OpenWindow, plain_books: PlainBooks, qtbot: QtBot
) -> None:
    plain = plain_books
    plain.add(Party(name="Asha Stores", credit_limit_paise=100_00, stops_at_limit=True))
    owner = employ(plain, "Owner", Role.ADMIN)
    for employee_id, words in ((owner, WORDS["Owner"]), (employ(plain, "Bina"), WORDS["Bina"])):
        with plain.books.writing(by=owner) as (writer, context):
            set_password(writer, context, employee_id, words)
    plain.books.acting = None
    session = _session(window)
    session.look(plain.books)
    qtbot.waitUntil(lambda: session.is_locked, timeout=LONG)
    _sign_in(window, qtbot, 0, WORDS["Bina"])
    window.shell.go(Place(screen="sale"))
    screen: Any = window.shell.findChild(SaleScreen)
    fields = screen.fields
    qtbot.waitUntil(fields.party.input.hasFocus, timeout=LONG)
    _enter("ash")
    qtbot.waitUntil(fields.amount.input.hasFocus, timeout=LONG)
    qtbot.waitUntil(lambda: screen.details is not None, timeout=LONG)
    _enter("500")
    press(None, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(fields.allowing._who.input.hasFocus, timeout=LONG)
    assert fields.allowing._who.box.count() == 1, "only the owner may"
    press(None, Qt.Key.Key_Return)
    _enter("wrong words")
    _enter("Festival order")
    _enter("")
    qtbot.waitUntil(
        lambda: "do not go together" in fields.allowing._words.problem.text(), timeout=LONG
    )
    plain.clock.move(ms=600_000)
    _enter(WORDS["Owner"])
    _enter("")
    _enter("")
    qtbot.waitUntil(lambda: not fields.allowing.is_begun, timeout=LONG)
    qtbot.waitUntil(lambda: "500.00" in fields.commit.message.text(), timeout=LONG)
    lines = plain.books.ask(EditLog(limit=2), by=owner).rows
    told = {line.told.kind: line.user for line in lines}
    assert told == {"InvoicePosted": "Bina", "CreditAllowed": "Owner"}
    assert session.who.employee.name == "Bina", "the clerk works on"
