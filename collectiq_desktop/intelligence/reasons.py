"""Why a party has its score, in facts of the ledger.

A reason names bills, or something that was taken back. What it does to the
score is found by looking at the ledger without them, and a reason that would
not move the score the way it says is not given. No reason speaks of a model.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import numpy as np

from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.saying import Sentence, say
from collectiq_desktop.intelligence.curves import FIRST_X, LAST_X
from collectiq_desktop.intelligence.edits import (
    of_parties,
    with_paid,
    without_bills,
    without_promises,
    without_returns,
)
from collectiq_desktop.intelligence.features import logit, lot_of
from collectiq_desktop.intelligence.history import Bills, Flags, History, Real, Whole
from collectiq_desktop.intelligence.sight import Outlook, Sight, outlook, score_of
from collectiq_desktop.intelligence.views import Asked, Open

MOST_RAISING, MOST_LOWERING = 3, 1
LEAST_EFFECT, LEAST_ODDS_EFFECT = 0.005, 0.1
"""A reason that moves the score by less, and the logarithm of its odds too, is none: near
nothing and near certainty a score hardly moves, whatever speaks for it."""

_LAST_BILLS, _TREND_BILLS = 10, 3
_TREND_DAYS, _UNUSUAL_TIMES, _FEWEST_BEFORE = 5, 2.5, 3
_SILENT_GAPS, _FEWEST_PAYMENTS = 2.0, 3
_FEW_BILLS = 3


class Kind(StrEnum):
    """What a reason is about."""

    LATE_HABIT = "late_habit"
    OVERDUE = "overdue"
    SLOWER = "slower"
    LARGE_BILL = "large_bill"
    SILENT = "silent"
    RETURNED = "returned"
    BROKEN_PROMISES = "broken_promises"
    ON_TIME = "on_time"
    FASTER = "faster"
    FEW_BILLS = "few_bills"


class Reason(NamedTuple):
    """A reason, and what the score would do without it.

    Args:
        sentence: what a person reads.
        effect: how much higher the score is for it; below zero lower.
        bills: the places of the bills that it names, in the history.
        without: the history as it would be without what it names.
    """

    kind: Kind
    sentence: Sentence
    effect: float
    bills: Whole
    without: History


class _Named(NamedTuple):
    """A reason before its effect is known, and which way it must go."""

    kind: Kind
    sentence: Sentence
    bills: Whole
    without: History
    direction: int


class Curve(NamedTuple):
    """What share of bills is paid by each day counted from due: of the party, of the shop."""

    days: Whole
    paid_share: Real
    shop_share: Real


@dataclass(frozen=True, slots=True)
class Witness:
    """One party's own history, before the background of its shop."""

    sight: Sight
    party: int

    @classmethod
    def of(cls, sight: Sight, party: int) -> Witness:
        """The party as seen in a shop."""
        alone = of_parties(sight.history, np.array([party]))
        return cls(sight.with_history(alone), party)

    def outlook(self, history: History | None = None) -> Outlook:
        """What is to be expected of it, also if its history were another."""
        seen = self.sight if history is None else self.sight.with_history(history)
        return outlook(seen, np.array([self.party]))

    def curve(self) -> Curve:
        """Its payment curve and the shop's, to be drawn."""
        ground = self.sight.ground
        asked = Asked(np.array([self.party]), np.array([self.sight.day]))
        lot = lot_of(ground.views, ground.shop, asked, ground.settings)
        days = np.arange(FIRST_X, LAST_X + 1)
        place, since = np.zeros(len(days), np.int64), np.full(len(days), FIRST_X - 1)
        return Curve(
            days,
            1 - lot.curves.still_unpaid(place, days, since),
            1 - lot.usual_curves.still_unpaid(place, days, since),
        )

    def score(self, history: History | None = None) -> float:
        """Its score, also if its history were another."""
        seen = self.sight if history is None else self.sight.with_history(history)
        return score_of(seen, self.party)


def reasons_of(witness: Witness) -> tuple[Reason, ...]:
    """The reasons that weigh most: up to three that raise the score, and one that lowers it.

    How little the score rests on is said last, where it is little.
    """
    score = witness.score()
    found = []
    for named in _named(witness):
        without = witness.score(named.without)
        effect = score - without
        if effect * named.direction > 0 and _matters(score, without):
            found.append(Reason(named.kind, named.sentence, effect, named.bills, named.without))
    found.sort(key=lambda reason: -abs(reason.effect))
    raising = [reason for reason in found if reason.effect > 0][:MOST_RAISING]
    lowering = [reason for reason in found if reason.effect < 0][:MOST_LOWERING]
    return (*raising, *lowering, *_few_bills(witness))


