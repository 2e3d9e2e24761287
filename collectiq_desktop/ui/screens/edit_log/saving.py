"""The edit log as a list for a file: every page of it, in the words of the screen.

Runs on the lane for long jobs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.queries.edit_log import EditLog
from collectiq_desktop.core.queries.firm import FirmCard
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.ui.screens.edit_log.columns import EDIT_COLUMNS, EditRow, rows_of

if TYPE_CHECKING:
    from collectiq_desktop.documents.lists import ListOnPaper

_PAGE = 1_000
_WIDEST_EM = (9.0, 9.0, 9.0, 17.0, None, 13.0, 14.0, 16.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What stands over the list, in the user's language."""

    title: str
    subs: tuple[str, ...]
    none_text: str
    made_on: date
    language: str


def list_of(heading: Heading, wish: EditLog, books: Books, progress: Progress) -> ListOnPaper:
    """Everything that is wished for, from the newest to the oldest."""
    from collectiq_desktop.documents.lists import ListOnPaper
    from collectiq_desktop.documents.tables import Column

    columns = tuple(
        Column(head=column.shown_title, most_em=most_em)
        for column, most_em in zip(EDIT_COLUMNS, _WIDEST_EM, strict=True)
    )
    rows = tuple(
        tuple(column.text_of(row) for column in EDIT_COLUMNS)
        for row in _all_rows(wish, books, progress)
    )
    return ListOnPaper(
        firm=books.ask(FirmCard()).firm.name,
        title=heading.title,
        subs=heading.subs,
        columns=columns,
        rows=rows,
        made_on=heading.made_on,
        none_text=heading.none_text,
        language=heading.language,
    )


def _all_rows(wish: EditLog, books: Books, progress: Progress) -> Iterator[EditRow]:
    after, done = None, 0
    while True:
        page = books.ask(replace(wish, after=after, limit=_PAGE))
        yield from rows_of(page)
        done += len(page.rows)
        progress(done, done + (_PAGE if page.after is not None else 0))
        after = page.after
        if after is None:
            return
