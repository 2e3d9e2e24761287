from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    BillKey,
    BillOpened,
    Claim,
    Posting,
    Voucher,
    VoucherKind,
    check_voucher,
    party_balances,
)

DAY = date(2026, 4, 1)
ASHA, BINA = PartyId(b"a" * 16), PartyId(b"b" * 16)
BILL = VoucherId(b"v" * 16)
SALE = Voucher(
    kind=VoucherKind.SALES_INVOICE,
    number="SA01/26/000001",
    on=DAY,
    party_id=ASHA,
    postings=(Posting(DEBTORS, 105), Posting("sales", -100), Posting("cgst", -5)),
    bills=(BillOpened(1, "SA01/26/000001", 105, DAY, DAY),),
)


def test_the_kinds_have_the_letters_of_their_numbers() -> None:
    assert "".join(VoucherKind) == "SRCDJKPO"
    assert VoucherKind.SALES_INVOICE.word == "sales_invoice"
    assert VoucherKind.OPENING_BILL.caption == "Opening bill"


def test_a_vouchers_size_is_the_sum_of_its_debits() -> None:
    assert SALE.amount_paise == 105
    moved = replace(SALE, postings=(Posting("bank", 7), Posting("cash", 3), Posting("x", -10)))
    assert moved.amount_paise == 10


def test_a_line_belongs_to_its_own_party_or_the_vouchers() -> None:
    assert SALE.party_of(Posting(DEBTORS, 1)) == ASHA
    assert SALE.party_of(Posting(DEBTORS, 1, BINA)) == BINA
    assert SALE.party_of(Claim(BILL, 1, -5, party_id=BINA)) == BINA
    assert replace(SALE, party_id=None).party_of(SALE.bills[0]) is None


def test_a_claim_names_its_bill() -> None:
    assert Claim(BILL, 2, -5).bill == BillKey(BILL, 2)


@given(
    st.lists(
        st.tuples(st.sampled_from([None, ASHA, BINA]), st.integers(-99, 99).filter(bool)),
        max_size=6,
    )
)
def test_what_a_voucher_moves_is_summed_by_party(lines: list[tuple[PartyId | None, int]]) -> None:
    postings = tuple(Posting(DEBTORS, paise, party_id) for party_id, paise in lines)
    moved = party_balances(replace(SALE, postings=(*postings, Posting("cash", 7))))
    assert sum(moved.values()) == sum(paise for _party_id, paise in lines)
    assert moved.get(BINA, 0) == sum(paise for party_id, paise in lines if party_id == BINA)


def test_a_debtors_line_of_nobody_is_a_bug() -> None:
    with pytest.raises(AssertionError, match="needs a party"):
        party_balances(replace(SALE, party_id=None))


def test_a_sound_voucher_is_let_through() -> None:
    check_voucher(SALE)
    check_voucher(replace(SALE, claims=(Claim(BILL, 1, -50),), number="x" * 64))


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"number": ""}, "number", "needs a number"),
        ({"number": "x" * 65}, "number", "at most 64"),
        ({"postings": ()}, "amount", "one debit and one credit"),
        ({"postings": (Posting("cash", 5),)}, "amount", "one debit and one credit"),
        (
            {"postings": (Posting("cash", 0), Posting("bank", 0))},
            "amount",
            "every line of a voucher needs one",
        ),
        ({"postings": (Posting(DEBTORS, 5), Posting("sales", -7))}, "amount", "differ by 0.02"),
        ({"bills": (BillOpened(1, "S/1", 5, DAY, DAY, BINA),)}, "bills", "does not post to"),
        ({"claims": (Claim(BILL, 1, -5, party_id=BINA),)}, "bills", "does not post to"),
        ({"claims": (Claim(BILL, 1, 0),)}, "bills", "has no amount"),
        ({"bills": (BillOpened(1, "S/1", 0, DAY, DAY),)}, "bills", "has no amount"),
        (
            {
                "party_id": None,
                "postings": (Posting("cash", 5), Posting("bank", -5)),
            },
            "bills",
            "does not post to",
        ),
    ],
)
def test_a_voucher_that_could_not_stand_is_refused(
    changes: dict[str, Any], field: str, sentence: str
) -> None:
    with pytest.raises(BadInput, match=sentence) as caught:
        check_voucher(replace(SALE, **changes))
    assert caught.value.field == field


def test_two_bills_at_one_place_are_a_bug() -> None:
    with pytest.raises(AssertionError, match="unique"):
        check_voucher(replace(SALE, bills=(SALE.bills[0], SALE.bills[0])))
