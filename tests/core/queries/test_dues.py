"""Dues: late, due today, and not due; advances are none of them."""

from __future__ import annotations

from datetime import date

from collectiq_desktop.core.queries.dues import Dues, DuesSheet, DuesSum
from tests.plain_books import PlainBooks


def test_empty_books_owe_nothing(plain_books: PlainBooks) -> None:
    nothing = DuesSum(0, 0, 0)
    assert plain_books.ask(Dues()) == DuesSheet(
        today_on=date(2026, 11, 22), owed_paise=0, overdue=nothing, due_today=nothing
    )


def test_late_today_and_later(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00  due 2026-11-21
    invoice  S/2  2026-10-02  Asha Stores    500.00  due 2026-10-03
    invoice  S/3  2026-10-02  Bina Stores    200.00  due 2026-11-22
    invoice  S/4  2026-11-22  Bina Stores     70.00  due 2026-11-23
    receipt  R/1  2026-11-22  Asha Stores    600.00
    receipt  R/2  2026-11-22  Chand Stores    50.00
    """
    sheet = plain_books.ask(Dues())
    assert sheet.overdue == DuesSum(900_00, 1, 1)
    assert sheet.due_today == DuesSum(200_00, 1, 1)
    assert sheet.owed_paise == (900 + 200 + 70 - 50) * 100
