"""What holds for this counter alone: after how many idle minutes it locks itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collectiq_desktop.ui.widgets.field import TextField
from collectiq_desktop.ui.widgets.pieces import Card, label
from collectiq_desktop.ui.widgets.walk import Walk


class CounterPage(QWidget):
    """One field.

    Signals:
        save_wanted: the minutes as they are typed.
    """

    save_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.minutes = TextField("minutes")
        self._card, self._note = Card(), label("muted")
        self._lay_out()
        self.walk = Walk([self.minutes], self)
        self.walk.finished.connect(self.save)

    def retranslate(self) -> None:
        """Write every fixed text."""
        self._card.set_heading(self.tr("When this counter locks itself"))
        self.minutes.set_caption(self.tr("Minutes without a key or a click"))
        self._note.setText(
            self.tr(
                "For this counter alone, whoever works at it; it holds from now on. Where nobody "
                "has to sign in, nothing locks. Ctrl+L locks at once."
            )
        )

    def show_minutes(self, minutes: int) -> None:
        """What holds now."""
        self.minutes.set_text(str(minutes))
        if self.minutes.line.hasFocus():
            self.minutes.line.selectAll()

    def show_problem(self, field: str, sentence: str) -> bool:
        """What is wrong, at its field; False where it is not this one."""
        return self.walk.show_problem(field, sentence)

    def save(self) -> None:
        """Ask for what is typed to be saved."""
        self.walk.clear_problems()
        self.save_wanted.emit(self.minutes.text)

    def _lay_out(self) -> None:
        self._note.setWordWrap(True)
        self.minutes.setFixedWidth(260)
        self._card.body.addWidget(self.minutes, 0, Qt.AlignmentFlag.AlignLeft)
        self._card.body.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        column.addStretch(1)
