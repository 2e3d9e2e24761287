"""From a party to its bills as of a day, and from a bill to its vouchers.

Plain Python; what is found is shown by `bills_panel`. An answer to an older
question never comes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.queries.bills import BillHistory, BillLine, BillStory, OpenBills
from collectiq_desktop.ui.work.lanes import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class BillsAsOf:
    """A party's open bills at the end of a day."""

    party: str
    as_of_on: date
    bills: tuple[BillLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """One voucher of a bill: the one that opened it, or a claim on it.

    Args:
        kind: the machine word; empty for the voucher that opened the bill.

    Money: debit positive; open_paise is the bill after it.
    """

    voucher_id: VoucherId
    on: date
    kind: str
    number: str
    amount_paise: int
    open_paise: int


class DrillView(Protocol):
    """Where bills and their vouchers are shown."""

    def show_bills(self, found: BillsAsOf) -> None:
        """The bills of a party."""
        ...

    def show_story(self, number: str, lines: tuple[StoryLine, ...]) -> None:
        """The vouchers of one bill, in the order in which they settled."""
        ...

    def show_drill_problem(self, sentence: str) -> None:
        """What could not be had."""
        ...


class BillDrill:
    """One party at a time, one bill at a time."""

    def __init__(self, view: DrillView, work: Work) -> None:
        self._view = view
        self._work = work

    def open_party(self, party_id: PartyId, party: str, as_of_on: date) -> None:
        """Show a party's bills as of a day."""

        def took(bills: tuple[BillLine, ...]) -> None:
            self._view.show_bills(BillsAsOf(party=party, as_of_on=as_of_on, bills=bills))

        self._work.forget((self, "story"))
        ask = OpenBills(party_id=party_id, as_of_on=as_of_on)
        self._work.ask(ask, key=(self, "bills"), done=took, failed=self._failed)

    def open_bill(self, bill: BillLine) -> None:
        """Show the vouchers of a bill."""
        ask = BillHistory(voucher_id=bill.voucher_id, n=bill.n)
        self._work.ask(ask, key=(self, "story"), done=self._took_story, failed=self._failed)

    def close(self) -> None:
        """Nothing more is wanted."""
        self._work.forget((self, "bills"))
        self._work.forget((self, "story"))

    def _took_story(self, story: BillStory) -> None:
        self._view.show_story(story.bill.number, story_lines(story))

    def _failed(self, error: CollectIQError) -> None:
        self._view.show_drill_problem(error.message)


def story_lines(story: BillStory) -> tuple[StoryLine, ...]:
    """The voucher that opened the bill, and every claim that settled some of it."""
    bill = story.bill
    opened = StoryLine(
        voucher_id=bill.voucher_id,
        on=bill.bill_on,
        kind="",
        number=bill.number,
        amount_paise=bill.amount_paise,
        open_paise=bill.amount_paise,
    )
    claims = (
        StoryLine(
            voucher_id=claim.voucher_id,
            on=claim.on,
            kind=claim.kind,
            number=claim.number,
            amount_paise=claim.settled_paise,
            open_paise=claim.open_paise,
        )
        for claim in story.claims
        if claim.settled_paise
    )
    return (opened, *claims)
