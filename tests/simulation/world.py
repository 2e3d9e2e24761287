"""What befalls a simulated firm: a day's work, faults, and disasters, from one seed.

A seed is a world: its own mix of work, of faults and of disasters. The parts
are real: books in files of a RAM folder, the exchange, the server's peer.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import FactId, UserId
from collectiq_desktop.core.queries import exchange
from collectiq_desktop.core.services import enrolling, ordering
from collectiq_desktop.core.storage import held, places
from collectiq_desktop.core.storage.database import BooksAt
from collectiq_desktop.core.storage.sqlite import FileAt
from sync_server.book_peer import begin_epoch
from tests.fakes import CountingIds
from tests.simulation.collecting import Collecting
from tests.simulation.faults import Chances, Crash, make_fragile
from tests.simulation.saving import lay_back, saved
from tests.simulation.shops import SERVER_KEY, USER, Counter, Shops
from tests.simulation.staffing import People
from tests.simulation.work import Work

_CHEQUES = ("receipt_by_cheque", "receipt_by_cheque", "post_dated_cheque", "cancel")
_PEOPLE = ("change_rights", "cancel", "cash_by_agent", "cash_by_agent", "count_in", "sign")
_THEMES: Mapping[str, tuple[str, ...]] = {
    "": (),
    "cheques": (*_CHEQUES, *_CHEQUES, *("cheque_goes_on",) * 10),
    "people": (*_PEOPLE, *_PEOPLE, "issue_sheet", "visit", "close_sheet"),
    "disasters": ("save_counter", "restore_counter", "save_server", "restore_server") * 2,
    "paid ahead": ("advance", "advance", "credit_note", *("set_off",) * 5),
}
"""What goes from step to step shows its faults only where it is done often."""


@dataclass
class Setup:
    """What kind of world a seed makes."""

    devices_count: int
    steps_count: int
    chances: Chances
    deeds: tuple[str, ...]
    has_branches: bool
    has_skew: bool
    has_people: bool = False

    @classmethod
    def of(cls, dice: random.Random) -> Setup:
        """Swarm testing: each world has some of the work and some of the faults."""
        deeds = ["invoice", "receipt", "exchange"]
        theme = dice.choice(tuple(_THEMES))
        has_people = theme == "people" or dice.random() < 0.2
        people_do = People.DEEDS if has_people else ()
        # Few kinds of work often, or many kinds seldom.
        likely = dice.choice((0.2, 0.35, 0.6))
        for deed in Work.DEEDS + World.DEEDS + Collecting.DEEDS + people_do:
            if dice.random() < likely:
                deeds += [deed] * dice.randint(1, 4)
        deeds += _THEMES[theme]
        # Counters that never meet find nothing: they exchange often, and pay the same few bills.
        deeds += ["exchange", "receipt", "receipt", "invoice"] * (len(deeds) // 4)
        level = dice.choice((0, 0, 20, 60))
        chances = Chances(
            crash=dice.choice((0, 0, 5, 20)),
            drop_request=dice.choice((0, level)),
            drop_answer=dice.choice((0, level, 2 * level)),
            double=dice.choice((0, level)),
            late=dice.choice((0, level)),
        )
        return cls(
            devices_count=dice.randint(2, 3),
            steps_count=dice.randint(40, 100),
            chances=chances,
            deeds=tuple(deeds),
            has_branches=dice.random() < 0.3,
            has_skew=dice.random() < 0.4,
            has_people=has_people,
        )


class World(Shops):
    """The firm, played from one seed."""

    DEEDS = (
        "save_counter",
        "restore_counter",
        "save_server",
        "restore_server",
        "revoke",
        "release",
        "reject",
        "late",
        "pull_a_page",
        "rebuild",
    )

    def __init__(
        self,
        folder: Path,
        seed: int,
        server_at: BooksAt | None = None,
        setup: Setup | None = None,
    ) -> None:
        dice = random.Random(seed)
        self.setup = setup = setup or Setup.of(dice)
        self.log: list[str] = []
        super().__init__(
            folder,
            server_at or FileAt(folder / "server.ciq"),
            dice,
            setup.chances,
            setup.has_branches,
            setup.has_skew,
            setup.devices_count,
        )
        work = Work(self)
        staff = People(work)
        self.works = (work, Collecting(work), staff)
        # Who may sign in; nobody where the firm has no employees.
        self.people: tuple[UserId, ...] = ()
        if setup.has_people:
            self.people = staff.hire(self.counters[0], USER)
        self.settle_down()

    # What happens ---------------------------------------------------------

    def play(self) -> None:
        self.faults.is_quiet = False
        for _step in range(self.setup.steps_count):
            deed = self.dice.choice(self.setup.deeds)
            counter = self.dice.choice(self.counters)
            counter.clock.move(ms=self.dice.randint(1, 3_000_000))
            self.server_clock.move(ms=self.dice.randint(1, 1_000_000))
            self.log.append(f"{deed} at {counter.name}")
            self.do(deed, counter)
        self.settle_down()

    def do(self, deed: str, counter: Counter) -> None:
        work = next((work for work in self.works if hasattr(work, deed)), None)
        if work is None:
            getattr(self, deed)(counter)
            return
        if self.people:
            counter.books.acting = self.dice.choice(self.people)
        try:
            with suppress(CollectIQError):
                getattr(work, deed)(counter)
        except Crash:
            self.restart(counter)

    def settle_down(self) -> None:
        """No more faults; everybody exchanges until nobody has news."""
        self.faults.is_quiet = True
        for counter in self.counters:
            counter.line.deliver_late()
        for _round in range(4):
            for counter in self.counters:
                self.exchange(counter)
        for counter in self.counters:
            if not self.is_revoked(counter):
                with counter.books.reading() as conn:
                    assert not exchange.count_unsent(conn, counter.books.identity.device_id)

    # Disasters ------------------------------------------------------------

    def save_counter(self, counter: Counter) -> None:
        counter.saved = saved(counter.books, FileAt(counter.path))

    def restore_counter(self, counter: Counter) -> None:
        """The file of an earlier day lies there again; what came since is lost."""
        if counter.saved is None:
            return
        counter.books.close()
        lay_back(counter.saved, FileAt(counter.path))
        counter.ids = CountingIds(counter.ids.start + 100_000)
        around = Surroundings(clock=counter.clock, ids=counter.ids)
        counter.books = Books.open(counter.path, around)
        make_fragile(counter.books, self.faults)

    def save_server(self, _counter: Counter) -> None:
        self.server_saved = saved(self.server, self.server_at)

    def restore_server(self, _counter: Counter) -> None:
        if self.server_saved is None:
            return
        self.server.close()
        lay_back(self.server_saved, self.server_at)
        self.server = Books.open(self.server_at, self._server_around())
        ahead = self._counter_that_knows_more()
        if ahead is not None and self.dice.random() < 0.3:
            # Nobody told the server that it was restored; a counter that knows more does.
            self.faults.is_quiet = True
            self.exchange(ahead)
            self.faults.is_quiet = False
        else:
            begin_epoch(self.server, SERVER_KEY)
        make_fragile(self.server, self.faults)

    def _counter_that_knows_more(self) -> Counter | None:
        with self.server.reading() as conn:
            head = places.cursor(conn).firm_seq
        for counter in self.counters:
            with counter.books.reading() as conn:
                if places.cursor(conn).firm_seq > head:
                    return counter
        return None

    def revoke(self, counter: Counter) -> None:
        if sum(not self.is_revoked(each) for each in self.counters) < 2 or self.dice.random() < 0.8:
            return
        with self._on_server(), self.server.writing() as (writer, context):
            device_id = counter.books.identity.device_id
            with suppress(CollectIQError):
                fact_id = FactId(context.ids.mint())
                enrolling.revoke(writer, context, device_id, fact_id, "lost")
            writer.flush()
            ordering.seal_own(writer, context, SERVER_KEY)

    def release(self, _counter: Counter) -> None:
        self._judge_held(is_release=True)

    def reject(self, _counter: Counter) -> None:
        self._judge_held(is_release=False)

    def _judge_held(self, *, is_release: bool) -> None:
        with self._on_server(), self.server.writing() as (writer, context):
            waiting = held.all_held(writer.conn)
            if waiting:
                held_id = FactId(self.dice.choice(waiting).fact_id)
                fact_id = context.ids.mint()
                if is_release:
                    ordering.release(writer, context, held_id, fact_id)
                else:
                    ordering.reject(writer, context, held_id, fact_id, reason="no")
            writer.flush()
            ordering.seal_own(writer, context, SERVER_KEY)

    @contextmanager
    def _on_server(self) -> Iterator[None]:
        """Something that an admin does there, if the machine does not stop."""
        try:
            yield
        except Crash:
            self.restart_server()

    def late(self, counter: Counter) -> None:
        counter.line.deliver_late()

    def pull_a_page(self, counter: Counter) -> None:
        """An exchange that breaks off after a few steps."""
        before = self.faults.chances
        self.faults.chances = Chances(drop_answer=400)
        self.exchange(counter)
        self.faults.chances = before

    def rebuild(self, counter: Counter) -> None:
        """A person makes the projections anew, which must change nothing."""
        with suppress(Crash):
            counter.books.rebuild()
            make_fragile(counter.books, self.faults)
            return
        self.restart(counter)
