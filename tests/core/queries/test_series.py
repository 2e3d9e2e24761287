from __future__ import annotations

from sqlalchemy import update

from collectiq_desktop.core.domain.series import LAST_NUMBER
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.series import NextNumbers
from collectiq_desktop.core.storage import tables
from tests.plain_books import PlainBooks


def test_the_next_number_of_each_kind(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    invoice  S/2  2026-10-02  Asha Stores  1,000.00
    receipt  R/1  2026-10-05  Asha Stores    100.00
    receipt  R/2  2026-03-05  Asha Stores    100.00
    """
    lines = {line.kind: line for line in plain_books.ask(NextNumbers())}
    assert set(lines) == set(VoucherKind)
    sale, receipt = lines[VoucherKind.SALES_INVOICE], lines[VoucherKind.RECEIPT]
    assert (sale.next_number, sale.used_count) == ("SA01/26/000003", 2)
    assert (receipt.next_number, receipt.used_count) == ("RA01/26/000002", 1)
    assert lines[VoucherKind.CONTRA].next_number == "KA01/26/000001"


def test_a_full_series_has_no_next_number(plain_books: PlainBooks) -> None:
    """
    receipt  R/1  2026-10-05  Asha Stores  100.00
    """
    column = tables.counter.c
    full = update(tables.counter).where(column.prefix == "RA01/26/")
    with plain_books.books._database.write() as conn:
        conn.execute(full.values(last_number=LAST_NUMBER))
    lines = {line.kind: line for line in plain_books.ask(NextNumbers())}
    assert lines[VoucherKind.RECEIPT].next_number == ""
