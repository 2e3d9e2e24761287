"""A line to search with, over a table: letters narrow it, arrows walk it, Enter opens."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.widgets.field import TextField

_WALKS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SearchLine(TextField):
    """The cursor stays in the line while the keys walk a table."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._table: Table | None = None

    def walk(self, table: Table) -> None:
        """Walk this table from now on."""
        self._table = table

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_key and watched is self.input and self._table is not None:
            assert isinstance(event, QKeyEvent)
            if event.key() in _WALKS:
                self._table.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)
