"""Promises to pay: kept, part kept or broken, by what came in until their day.

A promise is never marked: whether it was kept is asked of the receipts. A
payment counts for one promise only, the earliest due first, and one that was
taken before the promise in the same visit counts for none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

GRACE_DAYS = 2
"""How long after its day money still keeps a promise, and reminders pause."""

BillAt = tuple[bytes, int]
"""A bill by its voucher's id and its place there."""


class PromiseState(StrEnum):
    """What became of a promise by a day."""

    WAITING = "waiting"
    KEPT = "kept"
    PART = "part"
    BROKEN = "broken"


DECIDED = frozenset({PromiseState.KEPT, PromiseState.PART, PromiseState.BROKEN})


class PromiseToPay(NamedTuple):
    """A promise as far as judging it needs.

    Args:
        bill: the one bill that it is for, None for all that the party owes.
    """

    promise_id: bytes
    ordinal: int
    amount_paise: int
    made_on: date
    promised_on: date
    bill: BillAt | None = None

    @property
    def until_on(self) -> date:
        """The last day on which money keeps it, and reminders pause."""
        return self.promised_on + timedelta(days=GRACE_DAYS)

    def counts(self, ordinal: int, paid_on: date) -> bool:
        """Whether money of a day, entered at a place, can be meant."""
        is_after = (paid_on, ordinal) > (self.made_on, self.ordinal)
        return is_after and self.made_on <= paid_on <= self.until_on


@dataclass(frozen=True, slots=True)
class PaidIn:
    """Money that came from the party and was not taken back.

    Money: `amount_paise` > 0; `on_bills` is what of it settled which bill.
    """

    ordinal: int
    paid_on: date
    amount_paise: int
    on_bills: Mapping[BillAt, int] = field(default_factory=dict)


class PromiseJudged(NamedTuple):
    """A promise with what was paid for it and what it is by a day.

    Money: paid_paise is at most the promise's amount.
    """

    promise: PromiseToPay
    paid_paise: int
    state: PromiseState


def judge_promises(
    promises: Iterable[PromiseToPay], receipts: Iterable[PaidIn], today_on: date
) -> list[PromiseJudged]:
    """What became of a party's promises, the earliest day first.

    Limits: a party has some dozens of promises, and some hundreds of receipts.
    """
    ordered = sorted(promises, key=lambda each: (each.promised_on, each.ordinal))
    paid = [0] * len(ordered)
    for receipt in sorted(receipts, key=lambda each: (each.paid_on, each.ordinal)):
        _share(ordered, paid, receipt)
    return [
        PromiseJudged(promise, paise, _state(promise, paise, today_on))
        for promise, paise in zip(ordered, paid, strict=True)
    ]


def _share(promises: Sequence[PromiseToPay], paid: list[int], receipt: PaidIn) -> None:
    """Share one receipt among the promises it can be meant for, those on its bills first."""
    left = receipt.amount_paise
    left_on = dict(receipt.on_bills)
    for is_on_bill in (True, False):
        for n, promise in enumerate(promises):
            if (promise.bill is not None) != is_on_bill:
                continue
            if not promise.counts(receipt.ordinal, receipt.paid_on):
                continue
            room = left if promise.bill is None else min(left, left_on.get(promise.bill, 0))
            part = max(min(room, promise.amount_paise - paid[n]), 0)
            paid[n] += part
            left -= part
            if promise.bill is not None:
                left_on[promise.bill] = left_on.get(promise.bill, 0) - part


def _state(promise: PromiseToPay, paid_paise: int, today_on: date) -> PromiseState:
    if paid_paise >= promise.amount_paise:
        return PromiseState.KEPT
    if today_on <= promise.until_on:
        return PromiseState.WAITING
    return PromiseState.PART if paid_paise else PromiseState.BROKEN


class KeptRate(NamedTuple):
    """How many of the promises that are decided were kept whole, in part or not."""

    kept_count: int
    part_count: int
    broken_count: int

    @property
    def decided_count(self) -> int:
        """How many are decided."""
        return self.kept_count + self.part_count + self.broken_count


def kept_rate(judged: Iterable[PromiseJudged]) -> KeptRate:
    """The count of kept, part kept and broken promises."""
    states = [each.state for each in judged]
    counted = (PromiseState.KEPT, PromiseState.PART, PromiseState.BROKEN)
    return KeptRate(*(states.count(state) for state in counted))
