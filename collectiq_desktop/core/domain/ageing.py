"""Ageing: what is open, by how old or how late it is.

Pure arithmetic over bills handed in; money on account is not aged. Which
bills are open on a date is a query.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final, Literal, Protocol, TypeAlias

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.money import Paise
from collectiq_desktop.core.domain.numerals import plain_numerals
from collectiq_desktop.core.domain.saying import say

AgeingBasis: TypeAlias = Literal["due", "bill"]
"""Whether days count from the due or from the bill date."""

NOT_DUE: Final = "Not due"
MAX_SLABS: Final = 12
_MAX_LIMIT_DAYS = 9_999


class OpenBill(Protocol):
    """What ageing must know of a bill; an advance is negative."""

    @property
    def bill_on(self) -> date:
        """The date of the bill."""
        ...

    @property
    def due_on(self) -> date:
        """The last day on which it is not overdue."""
        ...

    @property
    def open_paise(self) -> Paise:
        """What is still open of it, debit positive."""
        ...


def age_days(bill_on: date, as_of_on: date) -> int:
    """Days from the bill's date; negative before it.

    Source: domain.md §1.5.
    """
    return (as_of_on - bill_on).days


def overdue_days(due_on: date, as_of_on: date) -> int:
    """Days after the due date; 0 on it and before.

    Source: domain.md §1.5, overdue counts from the day after.
    """
    return max(0, (as_of_on - due_on).days)


@dataclass(frozen=True, slots=True)
class Slabs:
    """Where one bucket of days ends and the next begins.

    `limits_days` are the last days of all buckets but the final, open one.
    By bill date the buckets are 0–30, 31–60 …; by due date one for what is
    not yet due comes first: Not due, 1–30, 31–60 …

    Raises:
        BadInput: the limits do not rise from at least one day.
    """

    limits_days: tuple[int, ...] = (30, 60, 90, 120)

    def __post_init__(self) -> None:
        limits = (0, *self.limits_days)
        rises = all(low < high for low, high in pairwise(limits))
        if not rises or not 1 < len(limits) <= MAX_SLABS + 1 or limits[-1] > _MAX_LIMIT_DAYS:
            message = say(
                "Ageing slabs must rise, as in 30,60,90,120: at most {most} of them, from 1 to "
                "{last} days.",
                most=MAX_SLABS,
                last=_MAX_LIMIT_DAYS,
            )
            raise BadInput(message, field="slabs")

    def __str__(self) -> str:
        return ",".join(map(str, self.limits_days))

    def labels(self, basis: AgeingBasis) -> tuple[str, ...]:
        """The buckets' names in order, as papers print them."""
        starts = [1 if basis == "due" else 0, *(limit + 1 for limit in self.limits_days)]
        spans = zip(starts, self.limits_days, strict=False)
        closed = [f"{low}–{high}" if low < high else f"{low}" for low, high in spans]
        first = [NOT_DUE] if basis == "due" else []
        return (*first, *closed, f">{self.limits_days[-1]}")

    def bucket_of(self, days: int, basis: AgeingBasis) -> int:
        """The place among the labels for so many days.

        Dates: days since the bill's date or the due date; by due date 0 and
            less is not due, by bill date what lies ahead is in the first.
        """
        slab = bisect_left(self.limits_days, days)
        if basis == "bill":
            return slab
        return slab + 1 if days > 0 else 0


DEFAULT_SLABS: Final = Slabs()


def parse_slabs(text: str) -> Slabs:
    """The slabs behind limits as they are typed: 30,60,90.

    Raises:
        BadInput: it is no rising list of days.
    """
    words = plain_numerals(text).replace(",", " ").replace("/", " ").split()
    limits = tuple(int(word) if word.isascii() and word.isdecimal() else 0 for word in words)
    return Slabs(limits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ageing:
    """What is open in each bucket, as of a date.

    Money: debit positive; the buckets add up to all that is open.
    """

    slabs: Slabs
    basis: AgeingBasis
    as_of_on: date
    buckets_paise: tuple[Paise, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """The buckets' names, one for each sum."""
        return self.slabs.labels(self.basis)

    @property
    def total_paise(self) -> Paise:
        """All that is open."""
        return sum(self.buckets_paise)


def ageing_of(
    bills: Iterable[OpenBill], slabs: Slabs, *, basis: AgeingBasis, as_of_on: date
) -> Ageing:
    """The open bills laid into the buckets of their days.

    Money: every bill, advances too, is in exactly one bucket, so the buckets
        add up to the sum of the bills.
    Dates: counted from due_on or from bill_on, as the basis says.
    Limits: 100,000 bills.
    """
    buckets = [0] * len(slabs.labels(basis))
    for bill in bills:
        from_on = bill.due_on if basis == "due" else bill.bill_on
        buckets[slabs.bucket_of((as_of_on - from_on).days, basis)] += bill.open_paise
    return Ageing(slabs=slabs, basis=basis, as_of_on=as_of_on, buckets_paise=tuple(buckets))
