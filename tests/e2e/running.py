"""A real server in a process of its own, and counters that reach it over a port."""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.ids import FirmId
from collectiq_desktop.core.queries.exchange import told_standings
from collectiq_desktop.core.storage.dump import fingerprints
from collectiq_desktop.sync import enrolment
from collectiq_desktop.sync.device_keys import FileKeys
from collectiq_desktop.sync.exchange import Exchange, Exchanged
from collectiq_desktop.sync.line import Patience
from sync_server.cli import main
from sync_server.config import Config
from sync_server.outside import server_outside
from sync_server.stores import places_of

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = Patience(connect_seconds=5, read_seconds=20)


def free_port() -> int:
    """A port that nobody has just now."""
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return int(asking.getsockname()[1])


def say(folder: Path, *words: str, database: str = "") -> dict[str, Any]:
    """What `collectiq-server` answers, beside the process that serves."""
    given = ["--folder", str(folder), "--json"]
    given += ["--database", database] if database else []
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([*given, *words])
    assert code == 0, err.getvalue()
    answer: dict[str, Any] = json.loads(out.getvalue())
    return answer


@dataclass
class RunningServer:
    """`collectiq-server run` over a folder."""

    folder: Path
    database: str = ""
    workers: int = 1
    options: Sequence[str] = ()
    scheme: str = "http"
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[str] | None = None

    @property
    def address(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"

    def start(self) -> RunningServer:
        """Start it, and wait until it answers."""
        command = [sys.executable, "-m", "sync_server", "--folder", str(self.folder)]
        command += ["--database", self.database] if self.database else []
        command += ["run", "--port", str(self.port), "--workers", str(self.workers)]
        with (self.folder / "server.log").open("a", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                [*command, *self.options],
                cwd=ROOT,
                stdout=log,
                stderr=log,
                text=True,
                start_new_session=True,
            )
        self.wait_until_up()
        return self

    def wait_until_up(self) -> None:
        for _n in range(600):
            assert self.process is not None
            assert self.process.poll() is None, self.log()
            try:
                if requests.get(f"{self.address}/health", timeout=5, verify=False).ok:
                    return
            except requests.RequestException:
                time.sleep(0.1)
        raise AssertionError(self.log())

    def log(self) -> str:
        return (self.folder / "server.log").read_text(encoding="utf-8")

    def stop(self) -> int:
        """Ask it to stop, as a system does; gives its exit code."""
        assert self.process is not None
        self.process.terminate()
        code = self.process.wait(timeout=60)
        self.process = None
        return code

    def kill(self) -> None:
        """Kill it and its workers, as a power cut does."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def say(self, *words: str) -> dict[str, Any]:
        return say(self.folder, *words, database=self.database)

    @contextlib.contextmanager
    def books(self, firm_id: str) -> Iterator[Books]:
        """A firm's books as the server has them; it does not run."""
        places = places_of(Config(folder=str(self.folder), database=self.database))
        books = Books.open(places.at(FirmId(bytes.fromhex(firm_id))), server_outside())
        yield books
        books.close()
        places.close()

    def code(self, *words: str) -> str:
        """A code for a new counter."""
        return str(self.say("enrol-code", *words)["code"])


@dataclass
class Counter:
    """One enrolled counter with its own file and key."""

    books: Books
    keys: FileKeys

    @classmethod
    def enrol(cls, folder: Path, address: str, code: str) -> Counter:
        """A new counter in a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        keys, outside = FileKeys(folder / "keys"), server_outside()
        newcomer = enrolment.new_counter(folder.name, keys, outside)
        invitation = enrolment.parse_invitation(address, code)
        joined = enrolment.join(invitation, newcomer, PATIENCE)
        return cls(enrolment.make_books(folder / "shop.collectiq", joined, outside), keys)

    @classmethod
    def open(cls, folder: Path, outside: Surroundings | None = None) -> Counter:
        """A counter that was enrolled before."""
        books = Books.open(folder / "shop.collectiq", outside or server_outside())
        return cls(books, FileKeys(folder / "keys"))

    def exchange(self) -> Exchanged:
        """One exchange with the head office that the books name."""
        peer = enrolment.peer_of(self.books, self.keys, PATIENCE)
        try:
            key = enrolment.key_of(self.books, self.keys)
            return Exchange(self.books, peer, key, "test").run()
        finally:
            peer.close()

    def close(self) -> None:
        self.books.close()


def same(*all_books: Books) -> bool:
    """Whether several books hold the same, placed and worked out."""
    seen: list[Any] = []
    for books in all_books:
        with books.reading() as conn:
            seen.append((fingerprints(conn), told_standings(conn, None)))
    return all(each == seen[0] for each in seen)