def _matters(score: float, without: float) -> bool:
    """Whether one score is far enough from the other."""
    told, other = logit(np.array([score, without]))
    return abs(score - without) >= LEAST_EFFECT or abs(float(told - other)) >= LEAST_ODDS_EFFECT


def _named(witness: Witness) -> Iterator[_Named]:
    """Everything that might be named."""
    last = _last_paid(witness)
    yield from _late_habit(witness, last)
    yield from _on_time(witness, last)
    yield from _trend(witness, last)
    yield from _overdue(witness)
    yield from _large_bill(witness)
    yield from _silent(witness)
    yield from _returned(witness)
    yield from _broken_promises(witness)


class _Paid(NamedTuple):
    """The bills paid last, the newest first, with their delays in days."""

    bill: Whole
    delay_days: Whole


def _last_paid(witness: Witness) -> _Paid:
    bills, day = witness.sight.history.bills, witness.sight.day
    paid = np.flatnonzero((bills.paid_known_on < day) & bills.is_sample & (bills.known_on < day))
    newest = paid[np.lexsort((paid, bills.paid_on[paid]))][::-1][:_LAST_BILLS]
    return _Paid(newest, bills.paid_on[newest] - bills.due_on[newest])


def _late_habit(witness: Witness, last: _Paid) -> Iterator[_Named]:
    late = last.bill[last.delay_days > 0]
    if not len(late):
        return
    sentence = say(
        "Paid {late} of the last {count} bills late, usually {days} days (shop: {shop_days})",
        late=len(late),
        count=len(last.bill),
        days=round(float(np.median(last.delay_days[last.delay_days > 0]))),
        shop_days=round(witness.sight.ground.shop.at(witness.sight.day).delay),
    )
    yield _without(witness, Kind.LATE_HABIT, sentence, late)


def _on_time(witness: Witness, last: _Paid) -> Iterator[_Named]:
    timely = last.bill[last.delay_days <= 0]
    if not len(timely):
        return
    sentence = say(
        "Paid {timely} of the last {count} bills on time", timely=len(timely), count=len(last.bill)
    )
    yield _without(witness, Kind.ON_TIME, sentence, timely)._replace(direction=-1)


def _trend(witness: Witness, last: _Paid) -> Iterator[_Named]:
    """The last three bills, each slower than the one before, or each faster."""
    if len(last.bill) < _TREND_BILLS:
        return
    third, second, first = (int(days) for days in last.delay_days[:_TREND_BILLS])
    bills = last.bill[:_TREND_BILLS]
    days = {"first": first, "second": second, "third": third}
    if first < second < third and third - first >= _TREND_DAYS and third > 0:
        sentence = say("Last 3 bills slower: {first} → {second} → {third} days", **days)
        yield _without(witness, Kind.SLOWER, sentence, bills)
    if first > second > third and first - third >= _TREND_DAYS:
        sentence = say("Last 3 bills faster: {first} → {second} → {third} days", **days)
        yield _without(witness, Kind.FASTER, sentence, bills)._replace(direction=-1)


def _overdue(witness: Witness) -> Iterator[_Named]:
    found = _open(witness)
    late_days = witness.sight.day - 1 - witness.sight.history.bills.due_on[found.bill]
    late = late_days > 0
    if not late.any():
        return
    sentence = say(
        "{rupees} overdue, oldest {days} days",
        rupees=rupees(int(found.paise[late].sum())),
        days=int(late_days.max()),
    )
    yield _without(witness, Kind.OVERDUE, sentence, found.bill[late])


def _large_bill(witness: Witness) -> Iterator[_Named]:
    """The newest open bill, if it is far above what the party usually buys."""
    found, bills = _open(witness), witness.sight.history.bills
    if not len(found.bill):
        return
    newest = int(found.bill[np.lexsort((found.bill, bills.bill_on[found.bill]))][-1])
    before = bills.amount_paise[(bills.known_on < witness.sight.day) & _others(bills, newest)]
    if len(before) < _FEWEST_BEFORE:
        return
    times = float(bills.amount_paise[newest] / max(1.0, float(np.median(before))))
    if times < _UNUSUAL_TIMES:
        return
    sentence = say("The newest bill is {times} times their usual size", times=round(times))
    yield _without(witness, Kind.LARGE_BILL, sentence, np.array([newest]))


