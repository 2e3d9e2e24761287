"""How often a party pays: new, frequent, irregular or delayed, by rules that hold on.

A class is left later than it is entered, so that a party does not change its
class with every payment.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from collectiq_desktop.core.domain.risk import Frequency
from collectiq_desktop.intelligence.history import (
    NEVER,
    Flags,
    History,
    Real,
    Whole,
    distinct,
    starts_of,
)
from collectiq_desktop.intelligence.shop import LATE_DAYS, Usual

LATE_AFTER_DAYS = 7
"""A bill counts as late here when it is more than a week over."""

_FEWEST_PAYMENTS = 3
_LATE_RATE, _ENTERS_DELAYED, _LEAVES_DELAYED = 1 / 3, 0.8, 0.5
_ENTERS_GAP_DAYS, _LEAVES_GAP_DAYS = 35.0, 42.0
_ENTERS_SILENCE, _LEAVES_SILENCE = 2.0, 2.5
_GAPS_WORTH, _SHIPPED_GAP_DAYS = 4.0, 30.0
_SHARE = 0.8
_YEAR = 365
_PRIOR_BILLS = 2.0
_GRID = np.linspace(0.0005, 0.9995, 1_000)


class Rhythm(NamedTuple):
    """How parties pay, one element for each.

    Args:
        payments_count: the days on which each has ever paid.
        gap_days: by which four in five of its payments followed the one before, in the
            last year, shrunk towards the shop's.
        usual_gap_days: the median of them; 0 where there is none.
        silent_days: since its last payment; NEVER without one.
        delayed_chance: that its true rate of late bills is above a third.
    """

    payments_count: Whole
    gap_days: Real
    usual_gap_days: Real
    silent_days: Whole
    delayed_chance: Real


def rhythm(history: History, day: int, usual: Usual) -> Rhythm:
    """The rhythm of every party, as known strictly before a day."""
    receipts, many = history.receipts, len(history.members)
    known = (receipts.known_on < day) & (receipts.gone_on >= day)
    paid = distinct((receipts.party[known] << 21) + receipts.on[known])
    party, on = paid >> 21, paid & ((1 << 21) - 1)
    last = np.zeros(many, np.int64)
    last[party] = on
    count = np.bincount(party, minlength=many)
    gap, usual_gap = _gaps(party, on, day, many)
    silent = np.where(count > 0, day - 1 - last, NEVER)
    return Rhythm(count, gap, usual_gap, silent, _delayed_chance(history, day, usual))


def _gaps(party: Whole, on: Whole, day: int, many: int) -> tuple[Real, Real]:
    """The 80th percentile of each party's gaps, shrunk, and their median."""
    gaps = np.diff(on, prepend=0)
    told = ~starts_of(party) & (on >= day - _YEAR)
    party, gaps = party[told], gaps[told]
    shop = float(np.quantile(gaps, _SHARE)) if len(gaps) else _SHIPPED_GAP_DAYS
    order = np.lexsort((gaps, party))
    party, gaps = party[order], gaps[order]
    count = np.bincount(party, minlength=many)
    first = np.cumsum(count) - count
    own, median = np.full(many, shop), np.zeros(many)
    some = np.flatnonzero(count)
    own[some] = _quantile(gaps, first[some], count[some], _SHARE)
    median[some] = _quantile(gaps, first[some], count[some], 0.5)
    return (count * own + _GAPS_WORTH * shop) / (count + _GAPS_WORTH), median


def _quantile(gaps: Whole, first: Whole, count: Whole, share: float) -> Real:
    """The quantile of each run of sorted gaps, between neighbours in proportion."""
    at = share * (count - 1)
    low = np.floor(at).astype(np.int64)
    high = np.minimum(low + 1, count - 1)
    found: Real = gaps[first + low] + (at - low) * (gaps[first + high] - gaps[first + low])
    return found


def _delayed_chance(history: History, day: int, usual: Usual) -> Real:
    """The chance that each party's true late rate is above a third, by a Beta posterior."""
    bills, many = history.bills, len(history.members)
    known = (bills.known_on < day) & bills.is_sample & (bills.bill_on >= day - _YEAR)
    is_paid = bills.paid_known_on < day
    late = np.where(is_paid, bills.paid_on, day - 1) - bills.due_on > LATE_AFTER_DAYS
    decided = known & (is_paid | late)
    late_count = _count(bills.party[decided & late], many)
    spared_count = _count(bills.party[decided & ~late], many)
    rate = usual.late_rates[LATE_DAYS.index(LATE_AFTER_DAYS)]
    return _chance_above(
        late_count + _PRIOR_BILLS * rate, spared_count + _PRIOR_BILLS * (1 - rate), _LATE_RATE
    )


def _count(party: Whole, many: int) -> Real:
    found: Real = np.bincount(party, minlength=many).astype(np.float64)
    return found


def _chance_above(late: Real, spared: Real, rate: float) -> Real:
    """The share of a Beta distribution above a rate, by adding up its density."""
    found = np.empty(len(late))
    for at in range(0, len(late), 1_024):
        some = slice(at, at + 1_024)
        log = (late[some, None] - 1) * np.log(_GRID) + (spared[some, None] - 1) * np.log1p(-_GRID)
        density = np.exp(log - log.max(axis=1, keepdims=True))
        found[some] = density[:, rate < _GRID].sum(axis=1) / density.sum(axis=1)
    return found


def frequency_of(found: Rhythm, before: list[Frequency | None]) -> list[Frequency]:
    """The class of every party, holding on to the one it was in."""
    was_delayed = np.array([each is Frequency.DELAYED for each in before], bool)
    was_frequent = np.array([each is Frequency.FREQUENT for each in before], bool)
    delayed = found.delayed_chance >= np.where(was_delayed, _LEAVES_DELAYED, _ENTERS_DELAYED)
    frequent = _is_frequent(found, was_frequent)
    new = found.payments_count < _FEWEST_PAYMENTS
    picked = np.select([new, delayed, frequent], [0, 1, 2], default=3)
    kinds = (Frequency.NEW, Frequency.DELAYED, Frequency.FREQUENT, Frequency.IRREGULAR)
    return [kinds[at] for at in picked]


def _is_frequent(found: Rhythm, was: Flags) -> Flags:
    gap_at_most = np.where(was, _LEAVES_GAP_DAYS, _ENTERS_GAP_DAYS)
    silence_at_most = np.where(was, _LEAVES_SILENCE, _ENTERS_SILENCE)
    is_quiet = found.silent_days > silence_at_most * np.maximum(found.gap_days, 1.0)
    return (found.gap_days <= gap_at_most) & ~is_quiet
