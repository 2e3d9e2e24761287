"""Settling anew: the same result however often, and whichever claim came or went."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select, update

from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.bills import resettle
from collectiq_desktop.core.storage.writer import Writer
from tests.core.looking import Sums, bills_of, claims_of, everything, sums_of
from tests.plain_books import PlainBooks, fresh_books

ONE = "SA01/26/000001"
LEDGER = """
    invoice  S/1  2026-05-01  Asha  100.00
    receipt  R/1  2026-05-03  Asha   80.00
    receipt  R/2  2026-05-02  Asha   50.00
"""


@pytest.fixture
def plain(tmp_path: Path) -> PlainBooks:
    return fresh_books(tmp_path).write(LEDGER)


def _bill(plain: PlainBooks) -> tuple[int, int]:
    column = tables.bill.c
    with plain.books.reading() as conn:
        row = conn.execute(select(column.voucher_row, column.n)).one()
    return row.voucher_row, row.n


def _resettle(plain: PlainBooks) -> None:
    at = _bill(plain)
    with plain.books._database.write() as conn:
        writer = Writer(conn)
        resettle(writer, [at, at])
        writer.flush()


def test_settling_again_changes_nothing(plain: PlainBooks) -> None:
    before = everything(plain.books)
    _resettle(plain)
    assert everything(plain.books) == before


def test_claims_that_change_places_share_the_bill_otherwise(plain: PlainBooks) -> None:
    voucher, claim = tables.voucher.c, tables.claim.c
    with plain.books._database.write() as conn:
        statement = select(voucher.voucher_row).where(voucher.voucher_id == plain.vouchers["R/2"])
        row = conn.execute(statement).scalar_one()
        changed = update(tables.claim).where(claim.voucher_row == row)
        conn.execute(changed.values(ordinal=1, amount_paise=-5_000))
    _resettle(plain)
    assert claims_of(plain, plain.vouchers["R/2"]) == [(ONE, -5_000, -5_000)]
    assert claims_of(plain, plain.vouchers["R/1"]) == [(ONE, -8_000, -5_000)]
    assert bills_of(plain, "Asha") == {ONE: 0}
    assert sums_of(plain, "Asha") == Sums(-3_000, 0, -3_000)


def test_a_bill_remembers_the_last_day_that_moved_it(plain: PlainBooks) -> None:
    column = tables.bill.c
    with plain.books.reading() as conn:
        assert conn.execute(select(column.last_on)).scalar_one() == 20_260_503
    with plain.books._database.write() as conn:
        conn.execute(update(tables.bill).values(last_on=20_260_101))
    _resettle(plain)
    with plain.books.reading() as conn:
        assert conn.execute(select(column.last_on)).scalar_one() == 20_260_503
