"""A sheet's cells as rows, whatever file they lie in.

CSV in any of the usual encodings and separators, and Excel files. Numbers of
Excel leave here as exact decimals of what Excel shows, never as floats.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from collectiq_desktop.core.domain.saying import Sentence, say
from collectiq_desktop.interchange.findings import Finding

Cell = str | Decimal | dt.date | dt.datetime
_SEPARATORS = (",", ";", "\t", "|")
_SNIFFED_ROWS = 20
_MOST_COLUMNS = 512
_EXCEL_HEADS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
# Excel shows fifteen digits; what a float says beyond them nobody ever wrote.
_EXCEL_DIGITS = 15


class SheetTrouble(Exception):
    """The file is no sheet that can be read."""

    def __init__(self, finding: Finding, detail: Sentence) -> None:
        super().__init__(detail)
        self.finding = finding
        self.detail = detail


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row with its number as people count it, from one."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def is_blank(self) -> bool:
        """Whether every cell is empty."""
        return all(cell == "" for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """All rows of one sheet; `sheet` is "" for CSV."""

    file: str
    sheet: str
    rows: tuple[GridRow, ...]


def read_grid(path: Path, sheet: str | None = None) -> Grid:
    """The cells of a CSV file, or of one sheet of a workbook.

    Raises:
        SheetTrouble: it is neither, it is empty, or it has no such sheet.
    """
    content = path.read_bytes()
    if not content.strip():
        raise SheetTrouble(Finding.EMPTY_FILE, say("The file is empty. Save it again."))
    if content.startswith(_EXCEL_HEADS):
        return _workbook(path, sheet)
    text = _decoded(content)
    if "\x00" in text:
        reason = say("This is neither CSV nor an Excel file. Save it as CSV or XLSX.")
        raise SheetTrouble(Finding.NOT_A_SHEET, reason)
    return Grid(path.name, "", tuple(_csv_rows(text)))


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _csv_rows(text: str) -> Iterator[GridRow]:
    separator = _separator_of(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    begun = 1
    try:
        for cells in reader:
            yield GridRow(begun, tuple(cell.strip() for cell in cells))
            begun = reader.line_num + 1
    except csv.Error as problem:
        reason = say(
            "Line {begun} cannot be read as CSV ({problem}). Save the sheet as XLSX instead.",
            begun=begun,
            problem=problem,
        )
        raise SheetTrouble(Finding.NOT_A_SHEET, reason) from problem


def _separator_of(text: str) -> str:
    """The separator that gives most rows one and the same number of columns."""
    best, best_score = _SEPARATORS[0], (0, 0)
    lines = "\n".join(text.splitlines()[: _SNIFFED_ROWS * 2])
    for separator in _SEPARATORS:
        try:
            rows = list(csv.reader(io.StringIO(lines), delimiter=separator))[:_SNIFFED_ROWS]
        except csv.Error:
            continue
        widths = [len(row) for row in rows if len(row) > 1]
        if not widths:
            continue
        width = max(set(widths), key=lambda one: (widths.count(one), one))
        score = (widths.count(width), width)
        if score > best_score:
            best, best_score = separator, score
    return best


def _workbook(path: Path, sheet: str | None) -> Grid:
    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            name = _sheet_name(book.sheet_names, sheet)
            table = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, OSError) as problem:
        reason = say("The workbook is damaged or protected. Open it and save it again as XLSX.")
        raise SheetTrouble(Finding.NOT_A_SHEET, reason) from problem
    rows = tuple(
        GridRow(number, tuple(map(_cell, cells[:_MOST_COLUMNS])))
        for number, cells in enumerate(table, start=1)
    )
    return Grid(path.name, name, rows)


def _sheet_name(names: list[str], wanted: str | None) -> str:
    if wanted is None and names:
        return names[0]
    for name in names:
        if wanted is not None and name.casefold() == wanted.casefold():
            return name
    reason = say(
        "The workbook has no sheet “{wanted}”; it has: {names}.",
        wanted=wanted,
        names=", ".join(names),
    )
    raise SheetTrouble(Finding.NOT_A_SHEET, reason)


def _cell(value: object) -> Cell:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float | int):
        return Decimal(f"{value:.{_EXCEL_DIGITS}g}")
    if isinstance(value, dt.datetime | dt.date):
        return value
    return str(value).strip()
