"""The firms of one server: where each one's books lie, and which are open.

A firm is a file in the server's folder, or a schema of its database; its name
holds the firm's id, so that a firm is found without opening any. Books are
opened when they are first asked for, and the longest unused are closed.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import BoundedSemaphore, Condition, Lock
from typing import TYPE_CHECKING, Protocol

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.errors import BooksBusy, BooksTrouble, NotFound
from collectiq_desktop.core.domain.ids import FirmId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.storage.database import BooksAt
from collectiq_desktop.core.storage.sqlite import FileAt
from collectiq_desktop.core.wire.joining import tag_of

if TYPE_CHECKING:
    from collectiq_desktop.core.storage.postgres import Postgres

FILE_ENDING = ".collectiq"
_NAMED = re.compile(r"firm_([0-9a-f]{32})")
_NO_SUCH_FIRM = say("There is no such firm on this server.")


class Places(Protocol):
    """Where firms lie: files of a folder, or schemas of a database."""

    def at(self, firm_id: FirmId) -> BooksAt:
        """Where a firm lies, or will lie."""
        ...

    def firm_ids(self) -> list[FirmId]:
        """The firms that are there."""
        ...

    def has(self, firm_id: FirmId) -> bool:
        """Whether a firm is there."""
        ...

    def close(self) -> None:
        """Let go of what they share."""
        ...


@dataclass(frozen=True, slots=True)
class FilePlaces:
    """Firms as SQLite files in one folder."""

    folder: Path

    def at(self, firm_id: FirmId) -> FileAt:
        return FileAt(self.folder / f"{name_of(firm_id)}{FILE_ENDING}")

    def firm_ids(self) -> list[FirmId]:
        names = (path.stem for path in self.folder.glob(f"firm_*{FILE_ENDING}"))
        return sorted(firm_id for name in names if (firm_id := firm_id_of(name)))

    def has(self, firm_id: FirmId) -> bool:
        return self.at(firm_id).path.exists()

    def close(self) -> None:
        """A file is let go of by its books; there is nothing else."""
        assert self.folder.is_absolute() or self.folder.parts


@dataclass(frozen=True, slots=True)
class SchemaPlaces:
    """Firms as schemas of one PostgreSQL database."""

    database: Postgres

    def at(self, firm_id: FirmId) -> BooksAt:
        return self.database.firm(name_of(firm_id))

    def firm_ids(self) -> list[FirmId]:
        return sorted(firm_id for name in self.database.firms() if (firm_id := firm_id_of(name)))

    def has(self, firm_id: FirmId) -> bool:
        return name_of(firm_id) in self.database.firms()

    def close(self) -> None:
        self.database.close()


def set_aside(places: Places, firm_id: FirmId, now_at: int) -> str:
    """Keep a firm under another name, which is told; nothing serves it there."""
    aside = f"old_{firm_id.hex()}_{now_at // 1_000}"
    places.at(firm_id).set_aside(aside)
    return aside


def name_of(firm_id: FirmId) -> str:
    """What a firm's file or schema is called."""
    return f"firm_{firm_id.hex()}"


def firm_id_of(name: str) -> FirmId | None:
    """The firm whose file or schema has this name."""
    found = _NAMED.fullmatch(name)
    return FirmId(bytes.fromhex(found[1])) if found else None


@dataclass(slots=True, eq=False)
class _Open:
    """The books of one firm while they are open, and who waits for what."""

    books: Books
    pushes: BoundedSemaphore
    writer: Lock = field(default_factory=Lock)
    users_count: int = 0


