"""How things are measured: wall and CPU time, fsyncs, memory.

fsync and fdatasync are counted by a small library that a C compiler makes and
that is loaded before libc; without a compiler, or on another system than
Linux, the count is left out. Two ways are measured in turns, so that what
else the machine does weighs on both alike.
"""

from __future__ import annotations

import ctypes
import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from typing import NamedTuple, Self, TypeVar

_SOURCE = Path(__file__).with_name("counting.c")
_STATUS = Path("/proc/self/status")
_CLEAR = Path("/proc/self/clear_refs")
_SLICE = 500
Thing = TypeVar("Thing")


class Sample(NamedTuple):
    """One measured call."""

    wall_ms: float
    cpu_ms: float
    fsyncs: int


class Samples:
    """Several measured calls of the same thing."""

    def __init__(self) -> None:
        self.all: list[Sample] = []

    def take(self, call: Callable[[], object]) -> None:
        """Measure one call."""
        forced, wall, cpu = forced_to_disk(), time.perf_counter(), time.process_time()
        call()
        cpu_ms = (time.process_time() - cpu) * 1_000
        wall_ms = (time.perf_counter() - wall) * 1_000
        self.all.append(Sample(wall_ms, cpu_ms, forced_to_disk() - forced))

    @property
    def wall_ms(self) -> float:
        return median(sample.wall_ms for sample in self.all)

    @property
    def cpu_ms(self) -> float:
        return median(sample.cpu_ms for sample in self.all)

    @property
    def cpu_mean_ms(self) -> float:
        return sum(sample.cpu_ms for sample in self.all) / len(self.all)

    @property
    def p99_ms(self) -> float:
        ordered = sorted(sample.wall_ms for sample in self.all)
        return ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)]

    @property
    def fsyncs(self) -> float:
        return sum(sample.fsyncs for sample in self.all) / len(self.all)


class Compared(NamedTuple):
    """The raw limit and ours, measured in turns."""

    raw: Samples
    ours: Samples

    @property
    def ratio(self) -> float:
        return self.ours.wall_ms / self.raw.wall_ms


def in_turns(
    raw: Callable[[], object], ours: Callable[[], object], *, times: int, warm: int = 1
) -> Compared:
    """Both calls in turns, after some that do not count."""
    compared = Compared(Samples(), Samples())
    for _ in range(warm):
        raw()
        ours()
    gc.collect()
    for _ in range(times):
        compared.raw.take(raw)
        compared.ours.take(ours)
    return compared


class Stopwatch:
    """Time spent in total, wall and CPU."""

    def __init__(self) -> None:
        self.wall_s = 0.0
        self.cpu_s = 0.0

    def __enter__(self) -> Self:
        self._wall, self._cpu = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.wall_s += time.perf_counter() - self._wall
        self.cpu_s += time.process_time() - self._cpu


def apart(things: Iterable[Thing], making: Stopwatch) -> Iterator[Thing]:
    """The things, while the time of making them is counted apart."""
    rest = iter(things)
    while True:
        with making:
            some = list(islice(rest, _SLICE))
        if not some:
            return
        yield from some


# The disk -------------------------------------------------------------------


def counting_disk() -> bool:
    """Whether fsyncs are counted in this process."""
    return _COUNTER is not None


def forced_to_disk() -> int:
    """How often anything was forced to the disk so far; 0 if nobody counts."""
    return int(_COUNTER()) if _COUNTER is not None else 0


def _counter() -> Callable[[], int] | None:
    if not sys.platform.startswith("linux"):
        return None
    try:
        counter = ctypes.CDLL(None).collectiq_forced
    except AttributeError:
        return None
    counter.restype = ctypes.c_long
    return counter


_COUNTER = _counter()


def run_counted(arguments: list[str]) -> int | None:
    """Run this program again with the counter loaded; None where it cannot be made."""
    if _COUNTER is not None or not sys.platform.startswith("linux"):
        return None
    with tempfile.TemporaryDirectory(prefix="collectiq-bench-") as folder:
        library = Path(folder) / "counting.so"
        command = ["cc", "-O2", "-shared", "-fPIC", str(_SOURCE), "-o", str(library), "-ldl"]
        try:
            subprocess.run(command, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            return None
        again = [sys.executable, "-m", "tests.benchmarks", *arguments]
        environment = {**os.environ, "LD_PRELOAD": str(library)}
        return subprocess.run(again, env=environment, check=False).returncode


# Memory ---------------------------------------------------------------------


def forget_peak() -> None:
    """Let the peak of memory begin anew, where the system can."""
    gc.collect()
    try:
        _CLEAR.write_text("5", encoding="ascii")
    except OSError:
        return


def memory_mb(*, peak: bool = False) -> float | None:
    """Resident memory now or at its peak, None where the system does not tell."""
    name = "VmHWM:" if peak else "VmRSS:"
    try:
        lines = _STATUS.read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) / 1_024 for line in lines if line.startswith(name)), None)
