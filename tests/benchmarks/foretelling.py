"""`python -m tests.benchmarks.foretelling`: scores of 5,000 parties, and posting meanwhile.

Each part is measured in a process of its own, so that its memory is its own. CPU
time is judged, because the machine may be shared; wall time is told. Nothing here
fails for being slow: a missed bar is printed as missed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from random import Random

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.intelligence.apart import Apart, start_apart
from tests.benchmarks.measure import Rise, Samples, Stopwatch
from tests.benchmarks.stage import (
    SeededIds,
    commands_of,
    count_of,
    single_command,
    size_text,
    take_all,
)
from tests.benchmarks.table import Bar, Row, print_table, read_json, row_of, write_json
from tests.benchmarks.workload import TODAY_ON, Workload
from tests.fakes import FixedClock

_VOUCHERS_A_PARTY = 200
_POSTED, _WARM = 400, 20
_COLD, _KEPT = Bar(at_most=4, unit="s CPU"), Bar(at_most=1, unit="s CPU")
_MEMORY, _TRAINED = Bar(at_most=768, unit="MB"), Bar(at_most=15, unit="s CPU")


def _workload(count: int) -> Workload:
    return Workload(count, max(1, count // _VOUCHERS_A_PARTY), later_count=_WARM + 3 * _POSTED)


def _around() -> Surroundings:
    clock = FixedClock()
    clock.set_today(TODAY_ON)
    return Surroundings(clock=clock, ids=SeededIds(Random(os.getpid())))


def _make(path: Path, count: int) -> None:
    """Fill new books with the workload."""
    books = Books.create(path, Firm(name="Benchmark Wholesale"), _around())
    workload = _workload(count)
    commands = commands_of(workload, islice(workload.vouchers(), count))
    take_all(books, commands, 1 + workload.parties_count + count)
    books.close()


# What is measured apart ---------------------------------------------------------------


def _looked(path: Path, size: str, name: str, bar: Bar) -> Iterator[Row]:
    """Curves, dates and scores of all parties; what is kept of the books lies where it lies."""
    from collectiq_desktop.intelligence.foresight import Foresight, firm_folder

    books = Books.open(path, _around())
    folder = firm_folder(books.identity.firm_id)
    rise, watch = Rise(), Stopwatch()
    with watch:
        look = Foresight(books, folder).look(TODAY_ON)
        people, _forecast = look.people(), look.forecast()
    assert people
    yield row_of(f"score all, {name}, CPU", size, watch.cpu_s, "s", bar=bar)
    yield row_of(f"score all, {name}, wall", size, watch.wall_s, "s")
    yield from _memory_row(f"score all, {name}, memory", size, rise)
    books.close()


def _trained(path: Path, size: str) -> Iterator[Row]:
    """Learning from what is kept, with what it loads."""
    from collectiq_desktop.intelligence.foresight import Foresight, firm_folder

    books = Books.open(path, _around())
    rise, watch = Rise(), Stopwatch()
    with watch:
        Foresight(books, firm_folder(books.identity.firm_id)).learn(TODAY_ON, lambda *_: None)
    yield row_of("train, CPU", size, watch.cpu_s, "s", bar=_TRAINED)
    yield row_of("train, wall", size, watch.wall_s, "s")
    yield from _memory_row("train, memory", size, rise)
    books.close()


def _memory_row(name: str, size: str, rise: Rise) -> Iterator[Row]:
    risen = rise.mb
    if risen is not None:
        yield row_of(f"{name} above start", size, risen, "MB", bar=_MEMORY)


def _posted(path: Path, size: str) -> Iterator[Row]:
    """What a counter feels: single vouchers alone, beside a lesson, beside publishing."""
    count = count_of(size)
    later = islice(_workload(count).vouchers(), count, None)
    around = _around()
    books = Books.open(path, around)

    def post(times: int, samples: Samples, goes_on: Callable[[], bool]) -> None:
        for voucher in islice(later, times):
            if voucher.kind not in "SR":
                continue
            command = single_command(voucher, around.ids.mint())
            samples.take(lambda command=command: books.run(command))  # type: ignore[misc]
            if not goes_on():
                return

    post(_WARM, Samples(), lambda: True)
    beside_what: dict[str, Callable[[], Apart]] = {
        "beside a lesson": lambda: start_apart("train", path),
        "beside scoring": lambda: start_apart("score", path, "--publish"),
    }
    alone = Samples()
    post(_POSTED, alone, lambda: True)
    yield from _felt("alone", size, alone)
    for name, start in beside_what.items():
        beside, process = Samples(), start()
        post(_POSTED, beside, lambda process=process: process.is_running)  # type: ignore[misc]
        yield from _felt(name, size, beside)
        _ended(process)
    books.close()


def _ended(process: Apart) -> None:
    assert process.result(), "what ran beside came to nothing"


def _felt(name: str, size: str, samples: Samples) -> Iterator[Row]:
    yield row_of(f"post one {name}, wall, median", size, samples.wall_ms, "ms")
    yield row_of(f"post one {name}, wall, p99", size, samples.p99_ms, "ms")
    yield row_of(f"post one {name}, CPU, p99", size, samples.cpu_p99_ms, "ms")
    yield row_of(f"post one {name}, vouchers", size, len(samples.all), "")


PARTS: dict[str, Callable[[Path, str], Iterator[Row]]] = {
    "cold": lambda path, size: _looked(path, size, "cold", _COLD),
    "kept": lambda path, size: _looked(path, size, "index kept", _KEPT),
    "train": _trained,
    "learned": lambda path, size: _looked(path, size, "by what was learned", _KEPT),
    "posting": _posted,
}
"""In this order: the first leaves its index to the others, the third what was learned."""


def _rows(size: str, made: Path | None, parts: list[str]) -> Iterator[Row]:
    with tempfile.TemporaryDirectory(prefix="collectiq-bench-") as name:
        folder = Path(name)
        path = folder / "bench.collectiq"
        again = [sys.executable, "-m", "tests.benchmarks.foretelling", "--size", size]
        if made is None:
            subprocess.run([*again, "--make", str(path)], check=True)
        else:
            shutil.copy(made, path)
        environment = {**os.environ, "XDG_DATA_HOME": str(folder / "data")}
        for part in parts:
            print(f"{size}: {part} …", file=sys.stderr)
            found = folder / f"{part}.json"
            measuring = [*again, "--part", part, "--books", str(path), "--json", str(found)]
            subprocess.run(measuring, check=True, env=environment)
            yield from read_json(found)


def main(words: list[str]) -> int:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.foretelling")
    parser.add_argument("--size", default="100k", help="10k, 100k, 1M; 200 vouchers a party")
    parser.add_argument("--json", type=Path, default=Path("build/bench-foretelling.json"))
    parser.add_argument("--make", type=Path, help="only make the books, here")
    parser.add_argument("--books", type=Path, help="measure a copy of these, made before")
    parser.add_argument("--part", choices=PARTS, help="only this, on the books themselves")
    arguments = parser.parse_args(words)
    size = size_text(count_of(arguments.size))
    if arguments.make is not None:
        _make(arguments.make, count_of(size))
        return 0
    if arguments.part is not None:
        write_json(PARTS[arguments.part](arguments.books, size), arguments.json)
        return 0
    found = list(_rows(size, arguments.books, list(PARTS)))
    print_table(found)
    write_json(found, arguments.json)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
