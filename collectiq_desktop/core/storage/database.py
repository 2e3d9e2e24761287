"""What both engines share: how books are reached, and how rows are written.

SQLite lies in `sqlite`, PostgreSQL in `postgres`; with `search`, these alone
know which engine is below. All else is given a `Database` or a connection.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, Dialect, Index, MetaData, Select, Table, func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import CreateIndex, DropIndex

from collectiq_desktop.core.domain.errors import BooksTrouble
from collectiq_desktop.core.storage.tables import LOCAL, LOG

APPLICATION_ID = 0x43495131
FORMAT_NUMBER = 1
"""The form of the log. It never changes; a higher one is a newer program's."""

ALONE = "collectiq.alone"
"""Set in a PostgreSQL transaction that made its tables itself."""

_PAGE = 2_000
# Rows that are large.
_FEW_AT_ONCE = 16
_PARAMETERS_AT_MOST = 30_000
_NEEDED_WHILE_WRITING = {"voucher_by_id", "party_by_id", "party_by_code"}
_TABLES_HERE = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table'",
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
}
# More sums than these go to PostgreSQL in one statement.
_FEW = 4
_MARKS = {"sqlite": "?", "postgresql": "%s"}
Row = TypeVar("Row")


class Lanes(Protocol):
    """What transactions are begun on: a writer lane and reader lanes."""

    def write(self) -> AbstractContextManager[Connection]:
        """One transaction on the writer lane: committed whole or not at all.

        Raises:
            BooksBusy, BooksFull, BooksReadOnly, BooksDamaged: by the engine.
        """
        ...

    def read(self) -> AbstractContextManager[Connection]:
        """A reader's view of one moment; writers do not wait for it."""
        ...


class Database(Lanes, Protocol):
    """The open books of one firm."""

    @property
    def at(self) -> BooksAt:
        """Where the books lie."""
        ...

    @property
    def is_read_only(self) -> bool:
        """Whether the books can only be read."""
        ...

    def close(self) -> None:
        """Let go of the books."""
        ...

    def find_damage(self, conn: Connection) -> str | None:
        """What the engine's own check finds wrong with the books, None if nothing."""
        ...

    def take_log(self, source: Database, view: Connection) -> None:
        """Copy the log and the local tables into these empty books.

        Args:
            view: a reader's or the writer's connection to the source, which
                says of which moment they are taken.
        """
        ...

    def passing(self, view: Connection) -> AbstractContextManager[Lanes]:
        """For a while, books with the same log as `view` of these has, and no projections.

        Nothing of them stays.
        """
        ...

    def replaced(self, fill: Callable[[Lanes], None]) -> Database:
        """Let books with the same log take the place of these.

        Writers wait outside from beginning to end. Killed at any moment, there
        are the old books or the new ones.

        Args:
            fill: makes the projections of the new books from their log.

        Raises:
            BooksBusy: another program has the books open.
        """
        ...


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

    def grow(self, fill: Callable[[Lanes], None]) -> Database:
        """New books as `fill` makes them of empty ones: killed at any moment, whole or none.

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

    def set_aside(self, name: str) -> None:
        """Give the books that lie there another name; nobody has them open."""
        ...


@contextmanager
def told_apart(
    drivers: tuple[type[Exception], ...],
    trouble_of: Callable[[BaseException | None], BooksTrouble | None],
) -> Iterator[None]:
    """Turn the engine's errors into what a person can act on.

    Args:
        drivers: the roots of what the engine's driver raises by itself.
        trouble_of: the trouble that an error of the driver means, None for a bug.
    """
    errors: tuple[type[Exception], ...] = (DBAPIError, *drivers)
    try:
        yield
    except errors as error:
        told = trouble_of(error.orig if isinstance(error, DBAPIError) else error)
        if told is None:
            raise
        raise told from error


def kept_tables() -> Iterator[Table]:
    """What a rebuild keeps: the log and the local tables."""
    for metadata in (LOG, LOCAL):
        yield from metadata.sorted_tables


def paged(conn: Connection, statement: Select[Any], size: int = _PAGE) -> Iterator[Any]:
    """The rows of an answer that may be long, read a page at a time."""
    with conn.execute(statement, execution_options={"yield_per": size}) as rows:
        yield from rows


def copy_rows(view: Connection, target: Connection) -> None:
    """Copy the log and the local tables row by row, from any engine to any other."""
    for table in kept_tables():
        size = _FEW_AT_ONCE if table.name == "attachment_bytes" else _PAGE
        rows = paged(view, select(table), size)
        while page := [tuple(row) for row in islice(rows, size)]:
            insert_many(target, table, page)


def count_log(conn: Connection) -> tuple[int, ...]:
    """How many rows each table of the log has; equal counts mean an equal log.

    A table that an older program did not know has none.
    """
    here = set(conn.exec_driver_sql(_TABLES_HERE[conn.dialect.name]).scalars())
    return tuple(
        conn.execute(select(func.count()).select_from(table)).scalar_one()
        if table.name in here
        else 0
        for table in LOG.sorted_tables
    )


def insert_many(conn: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows given as tuples in the table's column order."""
    if len(rows) > 1 and conn.dialect.name == "postgresql":
        from collectiq_desktop.core.storage.postgres_rows import copy_in

        copy_in(conn, table, rows)
    elif rows:
        _carry_out(conn, _insert_sql, table, rows)


