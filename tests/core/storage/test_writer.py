"""What a transaction gathers: row numbers, sums and counters, written at the flush."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.lookups import BillState
from collectiq_desktop.core.storage.writer import NewBill, Writer
from tests.engines import place


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    database = place(tmp_path / "a.collectiq").create()
    with database.write() as conn:
        yield Writer(conn)
    database.close()


def _rows(writer: Writer, table: str) -> list[tuple[object, ...]]:
    found = select(tables.PROJECTIONS.tables[table])
    return sorted((tuple(row) for row in writer.conn.execute(found)), key=repr)


def test_row_numbers_are_given_once_and_go_on_from_the_file(writer: Writer) -> None:
    assert [writer.next_row(tables.item) for _ in range(3)] == [1, 2, 3]
    writer.add(tables.item, (7, b"i", "Soap", "soap", b"", None))
    writer.flush()
    assert Writer(writer.conn).next_row(tables.item) == 8


def test_nothing_is_written_before_the_flush(writer: Writer) -> None:
    writer.move_standing(1, balance_paise=5, bills_paise=3, on_account_paise=2)
    writer.set_counter("SA01/26/", 4)
    assert (_rows(writer, "standing"), _rows(writer, "counter")) == ([], [])
    writer.flush()
    writer.flush()
    assert _rows(writer, "standing") == [(1, 5, 3, 2)]
    assert _rows(writer, "counter") == [("SA01/26/", 4)]


def test_sums_of_a_party_and_a_day_add_up(writer: Writer) -> None:
    for paise in (5, 7):
        writer.move_standing(1, balance_paise=paise, bills_paise=paise, on_account_paise=0)
    for paise in (100, -30, 20):
        writer.move_account(2, 20_260_501, paise)
    writer.flush()
    writer.unmove_account(2, 20_260_501, 20)
    writer.unmove_account(2, 20_260_501, -30)
    writer.flush()
    assert _rows(writer, "standing") == [(1, 12, 12, 0)]
    assert _rows(writer, "account_day") == [(2, 20_260_501, 100, 0)]


def test_a_counter_only_goes_up(writer: Writer) -> None:
    for number in (3, 2):
        writer.set_counter("S", number)
        assert writer.last_number("S") == 3
    writer.flush()
    writer.set_counter("S", 1)
    writer.flush()
    assert _rows(writer, "counter") == [("S", 3)]
    assert Writer(writer.conn).last_number("S") == 3


def test_to_look_at_a_counter_writes_nothing(writer: Writer) -> None:
    assert writer.last_number("R") == 0
    writer.flush()
    assert _rows(writer, "counter") == []


def test_a_new_bill_is_written_as_it_stands_at_the_flush(writer: Writer) -> None:
    state = BillState(1, 100, 100, 20_260_501)
    bill = NewBill("S/1", 20_260_501, 20_260_501, 20_260_531, "MAIN", state)
    writer.add_bill((5, 1), bill)
    state.open_paise = 60
    writer.mark_bill((5, 1), state)
    writer.flush()
    days = (20_260_501, 20_260_501, 20_260_531)
    assert _rows(writer, "bill") == [(5, 1, 1, "S/1", *days, 100, 60, 20_260_501, "MAIN")]
    state.open_paise, state.last_on = 0, 20_260_601
    writer.mark_bill((5, 1), state)
    writer.flush()
    assert _rows(writer, "bill") == [(5, 1, 1, "S/1", *days, 100, 0, 20_260_601, "MAIN")]


def test_vouchers_that_were_looked_up_are_forgotten_but_not_what_was_gathered(
    writer: Writer,
) -> None:
    assert writer.lookups.voucher_row(b"v") is None
    writer.set_counter("S", 3)
    writer.forget()
    assert writer.lookups.vouchers == {}
    assert _rows(writer, "counter") == [("S", 3)]
