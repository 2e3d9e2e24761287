"""Credit notes lower what a party owes, debit notes raise it."""

from __future__ import annotations

from datetime import date
from typing import Any

from collectiq_desktop.core.domain.allocation import Allocation
from collectiq_desktop.core.domain.errors import BadInput, NotFound
from collectiq_desktop.core.domain.posting import GoodsLine
from collectiq_desktop.core.domain.vouchers import BillKey
from collectiq_desktop.core.services.notes import PostCreditNote, PostDebitNote
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

ONE, TWO = "SA01/26/000001", "SA01/26/000002"
DEBIT = "DA01/26/000001"
GOODS = (GoodsLine("Soap", 1_000, 10_000, gst_rate_bp=1_800),)


def _common(plain: PlainBooks, **said: Any) -> dict[str, Any]:
    return {"voucher_id": voucher_id(plain), "party_id": plain.party_id("Asha")} | said


def test_a_credit_note_lowers_the_oldest_bills(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    invoice  S/2  2026-05-02  Asha   70.00
    """
    plain = plain_books
    posted = plain.run(PostCreditNote(**_common(plain, amount_paise=12_000)))
    assert postings_of(plain, posted.voucher_id) == [("sales_return", 12_000), ("Asha", -12_000)]
    assert claims_of(plain, posted.voucher_id) == [(ONE, -10_000, -10_000), (TWO, -2_000, -2_000)]
    assert sums_of(plain, "Asha") == Sums(5_000, 5_000, 0)
    prove(plain)


def test_a_credit_note_lowers_the_bill_it_is_for(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    invoice  S/2  2026-05-02  Asha   70.00
    """
    plain = plain_books
    chosen = (Allocation(BillKey(plain.vouchers["S/2"], 1), 1_000),)
    plain.run(
        PostCreditNote(**_common(plain, amount_paise=1_000, allocations=chosen, reference="S/2"))
    )
    assert bills_of(plain, "Asha") == {ONE: 10_000, TWO: 6_000}
    too_much = (Allocation(BillKey(plain.vouchers["S/2"], 1), 6_001),)
    command = PostCreditNote(**_common(plain, amount_paise=9_000, allocations=too_much))
    assert refused(plain, command, BadInput).field == "bills"


def test_a_credit_note_for_goods_gives_the_tax_back(plain_books: PlainBooks) -> None:
    plain = plain_books
    within = plain.run(PostCreditNote(**_common(plain, goods=GOODS)))
    across = plain.run(PostCreditNote(**_common(plain, goods=GOODS, is_inter_state=True)))
    assert postings_of(plain, within.voucher_id) == [
        ("sales_return", 10_000),
        ("cgst", 900),
        ("sgst", 900),
        ("Asha", -11_800),
    ]
    assert postings_of(plain, across.voucher_id)[1] == ("igst", 1_800)
    assert sums_of(plain, "Asha") == Sums(-23_600, 0, -23_600)
    assert [line.name for line in voucher_of(plain, within.voucher_id).items] == ["Soap"]
    prove(plain)


def test_a_debit_note_opens_a_bill_due_at_once(plain_books: PlainBooks) -> None:
    """
    party  Asha  30 days
    """
    plain = plain_books
    posted = plain.run(PostDebitNote(**_common(plain, amount_paise=5_000, account_code="interest")))
    assert postings_of(plain, posted.voucher_id) == [("Asha", 5_000), ("interest", -5_000)]
    assert bills_of(plain, "Asha") == {DEBIT: 5_000}
    bill = voucher_of(plain, posted.voucher_id).bills[0]
    assert (bill.bill_on, bill.due_on) == (posted.on, posted.on)
    prove(plain)


def test_a_debit_note_for_goods_may_say_its_due_date(plain_books: PlainBooks) -> None:
    plain = plain_books
    due_on = date(2026, 12, 31)
    posted = plain.run(
        PostDebitNote(**_common(plain, goods=GOODS, account_code="sales", due_on=due_on))
    )
    assert postings_of(plain, posted.voucher_id)[:2] == [("Asha", 11_800), ("sales", -10_000)]
    assert voucher_of(plain, posted.voucher_id).bills[0].due_on == due_on


def test_a_debit_note_due_before_its_day_is_refused(plain_books: PlainBooks) -> None:
    command = PostDebitNote(**_common(plain_books, amount_paise=5, due_on=date(2026, 1, 1)))
    assert refused(plain_books, command, BadInput).field == "due_on"


def test_a_debit_note_for_an_unknown_account_is_refused(plain_books: PlainBooks) -> None:
    command = PostDebitNote(**_common(plain_books, amount_paise=5, account_code="nowhere"))
    error = refused(plain_books, command, NotFound)
    assert (error.field, "“nowhere”" in error.message) == ("account", True)
