"""The payment history as arrays, and what of it was known strictly before a day.

Days are ordinals of `date.toordinal`, money whole paise. The knowledge day of
anything is the later of its own date and the day it was keyed in: what was
keyed in late must not be known early, or every figure would flatter. A bill is
known on a day when its knowledge day lies before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Whole: TypeAlias = NDArray[np.int64]
Real: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]

NEVER = 1 << 30
"""A day that does not come."""


class Member(NamedTuple):
    """A party of the history: what names it, and what it owes by the books.

    Money: debit positive.
    """

    party_id: bytes
    name: str
    code: str = ""
    beat: str = ""
    is_bill_wise: bool = True
    balance_paise: int = 0


class Moves(NamedTuple):
    """What moved bills: each lowers its bill by so much, from one knowledge day to another."""

    bill: Whole
    on: Whole
    known_on: Whole
    gone_on: Whole
    paise: Whole


class Receipts(NamedTuple):
    """Money that came in from parties, whether or not it was set against bills."""

    party: Whole
    on: Whole
    known_on: Whole
    gone_on: Whole
    paise: Whole


class Rests(NamedTuple):
    """What lies on account or in advances, debit positive: what came, and what was used."""

    party: Whole
    known_on: Whole
    paise: Whole


class Lapses(NamedTuple):
    """Times in which a bill was held to be paid, until a cheque came back or a mistake was found.

    Dates: so held after `from_on`, up to and with `to_on`.
    """

    bill: Whole
    from_on: Whole
    to_on: Whole
    paid_on: Whole


class Returns(NamedTuple):
    """Payments that were taken back: a cheque that came back, and when that was known."""

    party: Whole
    known_on: Whole
    voucher_row: Whole


class Promises(NamedTuple):
    """What became of promises to pay, each change as it became known.

    Args:
        decided, broken: by how many more promises of the party are decided, and broken.
    """

    party: Whole
    known_on: Whole
    decided: Whole
    broken: Whole


class Pledges(NamedTuple):
    """Money that a party has pledged: by its word, or by a post-dated cheque.

    Dates: `on` is the day for which it is pledged; a pledge counts from its knowledge
        day on, up to and with `gone_on`.
    """

    party: Whole
    on: Whole
    known_on: Whole
    gone_on: Whole
    paise: Whole
    is_cheque: Flags

    def where(self, which: Flags) -> Pledges:
        """Some of them."""
        *columns, is_cheque = self
        return Pledges._make((*(column[which] for column in columns), is_cheque[which]))


_NOTHING: Any = np.zeros(0, np.int64)
NO_PROMISES = Promises._make([_NOTHING] * 4)
NO_PLEDGES = Pledges._make([*[_NOTHING] * 5, np.zeros(0, bool)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Bills:
    """Bills by party and knowledge day; one element of each array for each bill.

    Args:
        seen_from: from this day it is known whether the bill was still unpaid; for an
            opening bill the day the books began, else the bill's own.
        paid_on, paid_known_on: the first day on which it was settled, and when that was
            known; NEVER while it is open.
        ended_on: the day it was known to be closed without money, by a credit note.
        is_told: whether it says how its party pays. Cash over the counter does not, nor
            does an opening bill without its date.
        is_sample: whether it stands for bills in general. An opening bill does not:
            those that had been paid were not brought over.
        voucher_row, n: what names it in its books.
    """

    party: Whole
    bill_on: Whole
    due_on: Whole
    known_on: Whole
    seen_from: Whole
    amount_paise: Whole
    paid_on: Whole
    paid_known_on: Whole
    ended_on: Whole
    is_told: Flags
    is_sample: Flags
    voucher_row: Whole
    n: Whole

    def __len__(self) -> int:
        return len(self.party)


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Everything that is known of how parties pay."""

    members: Sequence[Member]
    bills: Bills
    moves: Moves
    receipts: Receipts
    rests: Rests
    lapses: Lapses
    returns: Returns
    promises: Promises = NO_PROMISES
    pledges: Pledges = NO_PLEDGES

    @property
    def first_on(self) -> int:
        """The day of the first bill; 0 without any."""
        return int(self.bills.bill_on.min()) if len(self.bills) else 0


def empty_history(members: Sequence[Member]) -> History:
    """A history of parties of whom nothing is known."""
    none: Any = np.zeros(0, np.int64)
    bills = dict.fromkeys((field.name for field in fields(Bills)), none)
    bills |= dict.fromkeys(("is_told", "is_sample"), np.zeros(0, bool))
    return History(
        members=members,
        bills=Bills(**bills),
        moves=Moves(*[none] * 5),
        receipts=Receipts(*[none] * 5),
        rests=Rests(*[none] * 3),
        lapses=Lapses(*[none] * 4),
        returns=Returns(*[none] * 3),
    )


def paid_days(history: History, bills: Whole, days: Whole) -> Whole:
    """The day each bill was paid, as held strictly before a day; NEVER for what was held open."""
    known = history.bills.paid_known_on[bills] < days
    found: Whole = np.where(known, history.bills.paid_on[bills], NEVER)
    lapses = history.lapses
    if not len(lapses.bill):
        return found
    first, last = (np.searchsorted(lapses.bill, bills, side) for side in ("left", "right"))
    for nth in range(int((last - first).max(initial=0))):
        some = np.flatnonzero(first + nth < last)
        at = first[some] + nth
        held = (lapses.from_on[at] < days[some]) & (days[some] <= lapses.to_on[at])
        found[some[held]] = lapses.paid_on[at[held]]
    return found


def distinct(values: Whole) -> Whole:
    """Each value once, in order; for nearly sorted ones far quicker than numpy's own way."""
    found = np.sort(values, kind="stable")
    return found[starts_of(found)]


def starts_of(sorted_keys: Whole) -> Flags:
    """Where a new key begins in sorted keys."""
    starts = np.ones(len(sorted_keys), bool)
    starts[1:] = sorted_keys[1:] != sorted_keys[:-1]
    return starts
