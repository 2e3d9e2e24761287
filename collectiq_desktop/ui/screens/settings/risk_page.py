"""How scores are made: which counter works them out, what they speak of, how many calls a day."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.risk import RiskSettings
from collectiq_desktop.core.queries.risk import CounterChoice, ScoringSetup
from collectiq_desktop.ui import text
from collectiq_desktop.ui.screen import GAP
from collectiq_desktop.ui.screens.settings.scoring import ScoringTexts
from collectiq_desktop.ui.widgets.field import ChoiceField, TextField
from collectiq_desktop.ui.widgets.pieces import Card, label
from collectiq_desktop.ui.widgets.walk import Walk


class RiskPage(QWidget):
    """Four fields.

    Signals:
        save_wanted: what is typed (ScoringTexts).
    """

    save_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._setup: ScoringSetup | None = None
        self.counter, self.over_days = ChoiceField("counter"), TextField("over_days")
        self.within_days, self.calls_a_day = TextField("within_days"), TextField("calls_a_day")
        self._card, self._note = Card(), label("muted")
        self._lay_out()
        self.walk = Walk([self.counter, *self._figures], self)
        self.walk.finished.connect(self.save)

    @property
    def _figures(self) -> tuple[TextField, TextField, TextField]:
        return self.over_days, self.within_days, self.calls_a_day

    def retranslate(self) -> None:
        """Write every fixed text."""
        self._card.set_heading(self.tr("How risk is worked out"))
        self.counter.set_caption(self.tr("Counter that works it out"))
        self.over_days.set_caption(self.tr("Bill overdue by more than, days"))
        self.within_days.set_caption(self.tr("within the next, days"))
        self.calls_a_day.set_caption(self.tr("Calls a day, if counted"))
        self._note.setText(
            self.tr(
                "One counter of the firm works out the scores once a day, while nobody works at "
                "it; all others show the same. A score is the chance of a bill so many days "
                "overdue within so many days. With fewer calls a day, reminders begin later. "
                "Other days are learned anew with the next working out."
            )
        )
        if self._setup is not None:
            self.show_setup(self._setup)

    def show_setup(self, setup: ScoringSetup) -> None:
        """How scores are made now."""
        self._setup = setup
        choices = [(each.device_id.hex(), _counter_words(each)) for each in setup.counters]
        self.counter.set_choices([("", self.tr("The firm's first")), *choices])
        self.counter.set_key(setup.chosen_id.hex() if setup.chosen_id else "")
        self._show_settings(setup.settings)

    def _show_settings(self, settings: RiskSettings) -> None:
        self.over_days.set_text(str(settings.over_days))
        self.within_days.set_text(str(settings.within_days))
        self.calls_a_day.set_text(str(settings.calls_a_day or ""))

    def show_problem(self, field: str, sentence: str) -> bool:
        """What is wrong, at its field; False where none of these is meant."""
        return self.walk.show_problem(field, sentence)

    def save(self) -> None:
        """Ask for what is typed to be saved."""
        self.walk.clear_problems()
        figures = (field.text for field in self._figures)
        self.save_wanted.emit(ScoringTexts(self.counter.key, *figures))

    def _lay_out(self) -> None:
        self._note.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for field, width in zip((self.counter, *self._figures), (260, 230, 190, 190), strict=True):
            field.setFixedWidth(width)
            row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self._card.body.addLayout(row)
        self._card.body.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        column.addStretch(1)


def _counter_words(counter: CounterChoice) -> str:
    return " · ".join(filter(None, (counter.name, counter.series_code))) or text.NONE
