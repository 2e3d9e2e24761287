"""The engine under a books file: its connections, its guards, and what its errors mean.

No other module imports sqlite3, and one function opens every connection.
Money is written with `synchronous=FULL`: what was acknowledged survives a
power cut.
"""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import Connection, Engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.pool import QueuePool
from sqlalchemy.schema import CreateTable
from sqlalchemy.util import LRUCache

from collectiq_desktop.core.domain.errors import (
    BooksBusy,
    BooksDamaged,
    BooksFull,
    BooksReadOnly,
    BooksTrouble,
)
from collectiq_desktop.core.domain.saying import Sentence, say
from collectiq_desktop.core.storage.database import index_sql, told_apart
from collectiq_desktop.core.storage.tables import LOCAL, LOG, PROJECTIONS, fact, link

BUSY_TIMEOUT_SECONDS = 4.0

# The driver looks for an adapter of every value that is no number and no text, and
# for each that has none it raises an error and swallows it: half a microsecond a value.
sqlite3.register_adapter(bytes, bytes.__bytes__)
sqlite3.register_adapter(type(None), {None: None}.__getitem__)


class FileDialect(SQLiteDialect_pysqlite):
    """The dialect of every books file: one is as good as another.

    So a statement that was compiled for one file serves all of them, in a
    server of many firms as in a rebuild beside the books.
    """

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FileDialect)

    def __hash__(self) -> int:
        return hash(FileDialect)


registry.register("sqlite.books", __name__, FileDialect.__name__)
_STATEMENTS_KEPT = 1500
_COMPILED: LRUCache[Any, Any] = LRUCache(_STATEMENTS_KEPT)


def engine_of(path: Path, begin: str, *, is_read_only: bool, cache_kb: int = 16_384) -> Engine:
    """A few connections to a file, each transaction begun with the same words.

    Each keeps pages of its own, `cache_kb` at most: readers are several, and the
    system keeps the file's pages for all of them.
    """

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
        connection.execute(f"PRAGMA cache_size = -{cache_kb:d}")
        return connection

    engine = sqlalchemy.create_engine(
        "sqlite+books://",
        creator=connect,
        poolclass=QueuePool,
        pool_size=2,
        max_overflow=4,
        execution_options={"compiled_cache": _COMPILED},
    )

    @event.listens_for(engine, "begin")
    def _begin(conn: Connection) -> None:
        conn.exec_driver_sql(begin)

    return engine


def raw_of(conn: Connection) -> Any:
    """The driver's connection, for statements that no dialect describes."""
    return conn.connection.driver_connection


def read_only_message(path: Path) -> Sentence:
    """What is said of a file that cannot be written."""
    return say(
        "{name} can only be read: allow writing to the file and its folder first.", name=path.name
    )


def busy_message(path: Path) -> Sentence:
    """What is said of a file that somebody else holds."""
    return say(
        "{name} is in use by another program; close it there or try again in a moment.",
        name=path.name,
    )


def told_apart_at(path: Path) -> AbstractContextManager[None]:
    """Turn the engine's errors into what a person can do about the file."""

    def trouble_of(error: BaseException | None) -> BooksTrouble | None:
        return _trouble_of(error, path)

    return told_apart((sqlite3.Error,), trouble_of)


def _trouble_of(error: BaseException | None, path: Path) -> BooksTrouble | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    name = path.name
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return BooksBusy(busy_message(path))
        case sqlite3.SQLITE_FULL:
            return BooksFull(
                say(
                    "The disk that holds {name} is full: nothing was lost, but make room first.",
                    name=name,
                )
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return BooksReadOnly(read_only_message(path))
        case sqlite3.SQLITE_CANTOPEN:
            return BooksReadOnly(
                say(
                    "{name} cannot be opened: check that its folder can be read and written.",
                    name=name,
                )
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return BooksDamaged(
                say("{name} is damaged: restore a backup, and keep this file.", name=name)
            )
        case sqlite3.SQLITE_IOERR:
            return BooksFull(
                say(
                    "{name} could not be written: the disk is full or failing. Nothing was lost.",
                    name=name,
                )
            )
    return None


_SAME_LINK = "device_id = OLD.device_id AND device_seq = OLD.device_seq AND hash = OLD.hash"


@cache
def making_of_tables() -> tuple[str, ...]:
    """The statements that make every table and index: written down once for all files."""
    dialect = FileDialect()
    statements: list[str] = []
    for metadata in (LOG, LOCAL, PROJECTIONS):
        for table in metadata.sorted_tables:
            statements.append(str(CreateTable(table).compile(dialect=dialect)))
            statements += sorted(index_sql(dialect, index) for index in table.indexes)
    return tuple(statements)


def guard_the_log(conn: Connection) -> None:
    """Triggers that let the log grow and nothing else.

    `INSERT OR REPLACE` deletes without asking a delete trigger, so a row that
    would take another's key is refused too. Only a link that `old_link` keeps may go.

    Source: Companies (Accounts) Rules 2014, r.3(1): the trail cannot be disabled.
    """
    for table in LOG.tables.values():
        name = table.name
        keys = [column.name for column in table.primary_key]
        same = " AND ".join(f"{key} = NEW.{key}" for key in keys)
        if table is fact:
            same = f"({same}) OR (NEW.rowid > 0 AND rowid = NEW.rowid)"
        taken = f"WHEN EXISTS (SELECT 1 FROM {name} WHERE {same}) "  # noqa: S608 -- our own names
        kept = f"WHEN NOT EXISTS (SELECT 1 FROM old_link WHERE {_SAME_LINK}) "  # noqa: S608
        going = kept if table is link else ""
        for action, when in (("UPDATE", ""), ("DELETE", going), ("INSERT", taken)):
            conn.exec_driver_sql(
                f"CREATE TRIGGER {name}_no_{action.lower()} BEFORE {action} ON {name} {when}"
                f"BEGIN SELECT RAISE(ABORT, 'the log of facts only grows'); END"
            )
