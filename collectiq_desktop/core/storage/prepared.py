"""Statements compiled once, for what every command asks.

Building a statement anew costs more than SQLite needs to answer it; a posting
asks ten such small questions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, CursorResult, Select, Update, literal_column
from sqlalchemy.sql.compiler import SQLCompiler


class _Compiled(NamedTuple):
    """A statement's text, the order of unnamed parameters, and fixed values."""

    sql: str
    order: tuple[str, ...] | None
    fixed: dict[str, Any]

    def parameters(self, values: dict[str, Any]) -> Any:
        """The values as the driver wants them."""
        named = {**self.fixed, **values}
        return named if self.order is None else tuple([named[name] for name in self.order])


class Prepared:
    """A select or update with named parameters, compiled once per dialect.

    Values go to the driver as they are: whole numbers, text and bytes only.
    """

    def __init__(self, statement: Select[*tuple[Any, ...]] | Update) -> None:
        self._statement = statement
        self._compiled: dict[str, _Compiled] = {}

    def __call__(self, conn: Connection, **values: Any) -> CursorResult[*tuple[Any, ...]]:
        """The rows for these values."""
        compiled = self._for(conn)
        return conn.exec_driver_sql(compiled.sql, compiled.parameters(values))

    def many(self, conn: Connection, rows: list[dict[str, Any]]) -> None:
        """Carry the statement out for each row."""
        compiled = self._for(conn)
        if rows:
            conn.exec_driver_sql(compiled.sql, [compiled.parameters(row) for row in rows])

    def _for(self, conn: Connection) -> _Compiled:
        name = conn.dialect.name
        if name not in self._compiled:
            compiled = self._statement.compile(dialect=conn.dialect)
            assert isinstance(compiled, SQLCompiler)
            order = tuple(compiled.positiontup or ()) if compiled.positional else None
            self._compiled[name] = _Compiled(str(compiled), order, dict(compiled.params))
        return self._compiled[name]


_SIZES = (1, 8, 64, 512)
_KEYS = "looked_up_keys"


class PreparedLookup:
    """A select of the rows in which a column holds one of many keys.

    It is compiled once and written out for a few numbers of keys, because
    compiling 512 parameters takes a third of a second; the last key fills up
    the rest.
    """

    def __init__(self, statement: Select[Any], column: ColumnElement[Any]) -> None:
        self._statement = statement.where(column.in_([literal_column(_KEYS)]))
        self._sql: dict[tuple[str, int], str] = {}

    def __call__(self, conn: Connection, keys: Sequence[Any]) -> list[Any]:
        """The rows of these keys, in no order; a key without a row has none."""
        rows: list[Any] = []
        for start in range(0, len(keys), _SIZES[-1]):
            part = list(keys[start : start + _SIZES[-1]])
            size = next(size for size in _SIZES if size >= len(part))
            part += part[-1:] * (size - len(part))
            rows += conn.exec_driver_sql(self._for(conn, size), tuple(part)).all()
        return rows

    def _for(self, conn: Connection, size: int) -> str:
        key = (conn.dialect.name, size)
        if key not in self._sql:
            sql = str(self._statement.compile(dialect=conn.dialect))
            mark = "?" if conn.dialect.paramstyle == "qmark" else "%s"
            self._sql[key] = sql.replace(_KEYS, ", ".join([mark] * size))
        return self._sql[key]
