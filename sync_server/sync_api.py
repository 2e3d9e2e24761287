"""What devices ask over HTTP: joining, sessions and the exchange.

Each is answered in a thread of its own (`endpoints`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from anyio import CapacityLimiter
from litestar.handlers import HTTPRouteHandler
from msgspec.structs import replace

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.wire.joining import (
    AskedChallenge,
    AskedEnrolment,
    AskedSession,
    Challenge,
    Done,
    Enrolled,
    Session,
)
from collectiq_desktop.core.wire.peer import (
    AskedAttachments,
    AskedBulletins,
    AskedDays,
    Attachments,
    Bodies,
    Bulletins,
    Days,
    Hello,
    Message,
    Page,
    Pull,
    Push,
    Pushed,
    PushedBulletins,
    TakenBulletins,
    Welcome,
)
from sync_server import people_api
from sync_server.book_peer import BookPeer
from sync_server.endpoints import Endpoint, FrontDesk, Work, handler_of
from sync_server.firms import Firms
from sync_server.joining import Door
from sync_server.keys import ServerKeys
from sync_server.people_api import PeopleDoor
from sync_server.sessions import SESSION_SECONDS, Sessions, Speaker, is_of_firm
from sync_server.watch import Watch


@dataclass(frozen=True, slots=True)
class Office:
    """One worker's half of the server: the firms, who is let in, what is counted."""

    firms: Firms
    door: Door
    sessions: Sessions
    keys: ServerKeys
    outside: Surroundings
    watch: Watch
    threads: CapacityLimiter
    people: PeopleDoor

    def now_at(self) -> int:
        """The instant by the server's clock."""
        return self.outside.clock.now_at()

    # What is asked, each in a thread of its own.

    def enrol(self, asked: AskedEnrolment, _header: str) -> Enrolled:
        return self.door.enrol(asked)

    def challenge(self, asked: AskedChallenge, _header: str) -> Challenge:
        return Challenge(challenge=self.sessions.challenge(asked, self.now_at()))

    def session(self, asked: AskedSession, _header: str) -> Session:
        token = self.sessions.begin(asked, self.now_at())
        return Session(token=token, seconds=SESSION_SECONDS)

    def hello(self, asked: Hello, header: str) -> Welcome:
        with self._peer(header, self.firms.using) as (peer, is_known):
            if not is_known:
                # Only a device of the firm is believed that places were lost.
                asked = replace(asked, epochs=(), firm_seq=0)
            return peer.hello(asked)

    def push(self, asked: Push, header: str) -> Pushed:
        with self._peer(header, self.firms.pushing) as (peer, _is_known):
            pushed = peer.push(asked)
        self.watch.add("collectiq_pushed_facts_total", len(asked.links))
        return pushed

    def bodies(self, asked: Bodies, header: str) -> Done:
        with self._peer(header, self.firms.pushing) as (peer, _is_known):
            peer.send_bodies(asked)
        return Done()

    def pull(self, asked: Pull, header: str) -> Page:
        with self._peer(header, self.firms.using) as (peer, _is_known):
            page = peer.pull(asked)
        self.watch.add("collectiq_pulled_places_total", len(page.places))
        return page

    def days(self, asked: AskedDays, header: str) -> Days:
        with self._peer(header, self.firms.using) as (peer, _is_known):
            return peer.day_sums(asked)

    def bulletins(self, asked: AskedBulletins, header: str) -> Bulletins:
        with self._peer(header, self.firms.using) as (peer, _is_known):
            return peer.bulletins(asked)

    def publish(self, asked: PushedBulletins, header: str) -> TakenBulletins:
        with self._peer(header, self.firms.pushing) as (peer, _is_known):
            return peer.publish(asked)

    def attachments(self, asked: AskedAttachments, header: str) -> Attachments:
        with self._peer(header, self.firms.using) as (peer, _is_known):
            return peer.attachments(asked)

    def attach(self, sent: Attachments, header: str) -> Done:
        with self._peer(header, self.firms.pushing) as (peer, _is_known):
            peer.send_attachments(sent)
        return Done()

    @contextmanager
    def _peer(self, header: str, opened: Callable[..., Any]) -> Iterator[tuple[BookPeer, bool]]:
        """The books as the one who speaks may reach them, and whether they know him."""
        speaker: Speaker = self.sessions.speaker(header, self.now_at())
        with opened(speaker.firm_id) as books:
            assert isinstance(books, Books)
            is_known = is_of_firm(books, speaker)
            yield BookPeer(books, speaker.device_id, self.keys.signing), is_known


ENDPOINTS = (
    Endpoint("enrol", "/v1/enrol", AskedEnrolment, Enrolled, "Let a device in by its code.", False),
    Endpoint(
        "challenge",
        "/v1/session/challenge",
        AskedChallenge,
        Challenge,
        "Ask for what a device has to sign.",
        False,
    ),
    Endpoint("session", "/v1/session", AskedSession, Session, "Begin a session.", False),
    Endpoint("hello", "/v1/sync/hello", Hello, Welcome, "Begin an exchange."),
    Endpoint("push", "/v1/sync/push", Push, Pushed, "Hand over a stretch of a chain."),
    Endpoint("bodies", "/v1/sync/bodies", Bodies, Done, "Hand over facts that are missing."),
    Endpoint("pull", "/v1/sync/pull", Pull, Page, "Ask for the next places."),
    Endpoint("days", "/v1/sync/days", AskedDays, Days, "Ask what days come to."),
    Endpoint(
        "bulletins", "/v1/sync/bulletins", AskedBulletins, Bulletins, "Ask what was published."
    ),
    Endpoint(
        "publish", "/v1/sync/publish", PushedBulletins, TakenBulletins, "Hand over bulletins."
    ),
    Endpoint(
        "attachments",
        "/v1/sync/attachments",
        AskedAttachments,
        Attachments,
        "Ask for pictures by their hashes.",
    ),
    Endpoint("attach", "/v1/sync/attach", Attachments, Done, "Hand over pictures."),
)


def handlers(office: Office) -> list[HTTPRouteHandler]:
    """A handler for each question of devices and of people."""

    def of_devices(endpoint: Endpoint) -> Work:
        work: Callable[[Any, str], Message] = getattr(office, endpoint.verb)
        return lambda asked, asking: work(asked, asking.headers.get("authorization", ""))

    door, of_people = office.people, people_api.ENDPOINTS
    desk = FrontDesk(office.threads, office.watch, office.outside.clock)
    return [
        *(handler_of(desk, endpoint, of_devices(endpoint)) for endpoint in ENDPOINTS),
        *(handler_of(desk, endpoint, getattr(door, endpoint.verb)) for endpoint in of_people),
    ]
