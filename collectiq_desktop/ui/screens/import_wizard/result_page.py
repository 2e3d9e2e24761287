"""The last page of an import: counts, sums, and every row that a person must hear of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screen import GAP
from collectiq_desktop.ui.screens.import_wizard import words
from collectiq_desktop.ui.screens.import_wizard.results import Result, ResultLine
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone, set_tone
from collectiq_desktop.ui.widgets.field import AmountField
from collectiq_desktop.ui.widgets.pieces import Card, FactStrip, beside_input, label

_INPUT_PIXELS = 32
RESULT_COLUMNS: tuple[Column[ResultLine], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "What"),
        width=116,
        text_of=lambda line: words.outcome_words(line.outcome),
        tone_of=lambda line: words.OUTCOME_TONES[line.outcome],
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Where"),
        width=300,
        text_of=lambda line: words.where_words(line.where),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Reason"),
        width=0,
        text_of=lambda line: text.sentence(line.reason),
    ),
)


class ResultPage(QWidget):
    """What would become of the files, or what became of them."""

    def __init__(self) -> None:
        super().__init__()
        self.facts = FactStrip()
        self.model: RowsModel[ResultLine] = RowsModel(RESULT_COLUMNS)
        self.table = Table(self.model)
        self.card = Card()
        self.reason = label()
        self.reason.setWordWrap(True)
        self.control = AmountField("control")
        self.agreeing = label("strong")
        self.result: Result | None = None
        self._lay_out()
        self.control.entered.connect(self.table.setFocus)
        self.table.moved.connect(self._show_reason)
        self.table.left_upwards.connect(self.control.focus_all)

    def retranslate(self) -> None:
        """Write every fixed text."""
        self.control.set_caption(self.tr("Control total ₹"))
        self.card.set_heading(self.tr("Rows to look at"))
        self.table.set_empty_text(self.tr("Every row was understood; nothing is left out."))
        if self.result is not None:
            self.show_result(self.result)

    def show_result(self, result: Result) -> None:
        """Counts, sums and rows; the rows are shown anew only when they are others."""
        is_other = self.result is None or self.result.report is not result.report
        self.result = result
        self.facts.set_heading(words.result_heading(result))
        self.facts.show_facts(words.result_facts(result))
        if not result.report.is_dry_run and self.control.input.hasFocus():
            self.table.setFocus()
        self.control.setEnabled(result.report.is_dry_run)
        said, tone = words.control_words(result)
        self.agreeing.setText(said)
        set_tone(self.agreeing, tone)
        if is_other:
            self.model.set_rows(result.lines, is_anew=True)
            self._show_reason(self.table.current_row)

    def clear(self) -> None:
        """Nothing was tried."""
        self.result = None
        self.control.set_value(None)
        self.model.set_rows(())

    def _show_reason(self, row: int) -> None:
        """Place and reason of the row in the cursor, whole; their cells may be too short."""
        line = self.model.row_at(row)
        whole = (
            f"{words.where_words(line.where)}: {text.sentence(line.reason)}"
            if line is not None
            else ""
        )
        self.reason.setText(whole)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.facts)
        total = Card()
        row = QHBoxLayout()
        row.setSpacing(14)
        self.control.setFixedWidth(210)
        row.addWidget(self.control, 0, Qt.AlignmentFlag.AlignTop)
        self.agreeing.setMinimumHeight(_INPUT_PIXELS)
        row.addLayout(beside_input(self.agreeing), 1)
        total.body.addLayout(row)
        column.addWidget(total)
        self.card.body.addWidget(self.table, 1)
        self.card.body.addWidget(self.reason)
        column.addWidget(self.card, 1)
        # Two lines always, so that the table does not jump under the cursor.
        self.reason.setMinimumHeight(2 * self.reason.fontMetrics().lineSpacing())
        self.reason.setAlignment(Qt.AlignmentFlag.AlignTop)
        set_tone(self.reason, Tone.MUTED)
