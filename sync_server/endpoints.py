"""One question over HTTP: where it is asked, what it says, how it is answered.

The event loop only takes bodies in and hands answers out; unpacking, the books
and packing are a thread's work.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import Any, NamedTuple

from anyio import CapacityLimiter, to_thread
from litestar import Response, post
from litestar.handlers import HTTPRouteHandler

from collectiq_desktop.core.domain.clock import Clock
from collectiq_desktop.core.wire.peer import Message
from sync_server.bodies import AnyRequest, Body, answer, body_of
from sync_server.logs import log, tell
from sync_server.refusals import refusal_of
from sync_server.watch import Watch


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One question: where it is asked, what it says, what is answered."""

    verb: str
    path: str
    asks: type[Message]
    gives: type[Message]
    summary: str
    has_session: bool = True


class Asking(NamedTuple):
    """What comes beside a question: headers, from where, and when by the server's clock."""

    headers: Mapping[str, str]
    address: str
    now_at: int


Work = Callable[[Any, Asking], Message]
"""What answers a question."""


class FrontDesk(NamedTuple):
    """What every answer needs: threads to work in, and who counts."""

    threads: CapacityLimiter
    watch: Watch
    clock: Clock


def handler_of(desk: FrontDesk, endpoint: Endpoint, work: Work) -> HTTPRouteHandler:
    """The handler of one question."""

    def carry_out(request: AnyRequest, body: Body) -> Response[bytes]:
        asked = body.read(endpoint.asks)
        address = request.client.host if request.client is not None else ""
        return answer(request, work(asked, Asking(request.headers, address, desk.clock.now_at())))

    async def handle(request: AnyRequest) -> Response[bytes]:
        begun = perf_counter()
        received = 0
        try:
            body = await body_of(request)
            received = len(body.told)
            told = await to_thread.run_sync(
                carry_out, request, body, abandon_on_cancel=False, limiter=desk.threads
            )
        except Exception as error:  # noqa: BLE001 -- each becomes an answer; a bug is logged
            told = _refused(request, endpoint, error)
        _note(desk, endpoint, told, received, perf_counter() - begun)
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
    tell("refused", verb=endpoint.verb, status=refusal.status, why=refusal.trouble.word)
    if refusal.retry_after_seconds is not None:
        told.headers["Retry-After"] = str(refusal.retry_after_seconds)
    return told


def _note(
    desk: FrontDesk, endpoint: Endpoint, told: Response[bytes], received: int, seconds: float
) -> None:
    verb, status, sent = endpoint.verb, told.status_code or 200, len(told.content)
    desk.watch.took(verb, status, seconds)
    desk.watch.add("collectiq_received_bytes_total", received, verb=verb)
    desk.watch.add("collectiq_sent_bytes_total", sent, verb=verb)
    tell(
        "request",
        verb=verb,
        status=status,
        ms=round(seconds * 1_000, 1),
        received=received,
        sent=sent,
    )
