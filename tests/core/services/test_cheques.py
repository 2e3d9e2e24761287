"""Cheques through the books: when accounts move, and that a bounce opens the same bills."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from collectiq_desktop.core.domain.allocation import Allocation
from collectiq_desktop.core.domain.cheques import ChequeDue, ChequeState
from collectiq_desktop.core.domain.errors import BadInput, NotFound, Refused
from collectiq_desktop.core.domain.ids import FactId, PartyId, VoucherId
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    BillKey,
    Claim,
    Mode,
    Posting,
    Voucher,
    VoucherKind,
)
from collectiq_desktop.core.queries.ageing import Ageing
from collectiq_desktop.core.queries.bills import OpenBills
from collectiq_desktop.core.queries.cheques import ChequeLine, ChequeRegister, ChequesDue
from collectiq_desktop.core.queries.vouchers import VoucherCard
from collectiq_desktop.core.services.cheques import (
    BounceCheque,
    ClearCheque,
    DepositCheque,
    GiveBackCheque,
    ReceiveCheque,
)
from collectiq_desktop.core.services.corrections import AmendVoucher
from collectiq_desktop.core.services.receipts import RecordReceipt
from tests.core.looking import (
    Sums,
    bills_of,
    cancellation,
    claims_of,
    fact_id,
    postings_of,
    prove,
    refused,
    run_twice,
    sums_of,
    voucher_id,
)
from tests.core.services.elsewhere import Elsewhere
from tests.plain_books import PlainBooks

ONE, TWO = "SA01/26/000001", "SA01/26/000002"
LATER = date(2026, 11, 25)


@pytest.fixture
def plain(plain_books: PlainBooks) -> PlainBooks:
    """The books of the test's docstring, with their own today."""
    assert plain_books.clock.today_on() < LATER
    return plain_books


def by_cheque(plain: PlainBooks, paise: int, **said: Any) -> FactId:
    """A receipt by cheque of Asha; its id is the cheque's."""
    command = RecordReceipt(
        voucher_id=voucher_id(plain),
        party_id=plain.party_id("Asha"),
        amount_paise=paise,
        mode=Mode.CHEQUE,
        reference="000123",
        **said,
    )
    return FactId(plain.run(command).voucher_id)


def post_dated(plain: PlainBooks, paise: int, **said: Any) -> FactId:
    command = ReceiveCheque(
        fact_id=fact_id(plain),
        party_id=plain.party_id("Asha"),
        amount_paise=paise,
        number="000777",
        cheque_on=said.pop("cheque_on", LATER),
        bank="Bank of Baroda",
        **said,
    )
    received: FactId = run_twice(plain, command)
    return received


def deposit(plain: PlainBooks, cheque_id: FactId, **said: Any) -> VoucherId:
    command = DepositCheque(voucher_id=voucher_id(plain), cheque_id=cheque_id, **said)
    done: VoucherId = run_twice(plain, command).voucher_id
    return done


def bounce(plain: PlainBooks, cheque_id: FactId, **said: Any) -> VoucherId:
    command = BounceCheque(
        voucher_id=voucher_id(plain), cheque_id=cheque_id, reason="Funds insufficient", **said
    )
    done: VoucherId = run_twice(plain, command).voucher_id
    return done


def clear(plain: PlainBooks, cheque_id: FactId) -> None:
    run_twice(plain, ClearCheque(fact_id=fact_id(plain), cheque_id=cheque_id))


def the_cheque(plain: PlainBooks) -> ChequeLine:
    [line] = plain.ask(ChequeRegister()).lines
    return line


