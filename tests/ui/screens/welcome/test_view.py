"""The first minute: no books yet, a firm is made by keys, and its books are opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.errors import NotFound
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.ui.start import Folders, OpenWindow, Switch, open_window
from tests.fakes import CountingIds, FixedClock
from tests.ui.keys import focused, press, type_text

Key = Qt.Key
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Shelf:
    """A folder of books, as the composition root would give it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.outside = Surroundings(clock=FixedClock(), ids=CountingIds())

    def known(self) -> tuple[Path, ...]:
        return tuple(sorted(self.folder.glob("*.collectiq")))

    def create(self, firm: Firm, path: Path | None = None) -> Path:
        place = path or self.folder / f"{firm.name}.collectiq"
        Books.create(place, firm, self.outside).close()
        return place

    def make_demo(self, progress: Progress) -> Path:
        progress(1, 1)
        return self.create(Firm(name="Demo firm"))

    def open_books(self, path: Path | None, progress: Progress) -> Books:
        if path is None:
            raise NotFound(say("There are no books open yet."))
        return Books.open(path, self.outside, progress)


@pytest.fixture
def switch(tmp_path: Path) -> Switch:
    folder = tmp_path / "shelf"
    folder.mkdir()
    return Switch(Shelf(folder))


@pytest.fixture
def empty(qtbot: QtBot, qapp: QApplication, switch: Switch, tmp_path: Path) -> Iterator[OpenWindow]:
    folders = Folders(config=tmp_path / "c", data=tmp_path / "d", log=tmp_path / "l")
    outside = Surroundings(clock=FixedClock(), ids=CountingIds())
    opened = open_window(qapp, switch.opener_of(None), outside, folders=folders, firms=switch)
    opened.shell.activateWindow()
    qtbot.waitUntil(opened.shell.isActiveWindow)
    qtbot.waitUntil(lambda: not opened.desk.is_busy)
    yield opened
    opened.close()


def _says(window: OpenWindow, words: str) -> bool:
    labels = window.shell.findChildren(QLabel)
    return any(words in label.text() for label in labels if label.isVisible())


def test_a_first_firm_by_keys(qtbot: QtBot, empty: OpenWindow, switch: Switch) -> None:
    assert _says(empty, "There are no books open yet.")
    assert focused().accessibleName() == "Name of the firm"
    press(None, Key.Key_F6)
    assert _says(empty, "There are no books open yet.")
    press(None, Key.Key_A, _CTRL)
    assert _says(empty, "Type the firm's name")
    type_text("Shree Wholesale")
    press(None, Key.Key_Return)
    type_text("24X")
    press(None, Key.Key_Return)
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(empty, "cannot be right"))
    assert focused().accessibleName() == "GSTIN, if there is one"
    type_text("24AAACC1206D1ZM")
    press(None, Key.Key_A, _CTRL)
    qtbot.waitUntil(lambda: switch.wanted is not None)
    assert switch.wanted is not None
    assert switch.wanted.stem == "Shree Wholesale"


def test_a_file_of_another_program_is_refused_at_its_field(
    qtbot: QtBot, empty: OpenWindow, switch: Switch, tmp_path: Path
) -> None:
    path = tmp_path / "photo.collectiq"
    path.write_bytes(b"no books" * 100)
    press(None, Key.Key_O, _ALT)
    type_text(str(path))
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(empty, "is not a CollectIQ file."))
    assert focused().accessibleName() == "Books at another place"
    assert switch.wanted is None
    press(None, Key.Key_D, _ALT)
    qtbot.waitUntil(lambda: switch.wanted is not None)
