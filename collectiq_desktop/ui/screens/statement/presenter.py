"""The statement: whose, for which period, in which form, and onto paper. No window here.

The lines come page by page; everything else is the record that papers and
sheets are made of.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from collectiq_desktop.core.domain.errands import Document, PrintOrder
from collectiq_desktop.core.domain.errors import BadInput, CollectIQError
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.statement import (
    Statement,
    StatementForm,
    StatementLine,
)
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.statements import PartyStatement, StatementLines, StatementPage
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.statement.saving import save_statement
from collectiq_desktop.ui.tables.paging import AskPage

NOBODY = QT_TRANSLATE_NOOP("Sentence", "Type whose statement it is, and press Enter.")
PRINTING = QT_TRANSLATE_NOOP("Sentence", "The statement is on its way to the printer.")
NO_PAPER = QT_TRANSLATE_NOOP(
    "Sentence", "Nothing can be printed here; Alt+E saves the statement as a file."
)
# The first screenful comes at once; whoever goes on wants to get to the end.
_LATER_ROWS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementWish:
    """What the clerk wants to see; no dates mean the financial year up to today."""

    party_id: PartyId
    from_on: date | None = None
    to_on: date | None = None
    form: StatementForm = "ledger"


class PeriodSums(NamedTuple):
    """The debits and credits of the period together.

    Money: both >= 0.
    """

    debit_paise: int
    credit_paise: int


class StatementView(Protocol):
    """What the presenter tells the screen."""

    def show_nobody(self) -> None:
        """No party is chosen."""
        ...

    def show_statement(self, statement: Statement, form: StatementForm) -> None:
        """Everything but the lines."""
        ...

    def show_lines(self, ask_page: AskPage | None) -> None:
        """Other lines, page by page; None for the same ones, as they are now."""
        ...

    def show_sums(self, sums: PeriodSums) -> None:
        """What the lines of the period come to."""
        ...

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        ...

    def show_saved(self, path: Path) -> None:
        """The statement is a file now."""
        ...


class StatementPresenter:
    """One statement at a time."""

    def __init__(self, view: StatementView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self.wish: StatementWish | None = None
        self.statement: Statement | None = None

    # What is wanted -----------------------------------------------------------------

    def begin(self) -> None:
        """Nobody's statement yet."""
        for key in ("head", "sums"):
            self._kit.work.forget((self, key))
        self.wish = self.statement = None
        self._view.show_nobody()

    def take_party(self, party_id: PartyId) -> None:
        """This party's, of the financial year; the form stays."""
        form = self.wish.form if self.wish is not None else "ledger"
        self._want(StatementWish(party_id=party_id, form=form))

    def take_period(self, from_on: date, to_on: date) -> None:
        """From a day to a day, both inside."""
        if self.wish is None:
            self._view.show_problem("party", NOBODY)
        else:
            self._want(replace(self.wish, from_on=from_on, to_on=to_on))

    def change_form(self) -> None:
        """From the whole account to the open bills, and back."""
        if self.wish is not None:
            form: StatementForm = "ledger" if self.wish.form == "outstanding" else "outstanding"
            self.wish = replace(self.wish, form=form)
            if self.statement is not None:
                self._view.show_statement(self.statement, form)

    def books_changed(self, touched: Touched) -> None:
        """The party may have moved; the cursor stays."""
        wish = self.wish
        is_everybody = bool(touched.nouns & {Noun.BATCH, Noun.FIRM})
        if wish is not None and (is_everybody or wish.party_id in touched.party_ids):
            self._view.show_lines(None)
            self._ask_head(wish)

    def go(self, screen: str) -> None:
        """Open another screen for this party."""
        if self.wish is not None:
            self._kit.navigation.go(Place(screen=screen, party_id=self.wish.party_id))

    # Onto paper ------------------------------------------------------------------------

    def preview(self) -> None:
        """Show the paper before it is printed."""
        order = self._order()
        if order is not None and self._kit.printing is not None:
            self._kit.printing.show_order(order)

    def print(self) -> None:
        """Print at once, on the printer that is set up for statements."""
        order = self._order()
        if order is not None and self._kit.printing is not None:
            # Before it is promised, for without a printer the refusal stands last.
            self._kit.navigation.say(PRINTING)
            self._kit.printing.print_order(order)

    def send(self) -> None:
        """To the party's phone: the paper on the clipboard, the chat open."""
        order = self._order()
        if order is not None and self._kit.printing is not None:
            self._kit.printing.send_order(order)

    def save(self, path: Path) -> None:
        """Write the statement to a file; its ending says of which kind."""
        if self.wish is None:
            self._view.show_problem("party", NOBODY)
            return
        self._kit.work.begin(
            partial(save_statement, self._ask(self.wish), path),
            key=(self, "save"),
            done=self._view.show_saved,
            failed=self._not_saved,
        )

    def _order(self) -> PrintOrder | None:
        if self.wish is None or self.statement is None:
            self._view.show_problem("party", NOBODY)
            return None
        if self._kit.printing is None:
            self._kit.navigation.say(NO_PAPER, is_bad=True)
            return None
        return PrintOrder(
            document=Document.STATEMENT,
            subject_id=self.wish.party_id,
            form=self.wish.form,
            from_on=self.statement.from_on.isoformat(),
            to_on=self.statement.to_on.isoformat(),
        )

    # Asking ---------------------------------------------------------------------------

    def _want(self, wish: StatementWish) -> None:
        """The lines first, for they are what is looked at."""
        self.wish = wish
        self._view.show_lines(partial(_page_of, wish))
        self._ask_head(wish)

    def _ask_head(self, wish: StatementWish) -> None:
        """All but the lines: at once, however long the account is."""
        self._kit.work.forget((self, "sums"))
        ask = self._ask(replace(wish, form="outstanding"))
        self._kit.work.ask(ask, key=(self, "head"), done=self._took_head, failed=self._failed)

    @staticmethod
    def _ask(wish: StatementWish) -> PartyStatement:
        return PartyStatement(
            party_id=wish.party_id, from_on=wish.from_on, to_on=wish.to_on, form=wish.form
        )

    def _took_head(self, statement: Statement) -> None:
        self.statement = statement
        wish = self.wish
        if wish is None:
            return
        self._view.show_statement(statement, wish.form)
        whole = self._ask(replace(wish, form="ledger"))
        self._kit.work.ask(whole, key=(self, "sums"), done=self._took_whole, failed=self._failed)

    def _took_whole(self, statement: Statement) -> None:
        self._view.show_sums(PeriodSums(statement.debit_paise, statement.credit_paise))

    def _failed(self, error: CollectIQError) -> None:
        is_period = isinstance(error, BadInput) and error.field in {"from_on", "to_on"}
        self._view.show_problem(error.field or "" if is_period else "party", error.message)

    def _not_saved(self, error: CollectIQError) -> None:
        self._view.show_problem("path", error.message)


def _page_of(wish: StatementWish, after: Any, limit: int) -> StatementLines:
    return StatementLines(
        party_id=wish.party_id,
        from_on=wish.from_on,
        to_on=wish.to_on,
        after=after,
        limit=limit if after is None else max(limit, _LATER_ROWS),
    )


def lines_of(page: StatementPage) -> tuple[StatementLine, ...]:
    """The rows of a page."""
    return page.lines
