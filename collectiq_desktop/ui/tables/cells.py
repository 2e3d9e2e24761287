"""How a cell of a table is drawn and typed into.

Drawn here from the record and its column: Qt's own way asks the model seven
times for each cell and lets the style sheet look at it, which took most of the
time that a screenful of rows needs.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.sparks import draw_spark
from collectiq_desktop.ui.theme import Colours, Tone, colours, on_selection

_INSET_PIXELS = 6
_ELIDED = Qt.TextElideMode.ElideRight
_SELECTED = QStyle.StateFlag.State_Selected


class CellDelegate(QStyledItemDelegate):
    """Draws the texts of a table's rows in their colours, and edits in a cell's frame."""

    def __init__(self, table: QTableView, model: RowsModel[Any]) -> None:
        super().__init__(table)
        self._table = table
        self._rows_model = model
        self.look_again()

    def look_again(self) -> None:
        """Take font and colours as they are now; called before rows are drawn."""
        plain = self._table.font()
        bold = QFont(plain)
        bold.setBold(True)
        self._fonts = tuple((font, QFontMetrics(font, self._table)) for font in (plain, bold))
        self._ground = QColor(colours().accent_pale)
        self._pens = _pens_of(colours())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = self._rows_model.row_at(index)
        if row is None:
            return
        column = self._rows_model.columns[index.column()]
        area: QRect = option.rect
        is_selected = _SELECTED in option.state
        if is_selected:
            painter.fillRect(area, self._ground)
        if column.spark_of is not None:
            pen = self._pens[is_selected][column.tone_of(row)]
            draw_spark(painter, area, column.spark_of(row), pen)
            return
        words = column.text_of(row)
        if not words:
            return
        font, metrics = self._fonts[column.is_bold]
        room = area.adjusted(_INSET_PIXELS, 0, -_INSET_PIXELS, 0)
        painter.setFont(font)
        painter.setPen(self._pens[is_selected][column.tone_of(row)])
        shown = metrics.elidedText(words, _ELIDED, room.width())
        painter.drawText(room, column.drawn_as, shown)

    def createEditor(
        self,
        parent: QWidget,
        _option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setProperty("role", "cell")
        editor.setAlignment(self._rows_model.columns[index.column()].alignment)
        return editor


@cache
def _pens_of(chosen: Colours) -> tuple[dict[Tone, QColor], dict[Tone, QColor]]:
    """The colours of every meaning, as they stand on the plain ground and in the selected row."""
    plain = {tone: QColor(chosen.of(tone)) for tone in Tone}
    lifted = {tone: pen if tone is Tone.INK else on_selection(pen) for tone, pen in plain.items()}
    return plain, lifted
