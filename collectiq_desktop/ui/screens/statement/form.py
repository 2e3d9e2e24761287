"""The statement's fields and tables, put in their places; what they mean is the view's."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.statement import Statement, StatementBill, StatementLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.screen import GAP, MARGINS
from collectiq_desktop.ui.screens.statement.columns import BILL_COLUMNS, LINE_COLUMNS
from collectiq_desktop.ui.screens.statement.presenter import PeriodSums, lines_of
from collectiq_desktop.ui.tables.foot import FootRow
from collectiq_desktop.ui.tables.models import PagedModel, RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.ageing_strip import AgeingStrip
from collectiq_desktop.ui.widgets.field import DateField
from collectiq_desktop.ui.widgets.party_field import PartyField
from collectiq_desktop.ui.widgets.pieces import Card, Fact, FactStrip, label
from collectiq_desktop.ui.widgets.save_path import SavePath
from collectiq_desktop.ui.widgets.tie_line import TieLine
from collectiq_desktop.ui.work.lanes import Work

_COMING = "…"


class StatementFields(QVBoxLayout):
    """Everything that stands on the page."""

    def __init__(self, page: QWidget, work: Work, today_on: date) -> None:
        super().__init__(page)
        self.title = label("title")
        self.party = PartyField("party", work)
        self.from_on = DateField("from_on", today_on)
        self.to_on = DateField("to_on", today_on)
        self.facts = FactStrip()
        self.strip_card, self.strip = Card(), AgeingStrip()
        self.card = Card()
        self.lines: PagedModel[StatementLine] = PagedModel(
            LINE_COLUMNS, work, key=(page, "lines"), rows_of=lines_of
        )
        self.bills: RowsModel[StatementBill] = RowsModel(BILL_COLUMNS)
        self.lines_table, self.bills_table = Table(self.lines), Table(self.bills)
        self.lines_foot = FootRow(self.lines_table, LINE_COLUMNS)
        self.bills_foot = FootRow(self.bills_table, BILL_COLUMNS)
        self.forms = QStackedWidget()
        self.tie = TieLine()
        self.path = SavePath()
        self._lay_out()

    @property
    def table(self) -> Table:
        """The table of the form that is shown."""
        return self.bills_table if self.forms.currentIndex() else self.lines_table

    def set_today(self, today_on: date) -> None:
        """The day from which typed days are completed."""
        self.from_on.today_on = self.to_on.today_on = today_on

    def show_period(self, statement: Statement) -> None:
        """The days of the statement, but for one that is being typed."""
        for field, on in ((self.from_on, statement.from_on), (self.to_on, statement.to_on)):
            if not field.input.hasFocus():
                field.set_value(on)

    def retranslate(self) -> None:
        """Write every fixed text."""
        self.title.setText(self.tr("Statement"))
        self.party.set_caption(self.tr("Party"))
        self.party.set_none_found_text(self.tr("Nobody is found; check the spelling."))
        self.from_on.set_caption(self.tr("From"))
        self.to_on.set_caption(self.tr("To"))
        self.path.retranslate()

    def show_empty(self) -> None:
        """No party yet."""
        self.lines.show_rows(())
        self.bills.set_rows(())
        for part in (self.facts, self.strip_card, self.tie):
            part.hide()
        self.lines_foot.show_cells(())
        self.bills_foot.show_cells(())
        self.card.set_heading("")
        self.card.set_note("")
        self.lines_table.set_empty_text(
            self.tr(
                "Type a party's name, code or phone: its account stands here, line by line. "
                "Ctrl+H shows its open bills, Ctrl+P the paper."
            )
        )

    def show_statement(self, statement: Statement, *, is_bills: bool) -> None:
        """Everything but the lines."""
        self.forms.setCurrentIndex(1 if is_bills else 0)
        self.facts.show_facts(self._facts(statement))
        self.facts.show()
        self.strip.show_buckets(
            [text.bucket(bucket.label) for bucket in statement.ageing],
            [bucket.open_paise for bucket in statement.ageing],
        )
        self.strip_card.setVisible(is_bills)
        self.bills.set_rows(statement.bills)
        self.tie.show_tie(
            statement.bills_paise, statement.on_account_paise, statement.closing_paise
        )
        self.tie.show()
        self._show_words(statement, is_bills=is_bills)

    def show_sums(self, statement: Statement, sums: PeriodSums | None) -> None:
        """The feet; the sums of the lines may still be coming."""
        closing = text.with_side(statement.closing_paise)
        debit = text.amount(sums.debit_paise) if sums is not None else _COMING
        credit = text.amount(sums.credit_paise) if sums is not None else _COMING
        on = text.day(statement.to_on)
        self.lines_foot.show_cells((on, "", "", self.tr("Closing"), debit, credit, closing))
        opened = text.amount(sum(bill.amount_paise for bill in statement.bills))
        rest = text.amount(statement.bills_paise)
        cells = (self.tr("Together"), "", "", "", "", opened, rest)
        self.bills_foot.show_cells(cells if statement.bills else ())

    def _facts(self, statement: Statement) -> list[Fact]:
        is_late = statement.overdue_paise > 0
        late = Tone.BAD if is_late else Tone.INK
        return [
            Fact(self.tr("Opening balance"), text.with_side(statement.opening_paise)),
            Fact(self.tr("Closing balance"), text.with_side(statement.closing_paise)),
            Fact(self.tr("Overdue"), text.amount(statement.overdue_paise), late),
            Fact(self.tr("On account"), text.turned(statement.on_account_paise)),
        ]

    def _show_words(self, statement: Statement, *, is_bills: bool) -> None:
        whole = self.tr("Account from %1 to %2")
        bills = self.tr("Bills open on %2")
        words = bills if is_bills else whole
        days = (text.day(statement.from_on), text.day(statement.to_on))
        self.card.set_heading(text.filled(words, *days))
        self.lines_table.set_empty_text(
            self.tr("Nothing was posted in this period. Alt+F2 chooses another.")
        )
        self.bills_table.set_empty_text(self.tr("No bill is open on the last day."))

    # Layout ---------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setContentsMargins(*MARGINS)
        self.setSpacing(GAP)
        self.addLayout(self._head())
        self.addWidget(self.facts)
        self.strip_card.body.addWidget(self.strip)
        self.addWidget(self.strip_card)
        for table, foot in (
            (self.lines_table, self.lines_foot),
            (self.bills_table, self.bills_foot),
        ):
            pane = QWidget()
            column = QVBoxLayout(pane)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            column.addWidget(table, 1)
            column.addWidget(foot)
            self.forms.addWidget(pane)
        self.card.body.addWidget(self.forms, 1)
        self.card.body.addWidget(self.tie)
        self.addWidget(self.card, 1)
        self.addWidget(self.path)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        self.title.setContentsMargins(0, 18, 0, 0)
        row.addWidget(self.title, 0, Qt.AlignmentFlag.AlignTop)
        self.party.setMaximumWidth(420)
        row.addWidget(self.party, 3, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        for field in (self.from_on, self.to_on):
            field.setFixedWidth(124)
            row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        return row
