from __future__ import annotations

from datetime import date

import pytest

from collectiq_desktop.core.domain.errors import NotFound
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.vouchers import BillKey
from collectiq_desktop.core.queries.bills import BillHistory, BillLine, OpenBills
from tests.plain_books import PlainBooks


def _open(plain: PlainBooks, party: str, as_of_on: date | None = None) -> tuple[BillLine, ...]:
    return plain.ask(OpenBills(party_id=plain.parties[party], as_of_on=as_of_on))


def test_earliest_due_first(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-04-01  Asha Stores  100.00  due 90 days
    invoice  S/2  2026-04-02  Asha Stores  200.00  due 30 days
    invoice  S/3  2026-04-03  Asha Stores  300.00  due 29 days
    """
    bills = _open(plain_books, "Asha Stores")
    assert [bill.open_paise for bill in bills] == [200_00, 300_00, 100_00]
    assert bills[0].key == BillKey(plain_books.vouchers["S/2"], 1)
    assert not bills[0].is_advance


def test_part_paid_as_of_two_days(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-04-01  Asha Stores  100.00  due 30 days
    receipt  R/1  2026-04-20  Asha Stores   40.00
    receipt  R/2  2026-05-20  Asha Stores   25.00
    """
    (then,) = _open(plain_books, "Asha Stores", date(2026, 5, 2))
    (now,) = _open(plain_books, "Asha Stores")
    assert (then.open_paise, then.overdue_days, then.age_days) == (60_00, 1, 31)
    assert (now.open_paise, now.amount_paise) == (35_00, 100_00)
    assert _open(plain_books, "Asha Stores", date(2026, 3, 31)) == ()


def test_history_shows_every_claim_and_what_it_settled(plain_books: PlainBooks) -> None:
    """
    invoice      S/1  2026-04-01  Asha Stores  100.00
    receipt      R/1  2026-04-20  Asha Stores   40.00
    credit_note  C/1  2026-04-25  Asha Stores   10.00
    journal      J/1  2026-04-26  Asha Stores   40.00  account bank  against S/1 40.00
    """
    story = plain_books.ask(BillHistory(voucher_id=plain_books.vouchers["S/1"], n=1))
    assert [(c.kind, c.settled_paise, c.open_paise) for c in story.claims] == [
        ("receipt", -40_00, 60_00),
        ("credit_note", -10_00, 50_00),
        ("journal", 40_00, 90_00),
    ]
    assert story.party == "Asha Stores"
    assert story.bill.open_paise == 90_00
    assert story.claims[0].voucher_id == plain_books.vouchers["R/1"]


def test_what_is_not_there(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-04-01  Asha Stores  100.00
    cancel   S/1  entered twice
    """
    for voucher_id in (plain_books.vouchers["S/1"], VoucherId(bytes(16))):
        with pytest.raises(NotFound):
            plain_books.ask(BillHistory(voucher_id=voucher_id, n=1))
    with pytest.raises(NotFound):
        plain_books.ask(OpenBills(party_id=PartyId(bytes(16))))
