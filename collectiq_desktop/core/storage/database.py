"""The engine: how a books file is opened, locked, written to and judged.

With `search`, this is the only module that knows which engine lies below;
no other imports sqlite3. One function opens every connection. Money is
written with `synchronous=FULL`: what was acknowledged survives a power cut.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy
from sqlalchemy import Connection, Engine, MetaData, Table, event
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlalchemy.schema import CreateIndex, DropIndex

from collectiq_desktop.core.domain.errors import (
    BooksBusy,
    BooksDamaged,
    BooksFull,
    BooksReadOnly,
    BooksTooNew,
    BooksTrouble,
    NotBooks,
    NotFound,
)
from collectiq_desktop.core.storage import search
from collectiq_desktop.core.storage.tables import LOCAL, LOG, PROJECTIONS, fact
from collectiq_desktop.core.storage.whereabouts import Whereabouts

APPLICATION_ID = 0x43495131
FORMAT_NUMBER = 1
"""The form of the log. It never changes; a higher one is a newer program's."""

BUSY_TIMEOUT_SECONDS = 4.0
_PARAMETERS_AT_MOST = 30_000
_NEEDED_WHILE_WRITING = {"voucher_by_id", "party_by_id", "party_by_code"}
Row = TypeVar("Row")


class Database:
    """One open books file: a writer lane and reader lanes."""

    def __init__(self, path: Path, *, is_read_only: bool = False) -> None:
        self.path = path
        self.is_read_only = is_read_only
        self._whereabouts = Whereabouts(path)
        self._writer = _engine(path, "BEGIN IMMEDIATE", is_read_only=is_read_only)
        self._reader = _engine(path, "BEGIN", is_read_only=is_read_only)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction on the writer lane: committed whole or not at all.

        Raises:
            BooksBusy, BooksFull, BooksReadOnly, BooksDamaged: by the file.
        """
        if self.is_read_only:
            raise BooksReadOnly(_read_only_message(self.path))
        self._whereabouts.check()
        with _told_apart(self.path), self._writer.begin() as conn:
            yield conn

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A reader's view of one moment; writers do not wait for it."""
        with _told_apart(self.path), self._reader.begin() as conn:
            yield conn

    def close(self) -> None:
        """Let go of the file; the write-ahead log is folded in."""
        self._reader.dispose()
        self._writer.dispose()

    @contextmanager
    def outside_transaction(self) -> Iterator[Any]:
        """The driver's own connection, for what no transaction may hold."""
        with _told_apart(self.path):
            connection = self._writer.raw_connection()
            try:
                yield connection.driver_connection
            finally:
                connection.close()

    def fold_in(self) -> None:
        """Fold the write-ahead log into the file and remove it.

        A file about to be replaced must not leave a log behind: it would be
        read into the new file.

        Raises:
            BooksBusy: another program has the books open.
        """
        self._reader.dispose()
        with self.outside_transaction() as raw:
            mode = raw.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
            if mode != "delete":
                raise BooksBusy(_busy_message(self.path))
        self._writer.dispose()


def create_database(path: Path) -> Database:
    """A new, empty books file.

    Raises:
        BooksTrouble: something already lies there.
    """
    if path.exists():
        message = f"{path.name} is already there; choose another name for the new books."
        raise BooksTrouble(message)
    if not path.parent.is_dir():
        message = f"The folder {path.parent} is not there; make it first."
        raise NotFound(message)
    database = Database(path)
    try:
        _make_tables(database)
    except BaseException:
        database.close()
        remove_database(path)
        raise
    return database


def _make_tables(database: Database) -> None:
    with database.write() as conn:
        raw = _raw(conn)
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version = {FORMAT_NUMBER}")
        for metadata in (LOG, LOCAL, PROJECTIONS):
            metadata.create_all(conn)
        search.create_index(conn)
        _guard_the_log(conn)


def remove_database(path: Path) -> None:
    """Remove a books file that never came into use, and its write-ahead log.

    A log left behind would be read into the next file of that name.
    """
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def open_database(path: Path, *, is_read_only: bool = False) -> Database:
    """An existing books file.

    Raises:
        NotFound, NotBooks, BooksTooNew, BooksReadOnly, BooksDamaged.
    """
    if not path.exists():
        message = f"There are no books at {path}. Make them with “collectiq init”."
        raise NotFound(message)
    if not path.is_file():
        message = f"{path} is a folder, not a CollectIQ file."
        raise NotBooks(message)
    _check_header(path)
    marked = not path.stat().st_mode & 0o222
    database = Database(path, is_read_only=is_read_only or marked)
    try:
        _check_pragmas(database)
    except BooksTrouble:
        database.close()
        raise
    return database


def _check_header(path: Path) -> None:
    with path.open("rb") as file:
        header = file.read(100)
    is_books = header.startswith(b"SQLite format 3\x00") and len(header) == 100
    if not is_books or int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        message = f"{path.name} is not a CollectIQ file."
        raise NotBooks(message)


def _check_pragmas(database: Database) -> None:
    with database.read() as conn:
        found = _raw(conn).execute("PRAGMA user_version").fetchone()[0]
    if found > FORMAT_NUMBER:
        message = (
            f"{database.path.name} was written by a newer CollectIQ; please update this program."
        )
        raise BooksTooNew(message)


def _engine(path: Path, begin: str, *, is_read_only: bool) -> Engine:
    def connect() -> sqlite3.Connection:
        mode = "ro" if is_read_only else "rwc"
        uri = f"{path.resolve().as_uri()}?mode={mode}"
        connection = sqlite3.connect(
            uri,
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=BUSY_TIMEOUT_SECONDS,
            cached_statements=256,
        )
        if not is_read_only:
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA cache_size = -65536")
        return connection

    engine = sqlalchemy.create_engine(
        "sqlite://", creator=connect, poolclass=QueuePool, pool_size=2, max_overflow=4
    )

    @event.listens_for(engine, "begin")
    def _begin(conn: Connection) -> None:
        conn.exec_driver_sql(begin)

    return engine


