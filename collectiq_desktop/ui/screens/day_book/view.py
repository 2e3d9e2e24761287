"""The day book on the screen: its period, its sums, its vouchers page by page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.branches import BranchLine
from collectiq_desktop.core.queries.daybook import DayBookLine
from collectiq_desktop.core.queries.daybook_sums import KindSum
from collectiq_desktop.ui import text
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import GAP, MARGINS, Screen
from collectiq_desktop.ui.screens.day_book.columns import VOUCHER_COLUMNS, branch_columns
from collectiq_desktop.ui.screens.day_book.presenter import DayBookPresenter
from collectiq_desktop.ui.screens.day_book.sums import sum_facts
from collectiq_desktop.ui.tables.models import PagedModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.widgets.branch_field import BranchField
from collectiq_desktop.ui.widgets.field import ChoiceField
from collectiq_desktop.ui.widgets.period import Period, PeriodFields, PeriodTitle, period_words
from collectiq_desktop.ui.widgets.pieces import Card, FactStrip, beside_input

_KIND_PIXELS = 160


class DayBookScreen(Screen):
    """Shows the vouchers of a period."""

    name = "day_book"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._title = PeriodTitle()
        self._branch, self._kind = BranchField(), ChoiceField("kind")
        self._period = PeriodFields(kit.clock.today_on())
        self._sums = FactStrip()
        self._card = Card()
        self._model: PagedModel[DayBookLine] = PagedModel(VOUCHER_COLUMNS, kit.work, key="day book")
        self._table = Table(self._model, identity_of=lambda line: line.voucher_id)
        self._shown_sums: tuple[KindSum, ...] = ()
        self._presenter = DayBookPresenter(self, kit)
        self._lay_out()
        self._connect()

    # What the shell calls ---------------------------------------------------------------

    def open(self, place: Place) -> None:
        self._presenter.begin(place.on)

    def resume(self, _place: Place) -> None:
        self._presenter.refresh()

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self._presenter.books_changed(touched)

    def may_leave(self) -> bool:
        choices = (self._kind.input, self._branch.input)
        is_choosing = self._period.is_typed_into or any(each.hasFocus() for each in choices)
        if is_choosing:
            self._period.restore()
            self._table.setFocus()
        return not is_choosing

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "day": self._period.begin_day,
            "period": self._period.begin_period,
            "kind": self._kind.focus_all,
            "branch": self._branch.begin_choice,
            "earlier": partial(self._presenter.step, -1),
            "later": partial(self._presenter.step, 1),
        }

    def first_input(self) -> QWidget | None:
        return self._table

    def retranslate(self) -> None:
        self._title.title.setText(self.tr("Day book"))
        self._period.retranslate()
        self._branch.retranslate()
        self._kind.set_caption(self.tr("Vouchers"))
        all_kinds = [("", self.tr("All kinds"))]
        self._kind.set_choices(
            [*all_kinds, *((kind.value, text.kind(kind.word)) for kind in VoucherKind)]
        )
        self._show_words()

    # What the presenter tells -------------------------------------------------------------

    def show_period(self, from_on: date, to_on: date) -> None:
        self._period.show_period(Period(from_on, to_on), self._kit.clock.today_on())
        self._show_words()

    def show_pages(self) -> None:
        self._model.show(self._presenter.ask_page)
        self._show_words()

    def refresh_pages(self) -> None:
        self._model.refresh()

    def show_branches(self, branches: Sequence[BranchLine]) -> None:
        had_several = self._branch.has_several
        self._branch.show_branches(branches)
        if self._branch.has_several != had_several:
            several = branch_columns(self._branch.name_of)
            self._table.set_columns(several if self._branch.has_several else VOUCHER_COLUMNS)

    def show_sums(self, sums: tuple[KindSum, ...]) -> None:
        self._shown_sums = sums
        self._sums.setVisible(bool(sums))
        self._sums.show_facts(sum_facts(sums))

    # Intentions ---------------------------------------------------------------------------

    def _connect(self) -> None:
        self._period.chosen.connect(self._period_chosen)
        self._kind.changed.connect(self._narrowed)
        self._kind.entered.connect(self._table.setFocus)
        self._branch.changed.connect(self._narrowed)
        self._branch.entered.connect(self._table.setFocus)
        self._table.chosen.connect(self._row_chosen)
        self._model.failed.connect(self._pages_failed)

    def _period_chosen(self, period: Period) -> None:
        self._presenter.choose_period(*period)
        self._table.setFocus()

    def _narrowed(self) -> None:
        self._presenter.choose_kind(VoucherKind(self._kind.key) if self._kind.key else None)
        self._presenter.choose_branch(self._branch.key)

    def _row_chosen(self, row: int) -> None:
        line = self._model.row_at(row)
        if line is not None:
            self._presenter.open_voucher(line.voucher_id)

    def _pages_failed(self, error: CollectIQError) -> None:
        self._kit.navigation.say(text.sentence(error.message), is_bad=True)

    def _show_words(self) -> None:
        period = period_words(Period(self._presenter.from_on, self._presenter.to_on))
        self._title.period.setText(period)
        kind = self._presenter.kind
        self._card.set_heading(text.kind(kind.word) if kind else self.tr("All vouchers"))
        words = self.tr(
            "No voucher of %1. F2 shows another day, Alt+F2 a period; F6 records a receipt."
        )
        self._table.set_empty_text(text.filled(words, period))
        self.show_sums(self._shown_sums)

    # Layout -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addLayout(beside_input(self._title), 1)
        self._kind.setFixedWidth(_KIND_PIXELS)
        head.addWidget(self._branch)
        head.addWidget(self._kind)
        head.addWidget(self._period)
        self._card.body.addWidget(self._table, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(*MARGINS)
        page.setSpacing(GAP)
        page.addLayout(head)
        page.addWidget(self._sums)
        page.addWidget(self._card, 1)
