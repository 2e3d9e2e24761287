"""Pinning a category: which, until when, and why; Enter walks, the last Enter saves."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from collectiq_desktop.core.domain.risk import Category, Pinned
from collectiq_desktop.ui.foretold.words import category_words
from collectiq_desktop.ui.screens.party_risk.presenter import PinWish
from collectiq_desktop.ui.widgets.field import ChoiceField, DateField, TextField
from collectiq_desktop.ui.widgets.pieces import Card
from collectiq_desktop.ui.widgets.walk import Walk

_USUAL_DAYS = 30


class PinCard(Card):
    """Hidden until somebody wants to pin.

    Signals:
        wished: what is to be pinned (PinWish).
    """

    wished = Signal(object)

    def __init__(self, today_on: date) -> None:
        super().__init__()
        self._category = ChoiceField("category")
        self._until = DateField("until_on", today_on)
        self._reason = TextField("reason")
        self._category.setFixedWidth(200)
        self._until.setFixedWidth(140)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._category)
        row.addWidget(self._until)
        row.addWidget(self._reason, 1)
        self.body.addLayout(row)
        self._walk = Walk((self._category, self._until, self._reason), self)
        self._walk.finished.connect(self._finished)
        self.hide()

    def begin(self, pin: Pinned | None) -> None:
        """Ask, beginning with the pin that holds."""
        usual_on = self._until.today_on + timedelta(days=_USUAL_DAYS)
        self._walk.clear_problems()
        self._category.set_key(pin.category.value if pin is not None else Category.WATCH.value)
        self._until.set_value(pin.until_on if pin is not None else usual_on)
        self._reason.set_text("")
        self.show()
        self._category.focus_all()

    def give_up(self) -> bool:
        """Esc: whether somebody was about to pin."""
        was_open = self.isVisible()
        self.hide()
        return was_open

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        if not self._walk.show_problem(field, sentence):
            self._reason.show_problem(sentence)

    def retranslate(self) -> None:
        """Write the captions."""
        categories = [(each.value, category_words(each)) for each in Category]
        self.set_heading(self.tr("Pin a category"))
        self._category.set_caption(self.tr("Category"))
        self._category.set_choices([*categories, ("", self.tr("As foretold, no pin"))])
        self._until.set_caption(self.tr("Until"))
        self._reason.set_caption(self.tr("Why"))

    def _finished(self) -> None:
        until_on = self._until.value
        if until_on is None:
            self._until.take()
            return
        key = self._category.key
        category = Category(key) if key else None
        self.wished.emit(PinWish(category, until_on, self._reason.text))
