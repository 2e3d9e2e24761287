"""`python -m tests.benchmarks.desktop`: the window on many vouchers, driven by real keys.

How long the main thread is held is measured in a run of its own, because the
watching of every event takes time of its own. Nothing here fails for being
slow: a missed bar is printed as missed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.start import Folders, OpenWindow, open_window
from tests.benchmarks import painting
from tests.benchmarks.stage import SeededIds, commands_of, count_of, party_id, size_text, take_all
from tests.benchmarks.table import Bar, Row, print_table, read_json, row_of, write_json
from tests.benchmarks.workload import TODAY_ON, Workload
from tests.fakes import FixedClock
from tests.ui.keys import focused, press, type_text

_VOUCHERS_A_PARTY = 20
_LONGEST_WAIT_S = 30
_RECEIPTS = 120
_SEEN = Bar(at_most=50, unit="ms")
_GAP = Bar(at_most=16, unit="ms CPU")
_MEMORY = Bar(at_most=250, unit="MB")


class TimedApplication(QApplication):
    """Notes how long the main thread is held by each fact of the window system, in CPU time."""

    def __init__(self) -> None:
        super().__init__([])
        self.held_ms: list[float] = []
        self._depth = 0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        self._depth += 1
        began_ns = time.thread_time_ns()
        try:
            return super().notify(receiver, event)
        finally:
            self._depth -= 1
            if not self._depth:
                self.held_ms.append((time.thread_time_ns() - began_ns) / 1e6)


def _memory_mb() -> float | None:
    """What is resident now, where the system tells."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) / 1_024 for line in lines if line.startswith("VmRSS:")), None)


def _p99(values: list[float]) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)]


class _Taken(NamedTuple):
    """What one act took, until it was seen."""

    wall_ms: float
    cpu_ms: float


