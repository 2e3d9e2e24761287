"""`python -m tests.benchmarks.exchanging --size 10k`: the exchange with a real server over HTTP.

The limit, in the same run, is what gzip over HTTP into SQLite needs for the
same vouchers. CPU is that of both ends together, unless it says whose it is.
With `--postgres` two workers serve firms in a PostgreSQL of the benchmark's own.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from statistics import quantiles
from typing import Any

from sqlalchemy import select

from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId
from collectiq_desktop.core.domain.roles import Employee, Role
from collectiq_desktop.core.queries.finding import FindParties
from collectiq_desktop.core.queries.statements import PartyStatement
from collectiq_desktop.core.services.assigning import AssignParties
from collectiq_desktop.core.services.employees import AddEmployee
from collectiq_desktop.core.services.registry import carry_out
from collectiq_desktop.core.services.signing_in import set_password
from collectiq_desktop.core.storage import tables
from collectiq_desktop.sync import enrolment
from collectiq_desktop.sync.exchange import Exchange, Exchanged
from collectiq_desktop.sync.http_peer import HttpPeer
from sync_server.keys import keys_in
from sync_server.placing import placing
from tests.benchmarks.devices import OWNER
from tests.benchmarks.exchange_limit import RawExchange
from tests.benchmarks.measure import Stopwatch
from tests.benchmarks.phones import PASSWORD, READY
from tests.benchmarks.stage import (
    SeededIds,
    commands_of,
    count_of,
    single_command,
    take_all,
    voucher_command,
)
from tests.benchmarks.table import Bar, Row, print_table, row_of, write_json
from tests.benchmarks.workload import Workload
from tests.e2e.running import ROOT, Counter, RunningServer
from tests.postgres import PostgresServer

_VOUCHERS_A_PARTY = 20
_POSTED = 200
_EVERY_SECONDS = 0.05
_BYTES = Bar(at_most=200, unit="bytes")
_TEN_TIMES = Bar(at_most=10, is_ratio=True)
_INGEST = Bar(at_least=10_000, unit="/CPU s")
_FILL = Bar(at_least=1_000_000 / 90, unit="/s")
_POST = Bar(at_most=100, unit="ms")
_ASKED = Bar(at_most=300, unit="ms")
_FLAT = Bar(at_most=10, unit="MB")
_NONE = Bar(at_most=0)


def _p99(figures: list[float]) -> float:
    return quantiles(figures, n=100)[98] if len(figures) > 1 else figures[0]


def _stats(server: RunningServer) -> Iterator[list[str]]:
    """What the system says of each of the server's processes, from the third field on."""
    assert server.process is not None
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = path.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(told[3]) == server.process.pid:
            yield told


def _server_cpu_s(server: RunningServer) -> float:
    """CPU that the server's processes have spent so far."""
    ticks = sum(int(told[11]) + int(told[12]) for told in _stats(server))
    return ticks / os.sysconf("SC_CLK_TCK")


def _memory_mb(server: RunningServer) -> float:
    """What the server's processes hold in memory."""
    pages = sum(int(told[21]) for told in _stats(server))
    return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


@dataclass
class Spent:
    """What one part of an exchange cost: CPU of both ends, wall time, bytes each way."""

    counter_cpu_s: float = 0.0
    server_cpu_s: float = 0.0
    wall_s: float = 0.0
    up_bytes: int = 0
    down_bytes: int = 0

    @property
    def cpu_s(self) -> float:
        return self.counter_cpu_s + self.server_cpu_s


@dataclass
class Watched:
    """One exchange, its cost told apart: until the first pull, and from there on."""

    server: RunningServer
    counter: Counter
    push: Spent = field(default_factory=Spent)
    pull: Spent = field(default_factory=Spent)

    def run(self) -> Exchanged:
        books, keys = self.counter.books, self.counter.keys
        peer = enrolment.peer_of(books, keys)
        self._watch(peer)
        self._now, self._at = self.push, self._clocks()
        done = Exchange(books, peer, enrolment.key_of(books, keys), "bench").run()
        self._lap(self.pull)
        peer.close()
        return done

    def _clocks(self) -> tuple[float, float, float]:
        return time.process_time(), _server_cpu_s(self.server), time.perf_counter()

    def _lap(self, then: Spent) -> None:
        now, before = self._clocks(), self._at
        self._now.counter_cpu_s += now[0] - before[0]
        self._now.server_cpu_s += now[1] - before[1]
        self._now.wall_s += now[2] - before[2]
        self._now, self._at = then, now

    def _watch(self, peer: HttpPeer) -> None:
        line: Any = peer._line
        post = line._post

        def counting(path: str, body: bytes, headers: dict[str, str]) -> Any:
            if path.endswith("/pull") and self._now is self.push:
                self._lap(self.pull)
            answer = post(path, body, headers)
            self._now.up_bytes += len(body)
            self._now.down_bytes += len(answer[1])
            return answer

        line._post = counting


