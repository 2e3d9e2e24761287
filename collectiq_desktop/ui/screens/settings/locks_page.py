"""What stands between a hand and the books: when the counter locks, how far back one may date."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.firm import BACK_DATE_FIELDS, Firm
from collectiq_desktop.core.domain.roles import DATED_ROLES, rights_of_role
from collectiq_desktop.ui.role_words import role_word
from collectiq_desktop.ui.screen import GAP
from collectiq_desktop.ui.screens.settings.locks import LocksTexts
from collectiq_desktop.ui.widgets.field import TextField
from collectiq_desktop.ui.widgets.pieces import Card, label
from collectiq_desktop.ui.widgets.walk import Walk

_WIDTH = 260


class LocksPage(QWidget):
    """The minutes of this counter, and the days of each role.

    Signals:
        save_wanted: what is typed (LocksTexts).
    """

    save_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.minutes = TextField("minutes")
        self.days = [TextField(name) for name in BACK_DATE_FIELDS]
        self._idle, self._back = Card(), Card()
        self._idle_note, self._back_note = label("muted"), label("muted")
        self._lay_out()
        self.walk = Walk([self.minutes, *self.days], self)
        self.walk.finished.connect(self.save)

    def retranslate(self) -> None:
        """Write every fixed text."""
        self._idle.set_heading(self.tr("When this counter locks itself"))
        self.minutes.set_caption(self.tr("Minutes without a key or a click"))
        self._idle_note.setText(
            self.tr(
                "For this counter alone, whoever works at it; it holds from now on. Where nobody "
                "has to sign in, nothing locks. Ctrl+L locks at once."
            )
        )
        self._back.set_heading(self.tr("How many days back each role may date"))
        for field, role in zip(self.days, DATED_ROLES, strict=True):
            field.set_caption(role_word(role.value))
        self._back_note.setText(
            self.tr(
                "For the whole firm. 0 is today alone; empty is the usual number, shown in grey. "
                "The days of an employee go before those of the role; an admin has no such end. "
                "At an earlier date somebody who may says a PIN, and the edit log says who."
            )
        )

    def show_locks(self, minutes: int, firm: Firm) -> None:
        """What holds now, at this counter and for the roles."""
        self.minutes.set_text(str(minutes))
        if self.minutes.line.hasFocus():
            self.minutes.line.selectAll()
        for field, role in zip(self.days, DATED_ROLES, strict=True):
            days = getattr(firm, field.name)
            field.set_text("" if days is None else str(days))
            field.line.setPlaceholderText(str(rights_of_role(role).back_date_most_days))

    def show_problem(self, field: str, sentence: str) -> bool:
        """What is wrong, at its field; False where none of these is meant."""
        return self.walk.show_problem(field, sentence)

    def save(self) -> None:
        """Ask for what is typed to be saved."""
        self.walk.clear_problems()
        self.save_wanted.emit(
            LocksTexts(self.minutes.text, {field.name: field.text for field in self.days})
        )

    def _lay_out(self) -> None:
        for note in (self._idle_note, self._back_note):
            note.setWordWrap(True)
        self._idle.body.addWidget(self.minutes, 0, Qt.AlignmentFlag.AlignLeft)
        self._idle.body.addWidget(self._idle_note)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for field in (self.minutes, *self.days):
            field.setFixedWidth(_WIDTH)
        for field in self.days:
            row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self._back.body.addLayout(row)
        self._back.body.addWidget(self._back_note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._idle)
        column.addWidget(self._back)
        column.addStretch(1)
