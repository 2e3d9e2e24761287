"""Money out to a party: a refund uses up what the party had in advance."""

from __future__ import annotations

from typing import Any

from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.services.payments import MakePayment
from tests.core.looking import (
    Sums,
    bills_of,
    claims_of,
    postings_of,
    prove,
    sums_of,
    voucher_id,
    voucher_of,
)
from tests.plain_books import PlainBooks


def _payment(plain: PlainBooks, paise: int, **said: Any) -> MakePayment:
    party_id = plain.party_id("Asha")
    return MakePayment(voucher_id=voucher_id(plain), party_id=party_id, amount_paise=paise, **said)


def test_a_refund_uses_up_advances_oldest_first(plain_books: PlainBooks) -> None:
    """
    opening  A/1  2026-04-02  Asha  -50.00
    opening  A/2  2026-04-01  Asha  -40.00
    invoice  S/1  2026-05-01  Asha  100.00
    """
    plain = plain_books
    posted = plain.run(_payment(plain, 6_000, mode=Mode.UPI, reference="UTR"))
    assert postings_of(plain, posted.voucher_id) == [("Asha", 6_000), ("bank", -6_000)]
    assert claims_of(plain, posted.voucher_id) == [("A/2", 4_000, 4_000), ("A/1", 2_000, 2_000)]
    assert bills_of(plain, "Asha") == {"A/2": 0, "A/1": -3_000, "SA01/26/000001": 10_000}
    assert sums_of(plain, "Asha") == Sums(7_000, 7_000, 0)
    assert voucher_of(plain, posted.voucher_id).mode is Mode.UPI
    prove(plain)


def test_a_refund_beyond_the_advances_is_on_account(plain_books: PlainBooks) -> None:
    """
    opening  A/1  2026-04-02  Asha  -50.00
    receipt  R/1  2026-04-03  Asha   20.00
    """
    plain = plain_books
    plain.run(_payment(plain, 7_000))
    assert bills_of(plain, "Asha") == {"A/1": 0}
    assert sums_of(plain, "Asha") == Sums(0, 0, 0)
    prove(plain)


def test_a_refund_to_a_running_account_claims_nothing(plain_books: PlainBooks) -> None:
    """
    party  Asha  not bill-wise
    """
    plain = plain_books
    posted = plain.run(_payment(plain, 7_000))
    assert claims_of(plain, posted.voucher_id) == []
    assert sums_of(plain, "Asha") == Sums(7_000, 0, 7_000)
    prove(plain)
