"""Many rows at once into PostgreSQL: one message for a table, instead of one for a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BigInteger, Column, Connection, Integer, LargeBinary, Table

from collectiq_desktop.core.storage.postgres_engine import raw_of


def copy_in(conn: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows given as tuples in the table's column order."""
    names = ", ".join(column.name for column in table.columns)
    with (
        raw_of(conn).cursor() as cursor,
        cursor.copy(f"COPY {table.name} ({names}) FROM STDIN".encode()) as copy,
    ):
        for row in rows:
            copy.write_row(row)


def values_of(table: Table) -> str:
    """What gives the values of many rows: a parameter for each column, the list of its values."""
    arrays = ", ".join(f"%s::{_type_of(column)}[]" for column in table.columns)
    return f"SELECT * FROM unnest({arrays})"  # noqa: S608 -- our own names


def _type_of(column: Column[Any]) -> str:
    if isinstance(column.type, BigInteger):
        return "bigint"
    if isinstance(column.type, Integer):
        return "integer"
    return "bytea" if isinstance(column.type, LargeBinary) else "text"
