"""Both engines for one suite of tests: where books are made while a test runs.

A test of the core runs once with books in a file and once with books in a
schema. `place` says where; everything else is the same. What is about a file
itself, or makes no books, is marked `one_engine`.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import Connection

from collectiq_desktop.core.storage.database import BooksAt
from collectiq_desktop.core.storage.postgres import Postgres, SchemaAt
from collectiq_desktop.core.storage.postgres_engine import inside, quoted, tell, transaction
from collectiq_desktop.core.storage.sqlite import FileAt
from tests.postgres import NoPostgres, PostgresServer

SQLITE, POSTGRES = "sqlite", "postgres"
_SCHEMAS_DROPPED_AT_ONCE = 10


class _Now:
    """What the running test has: nothing but files, or also a PostgreSQL.

    `opened` stays when a test without one follows: what was made there is to be dropped.
    """

    def __init__(self) -> None:
        self.postgres: Postgres | None = None
        self.opened: Postgres | None = None
        self.schemas: dict[Path, str] = {}
        self.count = 0


_NOW = _Now()


class Server(NamedTuple):
    """A PostgreSQL that is there for tests."""

    url: str
    postgres: Postgres


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL of the tests' own; a test that needs it is skipped where none can be had."""
    try:
        server = PostgresServer()
    except NoPostgres as error:
        pytest.skip(str(error))
    opened = _NOW.opened = Postgres(server.url)
    yield Server(server.url, opened)
    opened.close()
    server.stop()


@pytest.fixture(autouse=True, scope="session")
def engine(request: pytest.FixtureRequest) -> Iterator[str]:
    """The engine under the books of a test: files, where the test does not run on both."""
    name: str = getattr(request, "param", SQLITE)
    if name == POSTGRES:
        _NOW.postgres = request.getfixturevalue("postgres").postgres
    yield name
    _NOW.postgres = None


@pytest.fixture(autouse=True, scope="module")
def schemas_are_dropped() -> Iterator[None]:
    """Drop the schemas that a module's tests left, a few at a time."""
    yield
    opened = _NOW.opened
    names = list(_NOW.schemas.values())
    _NOW.schemas.clear()
    for start in range(0, len(names), _SCHEMAS_DROPPED_AT_ONCE):
        part = ", ".join(map(quoted, names[start : start + _SCHEMAS_DROPPED_AT_ONCE]))
        assert opened is not None
        with transaction(opened.firm("x").engine, "BEGIN") as conn:
            tell(conn, f"DROP SCHEMA IF EXISTS {part} CASCADE")


@pytest.fixture(autouse=True)
def files_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a counter's books be a file, whatever engine the tests before ran on."""
    monkeypatch.setattr(_NOW, "postgres", None)


def place(path: Path) -> BooksAt:
    """Where the books that a test calls by this path lie on the engine of the test."""
    if _NOW.postgres is None:
        return FileAt(path)
    if path not in _NOW.schemas:
        _NOW.count += 1
        _NOW.schemas[path] = f"t{_NOW.count}"
    return _NOW.postgres.firm(_NOW.schemas[path])


def copied(at: BooksAt, path: Path) -> BooksAt:
    """A copy of closed books, byte by byte or row by row, as a backup is."""
    target = place(path)
    if isinstance(at, FileAt) and isinstance(target, FileAt):
        shutil.copy(at.path, target.path)
        return target
    assert isinstance(at, SchemaAt)
    assert isinstance(target, SchemaAt)
    target.create()
    with transaction(target.engine, "BEGIN") as conn:
        names = "SELECT tablename FROM pg_tables WHERE schemaname = %s"
        for name in conn.exec_driver_sql(names, (at.name,)).scalars().all():
            tell(
                conn,
                f"INSERT INTO {quoted(target.name)}.{name} SELECT * FROM {quoted(at.name)}.{name}",
            )
    return target


def spoil(at: BooksAt, *statements: str) -> None:
    """Write into closed books as somebody does who owns them: no trigger, no check.

    Bytes are written x'00' on either engine.
    """
    if isinstance(at, FileAt):
        raw = sqlite3.connect(at.path)
        triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        for (name,) in raw.execute(triggers).fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("PRAGMA ignore_check_constraints = ON")
        counts = [raw.execute(statement).rowcount for statement in statements]
        raw.commit()
        raw.close()
    else:
        assert isinstance(at, SchemaAt)
        with transaction(at.engine, f"BEGIN; {inside(at.name)}") as conn:
            tell(conn, "SET LOCAL session_replication_role TO replica")
            for statement in _CHECKS_OFF:
                tell(conn, statement)
            counts = [conn.exec_driver_sql(_for_postgres(each)).rowcount for each in statements]
    assert all(counts), f"nothing was changed by one of {statements}"


_CHECKS_OFF = [
    f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}"
    for table, name in (("standing", "tie_out"), ("posting", "amount"), ("voucher", "state"))
]


def _for_postgres(statement: str) -> str:
    of_bytes = re.sub(r"x'([0-9A-Fa-f]*)'", r"'\\x\1'::bytea", statement)
    return of_bytes.replace(" AS BLOB)", " AS bytea)")


def index_names(conn: Connection) -> list[str]:
    """The indexes of the books, by name."""
    sql = (
        "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
        if conn.dialect.name == "sqlite"
        else "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() ORDER BY 1"
    )
    return list(conn.exec_driver_sql(sql).scalars())
