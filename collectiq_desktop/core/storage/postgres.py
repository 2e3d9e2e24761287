"""Books in one schema of a PostgreSQL database: made, opened, written to, replaced.

A firm is a schema, so that firms share nothing but the server. Rebuilt books
grow in a schema beside the old one, within the one transaction that swaps
their names; what never commits leaves nothing behind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256

from psycopg import errors
from sqlalchemy import Connection, Engine

from collectiq_desktop.core.domain.errors import (
    BadInput,
    BooksBusy,
    BooksReadOnly,
    BooksTooNew,
    BooksTrouble,
    NotBooks,
    NotFound,
)
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.storage import search
from collectiq_desktop.core.storage.database import (
    ALONE,
    FORMAT_NUMBER,
    Database,
    Lanes,
    copy_rows,
    count_log,
    kept_tables,
)
from collectiq_desktop.core.storage.postgres_engine import (
    BEGIN_READING,
    BEGIN_WRITING,
    begun,
    engine_of,
    find_damage,
    guard_the_log,
    inside,
    making_of_tables,
    of_moment,
    quoted,
    reading,
    tell,
    told_apart_in,
    transaction,
    writing,
)
from collectiq_desktop.core.storage.tables import PROJECTIONS

_SCHEMA = re.compile(r"[a-z][a-z0-9_]{0,47}")
_MARK = "CollectIQ books, format "
_SWAP_TRIES = 5


class Postgres:
    """One PostgreSQL database, with a schema for each firm."""

    def __init__(self, url: str, connections: int = 8) -> None:
        self._engine = engine_of(url, connections)

    def firm(self, schema: str) -> SchemaAt:
        """Where the books of a firm lie, or will lie.

        Raises:
            BadInput: no schema can have this name.
        """
        if not _SCHEMA.fullmatch(schema):
            message = say(
                "“{schema}” cannot name a firm in the database: take small letters, digits and _, "
                "at most 48, beginning with a letter.",
                schema=schema,
            )
            raise BadInput(message)
        return SchemaAt(schema, self._engine)

    def firms(self) -> list[str]:
        """The schemas that hold books, by name."""
        sql = (
            "SELECT nspname FROM pg_namespace "
            "WHERE obj_description(oid, 'pg_namespace') LIKE %s AND nspname NOT LIKE %s ORDER BY 1"
        )
        with told_apart_in("the database"), transaction(self._engine, BEGIN_READING) as conn:
            return list(conn.exec_driver_sql(sql, (f"{_MARK}%", "%~%")).scalars())

    @contextmanager
    def only_one(self, name: str) -> Iterator[bool]:
        """Whether this process has the lock of that name; it never waits.

        It is held while the block runs, and gone with the connection.
        """
        key = int.from_bytes(sha256(name.encode()).digest()[:8], "big", signed=True)
        with told_apart_in("the database"), transaction(self._engine, "BEGIN") as conn:
            is_ours = conn.exec_driver_sql("SELECT pg_try_advisory_xact_lock(%s)", (key,))
            yield bool(is_ours.scalar_one())

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()


@dataclass(frozen=True, slots=True)
class SchemaAt:
    """A schema of a PostgreSQL database."""

    name: str
    engine: Engine = field(repr=False)

    def create(self) -> PostgresDatabase:
        """A new schema with empty books.

        Raises:
            BooksTrouble: something already lies there.
        """
        return self._make(None)

    def grow(self, fill: Callable[[Lanes], None]) -> PostgresDatabase:
        """A new schema as `fill` makes it, in one transaction.

        Raises:
            BooksTrouble: something already lies there.
        """
        return self._make(fill)

    def _make(self, fill: Callable[[Lanes], None] | None) -> PostgresDatabase:
        with told_apart_in(self.name), transaction(self.engine, BEGIN_WRITING) as conn:
            try:
                _make_schema(conn, self.name)
            except (errors.DuplicateSchema, errors.UniqueViolation) as error:
                message = say(
                    "{name} is already there; choose another name for the new books.",
                    name=self.name,
                )
                raise BooksTrouble(message) from error
            if fill is not None:
                fill(_Within(conn))
                _count_anew(conn)
        return PostgresDatabase(self)

    def open(self, *, is_read_only: bool = False) -> PostgresDatabase:
        """The books in the schema.

        Raises:
            NotFound, NotBooks, BooksTooNew, BooksAway.
        """
        sql = "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = %s"
        with told_apart_in(self.name), transaction(self.engine, BEGIN_READING) as conn:
            row = conn.exec_driver_sql(sql, (self.name,)).first()
        if row is None:
            message = say("There are no books named {name} in this database.", name=self.name)
            raise NotFound(message)
        mark = str(row[0] or "")
        if not mark.startswith(_MARK):
            message = say("The schema {name} is not CollectIQ's.", name=self.name)
            raise NotBooks(message)
        if int(mark.removeprefix(_MARK)) > FORMAT_NUMBER:
            message = say(
                "{name} was written by a newer CollectIQ; please update this program.",
                name=self.name,
            )
            raise BooksTooNew(message)
        return PostgresDatabase(self, is_read_only=is_read_only)

    def remove(self) -> None:
        """Remove the schema and all that is in it."""
        with told_apart_in(self.name), transaction(self.engine, BEGIN_WRITING) as conn:
            tell(conn, f"DROP SCHEMA IF EXISTS {quoted(self.name)} CASCADE")

    def set_aside(self, name: str) -> None:
        """Give the schema another name."""
        with told_apart_in(self.name), transaction(self.engine, BEGIN_WRITING) as conn:
            tell(conn, f"ALTER SCHEMA {quoted(self.name)} RENAME TO {quoted(name)}")


class PostgresDatabase:
    """The open books in one schema; they hold a connection only while one is needed."""

    def __init__(self, at: SchemaAt, *, is_read_only: bool = False) -> None:
        self.at = at
        self.is_read_only = is_read_only
        self._is_open = True

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction on the writer lane: committed whole or not at all.

        Raises:
            BooksBusy, BooksFull, BooksReadOnly, BooksDamaged, BooksAway.
        """
        if self.is_read_only:
            message = say("{name} was opened for reading only.", name=self.at.name)
            raise BooksReadOnly(message)
        with self._begun(writing(self.at.name)) as conn:
            yield conn

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A reader's view of one moment; writers do not wait for it."""
        with self._begun(reading(self.at.name)) as conn:
            yield conn

    @contextmanager
    def _begun(self, begin: str) -> Iterator[Connection]:
        if not self._is_open:
            message = say("{name} was closed; open it again.", name=self.at.name)
            raise BooksTrouble(message)
        with told_apart_in(self.at.name):
            try:
                with transaction(self.at.engine, begin) as conn:
                    yield conn
            except errors.UndefinedTable as error:
                message = say(
                    "{name} was moved or removed while it was open, so nothing was saved.",
                    name=self.at.name,
                )
                raise BooksTrouble(message) from error

    def close(self) -> None:
        """Begin no more transactions; the connections are the whole database's."""
        self._is_open = False

    def find_damage(self, conn: Connection) -> str | None:
        """What reading every page and walking every index finds wrong."""
        return find_damage(conn)

    def take_log(self, source: Database, view: Connection) -> None:
        """Copy the log and the local tables into this empty schema, as `view` has them."""
        assert source.at != self.at
        with self.write() as conn:
            copy_rows(view, conn)

    @contextmanager
    def passing(self, view: Connection) -> Iterator[Lanes]:
        """Tables with the same log that only one transaction sees, which never commits."""
        moment = view.exec_driver_sql("SELECT pg_export_snapshot()").scalar_one()
        with told_apart_in(self.at.name), begun(self.at.engine, of_moment(moment)) as conn:
            _make_tables(conn, "pg_temp")
            _copy_within(conn, self.at.name)
            yield _Within(conn)

    def replaced(self, fill: Callable[[Lanes], None]) -> PostgresDatabase:
        """Let a schema with the same log take the place of this one, in one transaction.

        The old one can be read until the swap; only that waits for readers.

        Raises:
            BooksBusy: somebody reads the books and does not end.
        """
        new = f"{self.at.name}~new"
        with self.write() as conn:
            copied = count_log(conn)
            _make_schema(conn, new)
            _copy_within(conn, self.at.name)
            fill(_Within(conn))
            assert count_log(conn) == copied
            _count_anew(conn)
            self._swap(conn, new)
        return self

    def _swap(self, conn: Connection, new: str) -> None:
        self._wait_for_readers(conn)
        own, old = quoted(self.at.name), quoted(f"{self.at.name}~old")
        tell(
            conn,
            f"ALTER SCHEMA {own} RENAME TO {old}; ALTER SCHEMA {quoted(new)} RENAME TO {own};"
            f"DROP SCHEMA {old} CASCADE",
        )

    def _wait_for_readers(self, conn: Connection) -> None:
        """Wait until nobody reads the old schema.

        New readers stand behind whoever waits, so a wait is short, and a few
        are tried.
        """
        lock = f"LOCK TABLE {quoted(self.at.name)}.meta IN ACCESS EXCLUSIVE MODE"
        for _try in range(_SWAP_TRIES):
            try:
                with conn.begin_nested():
                    tell(conn, lock)
            except errors.LockNotAvailable:
                continue
            return
        message = say(
            "{name} is being read by somebody else; try again in a moment.", name=self.at.name
        )
        raise BooksBusy(message)


