"""The three things that are foretold, each as cases: what was known, what came of it.

- `late`: a bill, on the day it is written: will it be more than so many days late?
- `unpaid`: a bill that is open: will it still be unpaid so many days from now?
- `risk`: a party: will it have a bill long overdue within so many days?

A case knows what was known strictly before its day, and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np

from collectiq_desktop.intelligence.curves import Settings
from collectiq_desktop.intelligence.features import (
    BILL_SIGNS,
    LONG_OVERDUE_DAYS,
    PARTY_SIGNS,
    Lot,
    bill_values,
    logit,
    lot_of,
)
from collectiq_desktop.intelligence.history import Flags, Real, Whole, paid_days
from collectiq_desktop.intelligence.shop import LATE_DAYS, Shop
from collectiq_desktop.intelligence.views import Asked, Views

BOUGHT_LATELY_DAYS = 60


class Ground(NamedTuple):
    """What every case stands on: the history, the shop, and how curves are made."""

    views: Views
    shop: Shop
    settings: Settings


class Rows(NamedTuple):
    """Cases that are asked for: parties, each on a day, with a bill where it is about one.

    Args:
        bill: -1 where it is about none.
        decided_on: from this day on it is known what came of it.
    """

    party: Whole
    day: Whole
    bill: Whole
    decided_on: Whole

    def where(self, which: Flags | Whole) -> Rows:
        """Some of them."""
        return Rows(*(column[which] for column in self))


class Cases(NamedTuple):
    """Cases as they are looked at: a row of features for each, and the curves' own answer.

    Args:
        curve: what payment curves alone say.
        chance: what curves and late rates say, where nothing was learned.
        paid_count: how many paid bills of the party are known.
    """

    rows: Rows
    features: Real
    curve: Real
    chance: Real
    paid_count: Whole

    def where(self, which: Flags) -> Cases:
        """Some of them."""
        rows, *columns = self
        return Cases._make((rows.where(which), *(column[which] for column in columns)))


class At(NamedTuple):
    """Cases within a lot: where each one's party stands, and its bill, -1 for none."""

    place: Whole
    bill: Whole


class Told(NamedTuple):
    """What a task says of cases beside their parties' features.

    Args:
        values: further features by name, one element for each case.
        curve: what the curves alone say.
        chance: what curves and late rates say, where nothing was learned.
    """

    values: dict[str, Real]
    curve: Real
    chance: Real


class Task(Protocol):
    """One of the things that are foretold."""

    @property
    def name(self) -> str:
        """What it is called in model files."""
        ...

    @property
    def signs(self) -> dict[str, int]:
        """Its features, in order, and how each may move the chance."""
        ...

    def rows(self, views: Views, days: range) -> Rows:
        """The cases of these days, earliest first."""
        ...

    def outcome(self, views: Views, rows: Rows, day: int) -> Flags:
        """What came of decided cases, by what is known strictly before a day."""
        ...

    def told(self, views: Views, lot: Lot, at: At) -> Told:
        """What it adds to the parties' features."""
        ...


@dataclass(frozen=True, slots=True)
class LateTask:
    """Will a bill be more than so many days late? Asked on the day it is written."""

    late_days: int = 7

    @property
    def name(self) -> str:
        return f"late_{self.late_days}"

    @property
    def signs(self) -> dict[str, int]:
        return PARTY_SIGNS | BILL_SIGNS | {"curve": 1, "shop_curve": 1}

    def rows(self, views: Views, days: range) -> Rows:
        """The bills written on these days."""
        bills = views.history.bills
        written = (bills.bill_on >= days.start) & (bills.bill_on < days.stop) & bills.is_sample
        bill = np.flatnonzero(written & (bills.ended_on >= days.stop))
        bill = bill[np.argsort(bills.bill_on[bill], kind="stable")]
        decided_on = np.maximum(bills.due_on[bill] + self.late_days, bills.known_on[bill]) + 1
        return Rows(bills.party[bill], bills.bill_on[bill], bill, decided_on)

    def outcome(self, views: Views, rows: Rows, day: int) -> Flags:
        late: Flags = (
            _paid_on(views, rows.bill, day) - views.history.bills.due_on[rows.bill] > self.late_days
        )
        return late

    def told(self, views: Views, lot: Lot, at: At) -> Told:
        bills, (place, bill) = views.history.bills, at
        after = np.full(len(bill), self.late_days)
        since = bills.bill_on[bill] - bills.due_on[bill] - 1
        curve = lot.curves.still_unpaid(place, after, since)
        shop = lot.usual_curves.still_unpaid(lot.usual_place[place], after, since)
        chance = curve
        if self.late_days in LATE_DAYS:
            chance = (curve + lot.rates[place, LATE_DAYS.index(self.late_days)]) / 2
        values = bill_values(views, lot, place, bill)
        return Told(values | {"curve": logit(curve), "shop_curve": logit(shop)}, curve, chance)


