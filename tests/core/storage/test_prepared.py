"""Statements compiled once: the same rows as the statements themselves give."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.dialects import postgresql

from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.database import put
from collectiq_desktop.core.storage.prepared import Prepared, PreparedLookup
from tests.engines import place

_c = tables.counter.c
LAST = select(_c.last_number).where(_c.prefix == bindparam("prefix"), _c.last_number > 0)


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[Connection]:
    database = place(tmp_path / "a.collectiq").create()
    with database.write() as found:
        put(found, tables.counter, [(f"P{n}", n) for n in range(700)])
        yield found
    database.close()


def test_a_prepared_select_takes_its_values_by_name(conn: Connection) -> None:
    last = Prepared(LAST)
    assert [last(conn, prefix=f"P{n}").scalar() for n in (5, 6, 0, 999)] == [5, 6, None, None]


def test_a_prepared_update_is_carried_out_for_each_row(conn: Connection) -> None:
    values: dict[str, Any] = {"last_number": bindparam("number")}
    move = Prepared(update(tables.counter).where(_c.prefix == bindparam("key")).values(**values))
    move.many(conn, [])
    move.many(conn, [{"key": "P1", "number": 11}, {"key": "P2", "number": 12}])
    last = Prepared(LAST)
    assert [last(conn, prefix=prefix).scalar() for prefix in ("P1", "P2", "P3")] == [11, 12, 3]


def test_an_engine_that_names_its_parameters_gets_names() -> None:
    asked: list[Any] = []

    class Postgres:
        dialect = postgresql.dialect()  # type: ignore[no-untyped-call]

        def exec_driver_sql(self, sql: str, parameters: object) -> None:
            asked.append((sql, parameters))

    last = Prepared(LAST)
    last(Postgres(), prefix="P1")  # type: ignore[arg-type]
    ((sql, parameters),) = asked
    assert "%(prefix)s" in sql
    assert parameters == {"prefix": "P1", "last_number_1": 0}


@pytest.mark.parametrize("count", [0, 1, 2, 8, 9, 64, 65, 512, 513, 700])
def test_many_keys_are_looked_up_each_once(conn: Connection, count: int) -> None:
    numbers = PreparedLookup(select(_c.prefix, _c.last_number), _c.prefix)
    keys = [f"P{n}" for n in range(count)]
    rows = numbers(conn, [*keys, "nobody"] if count else keys)
    assert sorted(tuple(row) for row in rows) == sorted((f"P{n}", n) for n in range(count))
