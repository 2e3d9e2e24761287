"""The box at a stop: who lets it pass, by which words, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum

from collectiq_desktop.core.queries.employees import EmployeeRow
from collectiq_desktop.ui.collecting.deed import DeedCard
from collectiq_desktop.ui.forms.allowing import Word
from collectiq_desktop.ui.widgets.field import ChoiceField, DateField, SecretField, TextField


class Stop(Enum):
    """What was stopped."""

    LIMIT = "limit"
    DAY = "day"


class AllowCard(DeedCard):
    """Hidden until a voucher is stopped, or a key asks for it."""

    def __init__(self, today_on: date) -> None:
        self._who = ChoiceField("who")
        self._words = SecretField("password")
        self._reason = TextField("reason")
        self._until = DateField("until_on", today_on)
        self._until.is_needed = False
        self._allowers: Sequence[EmployeeRow] = ()
        self._stop = Stop.DAY
        super().__init__([self._who, self._words, self._reason, self._until])
        for field in self.fields:
            field.is_drafted = False

    def retranslate(self) -> None:
        """Write every fixed text."""
        self._who.set_caption(self.tr("Who lets it pass"))
        self._words.set_caption(self.tr("PIN or password"))
        self._reason.set_caption(self.tr("Why"))
        self._until.set_caption(self.tr("Until (empty: only this sale)"))
        self.button.setText(self.tr("Let it pass"))
        self.set_heading(self._heading())

    def ask(
        self, stop: Stop, allowers: Sequence[EmployeeRow], today_on: date, *, is_own: bool
    ) -> None:
        """Ask for somebody's word; of whoever has signed in, only why."""
        self._stop, self._allowers = stop, allowers
        self._who.set_choices([(row.employee_id.hex(), row.employee.name) for row in allowers])
        for field in (self._who, self._words):
            field.setVisible(not is_own)
        self._until.setVisible(stop is Stop.LIMIT)
        self._until.today_on = today_on
        self._until.set_value(None)
        for text_field in (self._words, self._reason):
            text_field.set_text("")
        self.begin(self._heading())
        if not is_own and not allowers:
            self.show_problem("", self.tr("Nobody here may let it pass; ask an admin."))

    def word(self) -> Word:
        """What is typed."""
        by = next((row for row in self._allowers if row.employee_id.hex() == self._who.key), None)
        return Word(by, self._words.text, self._reason.text, self._until.value)

    def show_refused(self, name: str, sentence: str) -> None:
        """What is wrong; words that were refused are typed again."""
        if name == "password":
            self._words.set_text("")
        self.show_problem(name, sentence)

    def _heading(self) -> str:
        if self._stop is Stop.LIMIT:
            return self.tr("Let it pass over the limit")
        return self.tr("Let it pass with this date")
