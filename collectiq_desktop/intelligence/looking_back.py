"""How right the scores were: what was foretold then, by what was known then, and what came.

A model is asked only of days after it was learned; of earlier ones payment
habits alone are, or it would be praised for what it had seen.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from collectiq_desktop.core.domain.risk import LookBack
from collectiq_desktop.intelligence import rivals
from collectiq_desktop.intelligence.categories import FEWEST_DECIDED_FOR_RISKY, RISKY_FROM
from collectiq_desktop.intelligence.history import Flags, Real
from collectiq_desktop.intelligence.models import Model
from collectiq_desktop.intelligence.sight import Sight
from collectiq_desktop.intelligence.tasks import cases_of

RISKY_AGO_DAYS, QUARTER_WEEKS = 90, 13
_WEEK = 7


class _Then(NamedTuple):
    """What was foretold on a day of parties with nothing long overdue, and what came."""

    chance: Real
    oldest_days: Real
    is_known_well: Flags
    outcome: Flags


def look_back(sight: Sight) -> LookBack:
    """How right the scores of the last quarter were; all zero where nothing is decided."""
    ago = _then(sight, sight.day - RISKY_AGO_DAYS, is_clean=False)
    risky = (ago.chance >= RISKY_FROM) & ago.is_known_well
    late = hits = rival_hits = 0
    newest = sight.day - sight.risk.within_days
    for day in range(newest, newest - _WEEK * QUARTER_WEEKS, -_WEEK):
        then = _then(sight, day, is_clean=True)
        count = int(then.outcome.sum())
        late += count
        hits += _hits(then.chance, then.outcome, count)
        rival_hits += _hits(then.oldest_days, then.outcome, count)
    return LookBack(int(risky.sum()), int(ago.outcome[risky].sum()), late, hits, rival_hits)


def _hits(rank: Real, outcome: Flags, count: int) -> int:
    """How many of the first so many went late."""
    return int(outcome[np.argsort(-rank, kind="stable")[:count]].sum())


def _then(sight: Sight, day: int, *, is_clean: bool) -> _Then:
    views = sight.ground.views
    rows = sight.risk.rows_on(views, day)
    oldest = rivals.oldest_overdue(views, rows)
    if is_clean:
        rows, oldest = (
            rows.where(oldest <= sight.risk.over_days),
            oldest[oldest <= sight.risk.over_days],
        )
    cases = cases_of(sight.ground, sight.risk, rows)
    model = _model_of(sight, day)
    chance = cases.chance if model is None else model.chance(cases.features, cases.chance)
    is_known_well = cases.paid_count >= FEWEST_DECIDED_FOR_RISKY
    return _Then(chance, oldest, is_known_well, sight.risk.outcome(views, rows, sight.day))


def _model_of(sight: Sight, day: int) -> Model | None:
    models = sight.models
    is_older = models is not None and models.cut_off_on.toordinal() <= day
    return models.model(sight.risk) if models is not None and is_older else None
