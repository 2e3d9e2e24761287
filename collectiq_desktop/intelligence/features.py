"""What is measured of a party and of a bill, as known strictly before a day.

Every feature has a sign: +1 where more of it must never lower the risk, -1 where
more must never raise it, 0 where it may do either. Models keep to the signs, so
that what a person is told about a reason is also what the score does.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from collectiq_desktop.intelligence.curves import (
    Counts,
    Curves,
    Settings,
    Uses,
    counts_of,
    shrunk,
    smoothed,
)
from collectiq_desktop.intelligence.history import NEVER, Flags, Real, Whole, starts_of
from collectiq_desktop.intelligence.shop import (
    EARLIEST_DELAY,
    LATE_DAYS,
    LATEST_DELAY,
    Shop,
    Usual,
)
from collectiq_desktop.intelligence.views import Asked, Open, Seen, Views

PARTY_SIGNS = {
    "late_rate_0": 1,
    "late_rate_7": 1,
    "late_rate_30": 1,
    "delay": 1,
    "last_delay": 1,
    "last_three_delay": 1,
    "delay_spread": 0,
    "bills": 0,
    "is_new": 0,
    "since_payment": 0,
    "since_bill": 0,
    "bills_30": 0,
    "bills_90": 0,
    "overdue_rupees": 1,
    "overdue_age": 1,
    "overdue_share": 1,
    "long_overdue_bills": 1,
    "open_rupees": 1,
    "returns": 1,
    "promises_broken": 1,
    "shop_recent_delay": 1,
}
"""The features of every party, and the direction in which each may move the risk."""

BILL_SIGNS = {
    "rupees": 0,
    "rupees_to_usual": 0,
    "terms": 0,
    "bill_day": 0,
    "due_day": 0,
    "due_weekday": 0,
}
"""The features of every bill, beside those of its party."""

_LEAST, _MOST_SINCE_DAYS = 1e-4, 400
_USUAL_SPREAD_DAYS, _SHOP_SIZE_WORTH = 20.0, 2.0
LONG_OVERDUE_DAYS = 30
_RATES_SHARE = 0.5
"""A late rate is shrunk half as much as a curve: it is one figure, not three hundred."""


class Lot(NamedTuple):
    """What is known of the parties that were asked for, one element or row for each.

    Args:
        curves: their payment curves, one for each.
        usual_curves, usual_place: the shop's, and which of them was the shop's then.
        values: their features by name.
        rates: their shrunken late rates, by LATE_DAYS.
        mean_log_rupees: the usual size of their bills, shrunk towards the shop's.
        bills_count, paid_count: how many bills are known, and how many of them paid.
    """

    asked: Asked
    curves: Curves
    usual_curves: Curves
    usual_place: Whole
    values: dict[str, Real]
    rates: Real
    mean_log_rupees: Real
    bills_count: Whole
    paid_count: Whole
    open: Open


def logit(chance: Real) -> Real:
    """The chance as log-odds, neither nothing nor certain."""
    kept = np.clip(chance, _LEAST, 1 - _LEAST)
    found: Real = np.log(kept / (1 - kept))
    return found


def lot_of(views: Views, shop: Shop, asked: Asked, settings: Settings) -> Lot:
    """Everything that is known of these parties."""
    seen = views.seen(asked)
    usual = _Background([shop.at(int(day)) for day in asked.day])
    of = _Seen(views, asked, seen, settings.memory_days)
    rates = of.late_rates(usual, settings.bills_worth * _RATES_SHARE)
    found_open = views.still_open(asked, seen)
    values = {
        **{f"late_rate_{days}": logit(rates[:, at]) for at, days in enumerate(LATE_DAYS)},
        **of.delays(usual, settings.bills_worth),
        **of.activity(),
        **_overdue(views, asked, found_open),
        "returns": np.log1p(views.returns_count(asked)),
        "promises_broken": np.log1p(views.broken_promises(asked)),
        "shop_recent_delay": usual.recent_delay,
    }
    return Lot(
        asked=asked,
        curves=_curves(views, seen, usual, settings),
        usual_curves=Curves(usual.hazards),
        usual_place=usual.place,
        values=values,
        rates=rates,
        mean_log_rupees=of.size(usual),
        bills_count=of.count,
        paid_count=of.paid_count,
        open=found_open,
    )


def curves_of(views: Views, shop: Shop, asked: Asked, settings: Settings) -> Curves:
    """The payment curves of these parties alone, as `lot_of` has them."""
    usual = _Background([shop.at(int(day)) for day in asked.day])
    return _curves(views, views.seen(asked), usual, settings)


def _curves(views: Views, seen: Seen, usual: _Background, settings: Settings) -> Curves:
    counts = counts_of(
        views.history,
        Uses(seen.bill, seen.day, seen.asked),
        curves_count=len(usual.place),
        memory_days=settings.memory_days,
    )
    return Curves(_hazards(smoothed(counts), usual, settings.bills_worth))


def bill_values(views: Views, lot: Lot, place: Whole, bill: Whole) -> dict[str, Real]:
    """The features of bills of these parties.

    Args:
        place: where in the lot the bill's party stands.
    """
    bills = views.history.bills
    rupees = np.log1p(bills.amount_paise[bill] / 100)
    return {
        "rupees": rupees,
        "rupees_to_usual": rupees - lot.mean_log_rupees[place],
        "terms": np.clip(bills.due_on[bill] - bills.bill_on[bill], 0, 120).astype(np.float64),
        "bill_day": _day_of_month(bills.bill_on[bill]),
        "due_day": _day_of_month(bills.due_on[bill]),
        "due_weekday": (bills.due_on[bill] % 7).astype(np.float64),
    }


def _day_of_month(day: Whole) -> Real:
    dates = (day - 719_163).astype("datetime64[D]")
    found: Real = (dates - dates.astype("datetime64[M]")).astype(np.int64) + 1.0
    return found


class _Background:
    """What was usual in the shop when each question was asked."""

    def __init__(self, usual: list[Usual]) -> None:
        kinds = {id(each): each for each in usual}
        places = {key: at for at, key in enumerate(kinds)}
        self.place = np.array([places[id(each)] for each in usual], np.int64)
        self.hazards = np.array([each.hazard for each in kinds.values()])
        self.late_rates = np.array([each.late_rates for each in usual])
        self.delay = np.array([each.delay for each in usual])
        self.recent_delay = np.array([each.recent_delay for each in usual])
        self.log_rupees = np.array([each.log_rupees for each in usual])


def _hazards(counts: Counts, usual: _Background, bills_worth: float) -> Real:
    """Curves shrunk towards the shop's of the day, shop by shop."""
    found = np.empty_like(counts.paid)
    for at, prior in enumerate(usual.hazards):
        mine = usual.place == at
        found[mine] = shrunk(Counts(counts.paid[mine], counts.at_risk[mine]), prior, bills_worth)
    return found


