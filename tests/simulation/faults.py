"""Faults of a simulated world: crashes at every commit, a line that drops, doubles and delays."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import Connection

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.wire.peer import (
    AskedAttachments,
    AskedBulletins,
    AskedDays,
    Attachments,
    Bodies,
    Bulletins,
    Days,
    Hello,
    LineTrouble,
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


class Crash(BaseException):
    """The machine stopped here: nothing that was not committed is left."""


@dataclass
class Chances:
    """How likely each fault is in one world, of a thousand."""

    crash: int = 0
    drop_request: int = 0
    drop_answer: int = 0
    double: int = 0
    late: int = 0


@dataclass
class Faults:
    """Rolls the dice of one world; silent while the world comes to rest."""

    dice: random.Random
    chances: Chances
    is_quiet: bool = False
    crashes_count: int = 0

    def strikes(self, of_thousand: int) -> bool:
        return not self.is_quiet and self.dice.randrange(1000) < of_thousand

    def crash_point(self) -> None:
        if self.strikes(self.chances.crash):
            self.crashes_count += 1
            raise Crash


def make_fragile(books: Books, faults: Faults) -> None:
    """Let each transaction of the books crash before it begins, before or after its commit."""
    database: Any = books._database
    write = database.write

    @contextmanager
    def fragile() -> Iterator[Connection]:
        faults.crash_point()
        with write() as conn:
            yield conn
            faults.crash_point()
        faults.crash_point()

    database.write = fragile


@dataclass
class Line:
    """The line between one device and the server."""

    faults: Faults
    open_peer: Callable[[], Peer]
    restart_server: Callable[[], None]
    late: list[Callable[[], object]] = field(default_factory=list)

    def hello(self, hello: Hello) -> Welcome:
        return self._call(lambda: self.open_peer().hello(hello))

    def push(self, push: Push) -> Pushed:
        return self._call(lambda: self.open_peer().push(push))

    def send_bodies(self, bodies: Bodies) -> None:
        self._call(lambda: self.open_peer().send_bodies(bodies))

    def pull(self, pull: Pull) -> Page:
        return self._call(lambda: self.open_peer().pull(pull))

    def day_sums(self, asked: AskedDays) -> Days:
        return self._call(lambda: self.open_peer().day_sums(asked))

    def bulletins(self, asked: AskedBulletins) -> Bulletins:
        return self._call(lambda: self.open_peer().bulletins(asked))

    def publish(self, pushed: PushedBulletins) -> TakenBulletins:
        return self._call(lambda: self.open_peer().publish(pushed))

    def attachments(self, asked: AskedAttachments) -> Attachments:
        return self._call(lambda: self.open_peer().attachments(asked))

    def send_attachments(self, sent: Attachments) -> None:
        self._call(lambda: self.open_peer().send_attachments(sent))

    def deliver_late(self) -> None:
        """Let packets that everybody has forgotten arrive now."""
        late, self.late = self.late, []
        for call in late:
            self._try(call)

    def _call(self, call: Callable[[], Answer]) -> Answer:
        chances = self.faults.chances
        if self.faults.strikes(chances.drop_request):
            if self.faults.strikes(chances.late * 10):
                self.late.append(call)
            raise LineTrouble("the request was lost")
        answer = self._on_server(call)
        if self.faults.strikes(chances.double):
            self._try(call)
        if self.faults.strikes(chances.late):
            self.late.append(call)
        if self.faults.strikes(chances.drop_answer):
            raise LineTrouble("the answer was lost")
        return answer

    def _on_server(self, call: Callable[[], Answer]) -> Answer:
        try:
            return call()
        except Crash:
            self.restart_server()
            raise LineTrouble("the server stopped") from None

    def _try(self, call: Callable[[], object]) -> None:
        try:
            self._on_server(call)
        except Exception:  # noqa: BLE001 -- what a late packet meets is nobody's to hear
            return
