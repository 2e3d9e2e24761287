"""One run sheet on the screen; Enter on a row asks for what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.domain.visits import Outcome
from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.queries.runsheets import SheetDetails, SheetRowLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.collecting.deed import DeedCard
from collectiq_desktop.ui.collecting.screen import ListScreen
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.outcome_words import OUTCOMES
from collectiq_desktop.ui.screens.run_sheet.columns import ROW_COLUMNS
from collectiq_desktop.ui.screens.run_sheet.presenter import (
    PAYING,
    RowOutcome,
    RunSheetPresenter,
)
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.field import AmountField, ChoiceField, DateField, TextField
from collectiq_desktop.ui.widgets.pieces import Fact

_USUAL_DAYS = 3
_MODES = (Mode.CASH, Mode.CHEQUE, Mode.UPI, Mode.BANK)


class RunSheetScreen(ListScreen):
    """The rows of a sheet, in the order in which they are called on."""

    name = "run_sheet"

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, ROW_COLUMNS, lambda row: row.row_no)
        self._presenter = RunSheetPresenter(self, kit)
        self._outcome, self._mode = ChoiceField("outcome"), ChoiceField("mode")
        self._amount = AmountField("amount")
        self._reference, self._note = TextField("reference"), TextField("note")
        self._day = DateField("promised_on", kit.clock.today_on())
        fields = [
            self._outcome,
            self._amount,
            self._mode,
            self._reference,
            self._day,
            self._note,
        ]
        self._ending = self.add_deed(DeedCard(fields))
        self._ending.finished.connect(self._finished)
        self._outcome.changed.connect(self._show_fields)
        self._mode.changed.connect(self._show_fields)
        self.table.chosen.connect(self._chosen)

    def open(self, place: Place) -> None:
        self._presenter.begin(place.text)

    def resume(self, _place: Place) -> None:
        self._presenter.refresh()

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self._presenter.books_changed(touched)

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "party": self._open_party,
            "close": self._presenter.close,
            "paper": self._presenter.preview,
            "print": self._presenter.print,
        }

    def retranslate(self) -> None:
        self.title.setText(self.tr("Run sheet"))
        self.table.set_empty_text(self.tr("Choose a run sheet in the list of run sheets."))
        self._outcome.set_caption(self.tr("What came of it"))
        self._amount.set_caption(self.tr("Amount"))
        self._mode.set_caption(self.tr("How"))
        self._reference.set_caption(self.tr("Number"))
        self._day.set_caption(self.tr("Pays on"))
        self._note.set_caption(self.tr("Note"))
        self._ending.button.setText(self.tr("Note it"))
        self._outcome.set_choices(
            [(key, QCoreApplication.translate("Visit", word)) for key, word in OUTCOMES.items()]
        )
        self._mode.set_choices([(mode, text.mode(mode)) for mode in _MODES])
        self._presenter.refresh()

    def show_sheet(self, details: SheetDetails, *, is_anew: bool) -> None:
        """The sheet with its rows."""
        sheet = details.sheet
        self.title.setText(text.filled(self.tr("Run sheet %1"), sheet.number))
        told = [sheet.agent, sheet.title, text.day(sheet.on)]
        self.which.setText(" · ".join(each for each in told if each))
        self.show_rows(details.rows, is_anew=is_anew)
        left = sheet.rows_count - sheet.ended_count
        closed = text.day(sheet.closed_on) if sheet.closed_on else self.tr("open")
        sums = [
            Fact(self.tr("Expected"), text.rupees(sheet.expected_paise)),
            Fact(self.tr("Came"), text.rupees(sheet.received_paise), Tone.GOOD),
        ]
        self.strip.show_facts(
            [
                *(sums if self.kit.sees_totals else ()),
                Fact(
                    self.tr("Rows without outcome"),
                    text.count(left),
                    Tone.WARN if left else Tone.GOOD,
                ),
                Fact(self.tr("Closed on") if sheet.closed_on else self.tr("This sheet"), closed),
            ]
        )

    # Intentions -------------------------------------------------------------------------

    def _open_party(self) -> None:
        row: SheetRowLine | None = self.table.current
        if row is not None:
            self._presenter.open(row)

    def _chosen(self, number: int) -> None:
        row: SheetRowLine | None = self.model.row_at(number)
        if row is None:
            return
        self._amount.set_value(row.expected_paise or None)
        for field in (self._reference, self._note):
            field.set_text("")
        self._day.set_value(self.kit.clock.today_on() + timedelta(days=_USUAL_DAYS))
        self._show_fields()
        words = text.filled(self.tr("Row %1: %2"), str(row.row_no), row.party)
        self.begin_deed(self._ending, words)

    def _show_fields(self) -> None:
        """Only what the outcome asks for."""
        outcome = Outcome(self._outcome.key or Outcome.PAID)
        is_paid, is_promised = outcome in PAYING, outcome is Outcome.PROMISED
        self._amount.setVisible(is_paid or is_promised)
        self._mode.setVisible(is_paid)
        self._reference.setVisible(is_paid and self._mode.key != Mode.CASH)
        self._day.setVisible(is_promised)

    def _finished(self) -> None:
        row: SheetRowLine | None = self.table.current
        if row is not None:
            typed = RowOutcome(
                outcome=Outcome(self._outcome.key or Outcome.PAID),
                amount_paise=self._amount.value or 0,
                mode=Mode(self._mode.key or Mode.CASH),
                reference=self._reference.text,
                promised_on=self._day.value,
                note=self._note.text,
            )
            self._presenter.end_row(row, typed)