def test_a_cheque_that_bounces_opens_the_same_bills_with_their_dates(plain: PlainBooks) -> None:
    """
    invoice  S/1  2026-09-01  Asha  100.00  due 10 days
    invoice  S/2  2026-09-20  Asha   70.00  due 10 days
    """
    before = plain.ask(OpenBills(party_id=plain.parties["Asha"])), plain.ask(Ageing())
    cheque_id = by_cheque(plain, 15_000, discount_paise=500)
    assert bills_of(plain, "Asha") == {ONE: 0, TWO: 1_500}
    deposited = deposit(plain, cheque_id)
    assert postings_of(plain, deposited) == [("bank", 15_000), ("cheques", -15_000)]
    assert the_cheque(plain).state is ChequeState.DEPOSITED
    returned = bounce(plain, cheque_id)
    assert postings_of(plain, returned) == [("bank", -15_000), ("discount", -500), ("Asha", 15_500)]
    assert (plain.ask(OpenBills(party_id=plain.parties["Asha"])), plain.ask(Ageing())) == before
    assert sums_of(plain, "Asha") == Sums(17_000, 17_000, 0)
    line = the_cheque(plain)
    assert (line.state, line.bounces_count, line.credit_id) == (ChequeState.BOUNCED, 1, None)
    prove(plain)


def test_a_bounce_gives_back_only_what_the_cheque_took(plain: PlainBooks) -> None:
    """invoice  S/1  2026-09-01  Asha  100.00"""
    cheque_id = by_cheque(plain, 25_000)
    assert sums_of(plain, "Asha") == Sums(-15_000, 0, -15_000)
    deposit(plain, cheque_id)
    bounce(plain, cheque_id)
    assert bills_of(plain, "Asha") == {ONE: 10_000}
    assert sums_of(plain, "Asha") == Sums(10_000, 10_000, 0)
    prove(plain)


def test_a_bounce_uses_up_the_advance_that_its_receipt_opened(plain: PlainBooks) -> None:
    """invoice  S/1  2026-09-01  Asha  100.00"""
    cheque_id = by_cheque(plain, 25_000, is_advance=True)
    assert bills_of(plain, "Asha") == {ONE: 0, "RA01/26/000001": -15_000}
    deposit(plain, cheque_id)
    bounce(plain, cheque_id)
    assert bills_of(plain, "Asha") == {ONE: 10_000, "RA01/26/000001": 0}
    assert sums_of(plain, "Asha") == Sums(10_000, 10_000, 0)
    prove(plain)


def test_a_charge_for_a_bounce_is_a_bill_of_its_own(plain: PlainBooks) -> None:
    """invoice  S/1  2026-09-01  Asha  100.00"""
    cheque_id = by_cheque(plain, 10_000)
    deposit(plain, cheque_id)
    returned = bounce(plain, cheque_id, charge_paise=30_000)
    assert bills_of(plain, "Asha") == {ONE: 10_000, "JA01/26/000001": 30_000}
    assert ("charges", -30_000) in postings_of(plain, returned)
    prove(plain)


def test_a_post_dated_cheque_moves_nothing_before_its_day(plain: PlainBooks) -> None:
    """invoice  S/1  2026-09-01  Asha  100.00"""
    cheque_id = post_dated(plain, 8_000)
    assert sums_of(plain, "Asha") == Sums(10_000, 10_000, 0)
    line = the_cheque(plain)
    assert (line.due, line.receipt_number, line.credit_id) == (ChequeDue.POST_DATED, "", None)
    early = DepositCheque(voucher_id=voucher_id(plain), cheque_id=cheque_id)
    assert refused(plain, early, Refused).field == "on"
    plain.clock.set_today(LATER)
    assert [each.cheque_id for each in plain.ask(ChequesDue()).lines] == [cheque_id]
    deposited = deposit(plain, cheque_id)
    assert postings_of(plain, deposited) == [("bank", 8_000), ("Asha", -8_000)]
    assert claims_of(plain, deposited) == [(ONE, -8_000, -8_000)]
    assert the_cheque(plain).credit_id == FactId(deposited)
    clear(plain, cheque_id)
    assert the_cheque(plain).state is ChequeState.CLEARED
    prove(plain)


