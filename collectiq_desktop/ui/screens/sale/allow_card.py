"""The box at a credit stop: who lets the sale pass, by which words, why, and for how long."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from collectiq_desktop.core.queries.employees import EmployeeRow
from collectiq_desktop.ui.collecting.deed import DeedCard
from collectiq_desktop.ui.screens.sale.presenter import Word
from collectiq_desktop.ui.widgets.field import ChoiceField, DateField, SecretField, TextField


class AllowCard(DeedCard):
    """Hidden until a sale is stopped, or Ctrl+L asks for it."""

    def __init__(self, today_on: date) -> None:
        self._who = ChoiceField("who")
        self._words = SecretField("password")
        self._reason = TextField("reason")
        self._until = DateField("until_on", today_on)
        self._until.is_needed = False
        self._allowers: Sequence[EmployeeRow] = ()
        super().__init__([self._who, self._words, self._reason, self._until])

    def retranslate(self) -> None:
        """Write every fixed text."""
        self._who.set_caption(self.tr("Who lets it pass"))
        self._words.set_caption(self.tr("PIN or password"))
        self._reason.set_caption(self.tr("Why"))
        self._until.set_caption(self.tr("Until (empty: only this sale)"))
        self.button.setText(self.tr("Let it pass"))
        self.set_heading(self.tr("Let it pass over the limit"))

    def ask(self, allowers: Sequence[EmployeeRow], today_on: date, *, is_own: bool) -> None:
        """Ask for somebody's word; of whoever has signed in, only why."""
        self._allowers = allowers
        self._who.set_choices([(row.employee_id.hex(), row.employee.name) for row in allowers])
        for field in (self._who, self._words):
            field.setVisible(not is_own)
        self._until.today_on = today_on
        self._until.set_value(None)
        for text_field in (self._words, self._reason):
            text_field.set_text("")
        self.begin(self.tr("Let it pass over the limit"))
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
