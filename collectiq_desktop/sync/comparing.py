"""Comparing day by day: which days are not here as head office has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.calendar import date_of_ymd, ymd_of
from collectiq_desktop.core.queries.syncing import DaysHere
from collectiq_desktop.core.wire.peer import AskedDays, Peer, ToldDay


class DayHereAndThere(NamedTuple):
    """One branch and day at both ends; None for what head office did not tell.

    Money: the sum of the vouchers' amounts.
    """

    on: date
    branch_id: str
    here_count: int
    here_paise: int
    there_count: int | None = None
    there_paise: int | None = None

    @property
    def is_equal(self) -> bool:
        """Whether both ends have the same."""
        return (self.here_count, self.here_paise) == (self.there_count, self.there_paise)


def compare_days(
    books: Books, peer: Peer, first_on: date, last_on: date
) -> tuple[DayHereAndThere, ...]:
    """The days of a period at both ends, oldest first.

    Dates: both inside.

    Raises:
        PeerRefused, LineTrouble: head office does not tell.
    """
    asked = AskedDays(first_on=ymd_of(first_on), last_on=ymd_of(last_on))
    there = peer.day_sums(asked).days
    here = books.ask(DaysHere(first_on=first_on, last_on=last_on))
    return tuple(_joined(here, there))


def _joined(here: Iterable[ToldDay], there: Iterable[ToldDay]) -> Iterator[DayHereAndThere]:
    mine = {(each.on, each.branch_id): each for each in here}
    theirs = {(each.on, each.branch_id): each for each in there}
    for on, branch_id in sorted(mine.keys() | theirs.keys()):
        own, other = mine.get((on, branch_id)), theirs.get((on, branch_id))
        yield DayHereAndThere(
            date_of_ymd(on),
            branch_id,
            own.vouchers_count if own else 0,
            own.amount_paise if own else 0,
            other.vouchers_count if other else 0,
            other.amount_paise if other else 0,
        )


def days_of_here(here: Iterable[ToldDay]) -> tuple[DayHereAndThere, ...]:
    """The days of this end alone, while head office cannot be asked."""
    return tuple(
        DayHereAndThere(
            date_of_ymd(each.on), each.branch_id, each.vouchers_count, each.amount_paise
        )
        for each in here
    )


def first_differing_day(books: Books, peer: Peer) -> date | None:
    """The first day of the firm's life that both ends do not have alike.

    Limits: scans all vouchers at both ends; only asked in an alarm.
    """
    days = compare_days(books, peer, date.min, date.max)
    return next((each.on for each in days if not each.is_equal), None)
