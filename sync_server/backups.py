"""Backups of firms: one file each, from either engine, while the server runs.

A backup holds the log and nothing that can be worked out from it; opening it
makes the rest. Restoring is `sync_server.restoring`.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import BooksTrouble
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.services.copying import copy_log
from collectiq_desktop.core.storage.sqlite import FileAt
from sync_server.firms import FILE_ENDING, name_of

_DATED = re.compile(r"(firm_[0-9a-f]{32})-\d{8}-\d{6}")


def back_up(books: Books, folder: Path) -> Path:
    """Write a backup of a firm; it stands there whole or not at all.

    Raises:
        BooksTrouble: it cannot be written.
    """
    instant = datetime.fromtimestamp(books.now_at() / 1_000, UTC).strftime("%Y%m%d-%H%M%S")
    target = folder / f"{name_of(books.identity.firm_id)}-{instant}{FILE_ENDING}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        copy_log(books.at, FileAt(target))
    except OSError as error:
        message = say(
            "The backup was not written to {folder}: {reason}.",
            folder=folder,
            reason=error.strerror,
        )
        raise BooksTrouble(message) from None
    return target


def backups_of(name: str, folder: Path) -> list[Path]:
    """The backups of a firm in a folder, oldest first."""
    found = folder.glob(f"{name}-*{FILE_ENDING}")
    return sorted(path for path in found if _DATED.fullmatch(path.stem))


def keep_newest(name: str, folder: Path, kept_count: int) -> None:
    """Remove all backups of a firm but the newest."""
    assert kept_count > 0
    for path in backups_of(name, folder)[:-kept_count]:
        path.unlink(missing_ok=True)
