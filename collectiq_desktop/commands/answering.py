"""What every verb is handed, and what it gives back.

A verb prints nothing itself: it gives an `Answer`, and `cli` shows it as one
JSON object or as lines. No verb belongs here.
"""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from collectiq_desktop.app import chosen_books, open_books
from collectiq_desktop.commands.progress import shown_progress
from collectiq_desktop.commands.signing import sign_in_as
from collectiq_desktop.core.books import Books, Outside
from collectiq_desktop.core.domain.calendar import parse_short_date
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import parse_id
from collectiq_desktop.core.domain.money import parse_amount
from collectiq_desktop.core.domain.saying import say

Machine: TypeAlias = Mapping[str, object]
Lines: TypeAlias = Iterable[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer in both forms; only the one that is asked for is made."""

    for_machines: Callable[[], Machine]
    for_people: Callable[[], Lines]
    exit_code: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call of a verb: its options, and what the core is handed."""

    options: Namespace
    outside: Outside
    notices: list[str] = field(default_factory=list)

    @property
    def today_on(self) -> date:
        return self.outside.clock.today_on()

    @property
    def books_path(self) -> Path:
        """The books that are meant."""
        return chosen_books(self.options.books)

    @contextmanager
    def books(self, *, is_examined: bool = False) -> Iterator[Books]:
        """The books, open for as long as the verb works.

        Args:
            is_examined: as they lie there, also where a restored copy would
                otherwise begin a new chain.
        """
        with shown_progress("Bringing the books up to date") as progress:
            books = open_books(
                self.books_path,
                self.outside,
                progress,
                notice=self.notice,
                is_examined=is_examined,
            )
        try:
            if self.options.user is not None:
                sign_in_as(books, self.options.user)
            yield books
        finally:
            books.close()

    def day(self, name: str) -> date | None:
        """The day given under an option, None where it was left out."""
        text: str | None = getattr(self.options, name)
        if text is None:
            return None
        return parse_short_date(text, today_on=self.today_on, field=name)

    def paise(self, name: str) -> int:
        """The sum given under an option, worked out; 0 where it was left out."""
        text: str | None = getattr(self.options, name)
        return 0 if text is None else parse_amount(text, field=name)

    def new_id(self) -> bytes:
        """The id given for a retry, or a fresh one."""
        text: str | None = getattr(self.options, "id", None)
        return self.outside.ids.mint() if text is None else parse_id(text)

    def given(self, *names: str) -> dict[str, Any]:
        """Those of the options that were given, by name."""
        found = {name: getattr(self.options, name) for name in names}
        return {name: value for name, value in found.items() if value is not None}

    def notice(self, sentence: str) -> None:
        """Something to be told on stderr beside the answer."""
        self.notices.append(sentence)


def check_place(text: str | None) -> None:
    """Refuse a place where a file cannot be put, before anything is recorded.

    Raises:
        BadInput: the folder is not there, or may not be written to.
    """
    if text is None:
        return
    path = Path(text)
    if path.is_dir():
        message = say("{path} is a folder. Give the file a name in it.", path=path)
        raise BadInput(message, field="file")
    if not path.parent.is_dir():
        message = say(
            "The folder {parent} is not there. Make it, or choose another place.",
            parent=path.parent,
        )
        raise BadInput(message, field="file")
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        message = say("{path} may not be written to. Choose another place.", path=path)
        raise BadInput(message, field="file")


def write_file(path: Path, content: bytes) -> str:
    """Put a file where the person asked for it, and give its place as text.

    Raises:
        BadInput: the place cannot be written.
    """
    try:
        path.write_bytes(content)
    except OSError as error:
        reason = error.strerror or "it cannot be written"
        message = say(
            "{path} was not written: {reason}. Choose another place.", path=path, reason=reason
        )
        raise BadInput(message, field="file") from error
    return str(path)
