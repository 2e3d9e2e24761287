"""The day book: its first page and its deepest."""

from __future__ import annotations

from collections.abc import Iterator

from collectiq_desktop.core.queries.daybook import DayBook
from tests.benchmarks.measure import in_turns
from tests.benchmarks.stage import Stage
from tests.benchmarks.table import Bar, Row, computed_row

_LIMIT = 100


def rows(stage: Stage) -> Iterator[Row]:
    bar, raw, books = Bar(at_most=5, unit="ms"), stage.raw, stage.books
    first = in_turns(
        lambda: raw.day_book((0, 0), _LIMIT), lambda: books.ask(DayBook(limit=_LIMIT)), times=50
    )
    yield computed_row("day book, first page", stage.size, first, bar)
    last_page = books.ask(DayBook(limit=_LIMIT, is_from_end=True))
    key, raw_key = last_page.before, raw.key_before_end(_LIMIT)
    page = books.ask(DayBook(limit=_LIMIT, before=key))
    deepest = DayBook(limit=_LIMIT, after=page.after)
    assert books.ask(deepest).rows == last_page.rows
    found = in_turns(lambda: raw.day_book(raw_key, _LIMIT), lambda: books.ask(deepest), times=50)
    yield computed_row("day book, deepest page", stage.size, found, bar)
