"""A field that finds while it is typed into: a few letters, a list under it, Enter takes.

What is looked for is the subclass's. Enter that comes before the answer waits
for it, so that fast hands are never wrong.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import ROW_PIXELS, Table
from collectiq_desktop.ui.widgets.field import TextField

Hit = TypeVar("Hit")
MOST_HITS = 10
_LEAST_PIXELS = 620
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}


class PickList(QFrame):
    """The list under a field, over everything else; it never has the focus."""

    def __init__(self, model: RowsModel[Any]) -> None:
        super().__init__()
        self._model = model
        self.setProperty("role", "popup")
        self.hide()
        self.table = Table(model)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.horizontalHeader().hide()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(2, 2, 2, 2)
        inside.addWidget(self.table)

    def walk(self, step: int) -> None:
        """Move the cursor by some rows."""
        last = self._model.rowCount() - 1
        self.table.stand_on(max(0, min(last, self.table.current_row + step)))

    def show_under(self, field: QWidget) -> None:
        """Show the list under what is typed into."""
        window = field.window()
        if self.parent() is not window:
            self.setParent(window)
        rows = max(1, self._model.rowCount())
        corner = field.mapTo(window, QPoint(0, field.height() + 2))
        width = min(max(field.width(), _LEAST_PIXELS), window.width() - corner.x() - 12)
        self.setGeometry(corner.x(), corner.y(), width, rows * ROW_PIXELS + 10)
        self.show()
        self.raise_()


class PickField(TextField, Generic[Hit]):
    """Finds one of many.

    Signals:
        chosen: one was taken.
        left_empty: what was chosen is typed over.
    """

    chosen = Signal(object)
    left_empty = Signal()

    def __init__(
        self, name: str, columns: Sequence[Column[Any]], parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._taken: Hit | None = None
        self._waits_for_answer = False
        self._asking = ""
        self._asked = ""
        self._model: RowsModel[Hit] = RowsModel(columns)
        self._popup = PickList(self._model)
        self._popup.table.clicked.connect(self.take)
        self.destroyed.connect(self._popup.deleteLater)

    # What a subclass says ---------------------------------------------------------

    @abstractmethod
    def look_for(self, wanted: str) -> None:
        """Look for it, and hand what is found to `show_hits`, now or later."""

    @abstractmethod
    def words_of(self, hit: Hit) -> str:
        """What stands in the field once it is taken."""

    @abstractmethod
    def empty_words(self) -> str:
        """What to type, said when Enter comes in an empty field."""

    @abstractmethod
    def none_found_words(self) -> str:
        """What to do where nothing is found."""

    def forget_search(self) -> None:
        """What was asked for is not wanted any more."""
        self._asking = ""

    # What is taken ------------------------------------------------------------------

    @property
    def taken(self) -> Hit | None:
        """The one that was taken."""
        return self._taken

    @property
    def under_cursor(self) -> Hit | None:
        """The one that was taken, else the one that Enter would take."""
        if self._taken is not None or not self._popup.isVisible():
            return self._taken
        current: Hit | None = self._popup.table.current
        return current

    def set_taken(self, hit: Hit | None) -> None:
        """Show one as taken, or none."""
        self._taken = hit
        self._waits_for_answer = False
        self.set_text(self.words_of(hit) if hit is not None else "")
        self.clear_problem()
        self._popup.hide()

    def set_none_found_text(self, sentence: str) -> None:
        """What stands under the field while nothing is found."""
        self._popup.table.set_empty_text(sentence)

    def take(self) -> bool:
        if self._taken is not None:
            return True
        if not self.text:
            self.show_problem(self.empty_words())
            return False
        self._waits_for_answer = True
        if self._asked != self.text:
            self._search()
        self._take_answer()
        return False

    # Searching ------------------------------------------------------------------------

    def _edited(self, _text: str) -> None:
        if self._taken is not None:
            self._taken = None
            self.left_empty.emit()
        self._waits_for_answer = False
        super()._edited(_text)
        self._search()

    def _search(self) -> None:
        wanted = self.text
        if not wanted:
            self._asked = ""
            self.forget_search()
            self._popup.hide()
            return
        self._asking = wanted
        self.look_for(wanted)

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """The answer to the newest question; older ones never come."""
        if self._asking != self.text or self._taken is not None:
            return
        self._asked = self._asking
        self._model.set_rows(hits, is_anew=True)
        self._popup.table.stand_on(0)
        if self._waits_for_answer:
            self._take_answer()
        elif self.input.hasFocus():
            self._popup.show_under(self.input)

    def show_not_found(self, sentence: str) -> None:
        """The question cannot be answered."""
        self._waits_for_answer = False
        self.show_problem(sentence)

    def _take_answer(self) -> None:
        """Take the row under the cursor, if the answer to what is typed is here."""
        if self._asked != self.text or not self._waits_for_answer:
            return
        self._waits_for_answer = False
        hit = self._popup.table.current
        if hit is None:
            self.show_problem(self.none_found_words())
            return
        self.set_taken(hit)
        self.chosen.emit(hit)
        self.entered.emit()

    # Keys and the list ------------------------------------------------------------------

    def _key(self, event: QKeyEvent) -> bool:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self._popup.isVisible():
            self._popup.walk(step)
            return True
        if event.key() == Qt.Key.Key_Escape and self._popup.isVisible():
            self._popup.hide()
            return True
        return super()._key(event)

    def is_list_shown(self) -> bool:
        """Whether the list stands under the field."""
        return self._popup.isVisible()

    def close_list(self) -> bool:
        """Take the list away; whether there was one."""
        was_shown = self._popup.isVisible()
        self._popup.hide()
        return was_shown

    def _left(self) -> None:
        self._popup.hide()
