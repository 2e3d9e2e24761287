"""Ageing on the screen: all parties by bucket, the sums that tie out, the bills of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from collectiq_desktop.core.domain.ageing import Slabs, parse_slabs
from collectiq_desktop.core.queries.ageing import AgeingRow, AgeingSheet
from collectiq_desktop.ui import text
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.reports.screen import PartyReportScreen
from collectiq_desktop.ui.screens.ageing.columns import ageing_columns, sums_of
from collectiq_desktop.ui.screens.ageing.presenter import AgeingPresenter
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.widgets.ageing_strip import AgeingStrip
from collectiq_desktop.ui.widgets.field import ParsedField
from collectiq_desktop.ui.widgets.pieces import Card

# Margins of page and card, frame and scroll bar.
_AROUND_PIXELS = 84


class SlabsField(ParsedField[Slabs]):
    """Where buckets end: 30,60,90."""

    def __init__(self) -> None:
        super().__init__("slabs", is_needed=True)

    def parse(self, text: str) -> Slabs:
        return parse_slabs(text)


class AgeingScreen(PartyReportScreen[AgeingRow]):
    """How late what is owed is."""

    name = "ageing"
    presenter: AgeingPresenter

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, ())
        self._sheet: AgeingSheet | None = None
        self._slabs = SlabsField()
        self._strip_card, self._strip = Card(), AgeingStrip()
        self.presenter = AgeingPresenter(self, kit)
        self._slabs.set_value(self.presenter.wish.slabs)
        self._slabs.setFixedWidth(190)
        self._slabs.entered.connect(self._slabs_entered)
        self._head.row.insertWidget(2, self._slabs, 0, Qt.AlignmentFlag.AlignTop)
        self._strip_card.body.addWidget(self._strip)
        self.lay_out(self._strip_card)

    # What the shell calls ---------------------------------------------------------------

    def may_leave(self) -> bool:
        if self._slabs.input.hasFocus():
            self._slabs.set_value(self.presenter.wish.slabs)
            self.focus_table()
            return False
        return super().may_leave()

    def acts(self) -> Mapping[str, Callable[[], None]]:
        own = {"basis": self.presenter.change_basis, "slabs": self._slabs.focus_all}
        return {**super().acts(), **own}

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
        for part in (self._strip_card, self._tie):
            part.setVisible(sheet.has_totals)
        self._tie.show_tie(sum(sheet.buckets_paise), sheet.on_account_paise, sheet.total_paise)
        self._table.set_empty_text(self._empty_text())

    def shown_on(self) -> date | None:
        return self._sheet.as_of_on if self._sheet is not None else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._sheet is not None:
            self.show_sheet(self._sheet, is_anew=False)

    # Intentions ---------------------------------------------------------------------------

    def _slabs_entered(self) -> None:
        slabs = self._slabs.value
        if slabs is not None:
            self.presenter.take_slabs(slabs)
            self.focus_table()

    # Words and places -----------------------------------------------------------------------

    def _empty_text(self) -> str:
        return self.tr(
            "Nothing is open. Here stands how long each party owes what: "
            "F8 begins a sale, F2 chooses another day."
        )


def _shape(columns: Sequence[Column[AgeingRow]]) -> list[tuple[str, int]]:
    return [(column.shown_title, column.width) for column in columns]
