"""Books in a schema: what is refused, who waits for whom, and what its troubles are called."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest
from psycopg import errors
from sqlalchemy import Connection, func, insert, select, text
from sqlalchemy.exc import DBAPIError

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.errors import (
    BadInput,
    BooksAway,
    BooksBusy,
    BooksDamaged,
    BooksFull,
    BooksReadOnly,
    BooksTooNew,
    BooksTrouble,
    NotBooks,
    NotFound,
)
from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.storage import postgres_engine, tables
from collectiq_desktop.core.storage.postgres import Postgres, PostgresDatabase, SchemaAt
from collectiq_desktop.core.storage.postgres_engine import tell, transaction
from collectiq_desktop.core.storage.tables import LOG
from tests.core.looking import bills_of, everything, prove, sums_of
from tests.engines import Server
from tests.fakes import CountingIds, FixedClock
from tests.plain_books import FIRM, PlainBooks

pytestmark = pytest.mark.one_engine
LEDGER = """
    invoice  S/1  2026-05-01  Asha  100.00
    receipt  R/1  2026-05-02  Asha   40.00
"""


@pytest.fixture
def at(postgres: Server, request: pytest.FixtureRequest) -> Iterator[SchemaAt]:
    """Where books may be made."""
    at = postgres.postgres.firm("a_firm")
    yield at
    at.remove()


@pytest.fixture
def plain(at: SchemaAt) -> Iterator[PlainBooks]:
    """Books with a little in them."""
    plain = _plain(at).write(LEDGER)
    yield plain
    plain.books.close()


def _plain(at: SchemaAt) -> PlainBooks:
    clock, ids = FixedClock(), CountingIds()
    return PlainBooks(Books.create(at, FIRM, Surroundings(clock=clock, ids=ids)), clock, ids)


def _sql(at: SchemaAt, *statements: str) -> None:
    with transaction(at.engine, f"BEGIN; {postgres_engine.inside(at.name)}") as conn:
        for statement in statements:
            tell(conn, statement)


def _database(plain: PlainBooks) -> PostgresDatabase:
    database = plain.books._database
    assert isinstance(database, PostgresDatabase)
    return database


# Opening --------------------------------------------------------------------


@pytest.mark.parametrize("name", ["", "A", "1a", "a-b", "a b", 'a"b', "a~new", "a" * 49, "é"])
def test_a_name_that_no_schema_may_have_is_refused(postgres: Server, name: str) -> None:
    with pytest.raises(BadInput, match="small letters, digits and _"):
        postgres.postgres.firm(name)


def test_a_schema_that_is_there_is_left_alone(at: SchemaAt) -> None:
    _sql(at, "CREATE SCHEMA a_firm", "CREATE TABLE a_firm.mine (n int)")
    with pytest.raises(BooksTrouble, match="a_firm is already there"):
        at.create()
    _sql(at, "SELECT n FROM a_firm.mine")


def test_books_that_are_not_there_are_told(at: SchemaAt) -> None:
    with pytest.raises(NotFound, match="no books named a_firm"):
        at.open()


def test_a_schema_of_another_program_is_no_books(at: SchemaAt) -> None:
    _sql(at, "CREATE SCHEMA a_firm")
    with pytest.raises(NotBooks, match="not CollectIQ's"):
        at.open()
    _sql(at, "COMMENT ON SCHEMA a_firm IS 'somebody else''s'")
    with pytest.raises(NotBooks, match="not CollectIQ's"):
        at.open()


def test_newer_books_ask_for_an_update(at: SchemaAt) -> None:
    at.create()
    _sql(at, "COMMENT ON SCHEMA a_firm IS 'CollectIQ books, format 2'")
    with pytest.raises(BooksTooNew, match="please update"):
        at.open()


def test_the_firms_of_a_database_are_those_that_hold_books(postgres: Server, at: SchemaAt) -> None:
    before = postgres.postgres.firms()
    _sql(at, "CREATE SCHEMA somebody_elses")
    at.create()
    assert postgres.postgres.firms() == sorted([*before, "a_firm"])
    _sql(at, "DROP SCHEMA somebody_elses")


def test_books_opened_for_reading_are_not_written(plain: PlainBooks, at: SchemaAt) -> None:
    database = at.open(is_read_only=True)
    with pytest.raises(BooksReadOnly, match="for reading only"), database.write():
        pytest.fail("it was written")
    with database.read() as conn:
        assert conn.execute(select(func.count()).select_from(tables.fact)).scalar() == 4


def test_a_reader_cannot_write(plain: PlainBooks) -> None:
    with (
        pytest.raises(BooksReadOnly, match="can only be read"),
        _database(plain).read() as conn,
    ):
        conn.execute(insert(tables.counter).values(prefix="A", last_number=1))


def test_closed_books_are_used_no_more(plain: PlainBooks) -> None:
    plain.books.close()
    with pytest.raises(BooksTrouble, match="open it again"):
        plain.books.verify()


def test_books_that_were_taken_away_are_told_and_nothing_is_written(at: SchemaAt) -> None:
    plain = _plain(at)
    _sql(at, "ALTER SCHEMA a_firm RENAME TO elsewhere")
    with pytest.raises(BooksTrouble, match="moved or removed while it was open"):
        plain.write(LEDGER)
    _sql(at, "DROP SCHEMA elsewhere CASCADE")


# One firm is serial, readers are free ---------------------------------------


def test_a_second_writer_waits_for_the_first(plain: PlainBooks, at: SchemaAt) -> None:
    one, other = at.open(), at.open()
    order: list[str] = []

    def write() -> None:
        with other.write() as conn:
            order.append("second")
            numbers = conn.execute(select(tables.counter.c.last_number)).scalars().all()
            assert 77 in numbers, "it sees what the first committed while it waited"

    with ThreadPoolExecutor() as pool:
        with one.write() as conn:
            waiting = pool.submit(write)
            _wait_for_waiters(at, 1)
            conn.execute(insert(tables.counter).values(prefix="Z", last_number=77))
            order.append("first")
        waiting.result()
    assert order == ["first", "second"]


def test_a_writer_that_waits_too_long_says_so(
    plain: PlainBooks, at: SchemaAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_engine, "BUSY_TIMEOUT_SECONDS", 0.05)
    before = everything(plain.books)
    with at.open().write(), pytest.raises(BooksBusy, match="in use by somebody else"):
        plain.write("invoice  S/2  2026-05-03  Asha  1.00")
    assert everything(plain.books) == before
    plain.write("invoice  S/2  2026-05-03  Asha  1.00")
    prove(plain)


def test_firms_write_side_by_side(
    plain: PlainBooks, postgres: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_engine, "BUSY_TIMEOUT_SECONDS", 0.05)
    other = postgres.postgres.firm("another_firm")
    database = other.create()
    with database.write():
        plain.write("invoice  S/2  2026-05-03  Asha  1.00")
    other.remove()


def test_a_reader_sees_one_moment_and_waits_for_no_writer(plain: PlainBooks, at: SchemaAt) -> None:
    count = select(func.count()).select_from(tables.fact)
    with at.open().read() as reader:
        assert reader.execute(count).scalar() == 4
        plain.write("invoice  S/2  2026-05-03  Asha  1.00")
        with _database(plain).write(), at.open().read() as second:
            assert second.execute(count).scalar() == 5
            assert reader.execute(count).scalar() == 4


def _place(conn: Connection, n: int) -> None:
    last = conn.execute(select(func.max(tables.place.c.firm_seq))).scalar() or 0
    values: dict[str, Any] = dict.fromkeys(tables.place.columns.keys(), "")
    values |= {"epoch": 1, "firm_seq": last + 1, "device_id": b"d" * 16, "device_seq": n}
    values |= {"fact_id": n.to_bytes(16, "big"), "verdict": "accepted", "effective_at": 0}
    conn.execute(insert(tables.place).values(values))


def _places_after(at: SchemaAt, cursor: int) -> list[int]:
    c = tables.place.c
    with at.open().read() as conn:
        rows = select(c.firm_seq).where(c.firm_seq > cursor).order_by(c.firm_seq)
        return list(conn.execute(rows).scalars())


def test_a_readers_cursor_never_skips_a_place(plain: PlainBooks, at: SchemaAt) -> None:
    """The first writer is slow: the second may not come to be read before it."""
    slow, quick = at.open(), at.open()

    def write() -> None:
        with quick.write() as conn:
            _place(conn, 2)

    with ThreadPoolExecutor() as pool:
        with slow.write() as conn:
            _place(conn, 1)
            waiting = pool.submit(write)
            _wait_for_waiters(at, 1)
            assert _places_after(at, 0) == []
        waiting.result()
    assert _places_after(at, 0) == [1, 2]


def test_a_sequence_alone_would_skip_one(plain: PlainBooks, at: SchemaAt) -> None:
    """Why there is a lock: numbers are drawn in one order, and commits come in another."""
    _sql(at, "CREATE TABLE a_firm.numbered (n bigserial, what text)")
    sql = "INSERT INTO a_firm.numbered (what) VALUES (%s)"
    read = "SELECT n FROM a_firm.numbered WHERE n > %s ORDER BY n"

    def numbers_after(cursor: int) -> list[int]:
        with transaction(at.engine, "BEGIN") as conn:
            return list(conn.exec_driver_sql(read, (cursor,)).scalars())

    with transaction(at.engine, "BEGIN") as slow:
        slow.exec_driver_sql(sql, ("slow",))
        with transaction(at.engine, "BEGIN") as quick:
            quick.exec_driver_sql(sql, ("quick",))
        seen = numbers_after(0)
    assert seen == [2]
    assert numbers_after(seen[-1]) == [], "the first was committed, and this reader never sees it"


def test_two_workers_that_settle_one_bill_settle_it_once(plain: PlainBooks, at: SchemaAt) -> None:
    plain.write("invoice  S/7  2026-05-03  Bina  100.00")
    party_id = plain.parties["Bina"]
    begun = threading.Barrier(4)

    def receive(n: int) -> None:
        ids = CountingIds(start=1_000 * n)
        worker = Books(at.open(), Surroundings(clock=plain.clock, ids=ids))
        begun.wait()
        for _turn in range(3):
            worker.run(
                RecordReceipt(
                    voucher_id=VoucherId(ids.mint()), party_id=party_id, amount_paise=30_00
                )
            )

    with ThreadPoolExecutor() as pool:
        for done in [pool.submit(receive, n) for n in range(1, 5)]:
            done.result()
    assert bills_of(plain, "Bina") == {"SA01/26/000002": 0}
    assert sums_of(plain, "Bina") == (100_00 - 12 * 30_00, 0, 100_00 - 12 * 30_00)
    prove(plain)


# The swap -------------------------------------------------------------------


def test_the_old_books_are_read_while_new_ones_grow(plain: PlainBooks, at: SchemaAt) -> None:
    before = everything(plain.books)
    told: list[int] = []

    def look(done: int, of: int) -> None:
        reader = Books.open(at, Surroundings(clock=plain.clock, ids=plain.ids))
        assert everything(reader) == before
        told.append(done)

    plain.books.rebuild(look)
    assert told
    assert everything(plain.books) == before


def test_a_swap_gives_up_when_somebody_goes_on_reading(
    plain: PlainBooks, at: SchemaAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_engine, "BUSY_TIMEOUT_SECONDS", 0.02)
    before = everything(plain.books)
    with at.open().read() as reader:
        reader.execute(select(tables.meta)).all()
        with pytest.raises(BooksBusy, match="being read by somebody else"):
            plain.books.rebuild()
    assert everything(plain.books) == before
    plain.books.rebuild()
    prove(plain)


def test_who_waited_for_the_swap_stands_in_the_new_schema(plain: PlainBooks, at: SchemaAt) -> None:
    """A reader and a writer begin while the swap holds its lock; both find all there is."""
    before = everything(plain.books)
    swapping, begun = threading.Event(), threading.Barrier(3)
    database = _database(plain)
    swap = PostgresDatabase._swap

    def slow_swap(self: PostgresDatabase, conn: object, new: str) -> None:
        self._wait_for_readers(conn)  # type: ignore[arg-type]
        swapping.set()
        begun.wait()
        _wait_for_waiters(at, 2)
        swap(self, conn, new)  # type: ignore[arg-type]

    def read() -> object:
        swapping.wait()
        begun.wait()
        return everything(Books(at.open(), Surroundings(clock=plain.clock, ids=plain.ids)))

    def write() -> int:
        swapping.wait()
        begun.wait()
        with at.open().write() as conn:
            count = conn.execute(select(func.count()).select_from(tables.voucher)).scalar_one()
            conn.execute(insert(tables.setting).values(name="waited", value=b"1"))
        return int(count)

    with ThreadPoolExecutor() as pool, pytest.MonkeyPatch.context() as patch:
        patch.setattr(PostgresDatabase, "_swap", slow_swap)
        reading, writing = pool.submit(read), pool.submit(write)
        plain.books._database = database.replaced(_replayed)
        assert reading.result() == before
        assert writing.result() == 2
    with plain.books.reading() as conn:
        names = conn.execute(select(tables.setting.c.name)).scalars().all()
    assert "waited" in names
    assert everything(plain.books) == before


def _replayed(lanes: object) -> None:
    from collectiq_desktop.core.services.upkeep import replay

    replay(lanes)  # type: ignore[arg-type]


def _wait_for_waiters(at: SchemaAt, count: int) -> None:
    sql = "SELECT count(*) FROM pg_locks WHERE NOT granted"
    pause = threading.Event()
    for _try in range(500):
        with transaction(at.engine, "BEGIN") as conn:
            if conn.exec_driver_sql(sql).scalar_one() >= count:
                return
        pause.wait(0.01)
    pytest.fail("nobody waits")


# The log only grows ---------------------------------------------------------


@pytest.mark.parametrize("table", sorted(LOG.tables))
@pytest.mark.parametrize("action", ["UPDATE {0} SET {1} = {1}", "DELETE FROM {}", "TRUNCATE {}"])
def test_nothing_in_the_log_is_changed_or_taken_away(
    plain: PlainBooks, table: str, action: str
) -> None:
    database = _database(plain)
    with (
        pytest.raises(DBAPIError, match="the log of facts only grows"),
        database.write() as conn,
    ):
        conn.exec_driver_sql(action.format(table, LOG.tables[table].columns.keys()[0]))
    prove(plain)


def test_a_link_goes_only_when_it_is_kept_among_the_old_ones(plain: PlainBooks) -> None:
    columns = "device_id, device_seq, hash, fact_id, fact_hash"
    with _database(plain).write() as conn:
        conn.exec_driver_sql(f"INSERT INTO old_link ({columns}) SELECT {columns} FROM link LIMIT 1")
        gone = conn.exec_driver_sql("DELETE FROM link WHERE hash IN (SELECT hash FROM old_link)")
        assert gone.rowcount == 1
        conn.exec_driver_sql(f"INSERT INTO link ({columns}) SELECT {columns} FROM old_link")
    prove(plain)


@pytest.mark.parametrize("table", ["fact", "link"])
def test_nothing_in_the_log_is_replaced(plain: PlainBooks, table: str) -> None:
    database = _database(plain)
    again = f"INSERT INTO {table} SELECT * FROM {table} LIMIT 1"
    with pytest.raises(DBAPIError, match="duplicate key"), database.write() as conn:
        conn.exec_driver_sql(again)
    keys = ", ".join(column.name for column in LOG.tables[table].primary_key)
    with (
        pytest.raises(DBAPIError, match="the log of facts only grows"),
        database.write() as conn,
    ):
        conn.exec_driver_sql(f"{again} ON CONFLICT ({keys}) DO UPDATE SET fact_id = '\\x00'")
    prove(plain)


# As on the other engine -----------------------------------------------------


def test_texts_are_in_binary_order_and_sums_are_whole_numbers(plain: PlainBooks) -> None:
    names = ["Zeta", "alpha", "Ábc", "श्री", "beta"]
    with _database(plain).write() as conn:
        for name in names:
            conn.execute(insert(tables.setting).values(name=name, value=b"v"))
        mine = select(tables.setting.c.name).where(tables.setting.c.name.in_(names))
        found = conn.execute(mine.order_by(tables.setting.c.name)).scalars().all()
        assert found == sorted(names)
        big = 2**62
        for n in range(4):
            conn.execute(insert(tables.account_day).values((90 + n, 20_260_401, big, 0)))
        total = conn.execute(select(func.sum(tables.account_day.c.debit_paise))).scalar_one()
        assert type(total) is int
        assert total >= 4 * big
        value = conn.execute(select(tables.setting.c.value).limit(1)).scalar()
        assert type(value) is bytes


def test_every_text_is_kept_in_binary_order_and_every_partial_index_is_one(
    plain: PlainBooks,
) -> None:
    other = text(
        "SELECT count(*) FROM information_schema.columns WHERE table_schema = current_schema() "
        "AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'"
    )
    partial = text(
        "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() "
        "AND indexdef LIKE '% WHERE %' ORDER BY 1"
    )
    with plain.books.reading() as conn:
        assert conn.execute(other).scalar() == 0
        wanted = {
            str(index.name)
            for metadata in (tables.LOG, tables.LOCAL, tables.PROJECTIONS)
            for table in metadata.sorted_tables
            for index in table.indexes
            if index.dialect_options["sqlite"]["where"] is not None
        }
        assert set(conn.execute(partial).scalars()) == wanted != set()


# Trouble --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (errors.LockNotAvailable, BooksBusy),
        (errors.DeadlockDetected, BooksBusy),
        (errors.SerializationFailure, BooksBusy),
        (errors.QueryCanceled, BooksBusy),
        (errors.TooManyConnections, BooksBusy),
        (errors.DiskFull, BooksFull),
        (errors.OutOfMemory, BooksFull),
        (errors.IoError, BooksFull),
        (errors.ReadOnlySqlTransaction, BooksReadOnly),
        (errors.InsufficientPrivilege, BooksReadOnly),
        (errors.DataCorrupted, BooksDamaged),
        (errors.IndexCorrupted, BooksDamaged),
        (errors.AdminShutdown, BooksAway),
        (errors.CannotConnectNow, BooksAway),
        (errors.InvalidPassword, BooksAway),
        (psycopg.OperationalError, BooksAway),
    ],
)
def test_every_trouble_of_the_engine_is_told_in_a_sentence(
    plain: PlainBooks, error: type[Exception], kind: type[BooksTrouble]
) -> None:
    message = "engine words"
    with pytest.raises(kind) as caught, _database(plain).read():
        raise error(message)
    assert type(caught.value) is kind
    assert "engine words" not in caught.value.message
    assert "a_firm" in caught.value.message
    assert caught.value.message.endswith(".")


def test_an_error_of_our_own_making_is_no_trouble_of_the_machine(plain: PlainBooks) -> None:
    with pytest.raises(DBAPIError), plain.books.reading() as conn:
        conn.execute(text("SELECT nothing FROM nowhere"))


def test_a_pool_without_a_free_connection_is_busy(postgres: Server, at: SchemaAt) -> None:
    small = Postgres(postgres.url, connections=1)
    engine = small.firm("a_firm").engine
    engine.pool._max_overflow = 0  # type: ignore[attr-defined]
    engine.pool._timeout = 0.01  # type: ignore[attr-defined]
    at.create()
    database = small.firm("a_firm").open()
    with database.read(), pytest.raises(BooksBusy), database.read():
        pytest.fail("there was one more")
    small.close()


def test_a_server_that_is_not_there_is_told() -> None:
    nowhere = Postgres("postgresql://nobody@127.0.0.1:1/nothing")
    with pytest.raises(BooksAway, match="does not answer"):
        nowhere.firm("a_firm").open()
    with pytest.raises(BooksAway, match="does not answer"):
        nowhere.firms()


def test_a_firm_that_could_not_be_begun_leaves_no_schema(at: SchemaAt) -> None:
    class Exhausted(CountingIds):
        def mint(self) -> bytes:
            assert len(self.minted) < 3, "no more ids"
            return super().mint()

    with pytest.raises(AssertionError, match="no more ids"):
        Books.create(at, FIRM, Surroundings(clock=FixedClock(), ids=Exhausted()))
    with pytest.raises(NotFound):
        at.open()
