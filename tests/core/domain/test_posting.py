"""Every builder closes to zero, whatever the amounts and rates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.money import MAX_PAISE
from collectiq_desktop.core.domain.posting import (
    GoodsLine,
    ReceiptSums,
    Sale,
    contra_postings,
    credit_note_postings,
    debit_note_postings,
    invoice_postings,
    item_line,
    opening_postings,
    payment_postings,
    receipt_postings,
    sale_of,
)
from collectiq_desktop.core.domain.vouchers import DEBTORS, Mode, Posting

amounts = st.integers(1, 10**12)
small = st.integers(0, 10**9)
modes = st.sampled_from(Mode)
goods_lines = st.builds(
    lambda quantity, rate, rate_bp: GoodsLine("Soap", quantity, rate, gst_rate_bp=rate_bp),
    st.integers(1, 10**7),
    st.integers(0, 10**7),
    st.sampled_from([0, 25, 300, 500, 1_200, 1_800, 2_800, 4_000, 10_000]),
)
sales = st.builds(
    lambda goods, inter, rounded: sale_of(
        [item_line(each, is_inter_state=inter) for each in goods], is_rounded=rounded
    ),
    st.lists(goods_lines, min_size=1, max_size=5),
    st.booleans(),
    st.booleans(),
)


def _closes(postings: tuple[Posting, ...]) -> bool:
    return sum(p.amount_paise for p in postings) == 0 and all(p.amount_paise for p in postings)


def _on_debtors(postings: tuple[Posting, ...]) -> int:
    return sum(p.amount_paise for p in postings if p.account_code == DEBTORS)


@given(sales)
def test_invoices_and_notes_close_and_move_the_total(sale: Sale) -> None:
    invoice = invoice_postings(sale)
    credit, debit = credit_note_postings(sale), debit_note_postings(sale, "interest")
    assert all(_closes(postings) for postings in (invoice, credit, debit))
    assert _on_debtors(invoice) == _on_debtors(debit) == sale.total_paise
    assert _on_debtors(credit) == -sale.total_paise
    assert invoice_postings(Sale(sale.taxable_paise)) == debit_note_postings(
        Sale(sale.taxable_paise), "sales"
    )


@given(sales)
def test_a_credit_note_undoes_exactly_its_invoice(sale: Sale) -> None:
    accounts: dict[str, int] = {}
    for posting in (*invoice_postings(sale), *credit_note_postings(sale)):
        code = "sales" if posting.account_code == "sales_return" else posting.account_code
        accounts[code] = accounts.get(code, 0) + posting.amount_paise
    assert set(accounts.values()) <= {0}


@given(amounts, small, small, st.integers(-1_000, 1_000), modes)
def test_receipts_close_and_settle_the_gross(
    money: int, discount: int, tds: int, round_off: int, mode: Mode
) -> None:
    sums = ReceiptSums(money, discount, tds, round_off)
    postings = receipt_postings(sums, mode)
    assert _closes(postings)
    assert _on_debtors(postings) == -sums.settled_paise


@given(amounts, modes)
def test_payments_contras_and_openings_close(amount: int, mode: Mode) -> None:
    assert _closes(payment_postings(amount, mode))
    assert _on_debtors(payment_postings(amount, mode)) == amount
    assert contra_postings(amount, "cash", "bank") == (
        Posting("bank", amount),
        Posting("cash", -amount),
    )
    for signed in (amount, -amount):
        assert _closes(opening_postings(signed))
        assert _on_debtors(opening_postings(signed)) == signed


@given(st.lists(goods_lines, min_size=1, max_size=6), st.booleans())
def test_rounding_goes_to_the_whole_rupee_by_half_a_rupee_at_most(
    goods: list[GoodsLine], inter: bool
) -> None:
    lines = [item_line(each, is_inter_state=inter) for each in goods]
    exact, rounded = sale_of(lines, is_rounded=False), sale_of(lines, is_rounded=True)
    assert rounded.total_paise % 100 == 0
    assert -50 < rounded.total_paise - exact.total_paise <= 50
    assert rounded.round_off_paise == rounded.total_paise - exact.total_paise


@given(goods_lines)
def test_tax_is_split_by_the_place_of_supply(goods: GoodsLine) -> None:
    within, across = (item_line(goods, is_inter_state=inter) for inter in (False, True))
    assert within.cgst_paise == within.sgst_paise
    assert (within.igst_paise, across.cgst_paise, across.sgst_paise) == (0, 0, 0)
    assert abs(2 * within.cgst_paise - across.igst_paise) <= 1
    assert within.taxable_paise == across.taxable_paise


def test_a_line_keeps_what_was_typed_and_says_its_value_and_tax() -> None:
    goods = GoodsLine(
        "Soap",
        2_500,
        1_999,
        unit="KGS",
        hsn="3401",
        gst_rate_bp=1_800,
        discount_paise=98,
        item_id=b"i" * 16,
    )
    assert item_line(goods, is_inter_state=False) == (
        "Soap",
        "3401",
        2_500,
        "KGS",
        1_999,
        4_900,
        1_800,
        441,
        441,
        0,
        b"i" * 16,
    )


def test_the_postings_of_an_invoice_within_and_across_the_state() -> None:
    goods = GoodsLine("Soap", 1_000, 10_050, gst_rate_bp=1_800)
    within = sale_of([item_line(goods, is_inter_state=False)], is_rounded=True)
    assert invoice_postings(within) == (
        Posting(DEBTORS, 11_900),
        Posting("sales", -10_050),
        Posting("cgst", -905),
        Posting("sgst", -905),
        Posting("round_off", -40),
    )
    across = sale_of([item_line(goods, is_inter_state=True)], is_rounded=False)
    assert invoice_postings(across) == (
        Posting(DEBTORS, 11_859),
        Posting("sales", -10_050),
        Posting("igst", -1_809),
    )


def test_the_postings_of_a_receipt_with_everything() -> None:
    assert receipt_postings(ReceiptSums(9_000, 500, 450, 50), Mode.CHEQUE) == (
        Posting("cheques", 9_000),
        Posting("discount", 500),
        Posting("tds", 450),
        Posting("round_off", 50),
        Posting(DEBTORS, -10_000),
    )


@pytest.mark.parametrize(
    ("goods", "sentence"),
    [
        (GoodsLine("Soap", 0, 100), "quantity above nothing"),
        (GoodsLine("Soap", -1_000, 100), "quantity above nothing"),
        (GoodsLine("Soap", 1_000, -1), "quantity above nothing"),
        (GoodsLine("Soap", 1_000, 100, discount_paise=101), "more than the line is worth"),
        (GoodsLine("Soap", 1_000, 100, gst_rate_bp=-1), "between 0 and 100 percent"),
        (GoodsLine("Soap", 1_000, 100, gst_rate_bp=10_001), "between 0 and 100 percent"),
        (GoodsLine("Soap", 1_000, MAX_PAISE + 1), "too large"),
    ],
)
def test_goods_that_cannot_be_are_refused(goods: GoodsLine, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence) as caught:
        item_line(goods, is_inter_state=False)
    assert caught.value.field == "items"


def test_a_sum_that_the_books_cannot_hold_is_refused() -> None:
    with pytest.raises(BadInput, match="too large"):
        payment_postings(MAX_PAISE + 1, Mode.CASH)
