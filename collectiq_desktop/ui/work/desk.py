"""The desk: the only thing that touches threads.

One writer lane, two reader lanes and one for long jobs. Answers go into a
queue, and one queued signal for each wakes a slot of the long-lived desk on
the main thread; nothing else crosses over. Asks are handed to the readers when
the event that asked is over: of those with one key, the last is asked alone.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from collectiq_desktop.core.books import Books, Outcome
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.asking import Ask
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.ui.work.garbage import MainThreadGarbage
from collectiq_desktop.ui.work.lanes import Failed, Job, Stopped, Task

READER_LANES = 2
_PROGRESS_STEPS = 200
BUG = say("Something went wrong that should not have; nothing was changed. Please try once more.")

Found = TypeVar("Found")
Opener = Callable[[Progress], Books]
log = logging.getLogger(__name__)


def _nothing(_books: Books, _progress: Progress) -> None:
    return None


@dataclass(slots=True, kw_only=True)
class _Order:
    """One piece of work, from the moment it is handed in until it is delivered."""

    work: Callable[[Books, Progress], Any] = _nothing
    task: Task | None = None
    done: Callable[[Any], None] | None
    failed: Failed | None
    key: Hashable = None
    ticket: int = 0
    initiator: object = None
    progress: Progress | None = None
    is_command: bool = False
    stop: Event = field(default_factory=Event)


@dataclass(frozen=True, slots=True)
class _Answer:
    order: _Order
    result: Any = None
    error: BaseException | None = None
    progress: tuple[int, int] | None = None


class _Newest:
    """Which order of each key is the newest; an older one's answer is stale."""

    def __init__(self) -> None:
        self._tickets: dict[Hashable, int] = {}
        self._last_ticket = 0

    def add(self, order: _Order) -> None:
        """An order is handed in, once."""
        if order.key is not None and not order.ticket:
            self._last_ticket += 1
            order.ticket = self._tickets[order.key] = self._last_ticket

    def drop(self, key: Hashable) -> None:
        """Nobody waits any more for what was handed in with a key."""
        self._tickets.pop(key, None)

    def is_stale(self, order: _Order) -> bool:
        """Whether nobody waits for an order any more."""
        return order.key is not None and self._tickets.get(order.key) != order.ticket


