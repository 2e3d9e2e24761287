"""A voucher that is half typed when the power goes is there again, with its lines and its id."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.queries.parties import PartyCard
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.ui.drafts import draft_of
from collectiq_desktop.ui.forms.screen import VoucherScreen
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.credit_note.view import CreditNoteScreen
from collectiq_desktop.ui.screens.journal.view import JournalScreen
from collectiq_desktop.ui.screens.sale.view import SaleScreen
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.keys import press, show_active, type_text
from tests.ui.screens.kits import kit_of

Key = Qt.Key


def _enter(*texts: str) -> None:
    for text in texts:
        type_text(text)
        press(None, Key.Key_Return)


def _opened(qtbot: QtBot, screen: VoucherScreen) -> None:
    qtbot.addWidget(screen)
    screen.retranslate()
    show_active(qtbot, screen)
    screen.open(Place(screen=screen.name))
    screen.focus_first()


def _kept(screen: VoucherScreen) -> dict[str, Any]:
    """What the file of drafts gives back."""
    draft = draft_of(screen.name, screen.draft())
    typed: dict[str, Any] = msgspec.msgpack.decode(msgspec.msgpack.encode(draft))["typed"]
    return typed


def _opened_again(qtbot: QtBot, screen: VoucherScreen, typed: dict[str, Any]) -> None:
    _opened(qtbot, screen)
    screen.restore(typed)


def test_a_sale_of_goods(qtbot: QtBot, plain_books: PlainBooks, inline: InlineDesk) -> None:
    """
    party    Asha Stores
    """
    kit = kit_of(plain_books, inline)
    before, after = SaleScreen(kit), SaleScreen(kit)
    _opened(qtbot, before)
    assert before.draft() == {}
    before.turn_to_goods()
    _enter("ash", "Sugar", "1701", "2", "100", "5")
    type_text("Sa")
    typed = _kept(before)
    _opened_again(qtbot, after, typed)
    assert after.fields.goods.item.text == "Sa"
    assert [row.name for row in after.fields.goods.model.rows] == ["Sugar"]
    after.fields.goods.free()
    after.save()
    [command] = [each for each in inline.ran if isinstance(each, PostInvoice)]
    assert command.voucher_id == typed["voucher_id"]
    card = plain_books.ask(PartyCard(party_id=plain_books.parties["Asha Stores"]))
    assert card.balance_paise == 210_00


def test_a_credit_note_and_its_parts(
    qtbot: QtBot, plain_books: PlainBooks, inline: InlineDesk
) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    invoice  S/2  2026-11-01  Asha Stores  2,000.00
    """
    kit = kit_of(plain_books, inline)
    before, after = CreditNoteScreen(kit), CreditNoteScreen(kit)
    _opened(qtbot, before)
    _enter("ash", "S/2")
    type_text("300")
    before.presenter.bills.take_part(0, 4, "0")
    _opened_again(qtbot, after, _kept(before))
    assert [row.part_paise for row in after.fields.parts.model.rows] == [0, 300_00]
    assert after.fields.reference.text == "S/2"


def test_a_journal_and_its_lines(qtbot: QtBot, plain_books: PlainBooks, inline: InlineDesk) -> None:
    kit = kit_of(plain_books, inline)
    before, after = JournalScreen(kit), JournalScreen(kit)
    _opened(qtbot, before)
    _enter("cash", "100")
    _opened_again(qtbot, after, _kept(before))
    assert [(w.words, w.amount_paise) for w in after.fields.lines.model.rows] == [("Cash", 100_00)]
