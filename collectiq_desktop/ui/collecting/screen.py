"""A list with sums over it and deeds under it: what the screens of collecting are built of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collectiq_desktop.ui import text
from collectiq_desktop.ui.collecting.deed import DeedCard
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.screen import GAP, MARGINS, Screen
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.widgets.pieces import Card, FactStrip, label


class ListScreen(Screen):
    """Lays out title, sums, list and deeds; a subclass says what each is."""

    def __init__(
        self, kit: Kit, columns: Sequence[Column[Any]], identity_of: Callable[[Any], object]
    ) -> None:
        super().__init__()
        self.kit = kit
        self.title, self.which = label("title"), label("muted")
        self.strip, self.card = FactStrip(), Card()
        self.model: RowsModel[Any] = RowsModel(columns)
        self.table = Table(self.model, identity_of=identity_of)
        self.deeds: list[DeedCard] = []
        self._lay_out()

    def add_deed(self, deed: DeedCard) -> DeedCard:
        """One more deed, under the list."""
        self.deeds.append(deed)
        self._page.addWidget(deed)
        return deed

    @property
    def current_deed(self) -> DeedCard | None:
        """The deed that is begun, None where none is."""
        return next((deed for deed in self.deeds if deed.is_begun), None)

    def begin_deed(self, deed: DeedCard, heading: str) -> None:
        """Ask for what a deed needs, in place of another that was begun."""
        for each in self.deeds:
            each.hide()
        deed.begin(heading)

    def close_deed(self) -> None:
        """The deed is done, or is not to be done."""
        for each in self.deeds:
            each.hide()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def may_leave(self) -> bool:
        if self.current_deed is None:
            return True
        self.close_deed()
        return False

    def first_input(self) -> QWidget | None:
        return self.table

    def show_rows(self, rows: Sequence[Any], *, is_anew: bool = False) -> None:
        """The lines of the list."""
        self.model.set_rows(rows, is_anew=is_anew)

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong with a deed, at its field; else in the status line."""
        deed = self.current_deed
        if deed is None:
            self.kit.navigation.say(text.sentence(sentence), is_bad=True)
        else:
            deed.show_problem(field, text.sentence(sentence))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.which, 1, Qt.AlignmentFlag.AlignBottom)
        self.card.body.addWidget(self.table, 1)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(*MARGINS)
        self._page.setSpacing(GAP)
        self._page.addLayout(head)
        self._page.addWidget(self.strip)
        self._page.addWidget(self.card, 1)