def test_a_post_dated_cheque_goes_to_the_bills_that_it_was_given_for(plain: PlainBooks) -> None:
    """
    invoice  S/1  2026-09-01  Asha  100.00
    invoice  S/2  2026-09-20  Asha   70.00
    """
    meant = (Allocation(BillKey(plain.vouchers["S/2"], 1), 7_000),)
    cheque_id = post_dated(plain, 8_000, allocations=meant)
    plain.write("receipt  R/1  2026-10-01  Asha  40.00  against S/2 40.00")
    plain.clock.set_today(LATER)
    deposited = deposit(plain, cheque_id)
    assert claims_of(plain, deposited) == [(TWO, -3_000, -3_000)]
    assert sums_of(plain, "Asha") == Sums(5_000, 10_000, -5_000)
    prove(plain)


def test_a_bounced_cheque_is_presented_again(plain: PlainBooks) -> None:
    """invoice  S/1  2026-09-01  Asha  100.00"""
    cheque_id = by_cheque(plain, 10_000)
    deposit(plain, cheque_id)
    bounce(plain, cheque_id)
    again = deposit(plain, cheque_id)
    assert postings_of(plain, again) == [("bank", 10_000), ("Asha", -10_000)]
    assert bills_of(plain, "Asha") == {ONE: 0}
    bounce(plain, cheque_id)
    assert bills_of(plain, "Asha") == {ONE: 10_000}
    assert the_cheque(plain).bounces_count == 2
    run_twice(plain, GiveBackCheque(fact_id=fact_id(plain), cheque_id=cheque_id))
    assert the_cheque(plain).state is ChequeState.GIVEN_BACK
    prove(plain)


def test_steps_that_do_not_fit_are_refused(plain: PlainBooks) -> None:
    """invoice  S/1  2026-09-01  Asha  100.00"""
    cheque_id = by_cheque(plain, 10_000)
    nothing = FactId(b"?" * 16)
    refused(plain, ClearCheque(fact_id=fact_id(plain), cheque_id=cheque_id), Refused)
    refused(plain, ClearCheque(fact_id=fact_id(plain), cheque_id=nothing), NotFound)
    back = GiveBackCheque(fact_id=fact_id(plain), cheque_id=cheque_id)
    assert "cancel the receipt" in refused(plain, back, Refused).message
    deposit(plain, cheque_id)
    again = DepositCheque(voucher_id=voucher_id(plain), cheque_id=cheque_id)
    assert refused(plain, again, Refused).field == "cheque"
    before = BounceCheque(
        voucher_id=voucher_id(plain), cheque_id=cheque_id, reason="x", on=date(2026, 1, 1)
    )
    assert refused(plain, before, BadInput).field == "on"
    silent = BounceCheque(voucher_id=voucher_id(plain), cheque_id=cheque_id, reason=" ")
    assert refused(plain, silent, BadInput).field == "reason"


def test_the_receipt_of_a_cheque_that_went_on_stays(plain: PlainBooks) -> None:
    """
    invoice  S/1  2026-09-01  Asha  100.00
    receipt  R/1  2026-09-02  Asha  100.00  cheque
    """
    cheque_id = FactId(plain.vouchers["R/1"])
    plain.vouchers["deposit"] = deposit(plain, cheque_id)
    assert "gone on" in refused(plain, cancellation(plain, "R/1"), Refused).message
    plain.run(cancellation(plain, "deposit"))
    assert the_cheque(plain).state is ChequeState.IN_HAND
    plain.run(cancellation(plain, "R/1"))
    assert plain.ask(ChequeRegister()).lines == ()
    prove(plain)


def test_a_cheque_with_a_later_date_is_no_receipt(plain: PlainBooks) -> None:
    """invoice  S/1  2026-09-01  Asha  100.00"""
    asha = PartyId(plain.parties["Asha"])
    said: dict[str, Any] = {"voucher_id": voucher_id(plain), "party_id": asha, "amount_paise": 100}
    later = RecordReceipt(**said, mode=Mode.CHEQUE, cheque_on=LATER)
    assert refused(plain, later, Refused).field == "cheque_on"
    no_cheque = RecordReceipt(**said, mode=Mode.UPI, cheque_on=date(2026, 1, 1))
    assert refused(plain, no_cheque, BadInput).field == "cheque_on"
    common: dict[str, Any] = {"party_id": asha, "amount_paise": 100}
    for number, cheque_on, field in (
        ("", LATER, "reference"),
        ("1", date(2026, 1, 1), "cheque_on"),
    ):
        command = ReceiveCheque(
            fact_id=fact_id(plain), number=number, cheque_on=cheque_on, **common
        )
        assert refused(plain, command, BadInput).field == field


