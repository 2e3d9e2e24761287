"""What will come in within 7, 15 and 30 days: low, likely and high.

Every open bill counts with its chance of being paid by then, never with a point
date; what is pledged counts as far as pledges are kept. A party pays its bills
together, so the band is drawn party by party.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from collectiq_desktop.core.domain.risk import FORECAST_DAYS, ForecastLine
from collectiq_desktop.intelligence.covering import Parts
from collectiq_desktop.intelligence.history import Real, Whole
from collectiq_desktop.intelligence.sight import BillsAhead

DRAWS = 400
_AT_ONCE = 50
_LOW, _HIGH = 0.1, 0.9


class _Sums(NamedTuple):
    """Sums that may come, each with its chance of coming by each of the days."""

    party: Whole
    paise: Whole
    chance: Real


def collection_forecast(
    bills: BillsAhead, seed: int, parts: Parts | None = None, today: int = 0
) -> tuple[ForecastLine, ...]:
    """The forecast of what is open.

    Args:
        seed: the same gives the same band; the day is a good one.
        parts: what of it is pledged as of `today`, an ordinal.
    """
    sums = _sums(bills, parts)
    draws = _draws(sums, seed)
    found = []
    for at, days in enumerate(FORECAST_DAYS):
        likely = round(float((sums.paise * sums.chance[:, at]).sum()))
        low, high = (round(float(edge)) for edge in np.quantile(draws[:, at], (_LOW, _HIGH)))
        pledged = 0 if parts is None else int(parts.paise[parts.on - today <= days].sum())
        found.append(ForecastLine(days, min(low, likely), likely, max(high, likely), pledged))
    return tuple(found)


def _sums(bills: BillsAhead, parts: Parts | None) -> _Sums:
    """What is open by habit, and what of it is pledged by its pledge."""
    if parts is None or not len(parts.bill):
        return _Sums(bills.party, bills.paise, bills.paid_chance)
    left, of_bill = bills.paise.copy(), parts.bill >= 0
    np.subtract.at(left, parts.bill[of_bill], parts.paise[of_bill])
    return _Sums(
        np.append(bills.party, parts.party),
        np.append(left, parts.paise),
        np.concatenate([bills.paid_chance, parts.chance]),
    )


def _draws(sums: _Sums, seed: int) -> Real:
    """What would come in, many times over: one luck for each party and time."""
    rng = np.random.default_rng(seed)
    parties, place = np.unique(sums.party, return_inverse=True)
    paise = sums.paise.astype(np.float64)
    found = np.zeros((DRAWS, len(FORECAST_DAYS)))
    for start in range(0, DRAWS, _AT_ONCE):
        luck = rng.random((_AT_ONCE, len(parties)))[:, place]
        for at in range(len(FORECAST_DAYS)):
            found[start : start + _AT_ONCE, at] = (luck < sums.chance[:, at]) @ paise
    return found
