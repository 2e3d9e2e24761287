"""Learning above the curves, as far as the shop is large enough, and promoting what is better."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import numpy as np

from collectiq_desktop.intelligence.choosing import chosen_settings
from collectiq_desktop.intelligence.dates import bend, makes_dates_truer
from collectiq_desktop.intelligence.fitting import (
    PENALTIES,
    PENALTIES_OF_MANY,
    fit_boosted,
    fit_linear,
    fit_slope,
    fit_steps,
)
from collectiq_desktop.intelligence.history import Flags, History, Real, Whole
from collectiq_desktop.intelligence.models import Model, Sloped, Stepped
from collectiq_desktop.intelligence.modelset import TASKS, Learned, ModelSet, PlotPoint
from collectiq_desktop.intelligence.paired import brier_losses, gain
from collectiq_desktop.intelligence.shop import Shop
from collectiq_desktop.intelligence.tasks import Cases, Ground, Task, cases_of
from collectiq_desktop.intelligence.views import Views

TRAINED_ON_DAYS, HELD_OUT_DAYS = 365, 60
MOST_ROWS = 50_000
_MANY_ROWS = 10_000
_PLOT_GROUPS = 10


class Gate(NamedTuple):
    """How much must be decided before something is learned."""

    decided: int
    late: int
    spared: int
    parties: int = 0

    def is_passed(self, outcome: Flags, party: Whole) -> bool:
        late = int(outcome.sum())
        return (
            len(outcome) >= self.decided
            and late >= self.late
            and len(outcome) - late >= self.spared
            and (not self.parties or len(np.unique(party)) >= self.parties)
        )


LINEAR_GATE = Gate(decided=400, late=40, spared=40)
BOOSTED_GATE = Gate(decided=1_000, late=100, spared=100, parties=30)
SLOPE_GATE = Gate(decided=200, late=30, spared=30)
STEPS_GATE = Gate(decided=1_000, late=100, spared=100)
_TRIED_GATE = Gate(decided=200, late=20, spared=20)
"""What the earlier part must hold, so that the rest can be foretold by it."""


def train(
    history: History,
    firm_id: str,
    day: int,
    going: Callable[[int, int], None],
    tasks: tuple[Task, ...] = TASKS,
) -> ModelSet:
    """Learn tasks from what was known strictly before a day.

    Args:
        going: is told how many steps of how many are done; what it raises ends the work.
    """
    steps = len(tasks) + 1
    going(0, steps)
    views = Views(history)
    settings = chosen_settings(views, day)
    ground = Ground(views, Shop(history, settings.memory_days), settings)
    learned: dict[str, Learned] = {}
    for done, task in enumerate(tasks, start=1):
        going(done, steps)
        learned[task.name] = learn(ground, task, day)
    going(steps, steps)
    return ModelSet(
        firm_id=firm_id,
        cut_off_on=date.fromordinal(day),
        settings=settings,
        shop_hazard=ground.shop.at(day).hazard,
        learned=learned,
    )


def learn(ground: Ground, task: Task, day: int) -> Learned:
    """Learn from what was decided strictly before a day."""
    views = ground.views
    rows = task.rows(views, range(day - TRAINED_ON_DAYS, day))
    rows = rows.where(rows.decided_on <= day)
    rows = rows.where(np.arange(len(rows.day)) >= len(rows.day) - MOST_ROWS)
    outcome = task.outcome(views, rows, day)
    counted = Learned(None, "small", len(outcome), int(outcome.sum()))
    if not LINEAR_GATE.is_passed(outcome, rows.party):
        return counted
    cases = cases_of(ground, task, rows)
    held_from = int(rows.day[-1]) - HELD_OUT_DAYS + 1
    held = rows.day >= held_from
    tried = (rows.decided_on <= held_from) & ~held
    return _promoted(counted, task, _Tried(ground, cases, outcome, tried, held, day))


class _Tried(NamedTuple):
    """Cases divided by time: what a first model learns from, and what it must then foretell."""

    ground: Ground
    cases: Cases
    outcome: Flags
    early: Flags
    held: Flags
    day: int


def plot_of(chance: Real, outcome: Flags) -> tuple[PlotPoint, ...]:
    """The calibration plot: cases in ten groups by what was foretold of them."""
    order = np.argsort(chance, kind="stable")
    groups = [some for some in np.array_split(order, _PLOT_GROUPS) if len(some)]
    return tuple(
        PlotPoint(float(chance[some].mean()), float(outcome[some].mean()), len(some))
        for some in groups
    )


def _brier(chance: Real, outcome: Flags) -> float:
    return float(np.mean((chance - outcome) ** 2))


def _promoted(counted: Learned, task: Task, tried: _Tried) -> Learned:
    cases, outcome, early, held = tried.cases, tried.outcome, tried.early, tried.held
    if not _TRIED_GATE.is_passed(outcome[early], cases.rows.party[early]) or not held.any():
        return counted._replace(reason="untried")
    choices = _first_models(task, tried)
    told = _told_of_held(choices, cases, held)
    briers = [_brier(chance, outcome[held]) for chance in told]
    best = int(np.argmin(briers))
    curves_brier = _brier(cases.chance[held], outcome[held])
    counted = counted._replace(
        held_out_count=int(held.sum()),
        curves_brier=curves_brier,
        model_brier=briers[best],
        plot=plot_of(told[best], outcome[held]),
    )
    if briers[best] > curves_brier:
        return counted._replace(reason="no_better")
    penalty, first = choices[best]
    signs = tuple(task.signs.values())
    model = Model(
        task=task.name,
        features=tuple(task.signs),
        medians=np.median(cases.features, axis=0),
        linear=fit_linear(cases.features, outcome, signs, penalty),
        boosted=fit_boosted(cases.features, outcome, signs) if first.boosted else None,
        calibration=_calibration(told[best], outcome[held], cases.rows.party[held]),
    )
    return counted._replace(model=model, reason="", bends_dates=_bends_dates(tried, told[best]))


def _bends_dates(tried: _Tried, chance: Real) -> bool:
    """Whether expected dates would have been truer, had they followed the first model."""
    cases, held = tried.cases, tried.held
    if cases.rows.bill[held].min(initial=0) < 0:
        return False
    power = bend(chance, cases.curve[held])
    return makes_dates_truer(tried.ground, cases.rows.where(held), power, tried.day)


def _first_models(task: Task, tried: _Tried) -> list[tuple[float, Model]]:
    """Models fitted to the early part: with each penalty, and with trees where there is enough."""
    cases, outcome, early = tried.cases, tried.outcome, tried.early
    features, signs = cases.features[early], tuple(task.signs.values())
    found = [
        (
            penalty,
            Model(
                task=task.name,
                features=tuple(task.signs),
                medians=np.median(features, axis=0),
                linear=fit_linear(features, outcome[early], signs, penalty),
            ),
        )
        for penalty in (PENALTIES if len(features) < _MANY_ROWS else PENALTIES_OF_MANY)
    ]
    if BOOSTED_GATE.is_passed(outcome, cases.rows.party):
        boosted = fit_boosted(features, outcome[early], signs)
        found += [(penalty, replace(model, boosted=boosted)) for penalty, model in found]
    return found


def _told_of_held(choices: list[tuple[float, Model]], cases: Cases, held: Flags) -> list[Real]:
    """What each model says of the cases held out; the trees, alike in all, are walked once."""
    features, curves_chance = cases.features[held], cases.chance[held]
    grown = next((model for _penalty, model in choices if model.boosted is not None), None)
    of_trees = None
    if grown is not None and grown.boosted is not None:
        of_trees = grown.boosted.chance(grown.filled(features))
    return [model.chance(features, curves_chance, of_trees) for _penalty, model in choices]


def _calibration(chance: Real, outcome: Flags, party: Whole) -> Sloped | Stepped | None:
    """The calibration that, fitted to the older half, surely gains on the newer one; often none."""
    if not SLOPE_GATE.is_passed(outcome, party):
        return None
    fits: list[Callable[[Real, Flags], Sloped | Stepped]] = [fit_slope]
    if STEPS_GATE.is_passed(outcome, party):
        fits.append(fit_steps)
    older = np.arange(len(chance)) < len(chance) // 2
    newer = ~older
    plain = brier_losses(chance[newer], outcome[newer])
    best, most = None, 0.0
    for fit in fits:
        fitted = brier_losses(fit(chance[older], outcome[older])(chance[newer]), outcome[newer])
        found = gain(fitted, plain, party[newer])
        if found.is_sure and found.mean > most:
            best, most = fit, found.mean
    return None if best is None else best(chance, outcome)
