"""The period of a report: two days, chosen by F2 for one and Alt+F2 for both."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from collectiq_desktop.ui import text
from collectiq_desktop.ui.widgets.field import DateField
from collectiq_desktop.ui.widgets.pieces import label

_DAY_PIXELS = 118


class Period(NamedTuple):
    """A first and a last day, both inside."""

    from_on: date
    to_on: date


def period_words(period: Period) -> str:
    """The period as a title says it: one day with its name, or two days."""
    if period.from_on == period.to_on:
        return text.long_day(period.from_on)
    words = QCoreApplication.translate("Period", "%1 to %2")
    return text.filled(words, text.day(period.from_on), text.day(period.to_on))


class PeriodTitle(QWidget):
    """A report's title, and beside it the period that it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.period = label("title"), label("muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.period, 1, Qt.AlignmentFlag.AlignBottom)


class PeriodFields(QWidget):
    """Two date fields that give a period when Enter is pressed in the last one.

    Signals:
        chosen: another period, or the same again; the fields are done.
    """

    chosen = Signal(object)

    def __init__(self, today_on: date) -> None:
        super().__init__()
        self.first = DateField("from_on", today_on)
        self.last = DateField("to_on", today_on)
        self._shown = Period(today_on, today_on)
        self._is_one_day = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for field in (self.first, self.last):
            field.setFixedWidth(_DAY_PIXELS)
            row.addWidget(field)
        self.first.entered.connect(self._first_entered)
        self.last.entered.connect(self._last_entered)
        self.last.went_back.connect(self.first.focus_all)

    @property
    def is_typed_into(self) -> bool:
        """Whether the cursor is in one of the days."""
        return self.first.input.hasFocus() or self.last.input.hasFocus()

    def retranslate(self) -> None:
        """Write the captions."""
        self.first.set_caption(self.tr("From"))
        self.last.set_caption(self.tr("To"))

    def show_period(self, period: Period, today_on: date) -> None:
        """Show a period that holds; short days are completed from today."""
        self._shown = period
        self.first.today_on = self.last.today_on = today_on
        self.first.set_value(period.from_on)
        self.last.set_value(period.to_on)

    def restore(self) -> None:
        """Drop what is half typed."""
        self.first.set_value(self._shown.from_on)
        self.last.set_value(self._shown.to_on)

    def begin_day(self) -> None:
        """Ask for one day."""
        self._is_one_day = True
        self.first.focus_all()

    def begin_period(self) -> None:
        """Ask for the first and the last day."""
        self._is_one_day = False
        self.first.focus_all()

    def _first_entered(self) -> None:
        if self._is_one_day:
            self.last.set_value(self.first.value)
            self._last_entered()
        else:
            self.last.focus_all()

    def _last_entered(self) -> None:
        from_on, to_on = self.first.value, self.last.value
        if from_on is None or to_on is None:
            self.first.take()
            return
        if to_on < from_on:
            self.last.show_problem(self.tr("It ends before it begins."))
            return
        self._is_one_day = False
        self.chosen.emit(Period(from_on, to_on))
