"""The receipt without a window: real books, and a view that notes what it is told."""

from __future__ import annotations

from datetime import date

import pytest

from collectiq_desktop.core.domain.cash import CashRule
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.posting import ReceiptSums
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.domain.vouchers import Mode, VoucherKind
from collectiq_desktop.core.queries.bills import OpenBills
from collectiq_desktop.core.services.parties import AddParty
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.ui.forms.party_presenter import NOBODY
from collectiq_desktop.ui.forms.presenter import Saved
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.receipt.doubts import Doubt
from collectiq_desktop.ui.screens.receipt.presenter import (
    NO_ADVANCES,
    TOO_MUCH_ON_BILLS,
    ReceiptForm,
)
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks, outstanding
from tests.ui.screens.receipt.counter import TODAY, Counter, counter_of, form


@pytest.fixture
def counter(plain_books: PlainBooks, inline: InlineDesk) -> Counter:
    return counter_of(plain_books, inline)


def test_oldest_bills_are_proposed_live(counter: Counter) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    invoice  S/2  2026-10-05  Asha Stores    500.00
    """
    counter.choose("Asha Stores")
    assert counter.shown.parts == [0, 0]
    counter.presenter.bills.take_sums(ReceiptSums(1_200_00))
    assert counter.shown.parts == [1_000_00, 200_00]
    counter.presenter.bills.change_order()
    assert counter.shown.parts == [500_00, 700_00]


def test_saving_records_what_was_shown(counter: Counter) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    invoice  S/2  2026-10-05  Asha Stores    500.00
    """
    counter.choose("Asha Stores")
    counter.presenter.bills.take_sums(ReceiptSums(1_200_00))
    counter.presenter.bills.take_part(0, 5, "600")
    assert counter.shown.parts == [600_00, 500_00]
    counter.save(1_200)
    bills = counter.plain.ask(OpenBills(party_id=counter.plain.parties["Asha Stores"]))
    assert [bill.open_paise for bill in bills] == [400_00]
    assert outstanding(counter.plain, "Asha Stores") == "300.00"
    assert counter.shown.saved == [
        Saved(
            kind=VoucherKind.RECEIPT,
            number="RA01/26/000001",
            party="Asha Stores",
            amount_paise=1_200_00,
            balance_paise=300_00,
        )
    ]
    assert counter.shown.details is None
    assert counter.way.backs == 0


def test_a_discount_settles_beside_the_money(counter: Counter) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    counter.choose("Asha Stores")
    sums = ReceiptSums(900_00, 50_00, 40_00, 10_00)
    counter.presenter.save(ReceiptForm(sums=sums, mode=Mode.UPI, on=TODAY))
    assert outstanding(counter.plain, "Asha Stores") == "0.00"


def test_a_part_that_is_too_much_is_said_and_not_kept(counter: Counter) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    counter.choose("Asha Stores")
    counter.presenter.bills.take_sums(ReceiptSums(500_00))
    for typed in ("1000.01", "x"):
        counter.presenter.bills.take_part(0, 5, typed)
    assert [name for name, _sentence in counter.shown.problems] == ["bills", "bills"]
    assert counter.shown.parts == [500_00]


def test_parts_beyond_the_money_are_refused(counter: Counter) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    counter.choose("Asha Stores")
    counter.presenter.bills.take_part(0, 5, "700")
    counter.save(500)
    assert counter.shown.problems == [("bills", TOO_MUCH_ON_BILLS)]
    assert counter.shown.saved == []


def test_nobody_chosen(counter: Counter) -> None:
    counter.save(500)
    assert counter.shown.problems == [("party", NOBODY)]


def test_refusals_of_the_books_come_to_their_field(counter: Counter) -> None:
    """
    party  Asha Stores
    """
    counter.choose("Asha Stores")
    counter.save(0)
    counter.presenter.save(form(5, on=date(2026, 11, 23)))
    assert [name for name, _sentence in counter.shown.problems] == ["amount", "on"]
    assert not counter.shown.is_saving
    counter.save(5)
    assert len(counter.shown.saved) == 1


