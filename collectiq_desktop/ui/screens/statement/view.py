"""The statement on the screen: party, period, and the account in one of its two forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.domain.statement import Statement, StatementForm
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.finding import PartyHit
from collectiq_desktop.ui import text
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import Screen
from collectiq_desktop.ui.screens.statement.form import StatementFields
from collectiq_desktop.ui.screens.statement.leading import Leading
from collectiq_desktop.ui.screens.statement.presenter import PeriodSums, StatementPresenter
from collectiq_desktop.ui.screens.statement.saving import proposed_name
from collectiq_desktop.ui.tables.paging import AskPage


class StatementScreen(Screen):
    """One party's account."""

    name = "statement"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._fields = StatementFields(self, kit.work, kit.clock.today_on())
        self._presenter = StatementPresenter(self, kit)
        self._leading = Leading(kit)
        self._form: StatementForm = "ledger"
        self._sums: PeriodSums | None = None
        self._connect()

    # What the shell calls ---------------------------------------------------------------

    def open(self, place: Place) -> None:
        self._fields.path.hide()
        self._fields.set_today(self._kit.clock.today_on())
        if place.party_id is not None:
            self._presenter.begin()
            self._presenter.take_party(place.party_id)
        elif self._presenter.wish is None:
            self._presenter.begin()

    def resume(self, _place: Place) -> None:
        """The statement stands as it was left; what changed meanwhile is told."""
        self._fields.set_today(self._kit.clock.today_on())

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self._presenter.books_changed(touched)

    def may_leave(self) -> bool:
        fields = self._fields
        if fields.party.close_list() or fields.path.close_line():
            return False
        statement = self._presenter.statement
        if statement is None or fields.table.hasFocus():
            return True
        # Esc in a field: what is shown stands there again.
        self._focus_table()
        self.show_statement(statement, self._form)
        return False

    def first_input(self) -> QWidget | None:
        has_party = self._presenter.wish is not None
        return self._fields.table if has_party else self._fields.party.input

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "form": self._presenter.change_form,
            "party": self._fields.party.focus_all,
            "date": self._fields.to_on.focus_all,
            "period": self._fields.from_on.focus_all,
            "preview": self._presenter.preview,
            "print": self._presenter.print,
            "export": self._export,
            "send": self._presenter.send,
            "receipt": partial(self._presenter.go, "receipt"),
            "upi": partial(self._presenter.go, "upi"),
        }

    def retranslate(self) -> None:
        self._fields.retranslate()
        if self._presenter.statement is None:
            self._fields.show_empty()
        else:
            self.show_statement(self._presenter.statement, self._form)

    # What the presenter tells -------------------------------------------------------------

    def show_nobody(self) -> None:
        self._sums = None
        self._fields.party.set_party(None)
        self._fields.show_empty()

    def show_statement(self, statement: Statement, form: StatementForm) -> None:
        had_focus = self._fields.table.hasFocus()
        self._form = form
        fields = self._fields
        wish = self._presenter.wish
        if fields.party.party is None and wish is not None:
            party = statement.party
            fields.party.set_party(
                PartyHit(wish.party_id, party.name, party.code, "", statement.closing_paise)
            )
        fields.show_period(statement)
        fields.show_statement(statement, is_bills=form == "outstanding")
        fields.show_sums(statement, self._sums)
        if had_focus:
            fields.table.setFocus()

    def show_lines(self, ask_page: AskPage | None) -> None:
        if ask_page is None:
            self._fields.lines.refresh()
        else:
            self._sums = None
            self._fields.lines.show(ask_page)

    def show_sums(self, sums: PeriodSums) -> None:
        self._sums = sums
        if self._presenter.statement is not None:
            self._fields.show_sums(self._presenter.statement, sums)

    def show_problem(self, field: str, sentence: str) -> None:
        fields = self._fields
        at = {"from_on": fields.from_on, "to_on": fields.to_on, "path": fields.path}
        at.get(field, fields.party).show_problem(text.sentence(sentence))

    def show_saved(self, path: Path) -> None:
        self._fields.path.folder = path.parent
        self._fields.path.close_line()
        self._kit.navigation.say(text.filled(self.tr("Saved as %1."), str(path)))

    # Intentions ---------------------------------------------------------------------------

    def _connect(self) -> None:
        fields = self._fields
        fields.party.chosen.connect(self._party_chosen)
        fields.from_on.entered.connect(fields.to_on.focus_all)
        fields.to_on.entered.connect(self._period_entered)
        fields.to_on.went_back.connect(fields.from_on.focus_all)
        fields.path.wanted.connect(self._presenter.save)
        fields.path.closed.connect(self._focus_table)
        fields.lines_table.chosen.connect(self._row_chosen)
        fields.bills_table.chosen.connect(self._row_chosen)

    def _party_chosen(self, hit: PartyHit) -> None:
        self._presenter.take_party(hit.party_id)
        self._fields.table.setFocus()

    def _period_entered(self) -> None:
        from_on, to_on = self._fields.from_on.value, self._fields.to_on.value
        if from_on is None:
            self._fields.from_on.take()
        elif to_on is not None:
            self._fields.from_on.clear_problem()
            self._fields.table.setFocus()
            self._presenter.take_period(from_on, to_on)

    def _row_chosen(self, _row: int) -> None:
        if self._form == "outstanding":
            wish, statement = self._presenter.wish, self._presenter.statement
            if wish is not None and statement is not None:
                bill = self._fields.bills_table.current
                self._leading.open_bill(bill, wish.party_id, statement.to_on)
        else:
            self._leading.open_line(self._fields.lines_table.current)

    def _export(self) -> None:
        statement = self._presenter.statement
        if statement is None:
            self._fields.party.take()
        else:
            self._fields.path.offer(proposed_name(statement))

    def _focus_table(self) -> None:
        self._fields.table.setFocus()
