"""`python -m tests.benchmarks.postgres --size 10k`: both engines side by side, without a bar.

The server is the tests' own, here with every commit forced to the disk; server
and program share one machine. CPU is that of the program alone: what the
server itself spends is in the wall time.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.services.moving import copy_books
from collectiq_desktop.core.storage.database import BooksAt
from collectiq_desktop.core.storage.facts import count_facts
from collectiq_desktop.core.storage.postgres import Postgres
from collectiq_desktop.core.storage.sqlite import FileAt
from tests.benchmarks.measure import Samples, Stopwatch
from tests.benchmarks.stage import (
    SeededIds,
    commands_of,
    count_of,
    single_command,
    take_all,
    voucher_command,
)
from tests.benchmarks.table import Row, print_table, row_of
from tests.benchmarks.workload import TODAY_ON, Workload
from tests.fakes import FixedClock
from tests.postgres import PostgresServer

_VOUCHERS_A_PARTY = 20
_SINGLY, _BATCHES, _BATCH = 200, 6, 500
_WARM = 20


class Bench:
    """The same work on books at one place."""

    def __init__(self, count: int, at: BooksAt) -> None:
        parties = max(1, count // _VOUCHERS_A_PARTY)
        self.count = count
        self.workload = Workload(count, parties, later_count=_SINGLY + _BATCHES * _BATCH)
        self.ids, clock = SeededIds(), FixedClock()
        clock.set_today(TODAY_ON)
        around = Surroundings(clock=clock, ids=self.ids)
        self.books = Books.create(at, Firm(name="Benchmark Wholesale"), around)

    def figures(self) -> Iterator[tuple[str, float, str]]:
        """What is measured, in turn: its name, its figure and unit."""
        walk = self.workload.vouchers()
        commands = commands_of(self.workload, islice(walk, self.count))
        total = 1 + self.workload.parties_count + self.count
        yield from _rates(
            "import into new books", total, lambda: take_all(self.books, commands, total)
        )
        singly = Samples()
        for n, voucher in enumerate(islice(walk, _SINGLY)):
            command = single_command(voucher, self.ids.mint())
            if n < _WARM:
                self.books.run(command)
            else:
                singly.take(lambda c=command: self.books.run(c))  # type: ignore[misc]
        yield "post one voucher", singly.wall_ms, "ms"
        yield "post one voucher, CPU", singly.cpu_ms, "ms"
        yield "post one voucher, p99", singly.p99_ms, "ms"
        later = [voucher_command(voucher) for voucher in islice(walk, _BATCHES * _BATCH)]
        yield from _rates(
            "import into used books", len(later), lambda: self._take_in_batches(later)
        )
        with self.books.reading() as conn:
            facts = count_facts(conn)
        yield from _rates("rebuild", facts, self.books.rebuild)
        yield from _rates("verify", facts, self.books.verify)

    def _take_in_batches(self, commands: Sequence[object]) -> None:
        for start in range(0, len(commands), _BATCH):
            take_all(self.books, iter(commands[start : start + _BATCH]), _BATCH)


def _rates(what: str, count: int, work: Callable[[], object]) -> Iterator[tuple[str, float, str]]:
    watch = Stopwatch()
    with watch:
        work()
    yield what, count / watch.wall_s, "facts/s"
    yield f"{what}, CPU", count / watch.cpu_s, "facts/CPU s"


def measure(size: str, server: PostgresServer, folder: Path) -> Iterator[Row]:
    """The rows of one size: the figure on PostgreSQL, that of SQLite as the limit."""
    file, postgres = FileAt(folder / "bench.collectiq"), Postgres(server.url)
    schema = postgres.firm(f"bench_{size.lower()}")
    in_file, in_schema = Bench(count_of(size), file), Bench(count_of(size), schema)
    for (what, limit, unit), (_what, figure, _unit) in zip(
        in_file.figures(), in_schema.figures(), strict=True
    ):
        print(f"{size}: {what}", file=sys.stderr)
        yield row_of(what, size, figure, unit, limit=limit)
    in_file.books.close()
    other, watch = postgres.firm(f"copied_{size.lower()}"), Stopwatch()
    with watch:
        facts = copy_books(file, other).facts
    yield row_of("copy file to schema, proved", size, facts / watch.wall_s, "facts/s")
    postgres.close()


def main(words: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.postgres")
    parser.add_argument("--size", default="10k", help="10k, 100k, 1M")
    size = parser.parse_args(words).size
    server = PostgresServer(is_durable=True)
    try:
        with tempfile.TemporaryDirectory(prefix="collectiq-bench-") as folder:
            print_table(list(measure(size, server, Path(folder))))
    finally:
        server.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
