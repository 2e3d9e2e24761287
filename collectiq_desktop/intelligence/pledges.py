"""What parties pledged, as arrays: whether they keep their word, and what of it is to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from collectiq_desktop.core.domain.promises import (
    DECIDED,
    PaidIn,
    PromiseState,
    PromiseToPay,
    judge_promises,
)
from collectiq_desktop.core.queries.pledge_history import PaidKnown, PledgeRecords, Word
from collectiq_desktop.intelligence.history import (
    NEVER,
    NO_PROMISES,
    History,
    Pledges,
    Promises,
)


def with_pledges(history: History, records: PledgeRecords) -> History:
    """The history with what its parties pledged."""
    place = {member.party_id: at for at, member in enumerate(history.members)}
    changes: list[tuple[int, int, int, int]] = []
    pledged: list[tuple[int, int, int, int, int, bool]] = []
    for word in records.words:
        if word.party_id in place:
            judged = _Judged(word)
            at = place[word.party_id]
            changes += ((at, *change) for change in judged.changes())
            pledged += ((at, *pledge, False) for pledge in judged.pledges())
    for cheque in records.cheques:
        if cheque.party_id in place:
            ended = NEVER if cheque.ended_on is None else cheque.ended_on.toordinal() - 1
            days = (cheque.cheque_on.toordinal(), cheque.received_on.toordinal(), ended)
            pledged.append((place[cheque.party_id], *days, cheque.amount_paise, True))
    return replace(history, promises=_promises(changes), pledges=_pledges(pledged))


def _promises(changes: list[tuple[int, int, int, int]]) -> Promises:
    if not changes:
        return NO_PROMISES
    return Promises(*np.array(changes, np.int64).T)


def _pledges(rows: list[tuple[int, int, int, int, int, bool]]) -> Pledges:
    rows.sort()
    columns = np.array(rows, np.int64).reshape(-1, len(Pledges._fields)).T
    return Pledges._make([*columns[:-1], columns[-1].astype(bool)])


class _Judged:
    """A party's promises, judged on every day on which that may have changed."""

    def __init__(self, word: Word) -> None:
        self._promises = word.promises
        self._receipts = [each for each in word.receipts if self._may_keep_one(each.paid)]

    def _may_keep_one(self, paid: PaidIn) -> bool:
        return any(promise.counts(paid.ordinal, paid.paid_on) for promise in self._promises)

    def _states(self, day: date) -> Mapping[bytes, PromiseState]:
        """What each promise was by what was known at the end of a day."""
        known = [each.paid for each in self._receipts if _is_known(each, day)]
        made = [promise for promise in self._promises if promise.made_on <= day]
        return {each.promise.promise_id: each.state for each in judge_promises(made, known, day)}

    def _days(self) -> Sequence[date]:
        """The days at whose end a promise may be another than the day before.

        Where no receipt came late and none was taken back, a promise is decided by
        what was known when its time had passed, and never changes again.
        """
        days = {promise.until_on + timedelta(days=1) for promise in self._promises}
        for each in self._receipts:
            if each.known_on > each.paid.paid_on:
                days.add(each.known_on)
            if each.gone_on is not None:
                days.add(each.gone_on)
        return sorted(days)

    def changes(self) -> Iterator[tuple[int, int, int]]:
        """Each change as (the day it was known, more decided, more broken)."""
        decided = broken = 0
        for day in self._days():
            states = self._states(day).values()
            now_decided = sum(state in DECIDED for state in states)
            now_broken = sum(state is PromiseState.BROKEN for state in states)
            if (now_decided, now_broken) != (decided, broken):
                yield day.toordinal(), now_decided - decided, now_broken - broken
            decided, broken = now_decided, now_broken

    def pledges(self) -> Iterator[tuple[int, int, int, int]]:
        """Each promise as (its day, known on, until when it waits, paise)."""
        known = [each.paid for each in self._receipts if each.gone_on is None]
        for promise in self._promises:
            gone_on = min(promise.until_on, _kept_on(self._promises, known, promise))
            on, made_on = promise.promised_on.toordinal(), promise.made_on.toordinal()
            yield on, made_on, gone_on.toordinal(), promise.amount_paise


def _is_known(receipt: PaidKnown, day: date) -> bool:
    is_gone = receipt.gone_on is not None and receipt.gone_on <= day
    return receipt.known_on <= day and not is_gone


def _kept_on(
    promises: Iterable[PromiseToPay], receipts: Sequence[PaidIn], wanted: PromiseToPay
) -> date:
    """The day before the one on which a promise was kept whole; the last of all if never."""
    ordered = sorted(receipts, key=lambda each: each.paid_on)
    days = [each.paid_on for each in ordered if wanted.made_on <= each.paid_on <= wanted.until_on]
    for day in dict.fromkeys(days):
        judged = judge_promises(promises, [r for r in ordered if r.paid_on <= day], day)
        mine = next(each for each in judged if each.promise.promise_id == wanted.promise_id)
        if mine.state is PromiseState.KEPT:
            return day - timedelta(days=1)
    return date.max
