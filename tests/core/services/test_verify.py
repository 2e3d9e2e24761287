"""Whoever changes the file behind the program's back is found, and what he changed is named."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.ids import DeviceId, FirmId
from collectiq_desktop.core.services.verify import Anchor, Verification, name_of
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.facts import chain, fact_of
from collectiq_desktop.core.storage.masters import firm_ids
from collectiq_desktop.core.wire.codec import fact_hash, first_hash, link_hash
from tests.core.looking import MemoryAnchors
from tests.engines import spoil
from tests.fakes import CountingIds, FixedClock
from tests.plain_books import PlainBooks, fresh_books

LEDGER = """
    invoice  S/1  2026-05-01  Asha  100.00
    invoice  S/2  2026-05-02  Bina   70.00
    receipt  R/1  2026-05-03  Asha  130.00
    invoice  S/3  2026-05-04  Asha   30.00
    cancel   S/2  wrong party
"""
CHECKS = ["file", "chain", "vouchers", "parties", "numbers", "anchor", "rebuild"]
# The receipt's fact, the fifth of eight.
MIDDLE = "(SELECT fact_id FROM link WHERE device_seq = 6)"


@pytest.fixture
def plain(tmp_path: Path) -> PlainBooks:
    return fresh_books(tmp_path).write(LEDGER)


def _tamper(plain: PlainBooks, *statements: str) -> Verification:
    """What verify finds after somebody wrote to the books with another program."""
    plain.books.close()
    spoil(plain.books.at, *statements)
    plain.books = _open(plain)
    return plain.books.verify()


def _open(plain: PlainBooks, anchors: MemoryAnchors | None = None) -> Books:
    plain.books.close()
    around = Surroundings(clock=FixedClock(), ids=CountingIds(start=1_000), anchors=anchors)
    return Books.open(plain.books.at, around)


def _found(verification: Verification) -> dict[str, str]:
    """The checks that failed, with what they found."""
    return {check.name: check.detail for check in verification.checks if not check.ok}


def test_untouched_books_pass_every_check(plain: PlainBooks) -> None:
    verification = plain.books.verify()
    assert verification.ok
    assert verification.facts == 8
    assert [check.name for check in verification.checks] == CHECKS
    assert all(check.ok and check.detail.endswith(".") for check in verification.checks)


def test_a_quick_look_leaves_out_the_rebuild_only(plain: PlainBooks) -> None:
    verification = plain.books.verify(is_quick=True)
    assert verification.ok
    assert [check.name for check in verification.checks] == CHECKS[:-1]


def test_the_rebuild_tells_how_far_it_is(plain: PlainBooks) -> None:
    told: list[tuple[int, int]] = []
    assert plain.books.verify(lambda *done: told.append(done)).ok
    assert told == [(8, 8)]


# The log --------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        "user_id = x'00'",
        "kind = 'InvoicePosted'",
        "version = 2",
        "branches = '*'",
        "seen_epoch = 1",
        "seen_firm_seq = 1",
        "origin = ''",
        "recorded_at = recorded_at + 1",
        "body = CAST(substr(body, 1, length(body) - 1) || x'00' AS BLOB)",
    ],
)
def test_any_column_of_a_fact_that_was_changed_is_found_and_the_fact_named(
    plain: PlainBooks, change: str
) -> None:
    _change_is_found(plain, change)


@pytest.mark.one_engine
@pytest.mark.parametrize(
    "change",
    [
        "body = CAST('text' AS TEXT)",
        "body = CAST(x'82FF' AS TEXT)",
        "user_id = 'text'",
        "recorded_at = 1.5",
        "recorded_at = 'text'",
    ],
)
def test_a_column_that_holds_what_it_never_can_is_found_and_the_fact_named(
    plain: PlainBooks, change: str
) -> None:
    _change_is_found(plain, change)


def _change_is_found(plain: PlainBooks, change: str) -> None:
    with plain.books.reading() as conn:
        column = tables.fact.c
        fact = conn.execute(select(tables.fact).where(column.kind == "ReceiptRecorded")).one()
    verification = _tamper(plain, f"UPDATE fact SET {change} WHERE fact_id = {MIDDLE}")
    detail = _found(verification)["chain"]
    assert fact.fact_id.hex() in detail
    assert "changed after it was recorded" in detail
    assert "rebuild" not in [check.name for check in verification.checks]


def test_every_byte_of_a_body_is_watched(plain: PlainBooks) -> None:
    with plain.books.reading() as conn:
        column = tables.fact.c
        row = conn.execute(select(tables.fact).where(column.kind == "ReceiptRecorded")).one()
    fact = fact_of(row)
    for at in range(len(fact.body)):
        other = fact.body[:at] + bytes([fact.body[at] ^ 1]) + fact.body[at + 1 :]
        assert fact_hash(fact_of([*row[:-1], other])) != fact_hash(fact)
    assert "RA01/26/000001" in name_of(fact)
    assert name_of(fact_of([*row[:-1], b"\xc1"])) == f"{fact.fact_id.hex()} (ReceiptRecorded)"


def test_a_fact_that_was_taken_away_is_found(plain: PlainBooks) -> None:
    found = _found(_tamper(plain, f"DELETE FROM fact WHERE fact_id = {MIDDLE}"))
    assert "is missing; it was number 6" in found["chain"]


def test_a_fact_that_was_given_another_id_is_found(plain: PlainBooks) -> None:
    found = _found(_tamper(plain, f"UPDATE fact SET fact_id = x'00' WHERE fact_id = {MIDDLE}"))
    assert "is missing; it was number 6" in found["chain"]


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("DELETE FROM link WHERE device_seq = 6", "Number 6 of a device's facts is missing"),
        ("UPDATE link SET device_seq = 60 WHERE device_seq = 6", "Number 6 of a device's facts"),
        ("UPDATE link SET device_id = x'00' WHERE device_seq = 6", "facts is missing"),
        ("UPDATE link SET hash = x'00' WHERE device_seq = 6", "chain is broken at number 6"),
        ("UPDATE link SET fact_hash = x'00' WHERE device_seq = 6", "was changed after"),
        ("UPDATE link SET fact_id = x'00' WHERE device_seq = 6", "it was number 6"),
        ("DELETE FROM link WHERE device_seq = 8", "is in no chain"),
    ],
)
def test_a_chain_that_was_changed_is_found(
    plain: PlainBooks, statement: str, sentence: str
) -> None:
    assert sentence in _found(_tamper(plain, statement))["chain"]


@pytest.mark.one_engine
def test_a_link_that_holds_what_it_never_can_is_found(plain: PlainBooks) -> None:
    statement = "UPDATE link SET hash = CAST(x'82FF' AS TEXT) WHERE device_seq = 6"
    assert "A link of the" in _found(_tamper(plain, statement))["chain"]


def test_a_fact_that_was_slipped_in_is_found(plain: PlainBooks) -> None:
    statement = (
        "INSERT INTO fact SELECT x'AB', user_id, kind, version, branches, seen_epoch, "
        "seen_firm_seq, origin, recorded_at, body FROM fact WHERE kind = 'ReceiptRecorded'"
    )
    assert "Fact ab is in no chain" in _found(_tamper(plain, statement))["chain"]


def _forge(plain: PlainBooks, change: str) -> Verification:
    """Change a fact and every hash after it, as a thief with this program's source would."""
    with plain.books.reading() as conn:
        before = first_hash(FirmId(firm_ids(conn)[1]), plain.books.identity.device_id)
    _tamper(plain, f"UPDATE fact SET {change} WHERE fact_id = {MIDDLE}")
    statements = []
    with plain.books.reading() as conn:
        for link, fact in chain(conn):
            assert fact is not None
            hashed = fact_hash(fact)
            before = link_hash(before, hashed)
            statements.append(
                f"UPDATE link SET fact_hash = x'{hashed.hex()}', hash = x'{before.hex()}' "
                f"WHERE device_seq = {link.device_seq}"
            )
    return _tamper(plain, *statements)


