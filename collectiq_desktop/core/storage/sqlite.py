"""Books in one SQLite file: how it is made, opened, written to and replaced.

A rebuilt file grows beside the old one and is swapped in. What the engine
itself needs (connections, triggers, the meaning of its errors) is in
`sqlite_engine`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection

from collectiq_desktop.core.domain.errors import (
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
    APPLICATION_ID,
    FORMAT_NUMBER,
    Database,
    Lanes,
    copy_rows,
    count_log,
    kept_tables,
)
from collectiq_desktop.core.storage.sqlite_engine import (
    busy_message,
    engine_of,
    guard_the_log,
    making_of_tables,
    raw_of,
    read_only_message,
    told_apart_at,
)
from collectiq_desktop.core.storage.tables import LOG
from collectiq_desktop.core.storage.whereabouts import Whereabouts

_WRITERS_CACHE_KB = 65_536


@dataclass(frozen=True, slots=True)
class FileAt:
    """The path of a books file."""

    path: Path

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name

    def create(self) -> SqliteDatabase:
        """A new, empty books file.

        Raises:
            BooksTrouble: something already lies there.
        """
        self._check_free()
        database = SqliteDatabase(self.path)
        try:
            _make_tables(database)
        except BaseException:
            database.close()
            self.remove()
            raise
        return database

    def grow(self, fill: Callable[[Lanes], None]) -> SqliteDatabase:
        """A new books file as `fill` makes it: killed at any moment, whole or none.

        Raises:
            BooksTrouble: something already lies there.
        """
        self._check_free()
        growing = FileAt(new_path(self.path))
        growing.remove()
        try:
            database = growing.create()
            try:
                fill(database)
                database.fold_in()
            finally:
                database.close()
            _sync(growing.path)
            self._check_free()
            growing.path.replace(self.path)
            _sync(self.path.parent)
        finally:
            growing.remove()
        return SqliteDatabase(self.path)

    def open(self, *, is_read_only: bool = False) -> SqliteDatabase:
        """An existing books file.

        Raises:
            NotFound, NotBooks, BooksTooNew, BooksReadOnly, BooksDamaged.
        """
        if not self.path.exists():
            message = say(
                "There are no books at {path}: make new ones, or look in another folder.",
                path=self.path,
            )
            raise NotFound(message)
        if not self.path.is_file():
            message = say("{path} is a folder, not a CollectIQ file.", path=self.path)
            raise NotBooks(message)
        _check_header(self.path)
        marked = not self.path.stat().st_mode & 0o222
        database = SqliteDatabase(self.path, is_read_only=is_read_only or marked)
        try:
            _check_pragmas(database)
        except BooksTrouble:
            database.close()
            raise
        return database

    def _check_free(self) -> None:
        if self.path.exists():
            message = say(
                "{name} is already there; choose another name for the new books.", name=self.name
            )
            raise BooksTrouble(message)
        if not self.path.parent.is_dir():
            message = say(
                "The folder {parent} is not there; make it first.", parent=self.path.parent
            )
            raise NotFound(message)

    def remove(self) -> None:
        """Remove a books file that never came into use, and its write-ahead log.

        A log left behind would be read into the next file of that name.
        """
        for ending in ("", "-wal", "-shm", "-journal"):
            self.path.with_name(self.name + ending).unlink(missing_ok=True)

    def set_aside(self, name: str) -> None:
        """Give the file another name in its folder; nobody has it open."""
        # A write-ahead log would not go with it: opening and closing folds it in.
        self.open().close()
        self.path.rename(self.path.with_name(name))


class SqliteDatabase:
    """One open books file."""

    def __init__(self, path: Path, *, is_read_only: bool = False) -> None:
        self.path = path
        self.is_read_only = is_read_only
        self._whereabouts = Whereabouts(path)
        self._writer = engine_of(
            path, "BEGIN IMMEDIATE", is_read_only=is_read_only, cache_kb=_WRITERS_CACHE_KB
        )
        self._reader = engine_of(path, "BEGIN", is_read_only=is_read_only)

    @property
    def at(self) -> FileAt:
        """Where the file lies."""
        return FileAt(self.path)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction on the writer lane: committed whole or not at all.

        Raises:
            BooksBusy, BooksFull, BooksReadOnly, BooksDamaged: by the file.
        """
        if self.is_read_only:
            raise BooksReadOnly(read_only_message(self.path))
        self._whereabouts.check()
        with told_apart_at(self.path), self._writer.begin() as conn:
            yield conn

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A reader's view of one moment; writers do not wait for it."""
        with told_apart_at(self.path), self._reader.begin() as conn:
            yield conn

    def close(self) -> None:
        """Let go of the file; the write-ahead log is folded in."""
        self._reader.dispose()
        self._writer.dispose()

    @contextmanager
    def outside_transaction(self) -> Iterator[Any]:
        """The driver's own connection, for what no transaction may hold."""
        with told_apart_at(self.path):
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
                raise BooksBusy(busy_message(self.path))
        self._writer.dispose()

    def find_damage(self, conn: Connection) -> str | None:
        """What the engine's own check finds wrong with the file, None if nothing."""
        found = raw_of(conn).execute("PRAGMA integrity_check(1)").fetchone()[0]
        return None if found == "ok" else str(found)

    def take_log(self, source: Database, view: Connection) -> None:
        """Copy the log and the local tables into this empty file, as `view` has them."""
        if isinstance(source, SqliteDatabase) and self._take_from_file(source, view):
            return
        with self.write() as conn:
            copy_rows(view, conn)

    def _take_from_file(self, source: SqliteDatabase, view: Connection) -> bool:
        """Take the log within the engine; False when it has grown beyond the view."""
        with self.outside_transaction() as raw:
            uri = f"{source.path.resolve().as_uri()}?mode=ro"
            raw.execute("ATTACH DATABASE ? AS old", (uri,))
            raw.execute("BEGIN")
            for table in kept_tables():
                # A file of an older program may lack a table or a column.
                held = {row[1] for row in raw.execute(f"PRAGMA old.table_info({table.name})")}
                columns = ", ".join(c.name for c in table.columns if c.name in held)
                if columns:
                    raw.execute(
                        f"INSERT INTO main.{table.name} ({columns}) "  # noqa: S608 -- our own names
                        f"SELECT {columns} FROM old.{table.name}"
                    )
            is_same = _count_raw(raw) == count_log(view)
            raw.execute("COMMIT" if is_same else "ROLLBACK")
            raw.execute("DETACH DATABASE old")
        return is_same

    @contextmanager
    def passing(self, view: Connection) -> Iterator[SqliteDatabase]:
        """A file with the same log in a folder of its own, gone at the end."""
        with TemporaryDirectory(prefix="collectiq-passing-") as folder:
            database = FileAt(Path(folder) / "passing.ciq").create()
            try:
                database.take_log(self, view)
                yield database
            finally:
                database.close()

    def replaced(self, fill: Callable[[Lanes], None]) -> SqliteDatabase:
        """Let a file with the same log take the place of this one.

        The new file grows beside the old one, which can be read until the
        swap. Nobody else may have the books open at the swap.

        Raises:
            BooksBusy: another program has the books open.
        """
        path, growing = self.path, FileAt(new_path(self.path))
        try:
            with self.write() as conn:
                growing.remove()
                self._grow(growing, conn, fill)
                copied = count_log(conn)
            _sync(growing.path)
            self.fold_in()
            if _log_in(path) != copied:
                return SqliteDatabase(path).replaced(fill)
            growing.path.replace(path)
            _sync(path.parent)
        finally:
            growing.remove()
        return SqliteDatabase(path)

    def _grow(self, at: FileAt, view: Connection, fill: Callable[[Lanes], None]) -> None:
        database = at.create()
        try:
            database.take_log(self, view)
            fill(database)
        finally:
            database.close()


