"""Exchanging in the background: one thread, every so often, and soon after a save.

Plain Python. What it tells, it tells on its own thread; whoever listens
carries that over. Nothing that goes wrong here reaches the counter.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Callable
from dataclasses import replace
from threading import Condition, Thread
from time import monotonic

from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.sync.agent import Agent
from collectiq_desktop.sync.backoff import Backoff
from collectiq_desktop.sync.ended import Ended, Outcome, last_ended
from collectiq_desktop.sync.exchange import Exchanged
from collectiq_desktop.sync.state import Phase, SyncState
from collectiq_desktop.sync.stopping import ExchangeStopped

AFTER_SAVE_SECONDS = 2.0
"""A save goes out so soon; a few made quickly go together."""

TELL_SECONDS = 1.0
STOP_SECONDS = 3.0
log = logging.getLogger(__name__)

OnState = Callable[[SyncState], None]
OnTouched = Callable[[Touched], None]


class Background:
    """The thread that exchanges for one counter while its books are open."""

    def __init__(
        self, agent: Agent, on_state: OnState, on_touched: OnTouched, backoff: Backoff | None = None
    ) -> None:
        self._agent = agent
        self._on_state = on_state
        self._on_touched = on_touched
        self._backoff = backoff or Backoff(chance=random.random)
        self._woken = Condition()
        self._due = 0.0
        self._has_posted = False
        self._is_well = True
        self._told_at = 0.0
        self._done = Exchanged()
        self.state = SyncState(phase=Phase.WAITING)
        self._thread = Thread(target=self._live, name="exchange", daemon=True)

    def start(self) -> None:
        """Begin; the first exchange comes at once."""
        self._remember()
        self._thread.start()

    def posted(self) -> None:
        """Something was recorded: exchange soon, unless the line is known to be down."""
        with self._woken:
            self._has_posted = True
            if self._is_well:
                self._due = min(self._due, monotonic() + AFTER_SAVE_SECONDS)
                self._woken.notify()

    def exchange_now(self) -> None:
        """Somebody asks for it."""
        with self._woken:
            self._due = 0.0
            self._woken.notify()

    def stop(self) -> None:
        """Stop between two steps. What waits on the line is left to itself.

        It never reaches the books again, so that they can be closed.
        """
        self._agent.stop.set()
        with self._woken:
            self._woken.notify()
        if self._thread.is_alive():
            self._thread.join(STOP_SECONDS)

    # On the thread of its own -------------------------------------------------------

    def _live(self) -> None:
        while self._wait():
            try:
                self._once()
            except ExchangeStopped:
                return
            except Exception:
                log.exception("The exchange broke off; it goes on later.")
                self._plan(self._backoff.after_trouble())

    def _wait(self) -> bool:
        """Wait until an exchange is due; False once it is over."""
        stop = self._agent.stop
        with self._woken:
            while not stop.is_set() and (left := self._due - monotonic()) > 0:
                self._woken.wait(left)
            self._has_posted = False
        return not stop.is_set()

    def _once(self) -> None:
        ended = self._agent.exchange(self._tell)
        self._tell_touched(self._done)
        self._tell_ended(ended)
        self._plan(self._seconds_after(ended))

    def _seconds_after(self, ended: Ended) -> float:
        if ended.outcome.is_good:
            return self._backoff.after_success(is_posting=ended.pushed_count > 0)
        if ended.outcome in (Outcome.LINE_DOWN, Outcome.TROUBLE):
            return self._backoff.after_trouble(ended.retry_after_seconds)
        return self._backoff.after_refusal()

    def _plan(self, seconds: float) -> None:
        with self._woken:
            # What was recorded during the exchange may have missed it.
            soon = AFTER_SAVE_SECONDS if self._has_posted and self._is_well else seconds
            self._due = monotonic() + min(seconds, soon)

    # What it tells -------------------------------------------------------------------

    def _remember(self) -> None:
        """What the file says of the exchanges before this start."""
        kept = last_ended(self._agent.books)
        good = next((each for each in kept if each.outcome.is_good), None)
        last = kept[0] if kept else None
        bad = [] if good is None else list(kept[: kept.index(good)])
        self._show(
            replace(
                self.state,
                last=last,
                last_good_at=good.ended_at if good else None,
                trouble_since_at=bad[-1].ended_at if bad else None,
                is_first_fill=good is None,
            )
        )

    def _tell(self, done: Exchanged) -> None:
        """How far it is, and what it changed; not more often than one can look."""
        self._done = done
        if monotonic() - self._told_at < TELL_SECONDS:
            return
        self._told_at = monotonic()
        is_sending = done.pushed_count < done.to_push_count
        counts = (
            (done.pushed_count, done.to_push_count)
            if is_sending
            else (done.pulled_count, done.to_pull_count)
        )
        phase = Phase.SENDING if is_sending else Phase.FETCHING
        self._show(replace(self.state, phase=phase, done_count=counts[0], whole_count=counts[1]))
        self._tell_touched(done)

    def _tell_touched(self, done: Exchanged) -> None:
        if done.touched.nouns:
            touched, done.touched = done.touched, Touched()
            self._on_touched(touched)

    def _tell_ended(self, ended: Ended) -> None:
        is_good = self._is_well = ended.outcome.is_good
        since = None if is_good else self.state.trouble_since_at or ended.ended_at
        self._show(
            replace(
                self.state,
                phase=Phase.WAITING,
                last=ended,
                last_good_at=ended.ended_at if is_good else self.state.last_good_at,
                trouble_since_at=since,
                is_first_fill=self.state.is_first_fill and not is_good,
            )
        )

    def _show(self, state: SyncState) -> None:
        self.state = state
        self._on_state(state)
