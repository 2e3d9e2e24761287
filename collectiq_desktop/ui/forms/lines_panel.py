"""Lines of a voucher: typed into a row of fields, kept in a table under it.

Enter walks the row and puts the line into the table; Enter in an empty row
goes on. Down goes to the table; Enter on a line there takes it back into the row.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.widgets.field import Field
from collectiq_desktop.ui.widgets.pick_field import PickField
from collectiq_desktop.ui.widgets.walk import Walk

Row = TypeVar("Row")


class LinesPanel(Field, Generic[Row]):
    """Fields over a table, walked as one field of the form.

    Signals:
        put: the row of fields is to become a line; the place it was taken
            from, -1 for a new one.
        removed: the line at a place is not wanted.
    """

    put = Signal(int)
    removed = Signal(int)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[Any]],
        typed: Sequence[tuple[Field, int]],
        parent: QWidget | None = None,
    ) -> None:
        self.model: RowsModel[Row] = RowsModel(columns)
        self.table = Table(self.model)
        super().__init__(name, parent)
        self.typed = [field for field, _width in typed]
        self._place = -1
        self.caption.hide()
        self._lay_out(typed)
        self._typed_walk = Walk(self.typed, self)
        self._typed_walk.finished.connect(self._put)
        self.typed[0].went_back.connect(self.went_back)
        self.table.chosen.connect(self._take_back)
        self.table.left_upwards.connect(self.focus_all)
        for field in self.typed:
            field.input.installEventFilter(self)

    @abstractmethod
    def load(self, row: Row) -> None:
        """Put a line back into the row of fields."""

    @abstractmethod
    def clear_typed(self) -> None:
        """Empty the row of fields."""

    def _make_input(self) -> QWidget:
        return self.table

    @abstractmethod
    def is_half_typed(self) -> bool:
        """Whether something stands in the row of fields."""

    def take(self) -> bool:
        """Whether nothing half-typed is left: what stands in the row becomes a line first."""
        if not self.is_half_typed():
            return True
        if not self._typed_walk.take_all():
            return False
        self._put()
        return not self.is_half_typed()

    def focus_all(self) -> None:
        self.typed[0].focus_all()

    def skip(self) -> None:
        """Enter in an empty row: the form goes on."""
        self.entered.emit()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """The lines as they are now; what stands in the row of fields stays."""
        self.model.set_rows(rows)

    def free(self) -> None:
        """Empty the row of fields for the next line."""
        self.clear_problem()
        self._place = -1
        self.clear_typed()

    def show_problem(self, sentence: str, *, takes_focus: bool = True) -> None:
        super().show_problem(sentence, takes_focus=False)
        if sentence and takes_focus and not self.has_focus():
            self.focus_all()

    def has_focus(self) -> bool:
        """Whether the cursor is in the row or in the table."""
        return any(w.hasFocus() for w in (self.table, *(f.input for f in self.typed)))

    def remove_current(self) -> None:
        """Take away what stands in the row, else the line under the cursor."""
        if self._place < 0 and self.is_half_typed():
            self.free()
            self.focus_all()
            return
        place = self._place if self._place >= 0 else self.table.current_row
        if place >= 0:
            self.free()
            self.removed.emit(place)
            self.focus_all()

    def go_to_table(self) -> None:
        """Put the cursor on the lines."""
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down in the row of fields goes to the lines under it."""
        is_down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if is_down and event.type() == QEvent.Type.KeyPress and isinstance(watched, QLineEdit):
            lists = [f for f in self.typed if isinstance(f, PickField) and f.is_list_shown()]
            if not lists and self.model.rowCount():
                self.go_to_table()
                return True
        return super().eventFilter(watched, event)

    def _put(self) -> None:
        self.put.emit(self._place)

    def _take_back(self, place: int) -> None:
        row = self.model.row_at(place)
        if row is not None:
            self._place = place
            self.load(row)
            self.focus_all()

    def _key(self, _event: QKeyEvent) -> bool:
        """The table has its own keys."""
        return False

    def _lay_out(self, typed: Sequence[tuple[Field, int]]) -> None:
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.takeAt(layout.count() - 1)
        row = QHBoxLayout()
        row.setSpacing(10)
        for field, width in typed:
            if width:
                field.setFixedWidth(width)
            row.addWidget(field, 0 if width else 1, Qt.AlignmentFlag.AlignTop)
        layout.insertLayout(0, row)
        layout.removeWidget(self.problem)
        layout.insertWidget(1, self.problem)
        layout.setStretch(layout.indexOf(self.table), 1)
