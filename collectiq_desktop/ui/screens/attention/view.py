"""The inbox on the screen: its lines, and in full the one under the cursor."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.attention import AttentionLine
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import GAP, MARGINS, Screen
from collectiq_desktop.ui.screens.attention.columns import ATTENTION_COLUMNS
from collectiq_desktop.ui.screens.attention.presenter import AttentionPresenter
from collectiq_desktop.ui.screens.attention.sentences import happened_words, way_out_words
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.widgets.pieces import Card, ElidedLabel, label


class AttentionScreen(Screen):
    """Shows what a person should look at."""

    name = "attention"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._title = label("title")
        self._list, self._detail = Card(), Card()
        self._party = ElidedLabel("heading")
        self._happened, self._way_out = label(), label("strong")
        self._model: RowsModel[AttentionLine] = RowsModel(ATTENTION_COLUMNS)
        self._table = Table(self._model, identity_of=lambda line: line)
        self._presenter = AttentionPresenter(self, kit)
        self._lay_out()
        self._table.chosen.connect(self._row_chosen)
        self._table.moved.connect(self._row_moved)

    # What the shell calls ---------------------------------------------------------------

    def open(self, _place: Place) -> None:
        self._presenter.begin()

    def resume(self, _place: Place) -> None:
        self._presenter.refresh()

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self._presenter.books_changed(touched)

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {"put_away": self._put_away}

    def first_input(self) -> QWidget | None:
        return self._table

    def retranslate(self) -> None:
        self._title.setText(self.tr("Attention"))
        self._table.set_empty_text(
            self.tr(
                "Nothing needs attention. What could not be settled whole, what two people "
                "changed at once, and what agents ask for will stand here; Esc goes back."
            )
        )
        self._list.set_heading(self.tr("To be looked at"))
        self._row_moved(self._table.current_row)

    # What the presenter tells -------------------------------------------------------------

    def show_lines(self, lines: tuple[AttentionLine, ...], *, is_anew: bool) -> None:
        self._model.set_rows(lines, is_anew=is_anew)
        self._row_moved(self._table.current_row)

    # Intentions ---------------------------------------------------------------------------

    def _row_chosen(self, row: int) -> None:
        line = self._model.row_at(row)
        if line is not None:
            self._presenter.act(line)

    def _put_away(self) -> None:
        self._presenter.put_away(self._model.row_at(self._table.current_row))

    def _row_moved(self, row: int) -> None:
        line = self._model.row_at(row)
        self._detail.setVisible(line is not None)
        if line is not None:
            self._party.setText(line.party)
            self._party.setVisible(bool(line.party))
            self._happened.setText(happened_words(line))
            self._way_out.setText(way_out_words(line))

    def _lay_out(self) -> None:
        for each in (self._happened, self._way_out):
            each.setWordWrap(True)
        self._list.body.addWidget(self._table, 1)
        self._detail.body.addWidget(self._party)
        self._detail.body.addWidget(self._happened)
        self._detail.body.addWidget(self._way_out)
        page = QVBoxLayout(self)
        page.setContentsMargins(*MARGINS)
        page.setSpacing(GAP)
        page.addWidget(self._title)
        page.addWidget(self._list, 1)
        page.addWidget(self._detail)
