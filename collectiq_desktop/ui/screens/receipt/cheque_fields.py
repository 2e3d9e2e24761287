"""What a cheque says beside its number: its date and its bank, and what the date means."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from collectiq_desktop.ui.screens.receipt.sentences import cheque_words
from collectiq_desktop.ui.theme import Tone, set_tone
from collectiq_desktop.ui.widgets.field import DateField, Field, TextField
from collectiq_desktop.ui.widgets.pieces import label


class ChequeFields(QWidget):
    """Two fields in a row of their own, and a sentence where the date is not of today."""

    def __init__(self, today_on: date) -> None:
        super().__init__()
        self.cheque_on = DateField("cheque_on", today_on)
        self.bank = TextField("bank")
        self._words = label("strong")
        self._words.setWordWrap(True)
        set_tone(self._words, Tone.WARN)
        self._on: date | None = today_on
        self._is_cheque = self._is_amending = False
        self.cheque_on.setFixedWidth(124)
        self.bank.setFixedWidth(192)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.cheque_on, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.bank, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self.cheque_on.changed.connect(self._say)

    @property
    def both(self) -> tuple[Field, Field]:
        """In the order in which they are walked."""
        return self.cheque_on, self.bank

    @property
    def noted_on(self) -> date | None:
        """The date of the cheque; None where the money is none."""
        return self.cheque_on.value if self._is_cheque else None

    @property
    def noted_bank(self) -> str:
        """The bank that it is drawn on; empty where the money is no cheque."""
        return self.bank.text if self._is_cheque else ""

    @property
    def is_post_dated(self) -> bool:
        """Whether the cheque bears a later day than the receipt."""
        noted_on = self.noted_on
        return noted_on is not None and self._on is not None and noted_on > self._on

    def begin(self, today_on: date) -> None:
        """A cheque of today; the bank is another one's."""
        self.cheque_on.today_on = today_on
        self.show_noted(today_on, "")

    def show_noted(self, cheque_on: date, bank: str) -> None:
        """What stands on a cheque of the books."""
        self.cheque_on.set_value(cheque_on)
        self.cheque_on.line.setModified(False)
        self.bank.set_text(bank)

    def show_for(self, on: date | None, *, is_cheque: bool, is_amending: bool) -> None:
        """Ask for them where the money is a cheque, received on that day."""
        self._on, self._is_cheque, self._is_amending = on, is_cheque, is_amending
        if on is not None and not is_amending and not self.cheque_on.line.isModified():
            self.cheque_on.set_value(on)
        self.setVisible(is_cheque)
        self._say()

    def retranslate(self) -> None:
        """Write every fixed text."""
        self.cheque_on.set_caption(self.tr("Cheque date"))
        self.bank.set_caption(self.tr("Bank"))
        self._say()

    def _say(self) -> None:
        noted_on = self.noted_on
        words = ""
        if noted_on is not None and self._on is not None:
            words = cheque_words(noted_on, self._on, is_amending=self._is_amending)
        self._words.setText(words)
        self._words.setVisible(bool(words))