def test_the_same_again_is_asked_about_once(counter: Counter) -> None:
    """
    party    Asha Stores
    receipt  R/1  2026-11-22  Asha Stores  500.00
    """
    counter.choose("Asha Stores")
    counter.save(500)
    assert [each.doubt for each in counter.shown.doubts] == [Doubt.SAME_AMOUNT]
    assert counter.shown.saved == []
    counter.save(500)
    assert len(counter.shown.saved) == 1
    counter.choose("Asha Stores")
    counter.save(500)
    assert len(counter.shown.doubts) == 2


def test_another_sum_is_doubted_anew(counter: Counter) -> None:
    """
    party  Asha Stores
    """
    counter.choose("Asha Stores")
    counter.save(1_80_000)
    counter.save(1_90_000)
    assert [each.doubt for each in counter.shown.doubts] == [Doubt.MUCH_CASH] * 2
    assert counter.shown.saved == []
    counter.save(1_90_000)
    assert len(counter.shown.saved) == 1


def test_more_cash_than_the_law_allows_is_never_saved(counter: Counter) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  5,00,000.00
    receipt  R/1  2026-11-21  Asha Stores  1,50,000.00
    """
    counter.choose("Asha Stores")
    for _try in range(3):
        counter.save(50_000)
    weights = [each.cash for each in counter.shown.doubts]
    assert len(weights) == 3
    assert weights[0] is not None
    assert (weights[0].rule, weights[0].number) == (CashRule.BILL, "SA01/26/000001")
    assert (weights[0].is_over, counter.shown.saved) == (True, [])
    counter.save(50_000, mode=Mode.UPI)
    assert len(counter.shown.saved) == 1


def test_what_is_let_off_is_no_cash(counter: Counter) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  5,00,000.00
    """
    counter.choose("Asha Stores")
    sums = ReceiptSums(1_50_000_00, 1_00_000_00)
    counter.presenter.save(ReceiptForm(sums=sums, mode=Mode.CASH, on=TODAY))
    assert (counter.shown.doubts, len(counter.shown.saved)) == ([], 1)


def test_hands_faster_than_the_books(counter: Counter) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    hit = counter.hit("Asha Stores")
    counter.inline.is_holding = True
    counter.presenter.choose_party(hit)
    counter.save(400)
    counter.inline.release()
    assert outstanding(counter.plain, "Asha Stores") == "600.00"


def test_enter_twice_saves_once(counter: Counter) -> None:
    """
    party  Asha Stores
    """
    counter.choose("Asha Stores")
    counter.inline.is_holding = True
    counter.save(400)
    counter.save(400)
    counter.inline.release()
    assert sum(isinstance(each, RecordReceipt) for each in counter.inline.ran) == 1
    assert len(counter.shown.saved) == 1


def test_from_a_party_and_back_to_it(counter: Counter) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    counter.presenter.begin(counter.plain.parties["Asha Stores"])
    assert counter.presenter.is_party_given
    counter.save(400)
    assert counter.way.backs == 1
    assert not counter.presenter.is_party_given


def test_another_party_than_the_one_given_stays_here(counter: Counter) -> None:
    """
    party  Asha Stores
    party  Bina Stores
    """
    counter.presenter.begin(counter.plain.parties["Asha Stores"])
    counter.choose("Bina Stores")
    counter.save(400)
    assert counter.way.backs == 0
    assert outstanding(counter.plain, "Bina Stores") == "-400.00"


def test_bills_that_change_meanwhile(counter: Counter) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    counter.choose("Asha Stores")
    counter.presenter.bills.take_sums(ReceiptSums(900_00))
    counter.plain.write("receipt  R/9  2026-11-22  Asha Stores  300.00  upi")
    party_id = counter.plain.parties["Asha Stores"]
    counter.presenter.books_changed(Touched({Noun.VOUCHER}, {party_id}), counter.presenter)
    assert counter.shown.parts == [900_00]
    counter.presenter.books_changed(Touched({Noun.VOUCHER}, {party_id}), None)
    assert counter.shown.parts == [700_00]


