"""What a batch brought, what builds on it, and where its documents came from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from collectiq_desktop.core.domain.ids import BatchId
from collectiq_desktop.core.services.imports import BeginImport
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.batches import (
    built_upon,
    changed_elsewhere,
    is_known_batch,
    note_origin,
    undo_batch,
)
from collectiq_desktop.core.storage.writer import Writer
from tests.plain_books import fresh_books

BATCH = BatchId(b"b" * 16)


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    plain = fresh_books(tmp_path)
    plain.run(BeginImport(batch_id=BATCH, source="test"))
    with plain.books._database.write() as conn:
        yield Writer(conn)
    plain.books.close()


def _origins(writer: Writer) -> list[tuple[object, ...]]:
    return [tuple(row) for row in writer.conn.execute(select(tables.origin))]


def test_a_batch_is_known_until_it_is_undone(writer: Writer) -> None:
    assert is_known_batch(writer, BATCH)
    assert not is_known_batch(writer, b"n" * 16)
    undo_batch(writer, BATCH)
    assert not is_known_batch(writer, BATCH)


def test_nothing_builds_on_a_batch_that_brought_nothing(writer: Writer) -> None:
    assert built_upon(writer, BATCH) is None
    assert changed_elsewhere(writer, BATCH) is None


def test_an_origin_is_kept_with_its_last_change(writer: Writer) -> None:
    row = writer.lookups.batch_row(BATCH)
    note_origin(writer, ("file/1", "1", b"v" * 16, row))
    note_origin(writer, ("file/1", "2", b"v" * 16, row))
    writer.flush()
    assert _origins(writer) == [("file/1", "2", b"v" * 16, row)]
    known = writer.lookups.origin("file/1")
    assert known is not None
    assert (known.change, known.subject_id) == ("2", b"v" * 16)


def test_undoing_forgets_the_origins_of_the_batch_only(writer: Writer) -> None:
    note_origin(writer, ("mine", "1", b"v" * 16, writer.lookups.batch_row(BATCH)))
    note_origin(writer, ("other", "1", b"w" * 16, 99))
    undo_batch(writer, BATCH)
    assert _origins(writer) == [("other", "1", b"w" * 16, 99)]