def add_up(conn: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Add sums to rows found by primary key, making those that are not there."""
    _upsert(conn, _add_up_sql, table, rows)


def put(conn: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows, replacing those with the same primary key."""
    _upsert(conn, _put_sql, table, rows)


Write = Callable[[str, Table], str]
"""Makes a statement of the values, or what gives them, and the table."""

_SQL: dict[tuple[str, Write, Table], str] = {}


def _upsert(conn: Connection, write: Write, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    if len(rows) > _FEW and conn.dialect.name == "postgresql" and _is_each_once(table, rows):
        from collectiq_desktop.core.storage.postgres_rows import values_of

        given = values_of(table)
        conn.exec_driver_sql(write(given, table), tuple(map(list, zip(*rows, strict=True))))
    elif rows:
        _carry_out(conn, write, table, rows)


def _is_each_once(table: Table, rows: Sequence[tuple[Any, ...]]) -> bool:
    """Whether no two rows have the same primary key: one statement changes a row once."""
    at = [n for n, column in enumerate(table.columns) if column.primary_key]
    return len({tuple(row[n] for n in at) for row in rows}) == len(rows)


def _carry_out(
    conn: Connection, write: Write, table: Table, rows: Sequence[tuple[Any, ...]]
) -> None:
    key = (conn.dialect.name, write, table)
    sql = _SQL.get(key)
    if sql is None:
        marks = ", ".join(_MARKS[conn.dialect.name] for _column in table.columns)
        sql = _SQL[key] = write(f"VALUES ({marks})", table)
    conn.exec_driver_sql(sql, rows if len(rows) > 1 else rows[0])


def _insert_sql(values: str, table: Table) -> str:
    names = ", ".join(column.name for column in table.columns)
    return f"INSERT INTO {table.name} ({names}) {values}"


def _add_up_sql(values: str, table: Table) -> str:
    own = table.name
    return _upsert_sql(values, table, lambda name: f"{name} = {own}.{name} + excluded.{name}")


def _put_sql(values: str, table: Table) -> str:
    return _upsert_sql(values, table, lambda name: f"{name} = excluded.{name}")


def _upsert_sql(values: str, table: Table, change: Callable[[str], str]) -> str:
    keys = [column.name for column in table.primary_key]
    changes = [change(column.name) for column in table.columns if column.name not in keys]
    then = f"ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {', '.join(changes)}"
    return f"{_insert_sql(values, table)} {then}"


def index_sql(dialect: Dialect, index: Index) -> str:
    """The statement that makes an index, with its condition on either engine."""
    sql = str(CreateIndex(index).compile(dialect=dialect))
    where = index.dialect_options["sqlite"]["where"]
    return sql if where is None or dialect.name == "sqlite" else f"{sql} WHERE {where}"


@contextmanager
def indexes_last(conn: Connection, metadata: MetaData) -> Iterator[None]:
    """Drop the secondary indexes, let rows come, build them again at the end.

    Where others read the same tables meanwhile, the indexes stay: PostgreSQL
    would let them wait.
    """
    indexes = (
        []
        if _is_read_by_others(conn)
        else [
            index
            for table in metadata.sorted_tables
            for index in table.indexes
            if index.name not in _NEEDED_WHILE_WRITING
        ]
    )
    for index in indexes:
        conn.execute(DropIndex(index))
    yield
    for index in indexes:
        conn.exec_driver_sql(index_sql(conn.dialect, index))


def _is_read_by_others(conn: Connection) -> bool:
    if conn.dialect.name == "sqlite":
        return False
    return not conn.exec_driver_sql(f"SELECT current_setting('{ALONE}', true)").scalar()


def chunks(rows: Sequence[Row], size: int = 500) -> Iterator[Sequence[Row]]:
    """The rows in parts small enough for one statement's parameters."""
    assert 0 < size < _PARAMETERS_AT_MOST
    for start in range(0, len(rows), size):
        yield rows[start : start + size]
