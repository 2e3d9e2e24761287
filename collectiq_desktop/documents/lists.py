"""A list as a file: rows under titles, as a spreadsheet, as CSV or on A4 lying down.

The words are the asker's: whoever shows a list on a screen hands it over as it
is read there, so that the file says the same in the same language.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.documents.grids import Cell, Cells, grid_csv, grid_xlsx
from collectiq_desktop.documents.labels import labels_for
from collectiq_desktop.documents.paper import Sheet
from collectiq_desktop.documents.tables import Column, table_view
from collectiq_desktop.documents.typesetter import Typesetter, printable, shared_typesetter
from collectiq_desktop.documents.view import Row, brief, day, page_view

MOST_ROWS_ON_PAPER = 20_000
_TEMPLATE = "list.typ"
_LYING = Sheet(
    name="A4", width_mm=297, height_mm=210, side_mm=12, top_mm=12, bottom_mm=14, size_pt=8.0
)
_FILLING_LETTERS = 44


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOnPaper:
    """A list with its head.

    Args:
        subs: what it was narrowed to, and when it was made, a line each.
        columns: as on paper; one of them takes what the others leave.
        rows: cells as values; a spreadsheet gets them as numbers and days.
        none_text: what stands where there is no row.
    """

    firm: str
    title: str
    subs: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Cells, ...]
    made_on: date
    none_text: str
    language: str = "en"


def list_xlsx(made: ListOnPaper) -> bytes:
    """The list as a spreadsheet file, its head above it."""
    widths = [int(each.most_em or _FILLING_LETTERS) + 2 for each in made.columns]
    return grid_xlsx(_whole(made), title=made.title, made_on=made.made_on, widths=widths)


def list_csv(made: ListOnPaper) -> bytes:
    """The list as plain values: one line of titles, then the rows."""
    return grid_csv([_titles(made), *made.rows])


def list_pdf(made: ListOnPaper, *, typesetter: Typesetter | None = None) -> bytes:
    """The list on A4 lying down."""
    setter = typesetter or shared_typesetter()
    labels = labels_for(made.language, folder=setter.templates)
    view = {
        **page_view(_LYING, labels),
        "firm": {"name": printable(made.firm), "lines": []},
        "title": made.title,
        "subs": list(map(printable, made.subs)),
        "running": " · ".join((printable(made.firm), made.title)),
        "made": "",
        "list": table_view(_LYING, made.columns, [_on_paper(row) for row in made.rows]),
        "none_text": made.none_text,
    }
    return setter.pdf(_TEMPLATE, view)


def _whole(made: ListOnPaper) -> list[Cells]:
    head: list[Cells] = [[made.firm], [made.title], *([sub] for sub in made.subs), []]
    return [*head, _titles(made), *made.rows]


def _titles(made: ListOnPaper) -> Cells:
    return [column.head for column in made.columns]


def _on_paper(row: Cells) -> Row:
    return [_text(cell) for cell in row]


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return brief(printable(cell))
        case date():
            return day(cell)
        case Decimal():
            return format_inr(int(cell.scaleb(2)))
        case int():
            return str(cell)
