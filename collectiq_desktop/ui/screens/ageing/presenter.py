"""Ageing: which day, which beat and branch, which slabs, from which date. No window here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from collectiq_desktop.core.domain.ageing import DEFAULT_SLABS, AgeingBasis, Slabs
from collectiq_desktop.core.queries.ageing import Ageing, AgeingSheet
from collectiq_desktop.core.queries.as_of import PartyFilter
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.reports.presenter import PartyReportPresenter, PartyReportView


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeingWish:
    """What the clerk wants to see."""

    as_of_on: date
    beat: str = ""
    area: str = ""
    branch_id: str = ""
    slabs: Slabs = DEFAULT_SLABS
    basis: AgeingBasis = "due"


class AgeingView(PartyReportView, Protocol):
    """What the presenter tells the screen."""

    def show_sheet(self, sheet: AgeingSheet, *, is_anew: bool) -> None:
        """The parties by age; anew where they answer another question."""
        ...


class AgeingPresenter(PartyReportPresenter):
    """One report at a time."""

    def __init__(self, view: AgeingView, kit: Kit) -> None:
        super().__init__(view, kit)
        self._view = view
        self.wish = AgeingWish(as_of_on=kit.clock.today_on())

    def open(self, as_of_on: date, beat: str = "", branch_id: str = "", area: str = "") -> None:
        """Another day, beat, branch or area; slabs and basis stay."""
        wish = replace(self.wish, as_of_on=as_of_on, beat=beat, branch_id=branch_id, area=area)
        self._want(wish)

    def change_basis(self) -> None:
        """From the due date to the bill date, and back."""
        self._want(replace(self.wish, basis="bill" if self.wish.basis == "due" else "due"))

    def take_slabs(self, slabs: Slabs) -> None:
        """Other buckets."""
        if slabs != self.wish.slabs:
            self._want(replace(self.wish, slabs=slabs))

    def _want(self, wish: AgeingWish) -> None:
        self.wish, self._is_anew = wish, True
        self._ask()

    def _ask(self) -> None:
        wish = self.wish
        ask = Ageing(
            as_of_on=wish.as_of_on,
            basis=wish.basis,
            slabs=wish.slabs,
            parties=PartyFilter(beat=wish.beat, area=wish.area),
            branch_id=wish.branch_id,
        )
        self._kit.work.ask(ask, key=(self, "sheet"), done=self._took, failed=self._failed)

    def _took(self, sheet: AgeingSheet) -> None:
        is_anew, self._is_anew = self._is_anew, False
        self._view.show_sheet(sheet, is_anew=is_anew)
