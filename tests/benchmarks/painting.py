"""How long the program works until its window is first painted, beside a bare window.

Both run as an installed program does, with its modules compiled before; the
program goes its whole way, from the words of the command line.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.benchmarks.table import Bar, Row, row_of

_PAINT = Bar(at_most=2.5, is_ratio=True)
_TIMES, _WARM = 9, 2
_BARE = """
import sys, time
from sqlalchemy import create_engine, text
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
line = QLineEdit()
line.show()
with create_engine("sqlite:///" + sys.argv[1]).connect() as connection:
    connection.execute(text("SELECT 1"))
line.grab()
print(time.process_time())
"""
_OURS = """
import sys, time
from collectiq_desktop import cli
from collectiq_desktop.commands import window

shown = window.show

def measured(call):
    from collectiq_desktop.ui import start

    class Painted(start.QApplication):
        def exec(self):
            self.processEvents()
            next(each for each in self.topLevelWidgets() if each.objectName() == "shell").grab()
            print(time.process_time(), flush=True)
            return 0

    start.QApplication = Painted
    return shown(call)

window.show = measured
sys.exit(cli.main(["--books", sys.argv[1]]))
"""


def rows(path: Path, folder: Path, size: str) -> Iterator[Row]:
    """The first paint of these books."""
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        **{f"XDG_{name}_HOME": str(folder / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")},
    }
    bare, ours = [], []
    for _ in range(_TIMES):
        bare.append(_cpu_ms(_BARE, path, environment))
        ours.append(_cpu_ms(_OURS, path, environment))
    figures = median(ours[_WARM:]), median(bare[_WARM:])
    name = "first paint, CPU, beside a bare window"
    yield row_of(name, size, figures[0], "ms", limit=figures[1], bar=_PAINT)


def _cpu_ms(program: str, path: Path, environment: dict[str, str]) -> float:
    command = [sys.executable, "-c", program, str(path)]
    run = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return float(run.stdout.split()[0]) * 1_000
