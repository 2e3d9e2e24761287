"""A hand-over counted in blind, ₹500 short, and signed by the agent himself: by keys."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.queries.custody import Custody
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.cash.view import CashScreen
from collectiq_desktop.ui.start import OpenWindow
from tests.core.looking import voucher_id
from tests.people import employ
from tests.plain_books import PlainBooks
from tests.ui.keys import press, type_text
from tests.ui.signing_in import LONG, enter, give_words, sign_in

ALT = Qt.KeyboardModifier.AltModifier
BINA, RAVI = "river stones 12", "monsoon lamps 7"


def _texts(window: OpenWindow) -> str:
    shown = [each.text() for each in window.shell.findChildren(QLabel) if each.isVisible()]
    return " | ".join(shown)


def test_what_is_missing_is_told_after_the_count_and_the_agent_signs_it(
    window: OpenWindow, plain_books: PlainBooks, qtbot: QtBot
) -> None:
    plain = plain_books
    owner = employ(plain, "Owner", Role.ADMIN)
    clerk, agent = employ(plain, "Bina"), employ(plain, "Ravi", Role.AGENT)
    receipt = RecordReceipt(
        voucher_id=voucher_id(plain),
        party_id=plain.party_id("Asha"),
        amount_paise=12_500_00,
        agent_id=agent,
    )
    plain.run(receipt)
    plain.clock.move(days=1)
    give_words(plain, owner, {clerk: BINA, agent: RAVI})
    sign_in(window, plain, qtbot, "Bina", BINA)
    window.shell.go(Place(screen="home"))
    qtbot.waitUntil(lambda: "counted in blind" in _texts(window), timeout=LONG)
    assert "12,500" not in _texts(window), "nothing is foretold"
    window.shell.go(Place(screen="cash"))
    screen: Any = window.shell.findChild(CashScreen)
    qtbot.waitUntil(lambda: screen._agent.box.count() == 3, timeout=LONG)
    press(None, Qt.Key.Key_N, ALT)
    type_text("r")
    press(None, Qt.Key.Key_Return)
    enter("24")
    for _field in range(9):
        press(None, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.model.rowCount() == 1, timeout=LONG)
    cells = [screen.model.index(0, column).data() for column in (3, 4, 5)]
    assert cells == ["12,500.00", "12,000.00", "500.00"]
    press(None, Qt.Key.Key_S, ALT)
    enter(BINA)
    qtbot.waitUntil(lambda: "do not go together" in _texts(window), timeout=LONG)
    plain.clock.move(ms=600_000)
    enter(RAVI)
    qtbot.waitUntil(lambda: screen.model.index(0, 8).data() == "signed", timeout=LONG)
    [held] = plain.books.ask(Custody(agent_id=agent), by=owner).agents
    assert (held.held_paise, held.dues_paise, held.unsigned_count) == (0, 500_00, 0)
