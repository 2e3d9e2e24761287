"""What both engines do alike: transactions, rows written in bulk, the log copied."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DBAPIError

from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.database import (
    Database,
    Lanes,
    add_up,
    chunks,
    count_log,
    indexes_last,
    insert_many,
    kept_tables,
    put,
)
from collectiq_desktop.core.storage.tables import PROJECTIONS
from tests.engines import POSTGRES, index_names, place
from tests.plain_books import fresh_books

LEDGER = """
    invoice  S/1  2026-05-01  Asha  100.00
    receipt  R/1  2026-05-02  Asha   40.00
    invoice  S/2  2026-05-03  Asha    1.00
"""


# Writing --------------------------------------------------------------------


def _counters(database: Database) -> dict[str, int]:
    with database.read() as conn:
        return {row.prefix: row.last_number for row in conn.execute(select(tables.counter))}


def test_a_transaction_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    database = place(tmp_path / "a.collectiq").create()
    with database.write() as conn:
        put(conn, tables.counter, [("A", 1)])

    def fail(conn: Connection) -> None:
        put(conn, tables.counter, [("A", 2), ("B", 1)])
        raise KeyError

    with pytest.raises(KeyError), database.write() as conn:
        fail(conn)
    assert _counters(database) == {"A": 1}
    database.close()


def test_rows_are_put_added_up_and_inserted_one_or_many(tmp_path: Path) -> None:
    database = place(tmp_path / "a.collectiq").create()
    with database.write() as conn:
        for rows in ([], [("A", 1)], [("A", 2), ("B", 5)]):
            put(conn, tables.counter, rows)
        for sums in ([], [(1, 5, 5, 0)], [(1, 2, 0, 2), (2, -3, -4, 1)]):
            add_up(conn, tables.standing, sums)
        insert_many(conn, tables.account_day, [])
        insert_many(conn, tables.account_day, [(1, 20_260_401, 3, 4)])
        insert_many(conn, tables.account_day, [(2, 20_260_401, 3, 4), (3, 20_260_401, 3, 4)])
    assert _counters(database) == {"A": 2, "B": 5}
    with database.read() as conn:
        standing = conn.execute(select(tables.standing).order_by("party_row")).all()
        days = conn.execute(select(func.count()).select_from(tables.account_day)).scalar()
    assert [tuple(row) for row in standing] == [(1, 7, 5, 2), (2, -3, -4, 1)]
    assert days == 3
    database.close()


@pytest.mark.parametrize("count", [1, 2, 5, 1_000])
def test_any_number_of_rows_is_written_alike(tmp_path: Path, count: int) -> None:
    database = place(tmp_path / "a.collectiq").create()
    facts = [
        (n.to_bytes(16, "big"), b"", "ünï\t\\N\n", n, "*", -n, 2**62 - n, None, 0, b"\x00\\\n")
        for n in range(count)
    ]
    with database.write() as conn:
        insert_many(conn, tables.fact, facts)
        for _turn in range(2):
            add_up(conn, tables.account_day, [(n, 20_260_401, n, 2**40) for n in range(count)])
            put(conn, tables.counter, [(f"P\\{n}", n + _turn) for n in range(count)])
        # The same key twice in one call: added up twice, and put in turn.
        add_up(conn, tables.account_day, [(0, 20_260_401, 1, 0)] * 6)
        put(conn, tables.counter, [("P\\0", n) for n in range(6)])
    with database.read() as conn:
        stored = conn.execute(select(tables.fact).order_by(tables.fact.c.fact_id)).all()
        days = conn.execute(select(tables.account_day).order_by("account_row")).all()
    assert [tuple(row) for row in stored] == facts
    assert [tuple(row) for row in days] == [
        (n, 20_260_401, 2 * n + (6 if n == 0 else 0), 2**41) for n in range(count)
    ]
    assert _counters(database) == {f"P\\{n}": n + 1 for n in range(1, count)} | {"P\\0": 5}
    database.close()


def test_a_standing_that_does_not_tie_out_is_never_written(tmp_path: Path) -> None:
    database = place(tmp_path / "a.collectiq").create()
    with pytest.raises(DBAPIError, match="tie_out"), database.write() as conn:
        add_up(conn, tables.standing, [(1, 7, 5, 1)])
    database.close()


def test_indexes_are_left_out_meanwhile_and_there_again_at_the_end(tmp_path: Path) -> None:
    def look(lanes: Lanes) -> None:
        with lanes.write() as conn:
            before = set(index_names(conn))
            with indexes_last(conn, PROJECTIONS):
                meanwhile = set(index_names(conn))
            assert set(index_names(conn)) == before
        left_out = before - meanwhile
        assert {"voucher_by_day", "bill_open"} <= left_out
        assert {"voucher_by_id", "party_by_id"} <= meanwhile

    place(tmp_path / "a.collectiq").grow(look).close()


def test_indexes_stay_where_others_read_meanwhile(tmp_path: Path, engine: str) -> None:
    plain = fresh_books(tmp_path).write(LEDGER)
    database, others = plain.books._database, plain.books.at
    with database.write() as conn, indexes_last(conn, PROJECTIONS):
        with others.open().read() as reader:
            assert reader.execute(select(func.count()).select_from(tables.voucher)).scalar() == 3
        assert ("voucher_by_day" in index_names(conn)) == (engine == POSTGRES)
    plain.books.close()


def test_chunks_are_all_the_rows_in_order() -> None:
    rows = list(range(1_001))
    parts = [list(part) for part in chunks(rows)]
    assert [len(part) for part in parts] == [500, 500, 1]
    assert [row for part in parts for row in part] == rows
    assert list(chunks([])) == []


# Copying --------------------------------------------------------------------


def _rows_kept(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    with database.read() as conn:
        return {
            table.name: [tuple(row) for row in conn.execute(select(table))]
            for table in kept_tables()
        }


def test_the_log_is_copied_whole(tmp_path: Path) -> None:
    source = fresh_books(tmp_path).write(LEDGER).books._database
    target = place(tmp_path / "b.collectiq").create()
    with source.read() as view:
        target.take_log(source, view)
    assert _rows_kept(target) == _rows_kept(source)
    with target.read() as conn:
        assert conn.execute(select(tables.voucher)).all() == []
    source.close()
    target.close()


def test_the_log_is_copied_as_it_was_at_the_moment_of_the_view(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path).write(LEDGER)
    source = plain.books._database
    before = _rows_kept(source)
    target = place(tmp_path / "b.collectiq").create()
    with source.read() as view:
        assert sum(count_log(view)) == 10
        plain.write("invoice  S/9  2026-05-04  Asha  5.00")
        target.take_log(source, view)
        with source.passing(view) as copy, copy.read() as conn:
            assert count_log(conn) == count_log(view)
    assert _rows_kept(target) == before != _rows_kept(source)
    target.close()
    plain.books.close()


def test_passing_books_leave_nothing(tmp_path: Path) -> None:
    source = fresh_books(tmp_path).write(LEDGER).books._database
    before = _rows_kept(source)
    with source.read() as view, source.passing(view) as copy, copy.write() as conn:
        put(conn, tables.counter, [("Z", 1)])
        assert conn.execute(select(func.count()).select_from(tables.fact)).scalar() == 5
    assert _rows_kept(source) == before
    assert "Z" not in _counters(source)
    source.close()
