"""`python -m tests.benchmarks`: measure, print one table, write build/bench.json.

Nothing here fails for being slow: a missed bar is printed as missed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.benchmarks.measure import counting_disk, run_counted
from tests.benchmarks.rows import (
    ageing,
    day_book,
    documents,
    importing,
    importing_more,
    posting,
    proving,
    searching,
    size,
    statements,
    tally,
)
from tests.benchmarks.stage import POSTED_SINGLY, TAKEN_IN_LATER, Stage, count_of, size_text
from tests.benchmarks.table import Bar, Row, print_table, read_json, row_of, write_json
from tests.benchmarks.workload import Workload

# In this order: first what reads, then what writes.
ROWS: Mapping[str, Callable[[Stage], Iterator[Row]]] = {
    "tally": tally.rows,
    "ageing": ageing.rows,
    "statements": statements.rows,
    "searching": searching.rows,
    "day_book": day_book.rows,
    "size": size.rows,
    "documents": documents.rows,
    "proving": proving.rows,
    "posting": posting.rows,
    "importing_more": importing_more.rows,
}
_VOUCHERS_A_PARTY = 20
_GROWS = ("post one invoice, CPU", "post one receipt, CPU")
_MOST_GROWTH = Bar(at_most=2.5, unit="times")


def _arguments(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--size", action="append", help="10k, 100k, 1M; may be given again")
    parser.add_argument(
        "--rows", nargs="+", choices=ROWS, help="these only; the import is always measured"
    )
    parser.add_argument("--quiet", action="store_true", help="write the JSON, print no table")
    parser.add_argument("--json", type=Path, default=Path("build/bench.json"))
    return parser.parse_args(words)


def measure(
    count: int, wanted: list[str], *, later_count: int = POSTED_SINGLY + TAKEN_IN_LATER
) -> Iterator[Row]:
    """The rows of one size; what comes later is posted and imported at the end."""
    parties_count = max(1, count // _VOUCHERS_A_PARTY)
    workload = Workload(count, parties_count, later_count=later_count)
    with tempfile.TemporaryDirectory(prefix="collectiq-bench-") as folder:
        stage = Stage(workload, Path(folder))
        yield from importing.rows(stage)
        for name, rows in ROWS.items():
            if name in wanted:
                print(f"{stage.size}: {name} …", file=sys.stderr)
                yield from rows(stage)
        stage.close()


def _measured_apart(size: str, wanted: list[str]) -> list[Row]:
    """The rows of one size, from a process of its own with a memory of its own."""
    with tempfile.TemporaryDirectory(prefix="collectiq-bench-") as folder:
        path = Path(folder) / "rows.json"
        command = [sys.executable, "-m", "tests.benchmarks", "--quiet", "--size", size]
        subprocess.run([*command, "--json", str(path), "--rows", *wanted], check=True)
        return read_json(path)


def _growth(found: list[Row]) -> Iterator[Row]:
    """How much more a posting costs in the largest books than in the smallest."""
    for name in _GROWS:
        rows = [row for row in found if row.row == name]
        if len(rows) > 1:
            first, last = rows[0], rows[-1]
            sizes = f"{first.size}→{last.size}"
            grown = last.figure / first.figure
            yield row_of(f"{name}, growth", sizes, grown, "times", bar=_MOST_GROWTH)


def main(words: list[str]) -> int:
    """Measure what is asked for."""
    arguments = _arguments(words)
    done = run_counted(words)
    if done is not None:
        return done
    if not counting_disk():
        print("fsyncs are not counted: that needs Linux and a C compiler.", file=sys.stderr)
    sizes = sorted(map(count_of, arguments.size or ("10k", "100k")))
    wanted = arguments.rows or list(ROWS)
    if len(sizes) == 1:
        found = list(measure(sizes[0], wanted))
    else:
        found = [row for count in sizes for row in _measured_apart(size_text(count), wanted)]
        found += _growth(found)
    if not arguments.quiet:
        print_table(found)
    write_json(found, arguments.json)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
