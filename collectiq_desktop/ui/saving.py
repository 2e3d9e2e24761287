"""A list as a file: a sheet, a PDF or plain values, by the ending of its name.

Runs on the lane for long jobs; typesetting and sheets are loaded there.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.exporting import MayExport
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.ui.files import write_whole

if TYPE_CHECKING:
    from collectiq_desktop.documents.lists import ListOnPaper

KINDS = (".xlsx", ".pdf", ".csv")


def check_ending(path: Path) -> str:
    """The kind of file that a name asks for.

    Raises:
        BadInput: it ends in none of the kinds that can be made.
    """
    kind = path.suffix.lower()
    if kind not in KINDS:
        message = say("End the name in .xlsx for Excel, .pdf for paper or .csv for plain values.")
        raise BadInput(message, field="path")
    return kind


def save_list(
    make: Callable[[Books, Progress], ListOnPaper], path: Path, books: Books, progress: Progress
) -> Path:
    """Ask for a list and write it; there is the whole file or none.

    Raises:
        Refused: who asks may not save lists as files.
        BadInput: the name says no kind of file, or the list is too long for it.
        BooksTrouble: nothing can be written there.
    """
    kind = check_ending(path)
    books.ask(MayExport())
    made = make(books, progress)
    _check_length(kind, len(made.rows))
    write_whole(path, _maker_of(kind)(made))
    return path


def _check_length(kind: str, rows_count: int) -> None:
    from collectiq_desktop.documents.grids import MOST_ROWS
    from collectiq_desktop.documents.lists import MOST_ROWS_ON_PAPER

    if kind == ".pdf" and rows_count > MOST_ROWS_ON_PAPER:
        message = say("This is too long for paper; choose fewer days, or end the name in .xlsx.")
        raise BadInput(message, field="path")
    if kind == ".xlsx" and rows_count > MOST_ROWS:
        message = say("This is too long for Excel; choose fewer days, or end the name in .csv.")
        raise BadInput(message, field="path")


def _maker_of(kind: str) -> Callable[[ListOnPaper], bytes]:
    from collectiq_desktop.documents import lists

    return {".xlsx": lists.list_xlsx, ".pdf": lists.list_pdf, ".csv": lists.list_csv}[kind]
