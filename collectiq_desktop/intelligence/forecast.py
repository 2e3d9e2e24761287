"""What will come in within 7, 15 and 30 days: low, likely and high.

Every open bill counts with its chance of being paid by then, never with a point
date. A party pays its bills together, so the band is drawn party by party.
"""

from __future__ import annotations

import numpy as np

from collectiq_desktop.core.domain.risk import FORECAST_DAYS, ForecastLine
from collectiq_desktop.intelligence.history import Real
from collectiq_desktop.intelligence.sight import BillsAhead

DRAWS = 400
_AT_ONCE = 50
_LOW, _HIGH = 0.1, 0.9


def collection_forecast(bills: BillsAhead, seed: int) -> tuple[ForecastLine, ...]:
    """The forecast of what is open.

    Args:
        seed: the same gives the same band; the day is a good one.
    """
    draws = _draws(bills, seed)
    found = []
    for at, days in enumerate(FORECAST_DAYS):
        likely = round(float((bills.paise * bills.paid_chance[:, at]).sum()))
        low, high = (round(float(edge)) for edge in np.quantile(draws[:, at], (_LOW, _HIGH)))
        found.append(ForecastLine(days, min(low, likely), likely, max(high, likely)))
    return tuple(found)


def _draws(bills: BillsAhead, seed: int) -> Real:
    """What would come in, many times over: one luck for each party and time."""
    rng = np.random.default_rng(seed)
    parties, place = np.unique(bills.party, return_inverse=True)
    paise = bills.paise.astype(np.float64)
    found = np.zeros((DRAWS, len(FORECAST_DAYS)))
    for start in range(0, DRAWS, _AT_ONCE):
        luck = rng.random((_AT_ONCE, len(parties)))[:, place]
        for at in range(len(FORECAST_DAYS)):
            found[start : start + _AT_ONCE, at] = (luck < bills.paid_chance[:, at]) @ paise
    return found
