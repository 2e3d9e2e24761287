"""Vouchers posted anew from their forms, without a window: real books, noted views."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from collectiq_desktop.core.domain.amending import Fixed
from collectiq_desktop.core.domain.ids import FactId, VoucherId
from collectiq_desktop.core.domain.posting import GoodsLine, ReceiptSums
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    BillOpened,
    Claim,
    Mode,
    Posting,
    Voucher,
    VoucherKind,
)
from collectiq_desktop.core.queries.bills import OpenBills
from collectiq_desktop.core.queries.parties import PartyCard
from collectiq_desktop.core.queries.vouchers import VoucherCard, VoucherDetails
from collectiq_desktop.core.services.corrections import AmendVoucher, CancelVoucher
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.notes import PostCreditNote
from collectiq_desktop.ui.forms.amender import NO_REASON, NOTHING_CHANGED
from collectiq_desktop.ui.screens.contra.presenter import ContraPresenter
from collectiq_desktop.ui.screens.credit_note.presenter import CreditNotePresenter
from collectiq_desktop.ui.screens.debit_note.presenter import DebitNotePresenter
from collectiq_desktop.ui.screens.journal.presenter import JournalPresenter
from collectiq_desktop.ui.screens.payment.presenter import PaymentPresenter
from collectiq_desktop.ui.screens.receipt.doubts import Doubtful
from collectiq_desktop.ui.screens.receipt.presenter import ReceiptPresenter
from collectiq_desktop.ui.screens.sale.presenter import SalePresenter
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.forms.views import NotedContra, NotedView, hit_of
from tests.ui.screens.kits import kit_of

MAKERS: dict[VoucherKind, Callable[..., Any]] = {
    VoucherKind.RECEIPT: ReceiptPresenter,
    VoucherKind.SALES_INVOICE: SalePresenter,
    VoucherKind.CREDIT_NOTE: CreditNotePresenter,
    VoucherKind.DEBIT_NOTE: DebitNotePresenter,
    VoucherKind.PAYMENT: PaymentPresenter,
    VoucherKind.JOURNAL: JournalPresenter,
    VoucherKind.CONTRA: ContraPresenter,
}
BOOKS = """
party        Asha  30 days
party        Loose  not bill-wise
invoice      S/1  2026-11-01  Asha  1,000.00  due 10 days  ref PO 7
invoice      S/2  2026-11-02  Asha  2,000.00  due 30 days  note by cart
invoice      S/3  2026-11-02  Loose  50.00
opening      A/1  2026-11-02  Asha  -500.00
receipt      R/1  2026-11-03  Asha  1,200.00  upi  discount 30.00  tds 10.00
receipt      R/2  2026-11-04  Asha  300.00  cheque  on account
receipt      R/3  2026-11-04  Asha  100.00  against S/2 60.00
receipt      R/4  2026-11-04  Asha  90.00  razorpay
receipt      R/5  2026-11-04  Loose  20.00
receipt      R/6  2026-11-04  Bina  70.00  advance
credit_note  C/1  2026-11-05  Asha  40.00
debit_note   D/1  2026-11-05  Asha  80.00  due 5 days
payment      P/1  2026-11-06  Asha  600.00
journal      J/1  2026-11-07  Asha  -10.00  against D/1 10.00
journal      J/2  2026-11-07  Asha  25.00  account interest
contra       K/1  2026-11-08  100.00
"""
GOODS = (
    GoodsLine("Sugar 50 kg", 2_500, 2_105_00, "BAG", "1701", 500, 100_00),
    GoodsLine("Salt", 10_000, 20_00, "KG", "2501", 0),
)


@dataclass
class Noted(NotedView):
    """A form of any kind; a contra's balances are passed over."""

    doubts: int = 0

    def ask_again(self, _doubtful: Doubtful) -> None:
        self.doubts += 1


@dataclass
class Room:
    """Books, and one voucher at a time in its form."""

    plain: PlainBooks
    inline: InlineDesk
    view: Any = None
    presenter: Any = None

    def amend(self, name: str) -> VoucherDetails:
        """Take a voucher into the form of its kind."""
        details = self.card(name)
        self.take(details.voucher.kind)
        self.presenter.amend(details.voucher_id)
        return details

    def take(self, kind: VoucherKind) -> None:
        self.view = NotedContra() if kind is VoucherKind.CONTRA else Noted()
        self.presenter = MAKERS[kind](self.view, kit_of(self.plain, self.inline))

    def save(self, reason: str = "was wrong", **values: Any) -> None:
        """Save what the form shows, with some of it changed."""
        self.presenter.save(replace(self.view.form, reason=reason, **values))

    def card(self, name: str) -> VoucherDetails:
        return self.plain.ask(VoucherCard(voucher_id=self.plain.vouchers[name]))

    def standing(self, name: str) -> Voucher:
        return self.card(name).voucher

    def open_paise(self, party: str = "Asha") -> dict[str, int]:
        bills = self.plain.ask(OpenBills(party_id=self.plain.parties[party]))
        return {bill.number: bill.open_paise for bill in bills}

    def post_anew(self, name: str, **values: Any) -> None:
        """Somebody else amends it, by no form."""
        details = self.card(name)
        command = AmendVoucher(
            fact_id=FactId(self.plain.ids.mint()),
            voucher_id=details.voucher_id,
            voucher=replace(details.voucher, **values),
            reason="theirs",
        )
        self.plain.run(command)

    def is_tied_out(self) -> bool:
        return all(
            self.plain.ask(PartyCard(party_id=party_id)).is_tied_out
            for party_id in self.plain.parties.values()
        )


