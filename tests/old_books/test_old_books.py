"""Books of every schema that ever was: they open, reconcile, and say what they said."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.storage.tables import SCHEMA_NUMBER
from tests.core.looking import prove
from tests.fakes import CountingIds, FixedClock
from tests.old_books.story import summary_of
from tests.plain_books import PlainBooks

FOLDER = Path(__file__).parent
KEPT = sorted(FOLDER.glob("schema-*.gz"))


def _opened(kept: Path, folder: Path) -> PlainBooks:
    path = folder / "old.collectiq"
    path.write_bytes(gzip.decompress(kept.read_bytes()))
    clock, ids = FixedClock(), CountingIds(start=10_000)
    return PlainBooks(Books.open(path, Surroundings(clock=clock, ids=ids)), clock, ids)


def test_the_first_schema_is_kept_and_none_is_of_the_future() -> None:
    numbers = [int(path.stem.removeprefix("schema-")) for path in KEPT]
    assert min(numbers) == 1
    assert max(numbers) <= SCHEMA_NUMBER


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)
def test_old_books_open_and_say_what_they_said(kept: Path, tmp_path: Path) -> None:
    plain = _opened(kept, tmp_path)
    said = json.loads(kept.with_suffix(".json").read_text(encoding="utf-8"))
    assert summary_of(plain) == said
    prove(plain)
    plain.write("invoice  N/1  2026-11-20  New Party  10.00")
    prove(plain)
    plain.books.close()
