"""The foot of a table: one row of sums that stands under the columns it adds up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import ROW_PIXELS, Table
from collectiq_desktop.ui.theme import colours

Cells = tuple[str, ...]
_FRAME = 4


class FootRow(Table):
    """Shows one row of texts as wide as the columns of another table, and scrolls with it."""

    def __init__(self, above: Table, columns: Sequence[Column[Any]]) -> None:
        self._sums: RowsModel[Cells] = RowsModel(_cells_under(columns))
        self._watched = above.viewport()
        super().__init__(self._sums)
        self.horizontalHeader().hide()
        self.setFixedHeight(ROW_PIXELS + _FRAME)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        above.horizontalScrollBar().valueChanged.connect(self.horizontalScrollBar().setValue)
        self._watched.installEventFilter(self)

    def show_cells(self, cells: Cells) -> None:
        """Show these texts, one for each column; none takes the row away."""
        self._sums.set_rows([cells] if cells else [], is_anew=True)
        self.setVisible(bool(cells))

    def set_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Stand under other columns."""
        super().set_columns(_cells_under(columns))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and watched is self._watched:
            self.setFixedWidth(event.size().width() + _FRAME)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QColor(colours().muted))
        painter.drawLine(0, 0, self.viewport().width(), 0)
        painter.end()


def _cells_under(columns: Sequence[Column[Any]]) -> list[Column[Cells]]:
    return [_column(place, column) for place, column in enumerate(columns)]


def _column(place: int, above: Column[Any]) -> Column[Cells]:
    return Column(
        title="",
        width=above.width,
        text_of=partial(_cell, place),
        is_number=above.is_number,
        is_bold=True,
    )


def _cell(place: int, cells: Cells) -> str:
    return cells[place]
