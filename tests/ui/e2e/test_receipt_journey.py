"""A clerk's first minute, by keys only: find the party, take money, see the balance move."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.queries.bills import OpenBills
from collectiq_desktop.core.queries.parties import PartyCard
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
