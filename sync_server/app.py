"""One worker process of the server: its parts are put together here and nowhere else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from anyio import CapacityLimiter, create_task_group, sleep, to_thread
from litestar import Litestar, MediaType, Response, get
from litestar.openapi import OpenAPIConfig

from sync_server.agents.api import agent_handlers
from sync_server.agents.site import site_handlers
from sync_server.caring import Care
from sync_server.config import Config, handed_over
from sync_server.firms import Firms
from sync_server.forwarded import Forwarded
from sync_server.guards import guard
from sync_server.jobs import Jobs
from sync_server.joining import Door
from sync_server.keys import keys_in
from sync_server.logs import start_logs, tell
from sync_server.openapi import document_of, info
from sync_server.outside import server_outside
from sync_server.people import People
from sync_server.people_api import PeopleDoor
from sync_server.sessions import Sessions
from sync_server.stores import locks_of, places_of
from sync_server.sync_api import Office, handlers
from sync_server.throttle import Throttle
from sync_server.waiting import Waiting
from sync_server.watch import MEDIA_TYPE, watch_in

_COUNTS_EVERY_SECONDS = 2
COUNTS_FOLDER = "counts"
HEADS_FOLDER = "heads"
TRIES_FOLDER = "tries"


def office_of(config: Config) -> Office:
    """The parts of one worker, by its set-up."""
    outside = server_outside()
    keys = keys_in(config.root)
    firms = Firms(
        places_of(config),
        outside,
        open_at_most=config.open_firms,
        pushes_in_flight=config.pushes_in_flight,
        care=Care(config.root / HEADS_FOLDER, keys.signing),
    )
    return Office(
        firms=firms,
        door=Door(firms, Waiting(config.root), keys, outside),
        sessions=Sessions(keys.tokens),
        keys=keys,
        outside=outside,
        watch=watch_in(config.root / COUNTS_FOLDER),
        threads=CapacityLimiter(config.threads),
        people=PeopleDoor(
            firms, People(keys.tokens), keys.signing, Throttle(config.root / TRIES_FOLDER)
        ),
    )


def app_of(office: Office, jobs: Jobs | None = None) -> Litestar:
    """The HTTP application over one worker's parts."""

    @get("/health", media_type=MediaType.JSON, summary="Whether the server answers.")
    async def health() -> dict[str, str]:
        return {"status": "ok"}

    @get("/ready", media_type=MediaType.JSON, summary="Whether it reaches its firms.")
    async def ready() -> dict[str, Any]:
        count = await to_thread.run_sync(lambda: len(office.firms.ids()))
        return {"status": "ok", "firms": count}

    @get("/metrics", media_type=MEDIA_TYPE, summary="Counts for Prometheus.")
    async def metrics() -> str:
        return await to_thread.run_sync(office.watch.text)

    @get("/openapi.json", media_type=MediaType.JSON, summary="This document.", sync_to_thread=False)
    def openapi() -> Response[dict[str, Any]]:
        return Response(document_of(app), media_type=MediaType.JSON)

    title, version = info()
    app = Litestar(
        [
            *handlers(office),
            *agent_handlers(office),
            *site_handlers(office),
            health,
            ready,
            metrics,
            openapi,
        ],
        openapi_config=OpenAPIConfig(title=title, version=version, path="/docs", render_plugins=[]),
        lifespan=[_lifespan(office, jobs)],
        before_send=[guard],
        logging_config=None,
        request_max_body_size=None,
    )
    return app


def _lifespan(office: Office, jobs: Jobs | None) -> Any:
    @asynccontextmanager
    async def lifespan(_app: Litestar) -> AsyncIterator[None]:
        tell("worker started")
        async with create_task_group() as tasks:
            tasks.start_soon(_leave_counts, office)
            if jobs is not None:
                tasks.start_soon(jobs.run_for_ever)
            yield
            tasks.cancel_scope.cancel()
        await to_thread.run_sync(office.firms.close)
        office.watch.leave()
        tell("worker stopped")

    return lifespan


async def _leave_counts(office: Office) -> None:
    while True:
        await sleep(_COUNTS_EVERY_SECONDS)
        office.watch.set("collectiq_open_firms", office.firms.open_count)
        await to_thread.run_sync(office.watch.leave)


def create() -> Any:
    """What a worker process serves, by the set-up that it was handed."""
    start_logs()
    config = handed_over()
    office = office_of(config)
    jobs = Jobs(office.firms, locks_of(config, office.firms.places), config, office.watch)
    return served_by(app_of(office, jobs), config)


def served_by(app: Litestar, config: Config) -> Any:
    """The application as it is served: by itself, or behind a proxy."""
    return Forwarded(app) if config.is_behind_proxy else app
