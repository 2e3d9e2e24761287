"""The table of an evaluation: every test, the plain rule, the curves, our figure and the bar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from collectiq_desktop.intelligence import measures
from collectiq_desktop.intelligence.history import History, Real
from collectiq_desktop.intelligence.measures import Interval, Measure, gain_interval
from collectiq_desktop.intelligence.schedules import Schedule
from collectiq_desktop.intelligence.small_shops import small_shops
from collectiq_desktop.intelligence.trials import Foretold, Going, Trials

SMALL_SHOP_SLACK = 0.01


class Row(NamedTuple):
    """A line of the table.

    Args:
        cases_count: how many cases were foretold.
        is_met: whether the figure reaches the bar.
        gain: the interval of the gain over the plain rule, by party; above zero is better.
    """

    test: str
    cases_count: int
    naive: float
    curves: float
    figure: float
    bar: float
    is_higher_better: bool
    is_met: bool
    gain: Interval


def evaluate(history: History, schedule: Schedule, going: Going) -> Iterator[Row]:
    """Every row of the table, one test after another."""
    trials = Trials(history, schedule, going)
    of_days: list[Foretold] = []
    for task in schedule.late:
        late, days = trials.at_issue(task)
        of_days.append(days)
        yield from _chances(schedule, f"late > {task.late_days} at issue", late)
    if of_days:
        yield from _errors(schedule, "days late, MAE", of_days[0], measures.mae)
    unpaid, collections = trials.unpaid()
    yield from _chances(schedule, f"unpaid in {schedule.unpaid.within_days} days", unpaid)
    risk = schedule.risk
    name = f"party > {risk.over_days} overdue within {risk.within_days}"
    yield from _chances(schedule, name, trials.risk())
    yield from _errors(
        schedule,
        "weekly collections, WAPE",
        collections,
        lambda outcome: measures.wape(outcome, collections.time.astype(np.int64)),
    )
    yield from _small(schedule, small_shops(history))


def _chances(schedule: Schedule, name: str, found: Foretold) -> Iterator[Row]:
    """The two rows of a test of chances: how it ranks, and how far off it is."""
    ranks = measures.auc(found.outcome)
    ones = np.ones(len(found.outcome))
    rule = max((found.ranks, found.rates), key=lambda each: ranks(each, ones))
    yield _row(schedule, f"{name}, AUC", ranks, found._replace(rates=rule), is_higher_better=True)
    yield _row(
        schedule, f"{name}, Brier", measures.brier(found.outcome), found, is_higher_better=False
    )


def _errors(
    schedule: Schedule, name: str, found: Foretold, measure: Callable[[Real], Measure]
) -> Iterator[Row]:
    yield _row(schedule, name, measure(found.outcome), found, is_higher_better=False)


def _row(
    schedule: Schedule, name: str, measure: Measure, found: Foretold, *, is_higher_better: bool
) -> Row:
    ones = np.ones(len(found.outcome))
    naive, curves, figure = (
        measure(each, ones) for each in (found.rates, found.curves, found.figure)
    )
    bar = schedule.bars.get(name, naive)
    return Row(
        test=f"{schedule.name}, {name}",
        cases_count=len(found.outcome),
        naive=naive,
        curves=curves,
        figure=figure,
        bar=bar,
        is_higher_better=is_higher_better,
        is_met=bool(len(ones)) and (figure >= bar if is_higher_better else figure <= bar),
        gain=gain_interval(
            measure, found.figure, found.rates, found.party, is_higher_better=is_higher_better
        ),
    )


def _small(schedule: Schedule, found: Foretold) -> Iterator[Row]:
    """The row of small shops: what is said there must not be worse than the curves."""
    measure = measures.skill(found.outcome, found.ranks)
    name = "shops of 60 to 150 bills, late > 7, skill"
    row = _row(schedule, name, measure, found, is_higher_better=True)
    bar = row.curves - SMALL_SHOP_SLACK
    yield row._replace(bar=bar, is_met=bool(row.cases_count) and row.figure >= bar)
