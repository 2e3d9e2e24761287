"""What an import does off the main thread: looking at files, trying, writing, taking back.

Plain functions on open books; no window, and nothing is decided for a person.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import ImportRefused, NotFound
from collectiq_desktop.core.domain.ids import BatchId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.interchange.files import check_readable, is_sheet
from collectiq_desktop.interchange.importing import (
    ImportOptions,
    ImportReport,
    digest_of_files,
    import_into,
    known_to,
    undo_import,
)
from collectiq_desktop.interchange.rows import Reading
from collectiq_desktop.interchange.spreadsheets.cells import text_of
from collectiq_desktop.interchange.spreadsheets.grid import Grid, SheetTrouble, read_grid
from collectiq_desktop.interchange.spreadsheets.mapping import Mapping, SheetKind
from collectiq_desktop.interchange.spreadsheets.reading import read_sheet
from collectiq_desktop.interchange.spreadsheets.suggest import suggest_mapping
from collectiq_desktop.interchange.tally.reading import read_tally
from collectiq_desktop.ui.kit import Mappings

TALLY_ENDINGS = frozenset({".xml", ".json"})
_SAMPLES = 3
_HEADERS_SEARCHED = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenFile:
    """A file that is to be imported."""

    path: Path
    bytes_count: int
    is_sheet: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLook:
    """A sheet with a mapping to begin with.

    Args:
        samples: the first cells below each header.
        is_remembered: a sheet with the same headers was read so before.
    """

    mapping: Mapping
    headers: tuple[str, ...]
    samples: dict[str, str]
    is_remembered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DryRun:
    """What was read, and what would become of it; the same is written afterwards."""

    readings: tuple[Reading, ...]
    digest: str
    report: ImportReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What an import is to be made of."""

    files: tuple[ChosenFile, ...]
    mapping: Mapping | None
    today_on: date
    accept_company: bool = False


def look_at(typed: str) -> tuple[ChosenFile, ...]:
    """The file of that name; of a folder, every file in it that can be imported.

    Raises:
        NotFound, BadInput: nothing that can be imported is there.
    """
    path = Path(typed.strip().strip("\"'")).expanduser()
    if path.is_dir():
        found = sorted(
            each
            for each in path.iterdir()
            if each.is_file() and (is_sheet(each) or each.suffix.lower() in TALLY_ENDINGS)
        )
        if not found:
            message = say(
                "The folder “{path}” has no Tally export and no spreadsheet in it.", path=path
            )
            raise NotFound(message, field="path")
        return tuple(map(_chosen, found))
    check_readable(path)
    return (_chosen(path),)


def _chosen(path: Path) -> ChosenFile:
    return ChosenFile(path=path, bytes_count=path.stat().st_size, is_sheet=is_sheet(path))


def look_into(
    path: Path, kind: SheetKind | None = None, memory: Mappings | None = None
) -> SheetLook:
    """A sheet's columns, and which of them are what: as the last time, else likely.

    Args:
        kind: what a row is, told by a person; then nothing is remembered.

    Raises:
        ImportRefused: the file is no sheet that can be read.
    """
    check_readable(path)
    try:
        grid = read_grid(path)
    except SheetTrouble as trouble:
        raise ImportRefused(
            trouble.finding.value, say("{name}: {detail}", name=path.name, detail=trouble.detail)
        ) from trouble
    found = suggest_mapping(grid, source=path.stem, kind=kind)
    headers, below = _headers(grid, found.mapping, found.unused)
    samples = {header: _sample(grid, below, place) for place, header in headers}
    names = tuple(dict.fromkeys(header for _place, header in headers))
    before = memory.recall(names) if memory is not None and kind is None else None
    if before is None:
        return SheetLook(mapping=found.mapping, headers=names, samples=samples)
    # Where the table lies is this sheet's own.
    sheet, header_row = found.mapping.sheet, found.mapping.header_row
    mapping = replace(before, sheet=sheet, header_row=header_row)
    return SheetLook(mapping=mapping, headers=names, samples=samples, is_remembered=True)


def _headers(
    grid: Grid, mapping: Mapping, unused: tuple[str, ...]
) -> tuple[list[tuple[int, str]], int]:
    """The headers with their places, and the number of their row."""
    wanted = {*mapping.headers, *unused}
    best: tuple[int, list[tuple[int, str]], int] = (0, [], 0)
    for row in grid.rows[:_HEADERS_SEARCHED]:
        texts = [(place, text_of(cell)) for place, cell in enumerate(row.cells) if cell != ""]
        met = sum(text in wanted for _place, text in texts)
        if met > best[0]:
            best = met, texts, row.number
    return best[1], best[2]


def _sample(grid: Grid, below: int, place: int) -> str:
    texts = (
        text_of(row.cells[place])
        for row in grid.rows
        if row.number > below and place < len(row.cells) and row.cells[place] != ""
    )
    return ", ".join(text for text, _number in zip(texts, range(_SAMPLES), strict=False))


def try_import(books: Books, wanted: Wanted, progress: Progress) -> DryRun:
    """Read everything and find out what would become of it; nothing is written.

    Raises:
        ImportRefused: the files as a whole cannot be taken.
    """
    readings = tuple(_readings(books, wanted, progress))
    options = ImportOptions(
        today_on=wanted.today_on, is_dry_run=True, accept_company=wanted.accept_company
    )
    report = import_into(books, readings, options)
    digest = digest_of_files(file.path for file in wanted.files)
    return DryRun(readings=readings, digest=digest, report=report)


def _readings(books: Books, wanted: Wanted, progress: Progress) -> list[Reading]:
    """What the files hold; exports of Tally belong together in one reading."""
    sheets = [file.path for file in wanted.files if file.is_sheet]
    exports = [file.path for file in wanted.files if not file.is_sheet]
    known = known_to(books)
    readings: list[Reading] = []
    if exports:
        bytes_count = sum(file.bytes_count for file in wanted.files if not file.is_sheet)
        readings.append(read_tally(exports, known, on_progress=_meter(bytes_count, progress)))
    for path in sheets:
        assert wanted.mapping is not None, "sheets are read after their columns are told"
        mapping = replace(wanted.mapping, sheet=None) if len(sheets) > 1 else wanted.mapping
        readings.append(
            read_sheet(path, mapping, known_parties=known.known_parties, on_progress=None)
        )
    return readings


def _meter(bytes_count: int, progress: Progress) -> Callable[[int], None]:
    """Tells how far reading has come, of about as many letters as there are bytes."""
    done = 0

    def tell(letters: int) -> None:
        nonlocal done
        done = min(done + letters, bytes_count)
        progress(done, bytes_count)

    return tell


def write_import(
    books: Books, run: DryRun, wanted: Wanted, control_paise: int | None, progress: Progress
) -> ImportReport:
    """Write what was tried.

    Raises:
        ImportRefused: the control total does not agree; nothing was written.
        BooksTrouble: the books cannot be written.
    """
    options = ImportOptions(
        today_on=wanted.today_on,
        control_total_paise=control_paise,
        accept_company=wanted.accept_company,
        digest=run.digest,
        progress=progress,
    )
    return import_into(books, list(run.readings), options)


def take_back(books: Books, batch_id: BatchId, reason: str) -> None:
    """Undo a whole import.

    Raises:
        Refused: something builds on it.
    """
    undo_import(books, batch_id, reason)
