"""A clerk's first minute, by keys only: find the party, take money, see the balance move."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.cheques import ChequeDue
from collectiq_desktop.core.queries.bills import OpenBills
from collectiq_desktop.core.queries.cheques import ChequeRegister
from collectiq_desktop.core.queries.parties import PartyCard
from collectiq_desktop.ui.screens.receipt.view import ReceiptScreen
from collectiq_desktop.ui.start import OpenWindow
from tests.plain_books import PlainBooks
from tests.ui.keys import focused, press, type_text

Key = Qt.Key


def _says(window: OpenWindow, words: str) -> bool:
    """Whether the words stand somewhere on the window."""
    return any(words in label.text() for label in window.shell.findChildren(QLabel))


def _typed_into() -> str:
    widget = focused()
    assert isinstance(widget, QLineEdit), widget
    return widget.accessibleName()


def test_from_home_to_the_new_balance(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    """
    party    Asha Stores  code AS
    party    Kiran Kirana Stores  code KK  30 days
    invoice  S/1  2026-04-05  Kiran Kirana Stores  17,500.00  due 30 days
    invoice  S/2  2026-04-28  Kiran Kirana Stores  11,500.00  due 30 days
    invoice  S/3  2026-10-30  Kiran Kirana Stores  17,500.00  due 30 days
    """
    type_text("kir")
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(window, "₹ 46,500.00 Dr"))
    press(None, Key.Key_F6)
    qtbot.waitUntil(lambda: _says(window, "46,500.00 Dr") and not window.desk.is_busy)
    assert _typed_into() == "Amount ₹"
    type_text("12500*2")
    qtbot.waitUntil(lambda: _says(window, "Allocated 25,000.00 of 25,000.00"))
    press(None, Key.Key_Return)
    assert _typed_into() == "Narration"
    type_text("By hand")
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(window, "₹ 21,500.00 Dr"))
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    party_id = plain_books.parties["Kiran Kirana Stores"]
    bills = plain_books.ask(OpenBills(party_id=party_id))
    assert [bill.open_paise for bill in bills] == [4_000_00, 17_500_00]
    card = plain_books.ask(PartyCard(party_id=party_id))
    assert card.balance_paise == 21_500_00
    assert card.is_tied_out
    assert _says(window, "Saved Receipt RA01/26/000001: ₹ 25,000.00, Kiran Kirana Stores.")
    assert _says(window, "= bills 21,500.00 − on account 0.00  ✓")


def test_one_receipt_after_another(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  1,000.00
    invoice  S/2  2026-11-01  Bina Stores  2,000.00
    """
    press(None, Key.Key_F6)
    for letters, amount in (("ash", "1000"), ("bin", "2500")):
        assert _typed_into() == "Party"
        type_text(letters)
        press(None, Key.Key_Return)
        qtbot.waitUntil(lambda: focused().accessibleName() == "Mode")
        press(None, Key.Key_Return)
        assert _typed_into() == "Amount ₹"
        type_text(amount)
        press(None, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: focused().accessibleName() == "Party")
        qtbot.waitUntil(lambda: not window.desk.is_busy)
    balances = [
        plain_books.ask(PartyCard(party_id=plain_books.parties[name])).balance_paise
        for name in ("Asha Stores", "Bina Stores")
    ]
    assert balances == [0, -500_00]


def test_a_post_dated_cheque(qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  1,000.00
    """
    press(None, Key.Key_F6)
    type_text("ash")
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: focused().accessibleName() == "Mode")
    for words, caption in (
        ("ch", "Cheque number"),
        ("000123", "Cheque date"),
        ("5-12-26", "Bank"),
        ("SBI", "Amount ₹"),
    ):
        type_text(words)
        press(None, Key.Key_Return)
        assert focused().accessibleName() == caption
    type_text("400")
    assert _says(window, "the party is credited when it is deposited, from 05-12-2026.")
    qtbot.waitUntil(lambda: _says(window, "Balance after") and _says(window, "1,000.00 Dr"))
    press(None, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: focused().accessibleName() == "Party")
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    assert _says(window, "Cheque 000123 is in hand: ₹ 400.00, Asha Stores.")
    [line] = plain_books.ask(ChequeRegister()).lines
    assert (line.cheque_on, line.bank, line.due) == (
        date(2026, 12, 5),
        "SBI",
        ChequeDue.POST_DATED,
    )
    card = plain_books.ask(PartyCard(party_id=plain_books.parties["Asha Stores"]))
    assert card.balance_paise == 1_000_00


def test_a_cheque_half_typed_survives_a_power_cut(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    """
    party  Asha Stores
    """
    press(None, Key.Key_F6)
    type_text("ash")
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: focused().accessibleName() == "Mode")
    for words in ("ch", "000123", "5-12-26", "SBI"):
        type_text(words)
        press(None, Key.Key_Return)
    screen = window.shell.findChild(ReceiptScreen)
    assert screen is not None
    kept = screen.draft()
    screen.presenter.begin()
    assert screen.fields.cheque.bank.text == ""
    screen.restore(kept)
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    assert screen.fields.cheque.isVisible()
    assert screen.fields.cheque.is_post_dated
    assert screen.fields.cheque.noted_bank == "SBI"
