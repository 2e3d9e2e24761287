"""Whatever a day brings, in any order: the books tie out and a rebuild gives the same."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collectiq_desktop.core.domain.errors import Refused
from tests.core.looking import everything, prove
from tests.core.services.days import Day, deeds
from tests.plain_books import fresh_books


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.lists(deeds, max_size=30), st.integers(1, 4))
def test_whatever_a_day_brings_the_books_tie_out(
    drawn: list[tuple[str, int, int, int]], at_once: int
) -> None:
    with TemporaryDirectory() as folder:
        plain = fresh_books(Path(folder))
        day = Day(plain)
        for start in range(0, len(drawn), at_once):
            commands = []
            for deed in drawn[start : start + at_once]:
                try:
                    commands.append(day.command(*deed))
                except Refused:
                    continue
            for result in plain.books.run_many(iter(commands), len(commands)):
                assert not isinstance(result, Exception) or isinstance(result, Refused)
        prove(plain)
        before = everything(plain.books)
        plain.books.rebuild()
        assert everything(plain.books) == before
        plain.books.close()
