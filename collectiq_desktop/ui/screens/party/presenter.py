"""A party's card: what is asked for it, and where its keys lead. No window here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple, Protocol

from collectiq_desktop.core.domain.cheques import ChequeState
from collectiq_desktop.core.domain.errands import Document, PrintOrder
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.bills import BillLine
from collectiq_desktop.core.queries.cheques import ChequeLine, ChequeRegister, ChequeSheet
from collectiq_desktop.core.queries.daybook import DayBook, DayBookPage
from collectiq_desktop.core.queries.parties import PartyCard, PartyDetails
from collectiq_desktop.core.queries.party_changes import PartyChange, PartyChanges
from collectiq_desktop.core.queries.promises import (
    PartyWord,
    PromiseLine,
    Promises,
    PromiseSheet,
    PromisesOf,
)
from collectiq_desktop.core.queries.reminders import ReminderLine, RemindersOpened
from collectiq_desktop.core.queries.risk import RiskLine, RiskOfParty
from collectiq_desktop.core.queries.visits import VisitLine, Visits
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screens.party.timeline import Call, TimelineLine, timeline

_LAST_VOUCHERS = 60
_LAST_CHANGES = 40


class ChequesOf(NamedTuple):
    """A party's cheques that are in hand, and those that a bank ever returned.

    Money: what is written on them.
    """

    in_hand_count: int = 0
    in_hand_paise: int = 0
    returned_count: int = 0
    returned_paise: int = 0


def cheques_of(lines: Iterable[ChequeLine]) -> ChequesOf:
    """The party's cheques, counted and added up."""
    each = list(lines)
    in_hand = [line.amount_paise for line in each if line.state is ChequeState.IN_HAND]
    returned = [line.amount_paise for line in each if line.bounces_count]
    return ChequesOf(len(in_hand), sum(in_hand), len(returned), sum(returned))


class PartyView(Protocol):
    """What the presenter tells the screen."""

    def show_party(self, details: PartyDetails) -> None:
        """The party as it is today."""
        ...

    def show_risk(self, line: RiskLine | None) -> None:
        """What is foretold of the party; None where nothing is."""
        ...

    def show_word(self, word: PartyWord | None, cheques: ChequesOf) -> None:
        """How the party keeps its word; None while that is not known yet."""
        ...

    def show_timeline(self, newest_first: Sequence[TimelineLine]) -> None:
        """What happened with the party."""
        ...