def test_a_chain_forged_to_its_end_is_found_by_the_anchor_and_the_rebuild(
    plain: PlainBooks,
) -> None:
    anchors = MemoryAnchors()
    plain.books.close()
    plain.books = _open(plain, anchors)
    assert plain.books.verify().ok
    plain.books._outside = Surroundings(clock=FixedClock(), ids=CountingIds())
    found = _found(_forge(plain, "branches = 'SURAT'"))
    assert found == {}
    verification = _open(plain, anchors).verify()
    assert "does not hold that any more" in _found(verification)["anchor"]


def test_facts_that_cannot_be_replayed_are_told(plain: PlainBooks) -> None:
    found = _found(_forge(plain, "body = x'C1'"))
    assert "cannot be replayed" in found["rebuild"]


def test_facts_that_say_something_else_than_the_books_are_told(plain: PlainBooks) -> None:
    found = _found(_forge(plain, "recorded_at = recorded_at + 1, version = 1, kind = kind"))
    assert found == {}
    found = _found(_tamper(plain, "UPDATE voucher SET narration = 'x' WHERE voucher_row = 1"))
    assert found == {"rebuild": "A rebuild differs in: voucher. Rebuild the books."}


# The projections ------------------------------------------------------------


def test_a_posting_that_was_changed_is_named_by_its_voucher(plain: PlainBooks) -> None:
    found = _found(_tamper(plain, "UPDATE posting SET amount_paise = -9000 WHERE voucher_row = 1"))
    assert found["vouchers"] == "SA01/26/000001: debits and credits differ by 10.00."


