"""Making the projections anew, and the swap of files."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import Any

import pytest

from collectiq_desktop.core.services import upkeep
from collectiq_desktop.core.services.upkeep import (
    in_chunks,
    quietly,
    replay,
    seldom_collecting,
)
from collectiq_desktop.core.storage import sqlite
from collectiq_desktop.core.storage.database import Database
from collectiq_desktop.core.storage.sqlite import new_path
from tests.core.looking import everything, prove
from tests.engines import place
from tests.plain_books import PlainBooks, fresh_books

LEDGER = """
    invoice  S/1  2026-05-01  Asha  100.00
    invoice  S/2  2026-05-02  Bina   70.00
    receipt  R/1  2026-05-03  Asha  130.00
    cancel   S/2  wrong party
"""


@pytest.fixture
def plain(tmp_path: Path) -> PlainBooks:
    return fresh_books(tmp_path).write(LEDGER)


def _copy(plain: PlainBooks, target: Database) -> None:
    source = plain.books._database
    with source.read() as view:
        target.take_log(source, view)


def test_things_come_in_chunks_of_at_most_a_size() -> None:
    assert list(in_chunks(iter(range(5)), 2)) == [[0, 1], [2, 3], [4]]
    assert list(in_chunks(iter(()), 2)) == []


def test_telling_nobody_still_minds_what_is_told() -> None:
    quietly(0, 0)
    with pytest.raises(AssertionError):
        quietly(2, 1)


def test_a_copy_made_from_the_facts_says_the_same(plain: PlainBooks, tmp_path: Path) -> None:
    copy = place(tmp_path / "copy.collectiq").create()
    _copy(plain, copy)
    replay(copy)
    other = fresh_books(tmp_path, "other.collectiq")
    other.books._database.close()
    other.books._database = copy
    assert everything(other.books) == everything(plain.books)


def test_a_copy_in_small_parts_says_the_same(
    plain: PlainBooks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "_CHUNK", 2)
    monkeypatch.setattr(upkeep, "_CHUNKS_KEPT", 1)
    told: list[tuple[int, int]] = []
    before = everything(plain.books)
    plain.books.rebuild(lambda *done: told.append(done))
    assert everything(plain.books) == before
    assert told == [(2, 7), (4, 7), (6, 7), (7, 7)]
    prove(plain)


@pytest.mark.one_engine
def test_a_fact_that_came_between_copy_and_swap_is_not_lost(
    plain: PlainBooks, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts: list[tuple[int, ...]] = []
    count = sqlite._log_in

    def one_came_between(path: Path) -> tuple[int, ...]:
        counts.append(count(path))
        return (8, 8, 0) if len(counts) == 1 else counts[-1]

    monkeypatch.setattr(sqlite, "_log_in", one_came_between)
    before = everything(plain.books)
    plain.books.rebuild()
    assert counts == [(7, 7, 0, 0, 0), (7, 7, 0, 0, 0)]
    assert everything(plain.books) == before
    prove(plain)


@pytest.mark.one_engine
def test_rubbish_of_an_earlier_rebuild_is_in_nobodys_way(plain: PlainBooks) -> None:
    growing = new_path(plain.books.path)
    for ending in ("", "-wal", "-shm"):
        growing.with_name(growing.name + ending).write_bytes(b"half a rebuild")
    plain.books.rebuild()
    prove(plain)
    assert not [path for path in growing.parent.iterdir() if path.name.startswith(growing.name)]


def test_a_copy_of_what_was_known_leaves_out_what_came_later(
    plain: PlainBooks, tmp_path: Path
) -> None:
    known_at = plain.clock.now_at()
    plain.clock.move(ms=1)
    plain.write("receipt  R/2  2026-05-04  Asha  5.00\ncancel  R/1  bounced")
    copy = place(tmp_path / "then.collectiq").create()
    _copy(plain, copy)
    replay(copy, known_at=known_at)
    plain.books._database.close()
    plain.books._database = copy
    _facts, rows = everything(plain.books)
    assert [(row[5], row[4]) for row in rows["voucher"]] == [
        ("RA01/26/000001", "posted"),
        ("SA01/26/000001", "posted"),
        ("SA01/26/000002", "cancelled"),
    ]


@pytest.mark.one_engine
def test_garbage_is_looked_for_as_before_when_the_work_is_done() -> None:
    usual = gc.get_threshold()
    with seldom_collecting():
        assert gc.get_threshold()[0] > usual[0]
        with seldom_collecting():
            assert gc.get_threshold()[0] > usual[0]
        assert gc.get_threshold()[0] > usual[0]
    assert gc.get_threshold() == usual


@pytest.mark.one_engine
def test_a_folder_is_not_synced_where_it_cannot_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Any] = []
    with monkeypatch.context() as patch:
        patch.setattr(os, "name", "nt")
        patch.setattr(os, "open", lambda *args: opened.append(args))
        sqlite._sync(tmp_path)
    assert opened == []
