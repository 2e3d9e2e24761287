"""The one long job of an import that is under way, and its end. No window here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.imports import Batches, BatchLine
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.ui.screens.import_wizard.telling import Doing, ImportView
from collectiq_desktop.ui.work.lanes import Failed, Job, Work

_KEY = "import"
_NOUNS = (Noun.FIRM, Noun.PARTY, Noun.VOUCHER, Noun.ITEM, Noun.ACCOUNT, Noun.BATCH)


class UnderWay:
    """At most one job at a time; it tells how far it has come."""

    def __init__(self, view: ImportView, work: Work) -> None:
        self._view = view
        self._work = work
        self.doing: Doing | None = None

    def begin(
        self,
        doing: Doing,
        job: Job,
        *,
        done: Callable[[Any], None],
        failed: Failed,
    ) -> None:
        """Begin; all but reading is done on the writer's lane."""
        self.doing = doing
        self._view.show_progress(doing, 0, 0)

        def tell(done_count: int, whole_count: int) -> None:
            self._view.show_progress(doing, done_count, whole_count)

        is_writing = doing is not Doing.READING
        self._work.begin(
            job, key=_KEY, done=done, failed=failed, progress=tell, is_writing=is_writing
        )

    def end(self) -> None:
        """Nothing is under way any more."""
        self.doing = None
        self._view.show_idle()

    def stop(self) -> None:
        """Ask the job to stop, and hear no more of it."""
        self._work.forget(_KEY)
        self.end()

    def announce(self, initiator: object) -> None:
        """Tell every screen; asked behind the writing, so that all of it is seen."""

        def look(books: Books, _progress: Progress) -> tuple[BatchLine, ...]:
            return books.ask(Batches())

        def done(batches: tuple[BatchLine, ...]) -> None:
            self._view.show_batches(batches)
            self._work.announce(Touched(nouns=set(_NOUNS)), initiator)

        self._work.begin(look, key="import batches", done=done, is_writing=True)
