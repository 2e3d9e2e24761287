"""What was known of parties strictly before a day: their bills, and what was open of them.

A question is a party and a day; many are asked at once. Bills lie by party and
knowledge day, so what a question may see is one run of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from collectiq_desktop.intelligence.history import (
    NEVER,
    History,
    Whole,
    paid_days,
    starts_of,
)

_DAY_BITS = 21


class Asked(NamedTuple):
    """Parties, each with the day before which the history is looked at."""

    party: Whole
    day: Whole

    def part(self, which: slice) -> Asked:
        """Some of them."""
        return Asked(self.party[which], self.day[which])


class Seen(NamedTuple):
    """The bills that questions see; one element for each bill of each question.

    Args:
        asked: the place of the question.
        paid_on: as held then, NEVER for what was held open.
    """

    asked: Whole
    bill: Whole
    day: Whole
    paid_on: Whole


class Open(NamedTuple):
    """What was open of bills when they were asked for.

    Money: after what had been paid of each; what its party had lying on account or in
        advances is taken off the oldest, and a bill that it covers is not there.
    """

    asked: Whole
    bill: Whole
    paise: Whole


class Running:
    """Sums of money by owner, as of any day: what was known strictly before it."""

    def __init__(self, owner: Whole, known_on: Whole, paise: Whole) -> None:
        keys = _key(owner, known_on)
        order = np.argsort(keys, kind="stable")
        self._keys = keys[order]
        self._sums = np.concatenate([[0], np.cumsum(paise[order])])

    def before(self, owner: Whole, day: Whole) -> Whole:
        """The sum of each owner before its day."""
        until = np.searchsorted(self._keys, _key(owner, day))
        found: Whole = self._sums[until] - self._sums[np.searchsorted(self._keys, _key(owner, 0))]
        return found


def _key(owner: Whole, day: Whole | int) -> Whole:
    found: Whole = (owner << _DAY_BITS) + day
    return found


class Views:
    """A history, prepared for being looked at from many days."""

    def __init__(self, history: History) -> None:
        self.history = history
        moves, rests = history.moves, history.rests
        gone = moves.gone_on < NEVER
        self._moved = Running(
            np.append(moves.bill, moves.bill[gone]),
            np.append(moves.known_on, moves.gone_on[gone]),
            np.append(moves.paise, -moves.paise[gone]),
        )
        self._rests = Running(rests.party, rests.known_on, rests.paise)
        self._returns = Running(
            history.returns.party, history.returns.known_on, np.ones_like(history.returns.party)
        )
        party, known_on, decided, broken = history.promises
        self._decided = Running(party, known_on, decided)
        self._broken = Running(party, known_on, broken)
        self._keys = _key(history.bills.party, history.bills.known_on)

    def seen(self, asked: Asked) -> Seen:
        """The bills known to each question."""
        first = np.searchsorted(self._keys, _key(asked.party, 0))
        count = np.searchsorted(self._keys, _key(asked.party, asked.day)) - first
        place = np.repeat(np.arange(len(count)), count)
        within = np.arange(len(place)) - np.repeat(np.cumsum(count) - count, count)
        bill, day = first[place] + within, asked.day[place]
        return Seen(place, bill, day, paid_days(self.history, bill, day))

    def counts(self, asked: Asked) -> Whole:
        """How many bills each question sees."""
        first = np.searchsorted(self._keys, _key(asked.party, 0))
        found: Whole = np.searchsorted(self._keys, _key(asked.party, asked.day)) - first
        return found

    def still_open(self, asked: Asked, seen: Seen) -> Open:
        """What is open of what they see, by question and then by due date."""
        bills = self.history.bills
        held = np.flatnonzero((seen.paid_on == NEVER) & (bills.ended_on[seen.bill] >= seen.day))
        place, bill, day = seen.asked[held], seen.bill[held], seen.day[held]
        paise = bills.amount_paise[bill] - self._moved.before(bill, day)
        order = np.lexsort((bill, bills.bill_on[bill], bills.due_on[bill], place))
        order = order[paise[order] > 0]
        place, bill, paise = place[order], bill[order], paise[order]
        credit = np.maximum(0, -self._rests.before(asked.party, asked.day))
        left = paise
        if credit.any():
            left = np.clip(_sums_up_to(paise, place) - credit[place], 0, paise)
        return Open(place[left > 0], bill[left > 0], left[left > 0])

    def open_on(self, day: int) -> tuple[Asked, Open]:
        """What was open of every party as of one day."""
        everyone = np.arange(len(self.history.members))
        asked = Asked(everyone, np.full(len(everyone), day))
        return asked, self.still_open(asked, self.seen(asked))

    def moved_before(self, bill: Whole, day: Whole) -> Whole:
        """By how much each bill had been lowered before its day."""
        return self._moved.before(bill, day)

    def returns_count(self, asked: Asked) -> Whole:
        """How many payments of each had been taken back."""
        return self._returns.before(asked.party, asked.day)

    def decided_promises(self, asked: Asked) -> Whole:
        """How many promises of each had been kept or not."""
        return self._decided.before(asked.party, asked.day)

    def broken_promises(self, asked: Asked) -> Whole:
        """How many promises of each had been broken."""
        return self._broken.before(asked.party, asked.day)

    def in_parts(self, asked: Asked, most_bills: int = 400_000) -> Iterator[slice]:
        """The questions in runs that see so many bills at most, or are a single one."""
        running = np.cumsum(self.counts(asked))
        start = 0
        while start < len(running):
            before = int(running[start - 1]) if start else 0
            stop = int(np.searchsorted(running, before + most_bills, side="right"))
            stop = min(max(stop, start + 1), start + _QUESTIONS_AT_ONCE)
            yield slice(start, stop)
            start = stop


_QUESTIONS_AT_ONCE = 4_096


def _sums_up_to(paise: Whole, place: Whole) -> Whole:
    """The running sum within each place."""
    running = np.cumsum(paise)
    at_start = np.flatnonzero(starts_of(place))
    before = running[at_start] - paise[at_start]
    found: Whole = running - np.repeat(before, np.diff(np.append(at_start, len(paise))))
    return found