def _others(bills: Bills, one: int) -> Flags:
    others: Flags = np.arange(len(bills)) != one
    return others


def _silent(witness: Witness) -> Iterator[_Named]:
    """No payment for long, by a party that used to pay often: as if it had paid as usual."""
    sight, history = witness.sight, witness.sight.history
    known = (history.receipts.known_on < sight.day) & (history.receipts.gone_on >= sight.day)
    days = np.unique(history.receipts.on[known])
    found = _open(witness)
    if len(days) < _FEWEST_PAYMENTS or not len(found.bill):
        return
    usual_days = max(1, round(float(np.median(np.diff(days)))))
    silent_days = sight.day - 1 - int(days[-1])
    if silent_days <= _SILENT_GAPS * usual_days:
        return
    sentence = say(
        "No payment for {days} days; normally every {usual_days}",
        days=silent_days,
        usual_days=usual_days,
    )
    oldest = Open(found.asked[:1], found.bill[:1], found.paise[:1])
    paid_on = max(int(days[-1]) + usual_days, int(history.bills.bill_on[oldest.bill[0]]))
    without = with_paid(history, oldest, min(paid_on, sight.day - 1))
    yield _Named(Kind.SILENT, sentence, oldest.bill, without, 1)


def _returned(witness: Witness) -> Iterator[_Named]:
    history = witness.sight.history
    count = int((history.returns.known_on < witness.sight.day).sum())
    if not count:
        return
    sentence = (
        say("1 payment came back") if count == 1 else say("{count} payments came back", count=count)
    )
    bills = np.unique(history.lapses.bill)
    yield _Named(Kind.RETURNED, sentence, bills, without_returns(history), 1)


def _broken_promises(witness: Witness) -> Iterator[_Named]:
    views = witness.sight.ground.views
    asked = Asked(np.array([witness.party]), np.array([witness.sight.day]))
    broken, count = (
        int(found[0]) for found in (views.broken_promises(asked), views.decided_promises(asked))
    )
    if not broken:
        return
    sentence = (
        say("The only promise so far was broken")
        if count == 1
        else say("{broken} of {count} promises broken", broken=broken, count=count)
    )
    history = witness.sight.history
    none = np.zeros(0, np.int64)
    yield _Named(Kind.BROKEN_PROMISES, sentence, none, without_promises(history), 1)


def _few_bills(witness: Witness) -> Iterator[Reason]:
    history = witness.sight.history
    known = np.flatnonzero(history.bills.known_on < witness.sight.day)
    if 0 < len(known) < _FEW_BILLS:
        sentence = (
            say("Only 1 bill seen: mostly shop average")
            if len(known) == 1
            else say("Only {count} bills seen: mostly shop average", count=len(known))
        )
        yield Reason(Kind.FEW_BILLS, sentence, 0.0, known, history)


def _without(witness: Witness, kind: Kind, sentence: Sentence, bills: Whole) -> _Named:
    return _Named(kind, sentence, bills, without_bills(witness.sight.history, bills), 1)


def _open(witness: Witness) -> Open:
    """What is open of the party, the oldest due first."""
    views = witness.sight.ground.views
    asked = Asked(np.array([witness.party]), np.array([witness.sight.day]))
    return views.still_open(asked, views.seen(asked))


def rupees(paise: int) -> str:
    """A sum as it is read: without paise where there are none."""
    return "₹" + format_inr(paise).removesuffix(".00")


class WhatIf(NamedTuple):
    """The score, and what it would be if so much were cleared, the oldest first."""

    cleared_paise: int
    score: float
    score_then: float


def what_if(witness: Witness, cleared_paise: int) -> WhatIf:
    """What the score would be if so much came in today."""
    return what_ifs(witness, [cleared_paise])[0]


def what_ifs(witness: Witness, cleared: Sequence[int]) -> list[WhatIf]:
    """What the score would be for each of some sums."""
    found, score = _open(witness), witness.score()
    return [_what_if(witness, found, score, cleared_paise) for cleared_paise in cleared]


def _what_if(witness: Witness, found: Open, score: float, cleared_paise: int) -> WhatIf:
    before = np.cumsum(found.paise) - found.paise
    part = np.clip(cleared_paise - before, 0, found.paise)
    paid = part > 0
    cleared = Open(found.asked[paid], found.bill[paid], part[paid])
    then = with_paid(witness.sight.history, cleared, witness.sight.day - 1)
    score_then = witness.score(then) if paid.any() else score
    return WhatIf(int(part.sum()), score, score_then)