@pytest.fixture
def room(plain_books: PlainBooks, inline: InlineDesk) -> Room:
    plain_books.write(BOOKS)
    for name, command in (("S/4", PostInvoice), ("C/2", PostCreditNote)):
        voucher_id = plain_books.vouchers[name] = VoucherId(plain_books.ids.mint())
        party_id = plain_books.parties["Asha"]
        plain_books.run(command(voucher_id=voucher_id, party_id=party_id, goods=GOODS))
    return Room(plain_books, inline)


_ALL = [line.split()[1] for line in BOOKS.splitlines() if line and not line.startswith("party")]


@pytest.mark.parametrize("name", [*(n for n in _ALL if n != "A/1"), "S/4", "C/2"])
def test_what_is_not_changed_is_not_saved(room: Room, name: str) -> None:
    before = room.amend(name)
    assert room.view.amends == (before.number, None)
    assert room.view.loaded == 1
    room.save()
    assert room.view.problems == [("", NOTHING_CHANGED)]
    assert room.inline.ran == []
    room.save(narration="another word")
    assert room.view.amended == [before.number]
    assert room.standing(name) == replace(before.voucher, narration="another word")


def test_it_is_saved_once_and_with_a_reason(room: Room) -> None:
    room.amend("R/1")
    room.save(" ", narration="x")
    assert room.view.problems == [("reason", NO_REASON)]
    room.save(narration="x")
    [command] = room.inline.ran
    assert isinstance(command, AmendVoucher)
    assert command.reason == "was wrong"
    assert command.base_id is not None
    assert bytes(command.base_id) == room.plain.vouchers["R/1"]


# Receipts --------------------------------------------------------------------------------------


def test_a_receipt_of_another_amount_goes_where_it_would_go_now(room: Room) -> None:
    room.amend("R/1")
    assert room.view.form.sums == ReceiptSums(1_200_00, 30_00, 10_00)
    assert [row.part_paise for row in room.view.spread.rows][:1] == [1_000_00]
    sums = ReceiptSums(900_00, 30_00, 10_00)
    room.presenter.bills.take_sums(sums)
    room.save(sums=sums, mode=Mode.CASH)
    receipt = room.standing("R/1")
    assert (receipt.mode, receipt.amount_paise) == (Mode.CASH, 940_00)
    assert receipt.claims == (Claim(room.plain.vouchers["S/1"], 1, -940_00),)
    assert room.open_paise()["SA01/26/000001"] == 60_00
    assert room.is_tied_out()


def test_parts_that_a_person_chose_stay(room: Room) -> None:
    room.amend("R/3")
    spread = room.view.spread
    chosen = {row.bill.number: row.part_paise for row in spread.rows if row.part_paise}
    assert (chosen, spread.rest_paise) == ({"SA01/26/000002": 60_00}, 40_00)
    room.presenter.bills.take_sums(ReceiptSums(150_00))
    assert room.view.spread.rest_paise == 40_00
    room.presenter.bills.take_sums(ReceiptSums(90_00))
    room.save(sums=ReceiptSums(90_00))
    assert [claim.amount_paise for claim in room.standing("R/3").claims] == [-60_00]
    room.amend("R/3")
    room.presenter.bills.change_order()
    assert room.view.spread.rest_paise == 0


def test_an_advance_is_put_on_account(room: Room) -> None:
    room.amend("R/6")
    assert room.view.spread.is_advance
    room.presenter.bills.keep_as_advance()
    room.save()
    assert room.standing("R/6").bills == ()
    room.amend("R/6")
    room.presenter.bills.keep_as_advance()
    room.save()
    [advance] = room.standing("R/6").bills
    assert (advance.number, advance.amount_paise) == (room.standing("R/6").number, -70_00)
    assert room.is_tied_out()


def test_a_receipt_is_given_to_another_party(room: Room) -> None:
    room.amend("R/1")
    room.presenter.choose_party(hit_of(room.plain, "Loose"))
    assert room.view.spread.rows == ()
    room.save()
    assert room.view.problems == []
    receipt = room.standing("R/1")
    assert (receipt.party_id, receipt.claims) == (room.plain.parties["Loose"], ())
    assert room.is_tied_out()


