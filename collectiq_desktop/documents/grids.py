"""Rows as a spreadsheet file and as CSV: what every sheet is written by.

Text stays text: what a party or a narration begins with never becomes a
formula. What the rows hold is their sheet's.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Final, TypeAlias

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

Cell: TypeAlias = str | int | date | Decimal | None
Cells: TypeAlias = Sequence[Cell]

MOST_ROWS: Final = 1_000_000
"""Rows that a sheet of a spreadsheet program can take, and some room."""

_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
_DATE_FORM = "dd-mm-yyyy"
_MONEY_FORM = "[>=10000000]##\\,##\\,##\\,##0.00;[>=100000]##\\,##\\,##0.00;##,##0.00"
_BYTE_ORDER_MARK = "\ufeff"
_LONGEST_TITLE = 31
_NOT_IN_TITLES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def grid_csv(rows: Iterable[Cells]) -> bytes:
    """The rows as CSV: UTF-8 with its mark, plain numbers, ISO dates.

    A text that a spreadsheet would run as a formula gets a leading apostrophe.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    for row in rows:
        writer.writerow([_csv_text(cell) for cell in row])
    return (_BYTE_ORDER_MARK + written.getvalue()).encode("utf-8")


def grid_xlsx(rows: Iterable[Cells], *, title: str, made_on: date, widths: Sequence[int]) -> bytes:
    """The rows as a spreadsheet file with real numbers and dates.

    Args:
        widths: of the columns, in letters.
    """
    made = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(made, options) as book:
        created = datetime.combine(made_on, time.min, tzinfo=UTC).replace(tzinfo=None)
        book.set_properties({"title": title, "created": created})
        forms = {
            date: book.add_format({"num_format": _DATE_FORM, "align": "left"}),
            Decimal: book.add_format({"num_format": _MONEY_FORM}),
        }
        page = book.add_worksheet(title.translate(_NOT_IN_TITLES)[:_LONGEST_TITLE])
        for place, width in enumerate(widths):
            page.set_column(place, place, width)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        for number, row in enumerate(rows):
            _write_row(page, number, row, forms)
    return made.getvalue()


def _write_row(
    page: Worksheet, number: int, row: Cells, forms: dict[type[date | Decimal], Format]
) -> None:
    for place, cell in enumerate(row):
        match cell:
            case str():
                page.write_string(number, place, cell)
            case Decimal():
                page.write_number(number, place, cell, forms[Decimal])
            case int():
                page.write_number(number, place, cell)
            case date():
                page.write_datetime(number, place, datetime.combine(cell, time.min), forms[date])
            case None:
                pass


def _csv_text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
        case date():
            return cell.isoformat()
        case Decimal():
            return f"{cell:.2f}"
        case int():
            return str(cell)
