"""When bills are paid, as a curve's middle, and whether what was learned makes it truer."""

from __future__ import annotations

import numpy as np

from collectiq_desktop.intelligence.curves import LAST_X
from collectiq_desktop.intelligence.features import lot_of
from collectiq_desktop.intelligence.history import NEVER, Flags, Real, Whole, paid_days
from collectiq_desktop.intelligence.paired import gain
from collectiq_desktop.intelligence.tasks import Ground, Rows
from collectiq_desktop.intelligence.views import Asked

_LEAST, _MOST_BENT = 1e-6, 4.0


def bend(learned: Real, by_curve: Real) -> Real:
    """The power to which a curve's survival is raised, so that it says what was learned.

    A model foretells one day; the curve, bent until it agrees, foretells all of them.
    """
    wanted, told = (np.log(np.clip(each, _LEAST, 1 - _LEAST)) for each in (learned, by_curve))
    power: Real = np.clip(wanted / told, 1 / _MOST_BENT, _MOST_BENT)
    return power


def middles(ground: Ground, rows: Rows, power: Real) -> Whole:
    """By how many days half of such bills are late, from what was known before each day.

    Args:
        power: bends each bill's curve; ones leave them.
    """
    found = np.empty(len(rows.bill), np.int64)
    asked = Asked(rows.party, rows.day)
    since = rows.day - 1 - ground.views.history.bills.due_on[rows.bill]
    for part in ground.views.in_parts(asked):
        lot = lot_of(ground.views, ground.shop, asked.part(part), ground.settings)
        place = np.arange(part.stop - part.start)
        day = lot.curves.day_of(place, 0.5, since[part], power[part])
        found[part] = np.minimum(day, LAST_X)
    return found


def makes_dates_truer(ground: Ground, rows: Rows, power: Real, day: int) -> bool:
    """Whether bending would have foretold truer days of the bills that were paid by a day."""
    bills = ground.views.history.bills
    paid_on = paid_days(ground.views.history, rows.bill, np.full(len(rows.bill), day))
    paid: Flags = paid_on < NEVER
    if not paid.any():
        return False
    some, delay = rows.where(paid), (paid_on - bills.due_on[rows.bill])[paid]
    plain = np.abs(middles(ground, some, np.ones(len(delay))) - delay).astype(np.float64)
    bent = np.abs(middles(ground, some, power[paid]) - delay).astype(np.float64)
    return gain(bent, plain, some.party).is_sure
