"""Promises and cheques beside the balance and limit of whom one sells to."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.ids import FactId, VoucherId
from collectiq_desktop.core.services.cheques import BounceCheque, DepositCheque, ReceiveCheque
from collectiq_desktop.core.services.promises import MakePromise
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.sale.view import SaleScreen
from collectiq_desktop.ui.start import OpenWindow
from tests.plain_books import PlainBooks


def _cheque(plain: PlainBooks, number: str, paise: int, cheque_on: date) -> FactId:
    command = ReceiveCheque(
        fact_id=FactId(plain.ids.mint()),
        party_id=plain.parties["Asha Stores"],
        amount_paise=paise,
        number=number,
        cheque_on=cheque_on,
        on=date(2026, 11, 2),
    )
    plain.run(command)
    return command.fact_id


def _told(window: OpenWindow) -> str:
    screen = window.shell.findChild(SaleScreen)
    assert screen is not None
    line = screen.fields.facts.line
    return line.whole() if line.isVisible() else ""


def test_what_is_pledged_stands_under_the_limit(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  1,00,000.00
    invoice  S/2  2026-11-01  Bina Stores  1,000.00
    """
    plain = plain_books
    promise = MakePromise(
        fact_id=FactId(plain.ids.mint()),
        party_id=plain.parties["Asha Stores"],
        amount_paise=99_99_99_999_00,
        promised_on=date(2026, 11, 25),
    )
    plain.run(promise)
    for number in ("1", "2"):
        _cheque(plain, number, 6_000_00, date(2026, 12, 5))
    bounced = _cheque(plain, "3", 3_073_00, date(2026, 11, 3))
    plain.run(DepositCheque(voucher_id=VoucherId(plain.ids.mint()), cheque_id=bounced))
    bounce = BounceCheque(
        voucher_id=VoucherId(plain.ids.mint()), cheque_id=bounced, reason="no funds"
    )
    plain.run(bounce)
    window.shell.go(Place(screen="sale", party_id=plain.parties["Asha Stores"]))
    told = (
        "Promised ₹ 99,99,99,999.00 by 25-11-2026   ·   2 cheques in hand ₹ 12,000.00   ·   "
        "1 bounced ₹ 3,073.00"
    )
    qtbot.waitUntil(lambda: _told(window) == told)
    assert window.shell.minimumSizeHint().width() <= 1_366
    window.looks.speak("hi")
    qtbot.waitUntil(lambda: "2 चेक हाथ में ₹ 12,000.00" in _told(window))
    window.looks.speak("en")
    window.shell.go(Place(screen="sale", party_id=plain.parties["Bina Stores"]))
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    qtbot.waitUntil(lambda: _told(window) == "")