def test_the_bills_are_open_as_if_it_had_not_been(room: Room) -> None:
    room.amend("R/1")
    [first, *_rest] = room.view.spread.rows
    assert (first.bill.open_paise, first.left_paise) == (1_000_00, 0)
    room.presenter.bills.take_part(0, 0, "1000.01")
    assert room.view.problems[-1][0] == "bills"


def test_nobody_is_asked_about_the_receipt_itself(room: Room) -> None:
    room.plain.write("receipt  R/9  2026-11-03  Asha  1,200.00  upi")
    room.amend("R/1")
    room.save(narration="still the same money")
    assert (room.view.doubts, len(room.view.amended)) == (0, 1)
    room.amend("R/1")
    room.save(on=date(2026, 11, 2))
    assert (room.view.doubts, len(room.view.amended)) == (0, 1)
    room.amend("R/1")
    room.presenter.bills.take_sums(ReceiptSums(1_200_00))
    room.save(sums=ReceiptSums(1_200_00), on=date(2026, 11, 3))
    assert (room.view.doubts, len(room.view.amended)) == (1, 0)
    room.save(sums=ReceiptSums(1_200_00), on=date(2026, 11, 3))
    assert len(room.view.amended) == 1


# Sales and notes -------------------------------------------------------------------------------


def test_a_sale_of_another_amount_and_day(room: Room) -> None:
    room.amend("S/1")
    assert (room.view.form.amount_paise, room.view.form.reference) == (1_000_00, "PO 7")
    assert room.view.balances.previous_paise == room.view.party.balance_paise
    room.save(amount_paise=1_100_00, on=date(2026, 11, 3), due_on=date(2026, 11, 9))
    sale = room.standing("S/1")
    assert sale.bills == (
        BillOpened(1, "SA01/26/000001", 1_100_00, date(2026, 11, 3), date(2026, 11, 9)),
    )
    assert room.is_tied_out()


def test_a_due_date_before_the_bill_is_told_at_its_field(room: Room) -> None:
    room.amend("S/1")
    room.save(due_on=date(2026, 10, 1))
    assert room.view.problems[-1][0] == "due_on"
    assert room.view.amended == []


def test_goods_are_changed_line_by_line(room: Room) -> None:
    before = room.amend("S/4")
    assert [row.taxable_paise for row in room.view.goods] == [5_162_50, 200_00]
    room.presenter.put_goods(GOODS[1]._replace(quantity_milli=20_000), 1)
    room.save()
    sale = room.standing("S/4")
    assert [line.quantity_milli for line in sale.items] == [2_500, 20_000]
    assert sale.items[0] == before.voucher.items[0]
    assert sale.amount_paise == before.amount_paise + 200_00
    assert room.is_tied_out()


def test_a_sum_becomes_goods(room: Room) -> None:
    room.amend("S/2")
    room.presenter.turn_to_goods()
    room.presenter.put_goods(GOODS[1], -1)
    room.save(amount_paise=0)
    sale = room.standing("S/2")
    assert ([line.name for line in sale.items], sale.amount_paise) == (["Salt"], 200_00)


def test_a_credit_note_lies_on_other_bills(room: Room) -> None:
    room.amend("C/1")
    rows = [row.bill.number for row in room.view.spread.rows]
    room.presenter.bills.take_part(rows.index("SA01/26/000002"), 0, "0")
    assert room.view.spread.rest_paise >= 0
    room.save(amount_paise=45_00)
    assert room.standing("C/1").amount_paise == 45_00
    assert room.is_tied_out()


def test_a_debit_note_is_charged_for_something_else(room: Room) -> None:
    room.amend("D/1")
    assert (room.view.form.account_code, room.view.form.due_on) == ("charges", date(2026, 11, 10))
    room.save(account_code="interest")
    codes = [line.account_code for line in room.standing("D/1").postings]
    assert codes == [DEBTORS, "interest"]


# Payments, journals, contras -------------------------------------------------------------------


def test_a_payment_uses_up_advances_anew(room: Room) -> None:
    room.amend("P/1")
    room.save(amount_paise=200_00)
    assert [claim.amount_paise for claim in room.standing("P/1").claims] == [200_00]
    assert room.open_paise()["A/1"] == -300_00
    room.amend("P/1")
    room.save(amount_paise=700_00, mode=Mode.BANK)
    payment = room.standing("P/1")
    assert [claim.amount_paise for claim in payment.claims] == [500_00]
    assert payment.postings[1] == Posting("bank", -700_00)
    assert room.is_tied_out()


