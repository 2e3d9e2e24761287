from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.assignments import (
    Assigned,
    Assigning,
    Part,
    fold_assignments,
)

A, B, C = b"a", b"b", b"c"


def _after(*told: tuple[bytes, Part]) -> list[Assigned]:
    return fold_assignments(
        Assigning(n, agent_id, part, 100 + n) for n, (agent_id, part) in enumerate(told)
    )


def test_a_new_main_agent_takes_the_place_of_the_one_before() -> None:
    assert _after((A, Part.MAIN), (C, Part.OTHER), (B, Part.MAIN)) == [
        Assigned(B, True, 102),
        Assigned(C, False, 101),
    ]


def test_one_who_was_beside_becomes_main_and_back() -> None:
    assert _after((A, Part.OTHER), (A, Part.MAIN)) == [Assigned(A, True, 101)]
    assert _after((A, Part.MAIN), (A, Part.OTHER)) == [Assigned(A, False, 101)]


def test_who_is_given_the_party_twice_has_it_since_the_first_time() -> None:
    assert _after((A, Part.MAIN), (A, Part.MAIN)) == [Assigned(A, True, 100)]


def test_who_is_taken_away_has_it_no_more() -> None:
    assert _after((A, Part.MAIN), (B, Part.OTHER), (A, Part.NONE)) == [Assigned(B, False, 101)]


parts = st.sampled_from([*Part, "of a newer program"])
changes = st.lists(
    st.builds(
        Assigning,
        st.integers(0, 1000),
        st.sampled_from([A, B, C]),
        parts,
        st.integers(0, 9),
    ),
    max_size=12,
    unique_by=lambda change: change.ordinal,
)


@given(changes, st.randoms())
def test_the_order_of_arrival_says_nothing_and_there_is_one_main_agent(
    told: list[Assigning], chance: object
) -> None:
    shuffled = list(told)
    getattr(chance, "shuffle")(shuffled)  # noqa: B009 -- Hypothesis gives a Random
    found = fold_assignments(told)
    assert fold_assignments(shuffled) == found
    assert sum(each.is_main for each in found) <= 1
    assert len({each.agent_id for each in found}) == len(found)
