"""Seeded worlds: whatever fails, nothing is lost, nothing doubled, all books end equal."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest

from collectiq_desktop.core.storage.database import BooksAt
from collectiq_desktop.core.storage.postgres import Postgres
from tests.engines import Server
from tests.simulation.bugs import PLANTED
from tests.simulation.invariants import check
from tests.simulation.world import World


def play(seed: int, server_at: BooksAt | None = None) -> World:
    """One world from beginning to end, in a folder of memory where there is one."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="sim-", dir=memory if memory.is_dir() else None))
    try:
        world = World(folder, seed, server_at)
        world.play()
        check(world)
        world.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return world


def play_on(postgres: Postgres, seed: int) -> World:
    """One world whose server's books lie in a schema."""
    at = postgres.firm(f"world_{seed}")
    try:
        return play(seed, at)
    finally:
        at.remove()
        postgres.firm(f"{at.name}_saved").remove()


@pytest.mark.parametrize("seed", range(100))
def test_a_world_comes_to_rest_with_everything_in_its_place(seed: int) -> None:
    play(seed)


def test_a_seed_makes_the_same_world_again() -> None:
    first, second = play(16), play(16)
    assert first.log == second.log
    assert first.faults.crashes_count == second.faults.crashes_count
    assert first.dice.getstate() == second.dice.getstate()


@pytest.mark.parametrize("seed", range(200, 210))
def test_a_world_whose_server_lies_in_postgresql_is_no_other(seed: int, postgres: Server) -> None:
    play_on(postgres.postgres, seed)


# A world in which each planted bug was found. Any change of what the worlds do moves it to
# another one, so the test looks there first and then through the first few.
CAUGHT_BY = {
    "batch_half_applied": 2,
    "cursor_before_its_facts": 6,
    "held_fact_blocks": 1,
    "held_kept_in_the_books": 0,
    "no_clamp": 0,
    "no_epoch_after_a_restore": 41,
    "payments_counted_twice": 0,
    "rights_not_checked": 1,
    "settled_in_order_of_arrival": 0,
    "unsent_dropped": 5,
    "verdicts_judged_again": 0,
}

FIRST_FEW = range(40)


def is_caught(seed: int) -> bool:
    """Whether a world with a planted bug fails, by an invariant or by falling over."""
    try:
        play(seed)
    except Exception:  # noqa: BLE001 -- to fall over is one way to be found
        return True
    return False


@pytest.mark.parametrize("name", sorted(CAUGHT_BY))
def test_a_planted_bug_is_caught(
    name: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    PLANTED[name](monkeypatch)
    assert any(is_caught(seed) for seed in (CAUGHT_BY[name], *FIRST_FEW))
    caplog.clear()
