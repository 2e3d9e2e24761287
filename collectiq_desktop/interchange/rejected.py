"""Rejected rows as a file that can be put right and imported again.

A sheet's rejected rows stand there as they stood in the sheet, under its own
header, so that the same mapping reads them; the reason is a column more. Of
other files only place and reason can be told.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from collectiq_desktop.core.domain.errors import BooksTrouble
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.interchange.rows import Complaint
from collectiq_desktop.interchange.spreadsheets.cells import text_of
from collectiq_desktop.interchange.spreadsheets.grid import GridRow, SheetTrouble, read_grid
from collectiq_desktop.interchange.spreadsheets.mapping import Mapping
from collectiq_desktop.interchange.spreadsheets.records import find_header

_ROW = re.compile(r", row (\d+)(?:,|$)")
_MOST_FILES = 1_000


def _as_it_is(words: str) -> str:
    return words


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedWords:
    """How place and reason are told: the titles of their columns, and what stands in them."""

    where: str = "Where"
    reason: str = "Reason"
    place_of: Callable[[str], str] = _as_it_is
    said: Callable[[str], str] = _as_it_is


ENGLISH = RejectedWords()


def rejected_sheet(
    complaints: Iterable[Complaint], path: Path, mapping: Mapping, words: RejectedWords = ENGLISH
) -> str:
    """The rejected rows of one sheet as CSV, under the sheet's own header.

    Raises:
        SheetTrouble: the sheet is not there any more as it was.
    """
    grid = read_grid(path, mapping.sheet)
    header = find_header(grid, mapping).row
    rows = {row.number: row for row in grid.rows}
    begins = f"{grid.file}, "
    mine = [one for one in complaints if one.where.startswith(begins)]
    lines = [[*_texts(rows[header]), words.reason]]
    width = len(lines[0]) - 1
    for one in mine:
        found = _ROW.search(one.where)
        row = rows.get(int(found[1])) if found else None
        texts = _texts(row)[:width] if row is not None else []
        lines.append([*texts, *[""] * (width - len(texts)), words.said(one.reason)])
    return _csv(lines)


def rejected_list(complaints: Iterable[Complaint], words: RejectedWords = ENGLISH) -> str:
    """Place and reason of every rejected row as CSV."""
    told = ([words.place_of(one.where), words.said(one.reason)] for one in complaints)
    return _csv([[words.where, words.reason], *told])


def save_rejected(
    complaints: Sequence[Complaint],
    paths: Sequence[Path],
    mapping: Mapping | None,
    words: RejectedWords = ENGLISH,
) -> tuple[Path, ...]:
    """Write the rejected rows beside their files, over nothing that is there.

    Raises:
        BooksTrouble: the folder cannot be written.
    """
    sheets = [path for path in paths if mapping is not None]
    written: list[Path] = []
    rest = list(complaints)
    for path in sheets:
        mine = [one for one in rest if one.where.startswith(f"{path.name}, ")]
        if not mine or mapping is None:
            continue
        try:
            content = rejected_sheet(mine, path, mapping, words)
        except (SheetTrouble, OSError):
            continue
        written.append(_write(path, content))
        told = set(mine)
        rest = [one for one in rest if one not in told]
    if rest and paths:
        written.append(_write(paths[0], rejected_list(rest, words)))
    return tuple(written)


def _texts(row: GridRow) -> list[str]:
    return [text_of(cell) for cell in row.cells]


def _csv(lines: Iterable[Sequence[str]]) -> str:
    target = io.StringIO(newline="")
    csv.writer(target).writerows(lines)
    return target.getvalue()


def _write(beside: Path, content: str) -> Path:
    """The file with the mark that tells Excel its letters."""
    for count in range(1, _MOST_FILES):
        number = f" {count}" if count > 1 else ""
        path = beside.with_name(f"{beside.stem} rejected{number}.csv")
        try:
            with path.open("x", encoding="utf-8-sig", newline="") as file:
                file.write(content)
        except FileExistsError:
            continue
        except OSError:
            break
        return path
    message = say(
        "The rejected rows cannot be written to {parent}: allow writing there first.",
        parent=beside.parent,
    )
    raise BooksTrouble(message)
