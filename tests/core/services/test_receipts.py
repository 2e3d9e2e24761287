"""Receipts: the money, what is let off, the bills they settle, and the rest on account."""

from __future__ import annotations

from typing import Any

import pytest

from collectiq_desktop.core.domain.allocation import Allocation
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.vouchers import BillKey, Mode
from collectiq_desktop.core.services.receipts import RecordReceipt
from tests.core.looking import (
    Sums,
    bills_of,
    claims_of,
    postings_of,
    prove,
    refused,
    sums_of,
    voucher_id,
    voucher_of,
)
from tests.plain_books import PlainBooks

ONE, TWO, THREE = (f"SA01/26/00000{n}" for n in (1, 2, 3))


def _receipt(plain: PlainBooks, paise: int, party: str = "Asha", **said: Any) -> RecordReceipt:
    return RecordReceipt(
        voucher_id=voucher_id(plain),
        party_id=plain.party_id(party),
        amount_paise=paise,
        **said,
    )


def _against(plain: PlainBooks, **parts: int) -> tuple[Allocation, ...]:
    return tuple(
        Allocation(BillKey(plain.vouchers[name.replace("_", "/")], 1), paise)
        for name, paise in parts.items()
    )


def test_a_receipt_goes_to_the_oldest_bills_and_the_rest_on_account(
    plain_books: PlainBooks,
) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00  due 40 days
    invoice  S/2  2026-05-02  Asha   70.00  due 10 days
    invoice  S/3  2026-05-03  Asha   50.00  due 20 days
    """
    plain = plain_books
    first = plain.run(_receipt(plain, 9_000))
    assert postings_of(plain, first.voucher_id) == [("cash", 9_000), ("Asha", -9_000)]
    assert claims_of(plain, first.voucher_id) == [(TWO, -7_000, -7_000), (THREE, -2_000, -2_000)]
    assert bills_of(plain, "Asha") == {TWO: 0, THREE: 3_000, ONE: 10_000}
    assert sums_of(plain, "Asha") == Sums(13_000, 13_000, 0)
    second = plain.run(_receipt(plain, 15_000))
    assert claims_of(plain, second.voucher_id) == [(THREE, -3_000, -3_000), (ONE, -10_000, -10_000)]
    assert sums_of(plain, "Asha") == Sums(-2_000, 0, -2_000)
    prove(plain)


def test_a_receipt_before_any_bill_is_on_account_and_stays_there(plain_books: PlainBooks) -> None:
    """
    receipt  R/1  2026-05-01  Asha  40.00
    invoice  S/1  2026-05-02  Asha  100.00
    """
    assert bills_of(plain_books, "Asha") == {ONE: 10_000}
    assert sums_of(plain_books, "Asha") == Sums(6_000, 10_000, -4_000)
    prove(plain_books)


def test_a_receipt_settles_what_a_person_chose(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    invoice  S/2  2026-05-02  Asha   70.00
    """
    plain = plain_books
    chosen = _against(plain, S_2=5_000)
    posted = plain.run(_receipt(plain, 6_000, allocations=chosen))
    assert claims_of(plain, posted.voucher_id) == [(TWO, -5_000, -5_000)]
    assert sums_of(plain, "Asha") == Sums(11_000, 12_000, -1_000)
    on_account = plain.run(_receipt(plain, 6_000, allocations=()))
    assert claims_of(plain, on_account.voucher_id) == []
    assert sums_of(plain, "Asha") == Sums(5_000, 12_000, -7_000)
    prove(plain)


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"S_1": 10_001}, "more than is open"),
        ({"S_1": 0}, "cannot take this amount"),
        ({"S_1": 6_000, "S_2": 5_000}, "More is set against bills"),
        ({"S_3": 100}, "no longer open"),
        ({"R_1": 100}, "no longer open"),
    ],
)
def test_a_choice_that_cannot_be_is_refused(
    plain_books: PlainBooks, parts: dict[str, int], sentence: str
) -> None:
    plain = plain_books.write(
        """
        invoice  S/3  2026-05-01  Bina   10.00
        invoice  S/1  2026-05-01  Asha  100.00
        invoice  S/2  2026-05-02  Asha   70.00
        receipt  R/1  2026-05-02  Bina   10.00
        """
    )
    command = _receipt(plain, 10_500, allocations=_against(plain, **parts))
    error = refused(plain, command, BadInput)
    assert (error.field, sentence in error.message) == ("bills", True)


def test_a_party_not_kept_bill_wise_has_all_on_account(plain_books: PlainBooks) -> None:
    """
    party    Cash Sales  not bill-wise
    invoice  S/1  2026-05-01  Cash Sales  100.00
    receipt  R/1  2026-05-02  Cash Sales   30.00
    """
    plain = plain_books
    assert bills_of(plain, "Cash Sales") == {}
    assert sums_of(plain, "Cash Sales") == Sums(7_000, 0, 7_000)
    chosen = (Allocation(BillKey(plain.vouchers["S/1"], 1), 100),)
    command = _receipt(plain, 100, party="Cash Sales", allocations=chosen)
    assert "no longer open" in refused(plain, command, BadInput).message
    prove(plain)


def test_discount_tds_and_round_off_settle_like_money(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    """
    plain = plain_books
    posted = plain.run(
        _receipt(
            plain,
            9_000,
            mode=Mode.CHEQUE,
            reference="000123",
            discount_paise=700,
            tds_paise=200,
            round_off_paise=100,
        )
    )
    assert postings_of(plain, posted.voucher_id) == [
        ("cheques", 9_000),
        ("discount", 700),
        ("tds", 200),
        ("round_off", 100),
        ("Asha", -10_000),
    ]
    assert sums_of(plain, "Asha") == Sums(0, 0, 0)
    voucher = voucher_of(plain, posted.voucher_id)
    assert (voucher.mode, voucher.reference) == (Mode.CHEQUE, "000123")
    prove(plain)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"discount_paise": -1}, "discount"),
        ({"tds_paise": -1}, "discount"),
        ({"round_off_paise": 1_001}, "round_off"),
        ({"round_off_paise": -1_001}, "round_off"),
        ({"round_off_paise": -500}, "amount"),
    ],
)
def test_what_cannot_be_let_off_is_refused(
    plain_books: PlainBooks, said: dict[str, Any], field: str
) -> None:
    assert refused(plain_books, _receipt(plain_books, 500, **said), BadInput).field == field


def test_an_advance_is_not_eaten_by_a_receipt(plain_books: PlainBooks) -> None:
    """
    opening  A/1  2026-04-01  Asha  -50.00
    receipt  R/1  2026-05-02  Asha   30.00
    """
    assert bills_of(plain_books, "Asha") == {"A/1": -5_000}
    assert sums_of(plain_books, "Asha") == Sums(-8_000, -5_000, -3_000)
    prove(plain_books)


def test_receipts_settle_in_the_order_in_which_they_were_entered(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    receipt  R/1  2026-05-20  Asha   80.00
    receipt  R/2  2026-05-10  Asha   50.00
    """
    plain = plain_books
    assert claims_of(plain, plain.vouchers["R/1"]) == [(ONE, -8_000, -8_000)]
    assert claims_of(plain, plain.vouchers["R/2"]) == [(ONE, -2_000, -2_000)]
    assert sums_of(plain, "Asha") == Sums(-3_000, 0, -3_000)
