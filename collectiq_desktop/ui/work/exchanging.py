"""The lane of the exchange: a thread of its own, whose news come on the main thread.

It begins when the books are open and belong to a head office, and is stopped
before the desk is. Nothing on it ever keeps the counter waiting.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.sync.state import Phase, SyncState
from collectiq_desktop.ui.work.desk import Desk

if TYPE_CHECKING:
    from collectiq_desktop.sync.agent import Agent
    from collectiq_desktop.sync.background import Background

MakeAgent = Callable[[Books], "Agent"]


class ExchangeLane(QObject):
    """Exchanges in the background while the books are open; tells its watchers of each state."""

    _told = Signal()

    def __init__(self, desk: Desk, make_agent: MakeAgent, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._make_agent = make_agent
        self._background: Background | None = None
        self._is_closed = False
        self._news: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._told.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self.state = SyncState()
        self.watchers: list[Callable[[], None]] = []
        desk.opened.connect(self.begin)
        desk.touched.connect(self._books_changed)

    @Slot(object)
    def begin(self, books: Books) -> None:
        """The books are open: exchange for them, if they belong to a head office."""
        is_ours = books.identity.is_enrolled and not books.held_back
        if self._is_closed or not is_ours:
            return
        if self._background is not None:
            self._background.exchange_now()
            return
        from collectiq_desktop.sync.background import Background

        agent = self._make_agent(books)
        agent.repair = self._repair
        self._background = Background(agent, self._tell_state, self._tell_touched)
        self._background.start()

    def joined(self, books: Books) -> None:
        """The books belong to a head office since just now; told on any thread."""
        self._post(partial(self._begin_joined, books))

    def exchange_now(self) -> None:
        """Somebody asks for it."""
        if self._background is not None:
            self._background.exchange_now()

    def close(self) -> None:
        """Stop; what waits on the line never reaches the books any more."""
        self._is_closed = True
        if self._background is not None:
            self._background.stop()

    @Slot(object, object)
    def _books_changed(self, touched: Touched, initiator: object) -> None:
        """What commands record goes out soon; what came in is no reason to."""
        is_new = initiator is not self and bool(touched.nouns - {Noun.ERRAND})
        if is_new and self._background is not None:
            self._background.posted()

    # On the thread of the exchange ----------------------------------------------------

    def _tell_state(self, state: SyncState) -> None:
        self._post(partial(self._show, state))

    def _tell_touched(self, touched: Touched) -> None:
        self._post(partial(self._desk.announce, touched, self))

    def _repair(self) -> None:
        """Make the projections anew on the writer lane, and wait for it here."""
        over: Future[None] = Future()
        self._post(partial(self._begin_repair, over))
        over.result()

    def _post(self, news: Callable[[], None]) -> None:
        self._news.put(news)
        if not self._is_closed:
            self._told.emit()

    # On the main thread ----------------------------------------------------------------

    @Slot()
    def _deliver(self) -> None:
        if not self._is_closed and not self._news.empty():
            self._news.get()()

    def _begin_joined(self, books: Books) -> None:
        self.begin(books)
        self._desk.announce(Touched(nouns={Noun.DEVICE, Noun.FIRM}), self)

    def _show(self, state: SyncState) -> None:
        self.state = state
        for watcher in self.watchers:
            watcher()

    def _begin_repair(self, over: Future[None]) -> None:
        def repair(books: Books, progress: Callable[[int, int], None]) -> None:
            try:
                books.rebuild(progress)
            except BaseException as error:
                over.set_exception(error)
                raise
            over.set_result(None)

        self._desk.begin(
            repair, key="repair", done=self._repaired, failed=self._repaired, is_writing=True
        )

    def _repaired(self, _result: Any) -> None:
        """Every screen looks again."""
        self._desk.announce(Touched(nouns=set(Noun)), self)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being sent or fetched."""
        return self.state.phase in (Phase.ALONE, Phase.WAITING)