class Desk(QObject):
    """Runs commands and asks off the main thread and delivers their answers on it.

    Signals:
        touched: what a command changed, and its initiator.
        refused: a sentence that nobody else takes.
        crashed: an error that is no sentence: a bug.
        busy: whether anything is under way, when that changes.
        opened: the books are open; `opening` tells progress of a rebuild.
    """

    touched = Signal(object, object)
    refused = Signal(object)
    crashed = Signal(object)
    busy = Signal(bool)
    opened = Signal(object)
    opening = Signal(object, object)
    not_opened = Signal(object)
    _answered = Signal()
    _asked_something = Signal()

    def __init__(self, opener: Opener, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._garbage = MainThreadGarbage(self)
        self._garbage.begin()
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._readers = ThreadPoolExecutor(READER_LANES, thread_name_prefix="reader")
        self._long = ThreadPoolExecutor(1, thread_name_prefix="long")
        self._answers: SimpleQueue[_Answer] = SimpleQueue()
        self._newest = _Newest()
        self._asked: dict[Hashable, _Order] = {}
        self._long_orders: dict[Hashable, _Order] = {}
        self._under_way_count = 0
        self._is_closed = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._asked_something.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)
        order = _Order(
            done=self.opened.emit,
            failed=self.not_opened.emit,
            progress=self.opening.emit,
        )
        self._count(1)
        self._books: Future[Books] = self._writer.submit(self._open, opener, order)

    @property
    def is_busy(self) -> bool:
        """Whether anything is under way."""
        return self._under_way_count > 0 or bool(self._asked)

    # What presenters call -----------------------------------------------------

    def run(
        self,
        command: object,
        *,
        done: Callable[[Any], None] | None = None,
        failed: Failed | None = None,
        initiator: object = None,
    ) -> None:
        """Carry out a command on the writer lane."""

        def work(books: Books, _progress: Progress) -> Outcome:
            return books.run(command)

        order = _Order(work=work, done=done, failed=failed, initiator=initiator, is_command=True)
        self._submit(self._writer, order)

    def ask(
        self,
        ask: Ask[Found],
        *,
        key: Hashable,
        done: Callable[[Found], None],
        failed: Failed | None = None,
    ) -> None:
        """Ask the books on a reader lane; a newer ask with the key discards it."""

        def work(books: Books, _progress: Progress) -> Found:
            return books.ask(ask)

        order = _Order(work=work, done=done, failed=failed, key=key)
        self._newest.add(order)
        if not self._asked:
            self._asked_something.emit()
        self._asked[key] = order

    def begin(
        self,
        job: Job,
        *,
        key: Hashable,
        done: Callable[[Any], None],
        failed: Failed | None = None,
        progress: Progress | None = None,
        is_writing: bool = False,
    ) -> None:
        """Begin a long job; see `Work.begin`."""
        self.forget(key)
        order = _Order(work=job, done=done, failed=failed, key=key, progress=progress)
        self._long_orders[key] = order
        self._submit(self._writer if is_writing else self._long, order)

    def aside(
        self,
        task: Task,
        *,
        key: Hashable,
        done: Callable[[Any], None],
        failed: Failed | None = None,
        progress: Progress | None = None,
    ) -> None:
        """Begin a long task that needs no open books."""
        self.forget(key)
        order = _Order(task=task, done=done, failed=failed, key=key, progress=progress)
        self._long_orders[key] = order
        self._submit(self._long, order)

    def forget(self, key: Hashable) -> None:
        """Discard what is still to come for a key."""
        self._newest.drop(key)
        self._asked.pop(key, None)
        order = self._long_orders.pop(key, None)
        if order is not None:
            order.stop.set()

    def announce(self, touched: Touched, initiator: object = None) -> None:
        """Tell every view that a long job changed the books."""
        self.touched.emit(touched, initiator)

    # Lanes --------------------------------------------------------------------

    def _submit(self, lane: ThreadPoolExecutor, order: _Order) -> None:
        if self._is_closed:
            return
        self._newest.add(order)
        self._count(1)
        lane.submit(self._work, order)

    @Slot()
    def _hand_over(self) -> None:
        orders, self._asked = list(self._asked.values()), {}
        for order in orders:
            self._submit(self._readers, order)

    def _open(self, opener: Opener, order: _Order) -> Books:
        """On the writer lane: the first thing of all; every other order waits for it."""
        try:
            books = opener(self._teller(order))
        except BaseException as error:
            self._post(_Answer(order, error=error))
            raise
        self._post(_Answer(order, result=books))
        return books

    def _work(self, order: _Order) -> None:
        """On a lane: do the work unless nobody waits for it any more."""
        try:
            if self._newest.is_stale(order):
                self._post(_Answer(order))
                return
            tell = self._teller(order)
            result = order.task(tell) if order.task else order.work(self._books.result(), tell)
            self._post(_Answer(order, result=result))
        except BaseException as error:  # noqa: BLE001 -- it is told apart on the main thread
            self._post(_Answer(order, error=error))

    def _teller(self, order: _Order) -> Progress:
        """What a job tells its progress to; it is stopped here, between two steps."""
        last = -1

        def tell(done_count: int, whole_count: int) -> None:
            nonlocal last
            if order.stop.is_set():
                raise Stopped(say("Stopped. What was finished before is kept."))
            step = done_count * _PROGRESS_STEPS // max(1, whole_count)
            if order.progress is not None and step != last:
                last = step
                self._post(_Answer(order, progress=(done_count, whole_count)))

        return tell

    def _post(self, answer: _Answer) -> None:
        self._answers.put(answer)
        if not self._is_closed:
            self._answered.emit()

    # On the main thread -------------------------------------------------------

    @Slot()
    def _deliver(self) -> None:
        answer = self._answers.get()
        order = answer.order
        if answer.progress is not None:
            if order.progress is not None and not self._newest.is_stale(order):
                order.progress(*answer.progress)
            return
        self._count(-1)
        if self._newest.is_stale(order):
            return
        self._newest.drop(order.key)
        if self._long_orders.get(order.key) is order:
            del self._long_orders[order.key]
        if answer.error is not None:
            self._tell_failure(order, answer.error)
        elif order.is_command:
            self._tell_outcome(order, answer.result)
        elif order.done is not None:
            order.done(answer.result)

    def _tell_outcome(self, order: _Order, outcome: Outcome) -> None:
        if order.done is not None:
            order.done(outcome.result)
        self.touched.emit(outcome.touched, order.initiator)

    def _tell_failure(self, order: _Order, error: BaseException) -> None:
        if isinstance(error, CollectIQError):
            sentence = error
        else:
            sentence = CollectIQError(BUG)
            self.crashed.emit(error)
        (order.failed or self.refused.emit)(sentence)

    def _count(self, change: int) -> None:
        was_busy = self._under_way_count > 0
        self._under_way_count += change
        if was_busy != (self._under_way_count > 0):
            self.busy.emit(not was_busy)

    # The end ------------------------------------------------------------------

    def close(self) -> None:
        """Finish commands that were handed in, drop the rest, close the books.

        Called after every timer has been stopped; the only place that waits.
        """
        if self._is_closed:
            return
        self._is_closed = True
        for order in self._long_orders.values():
            order.stop.set()
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._long.shutdown(wait=True, cancel_futures=True)
        self._writer.shutdown(wait=True)
        if self._books.exception() is None:
            self._books.result().close()
        self._garbage.end()