def test_a_journal_s_lines_are_changed(room: Room) -> None:
    room.amend("J/1")
    party, other = room.view.lines
    assert (party.words, other.words) == ("Asha", "Bad debts")
    room.presenter.put_line(party._replace(amount_paise=-4_00), 0)
    room.presenter.put_line(other._replace(amount_paise=4_00), 1)
    room.save()
    assert [claim.amount_paise for claim in room.standing("J/1").claims] == [-4_00]
    room.amend("J/1")
    party, other = room.view.lines
    room.presenter.put_line(party._replace(amount_paise=-9_00), 0)
    room.presenter.put_line(other._replace(amount_paise=9_00), 1)
    room.save()
    assert sum(claim.amount_paise for claim in room.standing("J/1").claims) == -9_00
    assert room.is_tied_out()


def test_a_journal_that_is_not_equal_stays_in_its_form(room: Room) -> None:
    room.amend("J/2")
    room.presenter.put_line(room.view.lines[0]._replace(amount_paise=1), 0)
    room.save()
    assert room.view.problems[-1][0] == "lines"
    assert room.inline.ran == []


def test_a_contra_goes_the_other_way(room: Room) -> None:
    room.amend("K/1")
    assert room.view.balances_paise["bank"] == 1_200_00
    room.save(from_code="bank", to_code="cash", amount_paise=70_00)
    assert room.standing("K/1").postings == (Posting("cash", 70_00), Posting("bank", -70_00))
    room.amend("K/1")
    room.save(to_code="bank")
    assert room.view.problems[-1][0] == "account"


# From outside, and what the form cannot show ---------------------------------------------------


@pytest.mark.parametrize(
    ("name", "values", "why"),
    [
        (
            "R/3",
            {
                "postings": (
                    Posting("cash", 95_00),
                    Posting("charges", 5_00),
                    Posting(DEBTORS, -100_00),
                )
            },
            Fixed.LINES,
        ),
        (
            "S/2",
            {
                "postings": (
                    Posting(DEBTORS, 2_000_00),
                    Posting("sales", -1_900_00),
                    Posting("cgst", -100_00),
                )
            },
            Fixed.TAX,
        ),
        ("J/1", {"bills": (BillOpened(1, "X", -1, date(2026, 11, 7), date(2026, 11, 7)),)}, None),
        (
            "K/1",
            {
                "postings": (
                    Posting("bank", 90_00),
                    Posting("charges", 10_00),
                    Posting("cash", -100_00),
                )
            },
            Fixed.LINES,
        ),
    ],
)
def test_sums_that_the_form_cannot_show_stay(
    room: Room, name: str, values: dict[str, Any], why: Fixed | None
) -> None:
    room.post_anew(name, **values)
    before = room.amend(name)
    assert room.view.amends == (before.number, why or Fixed.BILLS)
    room.save(narration="another word", on=date(2026, 11, 9))
    after = room.standing(name)
    assert after == replace(
        before.voucher, narration="another word", on=date(2026, 11, 9), bills=after.bills
    )
    assert [bill.amount_paise for bill in after.bills] == [
        bill.amount_paise for bill in before.voucher.bills
    ]


def test_a_receipt_on_a_bill_that_is_not_here_keeps_its_claims(room: Room) -> None:
    room.plain.write("cancel  S/2  wrong")
    room.amend("R/3")
    assert room.view.amends == ("RA01/26/000003", Fixed.CLAIMS)


def test_a_bounced_cheque_s_payment_keeps_what_it_opens_again(room: Room) -> None:
    room.post_anew("P/1", claims=(Claim(room.plain.vouchers["S/1"], 1, 600_00),))
    before = room.amend("P/1")
    assert room.view.amends == (before.number, Fixed.CLAIMS)
    room.save(reference="000123")
    assert room.standing("P/1").claims == before.voucher.claims


# Somebody else ---------------------------------------------------------------------------------


def test_somebody_else_was_first_and_nothing_typed_is_lost(room: Room) -> None:
    room.amend("R/1")
    room.post_anew("R/1", reference="UTR 9")
    room.save(narration="mine")
    [clash] = room.view.clashes
    assert [version.reason for version in clash.versions] == ["theirs"]
    assert clash.now.voucher.reference == "UTR 9"
    assert clash.written_by.endswith("(A01)")
    assert room.view.amended == []
    room.save(narration="mine")
    standing = room.standing("R/1")
    assert (standing.narration, standing.reference) == ("mine", "")
    assert room.view.amended == [standing.number]


def test_a_voucher_that_was_cancelled_meanwhile_is_left(room: Room) -> None:
    room.amend("R/1")
    cancel = CancelVoucher(
        fact_id=FactId(room.plain.ids.mint()),
        voucher_id=room.plain.vouchers["R/1"],
        reason="entered twice",
    )
    room.plain.run(cancel)
    room.save(narration="mine")
    assert room.view.problems[-1][0] == "voucher"
    assert (room.view.amended, room.view.clashes) == ([], [])
