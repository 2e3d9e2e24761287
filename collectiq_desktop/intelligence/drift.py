"""Whether what was learned still holds: what was foretold against what came.

Looked at week by week since the models' cut-off day, as far as it is decided.
Where it no longer holds, payment habits alone are used, and why is noted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

import numpy as np

from collectiq_desktop.intelligence.models import Model
from collectiq_desktop.intelligence.modelset import UNPAID, ModelSet
from collectiq_desktop.intelligence.paired import brier_losses
from collectiq_desktop.intelligence.sight import Sight
from collectiq_desktop.intelligence.tasks import RiskTask, UnpaidTask, cases_of

LOWEST_RATIO, HIGHEST_RATIO = 0.75, 1.33
FEWEST_EXPECTED = 20.0
REFIT_AFTER_DAYS, REFIT_AFTER_BILLS = 30, 500
_WEEK, _WEEKS_LOOKED_AT, _WEEKS_OFF = 7, 8, 2


class Verdict(StrEnum):
    """What the watch found."""

    HOLDS = "holds"
    TOO_MANY = "more went late than foretold"
    TOO_FEW = "fewer went late than foretold"
    NO_BETTER = "payment habits alone foretold better"
    UNDECIDED = "too little is decided to tell"


class Week(NamedTuple):
    """What was foretold on a day of each week, and what came of it."""

    day: int
    expected: float
    observed: int
    model_loss: float
    curves_loss: float
    cases_count: int


class Watch(NamedTuple):
    """What the watch over one model found, week by week, the newest last."""

    verdict: Verdict
    weeks: tuple[Week, ...]


def watch(sight: Sight, task: RiskTask | UnpaidTask) -> Watch | None:
    """What became of what was foretold since the cut-off; None where nothing was learned."""
    model = sight.models.model(task) if sight.models else None
    if model is None or sight.models is None:
        return None
    first = sight.models.cut_off_on.toordinal()
    last = sight.day - task.within_days
    days = range(last, max(first, last - _WEEK * _WEEKS_LOOKED_AT + 1) - 1, -_WEEK)
    weeks = tuple(_week(sight, task, model, day) for day in reversed(days))
    return Watch(_verdict([week for week in weeks if week.cases_count]), weeks)


def _week(sight: Sight, task: RiskTask | UnpaidTask, model: Model, day: int) -> Week:
    views = sight.ground.views
    rows = task.rows_on(views, day)
    outcome = task.outcome(views, rows, sight.day)
    cases = cases_of(sight.ground, task, rows)
    chance = model.chance(cases.features, cases.chance)
    return Week(
        day,
        float(chance.sum()),
        int(outcome.sum()),
        float(brier_losses(chance, outcome).sum()),
        float(brier_losses(cases.chance, outcome).sum()),
        len(outcome),
    )


def _verdict(weeks: list[Week]) -> Verdict:
    if len(weeks) < _WEEKS_OFF:
        return Verdict.UNDECIDED
    newest = weeks[-_WEEKS_OFF:]
    if all(week.expected >= FEWEST_EXPECTED for week in newest):
        ratios = [week.observed / week.expected for week in newest]
        if min(ratios) > HIGHEST_RATIO:
            return Verdict.TOO_MANY
        if max(ratios) < LOWEST_RATIO:
            return Verdict.TOO_FEW
    if len(weeks) >= _WEEKS_LOOKED_AT:
        if sum(week.model_loss for week in weeks) > sum(week.curves_loss for week in weeks):
            return Verdict.NO_BETTER
        return Verdict.HOLDS
    return Verdict.HOLDS


def is_refit_due(sight: Sight) -> bool:
    """Whether it is time to learn anew.

    A month has passed, or 500 more bills are decided, or a score speaks of other days now.
    """
    if sight.models is None:
        return sight.has_scores
    if sight.risk.name not in sight.models.learned:
        return True
    cut_off = sight.models.cut_off_on.toordinal()
    if sight.day - cut_off >= REFIT_AFTER_DAYS:
        return True
    known_on = sight.history.bills.paid_known_on
    return (
        int(np.count_nonzero((known_on >= cut_off) & (known_on < sight.day))) >= REFIT_AFTER_BILLS
    )


def drifted_now(sight: Sight) -> dict[str, str]:
    """What no longer holds of what was learned, by task, and what was found of it."""
    found = {task.name: watch(sight, task) for task in (sight.risk, UNPAID)}
    return {
        name: str(each.verdict)
        for name, each in found.items()
        if each is not None and each.verdict in _OFF
    }


def without_drifted(models: ModelSet, drifted: Mapping[str, str]) -> ModelSet:
    """What was learned, without what no longer holds."""
    learned = {
        name: each._replace(model=None, reason=DRIFTED) if name in drifted else each
        for name, each in models.learned.items()
    }
    return replace(models, learned=learned)


DRIFTED = "drifted"
_OFF = frozenset({Verdict.TOO_MANY, Verdict.TOO_FEW, Verdict.NO_BETTER})
