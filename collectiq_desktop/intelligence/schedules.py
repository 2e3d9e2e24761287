"""When what is foretold is tried: rolling origins, and the bars of the files that are known.

A file is known by its columns. Any other is tried in the same way, over the days
that it holds, with the plain rules as the bar.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from collectiq_desktop.intelligence.history import History
from collectiq_desktop.intelligence.tasks import LateTask, RiskTask, UnpaidTask

_YEAR = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """What is tried of a history, and when.

    Args:
        name: of the file, before each test.
        origins, window_days: bills written in each window are foretold at issue by models
            that were learned before it.
        late: by how many days a bill may be late.
        looks: the days on which open bills and parties are looked at.
        learn_every: so many looks pass between two lessons.
        bars: by test and measure, where somebody reached a figure before.
    """

    name: str
    origins: tuple[int, ...]
    window_days: int
    late: tuple[LateTask, ...]
    looks: tuple[int, ...]
    unpaid: UnpaidTask
    risk: RiskTask
    learn_every: int = 1
    bars: Mapping[str, float] = field(default_factory=dict)


def _days(*texts: str) -> tuple[int, ...]:
    return tuple(date.fromisoformat(text).toordinal() for text in texts)


def _every(first: str, last: str, step_days: int) -> tuple[int, ...]:
    begins, ends = _days(first, last)
    return tuple(range(begins, ends + 1, step_days))


CASSANDRA = Schedule(
    name="Cassandra",
    origins=_days(
        "2014-07-01", "2015-01-01", "2015-07-01", "2016-01-01", "2016-07-01", "2017-01-01"
    ),
    window_days=182,
    late=(LateTask(7), LateTask(30)),
    looks=_every("2014-07-01", "2017-06-01", 30),
    unpaid=UnpaidTask(30),
    risk=RiskTask(30, 60),
    bars={
        "late > 7 at issue, AUC": 0.783,
        "late > 7 at issue, Brier": 0.179,
        "late > 30 at issue, AUC": 0.721,
        "late > 30 at issue, Brier": 0.181,
        "days late, MAE": 18.1,
        "unpaid in 30 days, AUC": 0.782,
        "unpaid in 30 days, Brier": 0.187,
        "party > 30 overdue within 60, AUC": 0.884,
        "party > 30 overdue within 60, Brier": 0.122,
        "weekly collections, WAPE": 0.50,
    },
)
IBM = Schedule(
    name="IBM",
    origins=_days("2013-01-01", "2013-03-01", "2013-05-01", "2013-07-01", "2013-09-01"),
    window_days=61,
    late=(LateTask(7),),
    looks=_every("2013-02-01", "2013-11-15", 14),
    unpaid=UnpaidTask(15),
    risk=RiskTask(7, 30),
    learn_every=2,
    bars={
        "late > 7 at issue, AUC": 0.876,
        "late > 7 at issue, Brier": 0.095,
        "days late, MAE": 6.13,
        "party > 7 overdue within 30, AUC": 0.955,
        "party > 7 overdue within 30, Brier": 0.062,
        "weekly collections, WAPE": 0.186,
    },
)


def schedule_for(history: History, name: str) -> Schedule:
    """The schedule of a file that is not known: the last three fifths of its days."""
    bills = history.bills
    if not len(bills):
        return _schedule(name, (), ())
    first, last = history.first_on, int(bills.bill_on.max())
    begins = first + max((last - first) * 2 // 5, min(_YEAR // 2, (last - first) // 2))
    origins = tuple(range(begins, max(begins + 1, last - 30), 91))
    return _schedule(name, origins, tuple(range(begins, max(begins + 1, last - 60), 30)))


def _schedule(name: str, origins: tuple[int, ...], looks: tuple[int, ...]) -> Schedule:
    return Schedule(
        name=name,
        origins=origins,
        window_days=91,
        late=(LateTask(7), LateTask(30)),
        looks=looks,
        unpaid=UnpaidTask(30),
        risk=RiskTask(30, 60),
    )
