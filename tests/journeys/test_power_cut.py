"""The plug is pulled at any moment: nothing acknowledged is lost, nothing doubled."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.services.parties import AddParty
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.dump import dump
from collectiq_desktop.core.storage.sqlite import new_path
from tests.fakes import CountingIds, FixedClock

ROOT = Path(__file__).resolve().parents[2]
IDS_A_ROUND = 1_000_000


def _around(start: int = 0) -> Surroundings:
    return Surroundings(clock=FixedClock(), ids=CountingIds(start))


def _new_books(path: Path) -> PartyId:
    books = Books.create(path, Firm(name="Power Cut Traders"), _around())
    party_id = PartyId(books.mint_id())
    books.run(AddParty(party_id=party_id, party=Party(name="Asha Stores")))
    books.close()
    return party_id


def _start(*arguments: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.power", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def _kill_after(process: subprocess.Popen[str], seconds: float) -> list[str]:
    """Kill the process without warning; the ids that it had acknowledged."""
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    out, _err = process.communicate()
    lines = out.splitlines(keepends=True)
    return [line.strip() for line in lines if line.endswith("\n")]


def _voucher_ids(books: Books) -> list[str]:
    with books.reading() as conn:
        return [row.hex() for row in conn.execute(select(tables.voucher.c.voucher_id)).scalars()]


def _cut_power(tmp_path: Path, rounds: int) -> int:
    path = tmp_path / "shop.ciq"
    party_id = _new_books(path)
    chance = random.Random(20261122)
    acknowledged: set[str] = set()
    for number in range(1, rounds + 1):
        process = _start("work", str(path), str(number * IDS_A_ROUND), party_id.hex())
        acknowledged.update(_kill_after(process, chance.uniform(0.01, 0.35)))
        books = Books.open(path, _around())
        stored = _voucher_ids(books)
        assert len(stored) == len(set(stored))
        assert acknowledged <= set(stored)
        verification = books.verify()
        assert verification.ok, verification.checks
        books.close()
    return len(acknowledged)


def test_each_acknowledged_voucher_is_there_once_after_every_cut(tmp_path: Path) -> None:
    assert _cut_power(tmp_path, rounds=6) > 100


@pytest.mark.prove
def test_the_same_a_hundred_times(tmp_path: Path) -> None:
    assert _cut_power(tmp_path, rounds=100) > 1_000


def _cut_rebuilds(tmp_path: Path, rounds: int) -> None:
    path = tmp_path / "shop.ciq"
    party_id = _new_books(path)
    process = _start("work", str(path), str(IDS_A_ROUND), party_id.hex())
    _kill_after(process, 1.0)
    books = Books.open(path, _around())
    with books.reading() as conn:
        wanted = dump(conn)
    books.close()
    chance = random.Random(5)
    for _round in range(rounds):
        _kill_after(_start("rebuild", str(path)), chance.uniform(0.005, 0.4))
        books = Books.open(path, _around())
        with books.reading() as conn:
            assert dump(conn) == wanted
        books.close()
    books = Books.open(path, _around())
    books.rebuild()
    assert books.verify().ok
    assert not new_path(path).exists()
    books.close()


def test_a_cut_in_the_middle_of_a_rebuild_leaves_the_old_books_or_the_new(tmp_path: Path) -> None:
    _cut_rebuilds(tmp_path, rounds=10)


@pytest.mark.prove
def test_a_hundred_cut_rebuilds(tmp_path: Path) -> None:
    _cut_rebuilds(tmp_path, rounds=100)
