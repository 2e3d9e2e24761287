from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.amending import (
    Amended,
    amended,
    may_change_amount,
    may_change_mode,
)
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    BillOpened,
    Claim,
    Mode,
    Posting,
    Voucher,
    VoucherKind,
    check_voucher,
)

DAY, LATER, DUE = date(2026, 4, 1), date(2026, 4, 11), date(2026, 5, 1)
ASHA = PartyId(b"a" * 16)
BILLS = VoucherId(b"v" * 16)
SALE = Voucher(
    kind=VoucherKind.SALES_INVOICE,
    number="S/1",
    on=DAY,
    party_id=ASHA,
    postings=(Posting(DEBTORS, 500), Posting("sales", -500)),
    bills=(BillOpened(1, "S/1", 500, DAY, DUE),),
)
RECEIPT = Voucher(
    kind=VoucherKind.RECEIPT,
    number="R/1",
    on=DAY,
    party_id=ASHA,
    postings=(Posting("cash", 500), Posting(DEBTORS, -500)),
    claims=(Claim(BILLS, 1, -200), Claim(BILLS, 2, -250)),
    mode=Mode.CASH,
)


def _wanted(voucher: Voucher, **values: object) -> Amended:
    same: dict[str, object] = {
        "on": voucher.on,
        "amount_paise": voucher.amount_paise,
        "mode": voucher.mode,
        "reference": voucher.reference,
        "narration": voucher.narration,
    }
    return Amended(**(same | values))  # type: ignore[arg-type]


def test_nothing_wanted_changes_nothing() -> None:
    for voucher in (SALE, RECEIPT):
        assert amended(voucher, _wanted(voucher)) == voucher


def test_words_and_day_and_the_days_of_credit_stay() -> None:
    moved = amended(SALE, _wanted(SALE, on=LATER, reference="order 7", narration="by hand"))
    assert (moved.on, moved.reference, moved.narration) == (LATER, "order 7", "by hand")
    assert (moved.bills[0].bill_on, moved.bills[0].due_on) == (LATER, date(2026, 5, 11))


def test_a_bill_of_another_day_keeps_its_day() -> None:
    old = replace(SALE, bills=(SALE.bills[0]._replace(bill_on=date(2025, 1, 1)),))
    assert amended(old, _wanted(old, on=LATER)).bills == old.bills


def test_a_bill_has_the_new_amount() -> None:
    more = amended(SALE, _wanted(SALE, amount_paise=700))
    assert more.postings == (Posting(DEBTORS, 700), Posting("sales", -700))
    assert more.bills[0].amount_paise == 700


def test_money_goes_to_the_account_of_its_mode() -> None:
    upi = amended(RECEIPT, _wanted(RECEIPT, mode=Mode.UPI))
    assert upi.mode is Mode.UPI
    assert upi.postings == (Posting("bank", 500), Posting(DEBTORS, -500))


def test_less_money_leaves_the_last_bills_first() -> None:
    less = amended(RECEIPT, _wanted(RECEIPT, amount_paise=300))
    assert [claim.amount_paise for claim in less.claims] == [-200, -100]
    least = amended(RECEIPT, _wanted(RECEIPT, amount_paise=200))
    assert [claim.amount_paise for claim in least.claims] == [-200]


def test_what_says_more_than_one_amount_is_not_changed() -> None:
    taxed = replace(
        SALE, postings=(Posting(DEBTORS, 500), Posting("sales", -400), Posting("cgst", -100))
    )
    journal = replace(RECEIPT, kind=VoucherKind.JOURNAL, mode=None)
    advance = replace(SALE, bills=(SALE.bills[0]._replace(amount_paise=300),))
    for voucher in (taxed, journal, advance):
        assert not may_change_amount(voucher)
        assert amended(voucher, _wanted(voucher, amount_paise=900)) == voucher
    assert not may_change_mode(journal)
    assert not may_change_mode(replace(RECEIPT, mode=Mode.CHEQUE))


@given(
    amount=st.integers(1, 10**12),
    mode=st.sampled_from(Mode),
    on=st.dates(),
    voucher=st.sampled_from((SALE, RECEIPT)),
)
def test_whatever_is_wanted_can_stand_in_books(
    amount: int, mode: Mode, on: date, voucher: Voucher
) -> None:
    made = amended(voucher, _wanted(voucher, amount_paise=amount, mode=mode, on=on))
    check_voucher(made)
    assert made.amount_paise == amount
    assert sum(abs(claim.amount_paise) for claim in made.claims) <= amount