def _raw(conn: Connection) -> Any:
    """The driver's connection, for statements that no dialect describes."""
    return conn.connection.driver_connection


def _read_only_message(path: Path) -> str:
    return f"{path.name} can only be read: allow writing to the file and its folder first."


def _busy_message(path: Path) -> str:
    return f"{path.name} is in use by another program; close it there or try again in a moment."


@contextmanager
def _told_apart(path: Path) -> Iterator[None]:
    """Turn the engine's errors into what a person can act on."""
    try:
        yield
    except DBAPIError as error:
        told = _trouble_of(error.orig, path)
        if told is None:
            raise
        raise told from error
    except sqlite3.Error as error:
        told = _trouble_of(error, path)
        if told is None:
            raise
        raise told from error


def _trouble_of(error: BaseException | None, path: Path) -> BooksTrouble | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    name = path.name
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return BooksBusy(_busy_message(path))
        case sqlite3.SQLITE_FULL:
            return BooksFull(
                f"The disk that holds {name} is full: nothing was lost, but make room first."
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return BooksReadOnly(_read_only_message(path))
        case sqlite3.SQLITE_CANTOPEN:
            return BooksReadOnly(
                f"{name} cannot be opened: check that its folder can be read and written."
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return BooksDamaged(f"{name} is damaged: restore a backup, and keep this file.")
        case sqlite3.SQLITE_IOERR:
            return BooksFull(
                f"{name} could not be written: the disk is full or failing. Nothing was lost."
            )
    return None


def _guard_the_log(conn: Connection) -> None:
    """Triggers that let the log grow and nothing else.

    `INSERT OR REPLACE` deletes without asking a delete trigger, so a row that
    would take another's key is refused too.

    Source: Companies (Accounts) Rules 2014, r.3(1): the trail cannot be disabled.
    """
    for table in LOG.tables.values():
        name = table.name
        keys = [column.name for column in table.primary_key]
        same = " AND ".join(f"{key} = NEW.{key}" for key in keys)
        if table is fact:
            same = f"({same}) OR (NEW.rowid > 0 AND rowid = NEW.rowid)"
        taken = f"WHEN EXISTS (SELECT 1 FROM {name} WHERE {same}) "  # noqa: S608 -- our own names
        for action, when in (("UPDATE", ""), ("DELETE", ""), ("INSERT", taken)):
            conn.exec_driver_sql(
                f"CREATE TRIGGER {name}_no_{action.lower()} BEFORE {action} ON {name} {when}"
                f"BEGIN SELECT RAISE(ABORT, 'the log of facts only grows'); END"
            )


def insert_many(conn: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows given as tuples in the table's column order."""
    if rows:
        conn.exec_driver_sql(_insert_sql(table), rows if len(rows) > 1 else rows[0])


_SQL: dict[object, str] = {}


def _insert_sql(table: Table) -> str:
    sql = _SQL.get(table)
    if sql is None:
        sql = _SQL[table] = str(table.insert().compile(dialect=_DIALECT))
    return sql


_DIALECT = sqlite.dialect(paramstyle="qmark")


def add_up(conn: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Add sums to rows found by primary key, making those that are not there."""
    if rows:
        sql = _SQL.get(("add", table))
        if sql is None:
            sql = _SQL["add", table] = _add_up_sql(table)
        conn.exec_driver_sql(sql, rows if len(rows) > 1 else rows[0])


def _add_up_sql(table: Table) -> str:
    insert = sqlite.insert(table)
    keys = [column.name for column in table.primary_key]
    sums = {
        column.name: column + insert.excluded[column.name]
        for column in table.columns
        if column.name not in keys
    }
    statement = insert.on_conflict_do_update(index_elements=keys, set_=sums)
    return str(statement.compile(dialect=_DIALECT))


def put(conn: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows, replacing those with the same primary key."""
    if rows:
        sql = _SQL.get(("put", table))
        if sql is None:
            insert = sqlite.insert(table)
            keys = [column.name for column in table.primary_key]
            new = {c.name: insert.excluded[c.name] for c in table.columns if c.name not in keys}
            statement = insert.on_conflict_do_update(index_elements=keys, set_=new)
            sql = _SQL["put", table] = str(statement.compile(dialect=_DIALECT))
        conn.exec_driver_sql(sql, rows if len(rows) > 1 else rows[0])


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


def find_damage(conn: Connection) -> str | None:
    """What the engine's own check finds wrong with the file, None if nothing."""
    found = _raw(conn).execute("PRAGMA integrity_check(1)").fetchone()[0]
    return None if found == "ok" else str(found)


def copy_log(source: Path, target: Database) -> None:
    """Copy the log and the local tables of one books file into another."""
    with target.outside_transaction() as raw:
        raw.execute("ATTACH DATABASE ? AS old", (f"{source.resolve().as_uri()}?mode=ro",))
        raw.execute("BEGIN")
        for metadata in (LOG, LOCAL):
            for table in metadata.sorted_tables:
                # A file of an older program may lack a table or a column.
                held = {row[1] for row in raw.execute(f"PRAGMA old.table_info({table.name})")}
                columns = ", ".join(c.name for c in table.columns if c.name in held)
                if columns:
                    raw.execute(
                        f"INSERT INTO main.{table.name} ({columns}) "  # noqa: S608 -- our own names
                        f"SELECT {columns} FROM old.{table.name}"
                    )
        raw.execute("COMMIT")
        raw.execute("DETACH DATABASE old")