class Bench:
    """One server and its counters, each a file in one folder."""

    def __init__(self, count: int, size: str, folder: Path, database: str = "") -> None:
        self.count, self.size, self.folder = count, size, folder
        parties = max(1, count // _VOUCHERS_A_PARTY)
        self.workload = Workload(count, parties, later_count=count + _POSTED)
        (folder / "server").mkdir()
        # Each phone names an address of its own, or they would share one count of sign-ins.
        options, workers = ("--behind-proxy",), 2 if database else 1
        self.server = RunningServer(folder / "server", database, workers, options)
        self.server.say("create-firm", "Benchmark Wholesale")
        self.server.start()

    def counter(self, name: str) -> Counter:
        code = self.server.code(name)
        return Counter.enrol(self.folder / name, self.server.address, code)

    def rows(self) -> Iterator[Row]:
        """Everything but the many devices."""
        walk = self.workload.vouchers()
        one = self.counter("one")
        one.exchange()
        total = 1 + self.workload.parties_count + self.count
        take_all(one.books, commands_of(self.workload, islice(walk, self.count)), total)
        print(f"{self.size}: push and pull …", file=sys.stderr)
        yield from self._sent(one)
        print(f"{self.size}: a new counter …", file=sys.stderr)
        two = self.counter("two")
        yield from self._filled(two)
        print(f"{self.size}: posting while it is applied …", file=sys.stderr)
        later = [voucher_command(voucher) for voucher in islice(walk, self.count)]
        take_all(two.books, iter(later), len(later))
        two.exchange()
        yield from self._posted_meanwhile(one, list(walk))
        one.close()
        two.close()

    def _sent(self, counter: Counter) -> Iterator[Row]:
        watched = Watched(self.server, counter)
        sent = watched.run().pushed_count
        push, pull, size = watched.push, watched.pull, self.size
        limit_push, limit_pull = self._limit()
        yield row_of("sent, a voucher", size, push.up_bytes / sent, "bytes", bar=_BYTES)
        yield row_of("fetched, a voucher", size, pull.down_bytes / sent, "bytes", bar=_BYTES)
        yield row_of("push, CPU", size, push.cpu_s, "s CPU", limit=limit_push)
        yield row_of("pull of own, CPU", size, pull.cpu_s, "s CPU", limit=limit_pull)
        both, limit = push.cpu_s + pull.cpu_s, limit_push + limit_pull
        yield row_of("push and pull, CPU", size, both, "s CPU", limit=limit, bar=_TEN_TIMES)
        rate = sent / max(push.server_cpu_s, 0.01)
        # What PostgreSQL itself spends is not counted: there it is told, without a bar.
        bar = None if self.server.database else _INGEST
        yield row_of("server takes in", size, rate, "facts/CPU s", bar=bar)
        yield row_of("push, wall", size, sent / push.wall_s, "facts/s")

    def _limit(self) -> tuple[float, float]:
        """CPU of pushing and of pulling the same vouchers, by the plain way."""
        raw, push, pull = RawExchange(self.folder), Stopwatch(), Stopwatch()
        vouchers = list(islice(self.workload.vouchers(), self.count))
        with push:
            raw.push(iter(vouchers))
        with pull:
            raw.pull()
        raw.close()
        return push.cpu_s, pull.cpu_s

    def _filled(self, counter: Counter) -> Iterator[Row]:
        asked: list[float] = []
        is_over = threading.Event()

        def look() -> None:
            """What somebody does at the new counter meanwhile."""
            while not is_over.wait(_EVERY_SECONDS):
                begun = time.perf_counter()
                if counter.books.ask(FindParties(text="st", limit=10)):
                    known = counter.books.ask(FindParties(text="", limit=1))
                    for party in known[:1]:
                        counter.books.ask(PartyStatement(party_id=party.party_id))
                asked.append((time.perf_counter() - begun) * 1_000)

        looking = threading.Thread(target=look)
        looking.start()
        watched = Watched(self.server, counter)
        filled = watched.run().pulled_count
        is_over.set()
        looking.join()
        spent, size = watched.pull, self.size
        yield row_of("a new counter is filled", size, filled / spent.wall_s, "facts/s", bar=_FILL)
        cpu = filled / spent.counter_cpu_s
        yield row_of("the same, counter's CPU", size, cpu, "facts/CPU s")
        yield row_of("the same, server's CPU", size, spent.server_cpu_s, "s CPU")
        if asked:
            yield row_of("party and statement meanwhile, p99", size, _p99(asked), "ms")

    def _posted_meanwhile(self, counter: Counter, vouchers: list[Any]) -> Iterator[Row]:
        ids, waits = SeededIds(), []
        fetching = threading.Thread(target=counter.exchange)
        fetching.start()
        for voucher in vouchers:
            if voucher.kind not in "SR":
                continue
            command = single_command(voucher, ids.mint())
            begun = time.perf_counter()
            counter.books.run(command)
            waits.append((time.perf_counter() - begun) * 1_000)
            if not fetching.is_alive():
                break
            time.sleep(_EVERY_SECONDS)
        fetching.join()
        yield row_of("post while it is applied, p99", self.size, _p99(waits), "ms", bar=_POST)
        yield row_of("posted meanwhile", self.size, len(waits), "vouchers")

    def many(self, devices_count: int, phones_count: int, seconds: float) -> Iterator[Row]:
        """Many devices and phones at once, each kind from a niced process of its own."""
        print(f"{self.size}: {devices_count} devices, {phones_count} phones …", file=sys.stderr)
        codes, agents = self.folder / "codes", self.folder / "agents"
        self._hire(phones_count, agents)
        told = (self.server.code(f"device {n}") for n in range(devices_count))
        codes.write_text("\n".join(told), encoding="utf-8")
        loads = [_Load.begin("devices", self.server.address, codes, seconds)]
        if phones_count:
            loads.append(_Load.begin("phones", self.server.address, agents, seconds))
        for load in loads:
            load.wait_until_ready()
        for load in loads:
            load.go()
        time.sleep(seconds / 2)
        half_way = _memory_mb(self.server)
        names = (f"{devices_count} devices, sync", f"{phones_count} phones, request")
        for name, load in zip(names, loads, strict=False):
            found = load.found()
            yield row_of(f"{name}, p99", self.size, _p99(found["waits_ms"]), "ms", bar=_ASKED)
            yield row_of(f"{name}, errors", self.size, len(found["errors"]), "", bar=_NONE)
            for error in found["errors"][:3]:
                print(error, file=sys.stderr)
        after = _memory_mb(self.server)
        yield row_of("server's memory after it", self.size, after, "MB")
        yield row_of("grown in the second half", self.size, after - half_way, "MB", bar=_FLAT)

    def _hire(self, count: int, path: Path) -> None:
        """Agents with a password, the parties dealt out among them; and an owner."""
        firm_id = str(self.server.say("firms")["firms"][0]["firm_id"])
        self.server.stop()
        names = [f"Agent {n}" for n in range(count)]
        with self.server.books(firm_id) as books:
            with books.reading() as conn:
                party_id = tables.party.c.party_id
                known = [
                    PartyId(each) for each in conn.scalars(select(party_id).order_by(party_id))
                ]
            everybody = [("Owner", Role.ADMIN), *((name, Role.AGENT) for name in names)]
            with placing(books, keys_in(self.server.folder).signing) as (writer, context):
                acting = replace(context, user_id=OWNER)
                for n, (name, role) in enumerate(everybody):
                    agent_id = OWNER if n == 0 else UserId(books.mint_id())
                    employee = Employee(name=name, role=role)
                    carry_out(writer, AddEmployee(employee_id=agent_id, employee=employee), acting)
                    if n == 0:
                        continue
                    set_password(writer, acting, agent_id, PASSWORD)
                    mine = tuple(known[n - 1 :: count]) or tuple(known[:1])
                    fact_id = FactId(books.mint_id())
                    deal = AssignParties(fact_id=fact_id, agent_id=agent_id, party_ids=mine)
                    carry_out(writer, deal, acting)
                writer.flush()
        path.write_text(json.dumps({"firm_id": firm_id, "names": names}), encoding="utf-8")
        self.server.start()

    def close(self) -> None:
        self.server.kill()


@dataclass
class _Load:
    """A process that asks much of the server, once it is told to."""

    process: subprocess.Popen[str]

    @classmethod
    def begin(cls, name: str, address: str, path: Path, seconds: float) -> _Load:
        words = [address, str(path), str(seconds)]
        command = ["nice", sys.executable, "-m", f"tests.benchmarks.{name}", *words]
        pipe = subprocess.PIPE
        return cls(subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True))

    def wait_until_ready(self) -> None:
        assert self.process.stdout is not None
        assert self.process.stdout.readline().strip() == READY, "the load did not begin"

    def go(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write("go\n")
        self.process.stdin.flush()

    def found(self) -> dict[str, Any]:
        told, _nothing = self.process.communicate()
        found: dict[str, Any] = json.loads(told)
        return found


def main(words: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.exchanging")
    parser.add_argument("--size", default="10k", help="10k, 100k, 1M")
    parser.add_argument("--devices", type=int, default=200)
    parser.add_argument("--phones", type=int, default=500)
    parser.add_argument("--seconds", type=float, default=20, help="how long they come")
    parser.add_argument(
        "--postgres", action="store_true", help="let the server's firms lie in a PostgreSQL"
    )
    parser.add_argument("--json", type=Path, default=Path("build/bench-sync.json"))
    asked = parser.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="collectiq-bench-") as folder, ExitStack() as stack:
        database = ""
        if asked.postgres:
            postgres = PostgresServer(is_durable=True)
            stack.callback(postgres.stop)
            database = postgres.url
        bench = Bench(count_of(asked.size), asked.size, Path(folder), database)
        try:
            found = list(bench.rows())
            if asked.devices:
                found += bench.many(asked.devices, asked.phones, asked.seconds)
        finally:
            bench.close()
    print_table(found)
    write_json(found, asked.json)


if __name__ == "__main__":
    main(sys.argv[1:])
