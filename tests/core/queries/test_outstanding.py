from __future__ import annotations

from datetime import date

from collectiq_desktop.core.queries.outstanding import Outstanding, OutstandingBill
from tests.plain_books import PlainBooks, outstanding, outstanding_of


def test_plain_books_say_what_is_owed(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2025-04-01  Asha Stores  10,000.00  due 30 days
    receipt  R/1  2025-05-20  Asha Stores   4,000.00  cash
    """
    assert outstanding(plain_books, "Asha Stores") == "6,000.00"
    assert outstanding(plain_books, "Asha Stores", date(2025, 5, 19)) == "10,000.00"
    assert outstanding(plain_books, "Asha Stores", date(2025, 3, 31)) == "0.00"


def test_bills_with_their_days(plain_books: PlainBooks) -> None:
    """
    opening  OLD/7  2026-03-01  Asha Stores  2,000.00  due 60 days
    invoice  S/1    2026-04-01  Asha Stores  1,000.00  due 30 days
    """
    asha = outstanding_of(plain_books, "Asha Stores", date(2026, 5, 1))
    number = asha.bills[1].number
    assert asha.bills == (
        OutstandingBill("OLD/7", date(2026, 3, 1), date(2026, 4, 30), 2_000_00, 2_000_00, 1, 61),
        OutstandingBill(number, date(2026, 4, 1), date(2026, 5, 1), 1_000_00, 1_000_00, 0, 30),
    )
    assert number.startswith("SA01/26/")
    assert asha.on_account_paise == 0


def test_an_advance_is_a_bill_below_zero_and_never_late(plain_books: PlainBooks) -> None:
    """
    opening  ADV/3  2026-03-25  Om Distributors  -5,000.00
    """
    om = outstanding_of(plain_books, "Om Distributors")
    (advance,) = om.bills
    assert (om.balance_paise, om.on_account_paise) == (-5_000_00, 0)
    assert (advance.open_paise, advance.overdue_days, advance.age_days) == (-5_000_00, 0, 242)


def test_a_party_not_kept_bill_wise_is_all_on_account(plain_books: PlainBooks) -> None:
    """
    party    Lakshmi Agencies  not bill-wise
    invoice  S/1  2026-04-01  Lakshmi Agencies  14,800.00
    """
    lakshmi = outstanding_of(plain_books, "Lakshmi Agencies")
    assert (lakshmi.on_account_paise, lakshmi.bills) == (14_800_00, ())


def test_settled_parties_are_left_out_and_names_are_in_order(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-04-01  Shop 10      100.00
    invoice  S/2  2026-04-01  Shop 9       100.00
    invoice  S/3  2026-04-01  Asha Stores  100.00
    receipt  R/1  2026-04-02  Asha Stores  100.00
    """
    sheet = plain_books.ask(Outstanding())
    assert [party.party for party in sheet.parties] == ["Shop 9", "Shop 10"]
    assert sheet.total_paise == 200_00
    assert sheet.as_of_on == date(2026, 11, 22)


def test_open_bills_that_cancel_out_are_still_shown(plain_books: PlainBooks) -> None:
    """
    opening  ADV/1  2026-03-25  Asha Stores  -100.00
    invoice  S/1    2026-04-01  Asha Stores   100.00
    """
    asha = outstanding_of(plain_books, "Asha Stores")
    assert asha.balance_paise == 0
    assert [bill.open_paise for bill in asha.bills] == [-100_00, 100_00]


def test_a_cancelled_bill_owes_nothing_and_its_receipt_is_on_account(
    plain_books: PlainBooks,
) -> None:
    """
    invoice  S/1  2026-04-01  Asha Stores  100.00
    receipt  R/1  2026-04-05  Asha Stores  100.00
    cancel   S/1  wrong party
    """
    asha = outstanding_of(plain_books, "Asha Stores")
    assert (asha.balance_paise, asha.on_account_paise, asha.bills) == (-100_00, -100_00, ())
