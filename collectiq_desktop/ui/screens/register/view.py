"""The register on the screen: sums by mode, receipts or days, and the cash count."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.queries.registers import CollectionSheet
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import Screen
from collectiq_desktop.ui.screens.register.cash import CashTie
from collectiq_desktop.ui.screens.register.page import RegisterPage
from collectiq_desktop.ui.screens.register.presenter import RegisterPresenter
from collectiq_desktop.ui.widgets.period import Period, period_words


class RegisterScreen(Screen):
    """Shows what came in."""

    name = "register"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._page = RegisterPage(self, kit.clock.today_on())
        self.show_branches = self._page.branch.show_branches
        self._presenter = RegisterPresenter(self, kit)
        self._sheet: CollectionSheet | None = None
        self._tie: CashTie | None = None
        self._connect()

    # What the shell calls ---------------------------------------------------------------

    def open(self, place: Place) -> None:
        self._presenter.begin(place.on)

    def resume(self, _place: Place) -> None:
        self._presenter.refresh()

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self._presenter.books_changed(touched)

    def may_leave(self) -> bool:
        if self._page.table.hasFocus():
            return True
        self._page.period.restore()
        self._page.table.setFocus()
        return False

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "day": self._page.period.begin_day,
            "period": self._page.period.begin_period,
            "mode": self._page.mode.focus_all,
            "branch": self._page.branch.begin_choice,
            "days": self._toggle_days,
            "count": self._page.counted.focus_all,
            "earlier": partial(self._presenter.step, -1),
            "later": partial(self._presenter.step, 1),
        }

    def first_input(self) -> QWidget | None:
        return self._page.table

    def retranslate(self) -> None:
        self._page.retranslate()
        self._show_period_words()
        if self._sheet is not None:
            self._page.show_sums(self._sheet)
        self._page.show_cash(self._tie)

    # What the presenter tells -------------------------------------------------------------

    def show_period(self, from_on: date, to_on: date) -> None:
        self._page.period.show_period(Period(from_on, to_on), self._kit.clock.today_on())
        self._page.counted.set_value(None)
        self._show_period_words()

    def show_sums(self, sheet: CollectionSheet) -> None:
        self._sheet = sheet
        self._page.show_sums(sheet)

    def show_rows(self, sheet: CollectionSheet, *, is_anew: bool) -> None:
        self._page.show_rows(sheet, is_anew=is_anew)

    def show_cash(self, tie: CashTie | None) -> None:
        self._tie = tie
        self._page.show_cash(tie)

    # Intentions ---------------------------------------------------------------------------

    def _connect(self) -> None:
        page = self._page
        page.period.chosen.connect(self._period_chosen)
        page.mode.changed.connect(self._narrowed)
        page.mode.entered.connect(page.focus_table)
        page.branch.changed.connect(self._narrowed)
        page.branch.entered.connect(page.focus_table)
        page.lines.chosen.connect(self._line_chosen)
        page.days.chosen.connect(self._day_chosen)
        page.counted.entered.connect(self._cash_counted)

    def _period_chosen(self, period: Period) -> None:
        self._presenter.choose_period(*period)
        self._page.focus_table()

    def _narrowed(self) -> None:
        key = self._page.mode.key
        self._presenter.choose_mode(Mode(key) if key else None)
        self._presenter.choose_branch(self._page.branch.key)

    def _line_chosen(self, row: int) -> None:
        line = self._page.line_model.row_at(row)
        if line is not None:
            self._presenter.open_voucher(line.voucher_id)

    def _day_chosen(self, row: int) -> None:
        found = self._page.day_model.row_at(row)
        if found is not None:
            self._page.show_days(is_shown=False)
            self._presenter.open_day(date.fromisoformat(found.name))
            self._page.focus_table()

    def _cash_counted(self) -> None:
        self._presenter.count_cash(self._page.counted.value)
        self._page.focus_table()

    def _toggle_days(self) -> None:
        self._page.show_days(is_shown=not self._page.are_days_shown)
        self._page.focus_table()

    def _show_period_words(self) -> None:
        period = Period(self._presenter.from_on, self._presenter.to_on)
        self._page.show_period_words(period_words(period))
