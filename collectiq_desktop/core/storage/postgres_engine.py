"""The engine under books in PostgreSQL: connections, tables, what its errors mean.

No other module imports psycopg. One pool of connections serves all firms of a
database: a transaction says at its beginning whose schema it is in, so every
statement goes without the schema's name and is prepared once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import lru_cache
from typing import Any

import psycopg
import sqlalchemy
from psycopg import errors
from psycopg.abc import Buffer
from psycopg.adapt import Loader
from psycopg.types.numeric import Int8Dumper
from psycopg.types.string import StrDumperUnknown
from sqlalchemy import Connection, Dialect, Engine, MetaData, Text
from sqlalchemy.exc import TimeoutError as PoolExhausted
from sqlalchemy.pool import QueuePool
from sqlalchemy.schema import CreateTable

from collectiq_desktop.core.domain.errors import (
    BooksAway,
    BooksBusy,
    BooksDamaged,
    BooksFull,
    BooksReadOnly,
    BooksTrouble,
)
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.storage.database import index_sql, told_apart
from collectiq_desktop.core.storage.tables import LOCAL, LOG, PROJECTIONS, link

BEGIN_READING = "BEGIN READ ONLY"
BEGIN_WRITING = "BEGIN; SET LOCAL synchronous_commit TO on; SET LOCAL lock_timeout TO 10000"
BUSY_TIMEOUT_SECONDS = 4.0
_CONNECT_TIMEOUT_SECONDS = 10
_STATEMENTS_PREPARED = 256
_CONNECTIONS_KEPT = 8
_CONNECTIONS_MORE = 8
_LOST_AT_MOST = 50


class _WholeNumber(Loader):
    """A numeric as a whole number: here it is always a sum of whole numbers."""

    def load(self, data: Buffer) -> int:
        return int(bytes(data))


class _Text(StrDumperUnknown):
    """A text without NUL, which cannot be kept: no fact holds one, and who looks finds none."""

    def dump(self, obj: str) -> Buffer | None:
        return super().dump(obj.replace("\0", "\N{REPLACEMENT CHARACTER}"))


def engine_of(url: str, connections: int = _CONNECTIONS_KEPT) -> Engine:
    """The connections to one PostgreSQL database.

    Raises:
        BooksAway: when the first is made; nobody answers there.
    """

    def connect() -> psycopg.Connection[Any]:
        connection = psycopg.connect(
            url,
            autocommit=True,
            client_encoding="utf8",
            connect_timeout=_CONNECT_TIMEOUT_SECONDS,
            application_name="collectiq",
        )
        connection.prepared_max = _STATEMENTS_PREPARED
        # A whole number is of one type whatever its size, or each size would
        # be a statement of its own to be prepared.
        connection.adapters.register_dumper(int, Int8Dumper)
        connection.adapters.register_dumper(str, _Text)
        connection.adapters.register_loader("numeric", _WholeNumber)
        return connection

    return sqlalchemy.create_engine(
        "postgresql+psycopg://",
        creator=connect,
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=_CONNECTIONS_MORE,
        use_native_hstore=False,
    )


def writing(schema: str) -> str:
    """What begins a transaction on the writer lane of a firm.

    The lock comes before anything is looked at. It takes no snapshot, and
    when another schema took the place of this one meanwhile, it is the new
    one's lock that is waited for.
    """
    wait_ms = int(BUSY_TIMEOUT_SECONDS * 1000)
    return (
        f"BEGIN ISOLATION LEVEL READ COMMITTED; {inside(schema)};"
        f"SET LOCAL synchronous_commit TO on; SET LOCAL lock_timeout TO {wait_ms};"
        f"LOCK TABLE meta IN EXCLUSIVE MODE"
    )


def reading(schema: str) -> str:
    """What begins a reader's view of one moment.

    The lock lets writers write; it holds back only who would put another
    schema in the place of this one.
    """
    wait_ms = int(BUSY_TIMEOUT_SECONDS * 1000)
    return (
        f"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; {inside(schema)};"
        f"SET LOCAL lock_timeout TO {wait_ms}; LOCK TABLE meta IN ACCESS SHARE MODE"
    )


def of_moment(snapshot: str) -> str:
    """What begins a transaction that sees what another one sees, by its exported name."""
    return (
        f"BEGIN ISOLATION LEVEL REPEATABLE READ; SET TRANSACTION SNAPSHOT '{snapshot}';"
        f"SET LOCAL temp_buffers TO '64MB'"
    )


def inside(schema: str) -> str:
    """What lets the names of tables mean those of this schema.

    Our questions are small; compiling one, which PostgreSQL does where it thinks
    that it is large, takes a third of a second.
    """
    return f"SET LOCAL search_path TO {quoted(schema)}; SET LOCAL jit TO off"


def quoted(name: str) -> str:
    """The name as a statement may hold it."""
    return '"' + name.replace('"', '""') + '"'


@contextmanager
def transaction(engine: Engine, begin: str) -> Iterator[Connection]:
    """One transaction, begun with these statements in one message."""
    with begun(engine, begin) as conn, conn.begin():
        yield conn


@contextmanager
def begun(engine: Engine, begin: str) -> Iterator[Connection]:
    """A transaction that will not be committed, begun with these statements."""
    with engine.connect() as conn:
        _begin(conn, begin)
        try:
            yield conn
        except psycopg.OperationalError:
            if raw_of(conn).closed:
                conn.invalidate()
            raise


def _begin(conn: Connection, begin: str) -> None:
    """Begin on a connection that lives: those kept may be of a server started anew since."""
    for _try in range(_LOST_AT_MOST):
        try:
            return tell(conn, begin)
        except psycopg.OperationalError:
            if not raw_of(conn).closed:
                raise
            conn.invalidate()
    return tell(conn, begin)


def raw_of(conn: Connection) -> psycopg.Connection[Any]:
    """The driver's connection, for statements that no dialect describes."""
    raw = conn.connection.driver_connection
    assert isinstance(raw, psycopg.Connection)
    return raw


