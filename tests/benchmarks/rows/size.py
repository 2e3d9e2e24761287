"""How large the file is, facts and projections."""

from __future__ import annotations

from collections.abc import Iterator

from collectiq_desktop.core.books import Books
from tests.benchmarks.stage import Stage
from tests.benchmarks.table import Bar, Row, row_of
from tests.core.looking import file_of


def rows(stage: Stage) -> Iterator[Row]:
    stage.raw.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    _fold_in(stage.books)
    count = stage.workload.vouchers_count
    ours = stage.books.path.stat().st_size / count
    raw = stage.raw.path.stat().st_size / count
    bar = Bar(at_most=1_024, unit="bytes")
    yield row_of("file size a voucher", stage.size, ours, "bytes", limit=raw, bar=bar)


def _fold_in(books: Books) -> None:
    with file_of(books).outside_transaction() as conn:
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
