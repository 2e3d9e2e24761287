"""The promises on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.promises import PromiseLine, PromiseSheet, PromiseSum
from collectiq_desktop.ui import text
from collectiq_desktop.ui.collecting.deed import DeedCard
from collectiq_desktop.ui.collecting.screen import ListScreen
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screens.promises.columns import PROMISE_COLUMNS
from collectiq_desktop.ui.screens.promises.presenter import PromisesPresenter, Which
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.field import AmountField, DateField, TextField
from collectiq_desktop.ui.widgets.party_field import PartyField
from collectiq_desktop.ui.widgets.pieces import Fact

_USUAL_DAYS = 3


class PromisesScreen(ListScreen):
    """All promises by their day."""

    name = "promises"

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, PROMISE_COLUMNS, lambda line: line.promise_id)
        self._presenter = PromisesPresenter(self, kit)
        self._party = PartyField("party", kit.work)
        self._amount = AmountField("amount", is_needed=True)
        self._day = DateField("promised_on", kit.clock.today_on())
        self._note, self._reason = TextField("note"), TextField("reason")
        self._new = self.add_deed(DeedCard([self._party, self._amount, self._day, self._note]))
        self._withdrawal = self.add_deed(DeedCard([self._reason]))
        self._new.finished.connect(self._promised)
        self._withdrawal.finished.connect(self._withdrawn)
        self.table.chosen.connect(self._chosen)

    # What the shell calls ---------------------------------------------------------------

    def open(self, place: Place) -> None:
        self._presenter.begin(place.text)

    def resume(self, _place: Place) -> None:
        self._presenter.refresh()

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self._presenter.books_changed(touched)

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "new": self._begin_new,
            "withdraw": self._begin_withdrawal,
            "receipt": self._receive,
            "which": self._presenter.turn,
        }

    def retranslate(self) -> None:
        self.title.setText(self.tr("Promises"))
        self.table.set_empty_text(
            self.tr("Nobody has promised anything yet. Alt+N notes a promise.")
        )
        self._party.set_caption(self.tr("Party"))
        self._amount.set_caption(self.tr("Amount"))
        self._day.set_caption(self.tr("Pays on"))
        self._note.set_caption(self.tr("Note"))
        self._reason.set_caption(self.tr("Why it counts no more"))
        self._new.button.setText(self.tr("Note it"))
        self._withdrawal.button.setText(self.tr("Take back"))
        self._presenter.refresh()

    # What the presenter tells -----------------------------------------------------------

    def show_promises(
        self, lines: Sequence[PromiseLine], sheet: PromiseSheet, which: Which, *, is_anew: bool
    ) -> None:
        self.show_rows(lines, is_anew=is_anew)
        self.which.setText(
            {
                Which.ALL: self.tr("of the last 60 days"),
                Which.DUE: self.tr("due by today"),
                Which.WAITING: self.tr("all that wait"),
                Which.BROKEN: self.tr("broken, or kept in part"),
            }[which]
        )
        self.strip.show_facts(
            [
                self._fact(caption, found, tone, has_totals=sheet.has_totals)
                for caption, found, tone in (
                    (self.tr("Due today"), sheet.due, Tone.INK),
                    (self.tr("Late, in their grace"), sheet.late, Tone.WARN),
                    (self.tr("Broken"), sheet.broken, Tone.BAD),
                )
            ]
        )

    def _fact(self, caption: str, found: PromiseSum, tone: Tone, *, has_totals: bool) -> Fact:
        note = self.tr("%n promise(s)", "", found.promises_count)
        shown = tone if found.promises_count else Tone.MUTED
        if not has_totals:
            return Fact(caption, note, shown)
        return Fact(caption, text.rupees(found.amount_paise - found.paid_paise), shown, note)

    # Intentions -------------------------------------------------------------------------

    def _chosen(self, row: int) -> None:
        line = self.model.row_at(row)
        if line is not None:
            self._presenter.open(line)

    def _receive(self) -> None:
        self._presenter.receive(self.table.current)

    def _begin_new(self) -> None:
        self._party.set_party(None)
        for field in (self._amount, self._note):
            field.set_text("")
        self._day.set_value(self.kit.clock.today_on() + timedelta(days=_USUAL_DAYS))
        self.begin_deed(self._new, self.tr("A party promises to pay"))

    def _begin_withdrawal(self) -> None:
        line: PromiseLine | None = self.table.current
        if line is not None:
            self._reason.set_text("")
            words = self.tr("Take back the promise of %1")
            self.begin_deed(self._withdrawal, text.filled(words, line.party))

    def _promised(self) -> None:
        party, amount, day = self._party.party, self._amount.value, self._day.value
        if party is not None and amount is not None and day is not None:
            self._presenter.promise(party.party_id, amount, day, self._note.text)

    def _withdrawn(self) -> None:
        line = self.table.current
        if line is not None:
            self._presenter.withdraw(line, self._reason.text)
