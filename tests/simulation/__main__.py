"""`make simulate SEEDS=100-400`: worlds by the hundred; `--bugs` looks for planted ones.

With `--postgres` the server's books lie in a PostgreSQL, the counters' in files.
Prints one line for each world that fails, and a report at the end.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable

import pytest
from tqdm import tqdm

from collectiq_desktop.core.storage.postgres import Postgres
from tests.postgres import PostgresServer
from tests.simulation.bugs import PLANTED
from tests.simulation.test_simulation import is_caught, play, play_on
from tests.simulation.world import World


def _range_of(text: str) -> range:
    first, _dash, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


Player = Callable[[int], World]


def _simulate(seeds: range, player: Player = play) -> int:
    failed, crashes = [], 0
    for seed in seeds:
        try:
            crashes += player(seed).faults.crashes_count
        except Exception as error:  # noqa: BLE001 -- a world that falls over is a finding
            failed.append(seed)
            at = traceback.extract_tb(error.__traceback__)[-1]
            tqdm.write(f"seed {seed}: {type(error).__name__} {error} ({at.name})")
    tqdm.write(f"{len(seeds)} worlds, {crashes} crashes, {len(failed)} failed: {failed}")
    return 1 if failed else 0


def _is_found(name: str, seed: int) -> bool:
    """Whether a world finds a bug that was planted for it alone."""
    with pytest.MonkeyPatch.context() as patch:
        PLANTED[name](patch)
        return is_caught(seed)


def _find_bugs(seeds: range) -> int:
    missed = []
    for name in PLANTED:
        seed = next((seed for seed in seeds if _is_found(name, seed)), None)
        tqdm.write(f"{name}: {'not found' if seed is None else f'seed {seed}'}")
        if seed is None:
            missed.append(name)
    tqdm.write(f"{len(PLANTED) - len(missed)} of {len(PLANTED)} planted bugs were found")
    return 1 if missed else 0


def _simulate_on_postgres(seeds: range) -> int:
    server = PostgresServer()
    postgres = Postgres(server.url)
    try:
        return _simulate(seeds, lambda seed: play_on(postgres, seed))
    finally:
        postgres.close()
        server.stop()


def main(arguments: list[str]) -> int:
    """Play the worlds of a range of seeds, `100-400`."""
    seeds = _range_of(next((a for a in arguments if not a.startswith("-")), "100-400"))
    if "--postgres" in arguments:
        return _simulate_on_postgres(seeds)
    return _find_bugs(seeds) if "--bugs" in arguments else _simulate(seeds)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