@dataclass(slots=True)
class Firms:
    """The firms of this server, from the point of view of one process."""

    places: Places
    outside: Surroundings
    open_at_most: int = 64
    pushes_in_flight: int = 4
    care: Care | None = None
    _open: OrderedDict[FirmId, _Open] = field(default_factory=OrderedDict)
    _opening: set[FirmId] = field(default_factory=set)
    _turn: Condition = field(default_factory=Condition)

    @contextmanager
    def using(self, firm_id: FirmId) -> Iterator[Books]:
        """The books of a firm, open for as long as they are used.

        Raises:
            NotFound: there is no such firm.
            BooksTrouble: they cannot be opened.
        """
        with self._used(firm_id) as opened:
            yield opened.books

    @contextmanager
    def ordering(self, firm_id: FirmId) -> Iterator[Books]:
        """The same, for what gives places: one at a time in this process.

        What waits here would otherwise wait at the file, and be turned away
        when that lost patience.
        """
        with self._used(firm_id) as opened, opened.writer:
            yield opened.books

    @contextmanager
    def pushing(self, firm_id: FirmId) -> Iterator[Books]:
        """The same, for a push: few may wait, the next is told to come later.

        Raises:
            TooMany: as many wait as may.
        """
        with self._used(firm_id) as opened:
            if not opened.pushes.acquire(blocking=False):
                raise TooMany
            try:
                with opened.writer:
                    yield opened.books
                    if self.care is not None:
                        self.care.written(opened.books)
            finally:
                opened.pushes.release()

    @contextmanager
    def _used(self, firm_id: FirmId) -> Iterator[_Open]:
        opened = self._take(firm_id)
        try:
            yield opened
        except BooksBusy:
            raise
        except BooksTrouble:
            # The file may have been replaced under it: the next one looks anew.
            self._forget(firm_id, opened)
            raise
        finally:
            self._give_back(opened)

    def _take(self, firm_id: FirmId) -> _Open:
        """Books with one user more; opening one firm holds up no other."""
        with self._turn:
            self._turn.wait_for(lambda: firm_id not in self._opening)
            opened = self._open.get(firm_id)
            if opened is not None:
                opened.users_count += 1
                self._open.move_to_end(firm_id)
                return opened
            self._opening.add(firm_id)
        try:
            opened = _Open(
                self._opened(firm_id), BoundedSemaphore(self.pushes_in_flight), users_count=1
            )
        finally:
            with self._turn:
                self._opening.discard(firm_id)
                self._turn.notify_all()
        with self._turn:
            self._open[firm_id] = opened
            idle = self._too_many()
        for each in idle:
            each.books.close()
        return opened

    def _opened(self, firm_id: FirmId) -> Books:
        if not self.places.has(firm_id):
            raise NotFound(_NO_SUCH_FIRM, field="firm")
        books = Books.open(self.places.at(firm_id), self.outside)
        try:
            if self.care is not None:
                self.care.opened(books)
        except BaseException:
            books.close()
            raise
        return books

    def _too_many(self) -> list[_Open]:
        """Take out those that nobody uses, the longest unused first."""
        spare = len(self._open) - self.open_at_most
        idle = [firm_id for firm_id, each in self._open.items() if not each.users_count]
        return [self._open.pop(firm_id) for firm_id in idle[: max(spare, 0)]]

    def _give_back(self, opened: _Open) -> None:
        with self._turn:
            opened.users_count -= 1
            is_known = any(each is opened for each in self._open.values())
            is_left = not opened.users_count and not is_known
        if is_left:
            opened.books.close()

    def _forget(self, firm_id: FirmId, opened: _Open) -> None:
        with self._turn:
            if self._open.get(firm_id) is opened:
                del self._open[firm_id]

    def ids(self) -> list[FirmId]:
        """All firms of this server."""
        return self.places.firm_ids()

    def tagged(self, tag: bytes) -> list[FirmId]:
        """The firms that an enrolment code may mean, nearly always one."""
        return [firm_id for firm_id in self.ids() if tag_of(firm_id) == tag]

    @property
    def open_count(self) -> int:
        """How many are open in this process."""
        return len(self._open)

    def close_all(self) -> None:
        """Close all books that nobody uses; they are opened again when asked for."""
        with self._turn:
            opened = list(self._open.values())
            self._open.clear()
        for each in opened:
            each.books.close()

    def close(self) -> None:
        """Close all books, and let go of what the firms share."""
        self.close_all()
        self.places.close()


class Care(Protocol):
    """Looks after books: before anybody is answered from them, and after each push."""

    def opened(self, books: Books) -> None:
        """They were just opened."""
        ...

    def written(self, books: Books) -> None:
        """A push was committed."""
        ...


class TooMany(Exception):
    """More pushes of one firm are in flight than may be; come later."""