class _Seen:
    """Sums over the bills that questions see."""

    def __init__(self, views: Views, asked: Asked, seen: Seen, memory_days: float) -> None:
        bills = views.history.bills
        self._asked, self._seen, self._many = asked, seen, len(asked.party)
        sample = bills.is_sample[seen.bill]
        self._is_paid = (seen.paid_on < NEVER) & sample
        self._due_on, self._bill_on = bills.due_on[seen.bill], bills.bill_on[seen.bill]
        self._sample = sample
        self._age = seen.day - self._bill_on
        self._weight = np.exp(-self._age / memory_days) * sample
        held = np.where(seen.paid_on < NEVER, seen.paid_on, seen.day - 1)
        self._delay = held - self._due_on
        self._clipped = np.clip(self._delay, EARLIEST_DELAY, LATEST_DELAY).astype(np.float64)
        self._log_rupees = np.log1p(bills.amount_paise[seen.bill] / 100)
        self.count = self._sum(np.ones(len(seen.bill))).astype(np.int64)
        self.paid_count = self._sum(self._is_paid).astype(np.int64)

    def _sum(self, values: Real | Flags) -> Real:
        found: Real = np.bincount(self._seen.asked, values, minlength=self._many).astype(np.float64)
        return found

    def late_rates(self, usual: _Background, bills_worth: float) -> Real:
        """Late rates of decided bills, shrunk towards the shop's."""
        columns = []
        for at, days in enumerate(LATE_DAYS):
            is_late = self._delay > days
            weight = self._weight * (self._is_paid | is_late)
            late, decided = self._sum(weight * is_late), self._sum(weight)
            columns.append((late + bills_worth * usual.late_rates[:, at]) / (decided + bills_worth))
        return np.column_stack(columns)

    def delays(self, usual: _Background, bills_worth: float) -> dict[str, Real]:
        """The usual delay in days, that of the last bills paid, and how far it varies."""
        weight = self._weight * self._is_paid
        count, total = self._sum(weight), self._sum(weight * self._clipped)
        mean = (total + bills_worth * usual.delay) / (count + bills_worth)
        square = self._sum(weight * (self._clipped - mean[self._seen.asked]) ** 2)
        usual_square = bills_worth * _USUAL_SPREAD_DAYS**2
        last, last_three = self._last(mean)
        return {
            "delay": mean,
            "last_delay": last,
            "last_three_delay": last_three,
            "delay_spread": np.sqrt((square + usual_square) / (count + bills_worth)),
        }

    def _last(self, mean: Real) -> tuple[Real, Real]:
        """The delay of the last bill paid and of the last three, the latter a little shrunk."""
        paid = np.flatnonzero(self._is_paid)
        seen = self._seen
        by_day = np.lexsort((seen.bill[paid], seen.paid_on[paid], seen.asked[paid]))
        order = paid[by_day][::-1]
        place = seen.asked[order]
        begins = np.flatnonzero(starts_of(place))
        nth = np.arange(len(place)) - np.repeat(begins, np.diff(np.append(begins, len(place))))
        last = mean.copy()
        last[place[nth == 0]] = self._clipped[order[nth == 0]]
        three = order[nth < 3]
        total = np.bincount(seen.asked[three], self._clipped[three], minlength=self._many)
        count = np.bincount(seen.asked[three], minlength=self._many)
        return last, (total + mean) / (count + 1)

    def activity(self) -> dict[str, Real]:
        """How much the party buys, and how long it has been quiet."""
        seen, day = self._seen, self._asked.day
        paid_on = np.where(seen.paid_on < NEVER, seen.paid_on, 0)
        return {
            "bills": np.log1p(self.count),
            "is_new": (self.count == 0).astype(np.float64),
            "since_payment": _since(day, self._newest(paid_on)),
            "since_bill": _since(day, self._newest(self._bill_on)),
            "bills_30": np.log1p(self._sum(self._age <= 30)),
            "bills_90": np.log1p(self._sum(self._age <= 90)),
        }

    def _newest(self, days: Whole) -> Whole:
        found = np.zeros(self._many, np.int64)
        np.maximum.at(found, self._seen.asked, days)
        return found

    def size(self, usual: _Background) -> Real:
        """The usual size of a bill as a logarithm, shrunk towards the shop's."""
        total = self._sum(self._log_rupees)
        return (total + _SHOP_SIZE_WORTH * usual.log_rupees) / (self.count + _SHOP_SIZE_WORTH)


def _overdue(views: Views, asked: Asked, found: Open) -> dict[str, Real]:
    """What is open and late: how much, how old, how many bills."""
    many, place = len(asked.party), found.asked
    late_days = asked.day[place] - 1 - views.history.bills.due_on[found.bill]
    rupees = found.paise / 100
    late_rupees = np.bincount(place, rupees * (late_days > 0), minlength=many)
    open_rupees = np.bincount(place, rupees, minlength=many)
    oldest = np.zeros(many, np.int64)
    np.maximum.at(oldest, place, late_days)
    long_overdue = np.bincount(place, late_days > LONG_OVERDUE_DAYS, minlength=many)
    return {
        "overdue_rupees": np.log1p(late_rupees),
        "overdue_age": np.log1p(oldest),
        "overdue_share": late_rupees / np.maximum(open_rupees, 0.01),
        "long_overdue_bills": np.log1p(long_overdue),
        "open_rupees": np.log1p(open_rupees),
    }


def _since(day: Whole, newest: Whole) -> Real:
    found: Real = np.log1p(np.clip(day - newest, 0, _MOST_SINCE_DAYS))
    return found
