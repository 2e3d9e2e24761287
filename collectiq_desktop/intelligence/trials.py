"""What would have been foretold, day by day, had the program been there: the raw of an evaluation.

Models are learned before each origin, from what was decided by then; each case
is foretold from what was known strictly before its day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np

from collectiq_desktop.intelligence import rivals
from collectiq_desktop.intelligence.choosing import chosen_settings
from collectiq_desktop.intelligence.dates import bend, middles
from collectiq_desktop.intelligence.features import lot_of
from collectiq_desktop.intelligence.history import NEVER, Flags, History, Real, Whole
from collectiq_desktop.intelligence.learning import learn
from collectiq_desktop.intelligence.models import Model
from collectiq_desktop.intelligence.modelset import Learned
from collectiq_desktop.intelligence.schedules import Schedule
from collectiq_desktop.intelligence.shop import Shop
from collectiq_desktop.intelligence.tasks import Cases, Ground, LateTask, Rows, Task, cases_of
from collectiq_desktop.intelligence.views import Asked, Views

AFTER_ALL = NEVER - 1
"""A day by which everything in the history is known."""

WEEK = 7
Going = Callable[[int, int], None]


class Foretold(NamedTuple):
    """Cases of a test: what came, and what each way of foretelling said.

    Args:
        rates: a plain rule that gives chances, for the Brier score.
        ranks: a plain rule that only ranks, for the AUC; may be the same.
        time: which look or origin.
    """

    outcome: Real
    party: Whole
    figure: Real
    curves: Real
    rates: Real
    ranks: Real
    time: Whole

    def where(self, which: Flags) -> Foretold:
        """Some of them."""
        return Foretold._make(column[which] for column in self)


@dataclass
class Trials:
    """Goes through a schedule, learning and foretelling."""

    history: History
    schedule: Schedule
    going: Going
    views: Views = field(init=False)
    _grounds: dict[int, Ground] = field(default_factory=dict)
    _done: int = 0

    def __post_init__(self) -> None:
        self.views = Views(self.history)

    @property
    def steps_count(self) -> int:
        """How many lessons and looks there are."""
        return len(self.schedule.origins) * len(self.schedule.late) + 2 * len(self.schedule.looks)

    def _step(self) -> None:
        self._done += 1
        self.going(self._done, self.steps_count)

    def _ground(self, day: int) -> Ground:
        """The ground as it was chosen on a day."""
        if day not in self._grounds:
            settings = chosen_settings(self.views, day)
            self._grounds[day] = Ground(
                self.views, Shop(self.history, settings.memory_days), settings
            )
        return self._grounds[day]

    def at_issue(self, task: LateTask) -> tuple[Foretold, Foretold]:
        """Bills on the day they are written: whether they are late, and by how many days."""
        late, days = [], []
        for time, origin in enumerate(self.schedule.origins):
            ground = self._ground(origin)
            learned = learn(ground, task, origin)
            rows = task.rows(self.views, range(origin, origin + self.schedule.window_days))
            paid_on = self.history.bills.paid_on[rows.bill]
            rows = rows.where((paid_on < NEVER) | (rows.decided_on <= self._last_day))
            cases = cases_of(ground, task, rows)
            figure = foretold_by(learned.model, cases)
            rules = rivals.party_rules(self.views, rows, task.late_days)
            outcome = task.outcome(self.views, rows, AFTER_ALL).astype(np.float64)
            times = np.full(len(outcome), time)
            late.append(
                Foretold(
                    outcome,
                    rows.party,
                    figure,
                    cases.curve,
                    rules.late_rate,
                    rules.mean_delay,
                    times,
                )
            )
            power = bend_of(learned, figure, cases)
            days.append(self._days_late(ground, cases, power, rules, times))
            self._step()
        return joined(late), joined(days)

    @property
    def _last_day(self) -> int:
        bills = self.history.bills
        return int(bills.known_on.max(initial=0)) + 1

    def _days_late(
        self, ground: Ground, cases: Cases, power: Real, rules: rivals.PartyRules, times: Whole
    ) -> Foretold:
        """By how many days each was late, and the middle of what was to be expected."""
        bills, rows = self.history.bills, cases.rows
        plain, bent = (
            middle.astype(np.float64)
            for middle in middles(ground, rows, np.ones(len(power)), power)
        )
        delay = (bills.paid_on[rows.bill] - bills.due_on[rows.bill]).astype(np.float64)
        paid = bills.paid_on[rows.bill] < NEVER
        found = Foretold(delay, rows.party, bent, plain, rules.mean_delay, rules.mean_delay, times)
        return found.where(paid)

    def unpaid(self) -> tuple[Foretold, Foretold]:
        """Open bills: whether they stay unpaid; and what comes in within a week."""
        task, bills = self.schedule.unpaid, self.history.bills
        found: list[Foretold] = []
        collections: list[Foretold] = []
        for time, (day, ground, learned) in enumerate(self._looks(task)):
            open_then = np.flatnonzero((bills.bill_on < day) & (bills.paid_on >= day))
            open_then = open_then[bills.is_sample[open_then]]
            days = np.full(len(open_then), day)
            rows = Rows(bills.party[open_then], days, open_then, days + task.within_days)
            cases = cases_of(ground, task, rows)
            outcome = task.outcome(self.views, rows, AFTER_ALL).astype(np.float64)
            usual = found[-1].outcome.mean() if found and len(found[-1].outcome) else 0.5
            found.append(
                Foretold(
                    outcome,
                    rows.party,
                    foretold_by(learned.model, cases),
                    cases.curve,
                    np.full(len(outcome), usual),
                    rivals.days_to_due(self.views, rows),
                    np.full(len(outcome), time),
                )
            )
            collections.append(self._collections(ground, learned, day, time))
        return joined(found), joined(collections)

    def _collections(self, ground: Ground, learned: Learned, day: int, time: int) -> Foretold:
        """What each party pays in the week that begins on a day."""
        task, history = self.schedule.unpaid, self.history
        rows = task.rows_on(self.views, day)
        cases = cases_of(ground, task, rows)
        power = bend_of(learned, foretold_by(learned.model, cases), cases)
        _asked, still = self.views.open_on(day)
        paise = np.zeros(len(history.bills))
        paise[still.bill] = still.paise
        unpaid = self._unpaid_in_a_week(ground, rows)
        many = len(history.members)

        def by_party(chance: Real) -> Real:
            expected = (1 - chance) * paise[rows.bill]
            return np.bincount(rows.party, expected, minlength=many).astype(np.float64)

        figure, curves = by_party(unpaid**power), by_party(unpaid)
        before = rivals.usual_week(self.views, day)
        outcome = rivals.last_week(self.views, day + WEEK).astype(np.float64)
        found = Foretold(
            outcome, np.arange(many), figure, curves, before, before, np.full(many, time)
        )
        return found.where((figure > 0) | (before > 0) | (outcome > 0))

    def _unpaid_in_a_week(self, ground: Ground, rows: Rows) -> Real:
        found = np.empty(len(rows.bill))
        asked = Asked(rows.party, rows.day)
        for part in self.views.in_parts(asked):
            lot = lot_of(self.views, ground.shop, asked.part(part), ground.settings)
            since = rows.day[part] - 1 - self.history.bills.due_on[rows.bill[part]]
            place = np.arange(part.stop - part.start)
            found[part] = lot.curves.still_unpaid(place, since + WEEK, since)
        return found

    def risk(self) -> Foretold:
        """Parties with nothing long overdue: whether they will have."""
        task, found = self.schedule.risk, []
        for time, (day, ground, learned) in enumerate(self._looks(task)):
            rows = task.rows_on(self.views, day)
            oldest = rivals.oldest_overdue(self.views, rows)
            rows, oldest = rows.where(oldest <= task.over_days), oldest[oldest <= task.over_days]
            cases = cases_of(ground, task, rows)
            rate = rivals.party_rules(self.views, rows, task.over_days).late_rate
            outcome = task.outcome(self.views, rows, AFTER_ALL).astype(np.float64)
            found.append(
                Foretold(
                    outcome,
                    rows.party,
                    foretold_by(learned.model, cases),
                    cases.curve,
                    rate,
                    oldest,
                    np.full(len(outcome), time),
                )
            )
        return joined(found)

    def _looks(self, task: Task) -> Iterator[tuple[int, Ground, Learned]]:
        """Every look, with what had been learned by then."""
        ground, learned = None, None
        for number, day in enumerate(self.schedule.looks):
            if ground is None or learned is None or number % self.schedule.learn_every == 0:
                ground = self._ground(day)
                learned = learn(ground, task, day)
            yield day, ground, learned
            self._step()


def foretold_by(model: Model | None, cases: Cases) -> Real:
    """What is foretold of cases: by what was learned, else by curves and late rates."""
    return cases.chance if model is None else model.chance(cases.features, cases.chance)


def bend_of(learned: Learned, figure: Real, cases: Cases) -> Real:
    """How expected dates follow what was learned, if that made them truer before."""
    return bend(figure, cases.curve) if learned.bends_dates else np.ones(len(figure))


def joined(found: list[Foretold]) -> Foretold:
    nothing: Any = np.zeros(0)
    if not found:
        return Foretold(*[nothing] * len(Foretold._fields))
    return Foretold(*map(np.concatenate, zip(*found, strict=True)))
