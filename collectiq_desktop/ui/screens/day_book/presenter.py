"""The day book: which vouchers are asked for, and what they come to. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol

from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.branches import Branches, BranchLine
from collectiq_desktop.core.queries.daybook import DayBook, DayBookKey
from collectiq_desktop.core.queries.daybook_sums import DayBookSums, KindSum
from collectiq_desktop.ui.kit import Kit, Place

_SUMS_KEY, _BRANCHES_KEY = "day book sums", "day book branches"


class DayBookView(Protocol):
    """What the presenter tells the screen."""

    def show_period(self, from_on: date, to_on: date) -> None:
        """The period that holds now."""
        ...

    def show_pages(self) -> None:
        """Other vouchers are asked for: begin with their first page."""
        ...

    def refresh_pages(self) -> None:
        """The same vouchers, which may have changed."""
        ...

    def show_branches(self, branches: Sequence[BranchLine]) -> None:
        """The branches to choose from."""
        ...

    def show_sums(self, sums: tuple[KindSum, ...]) -> None:
        """What the vouchers come to."""
        ...


class DayBookPresenter:
    """One period, one kind and branch or all."""

    def __init__(self, view: DayBookView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self.from_on = self.to_on = kit.clock.today_on()
        self.kind: VoucherKind | None = None
        self.branch_id = ""

    def begin(self, on: date | None = None) -> None:
        """A day, by default today."""
        on = on or self._kit.clock.today_on()
        self._ask_branches()
        self.choose_period(on, on)

    def choose_period(self, from_on: date, to_on: date) -> None:
        """Another period; both days are inside."""
        self.from_on, self.to_on = from_on, to_on
        self._view.show_period(from_on, to_on)
        self._show()

    def step(self, steps: int) -> None:
        """As many days as are shown, further on or back."""
        days = (self.to_on - self.from_on).days + 1
        try:
            later = timedelta(days=days * steps)
            self.choose_period(self.from_on + later, self.to_on + later)
        except OverflowError:
            return

    def choose_kind(self, kind: VoucherKind | None) -> None:
        """Only vouchers of a kind; None shows all."""
        if kind is not self.kind:
            self.kind = kind
            self._show()

    def choose_branch(self, branch_id: str) -> None:
        """Only vouchers of a branch; an empty one shows all."""
        if branch_id != self.branch_id:
            self.branch_id = branch_id
            self._show()

    def ask_page(self, after: DayBookKey | None, limit: int) -> DayBook:
        """What to ask for the page after a place."""
        return DayBook(
            from_on=self.from_on,
            to_on=self.to_on,
            kind=self.kind,
            branch_id=self.branch_id,
            after=after,
            limit=limit,
        )

    def open_voucher(self, voucher_id: VoucherId) -> None:
        """Go to a voucher; Esc comes back."""
        self._kit.navigation.go(Place(screen="voucher", voucher_id=voucher_id))

    def refresh(self) -> None:
        """The same vouchers, as they are now."""
        self._view.refresh_pages()
        self._ask_sums()

    def books_changed(self, touched: Touched) -> None:
        """Vouchers came or changed."""
        if Noun.VOUCHER in touched.nouns:
            self.refresh()
        if Noun.FIRM in touched.nouns:
            self._ask_branches()

    def _ask_branches(self) -> None:
        self._kit.work.ask(Branches(), key=_BRANCHES_KEY, done=self._view.show_branches)

    def _show(self) -> None:
        self._view.show_pages()
        self._ask_sums()

    def _ask_sums(self) -> None:
        ask = DayBookSums(
            from_on=self.from_on, to_on=self.to_on, kind=self.kind, branch_id=self.branch_id
        )
        self._kit.work.ask(ask, key=_SUMS_KEY, done=self._view.show_sums)
