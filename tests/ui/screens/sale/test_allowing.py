"""A clerk's sale over a limit, let pass by the owner's password at the same counter, by keys."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.queries.edit_log import EditLog
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.sale.view import SaleScreen
from collectiq_desktop.ui.start import OpenWindow
from tests.people import employ
from tests.plain_books import PlainBooks
from tests.ui.keys import press
from tests.ui.signing_in import LONG, enter, give_words, session_of, sign_in

WORDS = {"Owner": "mango season 26", "Bina": "river stones 12"}


def test_the_owner_lets_it_pass_at_the_clerks_counter(
    window: OpenWindow, plain_books: PlainBooks, qtbot: QtBot
) -> None:
    plain = plain_books
    plain.add(Party(name="Asha Stores", credit_limit_paise=100_00, stops_at_limit=True))
    owner = employ(plain, "Owner", Role.ADMIN)
    give_words(plain, owner, {owner: WORDS["Owner"], employ(plain, "Bina"): WORDS["Bina"]})
    sign_in(window, plain, qtbot, "Bina", WORDS["Bina"])
    window.shell.go(Place(screen="sale"))
    screen: Any = window.shell.findChild(SaleScreen)
    fields = screen.fields
    qtbot.waitUntil(fields.party.input.hasFocus, timeout=LONG)
    enter("ash")
    qtbot.waitUntil(fields.amount.input.hasFocus, timeout=LONG)
    qtbot.waitUntil(lambda: screen.details is not None, timeout=LONG)
    enter("500")
    press(None, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(fields.allowing._who.input.hasFocus, timeout=LONG)
    assert fields.allowing._who.box.count() == 1, "only the owner may"
    press(None, Qt.Key.Key_Return)
    enter("wrong words")
    enter("Festival order")
    enter("")
    qtbot.waitUntil(
        lambda: "do not go together" in fields.allowing._words.problem.text(), timeout=LONG
    )
    plain.clock.move(ms=600_000)
    enter(WORDS["Owner"])
    enter("")
    enter("")
    qtbot.waitUntil(lambda: not fields.allowing.is_begun, timeout=LONG)
    qtbot.waitUntil(lambda: "500.00" in fields.commit.message.text(), timeout=LONG)
    lines = plain.books.ask(EditLog(limit=2), by=owner).rows
    told = {line.told.kind: line.user for line in lines}
    assert told == {"InvoicePosted": "Bina", "CreditAllowed": "Owner"}
    assert session_of(window).who.employee.name == "Bina", "the clerk works on"
