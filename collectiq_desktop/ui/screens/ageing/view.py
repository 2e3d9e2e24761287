"""Ageing on the screen: all parties by bucket, the sums that tie out, the bills of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collectiq_desktop.core.domain.ageing import Slabs, parse_slabs
from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.ageing import AgeingRow, AgeingSheet
from collectiq_desktop.ui import text
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import GAP, MARGINS, Screen
from collectiq_desktop.ui.screens.ageing.columns import ageing_columns, sums_of
from collectiq_desktop.ui.screens.ageing.presenter import AgeingPresenter
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.foot import FootRow
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.widgets.ageing_strip import AgeingStrip
from collectiq_desktop.ui.widgets.bills_panel import BillsPanel
from collectiq_desktop.ui.widgets.field import ParsedField
from collectiq_desktop.ui.widgets.pieces import Card, label
from collectiq_desktop.ui.widgets.report_head import ReportHead
from collectiq_desktop.ui.widgets.tie_line import TieLine

# Margins of page and card, frame and scroll bar.
_AROUND_PIXELS = 84


class SlabsField(ParsedField[Slabs]):
    """Where buckets end: 30,60,90."""

    def __init__(self) -> None:
        super().__init__("slabs", is_needed=True)

    def parse(self, text: str) -> Slabs:
        return parse_slabs(text)


class AgeingScreen(Screen):
    """How late what is owed is."""

    name = "ageing"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._sheet: AgeingSheet | None = None
        self._head = ReportHead(kit.clock.today_on())
        self._slabs = SlabsField()
        self._strip_card, self._strip = Card(), AgeingStrip()
        self._card = Card()
        self._problem = label("error")
        self._problem.hide()
        self._model: RowsModel[AgeingRow] = RowsModel(())
        self._table = Table(self._model, identity_of=lambda row: row.party_id)
        self._foot = FootRow(self._table, ())
        self._tie = TieLine()
        self._panel = BillsPanel(kit.work)
        self._presenter = AgeingPresenter(self, kit)
        self._slabs.set_value(self._presenter.wish.slabs)
        self._lay_out()
        self._table.chosen.connect(partial(self._go, "party"))
        self._head.changed.connect(self._asked)
        self._head.left.connect(self._focus_table)
        self._slabs.entered.connect(self._slabs_entered)
        self._panel.voucher_wanted.connect(self._voucher_wanted)
        self._panel.closed.connect(self._focus_table)

    # What the shell calls ---------------------------------------------------------------

    def open(self, place: Place) -> None:
        today_on = self._kit.clock.today_on()
        self._panel.close_all()
        self._head.begin(today_on, place.on or today_on)
        self._presenter.ask_beats()
        self._presenter.open(place.on or today_on)

    def resume(self, _place: Place) -> None:
        """The report stands as it was left; what changed meanwhile is told."""
        self._head.on.today_on = self._kit.clock.today_on()

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self._presenter.books_changed(touched)
        self._panel.refresh()

    def may_leave(self) -> bool:
        if self._slabs.input.hasFocus():
            self._slabs.set_value(self._presenter.wish.slabs)
            self._focus_table()
            return False
        return not (self._panel.close_one() or self._head.give_up())

    def first_input(self) -> QWidget | None:
        return self._table

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "expand": self._expand,
            "basis": self._presenter.change_basis,
            "date": self._head.on.focus_all,
            "beat": self._head.beat.focus_all,
            "slabs": self._slabs.focus_all,
            "receipt": partial(self._go, "receipt"),
            "statement": partial(self._go, "statement"),
        }

    def retranslate(self) -> None:
        self._head.title.setText(self.tr("Ageing"))
        self._head.retranslate()
        self._slabs.set_caption(self.tr("Slabs, days"))
        if self._sheet is not None:
            self.show_sheet(self._sheet, is_anew=False)

    # What the presenter tells -------------------------------------------------------------

    def show_sheet(self, sheet: AgeingSheet, *, is_anew: bool) -> None:
        self._sheet = sheet
        self._problem.hide()
        kept: AgeingRow | None = None if is_anew else self._table.current
        columns = ageing_columns(sheet, self.width() - _AROUND_PIXELS)
        if _shape(columns) != _shape(self._model.columns):
            # Without rows, for those of before have other buckets.
            self._model.set_rows(())
            self._table.set_columns(columns)
            self._foot.show_cells(())
            self._foot.set_columns(columns)
        self._model.set_rows(sheet.rows, is_anew=is_anew)
        if kept is not None:
            ids = [row.party_id for row in sheet.rows]
            self._table.stand_on(ids.index(kept.party_id) if kept.party_id in ids else 0)
        self._foot.show_cells(sums_of(sheet, self.tr("Together")))
        self._strip.show_buckets(list(map(text.bucket, sheet.labels)), sheet.buckets_paise)
        by_due, by_bill = self.tr("days after the due date"), self.tr("days after the bill date")
        basis = by_due if sheet.basis == "due" else by_bill
        parties = self.tr("%n parties", "", len(sheet.rows))
        self._head.note.setText(f"{parties} · {basis} · {text.day(sheet.as_of_on)}")
        self._tie.show_tie(sum(sheet.buckets_paise), sheet.on_account_paise, sheet.total_paise)
        self._table.set_empty_text(self._empty_text())

    def show_beats(self, beats: Sequence[str]) -> None:
        self._head.show_beats(beats)

    def show_problem(self, sentence: str) -> None:
        self._problem.setText(text.sentence(sentence))
        self._problem.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._sheet is not None:
            self.show_sheet(self._sheet, is_anew=False)

    # Intentions ---------------------------------------------------------------------------

    def _asked(self) -> None:
        self._panel.close_all()
        self._presenter.open(self._head.as_of_on, self._head.beat.key)

    def _slabs_entered(self) -> None:
        slabs = self._slabs.value
        if slabs is not None:
            self._presenter.take_slabs(slabs)
            self._focus_table()

    def _focus_table(self) -> None:
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, screen: str, _row: int = -1) -> None:
        """Open a screen for the party under the cursor."""
        row: AgeingRow | None = self._table.current
        if row is not None:
            self._kit.navigation.go(Place(screen=screen, party_id=row.party_id))

    def _expand(self) -> None:
        if self._panel.has_focus():
            self._panel.expand_bill()
            return
        row: AgeingRow | None = self._table.current
        if row is not None and self._sheet is not None:
            self._panel.expand(row.party_id, row.party, self._sheet.as_of_on)

    def _voucher_wanted(self, voucher_id: VoucherId) -> None:
        self._kit.navigation.go(Place(screen="voucher", voucher_id=voucher_id))

    # Words and places -----------------------------------------------------------------------

    def _empty_text(self) -> str:
        return self.tr(
            "Nothing is open. Here stands how long each party owes what: "
            "F8 begins a sale, F2 chooses another day."
        )

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(*MARGINS)
        page.setSpacing(GAP)
        self._slabs.setFixedWidth(190)
        self._head.row.insertWidget(2, self._slabs, 0, Qt.AlignmentFlag.AlignTop)
        page.addWidget(self._head)
        self._strip_card.body.addWidget(self._strip)
        page.addWidget(self._strip_card)
        for widget in (self._problem, self._table, self._foot, self._tie):
            self._card.body.addWidget(widget, 1 if widget is self._table else 0)
        page.addWidget(self._card, 1)
        page.addWidget(self._panel)


def _shape(columns: Sequence[Column[AgeingRow]]) -> list[tuple[str, int]]:
    return [(column.shown_title, column.width) for column in columns]
