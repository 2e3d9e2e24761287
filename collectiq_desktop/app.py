"""The composition root: what the core is handed, and which books are opened.

The real clock, real ids and the place of the anchors are put together here
and nowhere else. No rule of the trade and no output belongs here.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from collectiq_desktop import paths
from collectiq_desktop.core.domain.calendar import business_date
from collectiq_desktop.core.domain.errors import CollectIQError, NotFound, Refused
from collectiq_desktop.core.domain.ids import TAIL_BYTES, Ids, id_of
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.gateways.anchors import FileAnchors

if TYPE_CHECKING:
    from collectiq_desktop.core.books import Books, Outside
    from collectiq_desktop.core.domain.clock import Clock
    from collectiq_desktop.core.domain.firm import Firm
    from collectiq_desktop.core.services.upkeep import Progress
    from collectiq_desktop.sync.device_keys import UserKeys

BOOKS_SUFFIX = ".collectiq"
BOOKS_VARIABLE = "COLLECTIQ_BOOKS"
_UNSAFE = frozenset('<>:"/\\|?*')
_MAX_STEM_CHARS = 60


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


def named_books(given: str | None) -> Path | None:
    """The books that were named, None where none were."""
    named = given or os.environ.get(BOOKS_VARIABLE)
    return Path(named) if named else None


def chosen_books(given: str | None) -> Path:
    """The books that are meant: those named, or the only ones on this machine.

    Raises:
        NotFound, Refused: none were named, and not exactly one lies there.
    """
    named = named_books(given)
    if named is not None:
        return named
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
    named = named_books(given)
    if named is not None:
        return named
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


def free_place(firm_name: str) -> Path:
    """A place in the user's folder of books where no file lies yet."""
    place = wanted = place_for_new_books(None, firm_name)
    number = 1
    while place.exists():
        number += 1
        place = wanted.with_name(f"{wanted.stem} {number}{BOOKS_SUFFIX}")
    return place


def open_books(
    path: Path,
    outside: Outside,
    progress: Progress | None = None,
    *,
    notice: Callable[[str], None] | None = None,
    is_examined: bool = False,
) -> Books:
    """The books at a path, ready for commands and questions.

    A file that was restored takes a new chain; one whose counter's key is not
    here records nothing until a person has said why.

    Args:
        notice: is told what a person should know of the file.
        is_examined: the file is to be looked at as it lies there.
    """
    from collectiq_desktop.core.books import Books

    books = Books.open(path, outside) if progress is None else Books.open(path, outside, progress)
    try:
        if not (is_examined or books.is_read_only):
            _make_sure_whose(books, outside, notice)
    except BaseException:
        books.close()
        raise
    return books


def _make_sure_whose(books: Books, outside: Outside, notice: Callable[[str], None] | None) -> None:
    """See that no other machine, and no later life of this file, writes the same chain."""
    from collectiq_desktop.sync.moving import UNANSWERED, is_key_missing
    from collectiq_desktop.sync.restoring import renewed_if_restored, renewed_words

    if books.identity.is_enrolled and is_key_missing(books, device_keys()):
        books.held_back = UNANSWERED
        return
    if isinstance(outside.anchors, FileAnchors):
        renewed = renewed_if_restored(books, outside.anchors)
        if renewed is not None and notice is not None:
            notice(renewed_words(renewed, is_alone=not books.identity.is_enrolled))


def device_keys() -> UserKeys:
    """The keys of this user's counters: in the system's safe, or in the user's folder."""
    from collectiq_desktop.gateways.secrets import SystemSafe
    from collectiq_desktop.sync.device_keys import FileKeys, UserKeys

    return UserKeys(FileKeys(paths.data_folder() / "keys"), SystemSafe())


def pin_secret() -> bytes:
    """What binds PINs to this machine: a key of its own in the safe or the user's folder.

    Raises:
        BooksTrouble: the safe does not open, or nothing can be kept.
    """
    from collectiq_desktop.core.wire.signing import PRIVATE_KEY_BYTES, public_key_of

    keys, noted = device_keys(), paths.data_folder() / "keys" / "pins"
    known = keys.load(bytes.fromhex(noted.read_text(encoding="ascii"))) if noted.exists() else None
    if known is not None:
        return known
    made = secrets.token_bytes(PRIVATE_KEY_BYTES)
    keys.save(made)
    noted.parent.mkdir(parents=True, exist_ok=True)
    noted.write_text(public_key_of(made).hex(), encoding="ascii")
    return made


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
