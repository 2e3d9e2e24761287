"""Garbage is looked for on the main thread, whoever left it."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.ui.work.desk import Desk
from collectiq_desktop.ui.work.garbage import MainThreadGarbage


class Knot:
    """A circle that notes which thread unties it."""

    untied_by: ClassVar[list[str]] = []

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        Knot.untied_by.append(threading.current_thread().name)


@pytest.fixture(autouse=True)
def no_knots() -> Iterator[None]:
    gc.collect()
    Knot.untied_by.clear()
    yield
    assert gc.isenabled()


def test_what_a_lane_leaves_is_untied_on_the_main_thread(qtbot: QtBot, desk: Desk) -> None:
    def leave_knots(_books: Books, _progress: Progress) -> int:
        knots = [Knot() for _count in range(20_000)]
        return len(knots)

    left: list[int] = []
    for key in range(4):
        desk.begin(leave_knots, key=key, done=left.append)
    qtbot.waitUntil(lambda: len(left) == 4)
    qtbot.waitUntil(lambda: len(Knot.untied_by) == 80_000)
    assert set(Knot.untied_by) == {threading.main_thread().name}


def test_two_desks_and_the_last_one_gives_it_back(qapp: object) -> None:
    parent = QObject()
    one, other = (MainThreadGarbage(parent) for _number in range(2))
    one.begin()
    one.begin()
    other.begin()
    one.end()
    assert not gc.isenabled()
    other.end()
    other.end()
    assert gc.isenabled()
