from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from collectiq_desktop.core.domain.errors import NotFound
from collectiq_desktop.core.domain.ids import FactId, VoucherId
from collectiq_desktop.core.domain.posting import Sale, invoice_postings
from collectiq_desktop.core.domain.vouchers import BillOpened
from collectiq_desktop.core.queries.versions import VoucherHistory, VoucherVersion
from collectiq_desktop.core.queries.vouchers import VoucherCard
from collectiq_desktop.core.services.corrections import AmendVoucher
from tests.plain_books import PlainBooks


def _history(plain: PlainBooks, name: str) -> tuple[VoucherVersion, ...]:
    return plain.ask(VoucherHistory(voucher_id=plain.vouchers[name]))


def _amend(plain: PlainBooks, name: str, amount_paise: int) -> None:
    voucher_id = plain.vouchers[name]
    card = plain.ask(VoucherCard(voucher_id=voucher_id))
    on = date(2026, 4, 1)
    voucher = replace(
        card.voucher,
        postings=invoice_postings(Sale(amount_paise)),
        bills=(BillOpened(1, card.number, amount_paise, on, on),),
    )
    plain.run(
        AmendVoucher(
            fact_id=FactId(plain.ids.mint()),
            voucher_id=voucher_id,
            voucher=voucher,
            reason="rate was wrong",
        )
    )


def test_old_and_new_of_every_correction(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-04-01  Asha Stores  1,000.00
    """
    _amend(plain_books, "S/1", 900_00)
    plain_books.clock.move(days=1)
    plain_books.write("cancel  S/1  wrong party")
    posted, amended, cancelled = _history(plain_books, "S/1")
    assert (posted.act, posted.changes, posted.reason) == ("posted", (), "")
    assert (amended.act, amended.reason, amended.is_standing) == (
        "amended",
        "rate was wrong",
        False,
    )
    assert [change.name for change in amended.changes] == ["postings", "bills"]
    bills = amended.changes[1]
    assert (bills.old[0].amount_paise, bills.new[0].amount_paise) == (1_000_00, 900_00)
    assert (cancelled.act, cancelled.reason, cancelled.changes) == ("cancelled", "wrong party", ())
    assert cancelled.is_standing
    assert not any(version.is_overruled for version in (posted, amended, cancelled))
    assert cancelled.recorded_at - posted.recorded_at == 86_400_000
    card = plain_books.ask(VoucherCard(voucher_id=plain_books.vouchers["S/1"]))
    assert card.newest_id == cancelled.fact_id


def test_an_untouched_voucher_has_one_version(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-04-01  Asha Stores  1,000.00
    """
    (posted,) = _history(plain_books, "S/1")
    assert posted.is_standing
    assert bytes(posted.fact_id) == bytes(plain_books.vouchers["S/1"])


def test_what_is_not_there(plain_books: PlainBooks) -> None:
    with pytest.raises(NotFound):
        plain_books.ask(VoucherHistory(voucher_id=VoucherId(bytes(16))))
