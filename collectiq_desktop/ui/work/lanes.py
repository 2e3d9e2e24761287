"""What a presenter may ask of the books, and how it hears the answer.

Plain Python: production hands in the `Desk`, tests an inline one. Every
answer arrives on the thread that asked, later; nothing here waits.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Protocol, TypeAlias, TypeVar

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.asking import Ask
from collectiq_desktop.core.services.upkeep import Progress

Found = TypeVar("Found")

Failed: TypeAlias = Callable[[CollectIQError], None]
"""Told the sentence for the person; nothing was changed."""

Job: TypeAlias = Callable[[Books, Progress], Any]
"""A long piece of work on open books: it tells its progress, and may be stopped there."""

Task: TypeAlias = Callable[[Progress], Any]
"""A long piece of work without books: reading a folder, making new books."""


class Stopped(CollectIQError):
    """The person stopped a long job; what was finished before is kept."""


class Work(Protocol):
    """The lanes to the books."""

    def run(
        self,
        command: object,
        *,
        done: Callable[[Any], None] | None = None,
        failed: Failed | None = None,
        initiator: object = None,
    ) -> None:
        """Carry out a command after those before it; `done` gets its result.

        Args:
            failed: by default the shell shows the sentence.
            initiator: is handed on with what was touched, so that a form does
                not reload itself under the typist.
        """
        ...

    def ask(
        self,
        ask: Ask[Found],
        *,
        key: Hashable,
        done: Callable[[Found], None],
        failed: Failed | None = None,
    ) -> None:
        """Ask the books; a newer ask with the same key discards this answer."""
        ...

    def begin(
        self,
        job: Job,
        *,
        key: Hashable,
        done: Callable[[Any], None],
        failed: Failed | None = None,
        progress: Progress | None = None,
        is_writing: bool = False,
    ) -> None:
        """Begin a long job on a lane of its own, or on the writer's if it writes.

        `progress` is told on the asking thread, not more often than it can be
        seen. A newer job with the same key discards this answer.
        """
        ...

    def aside(
        self,
        task: Task,
        *,
        key: Hashable,
        done: Callable[[Any], None],
        failed: Failed | None = None,
        progress: Progress | None = None,
    ) -> None:
        """Begin a long task that needs no open books, as making new ones does."""
        ...

    def forget(self, key: Hashable) -> None:
        """Discard the answer still to come for a key, and stop its long job."""
        ...

    def announce(self, touched: Touched, initiator: object = None) -> None:
        """Tell every view that a long job changed the books."""
        ...


class Listener(Protocol):
    """Somebody who is told what commands changed."""

    def books_changed(self, touched: Touched, initiator: object) -> None:
        """Commands of anybody, also of the listener's own."""
        ...
