"""The plug is pulled at any moment: nothing acknowledged is lost, nothing doubled."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import select

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.services.parties import AddParty
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.database import BooksAt
from collectiq_desktop.core.storage.dump import dump
from collectiq_desktop.core.storage.postgres import SchemaAt
from collectiq_desktop.core.storage.sqlite import FileAt, new_path
from tests.engines import POSTGRES, SQLITE, Server
from tests.fakes import CountingIds, FixedClock
from tests.journeys.power import WITH_CASH

ROOT = Path(__file__).resolve().parents[2]
IDS_A_ROUND = 1_000_000


def _around(start: int = 0) -> Surroundings:
    return Surroundings(clock=FixedClock(), ids=CountingIds(start))


class Shop(NamedTuple):
    """Where books lie, and how another process is told of it."""

    at: BooksAt
    address: str


@pytest.fixture(params=[SQLITE, POSTGRES])
def shop(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shop]:
    """Where the shop's books lie, on either engine."""
    if request.param == SQLITE:
        path = tmp_path / "shop.ciq"
        yield Shop(FileAt(path), str(path))
        return
    server: Server = request.getfixturevalue("postgres")
    at = server.postgres.firm("power_cut")
    yield Shop(at, f"{server.url}#power_cut")
    at.remove()


def _new_books(at: BooksAt) -> PartyId:
    books = Books.create(at, Firm(name="Power Cut Traders"), _around())
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


def _no_sale_lost_its_cash(books: Books) -> None:
    """What came with a sale is there with it, or neither is."""
    column = tables.voucher.c
    with books.reading() as conn:
        sales = select(column.voucher_id).where(column.reference == WITH_CASH)
        sold = {sale_id.hex() for sale_id in conn.execute(sales).scalars()}
        receipts = select(column.reference).where(column.reference.not_in(("", WITH_CASH)))
        assert set(conn.execute(receipts).scalars()) == sold


def _cut_power(shop: Shop, rounds: int) -> int:
    party_id = _new_books(shop.at)
    chance = random.Random(20261122)
    acknowledged: set[str] = set()
    for number in range(1, rounds + 1):
        process = _start("work", shop.address, str(number * IDS_A_ROUND), party_id.hex())
        acknowledged.update(_kill_after(process, chance.uniform(0.01, 0.35)))
        books = Books.open(shop.at, _around())
        stored = _voucher_ids(books)
        assert len(stored) == len(set(stored))
        assert acknowledged <= set(stored)
        _no_sale_lost_its_cash(books)
        verification = books.verify()
        assert verification.ok, verification.checks
        books.close()
    return len(acknowledged)


def test_each_acknowledged_voucher_is_there_once_after_every_cut(shop: Shop) -> None:
    assert _cut_power(shop, rounds=6) > 20


@pytest.mark.prove
def test_the_same_a_hundred_times(shop: Shop) -> None:
    assert _cut_power(shop, rounds=100) > 400


def _cut_rebuilds(shop: Shop, rounds: int) -> None:
    party_id = _new_books(shop.at)
    process = _start("work", shop.address, str(IDS_A_ROUND), party_id.hex())
    _kill_after(process, 1.0)
    books = Books.open(shop.at, _around())
    with books.reading() as conn:
        wanted = dump(conn)
    books.close()
    chance = random.Random(5)
    for _round in range(rounds):
        _kill_after(_start("rebuild", shop.address), chance.uniform(0.005, 0.4))
        books = Books.open(shop.at, _around())
        with books.reading() as conn:
            assert dump(conn) == wanted
        books.close()
    books = Books.open(shop.at, _around())
    books.rebuild()
    assert books.verify().ok
    _nothing_lies_beside(books.at)
    books.close()


def _nothing_lies_beside(at: BooksAt) -> None:
    if isinstance(at, FileAt):
        assert not new_path(at.path).exists()
        return
    assert isinstance(at, SchemaAt)
    sql = "SELECT nspname FROM pg_namespace WHERE nspname LIKE %s"
    with at.engine.connect() as conn:
        assert conn.exec_driver_sql(sql, (f"{at.name}%",)).scalars().all() == [at.name]


def test_a_cut_in_the_middle_of_a_rebuild_leaves_the_old_books_or_the_new(shop: Shop) -> None:
    _cut_rebuilds(shop, rounds=10)


@pytest.mark.prove
def test_a_hundred_cut_rebuilds(shop: Shop) -> None:
    _cut_rebuilds(shop, rounds=100)
