"""A clerk's vouchers by keys only: sale, party on the way, notes, journal, contra, payment."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.queries.bills import OpenBills
from collectiq_desktop.core.queries.finding import FindParties
from collectiq_desktop.core.queries.parties import PartyCard
from collectiq_desktop.core.queries.vouchers import VoucherCard
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.start import OpenWindow
from tests.plain_books import PlainBooks
from tests.ui.keys import focused, press, type_text

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def _says(window: OpenWindow, words: str) -> bool:
    return any(
        words in each.text() for each in window.shell.findChildren(QLabel) if each.isVisible()
    )


def _at(words: str) -> Callable[[], bool]:
    return lambda: focused().accessibleName().startswith(words)


def _enter(*texts: str) -> None:
    for text in texts:
        type_text(text)
        press(None, Key.Key_Return)


def _balance(plain: PlainBooks, name: str) -> int:
    [hit] = [hit for hit in plain.ask(FindParties(text=name)) if hit.party == name]
    card = plain.ask(PartyCard(party_id=hit.party_id))
    assert card.is_tied_out
    return card.balance_paise


def test_a_sale_in_four_keys(qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks) -> None:
    """
    party    Asha Stores  30 days
    invoice  S/1  2026-11-01  Asha Stores  1,000.00
    """
    press(None, Key.Key_F8)
    _enter("ash")
    qtbot.waitUntil(_at("Amount"))
    _enter("500*2")
    _enter("")
    qtbot.waitUntil(lambda: _says(window, "Balance now 2,000.00 Dr"))
    assert _balance(plain_books, "Asha Stores") == 2_000_00
    assert _at("Party")()


def test_goods_with_their_tax_and_a_party_on_the_way(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    press(None, Key.Key_F8)
    press(None, Key.Key_H, CTRL)
    type_text("Chet")
    press(None, Key.Key_C, ALT)
    qtbot.waitUntil(_at("Name"))
    type_text("an")
    press(None, Key.Key_End)
    type_text(" Stores")
    press(None, Key.Key_A, CTRL)
    qtbot.waitUntil(_at("Item"))
    assert _says(window, "No limit")
    _enter("Sugar", "1701", "2", "2150", "5")
    _enter("Salt", "2501", "10", "20", "")
    qtbot.waitUntil(lambda: _says(window, "= 4,715.00 Dr"))
    press(None, Key.Key_M, CTRL)
    _enter("715")
    qtbot.waitUntil(_at("Item"))
    assert _says(window, "= 4,000.00 Dr")
    press(None, Key.Key_Return)
    qtbot.waitUntil(_at("Narration"))
    _enter("By cart")
    qtbot.waitUntil(lambda: _says(window, "Balance now 4,000.00 Dr"))
    [hit] = plain_books.ask(FindParties(text="Chetan"))
    [bill] = plain_books.ask(OpenBills(party_id=hit.party_id))
    assert (bill.amount_paise, bill.open_paise) == (4_715_00, 4_000_00)
    card = plain_books.ask(VoucherCard(voucher_id=bill.voucher_id))
    assert [item.name for item in card.voucher.items] == ["Sugar", "Salt"]


def test_wrong_input_stands_at_its_field(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    """
    party    Asha Stores
    """
    press(None, Key.Key_F8)
    _enter("ash")
    qtbot.waitUntil(_at("Amount"))
    _enter("12x")
    assert _at("Amount")()
    assert focused().accessibleDescription()
    press(None, Key.Key_Escape)
    assert _says(window, "Not saved.")
    press(None, Key.Key_F2)
    type_text("1-1-27")
    press(None, Key.Key_A, CTRL)
    assert _at("Amount")()
    type_text("12")
    press(None, Key.Key_A, CTRL)
    qtbot.waitUntil(_at("Date"))
    assert _says(window, "is after today")
    assert _says(window, "= 12.00 Dr")
    assert _balance(plain_books, "Asha Stores") == 0


def test_notes_a_journal_and_a_contra(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  1,000.00
    """
    press(None, Key.Key_F6, ALT)
    _enter("ash")
    qtbot.waitUntil(_at("Against invoice"))
    _enter("S/1", "100")
    _enter("")
    qtbot.waitUntil(lambda: _says(window, "Balance now 900.00 Dr"))
    press(None, Key.Key_F5, ALT)
    _enter("ash")
    qtbot.waitUntil(_at("Charged for"))
    _enter("", "", "50")
    _enter("Bounce charges")
    qtbot.waitUntil(lambda: _says(window, "Balance now 950.00 Dr"))
    press(None, Key.Key_F7)
    _enter("bad")
    qtbot.waitUntil(_at("Amount"))
    _enter("950")
    _enter("ash")
    qtbot.waitUntil(_at("Amount"))
    press(None, Key.Key_Return)
    qtbot.waitUntil(_at("Narration"))
    _enter("Shut")
    qtbot.waitUntil(lambda: _says(window, "Saved Journal"))
    assert _balance(plain_books, "Asha Stores") == 0
    press(None, Key.Key_F4)
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    _enter("", "", "200", "")
    qtbot.waitUntil(lambda: _says(window, "Saved Contra"))


