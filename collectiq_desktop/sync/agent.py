"""The agent of one counter: carries out an exchange, whatever becomes of it.

Each ends as an `Ended` and none as an error: what goes wrong out there is
nothing that a counter must stop for. Where both ends turn out to differ, the
projections are made anew once; if they differ still, that is an alarm.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from threading import Event
from typing import Protocol

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.errors import BooksTrouble, CollectIQError
from collectiq_desktop.core.domain.saying import packed, say
from collectiq_desktop.core.storage import settings
from collectiq_desktop.core.wire.peer import LineTrouble, Peer, PeerRefused, ToldSeen
from collectiq_desktop.sync.batching import Batching
from collectiq_desktop.sync.carrying import hand_on
from collectiq_desktop.sync.comparing import first_differing_day
from collectiq_desktop.sync.ended import Ended, Outcome, last_ended, note_ended
from collectiq_desktop.sync.exchange import Exchange, Exchanged, Told, quietly
from collectiq_desktop.sync.slicing import Slicing
from collectiq_desktop.sync.stopping import ExchangeStopped, StoppablePeer

_TRIES_AFTER_RESET = 2
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reached:
    """The head office as one counter reaches it: the far end, and the key to sign with."""

    peer: Peer
    private_key: bytes


class Locks(Protocol):
    """Where it is made sure that only one program exchanges at a time."""

    def only_one(self, name: str) -> AbstractContextManager[bool]:
        """Whether it is this one."""
        ...


@dataclass(slots=True, kw_only=True)
class Agent:
    """Exchanges for one counter's books.

    Args:
        reach: opens the way to the head office; asked once, and anew after trouble.
        repair: makes the projections anew, on whatever lane may do that.
    """

    books: Books
    reach: Callable[[], Reached]
    program: str
    locks: Locks | None = None
    repair: Callable[[], None] | None = None
    stop: Event = field(default_factory=Event)
    _reached: Reached | None = None
    _batching: Batching = field(default_factory=Batching)
    _slicing: Slicing = field(default_factory=Slicing)

    def exchange(self, told: Told = quietly) -> Ended:
        """Exchange once with the head office.

        Raises:
            ExchangeStopped: `stop` was set, or `told` raised it.
        """
        done = Exchanged()

        def tell(exchanged: Exchanged) -> None:
            nonlocal done
            done = exchanged
            if self.stop.is_set():
                raise ExchangeStopped
            told(exchanged)

        try:
            ended = self._try(tell)
        except ExchangeStopped:
            raise
        except LineTrouble as trouble:
            self._reached = None
            ended = self._ended(
                Outcome.LINE_DOWN, done, str(trouble), retry_after=trouble.retry_after_seconds
            )
        except PeerRefused as refusal:
            ended = self._refused(refusal, done)
        except CollectIQError as error:
            ended = self._ended(Outcome.TROUBLE, done, packed(error.message))
        except Exception as error:
            log.exception("An exchange broke off.")
            ended = self._ended(Outcome.TROUBLE, done, type(error).__name__)
        self._note(ended, done.seen)
        return ended

    def _try(self, told: Told) -> Ended:
        with self._only_one() as is_ours:
            if not is_ours:
                return self._ended(Outcome.TROUBLE, Exchanged(), packed(_ELSEWHERE))
            try:
                reached = self._reached = self._reached or self.reach()
            except BooksTrouble as trouble:
                return self._ended(Outcome.NO_KEY, Exchanged(), packed(trouble.message))
            return self._over(reached, told)

    @contextmanager
    def _only_one(self) -> Iterator[bool]:
        identity = self.books.identity
        held = (
            self.locks.only_one(f"exchange-{identity.device_id.hex()}")
            if self.locks is not None
            else nullcontext(enter_result=True)
        )
        with held as is_ours:
            yield is_ours

    def _over(self, reached: Reached, told: Told) -> Ended:
        peer = StoppablePeer(reached.peer, self.stop)
        done = self._run(peer, reached.private_key, told)
        for refused in hand_on(self.books, peer):
            if refused is not None:
                log.warning("A parcel of another counter was refused: %s", refused.word)
        if self._is_reading_all() and done.differing:
            return self._repaired(peer, reached.private_key, done, told)
        return self._good(done)

    def _run(self, peer: Peer, key: bytes, told: Told) -> Exchanged:
        """An exchange to its end, begun again where the order was begun anew meanwhile."""
        for _try in range(_TRIES_AFTER_RESET):
            one = Exchange(
                self.books,
                peer,
                key,
                self.program,
                told,
                batching=self._batching,
                slicing=self._slicing,
            )
            try:
                done = one.run()
            except PeerRefused as refusal:
                if refusal.word != "reset":
                    raise
            else:
                told(done)
                return done
        raise PeerRefused("reset", "the server began its order anew, and again")

    def _repaired(self, peer: Peer, key: bytes, done: Exchanged, told: Told) -> Ended:
        """Make the projections anew, once for each alarm; compare again."""
        before = next(iter(last_ended(self.books)), None)
        is_alarm_known = before is not None and before.outcome is Outcome.DIFFERS
        if not is_alarm_known and self.repair is not None:
            log.warning("The standing differs in %d branches: rebuilding.", len(done.differing))
            self.repair()
            again = self._run(peer, key, told)
            again.touched.merge(done.touched)
            if not again.differing:
                return replace(self._good(again), is_repaired=True)
            done = again
        day = first_differing_day(self.books, peer)
        ended = self._ended(Outcome.DIFFERS, done, " ".join(done.differing))
        return replace(ended, differs_from_on=ymd_of(day) if day is not None else 0)

    def _is_reading_all(self) -> bool:
        """Whether every fact can be read here; what waits for an update is no difference."""
        with self.books.reading() as conn:
            return not settings.has_parked(conn)

    def _good(self, done: Exchanged) -> Ended:
        is_behind = done.is_update_needed or not self._is_reading_all()
        return self._ended(Outcome.UPDATE_NEEDED if is_behind else Outcome.DONE, done)

    def _refused(self, refusal: PeerRefused, done: Exchanged) -> Ended:
        outcomes = {"revoked": Outcome.REVOKED, "version": Outcome.UPDATE_NEEDED}
        outcome = outcomes.get(refusal.word, Outcome.REFUSED)
        if outcome is Outcome.REFUSED:
            log.warning("Head office refused an exchange: %s", refusal.word)
        return self._ended(outcome, done, refusal.word)

    def _ended(
        self,
        outcome: Outcome,
        done: Exchanged,
        detail: str = "",
        *,
        retry_after: int | None = None,
    ) -> Ended:
        return Ended(
            ended_at=self.books.now_at(),
            outcome=outcome,
            pushed_count=done.pushed_count,
            pulled_count=done.pulled_count,
            detail=detail,
            is_restored=done.is_restored,
            retry_after_seconds=retry_after,
            clock_ahead_ms=done.clock_ahead_ms,
        )

    def _note(self, ended: Ended, seen: tuple[ToldSeen, ...]) -> None:
        try:
            note_ended(self.books, ended, seen)
        except BooksTrouble as trouble:
            log.info("An exchange cannot be noted: %s", type(trouble).__name__)


_ELSEWHERE = say("Another CollectIQ on this machine is exchanging for these books just now.")
