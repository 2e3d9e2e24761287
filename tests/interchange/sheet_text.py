"""Small sheets for tests, and what is read of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from collectiq_desktop.interchange.rows import Reading
from collectiq_desktop.interchange.spreadsheets.mapping import Mapping, SheetKind, check_mapping
from collectiq_desktop.interchange.spreadsheets.reading import read_sheet


def mapping(kind: SheetKind, columns: dict[str, str | list[str]], **more: Any) -> Mapping:
    made = Mapping(source="Old program", kind=kind, columns=columns, **more)
    check_mapping(made)
    return made


def read_csv(folder: Path, text: str | bytes, how: Mapping, **more: Any) -> Reading:
    path = folder / "sheet.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_sheet(path, how, **more)


def complaints(reading: Reading) -> list[tuple[str, str, str]]:
    """Severity, finding and row of every complaint."""
    return [
        (one.severity.value, one.finding.value, one.where.partition(", ")[2])
        for one in reading.complaints
    ]
