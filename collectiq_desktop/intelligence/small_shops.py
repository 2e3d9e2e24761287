"""Small shops made out of a large one, to try what is said where little is known."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from collectiq_desktop.intelligence import rivals
from collectiq_desktop.intelligence.curves import Settings
from collectiq_desktop.intelligence.edits import of_parties
from collectiq_desktop.intelligence.history import NEVER, History, Whole
from collectiq_desktop.intelligence.shop import LATE_DAYS, Shop
from collectiq_desktop.intelligence.tasks import Ground, LateTask, cases_of
from collectiq_desktop.intelligence.trials import AFTER_ALL, Foretold, joined
from collectiq_desktop.intelligence.views import Views

SHOPS, FEWEST, MOST = 40, 60, 150
_SEED = 60_150
_TASK = LateTask(7)


def small_shops(history: History) -> Foretold:
    """Bills of small shops, foretold at issue once a third of them is written.

    `ranks` holds what was usual in the shop when each was written.
    """
    return joined([_tried(of_parties(history, parties), time) for time, parties in _shops(history)])


def _shops(history: History) -> Iterator[tuple[int, Whole]]:
    """Parties drawn until they have from 60 to 150 bills together."""
    rng = np.random.default_rng(_SEED)
    bills = np.bincount(history.bills.party, minlength=len(history.members))
    usable = np.flatnonzero((bills > 0) & (bills <= MOST))
    if bills[usable].sum() < FEWEST:
        return
    for time in range(SHOPS):
        wanted = rng.integers(FEWEST, MOST + 1)
        order = rng.permutation(usable)
        chosen = order[np.cumsum(bills[order]) <= wanted]
        if bills[chosen].sum() >= FEWEST:
            yield time, chosen


def _tried(history: History, time: int) -> Foretold:
    views = Views(history)
    settings = Settings()
    ground = Ground(views, Shop(history, settings.memory_days), settings)
    written = np.sort(history.bills.bill_on)
    first, last = int(written[len(written) // 3]), int(written[-1])
    rows = _TASK.rows(views, range(first, last + 1))
    rows = rows.where(history.bills.paid_on[rows.bill] < NEVER)
    cases = cases_of(ground, _TASK, rows)
    at = LATE_DAYS.index(_TASK.late_days)
    usual = np.array([ground.shop.at(int(day)).late_rates[at] for day in rows.day])
    return Foretold(
        _TASK.outcome(views, rows, AFTER_ALL).astype(np.float64),
        rows.party,
        cases.chance,
        cases.curve,
        rivals.party_rules(views, rows, _TASK.late_days).late_rate,
        usual,
        np.full(len(usual), time),
    )
