"""A voucher's amount is what its paper states."""

from __future__ import annotations

from datetime import date

import pytest

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.posting import (
    ReceiptSums,
    Sale,
    contra_postings,
    invoice_postings,
    receipt_postings,
)
from collectiq_desktop.core.domain.vouchers import DEBTORS, Mode, Posting, Voucher, VoucherKind

PARTY = PartyId(b"p" * 16)


@pytest.mark.parametrize(
    ("postings", "amount_paise"),
    [
        (invoice_postings(Sale(9_556_36, round_off_paise=-36)), 9_556_00),
        (receipt_postings(ReceiptSums(73_711_00, 512_58, 118_42), Mode.BANK), 74_342_00),
        ((Posting(DEBTORS, 50_000), Posting(DEBTORS, -50_000)), 50_000),
        (contra_postings(700, "cash", "bank"), 700),
    ],
    ids=["round-off", "receipt with TDS", "advance set against a bill", "contra"],
)
def test_amount_is_the_partys(postings: tuple[Posting, ...], amount_paise: int) -> None:
    voucher = Voucher(
        kind=VoucherKind.JOURNAL,
        number="J/1",
        on=date(2026, 11, 22),
        party_id=PARTY,
        postings=postings,
    )
    assert voucher.amount_paise == amount_paise
