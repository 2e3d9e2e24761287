"""An evaluation measures rightly, asks what it says it asks, and cannot see what comes later."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.commands.risk_sheets import read_bills
from collectiq_desktop.intelligence import measures
from collectiq_desktop.intelligence.evaluating import evaluate
from collectiq_desktop.intelligence.from_sheet import SheetBill, history_of_sheet
from collectiq_desktop.intelligence.schedules import Schedule, schedule_for
from collectiq_desktop.intelligence.tasks import LateTask
from collectiq_desktop.intelligence.trials import Foretold, Trials
from collectiq_desktop.intelligence.views import Views
from tests.intelligence.firms import usual_firm

CASES = st.lists(
    st.tuples(st.booleans(), st.integers(0, 6), st.integers(0, 3)), min_size=1, max_size=30
)


def _quietly(_done: int, _whole: int) -> None:
    return


@given(CASES)
def test_the_auc_is_the_share_of_pairs_in_order(cases: list[tuple[bool, int, int]]) -> None:
    outcome, told, weight = (np.array(column, np.float64) for column in zip(*cases, strict=True))
    true = [(t, w) for o, t, w in cases if o]
    false = [(t, w) for o, t, w in cases if not o]
    whole = sum(w * v for (_t, w), (_f, v) in product(true, false))
    won = sum(w * v * ((t > f) + (t == f) / 2) for (t, w), (f, v) in product(true, false))
    expected = won / whole if whole else 0.5
    assert measures.auc(outcome)(told, weight) == pytest.approx(expected)


@given(CASES)
def test_a_weight_counts_a_case_so_many_times(cases: list[tuple[bool, int, int]]) -> None:
    outcome, told, weight = (np.array(column, np.float64) for column in zip(*cases, strict=True))
    many = np.repeat(np.arange(len(cases)), weight.astype(int))
    if not len(many):
        return
    time = np.arange(len(cases)) % 3
    pairs = (
        (measures.brier(outcome), measures.brier(outcome[many])),
        (measures.mae(outcome), measures.mae(outcome[many])),
        (measures.wape(outcome, time), measures.wape(outcome[many], time[many])),
    )
    for weighted, repeated in pairs:
        assert weighted(told, weight) == pytest.approx(repeated(told[many], np.ones(len(many))))


def test_the_interval_of_a_sure_gain_lies_above_nothing() -> None:
    rng = np.random.default_rng(1)
    outcome = (rng.random(600) < 0.4).astype(np.float64)
    party = np.arange(600) % 60
    good, bad = np.where(outcome > 0, 0.8, 0.2), np.full(600, 0.4)
    brier = measures.brier(outcome)
    gain = measures.gain_interval(brier, good, bad, party, is_higher_better=False)
    none = measures.gain_interval(brier, bad, bad, party, is_higher_better=False)
    assert 0 < gain.low < gain.high
    assert (none.low, none.high) == (0, 0)


def _trial(bills: list[SheetBill]) -> tuple[Schedule, list[SheetBill]]:
    """A short schedule over the firm: two origins, two looks."""
    schedule = schedule_for(history_of_sheet(bills), "firm")
    last = max(bill.bill_on for bill in bills)
    return replace(
        schedule,
        origins=(last - 240, last - 150),
        window_days=60,
        late=(LateTask(7),),
        looks=(last - 200, last - 130),
    ), bills


def _otherwise(bills: list[SheetBill], day: int) -> list[SheetBill]:
    """What comes on a day or later is as late as can be, and three times as large."""
    return [
        bill._replace(
            amount_paise=bill.amount_paise * (3 if bill.bill_on >= day else 1),
            paid_on=None if bill.paid_on is None or bill.paid_on >= day else bill.paid_on,
        )
        for bill in bills
    ]


def _foretold(schedule: Schedule, bills: list[SheetBill]) -> tuple[Foretold, Foretold, Foretold]:
    trials = Trials(history_of_sheet(bills), schedule, _quietly)
    late, _days = trials.at_issue(schedule.late[0])
    unpaid, _collections = trials.unpaid()
    return late, unpaid, trials.risk()


def test_no_figure_of_a_trial_knows_what_came_after_its_day() -> None:
    schedule, bills = _trial(usual_firm(3, parties=45))
    day = schedule.looks[-1] + 10
    mine = _foretold(schedule, bills)
    theirs = _foretold(schedule, _otherwise(bills, day))
    for one, two in zip(mine[1:], theirs[1:], strict=True):
        for name in ("figure", "curves", "rates", "ranks"):
            np.testing.assert_array_equal(getattr(one, name), getattr(two, name))
        assert (one.outcome != two.outcome).any()


def test_what_is_foretold_at_issue_knows_nothing_of_its_bill_but_its_paper() -> None:
    """The first origin, of which nothing is decided: bills issued then stay as they were."""
    schedule, bills = _trial(usual_firm(3, parties=45))
    origin = schedule.origins[0]
    first = replace(schedule, origins=(origin,), window_days=1)
    task = first.late[0]
    with_future, _days = Trials(history_of_sheet(bills), first, _quietly).at_issue(task)
    changed = _otherwise(bills, origin + 1)
    decided = [bill if bill.paid_on else bill._replace(paid_on=origin + 400) for bill in changed]
    without, _days = Trials(history_of_sheet(decided), first, _quietly).at_issue(task)
    assert len(with_future.figure) > 3
    np.testing.assert_array_equal(with_future.figure, without.figure)


def test_every_row_is_complete_and_says_whether_its_bar_is_met() -> None:
    schedule, bills = _trial(usual_firm(3, parties=45))
    rows = list(evaluate(history_of_sheet(bills), schedule, _quietly))
    assert len({row.test for row in rows}) == len(rows) == 9
    for row in rows:
        assert np.isfinite([row.naive, row.curves, row.figure, row.bar, *row.gain]).all()
        reached = row.figure >= row.bar if row.is_higher_better else row.figure <= row.bar
        assert row.is_met is (reached and row.cases_count > 0)


@pytest.mark.parametrize(
    ("name", "count"),
    [("cassandra_udyam22_train_8753.csv", 6_403), ("ibm_accounts_receivable_2466.csv", 1_083)],
)
def test_the_known_files_ask_as_many_bills_as_their_bars_were_reached_on(
    test_data: Path, name: str, count: int
) -> None:
    found = read_bills(test_data / "ar" / name, None)
    schedule = found.schedule
    assert schedule is not None
    views, task = Views(history_of_sheet(found.bills)), schedule.late[0]
    windows = [
        task.rows(views, range(origin, origin + schedule.window_days))
        for origin in schedule.origins
    ]
    assert sum(len(rows.bill) for rows in windows) == count
