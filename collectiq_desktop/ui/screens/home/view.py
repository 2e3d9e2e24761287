"""Home on the screen: a search, the figures of the day, and what was recorded today."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.custody import is_late
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.chase import ChaseSheet
from collectiq_desktop.core.queries.daybook import DayBookLine
from collectiq_desktop.core.queries.dues import DuesSheet, DuesSum
from collectiq_desktop.core.queries.finding import PartyHit
from collectiq_desktop.core.queries.registers import CollectionSheet
from collectiq_desktop.ui import text
from collectiq_desktop.ui.actions import key_of
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screen import GAP, MARGINS, Screen
from collectiq_desktop.ui.screens.home.presenter import HomePresenter
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.party_field import HIT_COLUMNS
from collectiq_desktop.ui.widgets.pieces import Card, Fact, FactCard, label
from collectiq_desktop.ui.widgets.search_line import SearchLine

VOUCHER_COLUMNS: tuple[Column[DayBookLine], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Party"),
        width=0,
        text_of=lambda line: text.or_none(line.party),
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "What"), width=330, text_of=text.voucher_words),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Amount"),
        width=150,
        text_of=lambda line: text.amount_or_none(line.amount_paise),
        is_number=True,
    ),
)

# Each figure with the list that it is the sum of, and what of it.
_FIGURES = {
    "owed": ("outstanding", ""),
    "overdue": ("outstanding", "overdue"),
    "due": ("outstanding", "due"),
    "collected": ("register", ""),
    "cash": ("agents", ""),
    "promises": ("promises", "due"),
    "cheques": ("cheques", "deposit"),
}


_IN_FIRST_ROW = 4


def _with_key(caption: str, figure: str) -> str:
    """A figure's caption with the key that opens its list."""
    return f"{caption}   {key_of('home', figure)}"


