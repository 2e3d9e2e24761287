"""What tests of the windows have at hand: no real screen, books as plain text, a real desk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from collectiq_desktop.core.books import Surroundings

# Before the first QApplication: a machine without a screen is the usual one.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collectiq_desktop.ui.start import Folders, OpenWindow, open_window
from collectiq_desktop.ui.work.desk import Desk
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks, plain_books

__all__ = ["plain_books"]


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, plain_books: PlainBooks, tmp_path: Path
) -> Iterator[OpenWindow]:
    """The whole program on the test's own books, shown and active."""
    folders = Folders(config=tmp_path / "config", data=tmp_path / "data", log=tmp_path / "log")
    outside = Surroundings(clock=plain_books.clock, ids=plain_books.ids)
    opened = open_window(qapp, lambda _progress: plain_books.books, outside, folders=folders)
    opened.shell.activateWindow()
    # A window may be long in coming where the machine is busy with other things.
    qtbot.waitUntil(opened.shell.isActiveWindow, timeout=30_000)
    qtbot.waitUntil(lambda: not opened.desk.is_busy, timeout=30_000)
    yield opened
    opened.close()
    opened.shell.deleteLater()


@pytest.fixture
def inline(plain_books: PlainBooks) -> InlineDesk:
    """Work done at once on the test's own books."""
    return InlineDesk(plain_books.books)


@pytest.fixture
def desk(qapp: object, plain_books: PlainBooks) -> Iterator[Desk]:
    """A real desk with its threads, on the test's own books."""
    made = Desk(lambda _progress: plain_books.books)
    yield made
    made.close()
    made.deleteLater()
