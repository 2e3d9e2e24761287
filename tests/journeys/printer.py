"""A counter that prints until the plug is pulled; run as a process of its own."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.errands import PrintOrder
from collectiq_desktop.core.domain.papers import ReceiptPaper
from collectiq_desktop.gateways.printers.setup import Printer
from collectiq_desktop.ui.printing.making import Record
from collectiq_desktop.ui.printing.runner import PrintRunner
from tests.fakes import CountingIds, FixedClock, InlineDesk
from tests.ui.printing.standins import SETUP, Alarms, Heard, InlineLane


def work(path: Path, papers: Path, at: int, dies_after: int) -> None:
    """Print what is due; pull the plug oneself once so many papers are out."""
    clock = FixedClock(at)
    books = Books.open(path, Surroundings(clock=clock, ids=CountingIds(at)))
    printed = 0

    def carry(record: Record, _order: PrintOrder, _printer: Printer) -> None:
        nonlocal printed
        assert isinstance(record, ReceiptPaper)
        with papers.open("a", encoding="utf-8") as out:
            out.write(f"{record.number} {int(record.is_duplicate)}\n")
            out.flush()
            os.fsync(out.fileno())
        printed += 1
        if printed == dies_after:
            os.kill(os.getpid(), signal.SIGKILL)

    runner = PrintRunner(
        InlineDesk(books),
        InlineLane(),
        clock=clock,
        alarm=Alarms(),
        listener=Heard(),
        setup=lambda: SETUP,
        carry=carry,
    )
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    runner.pump()
    books.close()


if __name__ == "__main__":
    work(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
