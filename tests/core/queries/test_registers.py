from __future__ import annotations

from datetime import date

from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.queries.registers import CollectionRegister, CollectionSum
from tests.core.queries.drawn_books import Move, books_of
from tests.plain_books import PlainBooks


def test_money_discount_and_tax_stand_apart(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  5,000.00
    receipt  R/1  2026-11-20  Asha Stores  1,000.00  discount 30.00  tds 20.00
    receipt  R/2  2026-11-20  Bina Stores    500.00  upi  ref UTR9
    receipt  R/3  2026-11-21  Asha Stores    200.00  razorpay
    receipt  R/4  2026-11-21  Asha Stores    900.00
    cancel   R/4  twice
    payment  P/1  2026-11-21  Bina Stores    100.00
    """
    sheet = plain_books.ask(
        CollectionRegister(from_on=date(2026, 11, 20), to_on=date(2026, 11, 21))
    )
    assert [(r.party, r.mode, r.received_paise, r.settled_paise) for r in sheet.rows] == [
        ("Asha Stores", "cash", 1_000_00, 1_050_00),
        ("Bina Stores", "upi", 500_00, 500_00),
        ("Asha Stores", "razorpay", 200_00, 200_00),
    ]
    assert sheet.rows[1].reference == "UTR9"
    assert sheet.by_mode == (
        CollectionSum("cash", 1, 1_000_00, 30_00, 20_00, 0),
        CollectionSum("razorpay", 1, 200_00, 0, 0, 0),
        CollectionSum("upi", 1, 500_00, 0, 0, 0),
    )
    assert [(day.name, day.received_paise) for day in sheet.by_day] == [
        ("2026-11-20", 1_500_00),
        ("2026-11-21", 200_00),
    ]
    assert sheet.total == CollectionSum("", 3, 1_700_00, 30_00, 20_00, 0)


def test_one_mode_or_one_party(plain_books: PlainBooks) -> None:
    """
    receipt  R/1  2026-11-22  Asha Stores  100.00
    receipt  R/2  2026-11-22  Asha Stores  200.00  bank
    receipt  R/3  2026-11-22  Bina Stores  400.00
    receipt  R/4  2026-11-21  Bina Stores  800.00
    """
    cash = plain_books.ask(CollectionRegister(mode=Mode.CASH))
    assert cash.total.received_paise == 500_00
    asha = plain_books.ask(CollectionRegister(party_id=plain_books.parties["Asha Stores"]))
    assert (asha.from_on, asha.to_on) == (date(2026, 11, 22), date(2026, 11, 22))
    assert asha.total.received_paise == 300_00


def test_nothing_came_in(plain_books: PlainBooks) -> None:
    sheet = plain_books.ask(CollectionRegister())
    assert (sheet.rows, sheet.by_mode, sheet.total.receipts_count) == ((), (), 0)


def test_an_imported_receipt_of_unknown_mode_goes_by_its_account() -> None:
    with books_of([Move("rest", 1, 0, 1_000, 0, 0, is_cancelled=False)]) as plain:
        sheet = plain.ask(CollectionRegister(from_on=date(2026, 4, 1)))
    assert [(row.mode, row.received_paise) for row in sheet.rows] == [("cash", 1_000)]
