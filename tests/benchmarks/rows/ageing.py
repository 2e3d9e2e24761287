"""Ageing of all parties, of today and as of a past day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from collectiq_desktop.core.queries.ageing import Ageing
from tests.benchmarks.measure import in_turns
from tests.benchmarks.stage import Stage
from tests.benchmarks.table import Bar, Row, computed_row

_YEAR = timedelta(days=365)


def rows(stage: Stage) -> Iterator[Row]:
    today_on, past_on = stage.today_on, stage.today_on - _YEAR
    raw, books = stage.raw, stage.books
    ours = books.ask(Ageing())
    assert ours.total_paise == sum(row[1] for row in raw.ageing(today_on))
    now = in_turns(lambda: raw.ageing(today_on), lambda: books.ask(Ageing()), times=15)
    yield computed_row(
        "ageing of all parties today", stage.size, now, Bar(at_most=2, is_ratio=True)
    )
    times = 9 if stage.workload.vouchers_count < 1_000_000 else 3
    then = in_turns(
        lambda: raw.ageing_past(past_on),
        lambda: books.ask(Ageing(as_of_on=past_on)),
        times=times,
    )
    bar = Bar(at_most=0.2, is_ratio=True)
    yield computed_row("ageing as of a year ago", stage.size, then, bar)
