"""The edit log: what is asked for, saved as a file, and proved. No window here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import PartyId, UserId
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.edit_log import About, EditKey, EditLog
from collectiq_desktop.core.queries.edits import EditLine
from collectiq_desktop.core.queries.employees import EmployeeRow, Employees
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.core.services.verify import Check, check_chain
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.saving import check_ending, save_list
from collectiq_desktop.ui.tables.paging import AskPage

if TYPE_CHECKING:
    from collectiq_desktop.documents.lists import ListOnPaper

SHOWN_DAYS = 30
_PEOPLE, _CHAIN, _SAVE = "edit log people", "edit log chain", "edit log save"


class EditLogView(Protocol):
    """What the presenter tells the screen."""

    def show_period(self, from_on: date, to_on: date) -> None:
        """The period that holds now."""
        ...

    def show_people(self, people: Sequence[EmployeeRow]) -> None:
        """Whose deeds can be asked for."""
        ...

    def show_pages(self, ask_page: AskPage) -> None:
        """Others are asked for: begin with their first page."""
        ...

    def refresh_pages(self) -> None:
        """The same, as they are now."""
        ...

    def show_verifying(self) -> None:
        """The chain is being walked."""
        ...

    def show_chain(self, check: Check) -> None:
        """The chain is intact, or where it first is not."""
        ...

    def show_saved(self, path: Path) -> None:
        """It is a file now."""
        ...

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        ...


class EditLogPresenter:
    """One period, and of it everything or what is about somebody or something."""

    def __init__(self, view: EditLogView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self.wish = EditLog()

    def begin(self) -> None:
        """The last days, everything."""
        today_on = self._kit.clock.today_on()
        from_on = today_on - timedelta(days=SHOWN_DAYS - 1)
        self.wish = EditLog(from_on=from_on, to_on=today_on)
        self._kit.work.ask(Employees(with_inactive=True), key=_PEOPLE, done=self._view.show_people)
        self._view.show_period(from_on, today_on)
        self._show()

    def choose_period(self, from_on: date, to_on: date) -> None:
        """Another period; both days are inside."""
        self.wish = replace(self.wish, from_on=from_on, to_on=to_on)
        self._view.show_period(from_on, to_on)
        self._show()

    def choose(self, user_id: UserId | None, about: About | None) -> None:
        """Only what one employee did, or what is about one kind of thing."""
        if (user_id, about) != (self.wish.user_id, self.wish.about):
            self.wish = replace(self.wish, user_id=user_id, about=about)
            self._show()

    def choose_party(self, party_id: PartyId | None) -> None:
        """Only what concerns a party; None for everything."""
        if party_id != self.wish.party_id:
            self.wish = replace(self.wish, party_id=party_id)
            self._show()

    def open(self, edit: EditLine) -> None:
        """The voucher or the party that it is about; Esc comes back."""
        told = edit.told
        if told.voucher_id is not None:
            self._kit.navigation.go(Place(screen="voucher", voucher_id=told.voucher_id))
        elif told.party_id is not None:
            self._kit.navigation.go(Place(screen="party", party_id=told.party_id))

    def books_changed(self, touched: Touched) -> None:
        """Something was recorded."""
        if touched.nouns:
            self._view.refresh_pages()
        if Noun.EMPLOYEE in touched.nouns:
            ask = Employees(with_inactive=True)
            self._kit.work.ask(ask, key=_PEOPLE, done=self._view.show_people)

    # The file and the proof -----------------------------------------------------------

    def save(self, path: Path, make: Callable[[EditLog, Books, Progress], ListOnPaper]) -> None:
        """Write all that is asked for to a file; its ending says of which kind."""
        try:
            check_ending(path)
        except CollectIQError as error:
            self._not_saved(error)
            return
        self._kit.work.begin(
            partial(save_list, partial(make, self.wish), path),
            key=_SAVE,
            done=self._view.show_saved,
            failed=self._not_saved,
        )

    def verify(self) -> None:
        """Walk the chain: every fact as it was recorded, none missing."""
        self._view.show_verifying()
        self._kit.work.begin(_chain, key=_CHAIN, done=self._view.show_chain, failed=self._failed)

    def _not_saved(self, error: CollectIQError) -> None:
        self._view.show_problem("path", error.message)

    def _failed(self, error: CollectIQError) -> None:
        self._view.show_problem("", error.message)

    def _show(self) -> None:
        self._view.show_pages(partial(_page_of, self.wish))


def _page_of(wish: EditLog, after: EditKey | None, limit: int) -> EditLog:
    return replace(wish, after=after, limit=limit)


def _chain(books: Books, _progress: Progress) -> Check:
    with books.reading() as conn:
        return check_chain(conn)