class PartyPresenter:
    """One party at a time."""

    def __init__(self, view: PartyView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._party_id: PartyId | None = None
        self._book: DayBookPage | None = None
        self._changes: tuple[PartyChange, ...] = ()
        self._calls: dict[type[Call], Sequence[Call]] = {}
        self._word: PartyWord | None = None
        self._cheques = ChequesOf()

    def show(self, party_id: PartyId) -> None:
        """Show a party."""
        if party_id != self._party_id:
            self._book, self._changes, self._calls = None, (), {}
            self._word, self._cheques = None, ChequesOf()
            self._show_word()
        self._party_id = party_id
        self._ask(party_id)

    def books_changed(self, touched: Touched) -> None:
        """The party may have moved."""
        is_everybody = bool(touched.nouns & {Noun.BATCH, Noun.RISK})
        if self._party_id is not None and (is_everybody or self._party_id in touched.party_ids):
            self._ask(self._party_id)
        elif self._party_id is not None and Noun.COLLECTING in touched.nouns:
            self._ask_word(self._party_id)

    def go(self, screen: str) -> None:
        """Open a screen for this party."""
        if self._party_id is not None:
            self._kit.navigation.go(Place(screen=screen, party_id=self._party_id))

    @property
    def party_id(self) -> PartyId | None:
        """The party that is shown."""
        return self._party_id

    def send(self) -> None:
        """The statement of this year to the party's phone."""
        printing = self._kit.printing
        if self._party_id is not None and printing is not None:
            order = PrintOrder(document=Document.STATEMENT, subject_id=self._party_id)
            printing.send_order(order)

    def open_bill(self, bill: BillLine | None) -> None:
        """Open the voucher that opened a bill."""
        if bill is not None:
            self._kit.navigation.go(Place(screen="voucher", voucher_id=bill.voucher_id))

    def open_line(self, line: TimelineLine | None) -> None:
        """Open what happened: a voucher, a promise, or the master data that was changed."""
        if line is None:
            return
        if line.voucher is not None:
            voucher_id = line.voucher.voucher_id
            self._kit.navigation.go(Place(screen="voucher", voucher_id=voucher_id))
        elif line.change is not None:
            self.go("party_form")
        elif isinstance(line.call, PromiseLine):
            self.go("promises")

    def _ask(self, party_id: PartyId) -> None:
        work = self._kit.work
        work.ask(
            PartyCard(party_id=party_id), key="party card", done=self._took, failed=self._failed
        )
        book = DayBook(party_id=party_id, is_from_end=True, limit=_LAST_VOUCHERS)
        work.ask(book, key="party vouchers", done=self._took_vouchers, failed=self._failed)
        risk = RiskOfParty(party_id=party_id)
        work.ask(risk, key="party risk", done=self._view.show_risk, failed=self._failed)
        changes = PartyChanges(party_id=party_id, limit=_LAST_CHANGES)
        work.ask(changes, key="party changes", done=self._took_changes, failed=self._failed)

        self._ask_word(party_id)

    def _ask_word(self, party_id: PartyId) -> None:
        """Its promises, cheques and calls; some of what happens to them names no party."""
        work = self._kit.work
        word = PromisesOf(party_id=party_id)
        work.ask(word, key="party word", done=self._took_word, failed=self._failed)
        cheques = ChequeRegister(party_id=party_id, ended_from_on=date.min)
        work.ask(cheques, key="party cheques", done=self._took_cheques, failed=self._failed)
        visited = Visits(party_id=party_id, from_on=date.min)
        took = partial(self._took_calls, VisitLine)
        work.ask(visited, key="party visits", done=took, failed=self._failed)
        reminded = RemindersOpened(party_id=party_id, from_on=date.min)
        took = partial(self._took_calls, ReminderLine)
        work.ask(reminded, key="party reminders", done=took, failed=self._failed)
        promised = Promises(party_id=party_id, from_on=date.min)
        work.ask(promised, key="party promises", done=self._took_promises, failed=self._failed)

    def _took(self, details: PartyDetails) -> None:
        self._view.show_party(details)

    def _took_vouchers(self, page: DayBookPage) -> None:
        self._book = page
        self._show_timeline()

    def _took_word(self, word: PartyWord) -> None:
        self._word = word
        self._show_word()

    def _took_cheques(self, sheet: ChequeSheet) -> None:
        self._cheques = cheques_of(sheet.lines)
        self._show_word()

    def _show_word(self) -> None:
        self._view.show_word(self._word, self._cheques)

    def _took_changes(self, changes: tuple[PartyChange, ...]) -> None:
        self._changes = changes
        self._show_timeline()

    def _took_promises(self, sheet: PromiseSheet) -> None:
        self._took_calls(PromiseLine, sheet.lines)

    def _took_calls(self, kind: type[Call], calls: Sequence[Call]) -> None:
        self._calls[kind] = calls
        self._show_timeline()

    def _show_timeline(self) -> None:
        if self._book is not None:
            rows = self._book.rows[::-1]
            is_whole = len(rows) < _LAST_VOUCHERS
            calls = [call for each in self._calls.values() for call in each]
            told = timeline(rows, self._changes, calls, is_whole=is_whole)
            self._view.show_timeline(told)

    def _failed(self, error: CollectIQError) -> None:
        self._kit.navigation.say(error.message, is_bad=True)
