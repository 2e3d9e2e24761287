"""Finding a party while its name is typed: from its beginning, or from inside."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from collectiq_desktop.core.queries.finding import FindParties
from tests.benchmarks.measure import Compared, Samples
from tests.benchmarks.stage import Stage
from tests.benchmarks.table import Bar, Row, row_of

_NAMES = 60
_LETTERS = (2, 3, 4, 5, 6, 7)
_LIMIT = 20


def rows(stage: Stage) -> Iterator[Row]:
    rng = Random(3)
    names = [party.name for party in rng.choices(stage.workload.parties, k=_NAMES)]
    typed = [name[:count] for name in names for count in _LETTERS]
    found = Compared(Samples(), Samples())
    for text in [*typed[:5], *typed]:
        found.raw.take(lambda t=text: stage.raw.find_beginning(t.casefold(), _LIMIT))  # type: ignore[misc]
        found.ours.take(lambda t=text: stage.books.ask(FindParties(text=t)))  # type: ignore[misc]
    yield from _rows_of("party search, beginning", stage, found)
    inside = [name[3 : 3 + count] for name in names for count in _LETTERS]
    found = Compared(Samples(), Samples())
    for text in [*inside[:5], *inside]:
        if len(text) >= 3:
            found.raw.take(lambda t=text: stage.raw.find_inside(t.casefold(), _LIMIT))  # type: ignore[misc]
        found.ours.take(lambda t=text: stage.books.ask(FindParties(text=t)))  # type: ignore[misc]
    yield from _rows_of("party search, inside", stage, found)


def _rows_of(what: str, stage: Stage, found: Compared) -> Iterator[Row]:
    bar, size = Bar(at_most=5, unit="ms"), stage.size
    raw, ours = found
    yield row_of(f"{what}, CPU p99", size, ours.cpu_p99_ms, "ms", limit=raw.cpu_p99_ms, bar=bar)
    yield row_of(f"{what}, wall p99", size, ours.p99_ms, "ms", limit=raw.p99_ms)
    yield row_of(f"{what}, median", size, ours.wall_ms, "ms", limit=raw.wall_ms)
