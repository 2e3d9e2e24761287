"""The receipt's fields and panels, put in their places; what they mean is the view's."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.posting import ReceiptSums
from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.ui import text
from collectiq_desktop.ui.actions import key_of
from collectiq_desktop.ui.screen import GAP, MARGINS
from collectiq_desktop.ui.screens.receipt.columns import BILL_COLUMNS, PART_COLUMN
from collectiq_desktop.ui.screens.receipt.presenter import ReceiptForm
from collectiq_desktop.ui.screens.receipt.sentences import allocated_words
from collectiq_desktop.ui.screens.receipt.spread import BillShare, Spread
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone, set_tone
from collectiq_desktop.ui.widgets.field import AmountField, ChoiceField, DateField, TextField
from collectiq_desktop.ui.widgets.party_field import PartyField
from collectiq_desktop.ui.widgets.pieces import Card, CommitRow, FactStrip, label
from collectiq_desktop.ui.widgets.walk import Walk
from collectiq_desktop.ui.work.lanes import Work

MODES = (Mode.CASH, Mode.UPI, Mode.CHEQUE, Mode.BANK, Mode.CARD)


class ReceiptFields(QVBoxLayout):
    """Everything that stands on the page."""

    def __init__(self, page: QWidget, work: Work, today_on: date) -> None:
        super().__init__(page)
        self.title, self.number = label("title"), label("muted")
        self.on, self.on_caption = DateField("on", today_on), label("caption")
        self.party = PartyField("party", work)
        self.mode = ChoiceField("mode")
        self.reference = TextField("reference")
        self.amount = AmountField("amount", is_needed=True)
        self.amount.input.setProperty("role", "amount")
        self.facts = FactStrip()
        self.bills = Card()
        self.model: RowsModel[BillShare] = RowsModel(BILL_COLUMNS)
        self.table = Table(self.model, identity_of=lambda row: row.bill.key)
        self.bills_problem = label("error")
        self.discount = AmountField("discount")
        self.tds = AmountField("tds")
        self.round_off = AmountField("round_off")
        self.lets_off = {"discount": self.discount, "tds": self.tds, "round_off": self.round_off}
        self.openers: dict[str, QPushButton] = {}
        self.on_account_caption, self.on_account = label("caption"), label("fact")
        self.commit = CommitRow()
        self._lay_out()
        self.walk = Walk(
            [
                self.party,
                self.mode,
                self.reference,
                self.amount,
                *self.lets_off.values(),
                self.commit.narration,
            ],
            page,
        )

    def retranslate(self) -> None:
        """Write every fixed text."""
        self.title.setText(self.tr("Receipt"))
        self.on.set_caption(self.tr("Date"))
        self.on_caption.setText(self.tr("Date"))
        self.party.set_caption(self.tr("Party"))
        self.party.set_none_found_text(self.tr("Nobody is found; Alt+C adds a new party."))
        self.mode.set_caption(self.tr("Mode"))
        self.mode.set_choices([(mode.value, text.mode(mode)) for mode in MODES])
        self.amount.set_caption(self.tr("Amount ₹"))
        self.retranslate_mode()
        for name, words in (
            ("discount", self.tr("Discount")),
            ("tds", self.tr("TDS")),
            ("round_off", self.tr("Round off")),
        ):
            self.lets_off[name].set_caption(words)
            self.openers[name].setText("   ".join(("+ " + words, key_of("receipt", name))))
        self.on_account_caption.setText(self.tr("On account"))
        self.commit.set_texts(self.tr("Narration"), self.tr("Save") + "   Enter")

    def retranslate_mode(self) -> None:
        """The reference is called what the mode calls it; cash has none."""
        mode = self.mode.key
        words = {
            Mode.CHEQUE: self.tr("Cheque number"),
            Mode.UPI: self.tr("UTR / reference"),
            Mode.BANK: self.tr("UTR / reference"),
        }
        self.reference.set_caption(words.get(Mode(mode or "cash"), self.tr("Reference")))
        self.reference.setVisible(mode != Mode.CASH)

    def open_let_off(self, name: str) -> None:
        """Show a field for what is let off, and go there."""
        field = self.lets_off[name]
        field.show()
        self.openers[name].hide()
        field.focus_all()

    def close_lets_off(self) -> None:
        """Take the fields for what is let off away, empty."""
        for name, field in self.lets_off.items():
            field.set_value(None)
            field.hide()
            self.openers[name].show()

    # What stands in the fields ----------------------------------------------------------

    def begin(self, today_on: date) -> None:
        """Empty fields for the next receipt; the mode stays, for money comes in runs."""
        self.party.set_party(None)
        self.on.today_on = today_on
        self.on.set_value(today_on)
        self.amount.set_value(None)
        self.reference.set_text("")
        self.commit.narration.set_text("")
        self.close_lets_off()
        self.walk.clear_problems()
        self.commit.show_message("")
        self.bills_problem.hide()
        self.number.setText(self.tr("new"))

    @property
    def is_typed(self) -> bool:
        """Whether anything but the party stands in the fields."""
        return any((self.amount.text, self.reference.text, self.commit.narration.text))

    @property
    def sums(self) -> ReceiptSums:
        """The money, and what is let off beside it, as far as it can be read."""
        return ReceiptSums(self.amount.value or 0, *(f.value or 0 for f in self.lets_off.values()))

    def form(self) -> ReceiptForm | None:
        """All fields together; None where one cannot be taken and says so."""
        self.commit.show_message("")
        on = self.on.value
        lets_off = all(field.take() for field in self.lets_off.values())
        if not (self.on.take() and self.amount.take() and lets_off) or on is None:
            return None
        return ReceiptForm(
            sums=self.sums,
            mode=Mode(self.mode.key),
            on=on,
            reference="" if self.reference.isHidden() else self.reference.text,
            narration=self.commit.narration.text,
        )

    def show_spread(self, spread: Spread) -> None:
        """The bills, and how the receipt lies on them."""
        newest, oldest = self.tr("Bills, newest first"), self.tr("Bills, oldest first")
        self.bills.set_heading(newest if spread.is_newest_first else oldest)
        is_whole = spread.allocated_paise == spread.settled_paise
        words = allocated_words(spread) if spread.rows and spread.settled_paise else ""
        self.bills.set_note(words, Tone.GOOD if is_whole else Tone.WARN)
        self.on_account.setText(text.amount(spread.on_account_paise))
        set_tone(self.on_account, Tone.BAD if spread.on_account_paise < 0 else Tone.INK)
        self.show_bills_problem("")
        self.model.set_rows(spread.rows)

    def show_bills_problem(self, sentence: str) -> None:
        """What is wrong with the parts of the bills; nothing takes it away."""
        self.bills_problem.setText(sentence)
        self.bills_problem.setVisible(bool(sentence))

    def go_to_bills(self) -> None:
        """Put the cursor on the parts of the bills."""
        if self.model.rowCount():
            self.table.setFocus()
            self.table.stand_on(max(0, self.table.current_row), PART_COLUMN)

    def go_on_from_bill(self, row: int) -> None:
        """Enter on a bill: the next one, after the last the narration."""
        if row + 1 < self.model.rowCount():
            self.table.stand_on(row + 1, PART_COLUMN)
        else:
            self.commit.narration.focus_all()

    # Layout ---------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setContentsMargins(*MARGINS)
        self.setSpacing(GAP)
        self.addLayout(self._head())
        self.addWidget(self._inputs())
        self.addWidget(self.facts)
        self.bills.body.addWidget(self.bills_problem)
        self.bills.body.addWidget(self.table, 1)
        self.bills.body.addLayout(self._foot())
        self.addWidget(self.bills, 1)
        self.addWidget(self.commit)
        self.bills_problem.setWordWrap(True)
        self.bills_problem.hide()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.title)
        row.addWidget(self.number, 1)
        self.on.caption.hide()
        self.on.setFixedWidth(124)
        row.addWidget(self.on_caption)
        row.addWidget(self.on)
        return row

    def _inputs(self) -> Card:
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(14)
        for field, width in (
            (self.party, 330),
            (self.mode, 120),
            (self.reference, 190),
        ):
            field.setFixedWidth(width)
            row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.amount.setFixedWidth(230)
        row.addWidget(self.amount, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(row)
        return card

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, field in self.lets_off.items():
            opener = QPushButton()
            opener.setProperty("role", "quiet")
            opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.openers[name] = opener
            field.setFixedWidth(130)
            field.hide()
            row.addWidget(opener, 0, Qt.AlignmentFlag.AlignBottom)
            row.addWidget(field)
        row.addStretch(1)
        row.addWidget(self.on_account_caption, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.on_account, 0, Qt.AlignmentFlag.AlignBottom)
        return row