# Other counters -------------------------------------------------------------


def test_a_receipt_does_not_move_before_the_day_of_its_cheque(plain: PlainBooks) -> None:
    receipt_id = by_cheque(plain, 400_00)
    old = plain.ask(VoucherCard(voucher_id=VoucherId(receipt_id))).voucher

    def amend(**anew: Any) -> None:
        command = AmendVoucher(
            fact_id=FactId(plain.ids.mint()),
            voucher_id=VoucherId(receipt_id),
            voucher=replace(old, **anew),
            reason="read again",
        )
        plain.run(command)

    for anew in ({"cheque_on": old.on + timedelta(days=1)}, {"on": old.on - timedelta(days=40)}):
        with pytest.raises(Refused) as refusal:
            amend(**{"cheque_on": old.on, **anew})
        assert refusal.value.field == "cheque_on"
    amend(cheque_on=old.on - timedelta(days=1), bank="PNB")
    assert (the_cheque(plain).bank, the_cheque(plain).state) == ("PNB", ChequeState.IN_HAND)


def test_of_two_deposits_the_first_in_the_order_counts(plain: PlainBooks) -> None:
    """invoice  S/1  2026-09-01  Asha  100.00"""
    elsewhere = Elsewhere(plain)
    cheque_id = post_dated(plain, 8_000)
    elsewhere.place_own()
    plain.clock.set_today(LATER)
    deposit(plain, cheque_id)
    elsewhere.place_own("overruled")
    assert the_cheque(plain).state is ChequeState.IN_HAND
    assert sums_of(plain, "Asha") == Sums(10_000, 10_000, 0)
    prove(plain)


def test_a_bounce_gives_back_what_the_cheque_took_in_the_firms_order(plain: PlainBooks) -> None:
    """invoice  S/1  2026-09-01  Asha  100.00"""
    elsewhere = Elsewhere(plain)
    elsewhere.place_own()
    cheque_id = by_cheque(plain, 10_000)
    deposit(plain, cheque_id)
    bounce(plain, cheque_id)
    asha = plain.parties["Asha"]
    theirs = Voucher(
        kind=VoucherKind.RECEIPT,
        number="RE01/26/000001",
        on=date(2026, 9, 5),
        party_id=asha,
        postings=(Posting("cash", 3_000), Posting(DEBTORS, -3_000)),
        claims=(Claim(plain.vouchers["S/1"], 1, -3_000),),
    )
    elsewhere.place_first(theirs, b"t" * 16)
    # Their receipt was settled first: of the cheque, only 70 had been for the bill.
    assert claims_of(plain, VoucherId(cheque_id)) == [(ONE, -10_000, -7_000)]
    elsewhere.place_own()
    assert bills_of(plain, "Asha") == {ONE: 7_000}
    assert sums_of(plain, "Asha") == Sums(7_000, 7_000, 0)
    prove(plain)


@pytest.mark.parametrize("verdict", ["held", "overruled"])
def test_a_step_without_effect_changes_nothing(plain: PlainBooks, verdict: str) -> None:
    """invoice  S/1  2026-09-01  Asha  100.00"""
    elsewhere = Elsewhere(plain)
    cheque_id = by_cheque(plain, 10_000)
    deposit(plain, cheque_id)
    elsewhere.place_own()
    clear(plain, cheque_id)
    elsewhere.place_own(verdict)
    assert the_cheque(plain).state is ChequeState.DEPOSITED
    prove(plain)
