"""Statements on paper: the first, one more, and a thousand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice

from collectiq_desktop.core.queries.statements import PartyStatement
from collectiq_desktop.documents.statement import statement_pdf
from collectiq_desktop.documents.typesetter import Typesetter
from tests.benchmarks.measure import Samples, Stopwatch
from tests.benchmarks.stage import Stage, party_id
from tests.benchmarks.table import Bar, Row, row_of
from tests.benchmarks.workload import FIRST_ON

_LINES = 40
_MANY = 1_000


def rows(stage: Stage) -> Iterator[Row]:
    size, no = stage.size, _party_with(stage, _LINES)
    first, warm, many = Samples(), Samples(), Stopwatch()
    made = [Typesetter()]

    def print_first() -> None:
        made[0] = Typesetter()
        _print(stage, no, made[0])

    first.take(print_first)
    for _ in range(20):
        warm.take(lambda: _print(stage, no, made[0]))
    bar = Bar(at_most=500, unit="ms")
    yield row_of("statement as PDF, first", size, first.wall_ms, "ms", bar=bar)
    yield row_of("statement as PDF, warm", size, warm.wall_ms, "ms", bar=bar)
    with many:
        for each in _spread(stage.workload.parties_count):
            _print(stage, each, made[0], from_on=None)
    bar = Bar(at_most=30, unit="s")
    yield row_of(f"{_MANY:,} statements as PDF", size, many.wall_s, "s", bar=bar)


def _spread(parties_count: int) -> Iterator[int]:
    """Busy and quiet parties alike, each of them as often as another."""
    step = max(1, parties_count // _MANY)
    return islice(cycle(range(0, parties_count, step)), _MANY)


def _print(
    stage: Stage, no: int, typesetter: Typesetter, *, from_on: date | None = FIRST_ON
) -> None:
    ask = PartyStatement(party_id=party_id(no), from_on=from_on)
    assert statement_pdf(stage.books.ask(ask), typesetter=typesetter).startswith(b"%PDF")


def _party_with(stage: Stage, lines: int) -> int:
    """The party whose number of vouchers comes nearest to so many."""
    counts = Counter(voucher.party_no for voucher in stage.workload.vouchers())
    return min(counts, key=lambda no: abs(counts[no] - lines))
