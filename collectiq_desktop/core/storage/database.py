"""What both engines share: how books are reached, and how rows are written.

SQLite lies in `sqlite`, PostgreSQL in `postgres`; with `search`, these alone
know which engine is below. All else is given a `Database` or a connection.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, MetaData, Table
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import CreateIndex, DropIndex

from collectiq_desktop.core.domain.errors import BooksTrouble

APPLICATION_ID = 0x43495131
FORMAT_NUMBER = 1
"""The form of the log. It never changes; a higher one is a newer program's."""

_PARAMETERS_AT_MOST = 30_000
_NEEDED_WHILE_WRITING = {"voucher_by_id", "party_by_id", "party_by_code"}
_MARKS = {"sqlite": "?", "postgresql": "%s"}
Row = TypeVar("Row")


class Database(Protocol):
    """The open books of one firm: a writer lane and reader lanes."""

    @property
    def at(self) -> BooksAt:
        """Where the books lie."""
        ...

    @property
    def is_read_only(self) -> bool:
        """Whether the books can only be read."""
        ...

    def write(self) -> AbstractContextManager[Connection]:
        """One transaction on the writer lane: committed whole or not at all.

        Raises:
            BooksBusy, BooksFull, BooksReadOnly, BooksDamaged: by the engine.
        """
        ...

    def read(self) -> AbstractContextManager[Connection]:
        """A reader's view of one moment; writers do not wait for it."""
        ...

    def close(self) -> None:
        """Let go of the books."""
        ...

    def find_damage(self, conn: Connection) -> str | None:
        """What the engine's own check finds wrong with the books, None if nothing."""
        ...

    def take_log(self, source: Database) -> None:
        """Copy the log and the local tables of other books into these empty ones."""
        ...

    def passing(self) -> AbstractContextManager[Database]:
        """Empty books for a while; nothing of them stays, even after a kill."""
        ...

    def replaced(self, fill: Fill) -> Database:
        """Let books that `fill` makes of these take their place.

        Writers wait outside from beginning to end. Killed at any moment, there
        are the old books or the new ones.

        Raises:
            BooksBusy: another program has the books open.
        """
        ...


Fill = Callable[[Database, Database], None]
"""Fills the second, empty books from the first."""


class BooksAt(Protocol):
    """Where the books of one firm lie: a file, or a schema of a PostgreSQL database."""

    @property
    def name(self) -> str:
        """What people call it."""
        ...

    def create(self) -> Database:
        """New, empty books.

        Raises:
            BooksTrouble: something already lies there.
        """
        ...

    def open(self, *, is_read_only: bool = False) -> Database:
        """The books that lie there.

        Raises:
            NotFound, NotBooks, BooksTooNew, BooksReadOnly, BooksDamaged.
        """
        ...

    def remove(self) -> None:
        """Remove books that never came into use."""
        ...


@contextmanager
def told_apart(
    drivers: type[Exception], trouble_of: Callable[[BaseException | None], BooksTrouble | None]
) -> Iterator[None]:
    """Turn the engine's errors into what a person can act on.

    Args:
        drivers: the root of what the engine's driver raises by itself.
        trouble_of: the trouble that an error of the driver means, None for a bug.
    """
    try:
        yield
    except (DBAPIError, drivers) as error:
        told = trouble_of(error.orig if isinstance(error, DBAPIError) else error)
        if told is None:
            raise
        raise told from error


def insert_many(conn: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows given as tuples in the table's column order."""
    if rows:
        _carry_out(conn, _insert_sql, table, rows)


def add_up(conn: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Add sums to rows found by primary key, making those that are not there."""
    if rows:
        _carry_out(conn, _add_up_sql, table, rows)


def put(conn: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows, replacing those with the same primary key."""
    if rows:
        _carry_out(conn, _put_sql, table, rows)


_SQL: dict[tuple[str, object, Table], str] = {}


def _carry_out(
    conn: Connection,
    write: Callable[[str, Table], str],
    table: Table,
    rows: Sequence[tuple[Any, ...]],
) -> None:
    key = (conn.dialect.name, write, table)
    sql = _SQL.get(key)
    if sql is None:
        sql = _SQL[key] = write(_MARKS[conn.dialect.name], table)
    conn.exec_driver_sql(sql, rows if len(rows) > 1 else rows[0])


def _insert_sql(mark: str, table: Table) -> str:
    names = ", ".join(column.name for column in table.columns)
    marks = ", ".join(mark for _column in table.columns)
    return f"INSERT INTO {table.name} ({names}) VALUES ({marks})"  # noqa: S608 -- our own names


def _add_up_sql(mark: str, table: Table) -> str:
    own = table.name
    return _upsert_sql(mark, table, lambda name: f"{name} = {own}.{name} + excluded.{name}")


def _put_sql(mark: str, table: Table) -> str:
    return _upsert_sql(mark, table, lambda name: f"{name} = excluded.{name}")


def _upsert_sql(mark: str, table: Table, change: Callable[[str], str]) -> str:
    keys = [column.name for column in table.primary_key]
    changes = [change(column.name) for column in table.columns if column.name not in keys]
    then = f"ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {', '.join(changes)}"
    return f"{_insert_sql(mark, table)} {then}"


@contextmanager
def indexes_last(conn: Connection, metadata: MetaData) -> Iterator[None]:
    """Drop the secondary indexes, let rows come, build them again at the end."""
    indexes = [
        index
        for table in metadata.sorted_tables
        for index in table.indexes
        if index.name not in _NEEDED_WHILE_WRITING
    ]
    for index in indexes:
        conn.execute(DropIndex(index))
    yield
    for index in indexes:
        conn.execute(CreateIndex(index))


def chunks(rows: Sequence[Row], size: int = 500) -> Iterator[Sequence[Row]]:
    """The rows in parts small enough for one statement's parameters."""
    assert 0 < size < _PARAMETERS_AT_MOST
    for start in range(0, len(rows), size):
        yield rows[start : start + size]
