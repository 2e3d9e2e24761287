"""Finding the file that a person named, before a reader opens it."""

from __future__ import annotations

from pathlib import Path

from collectiq_desktop.core.domain.errors import BadInput, NotFound
from collectiq_desktop.core.domain.saying import say

SHEET_ENDINGS = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})


def is_sheet(path: Path) -> bool:
    """Whether a file is a spreadsheet by its name; all others are exports of Tally."""
    return path.suffix.lower() in SHEET_ENDINGS


def check_readable(path: Path) -> None:
    """Refuse what is no file, or a file that may not be read.

    Raises:
        NotFound: nothing of that name is there.
        BadInput: it is a folder, or reading it is not allowed.
    """
    if path.is_dir():
        raise BadInput(say("“{path}” is a folder. Name the files in it.", path=path), field="file")
    try:
        with path.open("rb"):
            return
    except FileNotFoundError:
        raise NotFound(say("There is no file “{path}”. Check its name.", path=path)) from None
    except OSError:
        message = say(
            "The file “{path}” may not be read. Close it in other programs or copy it.", path=path
        )
        raise BadInput(message, field="file") from None
