"""Money paid ahead against bills: advances first, then what lies on account."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collectiq_desktop.core.domain.allocation import Allocation
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.vouchers import BillKey
from collectiq_desktop.core.queries.papers import ReceiptOnPaper
from collectiq_desktop.core.services.corrections import CancelVoucher
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.services.set_off import SetOff
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
from tests.plain_books import PlainBooks, fresh_books

S1, S2, R1, R2 = "SA01/26/000001", "SA01/26/000002", "RA01/26/000001", "RA01/26/000002"


def _receipt(plain: PlainBooks, paise: int, **said: Any) -> RecordReceipt:
    return RecordReceipt(
        voucher_id=voucher_id(plain),
        party_id=plain.party_id("Asha"),
        amount_paise=paise,
        **said,
    )


def _set_off(plain: PlainBooks, **parts: int) -> SetOff:
    against = tuple(
        Allocation(BillKey(plain.vouchers[name.replace("_", "/")], 1), paise)
        for name, paise in parts.items()
    )
    return SetOff(
        voucher_id=voucher_id(plain), party_id=plain.party_id("Asha"), allocations=against
    )


# An advance ------------------------------------------------------------------------


def test_what_no_bill_takes_opens_an_advance_where_that_is_said(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    """
    plain = plain_books
    posted = plain.run(_receipt(plain, 15_000, is_advance=True))
    assert bills_of(plain, "Asha") == {S1: 0, R1: -5_000}
    assert sums_of(plain, "Asha") == Sums(-5_000, -5_000, 0)
    paper = plain.ask(ReceiptOnPaper(voucher_id=posted.voucher_id))
    assert [(bill.number, bill.amount_paise) for bill in paper.bills] == [(S1, 10_000), (R1, 5_000)]
    assert (paper.on_account_part_paise, paper.balance_after_paise) == (0, -5_000)
    assert plain.run(_receipt(plain, 1_00, allocations=(), is_advance=True)).number == R2
    assert bills_of(plain, "Asha")[R2] == -1_00
    prove(plain)


def test_nothing_left_opens_no_advance(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    """
    posted = plain_books.run(_receipt(plain_books, 10_000, is_advance=True))
    assert voucher_of(plain_books, posted.voucher_id).bills == ()


def test_no_advance_of_a_party_whose_bills_are_not_kept(plain_books: PlainBooks) -> None:
    """
    party  Asha  not bill-wise
    """
    refusal = refused(plain_books, _receipt(plain_books, 1_00, is_advance=True), BadInput)
    assert refusal.field == "bills"


# Set off --------------------------------------------------------------------------


def test_advances_go_first_and_then_what_lies_on_account(plain_books: PlainBooks) -> None:
    """
    receipt  R/1  2026-05-01  Asha  30.00  on account
    """
    plain = plain_books
    plain.run(_receipt(plain, 5_000, is_advance=True))
    plain.write("invoice  S/1  2026-05-03  Asha  100.00")
    plain.write("invoice  S/2  2026-05-04  Asha   20.00")
    assert sums_of(plain, "Asha") == Sums(4_000, 7_000, -3_000)
    posted = plain.run(_set_off(plain, S_1=5_500, S_2=1_000))
    assert posted.number == "JA01/26/000001"
    assert postings_of(plain, posted.voucher_id) == [("Asha", 6_500), ("Asha", -6_500)]
    assert claims_of(plain, posted.voucher_id) == [
        (R2, 5_000, 5_000),
        (S1, -5_500, -5_500),
        (S2, -1_000, -1_000),
    ]
    assert bills_of(plain, "Asha") == {R2: 0, S1: 4_500, S2: 1_000}
    assert sums_of(plain, "Asha") == Sums(4_000, 5_500, -1_500)
    prove(plain)


def test_it_is_undone_by_cancelling(plain_books: PlainBooks) -> None:
    """
    receipt  R/1  2026-05-01  Asha   30.00  on account
    invoice  S/1  2026-05-03  Asha  100.00
    """
    plain = plain_books
    before = sums_of(plain, "Asha")
    posted = plain.run(_set_off(plain, S_1=3_000))
    cancel = CancelVoucher(
        fact_id=FactId(plain.ids.mint()), voucher_id=posted.voucher_id, reason="the wrong bill"
    )
    plain.run(cancel)
    assert sums_of(plain, "Asha") == before
    prove(plain)


def test_the_same_again_changes_nothing(plain_books: PlainBooks) -> None:
    """
    receipt  R/1  2026-05-01  Asha   30.00  on account
    invoice  S/1  2026-05-03  Asha  100.00
    """
    command = _set_off(plain_books, S_1=3_000)
    first = plain_books.run(command)
    assert plain_books.run(command) == first
    assert sums_of(plain_books, "Asha") == Sums(7_000, 7_000, 0)


@pytest.mark.parametrize(
    ("parts", "field", "words"),
    [
        ({"S_1": 3_001}, "amount", "Only 30.00 is paid ahead"),
        ({"S_1": 10_001}, "bills", "more than is open"),
        ({}, "amount", "more than nothing"),
    ],
)
def test_more_than_there_is_is_refused(
    plain_books: PlainBooks, parts: dict[str, int], field: str, words: str
) -> None:
    """
    receipt  R/1  2026-05-01  Asha   30.00  on account
    invoice  S/1  2026-05-03  Asha  100.00
    """
    refusal = refused(plain_books, _set_off(plain_books, **parts), BadInput)
    assert refusal.field == field
    assert words in refusal.message


def test_what_a_party_owes_on_account_is_nothing_paid_ahead(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-03  Asha  100.00
    opening  O/1  2026-04-01  Asha   50.00
    """
    refusal = refused(plain_books, _set_off(plain_books, S_1=1_00), BadInput)
    assert "Only 0.00" in refusal.message


@settings(max_examples=10)
@given(
    on_account=st.integers(0, 200),
    advances=st.lists(st.integers(1, 80), max_size=3),
    bills=st.lists(st.integers(1, 100), min_size=1, max_size=3),
    parts=st.lists(st.integers(1, 120), min_size=1, max_size=3),
)
def test_the_balance_stays_and_the_books_tie_out(
    on_account: int,
    advances: list[int],
    bills: list[int],
    parts: list[int],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    plain = fresh_books(tmp_path_factory.mktemp("ahead"))
    if on_account:
        plain.run(_receipt(plain, on_account, allocations=()))
    for paise in advances:
        plain.run(_receipt(plain, paise, allocations=(), is_advance=True))
    for number, paise in enumerate(bills):
        plain.write(f"invoice  S/{number}  2026-05-03  Asha  {paise / 100:.2f}")
    before = sums_of(plain, "Asha")
    wanted = {f"S_{number}": part for number, part in enumerate(parts[: len(bills)])}
    fits = all(part <= bill for part, bill in zip(wanted.values(), bills, strict=False))
    amount = sum(wanted.values())
    if fits and amount <= on_account + sum(advances):
        plain.run(_set_off(plain, **wanted))
        after = sums_of(plain, "Asha")
        assert after.balance_paise == before.balance_paise
        from_advances = min(amount, sum(advances))
        assert after.on_account_paise == before.on_account_paise + amount - from_advances
    else:
        refused(plain, _set_off(plain, **wanted), BadInput)
    prove(plain)
    plain.books.close()