class _Within:
    """Books within one open transaction, which alone sees them."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    @contextmanager
    def write(self) -> Iterator[Connection]:
        yield self._conn

    @contextmanager
    def read(self) -> Iterator[Connection]:
        yield self._conn


def _make_schema(conn: Connection, name: str) -> None:
    """A schema with empty tables and a guarded log, which the transaction is then in."""
    own, mark = quoted(name), f"{_MARK}{FORMAT_NUMBER}"
    tell(conn, f"CREATE SCHEMA {own}; COMMENT ON SCHEMA {own} IS '{mark}'")
    _make_tables(conn, name)
    guard_the_log(conn)


def _make_tables(conn: Connection, name: str) -> None:
    tell(conn, f"{inside(name)};SET LOCAL {ALONE} TO 'yes';{making_of_tables(conn.dialect)}")
    search.create_index(conn)


def _count_anew(conn: Connection) -> None:
    """Let the planner know how many rows there are of what: it would learn it only by and by."""
    tell(conn, "ANALYZE " + ", ".join(table.name for table in PROJECTIONS.sorted_tables))


def _copy_within(conn: Connection, source: str) -> None:
    """Copy the log and the local tables out of another schema."""
    held = (
        "SELECT a.attname FROM pg_attribute a JOIN pg_class c ON a.attrelid = c.oid "
        "JOIN pg_namespace n ON c.relnamespace = n.oid "
        "WHERE n.nspname = %s AND c.relname = %s AND a.attnum > 0 AND NOT a.attisdropped"
    )
    for table in kept_tables():
        # Books of an older program may lack a table or a column.
        there = set(conn.exec_driver_sql(held, (source, table.name)).scalars())
        columns = ", ".join(c.name for c in table.columns if c.name in there)
        if columns:
            tell(
                conn,
                f"INSERT INTO {table.name} ({columns}) "  # noqa: S608 -- our own names
                f"SELECT {columns} FROM {quoted(source)}.{table.name}",
            )
