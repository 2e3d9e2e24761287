"""What is pledged, laid over what is open: which bills it is for, and what will come of it.

A cheque or a promise is for the bills of its party that are due first. What a
post-dated cheque covers comes on its day or not at all; what is promised may
come before, as the party's habits say.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from collectiq_desktop.core.domain.risk import FORECAST_DAYS
from collectiq_desktop.intelligence.history import NO_PLEDGES, Pledges, Real, Whole
from collectiq_desktop.intelligence.sight import BillsAhead, Sight
from collectiq_desktop.intelligence.views import Asked

_CHEQUES_PAID, _CHEQUES_SEEN = 19.0, 20.0
"""Of so many post-dated cheques so many are paid, where nothing else is known."""

_USUAL_WORDS, _SHIPPED_KEPT, _SHIPPED_WORDS = 2.0, 2.0, 4.0
_NO_BILL = -1


class Parts(NamedTuple):
    """Parts of bills that are pledged, and what a cheque holds beyond them.

    Args:
        bill: the place among the bills ahead, -1 for what is beyond them.
        on: the day for which it is pledged.
        chance: of being paid within 7, 15 and 30 days, a column for each.
    """

    bill: Whole
    party: Whole
    paise: Whole
    on: Whole
    is_cheque: Whole
    chance: Real


def waiting(sight: Sight) -> Pledges:
    """The pledges that wait at the end of the day."""
    pledges = sight.history.pledges
    if not len(pledges.party):
        return NO_PLEDGES
    waits = (pledges.known_on < sight.day) & (pledges.gone_on >= sight.day - 1)
    return pledges.where(waits)


def covered(sight: Sight, bills: BillsAhead) -> Parts:
    """The parts of open bills that are pledged, by party and day."""
    pledges = waiting(sight)
    order = np.lexsort((~pledges.is_cheque, pledges.on, pledges.party))
    left, rows = bills.paise.copy(), list[tuple[int, int, int]]()
    for at in order.tolist():
        party, paise = int(pledges.party[at]), int(pledges.paise[at])
        first, last = np.searchsorted(bills.party, (party, party + 1)).tolist()
        for its in range(first, last):
            taken = min(paise, int(left[its]))
            if taken > 0:
                rows.append((its, at, taken))
                left[its] -= taken
                paise -= taken
        if paise > 0 and pledges.is_cheque[at]:
            rows.append((_NO_BILL, at, paise))
    bill, pledge, taken_paise = np.array(rows, np.int64).reshape(-1, 3).T
    is_cheque, on = pledges.is_cheque[pledge], pledges.on[pledge]
    usual = np.zeros((len(bill), len(FORECAST_DAYS)))
    usual[bill >= 0] = bills.paid_chance[bill[bill >= 0]]
    trust = _trust(sight, pledges)[pledge]
    return Parts(
        bill,
        pledges.party[pledge],
        taken_paise,
        on,
        is_cheque.astype(np.int64),
        _chances(on - (sight.day - 1), is_cheque.astype(bool), trust, usual),
    )


def _chances(in_days: Whole, is_cheque: Whole, trust: Real, usual: Real) -> Real:
    """By each of the days of a forecast: by pledge where its day has come, else by habit."""
    columns = []
    for at, days in enumerate(FORECAST_DAYS):
        by_habit = np.where(is_cheque, 0.0, usual[:, at])
        by_pledge = np.where(is_cheque, trust, np.maximum(trust, usual[:, at]))
        columns.append(np.where(in_days <= days, by_pledge, by_habit))
    return np.column_stack(columns) if len(in_days) else usual


def _trust(sight: Sight, pledges: Pledges) -> Real:
    """The chance of each pledge to be kept: by what the party did, shrunk towards all."""
    views, promises = sight.ground.views, sight.history.promises
    asked = Asked(pledges.party, np.full(len(pledges.party), sight.day))
    known = promises.known_on < sight.day
    decided_count = promises.decided[known].sum()
    kept_count = decided_count - promises.broken[known].sum()
    usual = (kept_count + _SHIPPED_KEPT) / (decided_count + _SHIPPED_WORDS)
    decided = views.decided_promises(asked)
    kept = decided - views.broken_promises(asked)
    word: Real = (kept + _USUAL_WORDS * usual) / (decided + _USUAL_WORDS)
    paper = _CHEQUES_PAID / (_CHEQUES_SEEN + views.returns_count(asked))
    return np.where(pledges.is_cheque, paper, word)


class Awaited(NamedTuple):
    """What pledges change of when to expect money, and when to remind.

    Args:
        cheque_on: of each open bill that cheques cover whole, the day of the last of them;
            0 for all others.
        quiet_until: of each member, the last day on which a promise of it still waits; 0
            without one.
    """

    cheque_on: Whole
    quiet_until: Whole


def awaited(sight: Sight, bills: BillsAhead) -> Awaited:
    """What is awaited of bills and of parties."""
    pledges, parts = waiting(sight), covered(sight, bills)
    quiet_until = np.zeros(len(sight.history.members), np.int64)
    promised = ~pledges.is_cheque
    np.maximum.at(quiet_until, pledges.party[promised], pledges.gone_on[promised])
    mine = (parts.is_cheque > 0) & (parts.bill >= 0)
    paise = np.zeros(len(bills.bill), np.int64)
    np.add.at(paise, parts.bill[mine], parts.paise[mine])
    cheque_on = np.zeros(len(bills.bill), np.int64)
    np.maximum.at(cheque_on, parts.bill[mine], parts.on[mine])
    return Awaited(np.where(paise >= bills.paise, cheque_on, 0), quiet_until)