@dataclass(frozen=True, slots=True)
class UnpaidTask:
    """Will a bill that is open still be unpaid so many days from now?"""

    within_days: int = 30
    apart_days: int = 7

    @property
    def name(self) -> str:
        return f"unpaid_{self.within_days}"

    @property
    def signs(self) -> dict[str, int]:
        of_bill = {"late_so_far": 0, "open_share": 0, "curve": 1, "shop_curve": 1}
        return PARTY_SIGNS | BILL_SIGNS | of_bill

    def rows(self, views: Views, days: range) -> Rows:
        """The bills open on every so many of these days, counted back from the last."""
        found = [self.rows_on(views, day) for day in _every(days, self)]
        rows = _joined(found)
        return rows.where(views.history.bills.ended_on[rows.bill] >= days.stop)

    def rows_on(self, views: Views, day: int) -> Rows:
        """The bills open on one day."""
        asked, found = views.open_on(day)
        sample = views.history.bills.is_sample[found.bill]
        bill = found.bill[sample]
        days = np.full(len(bill), day)
        return Rows(asked.party[found.asked[sample]], days, bill, days + self.within_days)

    def outcome(self, views: Views, rows: Rows, day: int) -> Flags:
        unpaid: Flags = _paid_on(views, rows.bill, day) >= rows.day + self.within_days
        return unpaid

    def told(self, views: Views, lot: Lot, at: At) -> Told:
        bills, (place, bill) = views.history.bills, at
        since = lot.asked.day[place] - 1 - bills.due_on[bill]
        after = since + self.within_days
        curve = lot.curves.still_unpaid(place, after, since)
        shop = lot.usual_curves.still_unpaid(lot.usual_place[place], after, since)
        values = bill_values(views, lot, place, bill) | {
            "late_so_far": np.clip(since, -60, 240).astype(np.float64),
            "open_share": _open_share(views, bill, lot.asked.day[place]),
            "curve": logit(curve),
            "shop_curve": logit(shop),
        }
        return Told(values, curve, curve)


@dataclass(frozen=True, slots=True)
class RiskTask:
    """Will a party have a bill more than `over_days` late within so many days?

    A bill that is so late already counts if it is still unpaid when they have passed.
    """

    over_days: int = LONG_OVERDUE_DAYS
    within_days: int = 60
    apart_days: int = 7

    @property
    def name(self) -> str:
        return f"risk_{self.over_days}_{self.within_days}"

    @property
    def signs(self) -> dict[str, int]:
        return PARTY_SIGNS | {"curve": 1, "worst_bill": 1, "terms": 0}

    def rows(self, views: Views, days: range) -> Rows:
        """The parties that bought lately or owe, on every so many of these days."""
        return _joined([self.rows_on(views, day) for day in _every(days, self)])

    def rows_on(self, views: Views, day: int) -> Rows:
        """The parties that bought lately, or owe, on one day."""
        bills = views.history.bills
        lately = (bills.known_on < day) & (bills.bill_on >= day - BOUGHT_LATELY_DAYS)
        asked, found = views.open_on(day)
        party = np.union1d(bills.party[lately & bills.is_sample], asked.party[found.asked])
        days = np.full(len(party), day)
        return Rows(party, days, np.full(len(party), -1), days + self.within_days)

    def outcome(self, views: Views, rows: Rows, day: int) -> Flags:
        bad = np.zeros(len(rows.party), bool)
        bills = views.history.bills
        known = np.flatnonzero(bills.known_on < day)
        paid_on = _paid_on(views, known, day)
        crosses_on = bills.due_on[known] + self.over_days + 1
        for asked_on in np.unique(rows.day):
            ends_on = asked_on + self.within_days
            matters = (crosses_on < ends_on) & (bills.ended_on[known] >= ends_on)
            crossed = matters & (crosses_on >= asked_on) & (paid_on >= crosses_on)
            stayed = matters & (crosses_on < asked_on) & (paid_on >= ends_on)
            parties = np.unique(bills.party[known[crossed | stayed]])
            mine = rows.day == asked_on
            bad[mine] = np.isin(rows.party[mine], parties)
        return bad

    def told(self, views: Views, lot: Lot, at: At) -> Told:
        chance, worst = self.chances(views, lot)
        place = at.place
        values = {
            "curve": logit(chance)[place],
            "worst_bill": logit(worst)[place],
            "terms": _usual_terms(views, lot)[place],
        }
        by_word = _by_word(chance, views.broken_promises(lot.asked))
        return Told(values, chance[place], by_word[place])

    def chances(self, views: Views, lot: Lot) -> tuple[Real, Real]:
        """What the curves say of each party: of any of its open bills, and of the worst of them.

        A party neither pays each bill by itself nor all at once: the truth lies between.
        """
        found, many = lot.open, len(lot.asked.party)
        late = lot.asked.day[found.asked] - 1 - views.history.bills.due_on[found.bill]
        is_over = late > self.over_days
        after = np.where(is_over, late + self.within_days, self.over_days)
        chance = lot.curves.still_unpaid(found.asked, after, late)
        chance[late + self.within_days <= self.over_days] = 0.0
        spared = np.bincount(found.asked, np.log1p(-np.minimum(chance, 1 - 1e-9)), minlength=many)
        worst = np.zeros(many)
        np.maximum.at(worst, found.asked, chance)
        return 1 - np.sqrt(np.exp(spared) * (1 - worst)), worst


