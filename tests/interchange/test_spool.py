from __future__ import annotations

from datetime import date

from collectiq_desktop.interchange.rows import OpeningBillRow
from collectiq_desktop.interchange.spool import Spool


def row(count: int) -> OpeningBillRow:
    on = date(2026, 4, 5)
    return OpeningBillRow(number="क" * 400 + str(count), bill_on=on, due_on=on, open_paise=count)


def test_rows_come_back_in_order_and_again() -> None:
    spool = Spool(OpeningBillRow)
    rows = [row(count) for count in range(6_000)]
    for one in rows:
        spool.add(one)
    assert len(spool) == 6_000
    assert list(spool) == rows
    assert list(spool) == rows


def test_two_walks_and_a_late_row_do_not_disturb_each_other() -> None:
    spool = Spool(OpeningBillRow)
    for count in range(3):
        spool.add(row(count))
    first, second = iter(spool), iter(spool)
    assert (next(first), next(second), next(first)) == (row(0), row(0), row(1))
    spool.add(row(3))
    assert next(second) == row(1)
    assert list(spool)[-1] == row(3)
