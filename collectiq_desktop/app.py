"""The composition root: what the core is handed, and which books are opened.

The real clock, real ids and the place of the anchors are put together here
and nowhere else. No rule of the trade and no output belongs here.
"""

from __future__ import annotations

import json
import logging
import os
import secrets
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from collectiq_desktop import paths
from collectiq_desktop.core.domain.calendar import business_date
from collectiq_desktop.core.domain.errors import CollectIQError, NotFound, Refused
from collectiq_desktop.core.domain.ids import TAIL_BYTES, Ids, id_of
from collectiq_desktop.core.domain.saying import say

if TYPE_CHECKING:
    from collectiq_desktop.core.books import Books, Outside
    from collectiq_desktop.core.domain.clock import Clock
    from collectiq_desktop.core.domain.firm import Firm
    from collectiq_desktop.core.services.upkeep import Progress
    from collectiq_desktop.core.services.verify import Anchor

BOOKS_SUFFIX = ".collectiq"
BOOKS_VARIABLE = "COLLECTIQ_BOOKS"
_UNSAFE = frozenset('<>:"/\\|?*')
_MAX_STEM_CHARS = 60

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The machine's clock, told in UTC milliseconds and in India's days."""

    def now_at(self) -> int:
        return time.time_ns() // 1_000_000

    def today_on(self) -> date:
        return business_date(self.now_at())


@dataclass(frozen=True, slots=True)
class RandomIds:
    """Ids with the clock in their head and chance in their tail."""

    clock: Clock

    def mint(self) -> bytes:
        return id_of(self.clock.now_at(), secrets.token_bytes(TAIL_BYTES))


@dataclass(frozen=True, slots=True)
class FileAnchors:
    """Heads of chains, one small file for each device, outside the books.

    A head that cannot be kept is worth a line in the log and never a receipt:
    the clerk's work goes on.
    """

    folder: Path

    def load(self, device_id: bytes) -> Anchor | None:
        from collectiq_desktop.core.services.verify import Anchor

        try:
            kept = json.loads(self._path(device_id).read_text(encoding="utf-8"))
            return Anchor(int(kept["device_seq"]), bytes.fromhex(kept["hash"]))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            log.info("An anchor cannot be read: %s", error)
            return None

    def save(self, device_id: bytes, anchor: Anchor) -> None:
        path = self._path(device_id)
        growing = path.with_suffix(".new")
        text = json.dumps({"device_seq": anchor.device_seq, "hash": anchor.hash.hex()})
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            growing.write_text(text, encoding="utf-8")
            growing.replace(path)
        except OSError as error:
            log.info("An anchor cannot be kept: %s", error)

    def _path(self, device_id: bytes) -> Path:
        return self.folder / f"{device_id.hex()}.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class RealOutside:
    """What the core cannot make itself, as this machine gives it."""

    clock: Clock
    ids: Ids
    anchors: FileAnchors | None


def real_outside() -> RealOutside:
    """The machine's clock, random ids, and anchors in the user's data folder."""
    clock = SystemClock()
    folder = paths.data_folder() / "anchors"
    return RealOutside(clock=clock, ids=RandomIds(clock), anchors=FileAnchors(folder))


def chosen_books(given: str | None) -> Path:
    """The books that are meant: those named, or the only ones on this machine.

    Raises:
        NotFound, Refused: none were named, and not exactly one lies there.
    """
    named = given or os.environ.get(BOOKS_VARIABLE)
    if named:
        return Path(named)
    folder = paths.books_folder()
    found = sorted(folder.glob(f"*{BOOKS_SUFFIX}")) if folder.is_dir() else []
    if not found:
        message = say(
            "Which books? Name them with --books FILE, or make new ones with “collectiq init”."
        )
        raise NotFound(message, field="books")
    if len(found) > 1:
        names = ", ".join(path.name for path in found[:5])
        message = say(
            "There are several books in {folder} ({names}): name one with --books FILE.",
            folder=folder,
            names=names,
        )
        raise Refused(message, field="books")
    return found[0]


def place_for_new_books(given: str | None, firm_name: str) -> Path:
    """Where new books go: the place named, or the user's folder of books.

    Raises:
        Refused: the user's folder of books cannot be made.
    """
    named = given or os.environ.get(BOOKS_VARIABLE)
    if named:
        return Path(named)
    folder = paths.books_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        message = say(
            "The folder {folder} cannot be made: name a place with --books FILE.", folder=folder
        )
        raise Refused(message, field="books") from None
    plain = "".join(" " if char in _UNSAFE or ord(char) < 32 else char for char in firm_name)
    stem = " ".join(plain.split())[:_MAX_STEM_CHARS].strip(" .") or "Books"
    return folder / f"{stem}{BOOKS_SUFFIX}"


def open_books(path: Path, outside: Outside, progress: Progress | None = None) -> Books:
    """The books at a path, ready for commands and questions."""
    from collectiq_desktop.core.books import Books

    return Books.open(path, outside) if progress is None else Books.open(path, outside, progress)


def create_books(path: Path, firm: Firm, outside: Outside) -> Books:
    """New books for a firm; where they cannot be made, no half of them is left.

    Raises:
        BadInput, BooksTrouble, NotFound: each says what to do.
    """
    from collectiq_desktop.core.books import Books

    was_there = path.exists()
    try:
        return Books.create(path, firm, outside)
    except CollectIQError:
        if not was_there:
            for tail in ("", "-wal", "-shm"):
                path.with_name(path.name + tail).unlink(missing_ok=True)
        raise
