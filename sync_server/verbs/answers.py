"""What a verb is handed, and what it gives back: one object, and the lines for people."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.calendar import IST_OFFSET_MS, business_date, format_date
from collectiq_desktop.core.domain.errors import BooksBusy, NotFound, Refused
from collectiq_desktop.core.domain.ids import FirmId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.storage.locks import FileLocks
from sync_server.config import Config, chosen_database, chosen_folder
from sync_server.firms import Firms
from sync_server.joining import Door, firm_name_of
from sync_server.keys import ServerKeys, keys_in, make_folder
from sync_server.outside import server_outside
from sync_server.serving import RUNNING, already_running
from sync_server.stores import places_of
from sync_server.waiting import Waiting

_MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer in both forms."""

    machine: Mapping[str, object]
    lines: Iterable[str]
    exit_code: int = 0


class Call:
    """One call of a verb: its options, and the server's parts as it needs them."""

    def __init__(self, options: Namespace, say: Callable[[str], None]) -> None:
        self.options = options
        self.say = say
        self.outside: Surroundings = server_outside()

    @cached_property
    def config(self) -> Config:
        """The set-up as far as the verb was told of it."""
        options = self.options
        return Config(
            folder=chosen_folder(options.folder), database=chosen_database(options.database)
        )

    @cached_property
    def keys(self) -> ServerKeys:
        """What the server signs with."""
        return keys_in(self.config.root)

    @cached_property
    def firms(self) -> Firms:
        """The server's firms."""
        make_folder(self.config.root)
        return Firms(places_of(self.config), self.outside)

    @property
    def door(self) -> Door:
        """Where devices are let in."""
        return Door(self.firms, Waiting(self.config.root), self.keys, self.outside)

    def now_at(self) -> int:
        """The instant by the machine's clock."""
        return self.outside.clock.now_at()

    def firm_id(self) -> FirmId:
        """The firm that is meant: the one named, or the only one.

        Raises:
            NotFound, Refused: there is none, or several.
        """
        named, ids = self.options.firm, self.firms.ids()
        if not ids:
            message = say(
                "There is no firm on this server yet: “{program} create-firm NAME”.",
                program=_PROGRAM,
            )
            raise NotFound(message, field="firm")
        found = [firm_id for firm_id in ids if self._is_meant(firm_id, named)]
        if not found:
            message = say(
                "No firm here is called “{named}”: see “{program} firms”.",
                named=named,
                program=_PROGRAM,
            )
            raise NotFound(message, field="firm")
        if len(found) > 1:
            message = say(
                "{count} firms may be meant: name one with --firm, by name or id.",
                count=len(found),
            )
            raise Refused(message, field="firm")
        return found[0]

    def _is_meant(self, firm_id: FirmId, named: str | None) -> bool:
        if named is None or (len(named) >= 4 and firm_id.hex().startswith(named.lower())):
            return True
        with self.firms.using(firm_id) as books:
            return named.casefold() in firm_name_of(books).casefold()

    @contextmanager
    def books(self) -> Iterator[Books]:
        """The books of the firm that is meant."""
        with self.firms.using(self.firm_id()) as books:
            yield books

    @contextmanager
    def alone(self) -> Iterator[None]:
        """The folder, while no server runs on it.

        Raises:
            BooksBusy: one does.
        """
        with FileLocks(self.config.root).only_one(RUNNING) as is_ours:
            if not is_ours:
                raise BooksBusy(already_running(self.config))
            yield

    def close(self) -> None:
        """Let go of whatever was opened."""
        if "firms" in self.__dict__:
            self.firms.close()


_PROGRAM = "collectiq-server"


def instant_text(at: int) -> str:
    """An instant as people in India read it: 05-04-2026 10:15."""
    minutes = (at + IST_OFFSET_MS) // _MINUTE_MS % (24 * 60)
    return f"{format_date(business_date(at))} {minutes // 60:02d}:{minutes % 60:02d}"


def table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Columns that stand under each other."""
    body = [list(map(str, row)) for row in rows]
    widths = [max(map(len, column)) for column in zip(titles, *body, strict=True)]
    for row in (titles, ["-" * width for width in widths], *body):
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def existing_file(text: str) -> Path:
    """A file that is there.

    Raises:
        NotFound: it is not.
    """
    path = Path(text)
    if not path.is_file():
        message = say("There is no file {path}.", path=path)
        raise NotFound(message, field="file")
    return path
