"""Scores worked out while nobody works: a process of its own, which this watches and may end.

Nothing of it is loaded or calculated here. It begins when the books have been
quiet for a while, if this counter is the firm's scoring counter and today's
scores are not there yet.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.bulletins import Bulletin
from collectiq_desktop.core.domain.clock import Clock
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.saying import NOTHING, Sentence
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.bulletins import BulletinsLike
from collectiq_desktop.intelligence.apart import start_apart
from collectiq_desktop.ui.work.desk import Desk

if TYPE_CHECKING:
    from collectiq_desktop.core.queries.risk import ScoringCounter

LOOK_EVERY_MS = 60_000
QUIET_LOOKS = 2
"""So many looks in a row must have found nothing asked and nothing recorded."""

_LISTEN_SECONDS = 0.2


class Doing(StrEnum):
    """What is under way."""

    NOTHING = ""
    SCORING = "scoring"
    LEARNING = "learning"
    ROLLING_BACK = "rolling_back"


_SCORE = ("score", "--publish")
_LEARN = ("train",)
_LEARN_WHEN_DUE = ("train", "--when-due")
_ROLL_BACK = ("train", "--roll-back")


class Process(Protocol):
    """A verb that is being carried out elsewhere."""

    @property
    def is_running(self) -> bool:
        """Whether it still works."""
        ...

    def result(self) -> Any:
        """What it found, or why it was refused."""
        ...

    def cancel(self) -> None:
        """End it."""
        ...


Start = Callable[..., Process]


class ForetellingLane(QObject):
    """Works out scores and learns, one thing after another, and tells its watchers."""

    _told = Signal()

    def __init__(
        self, desk: Desk, clock: Clock, start: Start = start_apart, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._clock, self._start = desk, clock, start
        self._path: Path | None = None
        self._quiet_looks = 0
        self._is_asking = False
        self._learned_on: object = None
        self._ended = Event()
        self._news: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self.doing = Doing.NOTHING
        self.problem: Sentence = NOTHING
        self.watchers: list[Callable[[], None]] = []
        self._told.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        desk.opened.connect(self._opened)
        desk.busy.connect(self._stirred)

    # What screens ask for -------------------------------------------------------------

    def watch(self, watcher: Callable[[], None]) -> None:
        """Tell somebody whenever something begins or ends."""
        self.watchers.append(watcher)

    def work_out(self) -> None:
        """Work the scores out now."""
        self._begin(Doing.SCORING, _SCORE, self._announce)

    def learn(self) -> None:
        """Learn anew now, and score by it."""
        self._begin(Doing.LEARNING, _LEARN, self.work_out)

    def roll_back(self) -> None:
        """Use what was learned before, and score by that."""
        self._begin(Doing.ROLLING_BACK, _ROLL_BACK, self.work_out)

    def stop(self) -> None:
        """End what is under way; what was there before stays."""
        self._ended.set()

    def close(self) -> None:
        """End everything, for good."""
        self._timer.stop()
        self._path = None
        self._ended.set()

    # At idle ------------------------------------------------------------------------

    @Slot()
    def look(self) -> None:
        """Once a minute: whether there is time, and something to do."""
        self._quiet_looks += 1
        if self._quiet_looks > QUIET_LOOKS and self.doing is Doing.NOTHING and self._path:
            # Nobody waits for it, so the window starts without it.
            from collectiq_desktop.core.queries.risk import WhoScores

            self._is_asking = True
            self._desk.ask(
                WhoScores(), key=(self, "who"), done=self._took_counter, failed=self._not_now
            )

    @Slot(object)
    def _opened(self, books: Books) -> None:
        self._path = books.path
        self._timer.start()

    @Slot(bool)
    def _stirred(self, _is_busy: object) -> None:
        if not self._is_asking:
            self._quiet_looks = 0

    def _took_counter(self, counter: ScoringCounter) -> None:
        self._is_asking = counter.is_here
        if counter.is_here:
            from collectiq_desktop.core.wire.risk_bulletins import OUTLOOK_KEY

            # As the program itself: whoever has signed in may not see totals.
            ask = BulletinsLike(prefix=OUTLOOK_KEY)
            self._desk.ask(
                ask, key=(self, "outlook"), done=self._took_outlook, failed=self._not_now
            )

    def _not_now(self, _refusal: CollectIQError) -> None:
        """Nobody has signed in, or the books cannot be read: look again in a minute."""
        self._is_asking = False

    def _took_outlook(self, published: tuple[Bulletin, ...]) -> None:
        from collectiq_desktop.core.wire.risk_bulletins import outlook_of

        self._is_asking = False
        outlook = outlook_of(published[0].value) if published else None
        today_on = self._clock.today_on()
        if outlook is None or outlook.worked_out_on != today_on:
            self.work_out()
        elif self._learned_on != today_on:
            self._learned_on = today_on
            self._begin(Doing.LEARNING, _LEARN_WHEN_DUE, self.work_out)

    # One thing after another ------------------------------------------------------------

    def _begin(self, doing: Doing, verb: tuple[str, ...], after: Callable[[], None]) -> None:
        if self.doing is not Doing.NOTHING or self._path is None:
            return
        self._ended = Event()
        self._show(doing, NOTHING)
        work = partial(self._carry_out, self._path, verb, after, self._ended)
        Thread(target=work, name="foretelling", daemon=True).start()

    def _carry_out(
        self, path: Path, verb: tuple[str, ...], after: Callable[[], None], ended: Event
    ) -> None:
        """On a thread that only waits."""
        problem = NOTHING
        found: Any = None
        process = self._start(verb[0], path, *verb[1:])
        while process.is_running:
            if ended.wait(_LISTEN_SECONDS):
                process.cancel()
        try:
            found = process.result()
        except CollectIQError as trouble:
            problem = trouble.message
        self._news.put(partial(self._over, problem, found, after))
        if self._path is not None:
            self._told.emit()

    @Slot()
    def _deliver(self) -> None:
        if self._path is not None and not self._news.empty():
            self._news.get()()

    def _over(self, problem: Sentence, found: Any, after: Callable[[], None]) -> None:
        self._show(Doing.NOTHING, problem)
        is_due = not isinstance(found, dict) or found.get("is_due", True)
        if is_due and not problem:
            after()

    def _announce(self) -> None:
        self._desk.announce(Touched(nouns={Noun.RISK}), self)

    def _show(self, doing: Doing, problem: Sentence) -> None:
        self.doing, self.problem = doing, problem
        for watcher in self.watchers:
            watcher()
