"""What joins a firm: for books that stand alone, that were moved, or whose key is missing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from collectiq_desktop.ui.widgets.join_fields import JoinFields
from collectiq_desktop.ui.widgets.pieces import Card, label

_FIELDS_PIXELS = 640


class JoinCard(Card):
    """Why one may want to join, and the fields; on moved books also the question."""

    def __init__(self, walked_in: QWidget) -> None:
        super().__init__()
        self.fields = JoinFields(walked_in)
        self._words, self._question = label(), label("strong")
        self.join_button, self.moved_button = QPushButton(), QPushButton()
        self._why = (False, False, "")
        self._lay_out()

    def show_why(self, *, is_alone: bool, is_held_back: bool, counter: str, address: str) -> None:
        """Which of the three it is."""
        self._why = (is_alone, is_held_back, counter)
        self.moved_button.setVisible(is_held_back)
        self._question.setVisible(is_held_back)
        if counter and not self.fields.name.text:
            self.fields.name.set_text(counter)
        if address and not self.fields.address.text:
            self.fields.address.set_text(address)
        self.retranslate()

    def retranslate(self) -> None:
        """Write every fixed text."""
        is_alone, is_held_back, _counter = self._why
        self.fields.retranslate()
        self.join_button.setText(self.tr("Join") + "   Ctrl+A")
        self.moved_button.setText(self.tr("They were moved here") + "   Alt+M")
        self._question.setText(
            self.tr("Were these books moved to this machine, or is this a new counter?")
        )
        if is_held_back:
            self.set_heading(self.tr("The key of this counter is not on this machine"))
            words = self.tr(
                "Until you answer, nothing can be recorded here, so that no number is ever used "
                "twice. Moved: the old machine records nothing more; this one goes on at once, in "
                "a new series. New counter: ask head office for a code and type it in."
            )
        elif is_alone:
            self.set_heading(self.tr("Alone, not connected"))
            words = self.tr(
                "These books are complete without a head office. With one, several counters and "
                "shops write into the same firm, each also without a line. Head office runs "
                "“collectiq-server create-firm --adopt” and passes on an address and a code: "
                "everything that is here is taken along."
            )
        else:
            self.set_heading(self.tr("A code is needed before anything is sent"))
            words = self.tr(
                "These books were moved here and their key stayed behind. Go on working; ask head "
                "office for a code for this counter, and everything is sent."
            )
        self._words.setText(words)

    def _lay_out(self) -> None:
        for each in (self._words, self._question):
            each.setWordWrap(True)
        self.join_button.setProperty("role", "primary")
        for button in (self.join_button, self.moved_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fields.setMaximumWidth(_FIELDS_PIXELS)
        buttons = QHBoxLayout()
        buttons.addWidget(self.join_button)
        buttons.addWidget(self.moved_button)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(10)
        for widget in (self._words, self._question, self.fields):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.body.addLayout(column)
        self._question.hide()
        self.moved_button.hide()
