"""The canonical dump: equal books are equal in it, others are not."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import text

from collectiq_desktop.core.storage.dump import dump, fingerprints
from collectiq_desktop.core.storage.tables import PROJECTIONS
from tests.plain_books import PlainBooks, fresh_books

LEDGER = """
    invoice  S/1  2026-05-01  Asha  100.00
    receipt  R/1  2026-05-03  Asha  130.00
"""


def _changed(plain: PlainBooks, sql: str) -> set[str]:
    """The tables whose fingerprints a statement changes."""
    with plain.books.reading() as conn:
        before = fingerprints(conn)
    with plain.books._database.write() as conn:
        conn.execute(text(sql))
    with plain.books.reading() as conn:
        after = fingerprints(conn)
    return {table for table in before if before[table] != after[table]}


def test_every_projection_is_in_the_dump(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    with plain.books.reading() as conn:
        assert set(dump(conn)) == set(fingerprints(conn)) == set(PROJECTIONS.tables)


def test_the_same_facts_in_two_files_give_the_same_dump(tmp_path: Path) -> None:
    one, other = (fresh_books(tmp_path, name).write(LEDGER) for name in ("a", "b"))
    with one.books.reading() as first, other.books.reading() as second:
        assert dump(first) == dump(second)
        assert fingerprints(first) == fingerprints(second)


def test_row_numbers_do_not_matter(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path).write(LEDGER)
    assert _changed(plain, "UPDATE item SET item_row = 5") == set()
    for table, column in (
        ("voucher", "voucher_row"),
        ("posting", "voucher_row"),
        ("party_line", "voucher_row"),
        ("bill", "voucher_row"),
        ("claim", "bill_voucher_row"),
        ("claim", "voucher_row"),
        ("on_account", "voucher_row"),
    ):
        _changed(plain, f"UPDATE {table} SET {column} = {column} + 100")
    other = fresh_books(tmp_path, "other").write(LEDGER)
    with plain.books.reading() as first, other.books.reading() as second:
        assert dump(first) == dump(second)


def test_a_value_that_matters_changes_the_fingerprint_of_its_table(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path).write(LEDGER)
    assert _changed(plain, "UPDATE claim SET settled_paise = -1") == {"claim"}
    assert _changed(plain, "UPDATE bill SET open_paise = 1") == {"bill"}
    assert _changed(plain, "DELETE FROM on_account") == {"on_account"}
    assert _changed(plain, "UPDATE voucher SET state = 'cancelled'") == {"voucher"}


def test_rows_that_say_nothing_are_left_out(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path).write(LEDGER)
    assert _changed(plain, "INSERT INTO account_day VALUES (1, 20260101, 0, 0)") == set()
    columns = "voucher_row, voucher_id, ordinal, kind, state, number, voucher_on, amount_paise"
    absent = (
        f"INSERT INTO voucher ({columns}, branch_id) "
        "SELECT 99, party_id, 0, 'S', 'absent', '', 0, 0, '' FROM party LIMIT 1"
    )
    assert _changed(plain, absent) == set()
    assert _changed(plain, "UPDATE master_history SET ordinal = 7") == set()