_ODDS_OF_A_BROKEN_WORD = 0.3
"""What the first broken promise adds to the log-odds where nothing was learned; shipped, as no
history that was tried has promises. What a shop learns of its own goes beside it."""


def _by_word(chance: Real, broken_count: Whole) -> Real:
    """The chances of parties, raised where they broke promises; elsewhere as they are."""
    added = _ODDS_OF_A_BROKEN_WORD * np.log2(1.0 + broken_count)
    raised = 1.0 / (1.0 + np.exp(-(logit(chance) + added)))
    return np.where(broken_count > 0, np.maximum(raised, chance), chance)


def _paid_on(views: Views, bill: Whole, day: int) -> Whole:
    return paid_days(views.history, bill, np.full(len(bill), day))


def _every(days: range, task: UnpaidTask | RiskTask) -> list[int]:
    """Every so many days, counted back from the last that is decided at their end."""
    return list(range(days.stop - task.within_days, days.start - 1, -task.apart_days))[::-1]


def _joined(found: list[Rows]) -> Rows:
    if not found:
        nothing = np.zeros(0, np.int64)
        return Rows(nothing, nothing, nothing, nothing)
    return Rows(*map(np.concatenate, zip(*found, strict=True)))


def _open_share(views: Views, bill: Whole, day: Whole) -> Real:
    """How much of a bill is still to come."""
    amount = views.history.bills.amount_paise[bill]
    return np.clip(1 - views.moved_before(bill, day) / np.maximum(amount, 1), 0.0, 1.0)


def _usual_terms(views: Views, lot: Lot) -> Real:
    """The mean credit days of the party's open bills, the mean of all where none is open."""
    bills, many = views.history.bills, len(lot.asked.party)
    terms = np.clip(bills.due_on[lot.open.bill] - bills.bill_on[lot.open.bill], 0, 120)
    count = np.bincount(lot.open.asked, minlength=many)
    total = np.bincount(lot.open.asked, terms, minlength=many)
    usual = total.sum() / max(1, count.sum())
    return np.where(count > 0, total / np.maximum(count, 1), usual)


def matrix(task: Task, lot: Lot, place: Whole, told: Told) -> Real:
    """The features of cases, one row for each, in the order of the task's signs."""
    columns = [
        told.values[name] if name in told.values else lot.values[name][place] for name in task.signs
    ]
    return np.column_stack(columns).astype(np.float64)


def once_each(rows: Rows) -> tuple[Asked, Whole]:
    """Each party on each day once, in order, and for every row which of them is its."""
    keys, place = np.unique((rows.party << 21) + rows.day, return_inverse=True)
    return Asked(keys >> 21, keys & ((1 << 21) - 1)), place


def cases_of(ground: Ground, task: Task, rows: Rows) -> Cases:
    """The cases, party by party and day by day, so that nothing is worked out twice."""
    asked, place = once_each(rows)
    order = np.argsort(place, kind="stable")
    ends = np.searchsorted(place[order], np.arange(len(asked.party) + 1))
    features = np.empty((len(place), len(task.signs)))
    curve, chance = np.empty(len(place)), np.empty(len(place))
    paid_count = np.empty(len(place), np.int64)
    for part in ground.views.in_parts(asked):
        lot = lot_of(ground.views, ground.shop, asked.part(part), ground.settings)
        mine = order[ends[part.start] : ends[part.stop]]
        within = place[mine] - part.start
        told = task.told(ground.views, lot, At(within, rows.bill[mine]))
        features[mine] = matrix(task, lot, within, told)
        curve[mine], chance[mine] = told.curve, told.chance
        paid_count[mine] = lot.paid_count[within]
    return Cases(rows, features, curve, chance, paid_count)