def new_path(path: Path) -> Path:
    """Where the new books grow."""
    return path.with_name(path.name + ".new")


def _log_in(path: Path) -> tuple[int, ...]:
    database = SqliteDatabase(path, is_read_only=True)
    with database.read() as conn:
        count = count_log(conn)
    database.close()
    return count


def _count_raw(raw: Any) -> tuple[int, ...]:
    """What `count_log` says, of the driver's own connection."""
    named = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    here = {name for (name,) in named}
    counts = [
        f"(SELECT count(*) FROM {table.name})" if table.name in here else "0"  # noqa: S608
        for table in LOG.sorted_tables
    ]
    found: tuple[int, ...] = raw.execute(f"SELECT {', '.join(counts)}").fetchone()
    return found


def _sync(path: Path) -> None:
    """Force a file or folder to the disk; Windows opens no folders."""
    if path.is_dir() and os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _make_tables(database: SqliteDatabase) -> None:
    with database.write() as conn:
        raw = raw_of(conn)
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version = {FORMAT_NUMBER}")
        for statement in making_of_tables():
            raw.execute(statement)
        search.create_index(conn)
        guard_the_log(conn)
    with database.outside_transaction() as raw:
        # The mark by which a file is known must not lie in the write-ahead log alone.
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _check_header(path: Path) -> None:
    with path.open("rb") as file:
        header = file.read(100)
    is_books = header.startswith(b"SQLite format 3\x00") and len(header) == 100
    if not is_books or int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        message = say("{name} is not a CollectIQ file.", name=path.name)
        raise NotBooks(message)


def _check_pragmas(database: SqliteDatabase) -> None:
    with database.read() as conn:
        found = raw_of(conn).execute("PRAGMA user_version").fetchone()[0]
    if found > FORMAT_NUMBER:
        message = say(
            "{name} was written by a newer CollectIQ; please update this program.",
            name=database.path.name,
        )
        raise BooksTooNew(message)
