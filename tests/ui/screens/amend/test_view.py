"""Vouchers amended by keys alone, in the whole program, each in the form of its kind."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.ids import FactId, VoucherId
from collectiq_desktop.core.domain.posting import GoodsLine
from collectiq_desktop.core.domain.vouchers import Mode, Posting, Voucher
from collectiq_desktop.core.queries.vouchers import VoucherCard
from collectiq_desktop.core.services.corrections import AmendVoucher
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.start import OpenWindow
from tests.plain_books import PlainBooks
from tests.ui.keys import focused, press, type_text

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
BOOKS = """
party        Asha Stores  30 days
invoice      S/1  2026-11-10  Asha Stores  1,000.00
invoice      S/2  2026-11-11  Asha Stores  2,000.00
receipt      R/1  2026-11-20  Asha Stores    400.00  upi  ref UTR 77  discount 10.00
receipt      R/2  2026-11-21  Asha Stores     50.00  razorpay
credit_note  C/1  2026-11-21  Asha Stores     30.00
debit_note   D/1  2026-11-21  Asha Stores     20.00
payment      P/1  2026-11-21  Asha Stores     15.00
journal      J/1  2026-11-21  Asha Stores     -5.00
contra       K/1  2026-11-21  100.00
opening      O/1  2026-10-01  Asha Stores    700.00
"""


class Hands:
    """What a clerk does, and sees."""

    def __init__(self, qtbot: QtBot, window: OpenWindow, plain: PlainBooks) -> None:
        self.qtbot, self.window, self.plain = qtbot, window, plain

    def amend(self, name: str) -> None:
        place = Place(screen="voucher", voucher_id=self.plain.vouchers[name])
        self.window.shell.go(place)
        self.settle()
        press(None, Key.Key_Return, CTRL)
        self.settle()
        self.wait_for("Amending")

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.window.desk.is_busy)

    def says(self, words: str) -> bool:
        labels = self.window.shell.findChildren(QLabel)
        return any(words in label.text() for label in labels if label.isVisible())

    def wait_for(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.says(words))

    def wait_at(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: focused().accessibleName().startswith(words))

    def enter(self, *texts: str) -> None:
        for text in texts:
            type_text(text)
            press(None, Key.Key_Return)

    def save(self, reason: str) -> None:
        press(None, Key.Key_A, CTRL)
        self.wait_at("Why is it amended?")
        type_text(reason)
        press(None, Key.Key_A, CTRL)
        self.wait_for(f"Amended: {reason}")

    def rows(self) -> list[str]:
        """Every row of every table that is seen."""
        return [
            " | ".join(
                str(table.model().index(row, column).data())
                for column in range(table.model().columnCount())
            )
            for table in self.window.shell.findChildren(QTableView)
            if table.isVisible()
            for row in range(table.model().rowCount())
        ]

    def standing(self, name: str) -> Voucher:
        return self.plain.ask(VoucherCard(voucher_id=self.plain.vouchers[name])).voucher

    def text(self) -> str:
        widget = focused()
        assert isinstance(widget, QLineEdit)
        return widget.text()


@pytest.fixture
def hands(qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks) -> Hands:
    plain_books.write(BOOKS)
    return Hands(qtbot, window, plain_books)


def test_a_receipt_and_its_history(hands: Hands) -> None:
    hands.amend("R/1")
    hands.wait_at("Amount")
    assert hands.text() == "400.00"
    assert hands.says("RA01/26/000001")
    assert hands.says("Discount")
    assert any("920.00 | 410.00 | 510.00" in row for row in hands.rows())
    type_text("500*2-10")
    press(None, Key.Key_Return)
    assert any("920.00 | 920.00 | 0.00" in row for row in hands.rows())
    hands.save("short by mistake")
    receipt = hands.standing("R/1")
    assert (receipt.amount_paise, receipt.mode, receipt.reference) == (
        1_000_00,
        Mode.UPI,
        "UTR 77",
    )
    press(None, Key.Key_H)
    hands.settle()
    hands.qtbot.waitUntil(lambda: "Bank | 400.00 Dr | 990.00 Dr" in hands.rows())
    assert "Set against SA01/26/000001 | 410.00 Cr | 920.00 Cr" in hands.rows()


def test_enter_walks_to_the_reason_and_saves(hands: Hands) -> None:
    hands.amend("R/1")
    hands.wait_at("Amount")
    hands.enter("300")
    hands.wait_at("Discount")
    hands.enter("")
    hands.wait_at("Narration")
    hands.enter("as told")
    hands.wait_at("Why is it amended?")
    hands.enter("")
    hands.wait_for("Say in a few words why")
    hands.enter("counted again")
    hands.wait_for("Amended: counted again")
    assert hands.standing("R/1").narration == "as told"


def test_a_sale_of_goods_line_by_line(hands: Hands) -> None:
    goods = GoodsLine("Sugar 50 kg", 2_000, 2_000_00, "bag", "1701", 500)
    voucher_id = hands.plain.vouchers["S/9"] = VoucherId(hands.plain.ids.mint())
    party_id = hands.plain.parties["Asha Stores"]
    hands.plain.run(PostInvoice(voucher_id=voucher_id, party_id=party_id, goods=(goods,)))
    hands.amend("S/9")
    hands.wait_at("Item")
    press(None, Key.Key_Down)
    press(None, Key.Key_Return)
    hands.wait_at("Item")
    assert hands.text() == "Sugar 50 kg"
    hands.enter("", "", "3", "", "")
    hands.wait_for("+ 6,300.00")
    hands.save("one bag more")
    assert hands.standing("S/9").items[0].quantity_milli == 3_000
    press(None, Key.Key_H)
    hands.settle()
    wanted = "Sugar 50 kg | 2 bag × 2,000.00, 5 % = 4,000.00 | 3 bag × 2,000.00, 5 % = 6,000.00"
    hands.qtbot.waitUntil(lambda: wanted in hands.rows())


def test_a_sale_moves_with_its_days_of_credit(hands: Hands) -> None:
    hands.amend("S/1")
    hands.wait_at("Amount")
    assert hands.says("Previous balance")
    press(None, Key.Key_F2)
    hands.enter("12-11-26")
    hands.save("wrong day")
    [bill] = hands.standing("S/1").bills
    assert (bill.bill_on.day, (bill.due_on - bill.bill_on).days) == (12, 30)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("S/2", "Amount"),
        ("C/1", "Amount"),
        ("D/1", "Amount"),
        ("P/1", "Amount"),
        ("J/1", "Account"),
        ("K/1", "From"),
        ("O/1", "Amount"),
    ],
)
def test_every_kind_has_its_form(hands: Hands, name: str, first: str) -> None:
    before = hands.standing(name)
    hands.amend(name)
    hands.wait_at(first)
    press(None, Key.Key_A, CTRL)
    hands.wait_for("Nothing is changed yet")
    while not focused().accessibleName().startswith("Narration"):
        press(None, Key.Key_Return)
    type_text("seen")
    hands.save("a word was missing")
    assert hands.standing(name) == replace(before, narration="seen")


def test_an_opening_bill_gets_another_sum_and_number(hands: Hands) -> None:
    hands.amend("O/1")
    hands.wait_at("Amount")
    hands.enter("750")
    while not focused().accessibleName().startswith("Bill number"):
        press(None, Key.Key_Backtab)
    type_text("OLD/9")
    hands.save("the old book says so")
    bill = hands.standing("O/1").bills[0]
    assert (bill.number, bill.amount_paise) == ("OLD/9", 750_00)


def test_a_mode_that_no_clerk_chooses_stays(hands: Hands) -> None:
    hands.amend("R/2")
    hands.wait_at("Amount")
    hands.enter("60")
    hands.save("short")
    receipt = hands.standing("R/2")
    assert (receipt.mode, receipt.amount_paise) == (Mode.RAZORPAY, 60_00)


def test_what_the_form_cannot_show_stays_and_says_why(hands: Hands) -> None:
    postings = (Posting("bank", 40_00), Posting("charges", 10_00), Posting("debtors", -50_00))
    _post_anew(hands, "R/2", postings=postings)
    hands.amend("R/2")
    hands.wait_at("Narration")
    assert hands.says("for it has lines of accounts that this form has not")
    for key, modifier in ((Key.Key_D, CTRL), (Key.Key_B, ALT), (Key.Key_C, ALT)):
        press(None, key, modifier)
        assert focused().accessibleName() == "Narration"
    type_text("by link")
    hands.save("how it came")
    receipt = hands.standing("R/2")
    assert (receipt.postings, receipt.narration) == (postings, "by link")


def test_esc_asks_once_and_goes_back_to_the_voucher(hands: Hands) -> None:
    hands.amend("R/1")
    hands.wait_at("Amount")
    type_text("7")
    press(None, Key.Key_Escape)
    hands.wait_for("Not saved. Esc once more")
    press(None, Key.Key_Escape)
    hands.settle()
    assert not hands.says("Amending")
    assert hands.says("Verify code")
    assert hands.standing("R/1").amount_paise == 410_00
    press(None, Key.Key_Return, CTRL)
    hands.settle()
    hands.wait_at("Amount")
    assert hands.text() == "400.00"
    press(None, Key.Key_Escape)
    hands.settle()
    assert hands.says("Verify code")


def test_a_half_typed_new_receipt_is_left_alone(hands: Hands) -> None:
    press(None, Key.Key_F6)
    hands.enter("ash")
    hands.wait_at("Mode")
    hands.enter("")
    hands.wait_at("Amount")
    type_text("123")
    hands.amend("R/1")
    hands.wait_at("Amount")
    type_text("456")
    press(None, Key.Key_F6)
    assert hands.says("This voucher is not saved yet.")
    press(None, Key.Key_Escape)
    press(None, Key.Key_Escape)
    hands.wait_for("Amending")
    hands.save("456 it was")
    assert hands.standing("R/1").amount_paise == 466_00


def test_an_amendment_that_is_half_typed_is_not_thrown_away_by_another(hands: Hands) -> None:
    hands.amend("R/1")
    hands.wait_at("Amount")
    type_text("7")
    hands.window.shell.go(Place(screen="voucher", voucher_id=hands.plain.vouchers["S/1"]))
    hands.settle()
    press(None, Key.Key_Return, CTRL)
    hands.wait_for("This voucher is not saved yet.")
    assert hands.says("RA01/26/000001")


def test_somebody_else_was_first(hands: Hands) -> None:
    hands.amend("R/1")
    hands.wait_at("Amount")
    type_text("450")
    _post_anew(hands, "R/1", reference="UTR 78")
    press(None, Key.Key_A, CTRL)
    hands.wait_at("Why is it amended?")
    type_text("mine")
    press(None, Key.Key_A, CTRL)
    hands.wait_for("“theirs”")
    assert hands.says("Reference: UTR 77 → UTR 78")
    assert hands.says("(A01)")
    press(None, Key.Key_A, CTRL)
    hands.wait_for("Amended: mine")
    receipt = hands.standing("R/1")
    assert (receipt.amount_paise, receipt.reference) == (460_00, "UTR 77")


def test_another_party_on_the_way(hands: Hands) -> None:
    hands.amend("S/2")
    hands.wait_at("Amount")
    press(None, Key.Key_Backtab)
    while not focused().accessibleName().startswith("Party"):
        press(None, Key.Key_Backtab)
    focused().selectAll()  # type: ignore[attr-defined]
    type_text("Bharat")
    press(None, Key.Key_C, ALT)
    hands.wait_at("Name")
    press(None, Key.Key_A, CTRL)
    hands.wait_for("Amending")
    hands.settle()
    assert hands.says("SA01/26/000002")
    hands.save("of somebody else")
    assert hands.standing("S/2").party_id != hands.plain.parties["Asha Stores"]


def _post_anew(hands: Hands, name: str, **values: object) -> None:
    command = AmendVoucher(
        fact_id=FactId(hands.plain.ids.mint()),
        voucher_id=hands.plain.vouchers[name],
        voucher=replace(hands.standing(name), **values),  # type: ignore[arg-type]
        reason="theirs",
    )
    hands.plain.run(command)
