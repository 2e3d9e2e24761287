"""A deed: what is asked for under a list before something is done with its row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from collectiq_desktop.ui.theme import Tone, set_tone
from collectiq_desktop.ui.widgets.field import Field
from collectiq_desktop.ui.widgets.pieces import Card, beside_input, label
from collectiq_desktop.ui.widgets.walk import Walk


class DeedCard(Card):
    """Hidden until it is begun; Enter in the last field does it.

    Signals:
        finished: everything that is typed can be taken.
    """

    finished = Signal()

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self.fields = tuple(fields)
        self.message = label("strong")
        self.message.setWordWrap(True)
        self.button = QPushButton()
        self.button.setProperty("role", "primary")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in self.fields:
            row.addWidget(field, 1)
        row.addLayout(beside_input(self.button))
        self.body.addLayout(row)
        self.body.addWidget(self.message)
        self.walk = Walk(self.fields, self)
        self.walk.finished.connect(self.finish)
        self.button.clicked.connect(self.finish)
        self.hide()

    @property
    def is_begun(self) -> bool:
        """Whether it is shown."""
        return not self.isHidden()

    def begin(self, heading: str) -> None:
        """Ask."""
        self.set_heading(heading)
        self.walk.clear_problems()
        self.show_message("")
        self.show()
        for field in self.fields:
            if not field.isHidden():
                field.focus_all()
                return

    def finish(self) -> None:
        """Hand over what is typed, if all of it can be taken."""
        if self.is_begun and self.walk.take_all():
            self.show_message("")
            self.finished.emit()

    def show_problem(self, name: str, sentence: str) -> None:
        """What is wrong, at its field or under the line."""
        if not self.walk.show_problem(name, sentence):
            self.show_message(sentence, Tone.BAD)

    def show_message(self, sentence: str, tone: Tone = Tone.INK) -> None:
        """A sentence under the fields; an empty one takes it away."""
        self.message.setText(sentence)
        set_tone(self.message, tone)
        self.message.setVisible(bool(sentence))
