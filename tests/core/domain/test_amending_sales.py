"""Sales and notes read back and posted anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.amending import Fixed, Heading, Whose
from collectiq_desktop.core.domain.amending_sales import Sold, read_sold, sold_again
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.posting import (
    GoodsLine,
    Sale,
    credit_note_postings,
    debit_note_postings,
    invoice_postings,
    item_line,
    sale_of,
)
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    BillOpened,
    Claim,
    Posting,
    Voucher,
    VoucherKind,
    check_voucher,
)

DAY, DUE = date(2026, 4, 1), date(2026, 5, 1)
ASHA, BINA = PartyId(b"a" * 16), PartyId(b"b" * 16)
BILLS = VoucherId(b"v" * 16)
HEADING = Heading(on=DAY)
OF_ASHA = Whose(ASHA, is_bill_wise=True)
SUGAR = GoodsLine("Sugar 50 kg", 2_500, 2_105_00, "BAG", "1701", 500, 100_00)
OF_GOODS = Sold(account_code="sales", goods=(SUGAR,), place_of_supply="24")


def _sale(sold: Sold, kind: VoucherKind = VoucherKind.SALES_INVOICE) -> Voucher:
    sale = sold.sale
    bills: tuple[BillOpened, ...] = (BillOpened(1, "S/1", sale.total_paise, DAY, DUE),)
    postings = debit_note_postings(sale, sold.account_code)
    if kind is VoucherKind.CREDIT_NOTE:
        postings, bills = credit_note_postings(sale), ()
    return Voucher(
        kind=kind,
        number="S/1",
        on=DAY,
        party_id=ASHA,
        postings=postings,
        bills=bills,
        items=sold.lines,
        place_of_supply=sold.place_of_supply,
        irn="irn",
    )


OF_A_SUM = _sale(Sold(account_code="sales", amount_paise=500))


def test_a_sum_is_read_and_posted_anew() -> None:
    read = read_sold(OF_A_SUM)
    assert read == Sold(account_code="sales", amount_paise=500)
    assert sold_again(OF_A_SUM, HEADING, OF_ASHA, read) == OF_A_SUM
    more = sold_again(OF_A_SUM, HEADING, OF_ASHA, replace(read, amount_paise=700))
    assert more.postings == invoice_postings(Sale(700))
    assert more.bills == (BillOpened(1, "S/1", 700, DAY, DUE),)


def test_another_account_stays() -> None:
    own = _sale(Sold(account_code="x-gst-sales", amount_paise=500))
    read = read_sold(own)
    assert isinstance(read, Sold)
    more = sold_again(own, HEADING, OF_ASHA, replace(read, amount_paise=600))
    assert more.postings == (Posting(DEBTORS, 600), Posting("x-gst-sales", -600))
    back = _sale(Sold(account_code="sales_return", amount_paise=50), VoucherKind.CREDIT_NOTE)
    renamed = replace(back, postings=(Posting("x-back", 50), Posting(DEBTORS, -50)))
    returned = read_sold(renamed)
    assert isinstance(returned, Sold)
    assert sold_again(renamed, HEADING, OF_ASHA, returned) == renamed


def test_goods_keep_their_discount_and_their_tax() -> None:
    sale = _sale(OF_GOODS)
    assert read_sold(sale) == OF_GOODS
    two = replace(OF_GOODS, goods=(SUGAR, SUGAR._replace(quantity_milli=1_000)))
    more = sold_again(sale, HEADING, OF_ASHA, two)
    check_voucher(more)
    assert [line.taxable_paise for line in more.items] == [5_162_50, 2_005_00]
    assert more.bills[0].amount_paise == more.amount_paise == two.sale.total_paise
    assert (more.irn, more.place_of_supply) == ("irn", "24")


def test_a_total_that_was_not_rounded_stays_so() -> None:
    exact = replace(OF_GOODS, goods=(SUGAR._replace(rate_paise=2_105_37),), is_rounded=False)
    assert exact.sale.total_paise % 100
    assert read_sold(_sale(exact)) == exact


def test_an_invoice_of_another_party_opens_that_party_s_bill() -> None:
    read = Sold(account_code="sales", amount_paise=500)
    kept = sold_again(OF_A_SUM, HEADING, Whose(BINA, is_bill_wise=True), read)
    assert (kept.party_id, kept.bills) == (BINA, OF_A_SUM.bills)
    loose = sold_again(OF_A_SUM, HEADING, Whose(BINA, is_bill_wise=False), read)
    assert loose.bills == ()
    again = sold_again(loose, replace(HEADING, due_on=DUE), OF_ASHA, read)
    assert again.bills == OF_A_SUM.bills
    was_loose = replace(OF_A_SUM, bills=())
    assert sold_again(was_loose, HEADING, OF_ASHA, read).bills == ()


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        (
            {"postings": (Posting(DEBTORS, 500), Posting("sales", -450), Posting("cgst", -50))},
            Fixed.TAX,
        ),
        (
            {"postings": (Posting(DEBTORS, 500), Posting("sales", -450), Posting("x", -50))},
            Fixed.LINES,
        ),
        ({"postings": (Posting(DEBTORS, -500), Posting("sales", 500))}, Fixed.LINES),
        ({"bills": (OF_A_SUM.bills[0]._replace(amount_paise=300),)}, Fixed.BILLS),
        ({"claims": (Claim(BILLS, 1, 100),)}, Fixed.CLAIMS),
        ({"items": OF_GOODS.lines}, Fixed.GOODS),
        (
            {"items": (OF_GOODS.lines[0]._replace(gst_rate_bp=99_999),)},
            Fixed.GOODS,
        ),
        ({"items": (OF_GOODS.lines[0]._replace(quantity_milli=0),)}, Fixed.GOODS),
        (
            {"postings": (Posting(DEBTORS, 500, BINA), Posting("sales", -500))},
            Fixed.PARTIES,
        ),
    ],
)
def test_a_sale_that_says_more_than_its_form(changes: dict[str, object], why: Fixed) -> None:
    assert read_sold(replace(OF_A_SUM, **changes)) is why  # type: ignore[arg-type]


def test_a_credit_note_that_says_more_than_its_form() -> None:
    note = _sale(Sold(account_code="sales_return", amount_paise=50), VoucherKind.CREDIT_NOTE)
    opened = replace(note, bills=(BillOpened(1, "C/1", -50, DAY, DAY),))
    assert read_sold(opened) is Fixed.BILLS
    for paise in (5, -51):
        assert read_sold(replace(note, claims=(Claim(BILLS, 1, paise),))) is Fixed.CLAIMS


_GOODS = st.builds(
    GoodsLine,
    st.sampled_from(("Sugar", "Salt")),
    st.integers(1, 10**6),
    st.integers(1, 10**7),
    st.just("KG"),
    st.just("1701"),
    st.sampled_from((0, 500, 1200, 1800, 2800)),
    st.just(0),
    st.none(),
)
_KINDS = st.sampled_from(
    (
        (VoucherKind.SALES_INVOICE, "sales"),
        (VoucherKind.CREDIT_NOTE, "sales_return"),
        (VoucherKind.DEBIT_NOTE, "interest"),
    )
)


@given(
    kind=_KINDS,
    goods=st.lists(_GOODS, max_size=4),
    amount=st.integers(1, 10**12),
    is_inter_state=st.booleans(),
    is_rounded=st.booleans(),
)
def test_any_sale_or_note_read_and_posted_anew_is_itself(
    kind: tuple[VoucherKind, str],
    goods: list[GoodsLine],
    amount: int,
    is_inter_state: bool,
    is_rounded: bool,
) -> None:
    lines = [item_line(each, is_inter_state=is_inter_state) for each in goods]
    if goods and sale_of(lines, is_rounded=is_rounded).total_paise <= 0:
        return
    sold = Sold(
        account_code=kind[1],
        amount_paise=0 if goods else amount,
        goods=tuple(goods),
        is_inter_state=is_inter_state,
        is_rounded=is_rounded,
    )
    voucher = _sale(sold, kind[0])
    read = read_sold(voucher)
    assert isinstance(read, Sold)
    assert sold_again(voucher, HEADING, OF_ASHA, read) == voucher
