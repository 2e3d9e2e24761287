"""Bulk import into books in use, 500 vouchers to a transaction."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.measure import Stopwatch, counting_disk, forced_to_disk
from tests.benchmarks.stage import Stage, take_all, voucher_command
from tests.benchmarks.table import Row, row_of

_BATCH = 500


def rows(stage: Stage) -> Iterator[Row]:
    later, stage.later = stage.later, []
    commands = [voucher_command(voucher) for voucher in later]
    ours, raw = Stopwatch(), Stopwatch()
    batches = range(0, len(later), _BATCH)
    forced = 0
    for start in batches:
        part = slice(start, start + _BATCH)
        with raw:
            stage.raw.add_batch(later[part])
        before = forced_to_disk()
        with ours:
            take_all(stage.books, iter(commands[part]), _BATCH)
        forced += forced_to_disk() - before
    count, size = len(later), stage.size
    rates = (count / ours.cpu_s, count / raw.cpu_s)
    yield row_of("import into used books", size, rates[0], "vouchers/CPU s", limit=rates[1])
    rates = (count / ours.wall_s, count / raw.wall_s)
    yield row_of("import into used books, wall", size, rates[0], "vouchers/s", limit=rates[1])
    if counting_disk():
        yield row_of("import into used books, fsyncs", size, forced / len(batches), "a batch")
