"""A peer that says no more once somebody wants to stop.

What waits on the line may wait long; when it comes back, the books may be
closed. So nothing that it heard reaches them any more.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TypeVar

from collectiq_desktop.core.wire.peer import (
    AskedAttachments,
    AskedBulletins,
    AskedDays,
    Attachments,
    Bodies,
    Bulletins,
    Days,
    Hello,
    Page,
    Peer,
    Pull,
    Push,
    Pushed,
    PushedBulletins,
    TakenBulletins,
    Welcome,
)

Answer = TypeVar("Answer")


class ExchangeStopped(Exception):
    """Somebody wanted the exchange to stop; the next goes on from there."""


class StoppablePeer:
    """A peer until it is stopped."""

    def __init__(self, peer: Peer, stop: Event) -> None:
        self._peer = peer
        self._stop = stop

    def hello(self, hello: Hello) -> Welcome:
        return self._heard(lambda: self._peer.hello(hello))

    def push(self, push: Push) -> Pushed:
        return self._heard(lambda: self._peer.push(push))

    def send_bodies(self, bodies: Bodies) -> None:
        self._heard(lambda: self._peer.send_bodies(bodies))

    def pull(self, pull: Pull) -> Page:
        return self._heard(lambda: self._peer.pull(pull))

    def day_sums(self, asked: AskedDays) -> Days:
        return self._heard(lambda: self._peer.day_sums(asked))

    def bulletins(self, asked: AskedBulletins) -> Bulletins:
        return self._heard(lambda: self._peer.bulletins(asked))

    def publish(self, pushed: PushedBulletins) -> TakenBulletins:
        return self._heard(lambda: self._peer.publish(pushed))

    def attachments(self, asked: AskedAttachments) -> Attachments:
        return self._heard(lambda: self._peer.attachments(asked))

    def send_attachments(self, sent: Attachments) -> None:
        self._heard(lambda: self._peer.send_attachments(sent))

    def _heard(self, ask: Callable[[], Answer]) -> Answer:
        self.check()
        answer = ask()
        self.check()
        return answer

    def check(self) -> None:
        """Go on, unless somebody wants to stop.

        Raises:
            ExchangeStopped: somebody does.
        """
        if self._stop.is_set():
            raise ExchangeStopped
