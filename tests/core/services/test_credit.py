"""The guard of credit: a sale stops at a limit where the party says so."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from collectiq_desktop.core.domain.credit import CreditOverride
from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.parties import AmendParty
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.services.together import Together
from tests.core.looking import refused, voucher_id, voucher_of
from tests.people import employ
from tests.plain_books import PlainBooks


def _sale(plain: PlainBooks, paise: int, **said: Any) -> PostInvoice:
    return PostInvoice(
        voucher_id=voucher_id(plain), party_id=plain.party_id("Asha"), amount_paise=paise, **said
    )


def test_a_sale_stops_at_each_limit(plain_books: PlainBooks) -> None:
    plain = plain_books
    plain.add(
        Party(
            name="Asha",
            credit_days=10,
            credit_limit_paise=1_000_00,
            late_limit_days=20,
            bills_limit_count=2,
            stops_at_limit=True,
        )
    )
    plain.run(_sale(plain, 600_00, on=date(2026, 11, 2)))
    assert "would owe 1,000.01" in refused(plain, _sale(plain, 400_01), Refused).message
    plain.run(_sale(plain, 400_00))
    refusal = refused(plain, _sale(plain, 1), Refused)
    assert refusal.field == "amount"
    receipt = RecordReceipt(
        voucher_id=voucher_id(plain), party_id=plain.parties["Asha"], amount_paise=500_00
    )
    plain.run(receipt)
    assert "3 open bills" in refused(plain, _sale(plain, 100_00), Refused).message


def test_a_sale_stops_where_the_oldest_bill_is_too_late(plain_books: PlainBooks) -> None:
    plain = plain_books
    plain.add(Party(name="Bina", late_limit_days=20, stops_at_limit=True))
    plain.write("invoice  S/1  2026-11-02  Bina  1.00")
    sale = PostInvoice(
        voucher_id=voucher_id(plain), party_id=plain.parties["Bina"], amount_paise=1_00
    )
    plain.clock.move(days=1)
    assert "21 days late; 20 are allowed" in refused(plain, sale, Refused).message
    plain.write("receipt  R/1  2026-11-23  Bina  1.00")
    plain.run(sale)


def test_what_is_paid_at_once_asks_for_no_credit(plain_books: PlainBooks) -> None:
    plain = plain_books
    plain.add(Party(name="Asha", credit_limit_paise=100_00, stops_at_limit=True))
    sale = _sale(plain, 500_00, received_paise=400_00)
    cash = RecordReceipt(
        voucher_id=voucher_id(plain), party_id=plain.parties["Asha"], amount_paise=400_00
    )
    plain.run(Together(commands=(sale, cash)))
    refused(plain, _sale(plain, 1, received_paise=0), Refused)
    plain.run(_sale(plain, 70_00, received_paise=70_00))


@pytest.mark.parametrize("stops", [False, True])
def test_it_is_let_pass_knowingly_and_the_reason_stays(
    plain_books: PlainBooks,
    stops: bool,
) -> None:
    plain = plain_books
    plain.add(Party(name="Asha", credit_limit_paise=100_00, stops_at_limit=stops))
    override = CreditOverride(reason="The owner said so") if stops else None
    posted = plain.run(_sale(plain, 500_00, narration="By cart", override=override))
    words = "By cart · The owner said so" if stops else "By cart"
    assert voucher_of(plain, posted.voucher_id).narration == words


def test_only_who_may_lets_it_pass_or_alters_limits(plain_books: PlainBooks) -> None:
    plain = plain_books
    plain.add(Party(name="Asha", credit_limit_paise=100_00, stops_at_limit=True))
    admin = employ(plain, "Meena", Role.ADMIN)
    clerk = employ(plain, "Ravi", Role.CLERK)
    override = CreditOverride(reason="The owner said so")
    plain.books.acting = clerk
    refusal = refused(plain, _sale(plain, 500_00, override=override), Refused)
    assert refusal.field == "user"
    for changes in ({"stops_at_limit": False}, {"bills_limit_count": 0, "late_limit_days": 9}):
        loosen = AmendParty(
            fact_id=FactId(plain.ids.mint()), party_id=plain.parties["Asha"], changes=changes
        )
        refused(plain, loosen, Refused)
    plain.books.acting = admin
    plain.run(_sale(plain, 500_00, override=override))
