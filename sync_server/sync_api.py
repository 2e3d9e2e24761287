"""What devices ask over HTTP: joining, sessions and the exchange.

The event loop only takes bodies in and hands answers out; unpacking, the books
and packing are a thread's work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from anyio import CapacityLimiter, to_thread
from litestar import Response, post
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
    AskedBulletins,
    AskedDays,
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
from sync_server.bodies import AnyRequest, Body, answer, body_of
from sync_server.book_peer import BookPeer
from sync_server.firms import Firms
from sync_server.joining import Door
from sync_server.keys import ServerKeys
from sync_server.logs import log, tell
from sync_server.refusals import refusal_of
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

    @contextmanager
    def _peer(self, header: str, opened: Callable[..., Any]) -> Iterator[tuple[BookPeer, bool]]:
        """The books as the one who speaks may reach them, and whether they know him."""
        speaker: Speaker = self.sessions.speaker(header, self.now_at())
        with opened(speaker.firm_id) as books:
            assert isinstance(books, Books)
            is_known = is_of_firm(books, speaker)
            yield BookPeer(books, speaker.device_id, self.keys.signing), is_known


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One question: where it is asked, what it says, what is answered."""

    verb: str
    path: str
    asks: type[Message]
    gives: type[Message]
    summary: str
    has_session: bool = True


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
)


def handlers(office: Office) -> list[HTTPRouteHandler]:
    """A handler for each question."""
    return [_handler(office, endpoint) for endpoint in ENDPOINTS]


def _handler(office: Office, endpoint: Endpoint) -> HTTPRouteHandler:
    work: Callable[[Any, str], Message] = getattr(office, endpoint.verb)

    def carry_out(request: AnyRequest, body: Body) -> Response[bytes]:
        asked = body.read(endpoint.asks)
        return answer(request, work(asked, request.headers.get("authorization", "")))

    async def handle(request: AnyRequest) -> Response[bytes]:
        begun = perf_counter()
        received = 0
        try:
            body = await body_of(request)
            received = len(body.told)
            told = await to_thread.run_sync(
                carry_out, request, body, abandon_on_cancel=False, limiter=office.threads
            )
        except Exception as error:  # noqa: BLE001 -- each becomes an answer; a bug is logged
            told = _refused(request, endpoint, error)
        _note(office, endpoint, told, received, perf_counter() - begun)
        return told

    return post(
        endpoint.path,
        status_code=200,
        operation_id=endpoint.verb,
        summary=endpoint.summary,
        opt={"endpoint": endpoint},
    )(handle)


def _refused(request: AnyRequest, endpoint: Endpoint, error: Exception) -> Response[bytes]:
    refusal = refusal_of(error)
    if refusal.trouble.word == "bug":
        log.error("bug", exc_info=error, extra={"told": {"verb": endpoint.verb}})
    told = answer(request, refusal.trouble, refusal.status)
    if refusal.retry_after_seconds is not None:
        told.headers["Retry-After"] = str(refusal.retry_after_seconds)
    return told


def _note(
    office: Office, endpoint: Endpoint, told: Response[bytes], received: int, seconds: float
) -> None:
    verb, status, sent = endpoint.verb, told.status_code or 200, len(told.content)
    office.watch.took(verb, status, seconds)
    office.watch.add("collectiq_received_bytes_total", received, verb=verb)
    office.watch.add("collectiq_sent_bytes_total", sent, verb=verb)
    tell(
        "request",
        verb=verb,
        status=status,
        ms=round(seconds * 1_000, 1),
        received=received,
        sent=sent,
    )
