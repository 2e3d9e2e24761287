"""The register's page, put in its places; what it means is the view's."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.queries.registers import (
    CollectionLine,
    CollectionSheet,
    CollectionSum,
)
from collectiq_desktop.ui import text
from collectiq_desktop.ui.screen import GAP, MARGINS
from collectiq_desktop.ui.screens.register.cash import CashTie
from collectiq_desktop.ui.screens.register.columns import DAY_COLUMNS, LINE_COLUMNS
from collectiq_desktop.ui.screens.register.sentences import cash_facts, count_words, sum_facts
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import set_tone
from collectiq_desktop.ui.widgets.branch_field import BranchField
from collectiq_desktop.ui.widgets.field import AmountField, ChoiceField
from collectiq_desktop.ui.widgets.period import PeriodFields, PeriodTitle
from collectiq_desktop.ui.widgets.pieces import Card, FactStrip, beside_input, label


class RegisterPage(QVBoxLayout):
    """Everything that stands on the page."""

    def __init__(self, screen: QWidget, today_on: date) -> None:
        super().__init__(screen)
        self.title = PeriodTitle()
        self.branch, self.mode = BranchField(), ChoiceField("mode")
        self.period = PeriodFields(today_on)
        self.sums, self.cash = FactStrip(), FactStrip()
        self.card = Card()
        self.line_model: RowsModel[CollectionLine] = RowsModel(LINE_COLUMNS)
        self.day_model: RowsModel[CollectionSum] = RowsModel(DAY_COLUMNS)
        self.lines = Table(self.line_model, identity_of=lambda row: row.voucher_id)
        self.days = Table(self.day_model, identity_of=lambda row: row.name)
        self.tables = QStackedWidget()
        self.counted = AmountField("counted")
        self.verdict = label("strong")
        self._lay_out()

    @property
    def are_days_shown(self) -> bool:
        """Whether days stand in place of receipts."""
        return self.tables.currentIndex() == 1

    @property
    def table(self) -> Table:
        """The table that is shown."""
        return self.days if self.are_days_shown else self.lines

    def focus_table(self) -> None:
        """Put the cursor in the table that is shown."""
        self.table.setFocus()

    def retranslate(self) -> None:
        """Write every fixed text."""
        self.title.title.setText(self.tr("Collection register"))
        self.period.retranslate()
        self.branch.retranslate()
        self.mode.set_caption(self.tr("Mode"))
        every = [("", self.tr("All modes"))]
        self.mode.set_choices([*every, *((mode.value, text.mode(mode)) for mode in Mode)])
        self.counted.set_caption(self.tr("Counted ₹"))
        self._show_heading()

    def show_period_words(self, words: str) -> None:
        """Which period holds."""
        self.title.period.setText(words)
        empty = self.tr(
            "Nothing was received: %1. F6 records a receipt; F2 shows another day, Alt+F2 a period."
        )
        for table in (self.lines, self.days):
            table.set_empty_text(text.filled(empty, words))

    def show_sums(self, sheet: CollectionSheet) -> None:
        """What came in, by mode."""
        self.sums.show_facts(sum_facts(sheet))

    def show_rows(self, sheet: CollectionSheet, *, is_anew: bool) -> None:
        """The receipts and their days."""
        self.line_model.set_rows(sheet.rows, is_anew=is_anew)
        self.day_model.set_rows(sheet.by_day, is_anew=is_anew)
        self._show_heading()

    def show_cash(self, tie: CashTie | None) -> None:
        """How the cash ties out; each branch has its drawer, and all have one account of cash."""
        for widget in (self.cash, self.counted, self.verdict):
            widget.setVisible(tie is not None)
        if tie is None:
            return
        self.cash.show_facts(cash_facts(tie))
        words, tone = count_words(tie)
        self.verdict.setText(words)
        set_tone(self.verdict, tone)

    def show_days(self, *, is_shown: bool) -> None:
        """Days in place of receipts, or the other way round."""
        self.tables.setCurrentIndex(int(is_shown))
        self._show_heading()

    def _show_heading(self) -> None:
        by_day, by_receipt = self.tr("By day"), self.tr("Receipts")
        self.card.set_heading(by_day if self.are_days_shown else by_receipt)

    # Layout -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setContentsMargins(*MARGINS)
        self.setSpacing(GAP)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addLayout(beside_input(self.title), 1)
        self.mode.setFixedWidth(140)
        head.addWidget(self.branch)
        head.addWidget(self.mode)
        head.addWidget(self.period)
        for table in (self.lines, self.days):
            self.tables.addWidget(table)
        self.card.body.addWidget(self.tables, 1)
        self.addLayout(head)
        self.addWidget(self.sums)
        self.addWidget(self.card, 1)
        self.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self.counted.setFixedWidth(150)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.cash, 1)
        foot.addWidget(self.counted)
        foot.addLayout(beside_input(self.verdict))
        return foot
