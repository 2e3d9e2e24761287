"""All that was learned for one shop, as it is kept and shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from collectiq_desktop.core.domain.risk import RiskSettings
from collectiq_desktop.intelligence.curves import Settings
from collectiq_desktop.intelligence.history import Real
from collectiq_desktop.intelligence.models import Model
from collectiq_desktop.intelligence.tasks import LateTask, RiskTask, Task, UnpaidTask

RISK, UNPAID, LATE = RiskTask(), UnpaidTask(), LateTask()
TASKS: tuple[Task, ...] = (RISK, UNPAID, LATE)
"""What is foretold in every shop that has not set other days."""


def tasks_with(risk: RiskTask) -> tuple[Task, ...]:
    """What is foretold where a score speaks of these days."""
    return risk, UNPAID, LATE


def in_order(names: Iterable[str]) -> list[str]:
    """Names of tasks in the order in which they are shown: the parties' risk comes first."""
    words = [task.name.partition("_")[0] for task in TASKS]
    return sorted(names, key=lambda name: words.index(name.partition("_")[0]))


def task_named(name: str) -> Task | None:
    """The task of a name; None where there is none, or with days that no setting has."""
    fixed: dict[str, Task] = {task.name: task for task in (UNPAID, LATE)}
    if name in fixed:
        return fixed[name]
    word, _, days = name.partition("_")
    over, _, within = days.partition("_")
    if word != "risk" or not (over.isdecimal() and within.isdecimal()):
        return None
    found = RiskSettings(over_days=int(over), within_days=int(within))
    task = RiskTask(found.over_days, found.within_days)
    return task if found.is_sound and task.name == name else None


class PlotPoint(NamedTuple):
    """A point of the calibration plot: what was foretold, what share came true, of how many."""

    foretold: float
    came_true: float
    cases_count: int


class Learned(NamedTuple):
    """What was learned for a task: the model if it was promoted, and how it was tried.

    Args:
        reason: why payment habits alone are used, empty where a model is.
        bends_dates: whether expected dates follow the model too, since that made them truer.
    """

    model: Model | None
    reason: str
    decided_count: int
    late_count: int
    held_out_count: int = 0
    curves_brier: float = 0.0
    model_brier: float = 0.0
    plot: tuple[PlotPoint, ...] = ()
    bends_dates: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSet:
    """What was learned of a firm, from what was known strictly before a day.

    Args:
        firm_id: whose it is, in hex; no other firm may use it.
        shop_hazard: the shop's payment curve of that day, to be looked at.
        learned: by task, also where nothing was promoted, and then why.
    """

    firm_id: str
    cut_off_on: date
    settings: Settings
    shop_hazard: Real
    learned: Mapping[str, Learned]

    def model(self, task: Task) -> Model | None:
        """The model of a task, None where payment habits alone must do."""
        found = self.learned.get(task.name)
        return found.model if found else None

    def bends(self, task: Task) -> bool:
        """Whether expected dates follow what was learned."""
        found = self.learned.get(task.name)
        return found is not None and found.model is not None and found.bends_dates
