"""A party as it stood without one voucher: the oracle is the same books without it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from collectiq_desktop.core.queries.parties import PartyCard, PartyDetails
from tests.plain_books import PlainBooks, fresh_books

BEFORE = """
invoice      S/1  2026-11-01  Asha  1,000.00  due 10 days
invoice      S/2  2026-11-02  Asha  2,000.00  due 30 days
receipt      R/1  2026-11-03  Asha    300.00  cash
"""
LAST = (
    "receipt      R/2  2026-11-04  Asha  1,900.00  upi  discount 100.00",
    "receipt      R/2  2026-11-04  Asha  9,000.00  upi",
    "receipt      R/2  2026-11-04  Asha    400.00  upi  on account",
    "invoice      S/9  2026-11-04  Asha    750.00  due 5 days",
    "credit_note  C/1  2026-11-04  Asha    120.00",
    "debit_note   D/1  2026-11-04  Asha     80.00",
    "payment      P/1  2026-11-04  Asha     60.00",
    "journal      J/1  2026-11-04  Asha   -700.00  against S/1 700.00",
    "opening      O/1  2026-11-04  Asha    440.00",
    "contra       K/1  2026-11-04  100.00",
)


def _seen(card: PartyDetails) -> tuple[Any, ...]:
    bills = [(bill.number, bill.due_on, bill.open_paise) for bill in card.bills]
    late = (card.overdue_paise, card.oldest_overdue_days)
    receipts = [(line.number, line.amount_paise) for line in card.last_receipts]
    sums = (card.balance_paise, card.on_account_paise, card.lines_paise)
    return bills, late, receipts, sums, card.ageing


@pytest.mark.parametrize("last", LAST)
def test_it_is_as_if_the_voucher_had_never_been(last: str, tmp_path: Path) -> None:
    with_it, never = fresh_books(tmp_path, "with"), fresh_books(tmp_path, "never")
    with_it.write(BEFORE + last)
    never.write(BEFORE)
    voucher_id = with_it.vouchers[last.split()[1]]
    found = with_it.ask(PartyCard(party_id=with_it.parties["Asha"], without_id=voucher_id))
    wanted = never.ask(PartyCard(party_id=never.parties["Asha"]))
    assert found.is_tied_out
    assert _seen(found) == _seen(wanted)
    with_it.books.close()
    never.books.close()


def test_money_on_the_voucher_s_own_bill_is_on_account_without_it(plain_books: PlainBooks) -> None:
    """
    invoice      S/1  2026-11-01  Asha  1,000.00
    receipt      R/1  2026-11-03  Asha    300.00
    """
    ask = PartyCard(party_id=plain_books.parties["Asha"], without_id=plain_books.vouchers["S/1"])
    found = plain_books.ask(ask)
    assert (found.bills, found.on_account_paise, found.balance_paise) == ((), -300_00, -300_00)


def test_a_cancelled_voucher_is_missed_by_nobody(plain_books: PlainBooks) -> None:
    """
    invoice      S/1  2026-11-01  Asha  1,000.00
    receipt      R/1  2026-11-03  Asha    300.00
    cancel       R/1  entered twice
    """
    party_id = plain_books.parties["Asha"]
    without = PartyCard(party_id=party_id, without_id=plain_books.vouchers["R/1"])
    assert plain_books.ask(without) == plain_books.ask(PartyCard(party_id=party_id))


def test_another_party_s_voucher_changes_nothing(plain_books: PlainBooks) -> None:
    """
    invoice      S/1  2026-11-01  Asha  1,000.00
    invoice      S/2  2026-11-01  Bina  2,000.00
    """
    party_id = plain_books.parties["Asha"]
    without = PartyCard(party_id=party_id, without_id=plain_books.vouchers["S/2"])
    assert plain_books.ask(without) == plain_books.ask(PartyCard(party_id=party_id))
