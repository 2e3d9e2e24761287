"""A simulated firm: its server and its counters, as real as files and code can be."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from collectiq_desktop.core.books import Books, Surroundings, begin_books
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import DeviceId, FirmId, UserId
from collectiq_desktop.core.domain.vouchers import MAIN_BRANCH
from collectiq_desktop.core.services import enrolling, ordering
from collectiq_desktop.core.services.enrolling import Enrolment
from collectiq_desktop.core.services.identity import Identity
from collectiq_desktop.core.services.record import record
from collectiq_desktop.core.storage import devices
from collectiq_desktop.core.storage.database import BooksAt
from collectiq_desktop.core.storage.masters import fields_of
from collectiq_desktop.core.wire.facts import BranchAdded, FirmCreated
from collectiq_desktop.core.wire.peer import LineTrouble, Peer, PeerRefused
from collectiq_desktop.core.wire.signing import public_key_of
from collectiq_desktop.sync.exchange import Exchange
from collectiq_desktop.sync.fetching import when_wanted
from collectiq_desktop.sync.slicing import Slicing
from sync_server.book_peer import BookPeer
from tests.fakes import CountingIds, FixedClock
from tests.simulation.faults import Chances, Crash, Faults, Line, make_fragile

DAY_MS = 86_400_000
SERVER_KEY = b"S" * 32
USER = UserId(b"u" * 16)


@dataclass
class Counter:
    """One device: its file, its key, its clock; what was acknowledged at it."""

    name: str
    path: Path
    key: bytes
    clock: FixedClock
    ids: CountingIds
    line: Line
    books: Books
    branches: tuple[str, ...] = ("*",)
    saved: BooksAt | None = None


@dataclass
class Shops:
    """The server, the counters, and the line between them."""

    folder: Path
    server_at: BooksAt
    dice: random.Random
    chances: Chances
    has_branches: bool
    has_skew: bool
    counters_count: int

    def __post_init__(self) -> None:
        self.faults = Faults(self.dice, self.chances, is_quiet=True)
        self._watch = 0.0
        self.server_clock = FixedClock()
        self.server_saved: BooksAt | None = None
        self.server = self._create_server()
        self.counters = [self._enrol(n) for n in range(self.counters_count)]

    # The server -----------------------------------------------------------

    def _server_around(self) -> Surroundings:
        self._server_ids = CountingIds(1_000_000 * (1 + self.dice.randrange(1_000_000)))
        return Surroundings(clock=self.server_clock, ids=self._server_ids)

    def _create_server(self) -> Books:
        around = self._server_around()
        identity = Identity(
            firm_id=FirmId(b"F" * 16),
            device_id=DeviceId(around.ids.mint()),
            user_id=UserId(b"S" * 16),
            series_code="H01",
            is_server=True,
        )
        created = FirmCreated(
            firm_id=identity.firm_id,
            fields=fields_of(Firm(name="Simulated Traders")),
            device_id=identity.device_id,
            device_name="Head office",
            series_code="H01",
        )
        books = begin_books(self.server_at, identity, around, [created])
        with books.writing() as (writer, context):
            enrolling.enrol_server(writer, context, public_key_of(SERVER_KEY))
            record(writer, context, BranchAdded(branch_id="B", name="B"), around.ids.mint())
            writer.flush()
        make_fragile(books, self.faults)
        return books

    def restart_server(self) -> None:
        self.server.close()
        self.server = Books.open(self.server_at, self._server_around())
        make_fragile(self.server, self.faults)

    def peer_of(self, counter: Counter) -> Peer:
        return BookPeer(self.server, counter.books.identity.device_id, SERVER_KEY)

    # Counters -------------------------------------------------------------

    def _enrol(self, n: int) -> Counter:
        clock = FixedClock()
        if self.has_skew:
            clock.move(ms=self.dice.randint(-3 * DAY_MS, 3 * DAY_MS))
        ids = CountingIds(10_000_000 * (n + 1))
        key = bytes([65 + n]) * 32
        branch, branches = MAIN_BRANCH, ("*",)
        if self.has_branches and n > 0:
            branch, branches = ("B", ("B",)) if n == 1 else (MAIN_BRANCH, (MAIN_BRANCH,))
        device_id = DeviceId(ids.mint())
        asked = Enrolment(
            device_id=device_id,
            name=f"Counter {n}",
            public_key=public_key_of(key),
            branch_id=branch,
            branches=branches,
        )
        with self.server.writing() as (writer, context):
            device = enrolling.enrol(writer, context, asked)
            writer.flush()
            ordering.seal_own(writer, context, SERVER_KEY)
        identity = Identity(
            firm_id=self.server.identity.firm_id,
            device_id=device_id,
            user_id=USER,
            series_code=device.series_code,
            branch_id=branch,
            is_enrolled=True,
        )
        path = self.folder / f"counter{n}.ciq"
        books = begin_books(path, identity, Surroundings(clock=clock, ids=ids))
        make_fragile(books, self.faults)
        counter = Counter(
            name=f"{n}",
            path=path,
            key=key,
            clock=clock,
            ids=ids,
            line=Line(self.faults, lambda: self.peer_of(counter), self.restart_server),
            books=books,
            branches=branches,
        )
        self.exchange(counter)
        return counter

    def restart(self, counter: Counter) -> None:
        counter.books.close()
        # A machine that starts anew never mints what it minted before.
        counter.ids = CountingIds(counter.ids.start + 100_000)
        around = Surroundings(clock=counter.clock, ids=counter.ids)
        counter.books = Books.open(counter.path, around)
        make_fragile(counter.books, self.faults)

    def exchange(self, counter: Counter) -> None:
        """One exchange; a broken line or a crash ends it early."""
        try:
            slicing = Slicing(places=self.dice.choice((3, 20, 40)), clock=self._moment)
            done = Exchange(
                counter.books,
                counter.line,
                counter.key,
                "sim",
                slicing=slicing,
                fetch=when_wanted,
            ).run()
        except Crash:
            self.restart(counter)
        except LineTrouble:
            return
        except PeerRefused as refusal:
            if refusal.word not in {"revoked", "unknown", "reset", "gap", "fork"}:
                raise
        else:
            if done.differing:
                message = f"counter {counter.name} differs in {done.differing}"
                raise AssertionError(message)

    def _moment(self) -> float:
        """A watch of the world's own: how long a slice took must not depend on the machine."""
        self._watch += self.dice.random() / 10
        return self._watch

    def is_revoked(self, counter: Counter) -> bool:
        """Whether the server lets a counter take part no more."""
        with self.server.reading() as conn:
            known = devices.device(conn, counter.books.identity.device_id)
            keys = {d.public_key for d in devices.devices(conn) if d.is_revoked}
        return known.is_revoked if known else public_key_of(counter.key) in keys

    def all_books(self) -> Iterator[Books]:
        yield self.server
        yield from (counter.books for counter in self.counters)

    def close(self) -> None:
        for books in self.all_books():
            books.close()
