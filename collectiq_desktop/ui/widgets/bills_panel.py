"""The panel under a report: a party's bills as of the day, and the vouchers of a bill."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.queries.bills import BillLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.bill_drill import BillDrill, BillsAsOf, StoryLine
from collectiq_desktop.ui.widgets.pieces import Card, ElidedLabel, label
from collectiq_desktop.ui.work.lanes import Work

_PIXELS = 214
_GAP = 12


def bill_name(bill: BillLine) -> str:
    """The bill's number; an advance says that it is one."""
    if not bill.is_advance:
        return text.or_none(bill.number)
    return f"{text.or_none(bill.number)} {QCoreApplication.translate('BillsPanel', '(advance)')}"


def lateness(overdue_days: int) -> Tone:
    """What the days over mean; the number itself stands beside the colour."""
    return Tone.BAD if overdue_days else Tone.MUTED


def _voucher(line: StoryLine) -> str:
    bill = QCoreApplication.translate("BillsPanel", "Bill")
    return f"{text.or_none(line.number)} · {text.kind(line.kind) if line.kind else bill}"


BILL_COLUMNS: tuple[Column[BillLine], ...] = (
    Column(title=QT_TRANSLATE_NOOP("Column", "Bill"), width=0, text_of=bill_name),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Date"),
        width=90,
        text_of=lambda bill: text.day(bill.bill_on),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Due"),
        width=90,
        text_of=lambda bill: text.day(bill.due_on),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Days over"),
        width=78,
        text_of=lambda bill: text.days(bill.overdue_days),
        tone_of=lambda bill: lateness(bill.overdue_days),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Open"),
        width=124,
        text_of=lambda bill: text.amount(bill.open_paise),
        is_number=True,
    ),
)
STORY_COLUMNS: tuple[Column[StoryLine], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Date"),
        width=90,
        text_of=lambda line: text.day(line.on),
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "Voucher"), width=0, text_of=_voucher),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Amount"),
        width=128,
        text_of=lambda line: text.amount(line.amount_paise),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Open"),
        width=128,
        text_of=lambda line: text.amount(line.open_paise),
        is_number=True,
    ),
)


class BillsPanel(QWidget):
    """Hidden until a party is expanded; Esc takes it away step by step.

    Signals:
        voucher_wanted: Enter on a bill or on one of its vouchers (VoucherId).
        closed: the focus belongs to the report again.
    """

    voucher_wanted = Signal(object)
    closed = Signal()

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drill = BillDrill(self, work)
        self._found: BillsAsOf | None = None
        self._subject: tuple[PartyId, str, date] | None = None
        self._number = ""
        self._bills_card, self._story_card = Card(), Card()
        self._bills_title, self._story_title = ElidedLabel("heading"), ElidedLabel("heading")
        self._problem = label("error")
        self._problem.hide()
        self._bills_model: RowsModel[BillLine] = RowsModel(BILL_COLUMNS)
        self._story_model: RowsModel[StoryLine] = RowsModel(STORY_COLUMNS)
        self.bills = Table(self._bills_model, identity_of=lambda bill: bill.key)
        self.story = Table(self._story_model)
        self.setFixedHeight(_PIXELS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for card, title, table in (
            (self._bills_card, self._bills_title, self.bills),
            (self._story_card, self._story_title, self.story),
        ):
            card.body.addWidget(title)
            if table is self.bills:
                card.body.addWidget(self._problem)
            card.body.addWidget(table, 1)
            row.addWidget(card, 1)
        self._story_card.hide()
        self.hide()
        self.bills.chosen.connect(self._bill_chosen)
        self.story.chosen.connect(self._story_chosen)
        self.bills.moved.connect(self._hide_story)
        self.bills.left_upwards.connect(self.closed)

    # What a screen calls --------------------------------------------------------------

    def expand(self, party_id: PartyId, party: str, as_of_on: date) -> None:
        """Show the bills of a party as of a day, and go there."""
        self._found = None
        self._subject = (party_id, party, as_of_on)
        self.drill.open_party(*self._subject)

    def refresh(self) -> None:
        """The bills may be others now; the cursor stays."""
        if self._subject is not None:
            self.drill.open_party(*self._subject)

    def has_focus(self) -> bool:
        """Whether the cursor is in the panel."""
        return self.bills.hasFocus() or self.story.hasFocus()

    def expand_bill(self) -> None:
        """Show the vouchers of the bill under the cursor."""
        bill = self.bills.current
        if bill is not None:
            self.drill.open_bill(bill)

    def close_one(self) -> bool:
        """Take away what was opened last; False where nothing is open."""
        if self._story_card.isVisibleTo(self) and self.isVisible():
            self._story_card.hide()
            self.bills.setFocus()
            return True
        if not self.isVisible():
            return False
        self.close_all()
        self.closed.emit()
        return True

    def close_all(self) -> None:
        """Take the panel away."""
        self.drill.close()
        self._found = self._subject = None
        self._story_card.hide()
        self.hide()

    # What is found ----------------------------------------------------------------------

    def show_bills(self, found: BillsAsOf) -> None:
        is_anew = self._found is None
        self._found = found
        self._problem.hide()
        self._bills_model.set_rows(found.bills, is_anew=is_anew)
        self._write()
        if is_anew:
            self._story_card.hide()
            self.show()
            self.bills.setFocus()
        elif self._story_card.isVisibleTo(self):
            self.expand_bill()

    def show_story(self, number: str, lines: tuple[StoryLine, ...]) -> None:
        is_anew = not self._story_card.isVisibleTo(self)
        self._number = number
        self._story_model.set_rows(lines, is_anew=is_anew)
        self._write()
        if is_anew:
            self._story_card.show()
            self.story.setFocus()

    def show_drill_problem(self, sentence: str) -> None:
        self._problem.setText(text.sentence(sentence))
        self._problem.show()
        self.show()

    # Words ------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self._write)

    def _write(self) -> None:
        self.bills.set_empty_text(self.tr("No bill was open on this day: the rest is on account."))
        if self._found is not None:
            words = self.tr("Bills of %1 open on %2")
            on = text.day(self._found.as_of_on)
            self._bills_title.setText(text.filled(words, self._found.party, on))
        self._story_title.setText(text.filled(self.tr("Vouchers of bill %1"), self._number))

    # Keys -------------------------------------------------------------------------------

    def _bill_chosen(self, _row: int) -> None:
        bill = self.bills.current
        if bill is not None:
            self.voucher_wanted.emit(bill.voucher_id)

    def _story_chosen(self, _row: int) -> None:
        line = self.story.current
        if line is not None:
            self.voucher_wanted.emit(line.voucher_id)

    def _hide_story(self, _row: int) -> None:
        """The vouchers of another bill would stand beside the wrong one."""
        self._story_card.hide()