class Bench:
    """The open window and the clerk's hands."""

    def __init__(self, app: QApplication, window: OpenWindow, size: str) -> None:
        self._app = app
        self._window = window
        self._size = size
        # Waiting ends at the latest with the next beat.
        self._beat = QTimer(interval=2)
        self._beat.start()

    def _until(self, is_so: Callable[[], bool]) -> None:
        self._timed(lambda: None, lambda: is_so() and self._is_idle())

    def _timed(self, act: Callable[[], None], is_so: Callable[[], bool]) -> _Taken:
        """Act, and wait without spinning until it is so."""
        wall, cpu = time.perf_counter(), time.process_time()
        act()
        until = wall + _LONGEST_WAIT_S
        while not is_so():
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            assert time.perf_counter() < until, "the window does not answer"
        return _Taken((time.perf_counter() - wall) * 1_000, (time.process_time() - cpu) * 1_000)

    def _rows_of(self, name: str, taken: list[_Taken]) -> Iterator[Row]:
        """CPU time is judged, because the machine may be shared; wall time is told."""
        cpu_ms, wall_ms = _p99([each.cpu_ms for each in taken]), [each.wall_ms for each in taken]
        yield row_of(f"{name}, CPU, p99", self._size, cpu_ms, "ms", bar=_SEEN)
        yield row_of(f"{name}, wall, median", self._size, median(wall_ms), "ms")
        yield row_of(f"{name}, wall, p99", self._size, _p99(wall_ms), "ms")

    def receipts(self, times: int) -> Iterator[Row]:
        """From the key that saves to the row in the party's list."""
        shell = self._window.shell
        found: list[_Taken] = []
        # A usual party: the busiest have taken as much cash in a day as the law allows.
        parties_count = count_of(self._size) // _VOUCHERS_A_PARTY
        shell.go(Place(screen="party", party_id=party_id(parties_count // 20)))
        self._until(lambda: True)
        for number in range(times):
            press(shell, Qt.Key.Key_F6)
            self._until(lambda: focused().accessibleName() == "Amount ₹")
            sum_text = f"{1_000 + number}.00"
            type_text(sum_text)
            self._until(lambda: True)
            grouped = f"1,{number:03d}.00"
            found.append(
                self._timed(
                    lambda: press(None, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier),
                    partial(self._shows_on_card, grouped),
                )
            )
            self._until(lambda: True)
        yield from self._rows_of("key to row visible", found)

    def searches(self) -> Iterator[Row]:
        """From a letter to what it finds."""
        self._window.shell.go(Place(screen="parties"))
        self._until(lambda: True)
        found: list[_Taken] = []
        for word in ("sha", "gan", "tra", "mah", "kir"):
            found += [self._timed(partial(type_text, letter), self._is_idle) for letter in word]
            for _ in word:
                press(None, Qt.Key.Key_Backspace)
            self._until(lambda: True)
        yield from self._rows_of("party search, a letter to its hits", found)

    def pages(self) -> Iterator[Row]:
        """The busiest party's statement, and the pages of the day book."""
        shell = self._window.shell
        opened: list[_Taken] = []
        for _ in range(8):
            shell.go(Place(screen="home"))
            self._until(lambda: True)
            busiest = Place(screen="statement", party_id=party_id(0))
            opened.append(self._timed(partial(shell.go, busiest), lambda: self._rows() > 0))
        yield row_of("statement made and opened first, wall", self._size, opened[0].wall_ms, "ms")
        yield from self._rows_of("statement of the busiest, first screenful", opened[1:])
        self._until(lambda: True)
        page_down = partial(press, None, Qt.Key.Key_PageDown)
        found = [self._timed(page_down, self._is_idle) for _ in range(40)]
        yield from self._rows_of("page down in it", found)

    def memory(self) -> Iterator[Row]:
        """What the open window takes, where the system tells."""
        used_mb = _memory_mb()
        if used_mb is not None:
            yield row_of("resident memory", self._size, used_mb, "MB", bar=_MEMORY)

    def held(self, held_ms: list[float]) -> Iterator[Row]:
        """How long the main thread was held by one thing."""
        p99 = _p99([each for each in held_ms if each > 0.05] or held_ms)
        yield row_of("main thread held, p99", self._size, p99, "ms CPU", bar=_GAP)
        yield row_of("main thread held, longest", self._size, max(held_ms), "ms CPU")

    def _is_idle(self) -> bool:
        return not self._window.desk.is_busy

    def _tables(self) -> list[QTableView]:
        return [t for t in self._window.shell.findChildren(QTableView) if t.isVisible()]

    def _rows(self) -> int:
        return max((table.model().rowCount() for table in self._tables()), default=0)

    def _shows_on_card(self, words: str) -> bool:
        return self._window.shell.where() == "party" and any(
            words in str(model.index(row, column).data())
            for table in self._tables()
            for model in [table.model()]
            for row in range(min(3, model.rowCount()))
            for column in range(model.columnCount())
        )


def _make(path: Path, count: int) -> None:
    """Fill new books with the workload."""
    clock = FixedClock()
    clock.set_today(TODAY_ON)
    firm, around = Firm(name="Benchmark Wholesale"), Surroundings(clock=clock, ids=SeededIds())
    books = Books.create(path, firm, around)
    workload = Workload(count, max(1, count // _VOUCHERS_A_PARTY))
    commands = commands_of(workload, workload.vouchers())
    take_all(books, commands, 1 + workload.parties_count + count)
    books.close()


def _acts(app: QApplication, path: Path, folder: Path, size: str) -> Iterator[Row]:
    """Open the window on the books and do what a clerk does."""
    clock = FixedClock()
    clock.set_today(TODAY_ON)
    around = Surroundings(clock=clock, ids=SeededIds(Random(str(folder))))
    folders = Folders(config=folder / "c", data=folder / "d", log=folder / "l")
    window = open_window(app, lambda _p: Books.open(path, around), around, folders=folders)
    window.shell.activateWindow()
    QTest.qWaitForWindowActive(window.shell)
    bench = Bench(app, window, size)
    yield from bench.receipts(_RECEIPTS)
    yield from bench.searches()
    yield from bench.pages()
    if isinstance(app, TimedApplication):
        yield from bench.held(app.held_ms)
    else:
        yield from bench.memory()
    window.close()


def _held(path: Path, folder: Path, size: str) -> Iterator[Row]:
    """The same acts in a process that watches every event; of its rows, only what was held."""
    found = folder / "held.json"
    acting = [sys.executable, "-m", "tests.benchmarks.desktop", "--size", size]
    subprocess.run([*acting, "--watch", str(path), "--json", str(found)], check=True)
    yield from (row for row in read_json(found) if row.row.startswith("main thread held"))


def _rows(size: str) -> Iterator[Row]:
    with tempfile.TemporaryDirectory(prefix="collectiq-bench-") as name:
        folder = Path(name)
        path = folder / "bench.collectiq"
        # In a process of its own, so that its memory is not the window's.
        making = [sys.executable, "-m", "tests.benchmarks.desktop", "--size", size]
        subprocess.run([*making, "--make", str(path)], check=True)
        watched = folder / "watched.collectiq"
        shutil.copy(path, watched)
        yield from painting.rows(path, folder / "paint", size)
        yield from _acts(QApplication([]), path, folder, size)
        yield from _held(watched, folder, size)


def main(words: list[str]) -> int:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.desktop")
    parser.add_argument("--size", default="100k", help="10k, 100k, 1M")
    parser.add_argument("--json", type=Path, default=Path("build/bench-desktop.json"))
    parser.add_argument("--make", type=Path, help="only make the books, here")
    parser.add_argument("--watch", type=Path, help="only act on these books, watching every event")
    arguments = parser.parse_args(words)
    if arguments.make is not None:
        _make(arguments.make, count_of(arguments.size))
        return 0
    size = size_text(count_of(arguments.size))
    if arguments.watch is not None:
        folder = arguments.json.parent / "watched"
        write_json(_acts(TimedApplication(), arguments.watch, folder, size), arguments.json)
        return 0
    found = list(_rows(size))
    print_table(found)
    write_json(found, arguments.json)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
