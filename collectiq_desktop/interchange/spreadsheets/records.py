"""Rows of a sheet as records by field: the header found, the noise left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from collectiq_desktop.core.domain.saying import Sentence, say
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.spreadsheets.cells import text_of
from collectiq_desktop.interchange.spreadsheets.grid import Cell, Grid, GridRow, SheetTrouble
from collectiq_desktop.interchange.spreadsheets.mapping import Mapping

_SEARCHED_ROWS = 40
_TOTAL = re.compile(r"(?:grand |sub[- ]?|net )?totals?[\s:.=-]*|कुल|कुल योग|કુલ", re.IGNORECASE)
_TOTAL_OF = re.compile(r".+ total", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its number, its cells by field, and the required cells it lacks."""

    number: int
    cells: dict[str, tuple[Cell, ...]]
    lacking: tuple[str, ...] = ()

    def cell(self, name: str) -> Cell:
        """The first cell of a field that says anything, else ""."""
        return next((cell for cell in self.cells.get(name, ()) if cell != ""), "")

    def text(self, name: str) -> str:
        """The field as text, "" when it is empty."""
        return text_of(self.cell(name)).strip()

    def texts(self, name: str) -> tuple[str, ...]:
        """All columns of a spread field that say anything."""
        return tuple(text_of(cell).strip() for cell in self.cells.get(name, ()) if cell != "")

    def has(self, name: str) -> bool:
        """Whether the field says anything."""
        return self.cell(name) != ""


@dataclass(slots=True)
class Header:
    """Where each header stands, and on which row they were found."""

    row: int
    places: dict[str, int] = field(default_factory=dict)


def key_of(header: str) -> str:
    """A header as compared: case, spaces and line breaks do not matter."""
    return " ".join(header.casefold().split())


def find_header(grid: Grid, mapping: Mapping) -> Header:
    """The row that holds every header of the mapping.

    Raises:
        SheetTrouble: no row does; says which headers the likeliest one lacks.
    """
    wanted = {key_of(header): header for header in mapping.headers}
    nearest: tuple[int, GridRow | None] = (0, None)
    for row in _candidates(grid, mapping.header_row):
        places = {
            key_of(text_of(cell)): place for place, cell in enumerate(row.cells) if cell != ""
        }
        met = sum(key in places for key in wanted)
        if met == len(wanted):
            return Header(row.number, places)
        if met > nearest[0]:
            nearest = met, row
    raise SheetTrouble(Finding.MAPPING_MISMATCH, _mismatch(wanted, nearest[1], grid))


def _candidates(grid: Grid, header_row: int | None) -> Iterator[GridRow]:
    if header_row is not None:
        yield from (row for row in grid.rows if row.number == header_row)
    else:
        yield from grid.rows[:_SEARCHED_ROWS]


def _mismatch(wanted: dict[str, str], nearest: GridRow | None, grid: Grid) -> Sentence:
    row = nearest or next((row for row in grid.rows if not row.is_blank), None)
    there = [text_of(cell) for cell in row.cells if cell != ""] if row else []
    known = {key_of(name) for name in there}
    lacking = [header for key, header in wanted.items() if key not in known]
    return say(
        "The sheet has no column “{lacking}”. Its columns are: {columns}. "
        "Change the mapping or the sheet.",
        lacking="”, “".join(lacking),
        columns=", ".join(there) or "—",
    )


def records_of(grid: Grid, mapping: Mapping, header: Header) -> Iterator[Record]:
    """The records below the header; blank rows and repeated headers are left out."""
    columns = {
        name: [header.places[key_of(one)] for one in mapping.headers_of(name)]
        for name in mapping.columns
    }
    required = [(one, header.places[key_of(one)]) for one in mapping.required]
    kept: dict[str, tuple[Cell, ...]] = {}
    for row in grid.rows:
        if row.number <= header.row or row.is_blank or _is_header(row, header):
            continue
        cells = {
            name: tuple(_at(row, place) for place in places) for name, places in columns.items()
        }
        lacking = tuple(name for name, place in required if _at(row, place) == "")
        record = Record(row.number, cells, lacking)
        if not is_total(record):
            record, kept = _filled(record, mapping.fill_down, kept)
        yield _with_defaults(record, mapping)


def _at(row: GridRow, place: int) -> Cell:
    return row.cells[place] if place < len(row.cells) else ""


def _is_header(row: GridRow, header: Header) -> bool:
    """A page header that was printed again in the middle of the sheet."""
    said = [(key_of(text_of(cell)), place) for place, cell in enumerate(row.cells) if cell != ""]
    return len(said) > 1 and all(header.places.get(key) == place for key, place in said)


def _filled(
    record: Record, names: tuple[str, ...], kept: dict[str, tuple[Cell, ...]]
) -> tuple[Record, dict[str, tuple[Cell, ...]]]:
    """Repeated cells that were merged or left blank say what stood above them."""
    cells = dict(record.cells)
    for name in names:
        if not record.has(name) and name in kept:
            cells[name] = kept[name]
    return replace(record, cells=cells), {**kept, **{name: cells[name] for name in names}}


def _with_defaults(record: Record, mapping: Mapping) -> Record:
    missing = {name: (value,) for name, value in mapping.defaults.items() if not record.has(name)}
    return replace(record, cells={**record.cells, **missing}) if missing else record


def is_total(record: Record) -> bool:
    """Whether the row sums up others: it says Total, or has an amount and no name."""
    words = [record.text(name) for name in ("party", "number", "on") if record.has(name)]
    if any(_TOTAL.fullmatch(word) for word in words):
        return True
    if len(words) == 1 and "on" in record.cells and _TOTAL_OF.fullmatch(words[0]):
        return True
    has_item = any(record.has(name) for name in ("item", "item_amount", "quantity"))
    return not words and not has_item
