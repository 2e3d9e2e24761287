"""What happens to the server under the books: killed, started anew, its files damaged."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.errors import BooksAway, BooksDamaged
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.postgres import Postgres, SchemaAt
from collectiq_desktop.core.storage.postgres_engine import tell, transaction
from tests.core.looking import everything, prove
from tests.fakes import CountingIds, FixedClock
from tests.plain_books import FIRM, PlainBooks
from tests.postgres import NoPostgres, PostgresServer

pytestmark = [
    pytest.mark.one_engine,
    pytest.mark.skipif(sys.platform != "linux", reason="kills by what /proc says"),
]


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """A server that a test may kill, and starts again."""
    try:
        server = PostgresServer()
    except NoPostgres as error:
        pytest.skip(str(error))
    yield server
    server.stop()


@pytest.fixture
def plain(server: PostgresServer) -> Iterator[PlainBooks]:
    """Books with a little in them."""
    database = Postgres(server.url)
    clock, ids = FixedClock(), CountingIds()
    name = f"firm_{len(database.firms())}"
    books = Books.create(database.firm(name), FIRM, Surroundings(clock=clock, ids=ids))
    yield PlainBooks(books, clock, ids).write("invoice  S/1  2026-05-01  Asha  100.00")
    database.close()


def _engine_of(plain: PlainBooks) -> Engine:
    at = plain.books.at
    assert isinstance(at, SchemaAt)
    return at.engine


def test_a_server_started_anew_is_used_again_at_once(
    server: PostgresServer, plain: PlainBooks
) -> None:
    before = everything(plain.books)
    server.crash()
    with pytest.raises(BooksAway, match="does not answer"):
        plain.write("invoice  S/2  2026-05-02  Asha  1.00")
    server.start()
    plain.write("invoice  S/2  2026-05-02  Asha  1.00")
    server.crash()
    server.start()
    with plain.books.reading() as conn:
        assert len(conn.execute(select(tables.fact)).all()) == before[0] + 1
    prove(plain)


def test_what_was_acknowledged_is_there_after_the_server_was_killed(
    server: PostgresServer, plain: PlainBooks
) -> None:
    acknowledged: list[str] = []

    def work(round_number: int) -> None:
        for n in range(10_000):
            name = f"S/{round_number}/{n}"
            plain.write(f"invoice  {name}  2026-05-02  Asha  1.00")
            acknowledged.append(name)

    with ThreadPoolExecutor() as pool:
        for round_number in range(3):
            wanted = len(acknowledged) + 5
            working = pool.submit(work, round_number)
            while len(acknowledged) < wanted and not working.done():
                pass
            server.crash()
            assert isinstance(working.exception(), BooksAway)
            server.start()
    with plain.books.reading() as conn:
        stored = conn.execute(select(tables.voucher.c.voucher_id)).scalars().all()
    assert len(stored) == len(set(stored))
    assert {plain.vouchers[name] for name in acknowledged} <= set(stored)
    assert len(acknowledged) >= 15
    prove(plain)


def _overwrite(server: PostgresServer, plain: PlainBooks, relation: str) -> None:
    """Put rubbish into the first page of a table or index, behind the server's back."""
    with plain.books.reading() as conn:
        path = conn.exec_driver_sql("SELECT pg_relation_filepath(%s)", (relation,)).scalar_one()
    raw = _engine_of(plain).raw_connection()
    raw.driver_connection.execute("CHECKPOINT")  # type: ignore[union-attr]
    raw.close()
    server.crash()
    file = Path(server.data) / path
    content = bytearray(file.read_bytes())
    content[100:8192] = b"\xa5" * 8092
    file.write_bytes(bytes(content))
    server.start()


@pytest.mark.parametrize("relation", ["link", "party_line", "voucher"])
def test_a_damaged_table_is_found_and_nothing_else_is_looked_at(
    server: PostgresServer, plain: PlainBooks, relation: str
) -> None:
    assert plain.books.verify(is_quick=True).ok
    _overwrite(server, plain, relation)
    verification = plain.books.verify()
    assert [check.name for check in verification.checks if not check.ok] == ["file"]
    assert len(verification.checks) == 1
    assert "Restore a backup" in verification.checks[0].detail


def test_books_of_which_not_even_the_facts_can_be_counted_are_told_as_damaged(
    server: PostgresServer, plain: PlainBooks
) -> None:
    _overwrite(server, plain, "fact")
    with pytest.raises(BooksDamaged, match="restore a backup, and keep"):
        plain.books.verify()


def test_a_damaged_index_is_found_where_indexes_can_be_walked(
    server: PostgresServer, plain: PlainBooks
) -> None:
    with transaction(_engine_of(plain), "BEGIN") as conn:
        tell(conn, "CREATE EXTENSION amcheck")
    prove(plain)
    _overwrite(server, plain, "voucher_by_number")
    verification = plain.books.verify()
    assert [check.name for check in verification.checks if not check.ok] == ["file"]
