"""Posting one invoice or one receipt with its allocation, durably."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.measure import Compared, Samples, counting_disk
from tests.benchmarks.stage import POSTED_SINGLY, Stage, single_command
from tests.benchmarks.table import Bar, Row, compared_row, row_of

_WORDS = {"S": "invoice", "R": "receipt"}
_WARM = 20


def rows(stage: Stage) -> Iterator[Row]:
    found = {kind: Compared(Samples(), Samples()) for kind in _WORDS}
    later, stage.later = stage.later[:POSTED_SINGLY], stage.later[POSTED_SINGLY:]
    for n, voucher in enumerate(later):
        command = single_command(voucher, stage.ids.mint())
        if voucher.kind not in found or n < _WARM:
            stage.raw.post(voucher)
            stage.books.run(command)
            continue
        found[voucher.kind].raw.take(lambda v=voucher: stage.raw.post(v))  # type: ignore[misc]
        found[voucher.kind].ours.take(lambda c=command: stage.books.run(c))  # type: ignore[misc]
    for kind, word in _WORDS.items():
        yield from _rows_of(f"post one {word}", stage.size, found[kind])


def _rows_of(what: str, size: str, compared: Compared) -> Iterator[Row]:
    raw, ours = compared
    yield compared_row(what, size, compared, Bar(at_most=6, is_ratio=True))
    bar = Bar(at_most=2, unit="ms")
    yield row_of(f"{what}, CPU", size, ours.cpu_ms, "ms", limit=raw.cpu_ms, bar=bar)
    yield row_of(f"{what}, p99", size, ours.p99_ms, "ms", limit=raw.p99_ms)
    if counting_disk():
        bar = Bar(at_most=1.1)
        yield row_of(f"{what}, fsyncs", size, ours.fsyncs, "", limit=raw.fsyncs, bar=bar)
