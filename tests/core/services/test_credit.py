"""The guard of credit: a sale stops at a limit where the party says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from collectiq_desktop.core.domain.errors import BadInput, Refused
from collectiq_desktop.core.domain.ids import FactId, VoucherId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.queries.edit_log import EditLog
from collectiq_desktop.core.queries.parties import PartyCard
from collectiq_desktop.core.services.allowing import AllowCredit
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.parties import AmendParty
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.services.together import Together
from tests.core.looking import fact_id, prove, refused, run_twice, voucher_id, voucher_of
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


def _allow(plain: PlainBooks, sale: PostInvoice | None, **fields: Any) -> AllowCredit:
    if sale is not None:
        fields = {"voucher_id": sale.voucher_id, "most_paise": sale.amount_paise, **fields}
    fields = {"reason": "The owner said so", **fields}
    return AllowCredit(fact_id=fact_id(plain), party_id=plain.parties["Asha"], **fields)


def test_one_sale_is_let_pass_up_to_its_amount_and_no_other(plain_books: PlainBooks) -> None:
    plain = plain_books
    plain.add(Party(name="Asha", credit_limit_paise=100_00, stops_at_limit=True))
    sale, other = _sale(plain, 500_00, narration="By cart"), _sale(plain, 500_00)
    run_twice(plain, _allow(plain, sale))
    refused(plain, other, Refused)
    refused(plain, replace(sale, amount_paise=500_01), Refused)
    plain.run(sale)
    assert voucher_of(plain, sale.voucher_id).narration == "By cart"
    prove(plain)


def test_every_sale_passes_until_a_day_and_yesterday_ends_it(plain_books: PlainBooks) -> None:
    plain = plain_books
    plain.add(Party(name="Asha", bills_limit_count=1, stops_at_limit=True))
    plain.run(_sale(plain, 10_00))
    today_on = plain.clock.today_on()
    plain.run(_allow(plain, None, until_on=today_on + timedelta(days=1)))
    for _day in range(2):
        plain.run(_sale(plain, 10_00))
        assert plain.ask(PartyCard(party_id=plain.parties["Asha"])).allowed_until_on is not None
        plain.clock.move(days=1)
    refused(plain, _sale(plain, 10_00), Refused)
    today_on = plain.clock.today_on()
    plain.run(_allow(plain, None, until_on=today_on))
    plain.run(_sale(plain, 10_00))
    plain.run(_allow(plain, None, until_on=today_on - timedelta(days=1)))
    assert plain.ask(PartyCard(party_id=plain.parties["Asha"])).allowed_until_on is None
    refused(plain, _sale(plain, 10_00), Refused)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"reason": " ", "until_on": date(2026, 11, 30)}, "reason"),
        ({"reason": "x" * 501, "until_on": date(2026, 11, 30)}, "reason"),
        ({}, "until_on"),
        ({"until_on": date(2026, 11, 20)}, "until_on"),
        ({"until_on": date(2028, 11, 20)}, "until_on"),
        ({"until_on": date(2026, 11, 30), "voucher_id": VoucherId(b"v" * 16)}, "until_on"),
        ({"voucher_id": VoucherId(b"v" * 16)}, "amount"),
    ],
)
def test_a_word_needs_a_reason_and_a_sale_or_a_day(
    plain_books: PlainBooks, fields: dict[str, Any], field: str
) -> None:
    plain_books.add(Party(name="Asha", credit_limit_paise=100_00, stops_at_limit=True))
    assert refused(plain_books, _allow(plain_books, None, **fields), BadInput).field == field


def test_only_who_may_lets_it_pass_and_the_log_says_who(plain_books: PlainBooks) -> None:
    plain = plain_books
    plain.add(Party(name="Asha", credit_limit_paise=100_00, stops_at_limit=True))
    admin = employ(plain, "Meena", Role.ADMIN)
    clerk = employ(plain, "Ravi", Role.CLERK)
    plain.books.acting = clerk
    sale = _sale(plain, 500_00)
    assert refused(plain, _allow(plain, sale), Refused).field == "user"
    for changes in ({"stops_at_limit": False}, {"bills_limit_count": 0, "late_limit_days": 9}):
        loosen = AmendParty(
            fact_id=FactId(plain.ids.mint()), party_id=plain.parties["Asha"], changes=changes
        )
        refused(plain, loosen, Refused)
    plain.clock.move(ms=1_000)
    plain.books.run(_allow(plain, sale), by=admin)
    plain.clock.move(ms=1_000)
    plain.run(sale)
    posted, allowed = plain.books.ask(EditLog(limit=2), by=admin).rows
    assert (posted.user, posted.told.kind) == ("Ravi", "InvoicePosted")
    assert (allowed.user, allowed.told.party, allowed.reason) == (
        "Meena",
        "Asha",
        "The owner said so",
    )
