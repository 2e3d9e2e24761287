"""What end-to-end tests have at hand: one running server that all of a module share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from tests.e2e.running import RunningServer
from tests.engines import POSTGRES, SQLITE, files_only

__all__ = ["files_only"]

NewServer = Callable[[Path, str], RunningServer]
WORKERS = 2


@pytest.fixture(scope="session")
def new_server(request: pytest.FixtureRequest) -> NewServer:
    """Makes servers that do not run yet: on files, or with two workers on a new database."""
    made: list[str] = []

    def make(folder: Path, engine: str) -> RunningServer:
        if engine == SQLITE:
            return RunningServer(folder)
        url: str = request.getfixturevalue("postgres").url
        name = f"server{len(made)}"
        made.append(name)
        with psycopg.connect(url, autocommit=True) as conn:
            conn.execute(f"CREATE DATABASE {name}".encode())
        return RunningServer(folder, url.replace("/postgres", f"/{name}"), workers=WORKERS)

    return make


@pytest.fixture(scope="module", params=[SQLITE, POSTGRES])
def server(
    request: pytest.FixtureRequest,
    new_server: NewServer,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[RunningServer]:
    """A server with one firm and a second branch."""
    running = new_server(tmp_path_factory.mktemp("server"), request.param)
    running.say("create-firm", "Shree Test Wholesale")
    running.say("add-branch", "B", "Bhuj")
    running.start()
    yield running
    running.kill()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a test's counters lie."""
    return tmp_path / "counters"
