"""Laws of which version of a voucher stands."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.versions import Correction, Standing, newest_of

FIRST = b"first"


@st.composite
def histories(draw: st.DrawFn) -> list[Correction]:
    corrections: list[Correction] = []
    for n in range(draw(st.integers(0, 8))):
        bases = [FIRST, *(each.fact_id for each in corrections)]
        base = draw(st.sampled_from(bases))
        corrections.append(Correction(n + 1, b"%d" % n, base, draw(st.booleans())))
    return corrections


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(
    corrections: list[Correction], chance: random.Random
) -> None:
    arrived = list(corrections)
    chance.shuffle(arrived)
    assert newest_of(FIRST, arrived) == newest_of(FIRST, corrections)


@given(histories())
def test_each_correction_stands_in_one_line_or_is_overruled(
    corrections: list[Correction],
) -> None:
    standing = newest_of(FIRST, corrections)
    by_id = {each.fact_id: each for each in corrections}
    line = []
    newest = standing.newest_id
    while newest != FIRST:
        line.append(newest)
        assert not by_id[newest].is_idle
        newest = by_id[newest].base_id
    assert sorted([*line, *standing.overruled]) == sorted(by_id)


@given(histories())
def test_what_stands_came_first_among_those_of_one_base(corrections: list[Correction]) -> None:
    overruled = set(newest_of(FIRST, corrections).overruled)
    for each in corrections:
        if each.fact_id not in overruled:
            earlier = [c for c in corrections if c.base_id == each.base_id and c.order < each.order]
            assert all(c.is_idle for c in earlier)


def test_nothing_corrected_leaves_the_first() -> None:
    assert newest_of(FIRST, []) == Standing(FIRST, ())


def test_the_earlier_of_two_stands_and_a_later_one_on_it_too() -> None:
    early = Correction(3, b"early", FIRST, is_idle=False)
    late = Correction(4, b"late", FIRST, is_idle=False)
    after = Correction(5, b"after", b"early", is_idle=False)
    assert newest_of(FIRST, [after, late, early]) == Standing(b"after", (b"late",))


def test_an_idle_correction_has_no_effect() -> None:
    idle = Correction(1, b"idle", FIRST, is_idle=True)
    late = Correction(2, b"late", FIRST, is_idle=False)
    assert newest_of(FIRST, [idle, late]) == Standing(b"late", (b"idle",))
