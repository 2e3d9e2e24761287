"""Bills, and what of a voucher is set against each; the parts are typed into the table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal

from collectiq_desktop.ui import text
from collectiq_desktop.ui.forms.spread import BillShare, Spread
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.bills_panel import lateness
from collectiq_desktop.ui.widgets.pieces import Card, label

PART_COLUMN = 5


def part_tone(row: BillShare) -> Tone:
    """What was typed stands out; nothing stands back."""
    if not row.part_paise:
        return Tone.MUTED
    return Tone.ACCENT if row.is_chosen else Tone.INK


def part_columns(this: str) -> tuple[Column[BillShare], ...]:
    """The columns of bills and parts.

    Args:
        this: the title of the parts, marked for the context "Column".
    """
    return (
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Bill"),
            width=170,
            text_of=lambda row: row.bill.number,
        ),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Date"),
            width=110,
            text_of=lambda row: text.day(row.bill.bill_on),
        ),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Due"),
            width=110,
            text_of=lambda row: text.day(row.bill.due_on),
        ),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Days over"),
            width=96,
            text_of=lambda row: text.days(row.bill.overdue_days),
            tone_of=lambda row: lateness(row.bill.overdue_days),
            is_number=True,
        ),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Open"),
            width=150,
            text_of=lambda row: text.amount(row.bill.open_paise),
            is_number=True,
        ),
        Column(
            title=this,
            width=0,
            text_of=lambda row: text.amount(row.part_paise),
            tone_of=part_tone,
            is_number=True,
            is_editable=True,
        ),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Left"),
            width=150,
            text_of=lambda row: text.amount(row.left_paise),
            is_number=True,
        ),
    )


class BillParts(Card):
    """The table of parts, and what is wrong with them.

    Signals:
        left_downwards: Enter on the last bill.
    """

    left_downwards = Signal()

    def __init__(self, this: str) -> None:
        super().__init__()
        self.model: RowsModel[BillShare] = RowsModel(part_columns(this))
        self.table = Table(self.model, identity_of=lambda row: row.bill.key)
        self._problem = label("error")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self.body.addWidget(self._problem)
        self.body.addWidget(self.table, 1)
        self.table.chosen.connect(self._go_on)

    def heading_of(self, spread: Spread) -> str:
        """What stands over the bills."""
        if spread.is_newest_first:
            return QCoreApplication.translate("Form", "Set against bills, newest first")
        return QCoreApplication.translate("Form", "Set against bills, oldest first")

    def show_spread(self, spread: Spread) -> None:
        """The bills, and how the voucher lies on them."""
        self.set_heading(self.heading_of(spread))
        words = QCoreApplication.translate("Form", "Allocated %1 of %2")
        parts = text.amount(spread.allocated_paise), text.amount(spread.settled_paise)
        is_whole = spread.allocated_paise == spread.settled_paise
        rest_tone = Tone.MUTED if spread.is_advance else Tone.WARN
        tone = Tone.GOOD if is_whole else rest_tone
        is_told = spread.rows and spread.settled_paise
        self.set_note(text.filled(words, *parts) if is_told else "", tone)
        self.show_problem("")
        self.model.set_rows(spread.rows)

    def show_problem(self, sentence: str) -> None:
        """What is wrong with the parts; the cursor goes there."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        if sentence:
            self.go_there()

    def go_there(self) -> None:
        """Put the cursor on the parts of the bills."""
        if self.model.rowCount():
            self.table.setFocus()
            self.table.stand_on(max(0, self.table.current_row), PART_COLUMN)

    def _go_on(self, row: int) -> None:
        if row + 1 < self.model.rowCount():
            self.table.stand_on(row + 1, PART_COLUMN)
        else:
            self.left_downwards.emit()
