"""The head of a report: its title, and for which branch, area, beat and day it is made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from collectiq_desktop.ui.widgets.area_field import AreaField
from collectiq_desktop.ui.widgets.branch_field import BranchField
from collectiq_desktop.ui.widgets.field import ChoiceField, DateField
from collectiq_desktop.ui.widgets.pieces import ElidedLabel, label


class _Counts(QObject):
    """Counted words; Qt's tools see a plural only in a `tr`."""

    def parties(self, count: int) -> str:
        return self.tr("%n parties", "", count)


def parties_words(count: int) -> str:
    """So many parties: 1 party, 201 parties."""
    return _Counts().parties(count)


class ReportHead(QWidget):
    """Title, a note beside it, branch, area, beat and day.

    Signals:
        changed: another branch, area or beat, or a day that can be read, is wanted.
        left: Enter was pressed: the cursor goes on to the report.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, today_on: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.note = label("title"), ElidedLabel("muted")
        self.branch, self.area, self.beat = BranchField(), AreaField(), ChoiceField("beat")
        self.on = DateField("on", today_on)
        self._beats: tuple[str, ...] = ()
        self._shown_on = today_on
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(10)
        # Beside the inputs, and there it stays when an error line opens under one of them.
        self.title.setContentsMargins(0, 18, 0, 0)
        self.note.setContentsMargins(0, 27, 0, 0)
        self.row.addWidget(self.title, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(self.note, 1, Qt.AlignmentFlag.AlignTop)
        self.beat.setFixedWidth(150)
        self.on.setFixedWidth(124)
        for field in (self.branch, self.area, self.beat, self.on):
            self.row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        for choice in (self.branch, self.area, self.beat):
            choice.changed.connect(self.changed)
            choice.entered.connect(self.left)
        self.on.entered.connect(self._day_entered)
        self.on.line.editingFinished.connect(self._day_changed)

    @property
    def as_of_on(self) -> date:
        """The day that holds; what cannot be read changes nothing."""
        return self._shown_on

    def begin(self, today_on: date, as_of_on: date) -> None:
        """Stand on a day, for all beats."""
        self.on.today_on = today_on
        self._shown_on = as_of_on
        self.on.set_value(as_of_on)
        self.beat.set_key("")
        self.branch.set_key("")
        self.area.set_key("")

    def give_up(self) -> bool:
        """Esc in a field: what holds stands there again; whether the cursor was in one."""
        if not any(each.input.hasFocus() for each in (self.on, self.beat, self.area, self.branch)):
            return False
        self.on.set_value(self._shown_on)
        self.left.emit()
        return True

    def show_beats(self, beats: Sequence[str]) -> None:
        """The beats there are to choose from."""
        self._beats = tuple(beats)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the captions."""
        everyone = QCoreApplication.translate("ReportHead", "All beats")
        self.beat.set_caption(QCoreApplication.translate("ReportHead", "Beat"))
        self.beat.set_choices([("", everyone), *((beat, beat) for beat in self._beats)])
        self.branch.retranslate()
        self.area.retranslate()
        self.on.set_caption(QCoreApplication.translate("ReportHead", "As of"))

    def _day_entered(self) -> None:
        self._day_changed()
        self.left.emit()

    def _day_changed(self) -> None:
        on = self.on.value
        if on is not None and on != self._shown_on:
            self._shown_on = on
            self.changed.emit()
