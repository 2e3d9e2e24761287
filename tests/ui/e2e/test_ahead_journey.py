"""Money paid ahead, by keys only: an old bill, an advance, a sale with cash, and a set-off."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.queries.bills import BillLine, OpenBills
from collectiq_desktop.core.queries.finding import FindParties
from collectiq_desktop.core.queries.parties import PartyCard, PartyDetails
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


def _card(plain: PlainBooks) -> PartyDetails:
    [hit] = plain.ask(FindParties(text="Asha"))
    card: PartyDetails = plain.ask(PartyCard(party_id=hit.party_id))
    assert card.is_tied_out
    return card


def _bills(plain: PlainBooks) -> tuple[BillLine, ...]:
    found: tuple[BillLine, ...] = plain.ask(OpenBills(party_id=_card(plain).party_id))
    return found


def _open_card(qtbot: QtBot, window: OpenWindow) -> None:
    """From home, by the search that stands first."""
    type_text("ash")
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(window, "Timeline"))


def test_an_advance_waits_for_its_bill_and_is_set_off(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    """
    party    Asha Stores  30 days
    """
    # The whole amount is for a bill to come.
    press(None, Key.Key_F6)
    _enter("ash")
    qtbot.waitUntil(_at("Mode"))
    _enter("", "500")
    press(None, Key.Key_H, CTRL)
    qtbot.waitUntil(lambda: _says(window, "500.00 Cr"))
    press(None, Key.Key_A, CTRL)
    qtbot.waitUntil(lambda: _says(window, "Balance now 500.00 Cr"))
    assert [bill.open_paise for bill in _bills(plain_books)] == [-500_00]
    # A sale, and cash with it.
    press(None, Key.Key_F8)
    _enter("ash")
    qtbot.waitUntil(_at("Amount"))
    type_text("800")
    press(None, Key.Key_M, CTRL)
    _enter("100")
    press(None, Key.Key_A, CTRL)
    qtbot.waitUntil(lambda: _says(window, "Balance now 200.00 Dr"))
    assert sorted(bill.open_paise for bill in _bills(plain_books)) == [-500_00, 700_00]
    # From the card: what is paid ahead goes to the bill.
    press(None, Key.Key_Escape)
    press(None, Key.Key_Escape)
    qtbot.waitUntil(lambda: _says(window, "Collected today"))
    _open_card(qtbot, window)
    qtbot.waitUntil(lambda: _says(window, "500.00 paid ahead"))
    press(None, Key.Key_B, ALT)
    qtbot.waitUntil(lambda: _at("Amount")() and _says(window, "From advances 500.00"))
    _enter("", "")
    qtbot.waitUntil(lambda: _says(window, "Timeline"))
    assert [bill.open_paise for bill in _bills(plain_books)] == [200_00]
    assert _card(plain_books).balance_paise == 200_00


def test_an_old_bill_is_entered_with_its_own_days(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    """
    party    Asha Stores  30 days
    """
    _open_card(qtbot, window)
    qtbot.waitUntil(lambda: _says(window, "nothing is late"))
    press(None, Key.Key_N, CTRL)
    qtbot.waitUntil(_at("Bill number"))
    qtbot.waitUntil(lambda: _says(window, "Limit"))
    _enter("OLD/77", "3-12-25")
    assert _at("Due")()
    _enter("", "", "12x")
    assert _at("Amount")()
    assert focused().accessibleDescription()
    press(None, Key.Key_A, CTRL)
    type_text("1250")
    press(None, Key.Key_Return)
    _enter("")
    qtbot.waitUntil(lambda: _says(window, "Timeline"))
    [bill] = _bills(plain_books)
    assert (bill.number, str(bill.bill_on), str(bill.due_on)) == (
        "OLD/77",
        "2025-12-03",
        "2026-01-02",
    )


def test_what_was_only_proposed_is_left_at_once(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  100.00
    receipt  R/1  2026-11-02  Asha Stores   40.00  on account
    """
    _open_card(qtbot, window)
    press(None, Key.Key_B, ALT)
    qtbot.waitUntil(lambda: _says(window, "From advances 0.00, from on account 40.00"))
    press(None, Key.Key_Escape)
    qtbot.waitUntil(lambda: _says(window, "Timeline"))


def test_a_form_of_nobody_is_empty_and_left_at_once(qtbot: QtBot, window: OpenWindow) -> None:
    window.shell.go(Place(screen="opening_bill"))
    qtbot.waitUntil(_at("Party"))
    assert not _says(window, "not saved yet")
    press(None, Key.Key_Escape)
    qtbot.waitUntil(lambda: _says(window, "Collected today"))


def test_a_sale_over_a_limit_is_let_pass_with_its_reason(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    plain_books.add(Party(name="Asha Stores", credit_limit_paise=100_00, stops_at_limit=True))
    press(None, Key.Key_F8)
    _enter("ash")
    qtbot.waitUntil(_at("Amount"))
    qtbot.waitUntil(lambda: _says(window, "100.00"))
    _enter("500")
    _enter("")
    qtbot.waitUntil(_at("Why"))
    assert _says(window, "Take 400.00 of it first")
    type_text("The owner said so")
    press(None, Key.Key_Return)
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(window, "Balance now 500.00 Dr"))
