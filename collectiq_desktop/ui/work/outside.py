"""The lane that leads outside: printers, and whatever else may keep one waiting.

One thread, so that prints come out in their order. It never has the books;
what it is handed is all that it knows. Answers come on the main thread.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot

log = logging.getLogger(__name__)

Task = Callable[[], Any]


class Outside(Protocol):
    """Carries tasks out, one after the other; nothing here waits for them."""

    def carry(
        self,
        task: Task,
        *,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do the task; `failed` is told whatever it raised."""
        ...


@dataclass(frozen=True, slots=True)
class _Answer:
    tell: Callable[[Any], None]
    what: Any


class OutsideLane(QObject):
    """The lane with its thread."""

    _answered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="outside")
        self._answers: SimpleQueue[_Answer] = SimpleQueue()
        self._is_closed = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def carry(
        self,
        task: Task,
        *,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do the task after those before it."""
        if not self._is_closed:
            self._thread.submit(self._work, task, done, failed)

    def _work(
        self, task: Task, done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        try:
            answer = _Answer(done, task())
        except Exception as error:  # noqa: BLE001 -- it is told apart on the main thread
            answer = _Answer(failed, error)
        self._answers.put(answer)
        if not self._is_closed:
            self._answered.emit()

    @Slot()
    def _deliver(self) -> None:
        if not self._answers.empty():
            answer = self._answers.get()
            answer.tell(answer.what)

    def close(self, *, is_told: bool = False) -> None:
        """Let the task under way end and drop the rest.

        Args:
            is_told: answers that are there are still told, before this returns.
        """
        self._is_closed = True
        self._thread.shutdown(wait=True, cancel_futures=True)
        while is_told and not self._answers.empty():
            self._deliver()
