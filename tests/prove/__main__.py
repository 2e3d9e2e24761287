"""`make prove`: the long proofs, out of the way of whoever works, with a report that is kept.

5,000 worlds in turns of a hundred on all cores, every test that is too long
for `make test`, and all laws with many more cases. What is done stands in the report at
once: a run that was stopped goes on where it was, as long as the commit is
the same.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import NamedTuple

from tests.simulation.test_simulation import play

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "build" / "prove" / "report.txt"
WORLDS, A_TURN = 5_000, 100
_TURN = re.compile(r"seeds (\d+)-\d+: ")
# A test that hangs is ended after an hour: in five minutes, as usually, a hundred kills do not end
# on a machine that is busy.
_PYTEST = [sys.executable, "-m", "pytest", "-q", "-o", "faulthandler_timeout=3600", "-m"]
_LONG = {"long tests": [*_PYTEST, "prove"], "laws with many cases": [*_PYTEST, "not prove"]}


class Turn(NamedTuple):
    """Some worlds that were played."""

    first: int
    crashes_count: int
    failed: tuple[str, ...]

    def __str__(self) -> str:
        last = self.first + A_TURN - 1
        words = f"seeds {self.first}-{last}: {A_TURN} worlds, {self.crashes_count} crashes, "
        return words + f"{len(self.failed)} failed {'; '.join(self.failed)}".rstrip()


def play_turn(first: int) -> Turn:
    """A hundred worlds from a seed on."""
    os.nice(19)
    crashes, failed = 0, []
    for seed in range(first, first + A_TURN):
        try:
            crashes += play(seed).faults.crashes_count
        except Exception as error:  # noqa: BLE001 -- a world that falls over is a finding
            failed.append(f"{seed} {type(error).__name__} {error}"[:200])
    return Turn(first, crashes, tuple(failed))


class Report:
    """What was proved of one commit, in a file that is written line by line."""

    def __init__(self, path: Path, commit: str) -> None:
        self._path = path
        title = f"commit {commit}"
        known = path.read_text("utf-8").splitlines() if path.exists() else []
        self.lines = known if known[:1] == [title] else []
        if not self.lines:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("", "utf-8")
            self.add(title)

    def add(self, line: str) -> None:
        """Keep a line at once."""
        self.lines.append(line)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    def turns_to_play(self) -> list[int]:
        """The first seeds of the turns that were not played yet."""
        done = {int(found[1]) for line in self.lines if (found := _TURN.match(line))}
        return [first for first in range(0, WORLDS, A_TURN) if first not in done]

    def is_clean(self) -> bool:
        """Whether nothing failed."""
        return not any(re.search(r"[1-9]\d* failed|: failed", line) for line in self.lines)


def played(firsts: list[int]) -> Iterator[Turn]:
    """The turns, as they come to their end."""
    with ProcessPoolExecutor() as pool:
        for done in as_completed([pool.submit(play_turn, first) for first in firsts]):
            yield done.result()


def main() -> int:
    """Prove all of it, and say whether it held."""
    said = ["git", "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"]
    commit = subprocess.run(said, cwd=ROOT, capture_output=True, text=True, check=True)
    report = Report(REPORT, commit.stdout.strip())
    for turn in played(report.turns_to_play()):
        report.add(str(turn))
    environment = {**os.environ, "HYPOTHESIS_PROFILE": "prove"}
    for name, command in _LONG.items():
        if any(line.startswith(f"{name}: held") for line in report.lines):
            continue
        with (REPORT.parent / f"{name.replace(' ', '-')}.log").open("w") as log:
            run = subprocess.run(
                command, check=False, cwd=ROOT, env=environment, stdout=log, stderr=log
            )
        report.add(f"{name}: {'held' if run.returncode == 0 else 'failed'}")
    report.add("clean" if report.is_clean() else "NOT clean")
    return 0 if report.is_clean() else 1


if __name__ == "__main__":
    sys.exit(main())
