"""The bills of a receipt: what is proposed on them, and what the clerk changes. No window here."""

from __future__ import annotations

from typing import Protocol

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.money import format_inr, parse_amount
from collectiq_desktop.core.domain.posting import ReceiptSums
from collectiq_desktop.ui.screens.receipt.spread import Spread, Spreading


class BillsView(Protocol):
    """What shows the bills."""

    def show_spread(self, spread: Spread) -> None:
        """The bills, and how the receipt lies on them."""
        ...

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        ...


class ReceiptBills:
    """How the money that is typed lies on the bills."""

    def __init__(self, view: BillsView) -> None:
        self._bills_view = view
        self._spreading = Spreading()
        self._sums = ReceiptSums(0)

    def take_sums(self, sums: ReceiptSums) -> None:
        """The money, and what is let off beside it, as far as it is typed."""
        if sums != self._sums:
            self._sums = sums
            self._show_spread()

    def take_part(self, row: int, _column: int, typed: str) -> None:
        """The part of one bill as it was typed into its line."""
        share = self._spread.rows[row]
        if typed == format_inr(share.part_paise):
            return
        try:
            part_paise = parse_amount(typed, field="bills") if typed.strip() else 0
            self._spreading.choose(share.bill.key, part_paise)
        except BadInput as error:
            self._show_spread()
            self._bills_view.show_problem("bills", error.message)
        else:
            self._show_spread()

    def tick(self, row: int) -> None:
        """Take a bill in or out."""
        key = self._spread.rows[row].bill.key
        self._spreading.tick(key, self._sums.settled_paise)
        self._show_spread()

    def change_order(self) -> None:
        """Oldest first or newest first; parts that were typed are proposed anew."""
        self._spreading.is_newest_first = not self._spreading.is_newest_first
        self._spreading.chosen_paise.clear()
        self._show_spread()

    @property
    def _spread(self) -> Spread:
        return self._spreading.spread(self._sums.settled_paise)

    def _show_spread(self) -> None:
        self._bills_view.show_spread(self._spread)
