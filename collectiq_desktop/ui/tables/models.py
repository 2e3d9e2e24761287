"""Models over records: a list that is all there, and pages that are fetched on the way."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from operator import attrgetter
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.paging import AskPage
from collectiq_desktop.ui.theme import Tone, colour, text_font
from collectiq_desktop.ui.work.lanes import Work

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

PAGE_ROWS = 100
_MOST_AT_ONCE = 2_000
_NOWHERE = QModelIndex()
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_TYPED_INTO = _READ | Qt.ItemFlag.ItemIsEditable


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows that are all there.

    Signals:
        edited: row, column and the text that was typed; whoever listens gives
            the changed rows back.
    """

    edited = Signal(int, int, str)

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[Row] = []
        self.is_anew = False

    @property
    def rows(self) -> Sequence[Row]:
        """The rows that are here."""
        return self._rows

    def row_at(self, index: Index | int) -> Row | None:
        """The row at a place, None beyond the last."""
        place = index if isinstance(index, int) else index.row()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def set_rows(self, rows: Sequence[Row], *, is_anew: bool = False) -> None:
        """Show other rows; the cursor stays unless they answer another question."""
        self.is_anew = is_anew
        if rows and len(rows) == len(self._rows) and not is_anew:
            self._rows = list(rows)
            last = self.index(len(rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column[Row]]) -> None:
        """Show the rows in other columns."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    # What Qt calls ------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index) if index.isValid() else None
        if row is None:
            return None
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return column.text_of(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.alignment
        if role == Qt.ItemDataRole.ForegroundRole:
            tone = column.tone_of(row)
            return None if tone is Tone.INK else colour(tone)
        if role == Qt.ItemDataRole.FontRole and column.is_bold:
            return _bold()
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].shown_title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[section].alignment
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _TYPED_INTO if self.columns[index.column()].is_editable else _READ

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        if not self.columns[index.column()].is_editable:
            return False
        self.edited.emit(index.row(), index.column(), str(value))
        return True


class PagedModel(RowsModel[Row]):
    """Rows of keyset pages, fetched through the lanes as the view asks for more.

    Signals:
        fetched: a page has come; whether it was the last.
        failed: a page could not be had; asking again begins where it stopped.
    """

    fetched = Signal(bool)
    failed = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        work: Work,
        *,
        key: Hashable,
        rows_of: Callable[[Any], Sequence[Row]] = attrgetter("rows"),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, parent)
        self._work = work
        self._key = key
        self._rows_of = rows_of
        self._ask_page: AskPage | None = None
        self._after: Any = None
        self._has_more = False
        self._is_fetching = False
        self._is_other = False

    @property
    def is_whole(self) -> bool:
        """Whether the last page is here."""
        return not self._has_more and not self._is_fetching

    def show(self, ask_page: AskPage) -> None:
        """Show other pages, from the first; the old rows stand until it comes."""
        self._ask_page = ask_page
        self._is_other = True
        self._begin_anew(PAGE_ROWS)

    def refresh(self) -> None:
        """Ask for the rows that are here once more, for they may have changed."""
        if self._ask_page is not None:
            self._begin_anew(min(_MOST_AT_ONCE, max(PAGE_ROWS, len(self._rows))))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show rows that are all there, in place of the pages."""
        self._work.forget(self._key)
        self._ask_page, self._after = None, None
        self._has_more = self._is_fetching = False
        self.set_rows(rows, is_anew=True)

    def canFetchMore(self, parent: Index = _NOWHERE) -> bool:
        return not parent.isValid() and self._has_more and not self._is_fetching

    def fetchMore(self, parent: Index = _NOWHERE) -> None:
        if not self.canFetchMore(parent) or self._ask_page is None:
            return
        self._is_fetching = True
        ask = self._ask_page(self._after, PAGE_ROWS)
        self._work.ask(ask, key=self._key, done=self._took_next, failed=self._failed)

    def _begin_anew(self, rows_count: int) -> None:
        assert self._ask_page is not None
        self._is_fetching = True
        ask = self._ask_page(None, rows_count)
        self._work.ask(ask, key=self._key, done=self._took_first, failed=self._failed)

    def _took_first(self, page: Any) -> None:
        self._note(page)
        is_anew, self._is_other = self._is_other, False
        self.set_rows(self._rows_of(page), is_anew=is_anew)
        self.fetched.emit(not self._has_more)

    def _took_next(self, page: Any) -> None:
        self._note(page)
        rows = self._rows_of(page)
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()
        self.fetched.emit(not self._has_more)

    def _note(self, page: Any) -> None:
        self._is_fetching = False
        self._after = page.after
        self._has_more = page.after is not None

    def _failed(self, error: CollectIQError) -> None:
        self._is_fetching = False
        self.failed.emit(error)


def _bold() -> QFont:
    return text_font(is_bold=True)
