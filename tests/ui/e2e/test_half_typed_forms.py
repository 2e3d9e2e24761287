"""Every form that records a voucher gives a draft of itself, and takes it back as it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.queries.daybook import DayBook
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import Screen
from collectiq_desktop.ui.screens.credit_note.view import CreditNoteScreen
from collectiq_desktop.ui.screens.debit_note.view import DebitNoteScreen
from collectiq_desktop.ui.screens.journal.view import JournalScreen
from collectiq_desktop.ui.screens.opening_bill.view import OpeningScreen
from collectiq_desktop.ui.screens.payment.view import PaymentScreen
from collectiq_desktop.ui.screens.receipt.view import ReceiptScreen
from collectiq_desktop.ui.screens.sale.view import SaleScreen
from collectiq_desktop.ui.screens.set_off.view import SetOffScreen
from collectiq_desktop.ui.widgets.field import Field, TextField
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.screens.kits import kit_of

PARTY_FORMS = (
    PaymentScreen,
    SaleScreen,
    CreditNoteScreen,
    DebitNoteScreen,
    ReceiptScreen,
    SetOffScreen,
    OpeningScreen,
)
Made = Callable[[type[Screen]], Screen]


@pytest.fixture
def made(qtbot: QtBot, plain_books: PlainBooks, inline: InlineDesk) -> Made:
    """A screen on the test's books, opened and shown."""

    def make(kind: type[Screen]) -> Screen:
        kit: Kit = kit_of(plain_books, inline)
        screen = kind(kit)  # type: ignore[call-arg]
        screen.retranslate()
        qtbot.addWidget(screen)
        screen.open(Place(screen=screen.name))
        screen.show()
        return screen

    return make


def _field(page: QWidget, name: str) -> TextField:
    found = next(each for each in page.findChildren(Field) if each.name == name)
    assert isinstance(found, TextField)
    return found


def _type(page: QWidget, name: str, words: str) -> None:
    line = _field(page, name).line
    line.setText(words)
    line.textEdited.emit(words)


@pytest.mark.parametrize("kind", PARTY_FORMS)
def test_party_amount_and_narration(
    plain_books: PlainBooks, made: Made, kind: type[Screen]
) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  1,000.00
    """
    before = made(kind)
    assert before.draft() == {}
    before.open(Place(screen=before.name, party_id=plain_books.parties["Asha Stores"]))
    _type(before, "amount", "12+x")
    _type(before, "narration", "half a word")
    _type(before, "on", "1-11")
    draft = before.draft()
    after = made(kind)
    after.restore(draft)
    assert after.draft() == draft
    assert _field(after, "amount").line.text() == "12+x"
    assert _field(after, "party").line.text() == "Asha Stores"


@pytest.mark.parametrize("kind", [SaleScreen, CreditNoteScreen, DebitNoteScreen])
def test_goods_line_by_line(plain_books: PlainBooks, made: Made, kind: type[Screen]) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  1,000.00
    """
    before = made(kind)
    before.open(Place(screen=before.name, party_id=plain_books.parties["Asha Stores"]))
    before.acts()["goods"]()
    for name, words in (("item", "Rice"), ("quantity", "2"), ("rate", "50"), ("gst_rate", "5")):
        _type(before, name, words)
    _field(before, "gst_rate").entered.emit()
    _type(before, "item", "Whe")
    draft = before.draft()
    assert [line[0] for line in draft["goods"]] == ["Rice"]
    after = made(kind)
    after.restore(draft)
    assert after.draft() == draft
    _type(after, "item", "")
    after.acts()["save"]()
    (saved,) = plain_books.ask(DayBook(is_from_end=True, limit=1)).rows
    assert saved.amount_paise == 105_00


def test_the_lines_of_a_journal(plain_books: PlainBooks, made: Made) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  1,000.00
    """
    before = made(JournalScreen)
    draft = {
        "voucher_id": plain_books.ids.mint(),
        "party_id": None,
        "fields": {"narration": "Written off"},
        "lines": [
            ["bad_debts", "Bad debts", 100_00, None],
            ["debtors", "Asha Stores", -100_00, plain_books.parties["Asha Stores"]],
        ],
    }
    before.restore(draft)
    kept = before.draft()
    assert kept["lines"] == draft["lines"]
    assert kept["voucher_id"] == draft["voucher_id"]
    assert kept["fields"]["narration"] == "Written off"


def test_saved_once_however_often_it_is_restored(plain_books: PlainBooks, made: Made) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  1,000.00
    """
    before = made(ReceiptScreen)
    before.open(Place(screen="receipt", party_id=plain_books.parties["Asha Stores"]))
    _type(before, "amount", "400")
    draft = before.draft()
    before.acts()["save"]()
    after = made(ReceiptScreen)
    after.restore(draft)
    for _ in range(3):
        after.acts()["save"]()
    receipts = [row for row in plain_books.ask(DayBook()).rows if row.kind == "receipt"]
    assert [row.amount_paise for row in receipts] == [400_00]
