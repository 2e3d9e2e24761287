"""The foot of the voucher: a line for the reason, while it is being cancelled."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from collectiq_desktop.ui.forms.allow_card import AllowCard
from collectiq_desktop.ui.theme import Tone, set_tone
from collectiq_desktop.ui.widgets.field import TextField
from collectiq_desktop.ui.widgets.pieces import Card, beside_input, label


class CancelFoot(Card):
    """Hidden until a cancelling is begun.

    Signals:
        finished: with the reason that is typed.
    """

    finished = Signal(str)

    def __init__(self, today_on: date) -> None:
        super().__init__()
        self.allowing = AllowCard(today_on)
        self.reason = TextField("reason")
        self.message = label("strong")
        self.message.setWordWrap(True)
        self.button = QPushButton()
        self.button.setProperty("role", "primary")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.reason, 1)
        row.addLayout(beside_input(self.button))
        self.body.addLayout(row)
        self.body.addWidget(self.message)
        self.reason.entered.connect(self.finish)
        self.button.clicked.connect(self.finish)
        self.hide()

    def retranslate(self) -> None:
        """Write every fixed text."""
        self.set_heading(self.tr("Cancel this voucher"))
        self.reason.set_caption(self.tr("Why is it cancelled?"))
        self.button.setText(self.tr("Cancel the voucher") + "   Enter")
        self.allowing.retranslate()

    def begin(self) -> None:
        """Ask for the reason."""
        self.reason.set_text("")
        self.reason.clear_problem()
        self.show_message("", Tone.INK)
        self.show()
        self.reason.focus_all()

    def show_problem(self, name: str, sentence: str) -> None:
        """What is wrong, at its field or under the line."""
        if self.allowing.is_begun:
            self.allowing.show_refused(name, sentence)
        elif name == self.reason.name:
            self.reason.show_problem(sentence)
        else:
            self.show_message(sentence, Tone.BAD)

    def show_message(self, sentence: str, tone: Tone) -> None:
        """A sentence in the foot; an empty one takes it away."""
        self.message.setText(sentence)
        set_tone(self.message, tone)
        self.message.setVisible(bool(sentence))

    def finish(self) -> None:
        """Hand over what is typed, here or in the box for somebody's word."""
        if self.allowing.is_begun:
            self.allowing.finish()
        elif self.isVisible():
            self.show_message("", Tone.INK)
            self.finished.emit(self.reason.text)
