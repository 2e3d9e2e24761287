"""The collection register: a period's receipts and how its cash ties out. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Protocol

from collectiq_desktop.core.domain.accounts import account_of
from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.queries.accounts import AccountLedger, AccountPage
from collectiq_desktop.core.queries.branches import Branches, BranchLine
from collectiq_desktop.core.queries.registers import CollectionRegister, CollectionSheet
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screens.register.cash import CashTie

_WHOLE, _ROWS = "register", "register of a mode"
_BRANCHES = "register branches"
_OPENING, _CLOSING = "register opening cash", "register closing cash"
_CASH = account_of(Mode.CASH)


class RegisterView(Protocol):
    """What the presenter tells the screen."""

    def show_period(self, from_on: date, to_on: date) -> None:
        """The period that holds now."""
        ...

    def show_sums(self, sheet: CollectionSheet) -> None:
        """What came in by mode, all modes together."""
        ...

    def show_rows(self, sheet: CollectionSheet, *, is_anew: bool) -> None:
        """The receipts of the mode that is chosen, and their days."""
        ...

    def show_branches(self, branches: Sequence[BranchLine]) -> None:
        """The branches to choose from."""
        ...

    def show_cash(self, tie: CashTie | None) -> None:
        """How the cash ties out; None for one branch, for which all drawers are no measure."""
        ...


class RegisterPresenter:
    """One period, one mode and branch or all."""

    def __init__(self, view: RegisterView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._is_anew = True
        self._tie = CashTie(opening_paise=0, received_paise=0, books_paise=0)
        self.from_on = self.to_on = kit.clock.today_on()
        self.mode: Mode | None = None
        self.branch_id = ""

    def begin(self, on: date | None = None) -> None:
        """A day, by default today."""
        on = on or self._kit.clock.today_on()
        self._ask_branches()
        self.choose_period(on, on)

    def choose_period(self, from_on: date, to_on: date) -> None:
        """Another period; both days are inside."""
        self.from_on, self.to_on = from_on, to_on
        self._tie = replace(self._tie, counted_paise=None)
        self._is_anew = True
        self._view.show_period(from_on, to_on)
        self.refresh()

    def step(self, steps: int) -> None:
        """As many days as are shown, further on or back."""
        days = (self.to_on - self.from_on).days + 1
        try:
            later = timedelta(days=days * steps)
            self.choose_period(self.from_on + later, self.to_on + later)
        except OverflowError:
            return

    def choose_mode(self, mode: Mode | None) -> None:
        """Only receipts of a mode; None shows all."""
        if mode is not self.mode:
            self.mode = mode
            self._is_anew = True
            self.refresh()

    def choose_branch(self, branch_id: str) -> None:
        """Only receipts of a branch; an empty one shows all."""
        if branch_id != self.branch_id:
            self.branch_id = branch_id
            self._is_anew = True
            self.refresh()

    def count_cash(self, counted_paise: int | None) -> None:
        """What somebody counted in the drawer."""
        self._tie = replace(self._tie, counted_paise=counted_paise)
        self._view.show_cash(self._tie)

    def open_voucher(self, voucher_id: VoucherId) -> None:
        """Go to a receipt; Esc comes back."""
        self._kit.navigation.go(Place(screen="voucher", voucher_id=voucher_id))

    def open_day(self, on: date) -> None:
        """Show the receipts of one day."""
        self.choose_period(on, on)

    def books_changed(self, touched: Touched) -> None:
        """Receipts came or changed."""
        if Noun.VOUCHER in touched.nouns:
            self.refresh()
        if Noun.FIRM in touched.nouns:
            self._ask_branches()

    def _ask_branches(self) -> None:
        self._kit.work.ask(Branches(), key=_BRANCHES, done=self._view.show_branches)

    def refresh(self) -> None:
        """The same receipts, as they are now."""
        work = self._kit.work
        whole = CollectionRegister(from_on=self.from_on, to_on=self.to_on, branch_id=self.branch_id)
        work.ask(whole, key=_WHOLE, done=self._took_whole)
        if self.mode is None:
            work.forget(_ROWS)
        else:
            rows = replace(whole, mode=self.mode)
            work.ask(rows, key=_ROWS, done=self._took_rows)
        self._ask_cash()

    def _ask_cash(self) -> None:
        """What the cash account held before the period, and after it."""
        if self.branch_id:
            self._view.show_cash(None)
            return
        for key, on, done in (
            (_OPENING, self.from_on, self._took_opening),
            (_CLOSING, _day_after(self.to_on), self._took_closing),
        ):
            ask = AccountLedger(account_code=_CASH, from_on=on, to_on=on, limit=1)
            self._kit.work.ask(ask, key=key, done=done)

    def _took_whole(self, sheet: CollectionSheet) -> None:
        cash_paise = sum(
            each.received_paise for each in sheet.by_mode if each.name == Mode.CASH.value
        )
        self._tie = replace(self._tie, received_paise=cash_paise)
        self._view.show_sums(sheet)
        if not self.branch_id:
            self._view.show_cash(self._tie)
        if self.mode is None:
            self._took_rows(sheet)

    def _took_rows(self, sheet: CollectionSheet) -> None:
        is_anew, self._is_anew = self._is_anew, False
        self._view.show_rows(sheet, is_anew=is_anew)

    def _took_opening(self, page: AccountPage) -> None:
        self._tie = replace(self._tie, opening_paise=page.opening_paise)
        self._view.show_cash(self._tie)

    def _took_closing(self, page: AccountPage) -> None:
        self._tie = replace(self._tie, books_paise=page.opening_paise)
        self._view.show_cash(self._tie)


def _day_after(on: date) -> date:
    return on if on == date.max else on + timedelta(days=1)
