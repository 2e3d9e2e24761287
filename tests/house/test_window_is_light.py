"""The window starts light: nothing heavy is loaded before the first paint."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.house.reading import ROOT

HEAVY = (
    "escpos",
    "keyring",
    "matplotlib",
    "numpy",
    "pandas",
    "PySide6.QtPdf",
    "PySide6.QtPrintSupport",
    "python_calamine",
    "rapidfuzz",
    "razorpay",
    "requests",
    "scipy",
    "sklearn",
    "sqlite_utils",
    "typst",
    "xlsxwriter",
)
OF_OURS = (
    "collectiq_desktop.core.domain.papers",
    "collectiq_desktop.core.domain.risk",
    "collectiq_desktop.core.domain.statement",
    "collectiq_desktop.core.queries.papers",
    "collectiq_desktop.core.queries.rounds",
    "collectiq_desktop.core.queries.vouchers",
    "collectiq_desktop.core.services.judging",
    "collectiq_desktop.core.services.masters",
)
"""What the first paint was once kept waiting for, by one name that somebody needed."""

PAINT = """
import sys, tempfile
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.ui.start import Folders, open_window
from tests.fakes import CountingIds, FixedClock
outside = Surroundings(clock=FixedClock(), ids=CountingIds())
before = set(sys.modules)
with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    app = QApplication([])
    def opener(progress):
        return Books.create(folder / "x.collectiq", Firm(name="X"), outside)
    folders = Folders(config=folder / "c", data=folder / "d", log=folder / "l")
    window = open_window(app, opener, outside, folders=folders)
    while window.desk.is_busy:
        QTest.qWait(10)
    window.shell.grab()
    window.close()
sys.stdout.write("\\n".join(sys.modules))
"""


def test_nothing_heavy_is_loaded_before_the_first_paint() -> None:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", PAINT]
    run = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    loaded = set(run.stdout.splitlines())
    assert "collectiq_desktop.ui.screens.home.view" in loaded
    assert [name for name in (*HEAVY, *OF_OURS) if name in loaded] == []