class HomeScreen(Screen):
    """Where a day begins."""

    name = "home"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._presenter = HomePresenter(self, kit)
        self._clock = kit.clock
        self._collection: CollectionSheet | None = None
        self._dues: DuesSheet | None = None
        self._chase: ChaseSheet | None = None
        self._title = label("title")
        self._search = SearchLine("search")
        self._facts = {name: FactCard() for name in _FIGURES}
        self._hits: RowsModel[PartyHit] = RowsModel(HIT_COLUMNS)
        self._vouchers: RowsModel[DayBookLine] = RowsModel(VOUCHER_COLUMNS)
        self._hits_table = Table(self._hits, identity_of=lambda hit: hit.party_id)
        self._vouchers_table = Table(self._vouchers, identity_of=lambda line: line.voucher_id)
        self._tables = QStackedWidget()
        self._card = Card()
        self._search.changed.connect(self._typed)
        self._search.entered.connect(self._open)
        self._hits_table.chosen.connect(self._open)
        self._vouchers_table.chosen.connect(self._open)
        self._lay_out()

    def open(self, place: Place) -> None:
        self._search.set_text(place.text)
        self._typed()
        self._presenter.refresh()

    def resume(self, _place: Place) -> None:
        """What was found still stands; the figures may be others."""
        self._presenter.refresh()

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self._presenter.books_changed(touched)

    def may_leave(self) -> bool:
        self._search.set_text("")
        self._typed()
        return True

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            name: partial(self._presenter.open_report, screen, which)
            for name, (screen, which) in _FIGURES.items()
        }

    def first_input(self) -> QWidget | None:
        return self._search.input

    def retranslate(self) -> None:
        self._title.setText(self.tr("Home"))
        self._search.set_caption(self.tr("Party: name, code, GSTIN or phone"))
        self._hits_table.set_empty_text(self.tr("Nobody is found. Fewer letters find more."))
        self._vouchers_table.set_empty_text(
            self.tr("Nothing is recorded today. F6 takes a receipt.")
        )
        self._show_heading()
        if self._collection is not None:
            self.show_collection(self._collection)
        if self._dues is not None:
            self.show_dues(self._dues)
        if self._chase is not None:
            self.show_chase(self._chase)

    # What the presenter tells -----------------------------------------------------------

    def show_collection(self, sheet: CollectionSheet) -> None:
        self._collection = sheet
        parts = [
            " ".join((text.mode(each.name), text.amount(each.received_paise)))
            for each in sheet.by_mode
        ]
        note = "  ·  ".join(parts) or self.tr("nothing yet; F6 takes a receipt")
        figure = text.rupees(sheet.total.received_paise)
        caption = _with_key(self.tr("Collected today"), "collected")
        self._facts["collected"].show_fact(Fact(caption, figure, note=note))

    def show_dues(self, sheet: DuesSheet) -> None:
        self._dues = sheet
        owed = text.NONE
        if sheet.has_totals:
            owed = text.rupees(abs(sheet.owed_paise)) + " " + text.side(sheet.owed_paise)
        caption = _with_key(self.tr("Outstanding"), "owed")
        note = self.tr("all balances together") if sheet.has_totals else self._hidden()
        self._facts["owed"].show_fact(Fact(caption, owed.strip(), note=note))
        tone = Tone.BAD if sheet.overdue.open_paise else Tone.MUTED
        for name, words, due, how in (
            ("overdue", self.tr("Overdue"), sheet.overdue, tone),
            ("due", self.tr("Due today"), sheet.due_today, Tone.MUTED),
        ):
            fact = self._due_fact(_with_key(words, name), due, how)
            if not sheet.has_totals:
                fact = fact._replace(text=text.NONE)
            self._facts[name].show_fact(fact)

    def show_chase(self, sheet: ChaseSheet) -> None:
        self._chase = sheet
        has_late = is_late(sheet.oldest_at, self._clock.now_at())
        note = self.tr("%n agent(s)", "", sheet.agents_count)
        if has_late:
            note = text.filled(self.tr("%1, some for over a day"), note)
        tone = Tone.BAD if has_late else Tone.MUTED
        caption = _with_key(self.tr("Cash with agents"), "cash")
        cash = Fact(caption, text.rupees(sheet.held_paise), note=note, note_tone=tone)
        if not sheet.has_totals:
            cash = Fact(caption, text.NONE, note=self.tr("counted in blind"))
        self._facts["cash"].show_fact(cash)
        due_paise = sheet.due.amount_paise - sheet.due.paid_paise
        note = self.tr("%n broken lately", "", sheet.broken.promises_count)
        tone = Tone.BAD if sheet.broken.promises_count else Tone.MUTED
        caption = _with_key(self.tr("Promised by today"), "promises")
        figure = (
            text.rupees(due_paise) if sheet.has_totals else text.count(sheet.due.promises_count)
        )
        promised = Fact(caption, figure, note=note, note_tone=tone)
        self._facts["promises"].show_fact(promised)
        caption = _with_key(self.tr("Cheques to deposit"), "cheques")
        note = self.tr("%n cheque(s)", "", sheet.cheques_count)
        figure = text.rupees(sheet.cheques_paise)
        if not sheet.has_totals:
            figure, note = text.count(sheet.cheques_count), self._hidden()
        self._facts["cheques"].show_fact(Fact(caption, figure, note=note))

    def show_vouchers(self, newest_first: Sequence[DayBookLine]) -> None:
        self._vouchers.set_rows(newest_first)

    def show_found(self, hits: Sequence[PartyHit] | None) -> None:
        table = self._vouchers_table if hits is None else self._hits_table
        self._hits.set_rows(hits or (), is_anew=True)
        self._search.walk(table)
        self._tables.setCurrentWidget(table)
        self._show_heading()

    # Intentions -------------------------------------------------------------------------

    def _typed(self) -> None:
        self._presenter.type(self._search.text)

    def _open(self) -> None:
        if self._tables.currentWidget() is self._hits_table:
            self._presenter.open_party(self._hits_table.current)
        else:
            self._presenter.open_voucher(self._vouchers_table.current)

    def _hidden(self) -> str:
        return self.tr("totals are not shown to you")

    def _due_fact(self, caption: str, due: DuesSum, tone: Tone) -> Fact:
        if not due.bills_count:
            return Fact(caption, text.rupees(0), note=self.tr("no bill"))
        bills = self.tr("%n bill(s)", "", due.bills_count)
        parties = self.tr("%n parties", "", due.parties_count)
        note = text.filled(self.tr("%1 of %2"), bills, parties)
        return Fact(caption, text.rupees(due.open_paise), note=note, note_tone=tone)

    def _show_heading(self) -> None:
        is_found = self._tables.currentWidget() is self._hits_table
        self._card.set_heading(self.tr("Parties found") if is_found else self.tr("Today"))

    def _lay_out(self) -> None:
        facts = [QHBoxLayout(), QHBoxLayout()]
        for row in facts:
            row.setSpacing(GAP)
        for number, card in enumerate(self._facts.values()):
            facts[number // _IN_FIRST_ROW].addWidget(card, 1)
        for table in (self._vouchers_table, self._hits_table):
            table.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._tables.addWidget(table)
        search = Card()
        search.body.addWidget(self._search)
        self._card.body.addWidget(self._tables, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*MARGINS)
        layout.setSpacing(GAP)
        for widget in (self._title, search):
            layout.addWidget(widget)
        for row in facts:
            layout.addLayout(row)
        layout.addWidget(self._card, 1)
