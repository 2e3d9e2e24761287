"""A field: a label over an input, and an error line under it.

The fields of a form are walked by Enter; `Walk` knows their order. What is
typed is never lost: an error leaves it standing and takes the cursor back.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.calendar import format_date, parse_short_date
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.money import format_inr, parse_amount
from collectiq_desktop.ui import text
from collectiq_desktop.ui.theme import Tone, set_tone

Value = TypeVar("Value")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Field(QWidget):
    """The base of all fields.

    Signals:
        entered: Enter was pressed and what is typed can be taken.
        went_back: Backspace was pressed in an empty field.
        changed: something else is typed.
    """

    entered = Signal()
    went_back = Signal()
    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        # Whether what stands here is kept while it is half typed.
        self.is_drafted = True
        self.caption = QLabel()
        self.caption.setProperty("role", "caption")
        self.problem = QLabel()
        self.problem.setProperty("role", "error")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.input = self._make_input()
        self.input.installEventFilter(self)
        self.setFocusProxy(self.input)
        self.caption.setBuddy(self.input)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self.caption, self.input, self.problem):
            layout.addWidget(widget)
        layout.addStretch(1)

    def _make_input(self) -> QWidget:
        return QLineEdit()

    def set_caption(self, text: str) -> None:
        """The label over the input; Alt+letter in it means nothing here."""
        self.caption.setText(text.replace("&", "&&"))
        self.input.setAccessibleName(text)

    def show_problem(self, sentence: str, *, takes_focus: bool = True) -> None:
        """Say what is wrong, and bring the cursor back."""
        words = text.sentence(sentence)
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.input.setAccessibleDescription(words)
        set_tone(self.input, Tone.BAD if sentence else Tone.INK)
        if sentence and takes_focus:
            self.focus_all()

    def clear_problem(self) -> None:
        """Take the error line away."""
        if self.problem.text():
            self.show_problem("")

    def focus_all(self) -> None:
        """Put the cursor here, so that typing replaces what stands here."""
        self.input.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(self.input, QLineEdit):
            self.input.selectAll()

    def take(self) -> bool:
        """Whether what is typed can be taken; if not, the field says why."""
        return True

    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return isinstance(self.input, QLineEdit) and not self.input.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Of a window that is gone Python takes the parts away first, and Qt goes on telling.
        if watched is not self.__dict__.get("input"):
            return False
        if isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._key(event)
        if event.type() == QEvent.Type.FocusOut:
            self._left()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        """Act on a key; whether it was ours."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if self.take():
                self.clear_problem()
                self.entered.emit()
            return True
        if event.key() == Qt.Key.Key_Backspace and self.is_empty():
            self.went_back.emit()
            return True
        return False

    def _left(self) -> None:
        """The focus goes elsewhere."""
        self.update()


class TextField(Field):
    """Plain words."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.line.textEdited.connect(self._edited)

    @property
    def line(self) -> QLineEdit:
        """The line that is typed into."""
        assert isinstance(self.input, QLineEdit)
        return self.input

    @property
    def text(self) -> str:
        """What is typed, without spaces around it."""
        return self.line.text().strip()

    def set_text(self, text: str) -> None:
        """Put words here."""
        self.line.setText(text)

    def _edited(self, _text: str) -> None:
        self.clear_problem()
        self.changed.emit()


class SecretField(TextField):
    """Words that nobody may read over a shoulder; they are kept nowhere."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.is_drafted = False

    def _make_input(self) -> QWidget:
        line = QLineEdit()
        line.setEchoMode(QLineEdit.EchoMode.Password)
        return line

    @property
    def text(self) -> str:
        """What is typed, as it is."""
        return self.line.text()


class ParsedField(TextField, Generic[Value]):
    """Words that mean a value; an error while leaving stays with the field.

    Args:
        is_needed: an empty field cannot be taken.
    """

    def __init__(
        self, name: str, *, is_needed: bool = False, parent: QWidget | None = None
    ) -> None:
        self.is_needed = is_needed
        super().__init__(name, parent)

    @abstractmethod
    def parse(self, text: str) -> Value:
        """The value behind the words.

        Raises:
            BadInput: with the sentence for the person.
        """

    def shown(self, value: Value) -> str:
        """The value as it is written when the field is left."""
        return str(value)

    @property
    def value(self) -> Value | None:
        """The value, None for an empty field or one that cannot be read."""
        try:
            return self.parse(self.text) if self.text else None
        except BadInput:
            return None

    def set_value(self, value: Value | None) -> None:
        """Show a value; None empties the field."""
        self.set_text("" if value is None else self.shown(value))
        self.clear_problem()

    def take(self) -> bool:
        if not self.text and not self.is_needed:
            return True
        try:
            self._write(self.parse(self.text))
        except BadInput as error:
            self.show_problem(error.message)
            return False
        return True

    def _left(self) -> None:
        value = self.value
        if value is not None:
            self._write(value)

    def _write(self, value: Value) -> None:
        """Write a value as it is shown; what a person typed is still theirs."""
        is_typed = self.line.isModified()
        self.line.setText(self.shown(value))
        self.line.setModified(is_typed)


class AmountField(ParsedField[int]):
    """A sum in paise: arithmetic is worked out, lakh commas come on leaving."""

    def __init__(
        self, name: str, *, is_needed: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, is_needed=is_needed, parent=parent)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def parse(self, text: str) -> int:
        return parse_amount(text, field=self.name)

    def shown(self, value: int) -> str:
        return format_inr(value)


class DateField(ParsedField[date]):
    """A day, typed as Tally takes it and completed from today."""

    def __init__(self, name: str, today_on: date, parent: QWidget | None = None) -> None:
        self.today_on = today_on
        super().__init__(name, is_needed=True, parent=parent)
        self.line.setText(format_date(today_on))

    def parse(self, text: str) -> date:
        return parse_short_date(text, today_on=self.today_on, field=self.name)

    def shown(self, value: date) -> str:
        return format_date(value)


class ChoiceField(Field):
    """One of a few; its first letter chooses."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._keys: list[str] = []
        self.box.activated.connect(self._chosen)
        self.box.currentIndexChanged.connect(self._chosen)

    def _make_input(self) -> QWidget:
        return QComboBox()

    @property
    def box(self) -> QComboBox:
        """The box that is chosen from."""
        assert isinstance(self.input, QComboBox)
        return self.input

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """The choices as (key, words); the one chosen stays."""
        chosen = self.key
        self.box.blockSignals(True)
        self.box.clear()
        self._keys = [key for key, _words in choices]
        self.box.addItems([words for _key, words in choices])
        if chosen in self._keys:
            self.box.setCurrentIndex(self._keys.index(chosen))
        self.box.blockSignals(False)

    @property
    def key(self) -> str:
        """The key of what is chosen, empty for nothing."""
        index = self.box.currentIndex()
        return self._keys[index] if 0 <= index < len(self._keys) else ""

    def set_key(self, key: str) -> None:
        """Choose."""
        if key in self._keys:
            self.box.setCurrentIndex(self._keys.index(key))

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Backspace:
            self.went_back.emit()
            return True
        return super()._key(event)

    def _chosen(self, _index: int) -> None:
        self.clear_problem()
        self.changed.emit()
