from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings

from collectiq_desktop.core.domain.errors import NotFound
from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.daybook import DayBook
from collectiq_desktop.core.queries.daybook_sums import DayBookSums, KindSum
from collectiq_desktop.core.queries.neighbours import Neighbours
from tests.core.queries.drawn_books import Move, books_of, moves
from tests.plain_books import PlainBooks


def test_sums_by_kind_and_period(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-04-01  Asha Stores  10,000.00
    invoice  S/2  2026-04-02  Asha Stores   5,000.00
    receipt  R/1  2026-04-02  Asha Stores   4,000.00  upi
    receipt  R/2  2026-04-02  Asha Stores   1,000.00
    cancel   R/2  entered twice
    """
    receipts = KindSum("receipt", 1, 1, 4_000_00)
    assert plain_books.ask(DayBookSums()) == (KindSum("sales_invoice", 2, 0, 15_000_00), receipts)
    on = date(2026, 4, 2)
    assert plain_books.ask(DayBookSums(from_on=on, to_on=on)) == (
        KindSum("sales_invoice", 1, 0, 5_000_00),
        receipts,
    )
    assert plain_books.ask(DayBookSums(kind=VoucherKind.RECEIPT)) == (receipts,)
    assert plain_books.ask(DayBookSums(to_on=date(2026, 3, 31))) == ()


@settings(max_examples=25)
@given(drawn=moves)
def test_neighbours_walk_the_day_book_and_sums_are_its_sums(drawn: list[Move]) -> None:
    with books_of(drawn) as plain:
        rows = plain.ask(DayBook(limit=1_000)).rows
        ids = [None, *(row.voucher_id for row in rows), None]
        for before, voucher_id, after in zip(ids, ids[1:], ids[2:], strict=False):
            assert voucher_id is not None
            assert plain.ask(Neighbours(voucher_id=voucher_id)) == (before, after)
        sums = plain.ask(DayBookSums())
        assert sum(each.amount_paise for each in sums) == sum(row.amount_paise for row in rows)
        assert sum(each.vouchers_count + each.cancelled_count for each in sums) == len(rows)


def test_a_voucher_that_is_not_here_has_no_neighbours(plain_books: PlainBooks) -> None:
    with pytest.raises(NotFound):
        plain_books.ask(Neighbours(voucher_id=VoucherId(b"nobody")))
