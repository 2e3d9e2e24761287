"""What the firm's sums are stands nowhere on the screens of a clerk who may not see totals."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.services.cheques import ReceiveCheque
from collectiq_desktop.core.services.promises import MakePromise
from collectiq_desktop.core.services.runsheets import IssueRunSheet
from collectiq_desktop.core.wire.collecting import SheetRow
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.start import OpenWindow
from collectiq_desktop.ui.tables.foot import FootRow
from tests.foretold import publish, risk
from tests.people import employ
from tests.plain_books import PlainBooks
from tests.ui.keys import press
from tests.ui.signing_in import LONG, give_words, sign_in

WORDS = {"Owner": "mango season 26", "Bina": "river stones 12"}
# Each of two parties: what it owes, promised, gave as a cheque, and should pay its caller.
EACH_PAISE = (3_333_00, 4_444_00)
SUM = "7,777.00"


@pytest.fixture
def shop(plain_books: PlainBooks) -> PlainBooks:
    owner = employ(plain_books, "Owner", Role.ADMIN)
    words = {owner: WORDS["Owner"], employ(plain_books, "Bina"): WORDS["Bina"]}
    agent = employ(plain_books, "Ravi", Role.AGENT)
    today_on, mint = plain_books.clock.today_on(), plain_books.ids.mint
    rows, risks = [], []
    for name, paise in zip(("Asha Stores", "Bina Stores"), EACH_PAISE, strict=True):
        party_id = plain_books.add(Party(name=name))
        plain_books.write(f"invoice  S/{name[0]}  2026-10-01  {name}  {paise // 100}.00")
        promise = MakePromise(
            fact_id=FactId(mint()), party_id=party_id, amount_paise=paise, promised_on=today_on
        )
        cheque = ReceiveCheque(
            fact_id=FactId(mint()),
            party_id=party_id,
            amount_paise=paise,
            number=f"00{paise}",
            cheque_on=today_on + timedelta(days=9),
        )
        plain_books.run(promise)
        plain_books.run(cheque)
        rows.append(SheetRow(party_id, paise))
        risks.append(risk(party_id, open_paise=paise, overdue_paise=paise))
    sheet = FactId(mint())
    plain_books.run(IssueRunSheet(fact_id=sheet, agent_id=agent, rows=tuple(rows)))
    publish(plain_books, *risks)
    give_words(plain_books, owner, words)
    return plain_books


def _shown(window: OpenWindow) -> str:
    labels = [each.text() for each in window.shell.findChildren(QLabel) if each.isVisible()]
    feet = [each for each in window.shell.findChildren(FootRow) if each.isVisible()]
    return "\n".join([*labels, *(" ".join(cells) for each in feet for cells in each._sums.rows)])


@pytest.mark.parametrize(
    "screen", ["home", "promises", "cheques", "run_sheets", "outstanding", "risk", "segments"]
)
def test_the_sum_is_told_to_the_owner_and_not_to_the_clerk(
    window: OpenWindow, shop: PlainBooks, qtbot: QtBot, screen: str
) -> None:
    sign_in(window, shop, qtbot, "Owner", WORDS["Owner"])
    window.shell.go(Place(screen=screen))
    qtbot.waitUntil(lambda: SUM in _shown(window), timeout=LONG)
    window.shell.go(Place(screen="home"))
    press(None, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    sign_in(window, shop, qtbot, "Bina", WORDS["Bina"])
    window.shell.go(Place(screen=screen))
    for _turn in range(3):
        qtbot.wait(50)
        qtbot.waitUntil(lambda: not window.desk.is_busy, timeout=LONG)
    assert "Bina" in _shown(window), "the clerk is at this window"
    assert SUM not in _shown(window)
