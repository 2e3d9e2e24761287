"""The file under the books: what it refuses, and how it says what is wrong with it."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, select, text
from sqlalchemy.exc import DBAPIError

from collectiq_desktop.core.books import Books, Surroundings
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
from collectiq_desktop.core.storage import sqlite_engine, tables
from collectiq_desktop.core.storage.database import (
    put,
)
from collectiq_desktop.core.storage.sqlite import FileAt, SqliteDatabase
from collectiq_desktop.core.storage.tables import LOG
from tests.core.looking import everything, file_of, prove
from tests.fakes import CountingIds, FixedClock
from tests.plain_books import PlainBooks, fresh_books

pytestmark = pytest.mark.one_engine
LEDGER = """
    invoice  S/1  2026-05-01  Asha  100.00
    receipt  R/1  2026-05-02  Asha   40.00
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The path of closed books with a little in them."""
    plain = fresh_books(tmp_path)
    plain.write(LEDGER)
    plain.books.close()
    return plain.books.path


def test_new_books_are_known_before_they_are_first_closed(tmp_path: Path) -> None:
    """A machine that dies on the first day leaves books, and a second program sees them."""
    plain = fresh_books(tmp_path)
    plain.write(LEDGER)
    again = _plain_at(plain.books.path)
    assert everything(again.books) == everything(plain.books)
    again.books.close()
    plain.books.close()


def _plain_at(path: Path) -> PlainBooks:
    clock, ids = FixedClock(), CountingIds(start=1_000)
    plain = PlainBooks(Books.open(path, Surroundings(clock=clock, ids=ids)), clock, ids)
    with plain.books.reading() as conn:
        for row in conn.execute(select(tables.party.c.name, tables.party.c.party_id)):
            plain.parties[row.name] = row.party_id
    return plain


@contextmanager
def _raw(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(path, isolation_level=None)
    yield connection
    connection.close()


# Opening --------------------------------------------------------------------


def test_a_new_file_says_what_it_is_and_keeps_what_was_acknowledged(tmp_path: Path) -> None:
    database = FileAt(tmp_path / "a.collectiq").create()
    with database.read() as conn:
        values = {
            name: conn.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("application_id", "user_version", "journal_mode", "synchronous")
        }
    assert values == {
        "application_id": 0x43495131,
        "user_version": 1,
        "journal_mode": "wal",
        "synchronous": 2,
    }
    database.close()


@pytest.mark.parametrize(
    "content",
    [b"", b"party;amount\nAsha;100\n", b"SQLite format 3\x00", b"PK\x03\x04" + b"\0" * 200],
)
def test_a_file_of_another_program_is_no_books(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.collectiq"
    path.write_bytes(content)
    with pytest.raises(NotBooks, match=r"a\.collectiq is not a CollectIQ file"):
        FileAt(path).open()
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_no_books(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with _raw(path) as raw:
        raw.execute("CREATE TABLE fact (x)")
    with pytest.raises(NotBooks):
        FileAt(path).open()


def test_a_folder_is_no_books(tmp_path: Path) -> None:
    with pytest.raises(NotBooks, match="is a folder"):
        FileAt(tmp_path).open()


def test_books_that_are_not_there_are_told_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="make new ones"):
        FileAt(tmp_path / "none.collectiq").open()
    assert list(tmp_path.iterdir()) == []


def test_a_newer_file_asks_for_an_update(path: Path) -> None:
    with _raw(path) as raw:
        raw.execute("PRAGMA user_version = 2")
    with pytest.raises(BooksTooNew, match="please update"):
        FileAt(path).open()


def test_a_file_marked_read_only_is_read_and_never_written(path: Path) -> None:
    path.chmod(0o444)
    before = path.read_bytes()
    plain = _plain_at(path)
    assert everything(plain.books)[0] == 4
    with pytest.raises(BooksReadOnly, match="can only be read: allow writing"):
        plain.write("invoice  S/2  2026-05-03  Asha  1.00")
    with pytest.raises(BooksReadOnly):
        plain.books.rebuild()
    plain.books.close()
    assert path.read_bytes() == before


def test_a_file_that_somebody_asked_to_read_only_is_not_written(path: Path) -> None:
    database = FileAt(path).open(is_read_only=True)
    with pytest.raises(BooksReadOnly), database.write():
        pytest.fail("a transaction began")
    with database.read() as conn, pytest.raises(DBAPIError):
        conn.execute(text("DELETE FROM voucher"))
    database.close()


def test_nothing_is_written_into_a_file_that_was_moved_away(path: Path, tmp_path: Path) -> None:
    plain = _plain_at(path)
    away = tmp_path / "away.collectiq"
    path.rename(away)
    with pytest.raises(BooksTrouble, match="moved or deleted while it was open"):
        plain.write("invoice  S/2  2026-05-03  Asha  1.00")
    assert everything(plain.books)[0] == 4
    away.rename(path)
    plain.write("invoice  S/3  2026-05-03  Asha  1.00")
    assert everything(plain.books)[0] > 4
    plain.books.close()


def test_another_file_at_the_same_place_is_not_written(path: Path, tmp_path: Path) -> None:
    plain = _plain_at(path)
    path.rename(tmp_path / "away.collectiq")
    path.write_bytes(b"somebody else's")
    with pytest.raises(BooksTrouble, match="Put it back"):
        plain.write("invoice  S/2  2026-05-03  Asha  1.00")
    assert path.read_bytes() == b"somebody else's"
    plain.books.close()


def test_a_place_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    database = SqliteDatabase(tmp_path / "none" / "a.collectiq")
    with pytest.raises(BooksReadOnly, match="check that its folder"), database.read():
        pytest.fail("it was opened")


# Several at once ------------------------------------------------------------


def test_books_that_another_program_writes_are_busy_after_a_short_wait(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_engine, "BUSY_TIMEOUT_SECONDS", 0.05)
    plain = _plain_at(path)
    before = everything(plain.books)
    with _raw(path) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BooksBusy, match="in use by another program"):
            plain.write("invoice  S/2  2026-05-03  Asha  1.00")
        assert everything(plain.books) == before
        other.execute("ROLLBACK")
    plain.write("invoice  S/2  2026-05-03  Asha  1.00")
    prove(plain)
    plain.books.close()


def test_a_short_wait_is_enough_when_the_other_is_done(path: Path) -> None:
    plain = _plain_at(path)
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.05, lambda: other.execute("ROLLBACK"))
    timer.start()
    plain.write("invoice  S/2  2026-05-03  Asha  1.00")
    timer.join()
    other.close()
    assert everything(plain.books)[0] == 5
    plain.books.close()


def test_books_open_elsewhere_are_not_swapped_away(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_engine, "BUSY_TIMEOUT_SECONDS", 0.05)
    plain = _plain_at(path)
    before = everything(plain.books)
    with _raw(path) as other:
        other.execute("SELECT count(*) FROM fact").fetchone()
        with pytest.raises(BooksBusy):
            plain.books.rebuild()
    assert everything(plain.books) == before
    assert sorted(each.name for each in path.parent.iterdir() if each.name.endswith(".new")) == []
    plain.write("invoice  S/2  2026-05-03  Asha  1.00")
    plain.books.rebuild()
    prove(plain)
    plain.books.close()


# Trouble with the machine ---------------------------------------------------


def _limit_pages(plain: PlainBooks, spare: int) -> None:
    with file_of(plain.books).outside_transaction() as raw:
        pages = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count = {pages + spare}")


def test_a_full_disk_loses_nothing(path: Path) -> None:
    plain = _plain_at(path)
    _limit_pages(plain, 1)
    long = f"note {'long ' * 2_000}"
    before = everything(plain.books)
    with pytest.raises(BooksFull, match="full: nothing was lost, but make room first"):
        plain.write(f"invoice  S/2  2026-05-03  Asha  1.00  {long}")
    assert everything(plain.books) == before
    _limit_pages(plain, 1_000_000)
    plain.write(f"invoice  S/2  2026-05-03  Asha  1.00  {long}")
    assert everything(plain.books)[0] == 5
    prove(plain)
    plain.books.close()


def _overwrite(path: Path, table: str) -> None:
    """Put rubbish where a table begins."""
    with _raw(path) as raw:
        page = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        size = raw.execute("PRAGMA page_size").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((page[0] - 1) * size)
        file.write(b"\xff" * size)


@pytest.mark.parametrize("table", ["fact", "setting", "voucher", "party_line"])
def test_a_damaged_file_is_told_as_damaged(path: Path, table: str) -> None:
    _overwrite(path, table)
    database = FileAt(path).open()
    sql = text(f"SELECT * FROM {table} NOT INDEXED")
    with pytest.raises(BooksDamaged, match="restore a backup, and keep"), database.read() as conn:
        conn.execute(sql).all()
    database.close()


def test_a_damaged_file_is_found_by_its_own_check(path: Path) -> None:
    database = FileAt(path).open()
    with database.read() as conn:
        assert database.find_damage(conn) is None
    database.close()
    _overwrite(path, "voucher_by_number")
    database = FileAt(path).open()
    with database.read() as conn:
        assert database.find_damage(conn) is not None
    database.close()


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_BUSY, BooksBusy),
        (sqlite3.SQLITE_LOCKED, BooksBusy),
        (sqlite3.SQLITE_FULL, BooksFull),
        (sqlite3.SQLITE_IOERR_WRITE, BooksFull),
        (sqlite3.SQLITE_READONLY_DBMOVED, BooksReadOnly),
        (sqlite3.SQLITE_PERM, BooksReadOnly),
        (sqlite3.SQLITE_CANTOPEN, BooksReadOnly),
        (sqlite3.SQLITE_CORRUPT_INDEX, BooksDamaged),
        (sqlite3.SQLITE_NOTADB, BooksDamaged),
    ],
)
def test_every_trouble_of_the_engine_is_told_in_a_sentence(
    path: Path, code: int, kind: type[BooksTrouble]
) -> None:
    error = sqlite3.OperationalError("engine words")
    error.sqlite_errorcode = code
    database = FileAt(path).open()
    with pytest.raises(kind) as caught, database.read():
        raise error
    assert "engine words" not in caught.value.message
    assert path.name in caught.value.message
    assert caught.value.message.endswith(".")
    database.close()


def test_an_error_of_our_own_making_is_no_trouble_of_the_machine(path: Path) -> None:
    database = FileAt(path).open()
    with pytest.raises(DBAPIError), database.read() as conn:
        conn.execute(text("SELECT nothing FROM nowhere"))
    with pytest.raises(sqlite3.OperationalError), database.outside_transaction() as raw:
        raw.execute("SELECT nothing FROM nowhere")
    with pytest.raises(sqlite3.ProgrammingError), database.read():
        raise sqlite3.ProgrammingError
    database.close()


# The log only grows ---------------------------------------------------------


def _place(conn: Connection) -> None:
    place = (1, 1, b"d" * 16, 1, b"f" * 16, "accepted", 0, "")
    conn.execute(insert(tables.place).values(place))
    conn.execute(insert(tables.seal).values((b"d" * 16, 1, b"s")))
    conn.execute(insert(tables.old_link).values((b"d" * 16, 1, b"h", b"f" * 16, b"g")))


@pytest.mark.parametrize("table", sorted(LOG.tables))
@pytest.mark.parametrize("action", ["UPDATE {} SET {} = x'00'", "DELETE FROM {}"])
def test_nothing_in_the_log_is_changed_or_taken_away(path: Path, table: str, action: str) -> None:
    database = FileAt(path).open()
    with database.write() as conn:
        _place(conn)
    database.close()
    with _raw(path) as raw:
        before = raw.execute(f"SELECT * FROM {table}").fetchall()
        assert before
        with pytest.raises(sqlite3.IntegrityError, match="the log of facts only grows"):
            raw.execute(action.format(table, LOG.tables[table].columns.keys()[0]))
        assert raw.execute(f"SELECT * FROM {table}").fetchall() == before


def test_a_link_goes_only_when_it_is_kept_among_the_old_ones(path: Path) -> None:
    columns = "device_id, device_seq, hash, fact_id, fact_hash"
    with _raw(path) as raw:
        before = raw.execute("SELECT count(*) FROM link").fetchone()
        raw.execute(f"INSERT INTO old_link ({columns}) SELECT {columns} FROM link LIMIT 1")
        with pytest.raises(sqlite3.IntegrityError, match="the log of facts only grows"):
            raw.execute("UPDATE link SET hash = x'00'")
        raw.execute("DELETE FROM link WHERE hash IN (SELECT hash FROM old_link)")
        raw.execute(f"INSERT INTO link ({columns}) SELECT {columns} FROM old_link")
        assert raw.execute("SELECT count(*) FROM link").fetchone() == before


@pytest.mark.parametrize("table", sorted(LOG.tables))
def test_nothing_in_the_log_is_replaced(path: Path, table: str) -> None:
    database = FileAt(path).open()
    with database.write() as conn:
        _place(conn)
    database.close()
    row = "rowid, " if table == "fact" else ""
    with _raw(path) as raw:
        before = raw.execute(f"SELECT * FROM {table}").fetchall()
        columns = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
        names = ", ".join(columns)
        other = names.replace("fact_id", "x'0102'") if table == "fact" else names
        into = f"INSERT OR REPLACE INTO {table} ({row}{names})"
        for values in (names, other):
            with pytest.raises(sqlite3.IntegrityError, match="the log of facts only grows"):
                raw.execute(f"{into} SELECT {row}{values} FROM {table} LIMIT 1")
        assert raw.execute(f"SELECT * FROM {table}").fetchall() == before


def test_an_unknown_verdict_is_no_place(path: Path) -> None:
    database = FileAt(path).open()
    place = (1, 1, b"d" * 16, 1, b"f" * 16, "perhaps", 0)
    with pytest.raises(DBAPIError), database.write() as conn:
        conn.execute(insert(tables.place).values(place))
    database.close()


# Letting go -----------------------------------------------------------------


def test_folding_in_leaves_one_file_that_opens_again(path: Path) -> None:
    database = FileAt(path).open()
    with database.write() as conn:
        put(conn, tables.counter, [("A", 1)])
    database.fold_in()
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    with database.read() as conn:
        assert ("A", 1) in [tuple(row) for row in conn.execute(select(tables.counter))]
    database.close()


def test_a_file_that_never_came_into_use_is_removed_with_its_log(tmp_path: Path) -> None:
    for name in ("a", "a-wal", "a-shm", "a-journal", "b"):
        (tmp_path / name).touch()
    FileAt(tmp_path / "a").remove()
    FileAt(tmp_path / "none").remove()
    assert [each.name for each in tmp_path.iterdir()] == ["b"]
