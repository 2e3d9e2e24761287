"""How this user likes the screens: language, light or dark, and the words for debit and credit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collectiq_desktop.ui.kit import Taste
from collectiq_desktop.ui.plain_words import BOOKS_WORDS, PLAIN_WORDS
from collectiq_desktop.ui.screen import GAP
from collectiq_desktop.ui.widgets.field import ChoiceField
from collectiq_desktop.ui.widgets.pieces import Card, label
from collectiq_desktop.ui.widgets.walk import Walk

# Each language is called by its own name, whatever is spoken now.
_LANGUAGES = (("en", "English"), ("hi", "हिन्दी"))


class TastePage(QWidget):
    """Three choices, each seen at once."""

    def __init__(self, taste: Taste | None) -> None:
        super().__init__()
        self._taste = taste
        self.language = ChoiceField("language")
        self.appearance = ChoiceField("appearance")
        self.words = ChoiceField("words")
        self.card = Card()
        self.note = label("muted")
        self._lay_out()
        self.walk = Walk([self.language, self.appearance, self.words], self)
        self.show_choices()
        self.language.changed.connect(self._speak)
        self.appearance.changed.connect(self._show)
        self.words.changed.connect(self._say)

    def retranslate(self) -> None:
        """Write every fixed text."""
        self.card.set_heading(self.tr("How the screens look and speak"))
        self.note.setText(
            self.tr(
                "For this user on this machine; seen at once. Papers keep the party's language."
            )
        )
        self.language.set_caption(self.tr("Language"))
        self.appearance.set_caption(self.tr("Appearance"))
        self.words.set_caption(self.tr("Words for debit and credit"))
        for field in (self.language, self.appearance, self.words):
            field.blockSignals(True)
        self.language.set_choices(_LANGUAGES)
        self.appearance.set_choices([("light", self.tr("Light")), ("dark", self.tr("Dark"))])
        self.words.set_choices(
            [
                (BOOKS_WORDS, self.tr("Debit and credit")),
                (PLAIN_WORDS, self.tr("You gave, you got")),
            ]
        )
        self.show_choices()
        for field in (self.language, self.appearance, self.words):
            field.blockSignals(False)

    def show_choices(self) -> None:
        """What is chosen now, also by a key elsewhere."""
        if self._taste is not None:
            self.language.set_key(self._taste.language)
            self.appearance.set_key(self._taste.appearance)
            self.words.set_key(self._taste.words)

    def _speak(self) -> None:
        if self._taste is not None and self.language.key != self._taste.language:
            self._taste.speak(self.language.key)

    def _show(self) -> None:
        if self._taste is not None and self.appearance.key != self._taste.appearance:
            self._taste.show(self.appearance.key)

    def _say(self) -> None:
        if self._taste is not None and self.words.key != self._taste.words:
            self._taste.say_with(self.words.key)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for field in (self.language, self.appearance, self.words):
            field.setFixedWidth(240)
            row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.card.body.addLayout(row)
        self.card.body.addWidget(self.note)
        column.addWidget(self.card)
        column.addStretch(1)
