"""Cheques at the receipt, without a window: real books, and where each cheque then stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from collectiq_desktop.core.domain.cheques import ChequeDue, ChequeState
from collectiq_desktop.core.domain.ids import FactId, VoucherId
from collectiq_desktop.core.domain.posting import ReceiptSums
from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.queries.bills import OpenBills
from collectiq_desktop.core.queries.cheques import ChequeLine, ChequeRegister
from collectiq_desktop.core.queries.daybook import DayBook
from collectiq_desktop.core.queries.vouchers import VoucherCard
from collectiq_desktop.core.services.cheques import DepositCheque
from collectiq_desktop.ui.screens.receipt.doubts import Doubt
from collectiq_desktop.ui.screens.receipt.presenter import (
    NO_ADVANCE_YET,
    NO_LET_OFF,
    InHand,
    ReceiptForm,
)
from collectiq_desktop.ui.screens.receipt.sentences import cheque_words, in_hand_words
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks, outstanding
from tests.ui.screens.receipt.counter import TODAY, Counter, counter_of

LATER = date(2026, 12, 5)


@pytest.fixture
def counter(plain_books: PlainBooks, inline: InlineDesk) -> Counter:
    return counter_of(plain_books, inline)


def cheque(rupees: int, cheque_on: date = TODAY, *, number: str = "000123") -> ReceiptForm:
    return ReceiptForm(
        sums=ReceiptSums(rupees * 100),
        mode=Mode.CHEQUE,
        on=TODAY,
        reference=number,
        cheque_on=cheque_on,
        bank="SBI",
    )


def register(counter: Counter) -> tuple[ChequeLine, ...]:
    return counter.plain.ask(ChequeRegister()).lines


def test_a_cheque_of_today_is_a_receipt_and_in_hand(counter: Counter) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    counter.choose("Asha Stores")
    counter.presenter.save(cheque(400))
    [line] = register(counter)
    told = (line.number, line.bank, line.cheque_on, line.state, line.due)
    assert told == ("000123", "SBI", TODAY, ChequeState.IN_HAND, ChequeDue.DEPOSIT)
    assert line.receipt_number == "RA01/26/000001"
    assert outstanding(counter.plain, "Asha Stores") == "600.00"
    assert (len(counter.shown.saved), counter.shown.in_hand) == (1, [])


def test_a_post_dated_one_credits_nobody_before_its_day(counter: Counter) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    invoice  S/2  2026-10-05  Asha Stores    500.00
    """
    counter.choose("Asha Stores")
    counter.presenter.bills.take_sums(ReceiptSums(400_00))
    counter.presenter.bills.take_part(0, 5, "0")
    counter.presenter.bills.take_part(1, 5, "400")
    counter.presenter.save(cheque(400, LATER))
    assert counter.shown.in_hand == [InHand("000123", 400_00, "Asha Stores", LATER)]
    assert (counter.shown.saved, counter.shown.details) == ([], None)
    assert outstanding(counter.plain, "Asha Stores") == "1,500.00"
    [line] = register(counter)
    assert (line.due, line.receipt_number, line.bank) == (ChequeDue.POST_DATED, "", "SBI")
    counter.plain.clock.move(ms=13 * 24 * 3_600_000)
    deposit = DepositCheque(
        voucher_id=VoucherId(counter.plain.ids.mint()), cheque_id=line.cheque_id, on=LATER
    )
    counter.plain.run(deposit)
    bills = counter.plain.ask(OpenBills(party_id=counter.plain.parties["Asha Stores"]))
    assert [bill.open_paise for bill in bills] == [1_000_00, 100_00]


def test_where_no_bill_stands_the_oldest_come_first_on_its_day(counter: Counter) -> None:
    """
    party  Asha Stores
    """
    counter.choose("Asha Stores")
    counter.presenter.save(cheque(400, LATER))
    counter.plain.write("invoice  S/1  2026-11-22  Asha Stores  1,000.00")
    counter.plain.clock.move(ms=13 * 24 * 3_600_000)
    [line] = register(counter)
    deposit = DepositCheque(
        voucher_id=VoucherId(counter.plain.ids.mint()), cheque_id=line.cheque_id, on=LATER
    )
    counter.plain.run(deposit)
    bills = counter.plain.ask(OpenBills(party_id=counter.plain.parties["Asha Stores"]))
    assert [bill.open_paise for bill in bills] == [600_00]


def test_from_a_party_and_back_to_it(counter: Counter) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    counter.presenter.begin(counter.plain.parties["Asha Stores"])
    counter.presenter.save(cheque(400, LATER))
    assert (counter.way.backs, len(counter.shown.in_hand)) == (1, 1)


def test_the_same_number_asks_first(counter: Counter) -> None:
    """
    party  Asha Stores
    party  Bina Stores
    """
    for number in ("ab 12", "AB 12"):
        counter.choose("Asha Stores")
        counter.presenter.save(cheque(400, LATER, number=number))
    [doubtful] = counter.shown.doubts
    assert (doubtful.doubt, doubtful.cheque_on) == (Doubt.SAME_CHEQUE, LATER)
    assert len(register(counter)) == 1
    counter.presenter.save(cheque(400, LATER, number="AB 12"))
    assert len(register(counter)) == 2
    counter.choose("Asha Stores")
    counter.presenter.save(cheque(700, number="AB 12"))
    assert len(counter.shown.doubts) == 2
    counter.choose("Bina Stores")
    counter.presenter.save(cheque(400, LATER, number="AB 12"))
    assert (len(counter.shown.doubts), len(register(counter))) == (2, 3)