def test_a_party_line_that_was_changed_is_named_by_voucher_and_party(plain: PlainBooks) -> None:
    found = _found(
        _tamper(plain, "UPDATE party_line SET amount_paise = 10050 WHERE voucher_row = 1")
    )
    assert found["vouchers"] == "SA01/26/000001: debits and credits differ by 0.50."
    assert found["parties"].startswith("Asha: balance 0.50, ")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE standing SET balance_paise = 100, bills_paise = 3100 WHERE party_row = 1",
        "DELETE FROM standing WHERE party_row = 1",
        "UPDATE bill SET open_paise = 7 WHERE voucher_row = 1",
        "UPDATE on_account SET amount_paise = 1",
        "UPDATE on_account SET party_row = 1, amount_paise = -1",
        "DELETE FROM party_line WHERE voucher_row = 1",
    ],
)
def test_sums_of_a_party_that_were_changed_are_named(plain: PlainBooks, statement: str) -> None:
    detail = _found(_tamper(plain, statement))["parties"]
    assert detail.startswith("Asha: balance ")
    assert detail.endswith("do not tie out.")


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        (
            "UPDATE voucher SET number = 'SA01/26/000009' WHERE number = 'SA01/26/000002'",
            "Number SA01/26/000002 is missing from its series.",
        ),
        (
            "UPDATE voucher SET number = 'SA01/26/000001' WHERE number = 'SA01/26/000002'",
            "Number SA01/26/000001 was used twice.",
        ),
        (
            "UPDATE voucher SET state = 'undone' WHERE number = 'SA01/26/000002'",
            "Number SA01/26/000002 is missing from its series.",
        ),
    ],
)
def test_a_number_that_is_missing_or_doubled_is_named(
    plain: PlainBooks, statement: str, sentence: str
) -> None:
    assert _found(_tamper(plain, statement))["numbers"] == sentence


def test_numbers_of_others_may_have_gaps(plain: PlainBooks) -> None:
    found = _found(_tamper(plain, "UPDATE voucher SET number = 'T/7' WHERE voucher_row = 4"))
    assert "numbers" not in found


