"""Learning: nothing where too little is decided, and never the worse of two."""

from __future__ import annotations

import json
from functools import cache

import numpy as np
import pytest

from collectiq_desktop.intelligence.drift import (
    REFIT_AFTER_DAYS,
    Verdict,
    Week,
    _verdict,
    drifted_now,
    is_refit_due,
    watch,
    without_drifted,
)
from collectiq_desktop.intelligence.from_sheet import SheetBill, history_of_sheet
from collectiq_desktop.intelligence.learning import BOOSTED_GATE, LINEAR_GATE, train
from collectiq_desktop.intelligence.modelfile import text_of
from collectiq_desktop.intelligence.modelset import LATE, RISK, UNPAID, ModelSet
from collectiq_desktop.intelligence.sight import sight_of
from tests.intelligence.firms import TODAY, usual_firm

FIRM = "0f" * 16
DAY = TODAY.toordinal() + 1


def _quietly(_done: int, _whole: int) -> None:
    return


def _learned(bills: list[SheetBill], day: int = DAY) -> ModelSet:
    return train(history_of_sheet(bills), FIRM, day, _quietly)


@cache
def _bills() -> tuple[SheetBill, ...]:
    return tuple(usual_firm(parties=45))


def test_a_small_shop_learns_nothing_and_says_why() -> None:
    found = _learned(usual_firm(parties=6))
    assert found.model(LATE) is None
    assert found.learned[LATE.name].reason == "small"


def test_the_gates_are_those_of_the_trade() -> None:
    party = np.arange(1_000) % 40
    outcome = np.arange(1_000) % 5 == 0
    assert LINEAR_GATE.is_passed(outcome[:400], party[:400])
    assert not LINEAR_GATE.is_passed(outcome[:399], party[:399])
    assert not LINEAR_GATE.is_passed(np.zeros(1_000, bool), party)
    assert BOOSTED_GATE.is_passed(outcome, party)
    assert not BOOSTED_GATE.is_passed(outcome, party % 29)
    assert not BOOSTED_GATE.is_passed(outcome[:999], party[:999])


def test_what_is_promoted_was_not_worse_on_held_out_days() -> None:
    found = _learned(list(_bills()))
    assert any(each.model for each in found.learned.values())
    for each in found.learned.values():
        if each.model is not None:
            assert each.model_brier <= each.curves_brier
            assert sum(point.cases_count for point in each.plot) == each.held_out_count
        else:
            assert each.reason


def test_what_is_learned_is_the_same_whatever_comes_after() -> None:
    """The leak that shops have: bills and payments of tomorrow must not be learned from."""
    day = DAY - 60
    bills = list(_bills())
    other = [
        bill._replace(paid_on=None if bill.paid_on is None or bill.paid_on >= day else bill.paid_on)
        for bill in bills
        if bill.bill_on < day
    ]
    mine, theirs = (json.loads(text_of(_learned(each, day)))["content"] for each in (bills, other))
    assert mine == theirs


def test_learning_can_be_ended_at_every_step() -> None:
    class Ended(Exception):
        pass

    def going(done: int, _whole: int) -> None:
        if done == 1:
            raise Ended

    with pytest.raises(Ended):
        train(history_of_sheet(list(_bills())), FIRM, DAY, going)


def _weeks(*pairs: tuple[float, int], loss: float = 0.1) -> list[Week]:
    return [Week(DAY, expected, observed, loss, 0.2, 100) for expected, observed in pairs]


@pytest.mark.parametrize(
    ("pairs", "verdict"),
    [
        ([(30.0, 30)], Verdict.UNDECIDED),
        ([(30.0, 30), (30.0, 31)], Verdict.HOLDS),
        ([(30.0, 45), (30.0, 31)], Verdict.HOLDS),
        ([(30.0, 45), (30.0, 42)], Verdict.TOO_MANY),
        ([(30.0, 10), (30.0, 12)], Verdict.TOO_FEW),
        ([(19.0, 60), (19.0, 60)], Verdict.HOLDS),
    ],
)
def test_two_weeks_far_off_are_a_drift(pairs: list[tuple[float, int]], verdict: Verdict) -> None:
    assert _verdict(_weeks(*pairs)) is verdict


def test_eight_weeks_worse_than_habits_are_a_drift() -> None:
    assert _verdict(_weeks(*[(30.0, 30)] * 8, loss=0.3)) is Verdict.NO_BETTER
    assert _verdict(_weeks(*[(30.0, 30)] * 7, loss=0.3)) is Verdict.HOLDS


def test_a_shop_that_stops_paying_is_noticed_and_habits_take_over() -> None:
    learned_on, bills = DAY - 170, usual_firm(parties=90)
    models = _learned(bills, learned_on)
    assert models.model(UNPAID) is not None
    stopped = [
        bill._replace(paid_on=None)
        if bill.paid_on is not None and bill.paid_on >= learned_on + 20
        else bill
        for bill in bills
    ]
    then = sight_of(history_of_sheet(stopped), TODAY, models)
    found = watch(then, UNPAID)
    assert found is not None
    assert found.verdict is Verdict.TOO_MANY
    off = drifted_now(then)
    assert UNPAID.name in off
    assert without_drifted(models, off).model(UNPAID) is None


def test_learning_is_due_after_a_month() -> None:
    history = history_of_sheet(list(_bills()))
    fresh = sight_of(history, TODAY, _learned(list(_bills())))
    assert not is_refit_due(fresh)
    old = sight_of(history, TODAY, _learned(list(_bills()), DAY - REFIT_AFTER_DAYS))
    assert is_refit_due(old)
    assert watch(sight_of(history, TODAY), RISK) is None
