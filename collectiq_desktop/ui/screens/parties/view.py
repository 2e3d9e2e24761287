"""The list of parties on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.parties import PartyRow
from collectiq_desktop.ui import text
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screen import GAP, MARGINS, Screen
from collectiq_desktop.ui.screens.parties.presenter import PartiesPresenter
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.models import PagedModel
from collectiq_desktop.ui.tables.paging import AskPage
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.pieces import Card, label
from collectiq_desktop.ui.widgets.search_line import SearchLine


def _name_tone(row: PartyRow) -> Tone:
    return Tone.INK if row.is_active else Tone.MUTED


COLUMNS: tuple[Column[PartyRow], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Party"),
        width=0,
        text_of=lambda row: row.party,
        tone_of=_name_tone,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Code"),
        width=120,
        text_of=lambda row: row.code,
        tone_of=lambda _row: Tone.MUTED,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Beat"),
        width=170,
        text_of=lambda row: text.or_none(row.beat),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Balance"),
        width=190,
        text_of=lambda row: text.with_side(row.balance_paise),
        is_number=True,
    ),
)


class PartiesScreen(Screen):
    """All parties by name; typing narrows them."""

    name = "parties"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._presenter = PartiesPresenter(self, kit)
        self._title, self._filter = label("title"), label("muted")
        self._search = SearchLine("search")
        self._model: PagedModel[PartyRow] = PagedModel(COLUMNS, kit.work, key="parties pages")
        self._table = Table(self._model, identity_of=lambda row: row.party_id)
        self._table.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._search.changed.connect(self._typed)
        self._search.entered.connect(self._open)
        self._search.walk(self._table)
        self._table.chosen.connect(self._open)
        self._lay_out()

    def open(self, place: Place) -> None:
        self._search.set_text(place.text)
        self._presenter.type(place.text)

    def resume(self, _place: Place) -> None:
        """What was typed stands, and so does the cursor."""
        self._search.input.setFocus()

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self._presenter.books_changed(touched)

    def may_leave(self) -> bool:
        if not self._search.text:
            return True
        self._search.set_text("")
        self._presenter.type("")
        return False

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "receipt": self._receive,
            "only_owing": self._presenter_turn,
            "new_party": self._presenter.add,
            "alter_party": self._alter,
        }

    def first_input(self) -> QWidget | None:
        return self._search.input

    def retranslate(self) -> None:
        self._title.setText(self.tr("Parties"))
        self._search.set_caption(self.tr("Name, code, beat or phone"))
        self._show_filter()
        self._table.set_empty_text(
            self.tr("No party is found. Alt+C adds one; an import brings in many at once.")
        )

    def show_pages(self, ask_page: AskPage) -> None:
        self._model.show(ask_page)

    def show_found(self, rows: Sequence[PartyRow]) -> None:
        self._model.show_rows(rows)

    def refresh_pages(self) -> None:
        self._model.refresh()

    def _typed(self) -> None:
        self._presenter.type(self._search.text)

    def _open(self) -> None:
        self._presenter.open(self._table.current)

    def _alter(self) -> None:
        self._presenter.alter(self._table.current)

    def _receive(self) -> None:
        self._presenter.receive(self._table.current)

    def _presenter_turn(self) -> None:
        self._presenter.turn_only_owing()
        self._show_filter()

    def _show_filter(self) -> None:
        words = self.tr("with a balance only") if self._presenter.is_only_owing else ""
        self._filter.setText(words)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._filter, 1, Qt.AlignmentFlag.AlignBottom)
        card = Card()
        card.body.addWidget(self._search)
        card.body.addWidget(self._table, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*MARGINS)
        layout.setSpacing(GAP)
        layout.addLayout(head)
        layout.addWidget(card, 1)
