"""Sales invoices: an amount alone or goods with GST; each opens a bill."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.posting import GoodsLine
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.storage import tables
from tests.core.looking import (
    Sums,
    bills_of,
    postings_of,
    prove,
    refused,
    sums_of,
    voucher_id,
    voucher_of,
)
from tests.plain_books import PlainBooks

ONE = "SA01/26/000001"
GOODS = (
    GoodsLine("Soap", 12_000, 4_550, unit="PCS", hsn="3401", gst_rate_bp=1_800),
    GoodsLine("Tea", 2_500, 31_999, unit="KGS", hsn="0902", gst_rate_bp=500, discount_paise=248),
)


def _invoice(plain: PlainBooks, **said: Any) -> PostInvoice:
    common: dict[str, Any] = {"voucher_id": voucher_id(plain), "party_id": plain.party_id("Asha")}
    return PostInvoice(**common | said)


def _days_of_bill(plain: PlainBooks) -> tuple[int, int, int]:
    column = tables.bill.c
    with plain.books.reading() as conn:
        row = conn.execute(select(column.posted_on, column.bill_on, column.due_on)).one()
    return tuple(row)


def test_an_invoice_opens_a_bill_due_after_the_partys_credit_days(plain_books: PlainBooks) -> None:
    """
    party  Asha  30 days
    """
    plain = plain_books
    posted = plain.run(_invoice(plain, amount_paise=10_000, on=date(2026, 5, 1)))
    assert postings_of(plain, posted.voucher_id) == [("Asha", 10_000), ("sales", -10_000)]
    assert bills_of(plain, "Asha") == {ONE: 10_000}
    assert sums_of(plain, "Asha") == Sums(10_000, 10_000, 0)
    assert _days_of_bill(plain) == (20_260_501, 20_260_501, 20_260_531)
    prove(plain)


def test_an_invoice_may_say_its_own_due_date(plain_books: PlainBooks) -> None:
    """
    party  Asha  30 days
    """
    on = date(2026, 5, 1)
    plain_books.run(_invoice(plain_books, amount_paise=1, on=on, due_on=on))
    assert _days_of_bill(plain_books) == (20_260_501, 20_260_501, 20_260_501)


def test_a_bill_due_before_its_day_is_refused(plain_books: PlainBooks) -> None:
    command = _invoice(plain_books, amount_paise=1, on=date(2026, 5, 2), due_on=date(2026, 5, 1))
    assert refused(plain_books, command, BadInput).field == "due_on"


def test_a_party_not_kept_bill_wise_gets_no_bill(plain_books: PlainBooks) -> None:
    """
    party  Asha  not bill-wise
    """
    plain_books.run(_invoice(plain_books, amount_paise=500))
    assert bills_of(plain_books, "Asha") == {}
    assert sums_of(plain_books, "Asha") == Sums(500, 0, 500)


@pytest.mark.parametrize(
    ("is_inter_state", "taxes"),
    [
        (False, [("cgst", -6_908), ("sgst", -6_908)]),
        (True, [("igst", -13_816)]),
    ],
)
def test_goods_are_taxed_by_the_place_of_supply_and_rounded_to_the_rupee(
    plain_books: PlainBooks, is_inter_state: bool, taxes: list[tuple[str, int]]
) -> None:
    plain = plain_books
    posted = plain.run(
        _invoice(plain, goods=GOODS, is_inter_state=is_inter_state, place_of_supply="27")
    )
    round_off = 148_200 - 134_350 + sum(paise for _code, paise in taxes)
    assert postings_of(plain, posted.voucher_id) == [
        ("Asha", 148_200),
        ("sales", -134_350),
        *taxes,
        ("round_off", -round_off),
    ]
    assert bills_of(plain, "Asha") == {ONE: 148_200}
    voucher = voucher_of(plain, posted.voucher_id)
    assert [line.name for line in voucher.items] == ["Soap", "Tea"]
    assert [line.taxable_paise for line in voucher.items] == [54_600, 79_750]
    assert voucher.place_of_supply == "27"
    prove(plain)


def test_goods_may_be_left_unrounded(plain_books: PlainBooks) -> None:
    plain_books.run(_invoice(plain_books, goods=GOODS, is_rounded=False))
    assert bills_of(plain_books, "Asha") == {ONE: 148_166}


def test_goods_say_the_total_whatever_amount_was_typed(plain_books: PlainBooks) -> None:
    plain_books.run(_invoice(plain_books, goods=GOODS, amount_paise=5))
    assert bills_of(plain_books, "Asha") == {ONE: 148_200}
