"""Quiet pieces: cards, chips, facts, and the row that a form ends with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from collectiq_desktop.ui.theme import Tone, set_role, set_tone
from collectiq_desktop.ui.widgets.field import TextField


def label(role: str = "", text: str = "") -> QLabel:
    """A label in one of the roles of the style sheet, always plain text."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    return made


def beside_input(widget: QWidget) -> QVBoxLayout:
    """A widget at the height of the inputs beside it, wherever their errors end."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(label("caption", " "))
    column.addWidget(widget)
    column.addStretch(1)
    return column


class ElidedLabel(QLabel):
    """A label of one line that ends in … where there is no room; a name may be long."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(24)

    def setText(self, text: str) -> None:
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def whole(self) -> str:
        """The text, uncut."""
        return self._whole

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        hint.setWidth(self.fontMetrics().horizontalAdvance(self._whole) + 2)
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        mode = Qt.TextElideMode.ElideRight
        super().setText(self.fontMetrics().elidedText(self._whole, mode, self.width()))


class Card(QFrame):
    """A panel with an optional heading; `body` is where its contents go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.heading = label("heading")
        self.note = label("strong")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(14, 12, 14, 12)
        self.body.setSpacing(6)
        self._head = QHBoxLayout()
        self._head.addWidget(self.heading)
        self._head.addStretch(1)
        self._head.addWidget(self.note)
        self.body.addLayout(self._head)
        self.heading.hide()
        self.note.hide()

    def set_heading(self, text: str) -> None:
        """The card's heading."""
        self.heading.setText(text)
        self.heading.setVisible(bool(text))

    def set_note(self, text: str, tone: Tone = Tone.INK) -> None:
        """A few words at the right of the heading."""
        self.note.setText(text)
        set_tone(self.note, tone)
        self.note.setVisible(bool(text))


class Chip(QLabel):
    """A state in a word or two, one row high."""

    def __init__(self, text: str = "", tone: Tone = Tone.ACCENT) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "chip")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_tone(self, tone)

    def show_state(self, text: str, tone: Tone) -> None:
        """Another state."""
        self.setText(text)
        set_tone(self, tone)


class Fact(NamedTuple):
    """A caption, what stands under it, and what its colour means."""

    caption: str
    text: str
    tone: Tone = Tone.INK
    note: str = ""
    note_tone: Tone = Tone.MUTED


class _FactLabels(NamedTuple):
    box: QWidget
    caption: QLabel
    text: QLabel
    note: QLabel


def _fact_labels(role: str) -> _FactLabels:
    box = QWidget()
    labels = _FactLabels(box, label("caption"), label(role), label("strong"))
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    for widget in labels[1:]:
        layout.addWidget(widget)
    return labels


def _show_fact(labels: _FactLabels, fact: Fact) -> None:
    labels.caption.setText(fact.caption)
    labels.text.setText(fact.text)
    set_tone(labels.text, fact.tone)
    labels.note.setText(fact.note)
    labels.note.setVisible(bool(fact.note))
    set_tone(labels.note, fact.note_tone)
    set_role(labels.note, "muted" if fact.note_tone is Tone.MUTED else "strong")


class FactStrip(Card):
    """Facts in one line, and chips at its right end."""

    def __init__(self) -> None:
        super().__init__()
        self._facts: list[_FactLabels] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(20)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(10)
        self._row.addStretch(1)
        self._row.addLayout(self._chips)
        self.body.addLayout(self._row)
        # It never widens the card: what has no room is cut off with dots.
        self.line = ElidedLabel("strong")
        self.body.addWidget(self.line)
        self.line.hide()

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these facts in place of those before."""
        while len(self._facts) < len(facts):
            labels = _fact_labels("fact")
            self._row.insertWidget(len(self._facts), labels.box, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.append(labels)
        for number, labels in enumerate(self._facts):
            labels.box.setVisible(number < len(facts))
            if number < len(facts):
                _show_fact(labels, facts[number])

    def show_line(self, words: str, tone: Tone = Tone.INK) -> None:
        """A few words under the facts; none hide the line."""
        self.line.setText(words)
        set_tone(self.line, tone)
        self.line.setVisible(bool(words))

    def show_chips(self, chips: Sequence[tuple[str, Tone]]) -> None:
        """Show these chips in place of those before."""
        _clear(self._chips)
        for text, tone in chips:
            self._chips.addWidget(Chip(text, tone))


class FactCard(Card):
    """One figure with its caption and a line under it."""

    def __init__(self) -> None:
        super().__init__()
        self._labels = _fact_labels("figure")
        self.body.addWidget(self._labels.box, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addStretch(1)

    def show_fact(self, fact: Fact) -> None:
        """Show a fact."""
        _show_fact(self._labels, fact)


class CommitRow(QWidget):
    """What a voucher ends with: its narration, why it is posted anew, and saving.

    Signals:
        save: the button was pressed.
    """

    save = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.narration = TextField("narration")
        self.narration.caption.hide()
        self.reason = TextField("reason")
        self.reason.caption.hide()
        self.caption, self.why = label("muted"), label("muted")
        self.message = label("strong")
        self.message.setWordWrap(True)
        self.message.hide()
        self.button = QPushButton()
        self.button.setProperty("role", "primary")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.save)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.caption)
        row.addWidget(self.narration, 1)
        row.addWidget(self.why)
        row.addWidget(self.reason, 1)
        row.addWidget(self.button)
        for caption in (self.caption, self.why):
            caption.setContentsMargins(0, 7, 0, 0)
        for widget in (self.caption, self.why, self.button):
            row.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
        self.ask_why(is_asked=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.message)
        layout.addLayout(row)

    def set_texts(self, narration: str, save: str, why: str = "") -> None:
        """The words of the row in the language that holds now."""
        self.caption.setText(narration)
        self.narration.input.setAccessibleName(narration)
        self.why.setText(why)
        self.reason.input.setAccessibleName(why)
        self.button.setText(save)

    def ask_why(self, *, is_asked: bool) -> None:
        """Whether the reason is asked for."""
        self.reason.set_text("")
        self.why.setVisible(is_asked)
        self.reason.setVisible(is_asked)

    def show_message(self, sentence: str, tone: Tone = Tone.INK) -> None:
        """A sentence over the row; an empty one takes it away."""
        self.message.setText(sentence)
        set_tone(self.message, tone)
        self.message.setVisible(bool(sentence))


def _clear(layout: QLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            # Hidden, because Qt shows a new one later, and alone it would be a window.
            widget.hide()
            widget.deleteLater()
