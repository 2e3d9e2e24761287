"""Walking a form: Enter goes on, Backspace in an empty field goes back, the last Enter saves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from collectiq_desktop.ui.widgets.field import Field


class Walk(QObject):
    """The order of a form's fields; hidden and disabled ones are passed over.

    Signals:
        finished: Enter was pressed in the last field.
    """

    finished = Signal()

    def __init__(self, fields: Sequence[Field], parent: QWidget) -> None:
        super().__init__(parent)
        self._fields = list(fields)
        for field in self._fields:
            field.entered.connect(self._go_on)
            field.went_back.connect(self._go_back)
        for before, after in zip(self._fields, self._fields[1:], strict=False):
            QWidget.setTabOrder(before.input, after.input)

    def field(self, name: str) -> Field | None:
        """The field of that name."""
        return next((each for each in self._fields if each.name == name), None)

    def show_problem(self, name: str | None, sentence: str) -> bool:
        """Say at a field what is wrong; False where there is no such field."""
        field = self.field(name or "")
        if field is None or not _is_open(field):
            return False
        field.show_problem(sentence)
        return True

    def clear_problems(self) -> None:
        """Take every error line away."""
        for field in self._fields:
            field.clear_problem()

    def take_all(self) -> bool:
        """Whether every field can be taken; the first that cannot has the cursor."""
        return all(field.take() for field in self._fields if _is_open(field))

    def _go_on(self) -> None:
        self._go(1)

    def _go_back(self) -> None:
        self._go(-1)

    def _go(self, step: int) -> None:
        sender = self.sender()
        if not isinstance(sender, Field):
            return
        place = self._fields.index(sender) + step
        while 0 <= place < len(self._fields):
            if _is_open(self._fields[place]):
                self._fields[place].focus_all()
                return
            place += step
        if step > 0:
            self.finished.emit()


def _is_open(field: Field) -> bool:
    return field.isVisible() and field.isEnabled()
