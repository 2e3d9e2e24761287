"""A program of its own that half types a receipt and then waits to be killed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.ui.start import Folders, open_window
from tests.fakes import CountingIds, FixedClock
from tests.ui.keys import focused, press, type_text


def main() -> None:
    """Open the books that are named, and begin a receipt of Asha Stores."""
    books, state = Path(sys.argv[1]), Path(sys.argv[2])
    app = QApplication([])
    outside = Surroundings(clock=FixedClock(), ids=CountingIds(start=1 << 40))
    folders = Folders(config=state / "config", data=state / "data", log=state / "log")
    window = open_window(app, lambda _p: Books.open(books, outside), outside, folders=folders)
    window.shell.activateWindow()
    QTest.qWaitForWindowActive(window.shell)
    press(None, Qt.Key.Key_F6)
    type_text("ash")
    press(None, Qt.Key.Key_Return)
    while focused().accessibleName() != "Mode":
        QTest.qWait(20)
    press(None, Qt.Key.Key_Return)
    type_text("1500")
    app.exec()


if __name__ == "__main__":
    main()
