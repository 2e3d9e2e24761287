"""Bulk import into empty books; it also fills the books that the other rows read."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.measure import Rise, Stopwatch, apart
from tests.benchmarks.stage import Stage, take_all
from tests.benchmarks.table import Bar, Row, row_of

# The page cache, and what one part of an import gathers before it is written.
_PEAK_MB = 128


def rows(stage: Stage) -> Iterator[Row]:
    count, size = stage.workload.vouchers_count, stage.size
    rise = Rise()
    making, whole = Stopwatch(), Stopwatch()
    with whole:
        take_all(stage.books, apart(stage.our_commands(), making), stage.commands_count)
    risen = rise.mb
    raw_making, raw = Stopwatch(), Stopwatch()
    with raw:
        stage.raw.import_all(stage.workload.parties, apart(stage.raw_vouchers(), raw_making))
    wall = count / (whole.wall_s - making.wall_s)
    raw_wall = count / (raw.wall_s - raw_making.wall_s)
    cpu = count / (whole.cpu_s - making.cpu_s)
    raw_cpu = count / (raw.cpu_s - raw_making.cpu_s)
    bar = Bar(at_least=20_000, unit="/CPU s")
    yield row_of("import into empty books", size, cpu, "vouchers/CPU s", limit=raw_cpu, bar=bar)
    yield row_of("import into empty books, wall", size, wall, "vouchers/s", limit=raw_wall)
    if risen is not None:
        bar = Bar(at_most=_PEAK_MB, unit="MB")
        yield row_of("import, memory above start", size, risen, "MB", bar=bar)
