"""Another counter of the firm, as far as its facts reach this one."""

from __future__ import annotations

from dataclasses import dataclass, field

from collectiq_desktop.core.domain.ids import DeviceId, FactId, UserId
from collectiq_desktop.core.services.places import take_places
from collectiq_desktop.core.services.record import branches_of
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.codec import (
    Link,
    encode,
    fact_hash,
    first_hash,
    link_hash,
    version_of,
)
from collectiq_desktop.core.wire.facts import Body, Fact, kind_of
from collectiq_desktop.core.wire.peer import PlacedLink
from tests.core.looking import begin_order, placed_links
from tests.plain_books import PlainBooks

ACCEPTED = "accepted"


@dataclass
class Elsewhere:
    """Makes facts on a chain of its own, and lets the server place them here."""

    plain: PlainBooks
    device_id: DeviceId = field(default_factory=lambda: DeviceId(b"E" * 16))
    device_seq: int = 0
    hash: bytes = b""

    def __post_init__(self) -> None:
        begin_order(self.plain.books)

    def place(self, body: Body, fact_id: bytes, verdict: str = ACCEPTED) -> Fact:
        """Place a fact from there at the end of the firm's order, after all own ones."""
        self.place_own()
        return self.place_first(body, fact_id, verdict)

    def place_first(self, body: Body, fact_id: bytes, verdict: str = ACCEPTED) -> Fact:
        """Place a fact from there before the own ones that are not placed yet."""
        with self.plain.books.reading() as conn:
            branches = branches_of(Writer(conn), body)
        fact = Fact(
            fact_id=FactId(fact_id),
            user_id=UserId(b"U" * 16),
            kind=kind_of(body),
            version=version_of(body),
            branches=branches,
            seen_epoch=1,
            seen_firm_seq=0,
            origin=None,
            recorded_at=self.plain.clock.now_at(),
            body=encode(body),
        )
        self._take(fact, self._link(fact), verdict)
        return fact

    def _link(self, fact: Fact) -> Link:
        firm_id = self.plain.books.identity.firm_id
        before = self.hash or first_hash(firm_id, self.device_id)
        hashed = fact_hash(fact)
        self.device_seq += 1
        self.hash = link_hash(before, hashed)
        return Link(self.device_id, self.device_seq, fact.fact_id, hashed, self.hash)

    def place_own(self, verdict: str = ACCEPTED) -> None:
        """Place what this counter has recorded and the server has not seen yet."""
        for link, fact in placed_links(self.plain.books, is_placed=False):
            self._take(fact, link, verdict)

    def _take(self, fact: Fact, link: Link, verdict: str) -> None:
        books = self.plain.books
        placement = PlacedLink(
            firm_seq=len(placed_links(books, is_placed=True)) + 1,
            epoch=1,
            link=link,
            verdict=verdict,
            effective_at=fact.recorded_at,
            fact=fact,
        )
        self._take_in(placement)

    def _take_in(self, placement: PlacedLink) -> None:
        with self.plain.books.writing() as (writer, context):
            take_places(writer, context, [placement])
