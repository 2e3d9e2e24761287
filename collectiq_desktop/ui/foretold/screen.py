"""The screen of a list of what is foretold: head, rows, sums, and what is under way."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.ui import text
from collectiq_desktop.ui.foretold.presenter import Foretold, ForetoldPresenter
from collectiq_desktop.ui.foretold.words import (
    basis_words,
    doing_words,
    meaning_words,
    nobody_traded_words,
    nothing_yet_words,
)
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import GAP, MARGINS, Screen
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.foot import FootRow
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone, set_tone
from collectiq_desktop.ui.widgets.pieces import Card, ElidedLabel, label

Row = TypeVar("Row")


class DoingLine(QWidget):
    """What is being worked out, or why it came to nothing; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._words = label("strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words)
        self.hide()

    def show_doing(self, doing: str, problem: str) -> None:
        """What is under way, or what went wrong."""
        words, stops = doing_words(doing), self.tr("Ctrl+R stops it.")
        if doing:
            words = f"{words} {stops}"
        self._words.setText(words or text.sentence(problem))
        set_tone(self._words, Tone.ACCENT if doing else Tone.WARN)
        self.setVisible(bool(self._words.text()))


class ForetoldScreen(Screen, Generic[Row]):
    """What such lists do alike; a subclass says its title, its rows and its sums."""

    def __init__(
        self, kit: Kit, columns: Sequence[Column[Row]], identity_of: Callable[[Row], Hashable]
    ) -> None:
        super().__init__()
        self._kit = kit
        self.found: Foretold | None = None
        self._title, self._note = label("title"), ElidedLabel("muted")
        self.head = QHBoxLayout()
        self._doing = DoingLine()
        self._card = Card()
        self._model: RowsModel[Row] = RowsModel(columns)
        self._table = Table(self._model, identity_of=identity_of)
        self._foot = FootRow(self._table, columns)
        self.presenter = ForetoldPresenter(self, kit)
        self._table.chosen.connect(lambda _row: self.choose())

    def lay_out(self, *between: QWidget) -> None:
        """Put the pieces in their places, some between the head and the rows."""
        self.head.setSpacing(10)
        if self.head.count():
            # Beside the inputs, under their captions.
            self._title.setContentsMargins(0, 18, 0, 0)
            self._note.setContentsMargins(0, 27, 0, 0)
        else:
            self._note.setContentsMargins(0, 9, 0, 0)
        self.head.insertWidget(0, self._title, 0, Qt.AlignmentFlag.AlignTop)
        self.head.insertWidget(1, self._note, 1, Qt.AlignmentFlag.AlignTop)
        self._card.body.addWidget(self._table, 1)
        self._card.body.addWidget(self._foot)
        page = QVBoxLayout(self)
        page.setContentsMargins(*MARGINS)
        page.setSpacing(GAP)
        page.addLayout(self.head)
        page.addWidget(self._doing)
        for widget in between:
            page.addWidget(widget)
        page.addWidget(self._card, 1)

    # What a subclass says ------------------------------------------------------------------

    @abstractmethod
    def title_words(self) -> str:
        """The title."""

    @abstractmethod
    def rows_of(self, found: Foretold) -> Sequence[Row]:
        """The rows, in their order."""

    @abstractmethod
    def sums_of(self, rows: Sequence[Row]) -> tuple[str, ...]:
        """What stands under the columns; nothing takes it away."""

    @abstractmethod
    def choose(self) -> None:
        """Enter on a row."""

    def none_words(self) -> str:
        """What stands where no row is left, though something is foretold."""
        return nobody_traded_words()

    def note_words(self, found: Foretold) -> str:
        """What stands beside the title."""
        return basis_words(found.outlook) if found.outlook is not None else ""

    # What the shell calls --------------------------------------------------------------------

    def open(self, _place: Place) -> None:
        self.presenter.begin()

    def resume(self, _place: Place) -> None:
        self.presenter.refresh()

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self.presenter.books_changed(touched)

    def first_input(self) -> QWidget | None:
        return self._table

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "work_out": self.presenter.work_out,
            "receipt": partial(self.go_to_party, "receipt"),
            "party": partial(self.go_to_party, "party"),
        }

    def retranslate(self) -> None:
        self._title.setText(self.title_words())
        if self.found is not None:
            self.show_foretold(self.found, is_anew=False)

    # What the presenter tells ------------------------------------------------------------------

    def show_foretold(self, found: Foretold, *, is_anew: bool) -> None:
        self.found = found
        rows = self.rows_of(found)
        self._model.set_rows(rows, is_anew=is_anew)
        sums = self.sums_of(rows) if rows and self._kit.sees_totals else ()
        self._foot.show_cells(sums)
        self._note.setText(self.note_words(found))
        if found.outlook is not None:
            self._note.setToolTip(meaning_words(found.outlook))
        self._table.set_empty_text(self._empty_words(found))

    def show_doing(self, doing: str, problem: str) -> None:
        self._doing.show_doing(doing, problem)

    # Intentions ----------------------------------------------------------------------------------

    def party_of(self, row: Any) -> PartyId | None:
        """The party of a row, where it has one."""
        found: PartyId | None = getattr(row, "party_id", None)
        return found

    def go_to_party(self, screen: str, text: str = "") -> None:
        """Open a screen for the party under the cursor, at what `text` names there."""
        row = self._table.current
        party_id = self.party_of(row) if row is not None else None
        if party_id is not None:
            self.presenter.go(screen, party_id, text)

    def _empty_words(self, found: Foretold) -> str:
        if found.outlook is None:
            return nothing_yet_words()
        return self.none_words() if found.lines else nobody_traded_words()
