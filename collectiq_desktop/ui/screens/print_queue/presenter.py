"""The prints of this counter: try again, give up, print once more. No window here."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Protocol

from collectiq_desktop.core.domain.errands import ErrandId, ErrandPromise, ErrandState
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.asking import Ask
from collectiq_desktop.core.queries.errands import ErrandLine, Errands
from collectiq_desktop.core.services.errands import GiveUpErrand, PromiseErrands, RetryErrand
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.tables.paging import AskPage


class PrintQueueView(Protocol):
    """What the presenter tells the screen."""

    def show_pages(self, ask_page: AskPage) -> None:
        """The prints, page by page."""
        ...

    def refresh_pages(self) -> None:
        """The pages as they are now."""
        ...


class PrintQueuePresenter:
    """Shows what waits, or everything."""

    def __init__(self, view: PrintQueueView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self.is_over = False

    def open(self) -> None:
        """Show the prints, newest first."""
        self._view.show_pages(self._page)

    def turn_over(self) -> None:
        """Only what waits, or also what is over."""
        self.is_over = not self.is_over
        self.open()

    def retry(self, line: ErrandLine | None) -> None:
        """Try a print again at once; one that is over is printed once more."""
        if line is None:
            return
        if not line.state.is_over:
            self._run(RetryErrand(errand_id=line.errand_id))
            return
        may_be_out = line.order.is_duplicate or line.is_uncertain
        again = ErrandPromise(
            errand_id=ErrandId(self._kit.ids.mint()),
            order=replace(line.order, is_duplicate=may_be_out),
        )
        self._run(PromiseErrands(errands=(again,)))

    def give_up(self, line: ErrandLine | None) -> None:
        """Try a waiting print no more."""
        if line is not None and line.state is not ErrandState.GIVEN_UP:
            self._run(GiveUpErrand(errand_id=line.errand_id))

    def see(self, line: ErrandLine | None) -> None:
        """Show the paper."""
        if line is not None and self._kit.printing is not None:
            self._kit.printing.show_order(line.order)

    def books_changed(self, touched: Touched) -> None:
        """Something was promised, printed or given up."""
        if Noun.ERRAND in touched.nouns:
            self._view.refresh_pages()

    def _run(self, command: object) -> None:
        self._kit.work.run(command, failed=self._refused)

    def _refused(self, trouble: CollectIQError) -> None:
        self._kit.navigation.say(trouble.message, is_bad=True)

    def _page(self, after: Any, limit: int) -> Ask[Any]:
        return Errands(is_over=self.is_over, after=after, limit=limit)