@pytest.mark.parametrize(
    ("table", "statement"),
    [
        ("account_day", "UPDATE account_day SET debit_paise = debit_paise + 1"),
        ("counter", "UPDATE counter SET last_number = 99"),
        ("party", "UPDATE party SET beat = 'x'"),
        ("party_gram", "DELETE FROM party_gram WHERE gram = 'as'"),
        ("firm", "UPDATE firm SET fields = x'80'"),
        ("claim", "UPDATE claim SET claim_on = 20260101"),
        ("correction", "UPDATE correction SET is_idle = 1"),
        ("account", "UPDATE account SET name = 'x' WHERE account_code = 'cash'"),
    ],
)
def test_a_projection_that_a_rebuild_would_make_otherwise_is_named(
    plain: PlainBooks, table: str, statement: str
) -> None:
    detail = _found(_tamper(plain, statement))["rebuild"]
    assert table in detail.removeprefix("A rebuild differs in: ").split(". ")[0].split(", ")


def test_a_rebuild_mends_what_it_found(plain: PlainBooks) -> None:
    assert not _tamper(plain, "UPDATE party SET beat = 'x'").ok
    plain.books.rebuild()
    assert plain.books.verify().ok


@pytest.mark.one_engine
def test_a_damaged_file_is_told_before_anything_else(plain: PlainBooks) -> None:
    plain.books.close()
    path = plain.books.path
    raw = sqlite3.connect(path)
    page = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'voucher_by_number'")
    at = (page.fetchone()[0] - 1) * raw.execute("PRAGMA page_size").fetchone()[0]
    raw.close()
    with path.open("r+b") as file:
        file.seek(at)
        file.write(b"\xff" * 500)
    verification = _open(plain).verify()
    assert list(_found(verification)) == ["file"]
    assert "Restore a backup" in _found(verification)["file"]
    assert len(verification.checks) == 1


# The anchor -----------------------------------------------------------------


def _anchored(plain: PlainBooks, anchor: Anchor | None) -> dict[str, str]:
    anchors = MemoryAnchors()
    if anchor is not None:
        anchors.save(plain.books.identity.device_id, anchor)
    plain.books.close()
    return _found(_open(plain, anchors).verify())


def _hash_at(plain: PlainBooks, device_seq: int) -> bytes:
    column = tables.link.c
    with plain.books.reading() as conn:
        found: Any = conn.execute(select(column.hash).where(column.device_seq == device_seq))
        return bytes(found.scalar_one())


def test_an_anchor_of_earlier_or_of_now_holds(plain: PlainBooks) -> None:
    assert _anchored(plain, None) == {}
    for device_seq in (1, 4, 8):
        plain.books = _open(plain)
        assert _anchored(plain, Anchor(device_seq, _hash_at(plain, device_seq))) == {}


def test_an_anchor_further_on_tells_that_facts_are_gone(plain: PlainBooks) -> None:
    found = _anchored(plain, Anchor(9, b"h" * 32))
    assert "had reached number 9" in found["anchor"]
    assert "facts were taken away, or a backup was restored" in found["anchor"]


def test_an_anchor_of_another_chain_tells_that_it_was_forged(plain: PlainBooks) -> None:
    assert "had reached number 4" in _anchored(plain, Anchor(4, b"h" * 32))["anchor"]


def test_anchors_of_other_devices_say_nothing(plain: PlainBooks) -> None:
    anchors = MemoryAnchors()
    anchors.save(DeviceId(b"x" * 16), Anchor(99, b"h" * 32))
    plain.books.close()
    assert _open(plain, anchors).verify().ok


@pytest.mark.one_engine
def test_a_damaged_page_of_the_log_is_told_before_anything_else(plain: PlainBooks) -> None:
    plain.books.close()
    path = plain.books.path
    raw = sqlite3.connect(path)
    page = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'link'").fetchone()[0]
    size = raw.execute("PRAGMA page_size").fetchone()[0]
    raw.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    assert list(_found(_open(plain).verify())) == ["file"]
