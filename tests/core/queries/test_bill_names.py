"""Bills that were found by their rows have names again."""

from __future__ import annotations

from datetime import date

from collectiq_desktop.core.queries.bill_names import BillNames
from collectiq_desktop.core.queries.payment_history import PaymentHistory
from tests.plain_books import PlainBooks


def test_each_bill_has_the_name_that_stands_on_its_paper(plain_books: PlainBooks) -> None:
    plain_books.clock.set_today(date(2026, 5, 3))
    plain_books.write(
        """
        opening     OLD/7  2026-04-01  Asha  100.00
        invoice     S/1    2026-05-03  Asha  200.00
        debit_note  D/1    2026-05-03  Bina  300.00
        """
    )
    bills = plain_books.ask(PaymentHistory()).bills
    rows = frozenset(zip(bills.voucher_row, bills.n, strict=True))
    names = plain_books.ask(BillNames(rows=rows))
    assert set(names) == rows
    amounts = dict(
        zip(zip(bills.voucher_row, bills.n, strict=True), bills.amount_paise, strict=True)
    )
    by_amount = {amounts[row]: name for row, name in names.items()}
    assert by_amount[100_00].number == "OLD/7"
    assert by_amount[200_00].number == "SA01/26/000001"
    assert by_amount[200_00].key.voucher_id == plain_books.vouchers["S/1"]
    assert by_amount[300_00].key.voucher_id == plain_books.vouchers["D/1"]


def test_a_row_that_is_no_bill_has_no_name(plain_books: PlainBooks) -> None:
    plain_books.clock.set_today(date(2026, 5, 3))
    plain_books.write("receipt  R/1  2026-05-03  Asha  200.00")
    assert plain_books.ask(BillNames(rows=frozenset({(1, 1), (99, 1)}))) == {}
    assert plain_books.ask(BillNames(rows=frozenset())) == {}
