"""A firm of several counters and its server, all in one process: real books, real peers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from collectiq_desktop.core.books import Books, Surroundings, begin_books
from collectiq_desktop.core.domain.ids import DeviceId, FactId, FirmId, UserId
from collectiq_desktop.core.domain.vouchers import MAIN_BRANCH
from collectiq_desktop.core.services import enrolling
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.enrolling import Enrolment
from collectiq_desktop.core.services.identity import Identity
from collectiq_desktop.core.services.record import record
from collectiq_desktop.core.storage.masters import fields_of
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.facts import BranchAdded, FirmCreated
from collectiq_desktop.core.wire.joining import Enrolled, code_for
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
    Pull,
    Push,
    Pushed,
    PushedBulletins,
    TakenBulletins,
    Welcome,
)
from collectiq_desktop.core.wire.signing import public_key_of
from collectiq_desktop.sync.agent import Agent, Reached
from collectiq_desktop.sync.ended import Ended
from collectiq_desktop.sync.enrolment import Invitation, Joined, Newcomer
from collectiq_desktop.sync.head_office import HeadOffice, note_head_office
from sync_server.book_peer import BookPeer
from sync_server.placing import placing
from tests.fakes import CountingIds, FixedClock
from tests.plain_books import FIRM, PlainBooks

SERVER_KEY = b"S" * 32
PROGRAM = "CollectIQ test"


@dataclass
class Wire:
    """The line from one counter to the server; it can be cut."""

    firm: TestFirm
    books: Books
    is_cut: bool = False
    asked: list[str] = field(default_factory=list)

    def hello(self, hello: Hello) -> Welcome:
        return self._peer("hello").hello(hello)

    def push(self, push: Push) -> Pushed:
        return self._peer("push").push(push)

    def send_bodies(self, bodies: Bodies) -> None:
        self._peer("bodies").send_bodies(bodies)

    def pull(self, pull: Pull) -> Page:
        return self._peer("pull").pull(pull)

    def day_sums(self, asked: AskedDays) -> Days:
        return self._peer("days").day_sums(asked)

    def bulletins(self, asked: AskedBulletins) -> Bulletins:
        return self._peer("bulletins").bulletins(asked)

    def publish(self, pushed: PushedBulletins) -> TakenBulletins:
        return self._peer("publish").publish(pushed)

    def attachments(self, asked: AskedAttachments) -> Attachments:
        return self._peer("attachments").attachments(asked)

    def send_attachments(self, sent: Attachments) -> None:
        self._peer("attach").send_attachments(sent)

    def _peer(self, verb: str) -> BookPeer:
        self.asked.append(verb)
        if self.is_cut:
            raise LineTrouble("the line is cut")
        return BookPeer(self.firm.server, self.books.identity.device_id, SERVER_KEY)


@dataclass
class Shop:
    """One counter: books that a ledger can be written into, its key and its line."""

    plain: PlainBooks
    key: bytes
    wire: Wire
    agent: Agent

    @property
    def books(self) -> Books:
        return self.plain.books

    def exchange(self) -> Ended:
        return self.agent.exchange()


@dataclass
class TestFirm:
    """The firm's server, and the counters that were enrolled."""

    __test__ = False

    folder: Path
    clock: FixedClock = field(default_factory=FixedClock)
    shops: list[Shop] = field(default_factory=list)
    let_in: list[Newcomer] = field(default_factory=list)
    is_losing_answers: bool = False

    def __post_init__(self) -> None:
        ids = CountingIds(1_000_000)
        self.around = Surroundings(clock=self.clock, ids=ids)
        identity = Identity(
            firm_id=FirmId(b"F" * 16),
            device_id=DeviceId(ids.mint()),
            user_id=UserId(b"S" * 16),
            series_code="H01",
            is_server=True,
        )
        created = FirmCreated(
            firm_id=identity.firm_id,
            fields=fields_of(FIRM),
            device_id=identity.device_id,
            device_name="Head office",
            series_code="H01",
            branch_name="Main bazaar",
        )
        path = self.folder / "server.collectiq"
        self.server = begin_books(path, identity, self.around, [created])
        with self.serving() as (writer, context):
            enrolling.enrol_server(writer, context, public_key_of(SERVER_KEY))

    @contextmanager
    def serving(self) -> Iterator[tuple[Writer, Context]]:
        """One transaction of the server's own."""
        with placing(self.server, SERVER_KEY) as (writer, context):
            yield writer, context

    def add_branch(self, branch_id: str, name: str) -> None:
        with self.serving() as (writer, context):
            record(writer, context, BranchAdded(branch_id=branch_id, name=name), context.ids.mint())

    def revoke(self, shop: Shop) -> None:
        with self.serving() as (writer, context):
            fact_id = FactId(context.ids.mint())
            enrolling.revoke(writer, context, shop.books.identity.device_id, fact_id, "stolen")

    def enrol(
        self, name: str, branch_id: str = MAIN_BRANCH, branches: tuple[str, ...] = ("*",)
    ) -> Shop:
        """A new counter with empty books; its first exchange fills them."""
        number = len(self.shops) + 1
        ids = CountingIds(10_000_000 * number)
        key = bytes([number]) * 32
        asked = Enrolment(
            device_id=DeviceId(ids.mint()),
            name=name,
            public_key=public_key_of(key),
            branch_id=branch_id,
            branches=branches,
        )
        with self.serving() as (writer, context):
            device = enrolling.enrol(writer, context, asked)
        identity = Identity(
            firm_id=self.server.identity.firm_id,
            device_id=device.device_id,
            user_id=UserId(b"u" * 16),
            series_code=device.series_code,
            branch_id=branch_id,
            is_enrolled=True,
        )
        clock = FixedClock(self.clock.at)
        around = Surroundings(clock=clock, ids=ids)
        books = begin_books(self.folder / f"{number}.collectiq", identity, around)
        office = HeadOffice(
            address="https://office.example:8420",
            firm_id=identity.firm_id,
            server_key=public_key_of(SERVER_KEY),
            device_key=public_key_of(key),
        )
        with books.writing() as (writer, _context):
            note_head_office(writer, office)
        return self._take_up(PlainBooks(books, clock, ids), key)

    def join(self, invitation: Invitation, newcomer: Newcomer) -> Joined:
        """Let in whoever has a code; no line between, and no answer where it is lost."""
        asked = Enrolment(
            device_id=newcomer.device_id,
            name=newcomer.name,
            public_key=public_key_of(newcomer.private_key),
        )
        with self.serving() as (writer, context):
            device = enrolling.enrol(writer, context, asked)
        self.let_in.append(newcomer)
        if self.is_losing_answers:
            raise LineTrouble("the answer was lost")
        enrolled = Enrolled(
            firm_id=self.server.identity.firm_id,
            firm_name=FIRM.name,
            device_id=device.device_id,
            user_id=b"u" * 16,
            series_code=device.series_code,
            branch_id=device.branch_id,
            branches=("*",),
            spare_codes=tuple(device.spare_codes.split()),
            server_key=public_key_of(SERVER_KEY),
            now_at=self.clock.now_at(),
        )
        office = HeadOffice(
            address=invitation.address,
            firm_id=self.server.identity.firm_id,
            server_key=enrolled.server_key,
            device_key=asked.public_key,
        )
        return Joined(enrolled=enrolled, office=office)

    def code(self) -> str:
        """A code of this firm's; every one is good here."""
        return code_for(self.server.identity.firm_id, b"0123456789", None).text

    def _take_up(self, plain: PlainBooks, key: bytes) -> Shop:
        wire = Wire(self, plain.books)
        agent = Agent(
            books=plain.books,
            reach=lambda: Reached(wire, key),
            program=PROGRAM,
            repair=plain.books.rebuild,
        )
        shop = Shop(plain, key, wire, agent)
        self.shops.append(shop)
        return shop

    def close(self) -> None:
        """Close all books."""
        for shop in self.shops:
            shop.books.close()
        self.server.close()
