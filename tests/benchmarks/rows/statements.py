"""The statement of the busiest party: whole, and its first screenful."""

from __future__ import annotations

from collections.abc import Iterator

from collectiq_desktop.core.queries.statements import PartyStatement, StatementLines
from tests.benchmarks.measure import in_turns
from tests.benchmarks.stage import Stage, party_id
from tests.benchmarks.table import Bar, Row, computed_row
from tests.benchmarks.workload import FIRST_ON

_LINES = 40


def rows(stage: Stage) -> Iterator[Row]:
    no, raw, books = stage.workload.busiest_no, stage.raw, stage.books
    whole = PartyStatement(party_id=party_id(no), from_on=FIRST_ON)
    lines = len(books.ask(whole).lines)
    assert lines == len(raw.statement(no))
    compared = in_turns(lambda: raw.statement(no), lambda: books.ask(whole), times=11)
    bar = Bar(at_most=2, is_ratio=True)
    yield computed_row(f"statement of {lines:,} lines, whole", stage.size, compared, bar)
    first = StatementLines(party_id=party_id(no), from_on=FIRST_ON, limit=_LINES)
    compared = in_turns(lambda: raw.screenful(no, _LINES), lambda: books.ask(first), times=50)
    bar = Bar(at_most=20, unit="ms")
    yield computed_row("statement, first screenful", stage.size, compared, bar)