def test_money_back_and_a_party_altered(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    """
    receipt  R/1  2026-11-01  Asha Stores  300.00  on account
    """
    press(None, Key.Key_F5)
    _enter("ash")
    qtbot.waitUntil(_at("Mode"))
    press(None, Key.Key_Return, CTRL)
    qtbot.waitUntil(_at("Name"))
    qtbot.waitUntil(lambda: _says(window, "Alter party"))
    press(None, Key.Key_End)
    type_text(" and Sons")
    press(None, Key.Key_A, CTRL)
    qtbot.waitUntil(_at("Mode"))
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    _enter("", "300", "")
    qtbot.waitUntil(lambda: _says(window, "Asha Stores and Sons. Balance now 0.00"))
    assert _balance(plain_books, "Asha Stores and Sons") == 0


def test_a_party_from_the_list(qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks) -> None:
    """
    party    Asha Stores  code AS
    """
    window.shell.go(Place(screen="parties"))
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    press(None, Key.Key_C, ALT)
    qtbot.waitUntil(_at("Name"))
    _enter("")
    assert focused().accessibleDescription()
    _enter("Deepak Stores", "AS")
    type_text("98250 12345")
    press(None, Key.Key_A, CTRL)
    qtbot.waitUntil(lambda: _says(window, "The code AS belongs to Asha Stores"))
    assert _at("Code")()
    type_text("DS")
    press(None, Key.Key_A, CTRL)
    qtbot.waitUntil(lambda: not _says(window, "New party"))
    [hit] = plain_books.ask(FindParties(text="Deepak"))
    assert hit.code == "DS"
    assert plain_books.ask(PartyCard(party_id=hit.party_id)).party.phones == ("98250 12345",)


def test_a_line_is_put_right_and_another_taken_out(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    """
    party    Asha Stores
    """
    press(None, Key.Key_F8)
    press(None, Key.Key_H, CTRL)
    _enter("ash")
    qtbot.waitUntil(_at("Item"))
    _enter("Sugar", "", "2", "100", "0")
    _enter("Salt", "", "3", "10", "0")
    qtbot.waitUntil(lambda: _says(window, "= 230.00 Dr"))
    press(None, Key.Key_Down)
    press(None, Key.Key_Return)
    qtbot.waitUntil(_at("Item"))
    _enter("", "", "5", "", "")
    qtbot.waitUntil(lambda: _says(window, "= 530.00 Dr"))
    press(None, Key.Key_Down)
    press(None, Key.Key_Down)
    press(None, Key.Key_R, ALT)
    qtbot.waitUntil(lambda: _says(window, "= 500.00 Dr"))
    type_text("Half")
    press(None, Key.Key_A, CTRL)
    assert _at("Quantity")()
    press(None, Key.Key_R, ALT)
    assert _at("Item")()
    _enter("")
    qtbot.waitUntil(_at("Narration"))
    _enter("")
    qtbot.waitUntil(lambda: _says(window, "Balance now 500.00 Dr"))
    assert _balance(plain_books, "Asha Stores") == 500_00
