"""A server and three counters, real processes over a line that cuts, killed at random.

Each round kills some of them with SIGKILL, in whatever they are doing, and
starts them again. At the end every acknowledged fact is at the server exactly
once, and all books are equal.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter as Tally
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import select

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.queries.exchange import count_unsent
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.facts import is_void
from collectiq_desktop.sync import enrolment
from tests.e2e.busy_counter import ACKNOWLEDGED, STOP
from tests.e2e.conftest import NewServer
from tests.e2e.cutting_proxy import CuttingProxy, Fate
from tests.e2e.running import ROOT, Counter, RunningServer, same
from tests.engines import POSTGRES, SQLITE

COUNTERS = ("one", "two", "three")
QUICK_ROUNDS, LONG_ROUNDS = 5, 100


@dataclass
class Shop:
    """One counter's process, and where it keeps things."""

    folder: Path
    process: subprocess.Popen[str] | None = None
    starts_count: int = 0

    def start(self, seed: int) -> None:
        self.starts_count += 1
        command = [sys.executable, "-m", "tests.e2e.busy_counter", str(self.folder)]
        command.append(f"{seed} {self.starts_count}")
        with (self.folder / "shop.log").open("a", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                [*command, f"{seed} {self.starts_count}"],
                cwd=ROOT,
                stdout=log,
                stderr=log,
                text=True,
            )

    def kill(self) -> None:
        assert self.process is not None
        assert self.process.poll() is None, self.log()
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def finish(self) -> None:
        """Let it end what it does, by itself."""
        (self.folder / STOP).touch()
        assert self.process is not None
        assert self.process.wait(timeout=120) == 0, self.log()

    def log(self) -> str:
        return (self.folder / "shop.log").read_text(encoding="utf-8")

    def acknowledged(self) -> list[str]:
        """What was acknowledged; a line cut off by a kill was not."""
        text = (self.folder / ACKNOWLEDGED).read_text(encoding="utf-8")
        return [line for line in text.split("\n")[:-1] if line]


@dataclass
class Scene:
    """The firm while it is being killed."""

    server: RunningServer
    folder: Path
    dice: random.Random
    shops: list[Shop] = field(default_factory=list)

    def open(self) -> None:
        self.server.say("create-firm", "Killed Traders")
        self.server.start()
        self.proxy = CuttingProxy(self.server.port, self.dice, cut_share=0.25).start()
        for name in COUNTERS:
            code = self.server.code(name)
            counter = Counter.enrol(self.folder / name, self.server.address, code)
            enrolment.move_head_office(counter.books, self.proxy.address)
            counter.close()
            self.shops.append(Shop(self.folder / name))
        # Whatever chance does, some answer is cut off.
        self.proxy.befall(Fate(down_bytes=700))

    def play(self, rounds_count: int) -> None:
        for shop in self.shops:
            shop.start(self.dice.randrange(1 << 30))
        for _n in range(rounds_count):
            time.sleep(self.dice.uniform(0.5, 2.5))
            killed = [shop for shop in self.shops if self.dice.random() < 0.5]
            is_server_killed = self.dice.random() < 0.6 or not killed
            if is_server_killed:
                self.server.kill()
            for shop in killed:
                shop.kill()
            if is_server_killed:
                self.server.start()
            for shop in killed:
                shop.start(self.dice.randrange(1 << 30))

    def settle(self) -> list[Counter]:
        """Let everybody finish, and exchange on a good line until nobody has news."""
        for shop in self.shops:
            shop.finish()
        self.proxy.stop()
        counters = [Counter.open(shop.folder) for shop in self.shops]
        for counter in counters:
            enrolment.move_head_office(counter.books, self.server.address)
        for _round in range(2):
            for counter in counters:
                assert counter.exchange().differing == ()
        return counters


def check(scene: Scene, counters: list[Counter]) -> int:
    """Everything acknowledged is at the server once, and all books are equal."""
    acknowledged = [line for shop in scene.shops for line in shop.acknowledged()]
    assert len(set(acknowledged)) == len(acknowledged)
    (firm_id,) = [each["firm_id"] for each in scene.server.say("firms")["firms"]]
    assert scene.server.stop() == 0
    with scene.server.books(firm_id) as server:
        placed = _placed(server)
        assert {fact_id for fact_id in acknowledged if placed[fact_id] != 1} == set()
        assert same(server, *(counter.books for counter in counters))
        assert server.verify().ok
    for counter in counters:
        with counter.books.reading() as conn:
            assert count_unsent(conn, counter.books.identity.device_id) == 0
        assert counter.books.verify().ok
        counter.close()
    return len(acknowledged)


def _placed(server: Books) -> Tally[str]:
    """How often each fact has a place of its own, and that places have no gap."""
    place = tables.place.c
    statement = select(place.firm_seq, place.fact_id, place.verdict).where(~is_void())
    with server.reading() as conn:
        rows = conn.execute(statement.order_by(place.firm_seq)).all()
    assert [row.firm_seq for row in rows] == list(range(1, len(rows) + 1))
    return Tally(row.fact_id.hex() for row in rows if row.verdict not in ("again", "missing"))


def run_scene(server: RunningServer, folder: Path, rounds_count: int, seed: int) -> None:
    scene = Scene(server, folder, random.Random(seed))
    try:
        scene.open()
        scene.play(rounds_count)
        facts_count = check(scene, scene.settle())
        assert facts_count > rounds_count
        assert scene.proxy.cuts_count > 0
    finally:
        server.kill()
        for shop in scene.shops:
            if shop.process is not None and shop.process.poll() is None:
                shop.process.kill()


@pytest.mark.parametrize("below", [SQLITE, POSTGRES])
def test_five_rounds(tmp_path: Path, new_server: NewServer, below: str) -> None:
    run_scene(new_server(tmp_path, below), tmp_path, QUICK_ROUNDS, seed=1)


@pytest.mark.prove
@pytest.mark.parametrize("below", [SQLITE, POSTGRES])
def test_a_hundred_rounds(tmp_path: Path, new_server: NewServer, below: str) -> None:
    run_scene(new_server(tmp_path, below), tmp_path, LONG_ROUNDS, seed=2)
