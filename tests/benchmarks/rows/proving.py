"""Making all projections anew from the facts, and proving the books."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.measure import Rise, Stopwatch
from tests.benchmarks.stage import Stage
from tests.benchmarks.table import Bar, Row, row_of


def rows(stage: Stage) -> Iterator[Row]:
    size = stage.size
    quick, whole, rebuild = Stopwatch(), Stopwatch(), Stopwatch()
    with quick:
        assert stage.books.verify(is_quick=True).ok
    with whole:
        verification = stage.books.verify()
    assert verification.ok, verification.checks
    facts = verification.facts
    rise = Rise()
    with rebuild:
        stage.books.rebuild()
    risen = rise.mb
    bar = Bar(at_least=20_000, unit="/CPU s")
    yield row_of("rebuild", size, facts / rebuild.cpu_s, "facts/CPU s", bar=bar)
    yield row_of("rebuild, wall", size, facts / rebuild.wall_s, "facts/s")
    if risen is not None:
        yield row_of("rebuild, memory above start", size, risen, "MB")
    yield row_of("verify without a rebuild", size, quick.wall_s, "s")
    yield row_of("verify", size, whole.wall_s, "s")
