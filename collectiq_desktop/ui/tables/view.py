"""The table: rows of one height, widths that are given, keys and no mouse needed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from collectiq_desktop.ui.tables.cells import CellDelegate
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.models import PagedModel, RowsModel
from collectiq_desktop.ui.tables.titles import Titles
from collectiq_desktop.ui.theme import Tone, colour

ROW_PIXELS = 27
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_AHEAD_ROWS = 60


class Table(QTableView):
    """Shows one model.

    Signals:
        chosen: Enter was pressed on a row.
        ticked: Space was pressed on a row.
        moved: the cursor stands on another row; -1 for none.
        left_upwards: Up was pressed on the first row.
    """

    chosen = Signal(int)
    ticked = Signal(int)
    moved = Signal(int)
    left_upwards = Signal()

    def __init__(
        self,
        model: RowsModel[Any],
        *,
        identity_of: Callable[[Any], Hashable] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows_model = model
        self._identity_of = identity_of
        self._kept: tuple[int, Hashable] | None = None
        self._empty_text = ""
        self._goes_to_end = False
        self.setModel(model)
        self._cells = CellDelegate(self, model)
        self.setHorizontalHeader(Titles(model, self))
        self._set_form()
        self._set_widths()
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._return_to_place)
        model.rowsInserted.connect(self._stand_somewhere)
        self.selectionModel().currentRowChanged.connect(self._tell_move)
        self.verticalScrollBar().valueChanged.connect(self._fetch_ahead)

    @property
    def current_row(self) -> int:
        """The row of the cursor, -1 for none."""
        return self.currentIndex().row()

    @property
    def current(self) -> Any:
        """The record of the cursor's row, None for none."""
        return self._rows_model.row_at(self.current_row)

    def set_empty_text(self, text: str) -> None:
        """What stands here while there is no row, and the key that begins one."""
        self._empty_text = text
        self.viewport().update()

    def set_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Show the rows in other columns, each in its own width."""
        self._rows_model.set_columns(columns)
        self._set_widths()

    def stand_on(self, row: int, column: int | None = None) -> None:
        """Put the cursor on a row."""
        place = self._rows_model.index(row, max(0, self.currentIndex().column()))
        if column is not None:
            place = self._rows_model.index(row, column)
        if place.isValid():
            self.setCurrentIndex(place)

    def edit_cell(self, row: int, column: int) -> None:
        """Begin to type into a cell."""
        self.stand_on(row, column)
        self.edit(self._rows_model.index(row, column))

    # Form ---------------------------------------------------------------------

    def _set_form(self) -> None:
        self.setItemDelegate(self._cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        is_form = any(column.is_editable for column in self._rows_model.columns)
        typed = triggers.AnyKeyPressed | triggers.DoubleClicked
        self.setEditTriggers(typed if is_form else triggers.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW_PIXELS)
        rows.setDefaultSectionSize(ROW_PIXELS)

    def _set_widths(self) -> None:
        titles = self.horizontalHeader()
        for number, column in enumerate(self._rows_model.columns):
            if column.width:
                titles.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
                self.setColumnWidth(number, column.width)
            else:
                titles.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    # Keys ---------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        self._goes_to_end = key == Qt.Key.Key_End
        if key in _ENTER and self.state() != QAbstractItemView.State.EditingState:
            if self.current_row >= 0:
                self.chosen.emit(self.current_row)
            event.accept()
        elif key == Qt.Key.Key_Space:
            if self.current_row >= 0:
                self.ticked.emit(self.current_row)
        elif key == Qt.Key.Key_Up and self.current_row <= 0:
            self.left_upwards.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            last = self._rows_model.rowCount() - 1
            self.stand_on(0 if key == Qt.Key.Key_Home else last)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Typing in a table finds nothing by itself: the screen's search does that."""
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._stand_somewhere()

    def paintEvent(self, event: Any) -> None:
        self._cells.look_again()
        super().paintEvent(event)
        if self._empty_text and not self._rows_model.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(colour(Tone.MUTED))
            area = self.viewport().rect().adjusted(12, 18, -12, -12)
            where = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(area, where | Qt.TextFlag.TextWordWrap, self._empty_text)
            painter.end()

    # The cursor ---------------------------------------------------------------

    def _tell_move(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.moved.emit(now.row())
        self._fetch_ahead()

    def _fetch_ahead(self) -> None:
        """Ask for the next page before the end of this one is seen."""
        model = self._rows_model
        if isinstance(model, PagedModel):
            seen = self.rowAt(self.viewport().height() - 1)
            last = model.rowCount() - 1
            if seen < 0 or last - max(seen, self.current_row) < _AHEAD_ROWS:
                model.fetchMore()

    def _keep_place(self) -> None:
        row = self._rows_model.row_at(self.current_row)
        if row is None or self._rows_model.is_anew:
            self._kept = None
        else:
            identity = self._identity_of(row) if self._identity_of is not None else None
            self._kept = (self.current_row, identity)

    def _return_to_place(self) -> None:
        """After other rows: the same record where it is still here, else the same place."""
        kept, self._kept = self._kept, None
        last = self._rows_model.rowCount() - 1
        if last < 0:
            self.moved.emit(-1)
            return
        row = 0 if kept is None else min(kept[0], last)
        if kept is not None and self._identity_of is not None:
            found = (
                place
                for place, each in enumerate(self._rows_model.rows)
                if self._identity_of(each) == kept[1]
            )
            row = next(found, 0)
        self.stand_on(row)

    def _stand_somewhere(self) -> None:
        if self.current_row < 0 and self._rows_model.rowCount():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(
                self._rows_model.index(0, 0), flags.ClearAndSelect | flags.Rows
            )
        if self._goes_to_end:
            # Standing on the last row asks for the next page, until there is none.
            self.stand_on(self._rows_model.rowCount() - 1)
