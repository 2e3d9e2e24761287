"""The screen of a report of parties: day and beat, a row for each party, the bills of one."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.branches import BranchLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.reports.presenter import PartyReportPresenter
from collectiq_desktop.ui.screen import GAP, MARGINS, Screen
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.foot import FootRow
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.widgets.bills_panel import BillsPanel
from collectiq_desktop.ui.widgets.pieces import Card, label
from collectiq_desktop.ui.widgets.report_head import ReportHead
from collectiq_desktop.ui.widgets.tie_line import TieLine


class PartyLine(Protocol):
    """A row of the report: one party."""

    @property
    def party_id(self) -> PartyId:
        """The party."""
        ...

    @property
    def party(self) -> str:
        """Its name."""
        ...


Row = TypeVar("Row", bound=PartyLine)


class PartyReportScreen(Screen, Generic[Row]):
    """What such reports do alike; a subclass makes its presenter and shows its rows."""

    presenter: PartyReportPresenter

    def __init__(self, kit: Kit, columns: Sequence[Column[Row]]) -> None:
        super().__init__()
        self._kit = kit
        self._head = ReportHead(kit.clock.today_on())
        self._card = Card()
        self._problem = label("error")
        self._problem.hide()
        self._model: RowsModel[Row] = RowsModel(columns)
        self._table = Table(self._model, identity_of=lambda row: row.party_id)
        self._foot = FootRow(self._table, columns)
        self._tie = TieLine()
        self._panel = BillsPanel(kit.work)

    def lay_out(self, *between: QWidget) -> None:
        """Put the pieces in their places, some between the head and the parties."""
        page = QVBoxLayout(self)
        page.setContentsMargins(*MARGINS)
        page.setSpacing(GAP)
        for widget in (self._head, *between):
            page.addWidget(widget)
        for widget in (self._problem, self._table, self._foot, self._tie):
            self._card.body.addWidget(widget, 1 if widget is self._table else 0)
        page.addWidget(self._card, 1)
        page.addWidget(self._panel)
        self._head.changed.connect(self._asked)
        self._head.left.connect(self.focus_table)
        self._table.chosen.connect(partial(self._go, "party"))
        self._panel.voucher_wanted.connect(self._voucher_wanted)
        self._panel.closed.connect(self.focus_table)

    # What the shell calls ---------------------------------------------------------------

    def open(self, place: Place) -> None:
        today_on = self._kit.clock.today_on()
        self._panel.close_all()
        self._head.begin(today_on, place.on or today_on)
        self.presenter.ask_choices()
        self.take_wish(place.text)
        self.presenter.open(place.on or today_on)

    def take_wish(self, wish: str) -> None:
        """What a place wants beside its day; nothing, unless a report can choose."""
        assert not wish, "only a report that can choose is led to with a wish"

    def resume(self, _place: Place) -> None:
        """The report stands as it was left; what changed meanwhile is told."""
        self._head.on.today_on = self._kit.clock.today_on()

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self.presenter.books_changed(touched)
        self._panel.refresh()

    def may_leave(self) -> bool:
        return not (self._panel.close_one() or self._head.give_up())

    def first_input(self) -> QWidget | None:
        return self._table

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "expand": self._expand,
            "date": self._head.on.focus_all,
            "beat": self._head.beat.focus_all,
            "area": self._head.area.begin_choice,
            "branch": self._head.branch.begin_choice,
            "receipt": partial(self._go, "receipt"),
            "statement": partial(self._go, "statement"),
        }

    # What the presenter tells -------------------------------------------------------------

    def show_beats(self, beats: Sequence[str]) -> None:
        self._head.show_beats(beats)

    def show_areas(self, areas: Sequence[str]) -> None:
        self._head.area.show_areas(areas)

    def show_branches(self, branches: Sequence[BranchLine]) -> None:
        self._head.branch.show_branches(branches)

    def show_problem(self, sentence: str) -> None:
        self._problem.setText(text.sentence(sentence))
        self._problem.show()

    @abstractmethod
    def shown_on(self) -> date | None:
        """The day that is shown; None before anything is."""

    # Intentions ---------------------------------------------------------------------------

    def focus_table(self) -> None:
        """Put the cursor on the parties."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _asked(self) -> None:
        self._panel.close_all()
        head = self._head
        self.presenter.open(head.as_of_on, head.beat.key, head.branch.key, head.area.key)

    def _go(self, screen: str, _row: int = -1) -> None:
        """Open a screen for the party under the cursor."""
        row: Row | None = self._table.current
        if row is not None:
            self._kit.navigation.go(Place(screen=screen, party_id=row.party_id))

    def _expand(self) -> None:
        if self._panel.has_focus():
            self._panel.expand_bill()
            return
        row: Row | None = self._table.current
        on = self.shown_on()
        if row is not None and on is not None:
            self._panel.expand(row.party_id, row.party, on)

    def _voucher_wanted(self, voucher_id: VoucherId) -> None:
        self._kit.navigation.go(Place(screen="voucher", voucher_id=voucher_id))