def test_twelve_of_one_sum_are_taken_without_a_question(counter: Counter) -> None:
    """
    party  Asha Stores
    """
    for month in range(1, 13):
        counter.choose("Asha Stores")
        counter.presenter.save(cheque(400, date(2027, month, 5), number=f"{month:06}"))
    assert (counter.shown.doubts, len(register(counter))) == ([], 12)


def test_a_post_dated_one_wants_its_number(counter: Counter) -> None:
    """
    party  Asha Stores
    """
    counter.choose("Asha Stores")
    counter.presenter.save(cheque(400, LATER, number=""))
    assert [name for name, _sentence in counter.shown.problems] == ["reference"]
    counter.presenter.save(cheque(400, LATER))
    assert len(counter.shown.in_hand) == 1


def test_a_post_dated_one_settles_by_its_own_amount(counter: Counter) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    counter.choose("Asha Stores")
    counter.presenter.save(replace(cheque(400, LATER), sums=ReceiptSums(400_00, 10_00)))
    counter.presenter.bills.take_sums(ReceiptSums(400_00))
    counter.presenter.keep_as_advance()
    counter.presenter.save(cheque(400, LATER))
    assert counter.shown.problems == [("", NO_LET_OFF), ("bills", NO_ADVANCE_YET)]
    assert register(counter) == ()
    counter.presenter.keep_as_advance()
    counter.presenter.save(cheque(400, LATER))
    assert len(register(counter)) == 1


# Posted anew ---------------------------------------------------------------------------


def _amended(counter: Counter) -> VoucherId:
    counter.choose("Asha Stores")
    counter.presenter.save(cheque(400))
    voucher_id = counter.plain.ask(DayBook(is_from_end=True, limit=1)).rows[0].voucher_id
    counter.presenter.amend(voucher_id)
    return voucher_id


def test_a_receipt_by_cheque_comes_back_as_it_was_typed(counter: Counter) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    voucher_id = _amended(counter)
    assert counter.shown.form == cheque(400)
    wanted = replace(cheque(400, date(2026, 11, 20)), bank="PNB", reason="read again")
    counter.presenter.save(wanted)
    assert counter.shown.amended == ["RA01/26/000001"]
    [line] = register(counter)
    assert (line.bank, line.cheque_on) == ("PNB", date(2026, 11, 20))
    assert line.cheque_id == FactId(voucher_id)


def test_a_receipt_does_not_become_post_dated(counter: Counter) -> None:
    """
    party  Asha Stores
    """
    _amended(counter)
    counter.presenter.save(replace(cheque(400, LATER), reason="read again"))
    assert [name for name, _sentence in counter.shown.problems] == ["cheque_on"]
    assert (counter.shown.amended, counter.shown.in_hand) == ([], [])


def test_money_that_was_no_cheque_after_all_has_no_date_of_one(counter: Counter) -> None:
    """
    party  Asha Stores
    """
    voucher_id = _amended(counter)
    form = ReceiptForm(sums=ReceiptSums(400_00), mode=Mode.UPI, on=TODAY, reason="it was UPI")
    counter.presenter.save(form)
    assert counter.shown.amended == ["RA01/26/000001"]
    voucher = counter.plain.ask(VoucherCard(voucher_id=voucher_id)).voucher
    assert (voucher.mode, voucher.cheque_on, voucher.bank) == (Mode.UPI, None, "")
    assert register(counter) == ()


def test_a_cheque_of_which_no_date_was_noted_stays_as_it_was(counter: Counter) -> None:
    """
    receipt  R/1  2026-11-19  Asha Stores  300.00  cheque  ref 000123
    """
    voucher_id = counter.plain.ask(DayBook(is_from_end=True, limit=1)).rows[0].voucher_id
    counter.presenter.amend(voucher_id)
    form = counter.shown.form
    assert isinstance(form, ReceiptForm)
    assert form.cheque_on == date(2026, 11, 19)
    counter.presenter.save(replace(form, narration="by hand", reason="told later"))
    voucher = counter.plain.ask(VoucherCard(voucher_id=voucher_id)).voucher
    assert (voucher.narration, voucher.cheque_on) == ("by hand", None)


def test_what_a_date_means_is_said() -> None:
    assert cheque_words(TODAY, TODAY, is_amending=False) == ""
    assert cheque_words(date(2026, 8, 22), TODAY, is_amending=False) == ""
    assert cheque_words(date(2026, 8, 21), TODAY, is_amending=True).startswith("Older than three")
    assert cheque_words(LATER, TODAY, is_amending=False).endswith("from 05-12-2026.")
    assert "Cancel this receipt" in cheque_words(LATER, TODAY, is_amending=True)
    words = in_hand_words(InHand("000123", 1_25_000_00, "Asha Stores", LATER))
    assert words.startswith("Cheque 000123 is in hand: ₹ 1,25,000.00, Asha Stores.")
