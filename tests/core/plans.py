"""Listening to what SQLite is asked, and how it finds the rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, event

Asked = list[tuple[str, Any]]


@contextmanager
def listening(conn: Connection) -> Iterator[Asked]:
    """Every statement that is carried out meanwhile, with its parameters."""
    asked: Asked = []

    def hear(*told: Any) -> None:
        asked.append((told[2], told[3]))

    event.listen(conn, "before_cursor_execute", hear)
    try:
        yield asked
    finally:
        event.remove(conn, "before_cursor_execute", hear)


def plans_of(conn: Connection, asked: Asked) -> Iterator[str]:
    """The lines of each question's plan."""
    for sql, told in asked:
        if sql.lstrip().startswith(("SELECT", "WITH")):
            for row in conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", told):
                yield str(row[3])
