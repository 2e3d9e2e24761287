from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from collectiq_desktop.ui.work.outside import OutsideLane


@pytest.fixture
def lane(qapp: object) -> Iterator[OutsideLane]:
    made = OutsideLane()
    yield made
    made.close()
    made.deleteLater()


def test_tasks_run_in_order_elsewhere_and_answer_here(lane: OutsideLane, qtbot: QtBot) -> None:
    threads: list[int] = []
    answers: list[object] = []

    def task(n: int) -> int:
        threads.append(threading.get_ident())
        if n == 2:
            raise ValueError(n)
        return n

    for n in (1, 2, 3):
        lane.carry(
            lambda n=n: task(n),  # type: ignore[misc]
            done=lambda got: answers.append((got, threading.get_ident())),
            failed=lambda error: answers.append((repr(error), threading.get_ident())),
        )
    qtbot.waitUntil(lambda: len(answers) == 3)
    here = threading.get_ident()
    assert answers == [(1, here), ("ValueError(2)", here), (3, here)]
    assert here not in threads
    assert len(set(threads)) == 1


def test_after_the_end_nothing_is_carried_or_told(lane: OutsideLane, qtbot: QtBot) -> None:
    told: list[object] = []
    begun, go_on = threading.Event(), threading.Event()

    def slow() -> None:
        begun.set()
        go_on.wait()

    lane.carry(slow, done=told.append, failed=told.append)
    lane.carry(lambda: told.append("second"), done=told.append, failed=told.append)
    begun.wait()
    threading.Timer(0.05, go_on.set).start()
    lane.close()
    lane.carry(lambda: told.append("third"), done=told.append, failed=told.append)
    qtbot.wait(20)
    assert told == []


def test_what_was_under_way_is_told_at_the_end_where_it_matters(
    lane: OutsideLane, qtbot: QtBot
) -> None:
    told: list[object] = []
    begun = threading.Event()

    def task() -> str:
        begun.set()
        return "printed"

    lane.carry(task, done=told.append, failed=told.append)
    begun.wait()
    lane.close(is_told=True)
    assert told == ["printed"]
    qtbot.wait(20)
    assert told == ["printed"]
