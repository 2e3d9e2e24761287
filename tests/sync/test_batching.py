"""How many facts go into one push."""

from __future__ import annotations

from collectiq_desktop.core.wire.peer import MAX_PUSHED_FACTS
from collectiq_desktop.sync.batching import FEWEST_FACTS, FIRST_FACTS, Batching


def test_batches_double_up_to_the_limit() -> None:
    batching = Batching()
    sizes = [batching.facts]
    for _n in range(3):
        batching.went_through()
        sizes.append(batching.facts)
    assert sizes == [FIRST_FACTS, 400, MAX_PUSHED_FACTS, MAX_PUSHED_FACTS]


def test_batches_halve_but_never_to_nothing() -> None:
    batching = Batching()
    for _n in range(20):
        batching.got_stuck()
    assert batching.facts == FEWEST_FACTS
    batching.went_through()
    assert batching.facts == 2 * FEWEST_FACTS
