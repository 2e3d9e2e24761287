"""Turns to write: one at a time, and the patient ones after everybody else."""

from __future__ import annotations

from threading import Event, Thread

import pytest

from collectiq_desktop.core.domain.errors import BooksBusy
from collectiq_desktop.core.storage.turns import Turns

PATIENCE_SECONDS = 20.0


def test_a_patient_one_goes_after_those_who_came_later() -> None:
    turns, order = Turns(), []
    threads = []

    def take(name: str, *, is_patient: bool) -> None:
        with turns.taken(is_patient=is_patient):
            order.append(name)

    def begin(name: str, *, is_patient: bool) -> None:
        threads.append(Thread(target=take, args=(name,), kwargs={"is_patient": is_patient}))
        threads[-1].start()

    with turns.taken():
        begin("sync", is_patient=True)
        begin("receipt", is_patient=False)
        while not turns._hurried_count:
            pass
    for thread in threads:
        thread.join(PATIENCE_SECONDS)

    assert order == ["receipt", "sync"]


def test_who_waits_for_ever_is_told_so_and_the_next_gets_the_turn() -> None:
    turns = Turns(longest_wait_seconds=0)
    held, over = Event(), Event()

    def hold() -> None:
        with turns.taken():
            held.set()
            over.wait(PATIENCE_SECONDS)

    thread = Thread(target=hold)
    thread.start()
    held.wait(PATIENCE_SECONDS)
    with pytest.raises(BooksBusy, match="try again"), turns.taken(is_patient=True):
        pass
    over.set()
    thread.join(PATIENCE_SECONDS)
    with turns.taken(is_patient=True):
        assert not thread.is_alive()


def test_a_turn_ends_also_with_an_error() -> None:
    turns = Turns()
    with pytest.raises(ZeroDivisionError), turns.taken():
        raise ZeroDivisionError
    with turns.taken():
        assert turns._is_taken


def test_it_is_known_whether_somebody_waits_who_is_not_patient() -> None:
    turns, waiting = Turns(), []

    def take(*, is_patient: bool) -> None:
        with turns.taken(is_patient=is_patient):
            pass

    with turns.taken():
        patient = Thread(target=take, kwargs={"is_patient": True})
        patient.start()
        waiting.append(turns.is_waited_for())
        hurried = Thread(target=take, kwargs={"is_patient": False})
        hurried.start()
        while not turns.is_waited_for():
            pass
    for thread in (patient, hurried):
        thread.join(PATIENCE_SECONDS)
    assert waiting == [False]
    assert not turns.is_waited_for()
