"""Habits that were planted are found, and are still found next month."""

from __future__ import annotations

from datetime import timedelta

import pytest

from collectiq_desktop.core.domain.risk import Category, Frequency
from collectiq_desktop.intelligence.from_sheet import history_of_sheet
from collectiq_desktop.intelligence.people import Before, Memory, PartyAhead, people
from collectiq_desktop.intelligence.sight import outlook, sight_of
from tests.intelligence.firms import LATE, TODAY, WEEKLY, Habit, firm, prompt

# Pays on time, but buys and pays once in two months only.
SELDOM = Habit("seldom", 14, 55, prompt, terms_days=15)
PLANTED = {
    "weekly": Frequency.FREQUENT,
    "late": Frequency.DELAYED,
    "seldom": Frequency.IRREGULAR,
}


def _months(seed: int) -> tuple[list[PartyAhead], list[PartyAhead]]:
    """What is said today, and a month ago, remembering from one to the other."""
    history = history_of_sheet(firm((WEEKLY, 10), (LATE, 10), (SELDOM, 10), seed=seed))
    then = sight_of(history, TODAY - timedelta(days=30))
    earlier = people(then, outlook(then), Memory())
    before = {p.member.party_id: Before(p.category, p.frequency) for p in earlier}
    now = sight_of(history, TODAY)
    return earlier, people(now, outlook(now), Memory(before))


@pytest.mark.parametrize("seed", range(5))
def test_planted_frequencies_are_found_and_stay_found(seed: int) -> None:
    earlier, later = _months(seed)
    for found in (earlier, later):
        right = [p.frequency is PLANTED[p.member.name.split()[0]] for p in found]
        assert sum(right) >= 0.9 * len(right)
    moved = [one.frequency is not two.frequency for one, two in zip(earlier, later, strict=True)]
    assert sum(moved) <= 3


@pytest.mark.parametrize("seed", range(3))
def test_the_late_are_riskier_than_the_prompt(seed: int) -> None:
    _earlier, later = _months(seed)
    score = {p.member.name: p.score or 0.0 for p in later}
    late = [value for name, value in score.items() if name.startswith("late")]
    weekly = [value for name, value in score.items() if name.startswith("weekly")]
    assert min(sorted(late)[2:]) > max(sorted(weekly)[:-2])
    safe = [p.category for p in later if p.member.name.startswith("weekly")]
    assert safe.count(Category.SAFE) >= 9
