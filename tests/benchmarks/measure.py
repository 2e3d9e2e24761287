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
from contextlib import suppress
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
    def p99_ms(self) -> float:
        return _p99([sample.wall_ms for sample in self.all])

    @property
    def cpu_p99_ms(self) -> float:
        return _p99([sample.cpu_ms for sample in self.all])

    @property
    def fsyncs(self) -> float:
        return sum(sample.fsyncs for sample in self.all) / len(self.all)


def _p99(figures: list[float]) -> float:
    return sorted(figures)[min(len(figures) - 1, len(figures) * 99 // 100)]


class Compared(NamedTuple):
    """The raw limit and ours, measured in turns."""

    raw: Samples
    ours: Samples


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


class Rise:
    """How far resident memory rises above where it began, where the system tells."""

    def __init__(self) -> None:
        gc.collect()
        with suppress(OSError):
            _CLEAR.write_text("5", encoding="ascii")
        self._began = _memory_mb("VmRSS:")

    @property
    def mb(self) -> float | None:
        """The peak above the beginning; the system counts in lumps, so never below it."""
        peak = _memory_mb("VmHWM:")
        if peak is None or self._began is None:
            return None
        return max(0.0, peak - self._began)


def _memory_mb(name: str) -> float | None:
    try:
        lines = _STATUS.read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) / 1_024 for line in lines if line.startswith(name)), None)