def test_a_bill_paid_elsewhere_before_saving_is_said(counter: Counter) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    counter.choose("Asha Stores")
    counter.presenter.bills.take_sums(ReceiptSums(900_00))
    counter.plain.write("receipt  R/9  2026-11-22  Asha Stores  300.00  upi")
    counter.save(900)
    assert [name for name, _sentence in counter.shown.problems] == ["bills"]
    assert counter.shown.parts == [700_00]
    counter.save(900)
    assert len(counter.shown.saved) == 1


def test_a_running_account_has_no_bills(counter: Counter) -> None:
    """
    party    Chand  not bill-wise
    invoice  S/1  2026-10-01  Chand  1,000.00
    """
    counter.choose("Chand")
    counter.save(400)
    assert outstanding(counter.plain, "Chand") == "600.00"


def test_a_party_is_added_on_the_way(counter: Counter) -> None:
    """
    party  Asha Stores
    """
    counter.presenter.on_the_way.add("Chand")
    place = counter.way.places[-1]
    assert place == Place(screen="party_form", party_id=place.party_id, text="Chand")
    counter.presenter.on_the_way.resume()
    assert (counter.shown.problems, counter.shown.went_on) == ([], 0)
    counter.presenter.on_the_way.add("Chand")
    party_id = counter.way.places[-1].party_id
    assert party_id is not None
    counter.plain.run(AddParty(party_id=party_id, party=Party(name="Chand")))
    counter.presenter.on_the_way.resume()
    assert counter.shown.details is not None
    assert counter.shown.details.party.name == "Chand"
    assert counter.shown.went_on == 1


def test_what_is_typed_while_it_is_saved_does_not_confuse_it(counter: Counter) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    counter.choose("Asha Stores")
    counter.inline.is_holding = True
    counter.save(400)
    counter.presenter.drop_party()
    counter.inline.release()
    assert counter.shown.saved == []
    assert outstanding(counter.plain, "Asha Stores") == "1,000.00"


# An advance ------------------------------------------------------------------------


def test_money_for_a_bill_to_come_is_an_advance(counter: Counter) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  1,000.00
    """
    counter.choose("Asha Stores")
    counter.presenter.bills.take_sums(ReceiptSums(400_00))
    counter.presenter.keep_as_advance()
    assert (counter.shown.parts, counter.shown.spread.is_advance) == ([0], True)
    counter.save(400)
    party_id = counter.plain.parties["Asha Stores"]
    bills = counter.plain.ask(OpenBills(party_id=party_id))
    assert [(bill.open_paise, bill.is_advance) for bill in bills] == [
        (1_000_00, False),
        (-400_00, True),
    ]
    assert not counter.shown.spread.is_advance


def test_what_bills_do_not_take_is_an_advance_where_it_is_said(counter: Counter) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  1,000.00
    """
    counter.choose("Asha Stores")
    counter.presenter.bills.take_sums(ReceiptSums(1_500_00))
    counter.presenter.keep_as_advance()
    assert counter.shown.parts == [1_000_00]
    draft = counter.presenter.draft()
    counter.presenter.begin()
    counter.presenter.restore(draft)
    counter.save(1_500)
    [advance] = counter.plain.ask(OpenBills(party_id=counter.plain.parties["Asha Stores"]))
    assert advance.open_paise == -500_00


def test_a_party_without_bills_has_no_advance(counter: Counter) -> None:
    """
    party  Asha Stores  not bill-wise
    """
    counter.choose("Asha Stores")
    counter.presenter.keep_as_advance()
    assert counter.shown.problems == [("bills", NO_ADVANCES)]
    assert not counter.shown.spread.is_advance
