"""The row of titles above a table's columns.

Drawn here for the same reason as the cells: Qt would ask the model a dozen
times for each title, and again for the height, which is given.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.theme import CAPTION_POINTS, colours, text_font

TITLES_PIXELS = 26
_INSET_PIXELS = 6
_LEAST_PIXELS = 24


class Titles(QHeaderView):
    """Shows the titles of a model's columns."""

    def __init__(self, model: RowsModel[Any], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rows_model = model
        self.setFixedHeight(TITLES_PIXELS)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(_LEAST_PIXELS)

    def sizeHint(self) -> QSize:
        return QSize(0, TITLES_PIXELS)

    def paintSection(self, painter: QPainter, rect: QRect, place: int) -> None:
        column = self._rows_model.columns[place]
        chosen = colours()
        painter.fillRect(rect, QColor(chosen.panel))
        painter.setPen(QColor(chosen.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        font = text_font(CAPTION_POINTS, is_bold=True)
        room = rect.adjusted(_INSET_PIXELS, 0, -_INSET_PIXELS, -1)
        metrics = QFontMetrics(font, self)
        shown = metrics.elidedText(column.shown_title, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(QColor(chosen.muted))
        painter.drawText(room, column.drawn_as, shown)
