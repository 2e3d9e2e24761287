"""Outstanding: which day, which beat and branch, which order. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Protocol

from collectiq_desktop.core.queries.as_of import PartyFilter
from collectiq_desktop.core.queries.outstanding import (
    Outstanding,
    OutstandingParty,
    OutstandingSheet,
)
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.reports.presenter import PartyReportPresenter, PartyReportView


class Which(StrEnum):
    """Which parties are shown; the value also stands in a place that leads here."""

    ALL = ""
    OVERDUE = "overdue"
    DUE = "due"

    @property
    def following(self) -> Which:
        """The next one, and after the last the first."""
        every = list(Which)
        return every[(every.index(self) + 1) % len(every)]


class Late(NamedTuple):
    """What of a party's bills is overdue.

    Money: overdue_paise is debit positive.
    """

    overdue_paise: int
    oldest_days: int


def late_of(party: OutstandingParty) -> Late:
    """The overdue bills of a party together."""
    overdue_paise, oldest_days = 0, 0
    for bill in party.bills:
        if bill.overdue_days:
            overdue_paise += bill.open_paise
            oldest_days = max(oldest_days, bill.overdue_days)
    return Late(overdue_paise, oldest_days)


def bills_paise(party: OutstandingParty) -> int:
    """The open bills of a party together, debit positive."""
    return sum(bill.open_paise for bill in party.bills)


def due_paise(party: OutstandingParty, on: date) -> int:
    """What of a party's bills falls due on a day, debit positive."""
    return sum(bill.open_paise for bill in party.bills if bill.due_on == on and bill.open_paise > 0)


class _Sums(NamedTuple):
    bills_count: int
    bills_paise: int
    overdue_paise: int
    overdue_parties_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Owing:
    """What is shown: the parties in their order, and all of them together.

    Money: debit positive.
    """

    as_of_on: date
    is_today: bool
    beat: str
    area: str
    branch_id: str
    which: Which
    is_largest_first: bool
    rows: tuple[OutstandingParty, ...]
    bills_count: int
    bills_paise: int
    overdue_paise: int
    overdue_parties_count: int
    due_paise: int
    on_account_paise: int
    total_paise: int
    has_totals: bool = True

    @property
    def is_tied_out(self) -> bool:
        """Whether bills and on account are all of the balances."""
        return self.bills_paise + self.on_account_paise == self.total_paise


class OutstandingView(PartyReportView, Protocol):
    """What the presenter tells the screen."""

    def show_owing(self, owing: Owing, *, is_anew: bool) -> None:
        """The parties; anew where they answer another question."""
        ...


class OutstandingPresenter(PartyReportPresenter):
    """One report at a time."""

    def __init__(self, view: OutstandingView, kit: Kit) -> None:
        super().__init__(view, kit)
        self._view = view
        self._as_of_on = kit.clock.today_on()
        self._beat = self._branch_id = self._area = ""
        self._which = Which.ALL
        self._is_largest_first = False
        self._sheet: OutstandingSheet | None = None

    def open(self, as_of_on: date, beat: str = "", branch_id: str = "", area: str = "") -> None:
        """Another day, beat, branch or area."""
        self._as_of_on, self._beat, self._branch_id = as_of_on, beat, branch_id
        self._area = area
        self._is_anew = True
        self._ask()

    def show_which(self, which: Which) -> None:
        """All parties, or only those with a bill that is overdue or falls due on the day."""
        if which is not self._which:
            self._which, self._is_anew = which, True
            self._show()

    def change_which(self) -> None:
        """To the next choice of parties."""
        self.show_which(self._which.following)

    def change_order(self) -> None:
        """By name, or the largest overdue first."""
        self._is_largest_first = not self._is_largest_first
        self._is_anew = True
        self._show()

    def _ask(self) -> None:
        wanted = PartyFilter(beat=self._beat, area=self._area)
        ask = Outstanding(as_of_on=self._as_of_on, parties=wanted, branch_id=self._branch_id)
        self._kit.work.ask(ask, key=(self, "sheet"), done=self._took, failed=self._failed)

    def _took(self, sheet: OutstandingSheet) -> None:
        self._sheet = sheet
        self._show()

    def _show(self) -> None:
        if self._sheet is None:
            return
        is_anew, self._is_anew = self._is_anew, False
        self._view.show_owing(self._owing(self._sheet), is_anew=is_anew)

    def _owing(self, sheet: OutstandingSheet) -> Owing:
        rows = tuple(party for party in sheet.parties if self._is_wanted(party, sheet.as_of_on))
        if self._is_largest_first:
            rows = tuple(sorted(rows, key=_largest))
        sums = _together(rows)
        return Owing(
            as_of_on=sheet.as_of_on,
            is_today=sheet.as_of_on == self._kit.clock.today_on(),
            beat=self._beat,
            area=self._area,
            branch_id=self._branch_id,
            which=self._which,
            is_largest_first=self._is_largest_first,
            rows=rows,
            bills_count=sums.bills_count,
            bills_paise=sums.bills_paise,
            overdue_paise=sums.overdue_paise,
            overdue_parties_count=sums.overdue_parties_count,
            due_paise=sum(due_paise(party, sheet.as_of_on) for party in rows),
            on_account_paise=sum(party.on_account_paise for party in rows),
            has_totals=sheet.has_totals,
            total_paise=(
                sheet.total_paise
                if self._which is Which.ALL
                else sum(party.balance_paise for party in rows)
            ),
        )

    def _is_wanted(self, party: OutstandingParty, on: date) -> bool:
        if self._which is Which.OVERDUE:
            return any(bill.overdue_days for bill in party.bills)
        return self._which is Which.ALL or due_paise(party, on) > 0


def _largest(party: OutstandingParty) -> tuple[int, int]:
    return -late_of(party).overdue_paise, -party.balance_paise


def _together(parties: Sequence[OutstandingParty]) -> _Sums:
    """All bills of all parties in one go, for this runs while the clerk looks on."""
    bills_count = all_paise = overdue_paise = late_parties_count = 0
    for party in parties:
        before_paise = overdue_paise
        bills_count += len(party.bills)
        for bill in party.bills:
            all_paise += bill.open_paise
            if bill.overdue_days:
                overdue_paise += bill.open_paise
        late_parties_count += overdue_paise > before_paise
    return _Sums(bills_count, all_paise, overdue_paise, late_parties_count)
