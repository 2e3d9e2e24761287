"""When bills are paid, as a curve's middle, and whether what was learned makes it truer."""

from __future__ import annotations

import numpy as np

from collectiq_desktop.intelligence.curves import LAST_X
from collectiq_desktop.intelligence.features import curves_of
from collectiq_desktop.intelligence.history import NEVER, Flags, Real, Whole, paid_days
from collectiq_desktop.intelligence.paired import gain
from collectiq_desktop.intelligence.tasks import Ground, Rows, once_each

_LEAST, _MOST_BENT = 1e-6, 4.0


def bend(learned: Real, by_curve: Real) -> Real:
    """The power to which a curve's survival is raised, so that it says what was learned.

    A model foretells one day; the curve, bent until it agrees, foretells all of them.
    """
    wanted, told = (np.log(np.clip(each, _LEAST, 1 - _LEAST)) for each in (learned, by_curve))
    power: Real = np.clip(wanted / told, 1 / _MOST_BENT, _MOST_BENT)
    return power


def middles(ground: Ground, rows: Rows, *powers: Real) -> list[Whole]:
    """By how many days half of such bills are late, from what was known before each day.

    Args:
        powers: each bends every bill's curve, and has its answer; ones leave them.
    """
    found = [np.empty(len(rows.bill), np.int64) for _power in powers]
    asked, place = once_each(rows)
    order = np.argsort(place, kind="stable")
    ends = np.searchsorted(place[order], np.arange(len(asked.party) + 1))
    since = rows.day - 1 - ground.views.history.bills.due_on[rows.bill]
    for part in ground.views.in_parts(asked):
        curves = curves_of(ground.views, ground.shop, asked.part(part), ground.settings)
        mine = order[ends[part.start] : ends[part.stop]]
        for power, middle in zip(powers, found, strict=True):
            day = curves.day_of(place[mine] - part.start, 0.5, since[mine], power[mine])
            middle[mine] = np.minimum(day, LAST_X)
    return found


def makes_dates_truer(ground: Ground, rows: Rows, power: Real, day: int) -> bool:
    """Whether bending would have foretold truer days of the bills that were paid by a day."""
    bills = ground.views.history.bills
    paid_on = paid_days(ground.views.history, rows.bill, np.full(len(rows.bill), day))
    paid: Flags = paid_on < NEVER
    if not paid.any():
        return False
    some, delay = rows.where(paid), (paid_on - bills.due_on[rows.bill])[paid]
    plain, bent = (
        np.abs(middle - delay).astype(np.float64)
        for middle in middles(ground, some, np.ones(len(delay)), power[paid])
    )
    return gain(bent, plain, some.party).is_sure