def tell(conn: Connection, statements: str) -> None:
    """Carry out several statements in one message, without parameters."""
    raw_of(conn).execute(statements.encode(), prepare=False)


@lru_cache(maxsize=1)
def making_of_tables(dialect: Dialect) -> str:
    """The statements that make every table and index.

    Texts are kept in binary order, whatever the order of the database is.
    """
    statements: list[str] = []
    copies = MetaData()
    for metadata in (LOG, LOCAL, PROJECTIONS):
        for table in metadata.sorted_tables:
            copy = table.to_metadata(copies)
            for column in copy.columns:
                if isinstance(column.type, Text):
                    column.type = Text(collation="C")
            statements.append(str(CreateTable(copy).compile(dialect=dialect)))
            statements += sorted(index_sql(dialect, index) for index in copy.indexes)
    return ";\n".join(statements)


def guard_the_log(conn: Connection) -> None:
    """Triggers that let the log grow and nothing else.

    A row that would take another's key is refused by the primary key. Only a
    link that `old_link` keeps may go.

    Source: Companies (Accounts) Rules 2014, r.3(1): the trail cannot be disabled.
    """
    refuse = (
        "CREATE FUNCTION log_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the log of facts only grows'; END $$"
    )
    kept = (
        "CREATE FUNCTION link_is_kept() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN IF EXISTS (SELECT 1 FROM old_link o WHERE o.device_id = OLD.device_id "
        "AND o.device_seq = OLD.device_seq AND o.hash = OLD.hash) THEN RETURN OLD; END IF; "
        "RAISE EXCEPTION 'the log of facts only grows'; END $$"
    )
    guards = [
        f"CREATE TRIGGER {name}_only_grows BEFORE UPDATE OR {_refused_of(name)} ON {name} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION log_only_grows()"
        for name in sorted(LOG.tables)
    ]
    guards.append(
        "CREATE TRIGGER link_kept BEFORE DELETE ON link "
        "FOR EACH ROW EXECUTE FUNCTION link_is_kept()"
    )
    tell(conn, ";\n".join([refuse, kept, *guards]))


def _refused_of(name: str) -> str:
    return "TRUNCATE" if name == link.name else "DELETE OR TRUNCATE"


def find_damage(conn: Connection) -> str | None:
    """What reading every page, and walking every index where that can be done, finds wrong."""
    schema = conn.exec_driver_sql("SELECT current_schema()").scalar_one()
    walking = conn.exec_driver_sql(_WALKING).scalar()
    checks = [f"SELECT count(*) FROM {table.name}" for table in _ALL_TABLES]  # noqa: S608
    if walking is not None:
        checks.append(
            f"SELECT {quoted(walking)}.bt_index_check(indexrelid) FROM pg_index "  # noqa: S608
            f"JOIN pg_class ON pg_class.oid = indrelid JOIN pg_namespace n ON n.oid = relnamespace "
            f"WHERE n.nspname = '{schema}'"
        )
    try:
        for check in checks:
            tell(conn, check)
    except (errors.DataCorrupted, errors.IndexCorrupted) as error:
        return str(error.diag.message_primary)
    return None


# The extension amcheck, where it is installed and may be used.
_WALKING = """
    SELECT n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
    JOIN pg_proc p ON p.pronamespace = n.oid AND p.proname = 'bt_index_check'
    WHERE e.extname = 'amcheck' AND has_function_privilege(p.oid, 'EXECUTE') LIMIT 1
"""
_ALL_TABLES = [t for metadata in (LOG, LOCAL, PROJECTIONS) for t in metadata.sorted_tables]


def told_apart_in(name: str) -> AbstractContextManager[None]:
    """Turn the engine's errors into what a person can do about a firm's books."""

    def trouble_of(error: BaseException | None) -> BooksTrouble | None:
        return _trouble_of(error, name)

    return told_apart((psycopg.Error, PoolExhausted), trouble_of)


_BUSY = re.compile("55P03|57014|40001|40P01|53300")
_FULL = re.compile("53[124]00|58030")
_READ_ONLY = re.compile("25006|42501")
_DAMAGED = re.compile("XX00[12]")
_AWAY = re.compile("08...|28...|3D000|57P0.")


def _trouble_of(error: BaseException | None, name: str) -> BooksTrouble | None:
    code = getattr(error, "sqlstate", None) or ""
    if isinstance(error, PoolExhausted) or _BUSY.fullmatch(code):
        return BooksBusy(
            say("{name} is in use by somebody else; try again in a moment.", name=name)
        )
    if _FULL.fullmatch(code):
        return BooksFull(
            say(
                "The database server of {name} has no room left: nothing was lost, but make room.",
                name=name,
            )
        )
    if _READ_ONLY.fullmatch(code):
        return BooksReadOnly(
            say(
                "{name} can only be read: the database user may not write there, or it is a copy.",
                name=name,
            )
        )
    if _DAMAGED.fullmatch(code):
        return BooksDamaged(
            say("{name} is damaged: restore a backup, and keep this database.", name=name)
        )
    if _AWAY.fullmatch(code) or (isinstance(error, psycopg.OperationalError) and not code):
        return BooksAway(
            say(
                "The database server of {name} does not answer, or lets nobody in: "
                "see that it runs and that its address and password are right.",
                name=name,
            )
        )
    return None
