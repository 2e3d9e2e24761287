"""Laws of master data under several hands."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.masters import Chosen, Edit, MasterFact, fold_masters

FIELDS = ("name", "beat", "phones")


@st.composite
def histories(draw: st.DrawFn) -> list[MasterFact]:
    """Facts each of which replaces values that its author had seen."""
    facts: list[MasterFact] = []
    for n in range(draw(st.integers(1, 8))):
        edits = {}
        for name in draw(st.sets(st.sampled_from(FIELDS), min_size=1)):
            seen = [fact.fact_id for fact in facts if name in fact.edits]
            replaces = draw(st.sampled_from([None, *seen]))
            edits[name] = Edit(draw(st.integers(0, 9)), replaces)
        facts.append(MasterFact(bytes([n]) * 16, draw(st.integers(0, 3)), n, edits))
    return facts


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(
    facts: list[MasterFact], chance: random.Random
) -> None:
    arrived = list(facts)
    chance.shuffle(arrived)
    assert fold_masters(arrived) == fold_masters(facts)


@given(histories())
def test_a_replaced_value_never_wins_nor_is_it_a_rival(facts: list[MasterFact]) -> None:
    replaced = {(name, edit.replaces) for fact in facts for name, edit in fact.edits.items()}
    chosen = fold_masters(facts)
    assert all((name, each.fact_id) not in replaced for name, each in chosen.items())
    for name, each in chosen.items():
        standing = [
            fact for fact in facts if name in fact.edits and (name, fact.fact_id) not in replaced
        ]
        assert len(each.rivals) == len(standing) - 1
        latest = max(standing, key=lambda fact: (fact.effective_at, fact.order))
        assert each == Chosen(latest.edits[name].value, latest.fact_id, each.rivals)


def _fact(n: int, at: int, edits: dict[str, Any]) -> MasterFact:
    return MasterFact(bytes([n]) * 16, at, n, {k: Edit(*edit) for k, edit in edits.items()})


def test_a_change_replaces_what_its_author_saw_even_by_a_slow_clock() -> None:
    added = _fact(1, 900, {"beat": ("North", None)})
    changed = _fact(2, 100, {"beat": ("South", added.fact_id)})
    assert fold_masters([added, changed])["beat"] == Chosen("South", changed.fact_id, ())


def test_two_hands_at_once_leave_a_rival() -> None:
    added = _fact(1, 0, {"beat": ("North", None)})
    one = _fact(2, 10, {"beat": ("South", added.fact_id)})
    other = _fact(3, 20, {"beat": ("West", added.fact_id)})
    assert fold_masters([other, one, added])["beat"] == Chosen("West", other.fact_id, ("South",))


def test_a_third_hand_that_saw_one_leaves_the_other() -> None:
    added = _fact(1, 0, {"beat": ("North", None)})
    one = _fact(2, 10, {"beat": ("South", added.fact_id)})
    other = _fact(3, 20, {"beat": ("West", added.fact_id)})
    third = _fact(4, 5, {"beat": ("East", other.fact_id)})
    assert fold_masters([added, one, other, third])["beat"] == Chosen(
        "South", one.fact_id, ("East",)
    )


def test_at_one_instant_the_later_place_wins() -> None:
    one, other = _fact(1, 10, {"name": ("A", None)}), _fact(2, 10, {"name": ("B", None)})
    assert fold_masters([other, one])["name"].value == "B"


def test_no_facts_say_nothing() -> None:
    assert fold_masters([]) == {}
