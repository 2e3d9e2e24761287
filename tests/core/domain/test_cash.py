"""The law's limits of cash, as arithmetic."""

from __future__ import annotations

from datetime import date

import pytest

from collectiq_desktop.core.domain.cash import (
    CASH_LIMIT_PAISE,
    CashRule,
    CashTaken,
    CashWeight,
    cash_on_bills,
    person_of,
    received_cash,
    refuse_cash,
    weigh,
)
from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.posting import ReceiptSums, receipt_postings
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    BillKey,
    Claim,
    Mode,
    Posting,
    Voucher,
    VoucherKind,
)

ASHA, BINA = PartyId(b"a" * 16), PartyId(b"b" * 16)
BILL = BillKey(VoucherId(b"v" * 16), 1)
LAKH = 1_00_000_00


def _receipt(sums: ReceiptSums, mode: Mode = Mode.CASH, *claims: int) -> Voucher:
    return Voucher(
        kind=VoucherKind.RECEIPT,
        number="R/1",
        on=date(2026, 4, 1),
        party_id=ASHA,
        postings=receipt_postings(sums, mode),
        claims=tuple(Claim(BILL.voucher_id, n, -paise) for n, paise in enumerate(claims, 1)),
    )


def test_only_cash_counts_and_nothing_that_is_let_off() -> None:
    assert received_cash(_receipt(ReceiptSums(500, 40, 10)), {"cash"}) == {ASHA: 500}
    assert received_cash(_receipt(ReceiptSums(500), Mode.UPI), {"cash"}) == {}
    assert received_cash(_receipt(ReceiptSums(500), Mode.BANK), {"cash", "bank"}) == {ASHA: 500}


def test_money_paid_out_is_not_received() -> None:
    paid = Voucher(
        kind=VoucherKind.PAYMENT,
        number="P/1",
        on=date(2026, 4, 1),
        party_id=ASHA,
        postings=(Posting(DEBTORS, 500), Posting("cash", -500)),
    )
    assert received_cash(paid, {"cash"}) == {}


def test_of_several_parties_each_may_have_paid_it_all() -> None:
    journal = Voucher(
        kind=VoucherKind.JOURNAL,
        number="J/1",
        on=date(2026, 4, 1),
        party_id=ASHA,
        postings=(Posting("cash", 500), Posting(DEBTORS, -200), Posting(DEBTORS, -300, BINA)),
        claims=(Claim(*BILL, -300, party_id=BINA),),
    )
    assert received_cash(journal, {"cash"}) == {ASHA: 200, BINA: 300}
    assert cash_on_bills(journal, BINA, 300) == {BILL: 300}
    assert cash_on_bills(journal, ASHA, 200) == {}


def test_a_bill_has_no_more_cash_than_there_was() -> None:
    receipt = _receipt(ReceiptSums(500, 100), Mode.CASH, 550, 50)
    found = cash_on_bills(receipt, ASHA, 500)
    assert found == {BILL: 500, BillKey(BILL.voucher_id, 2): 50}


def test_the_same_pan_is_the_same_person() -> None:
    assert person_of(pan="aaacc1206d", gstin="") == "AAACC1206D"
    assert person_of(pan="", gstin="24AAACC1206D1ZM") == "AAACC1206D"
    assert person_of(pan="", gstin="") == ""


@pytest.mark.parametrize(
    ("before", "wanted", "is_near", "is_over"),
    [
        (0, 1_79_999_99, False, False),
        (0, 1_80_000_00, True, False),
        (0, 1_99_999_99, True, False),
        (0, 2_00_000_00, True, True),
        (1_50_000_00, 49_999_99, True, False),
        (1_50_000_00, 50_000_00, True, True),
        (2_50_000_00, 0, False, False),
    ],
)
def test_the_limit_itself_is_too_much(
    before: int, wanted: int, *, is_near: bool, is_over: bool
) -> None:
    weight = CashWeight(CashRule.DAY, before, wanted)
    assert (weight.is_near, weight.is_over) == (is_near, is_over)
    assert weight.taken_paise + weight.most_paise < max(CASH_LIMIT_PAISE, before + 1)


def test_the_gravest_is_spoken_of() -> None:
    taken = CashTaken(day_paise=LAKH, bills_paise={BILL: 190_000_00}, numbers={BILL: "S/1"})
    assert weigh(taken, 50_00, {BILL: 50_00}) == CashWeight(CashRule.BILL, 190_000_00, 50_00, "S/1")
    over = weigh(taken, LAKH, {BILL: 20_000_00})
    assert over is not None
    assert (over.rule, over.is_over) == (CashRule.BILL, True)
    assert weigh(CashTaken(), 50_00, {}) is None


def test_the_refusal_says_the_law_and_the_way_out() -> None:
    with pytest.raises(Refused) as day:
        refuse_cash(CashWeight(CashRule.DAY, 1_50_000_00, 60_000_00))
    assert day.value.message == (
        "₹2,00,000 or more in cash from one person in a day is not allowed by s.186 "
        "(before: s.269ST). Taken on this day: 1,50,000.00. Take at most 49,999.99 in cash, "
        "or UPI, cheque or bank."
    )
    assert day.value.field == "amount"
    with pytest.raises(Refused) as bill:
        refuse_cash(CashWeight(CashRule.BILL, 1_99_999_99, 1, "S/7"))
    assert (
        "Taken for this bill S/7: 1,99,999.99. Take it by UPI, cheque or bank."
        in bill.value.message
    )
    refuse_cash(CashWeight(CashRule.DAY, 0, 1_99_999_99))
    refuse_cash(None)
