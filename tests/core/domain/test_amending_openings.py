from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.amending import Fixed, Heading, Whose
from collectiq_desktop.core.domain.amending_openings import Opened, opening_again, read_opening
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.posting import opening_postings
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    BillOpened,
    Claim,
    Posting,
    Voucher,
    VoucherKind,
    check_voucher,
)

ASHA, BINA = PartyId(b"a" * 16), PartyId(b"b" * 16)
DAY, DUE = date(2025, 12, 3), date(2026, 1, 2)
BILL = Voucher(
    kind=VoucherKind.OPENING_BILL,
    number="OA01/25/000001",
    on=DAY,
    party_id=ASHA,
    postings=opening_postings(125_000),
    bills=(BillOpened(1, "OLD/77", 125_000, DAY, DUE),),
    reference="OLD/77",
    narration="from the old book",
)
ON_ACCOUNT = replace(BILL, postings=opening_postings(-900), bills=(), reference="")
OF_ASHA = Whose(ASHA, is_bill_wise=True)


def _heading(old: Voucher) -> Heading:
    due_on = old.bills[0].due_on if old.bills else None
    return Heading(on=old.on, reference=old.reference, narration=old.narration, due_on=due_on)


@pytest.mark.parametrize("old", [BILL, ON_ACCOUNT], ids=["bill", "on account"])
def test_read_and_posted_anew_it_is_itself(old: Voucher) -> None:
    read = read_opening(old)
    assert isinstance(read, Opened)
    assert opening_again(old, _heading(old), OF_ASHA, read) == old


def test_another_number_sum_and_side() -> None:
    made = opening_again(BILL, _heading(BILL), OF_ASHA, Opened(-70, "OLD/78"))
    assert made.bills == (BillOpened(1, "OLD/78", -70, DAY, DUE),)
    assert (made.postings, made.reference) == (opening_postings(-70), "OLD/78")
    assert read_opening(made) == Opened(-70, "OLD/78")


def test_without_a_number_it_stands_on_account_and_with_one_it_is_a_bill() -> None:
    rest = opening_again(BILL, _heading(BILL), OF_ASHA, Opened(125_000, ""))
    assert (rest.bills, rest.reference) == ((), "")
    bill = opening_again(ON_ACCOUNT, _heading(ON_ACCOUNT), OF_ASHA, Opened(900, "OLD/9"))
    assert bill.bills == (BillOpened(1, "OLD/9", 900, DAY, DAY),)


def test_of_a_party_whose_bills_are_not_kept_it_stands_on_account() -> None:
    whose = Whose(BINA, is_bill_wise=False)
    made = opening_again(ON_ACCOUNT, _heading(ON_ACCOUNT), whose, Opened(900, "OLD/9"))
    assert (made.bills, made.party_id) == ((), BINA)


def test_an_import_keeps_the_reference_it_brought() -> None:
    brought = replace(BILL, reference="ledger 12")
    made = opening_again(brought, _heading(brought), OF_ASHA, Opened(1, "OLD/78"))
    assert made.reference == "ledger 12"


def test_it_says_more_than_its_form() -> None:
    two = (*BILL.bills, BillOpened(2, "OLD/78", 5, DAY, DUE))
    assert read_opening(replace(BILL, bills=two)) is Fixed.BILLS
    part = (BILL.bills[0]._replace(amount_paise=5),)
    assert read_opening(replace(BILL, bills=part)) is Fixed.BILLS
    lines = (Posting(DEBTORS, 5), Posting("sales", -5))
    assert read_opening(replace(BILL, postings=lines, bills=())) is Fixed.LINES
    claims = (Claim(VoucherId(b"v" * 16), 1, -5),)
    assert read_opening(replace(ON_ACCOUNT, claims=claims)) is Fixed.CLAIMS
    other = (Posting(DEBTORS, 5, BINA), Posting("opening", -5))
    assert read_opening(replace(BILL, postings=other, bills=())) is Fixed.PARTIES


@given(st.integers(-(10**12), 10**12).filter(bool), st.sampled_from(["", "OLD/1", "१२"]))
def test_whatever_is_typed_can_be_posted_and_is_read_again(paise: int, number: str) -> None:
    made = opening_again(BILL, _heading(BILL), OF_ASHA, Opened(paise, number))
    check_voucher(made)
    assert read_opening(made) == Opened(paise, number)
