"""Making the projections anew from the facts, and swapping files safely.

The new file grows beside the old one, which can be read until the swap; a
power cut at any moment leaves the old books or the new ones.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, insert

from collectiq_desktop.core.domain.vouchers import Voucher
from collectiq_desktop.core.services.replay import Placed, apply
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.database import (
    Database,
    copy_log,
    create_database,
    indexes_last,
    remove_database,
)
from collectiq_desktop.core.storage.facts import count_facts, facts_in_order
from collectiq_desktop.core.storage.tables import PROJECTIONS, SCHEMA_NUMBER
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.codec import body_of
from collectiq_desktop.core.wire.facts import VOUCHER_FACTS

Progress = Callable[[int, int], None]
"""Told how many of how many are done."""

Thing = TypeVar("Thing")
_CHUNK = 1_000
_CHUNKS_KEPT = 20
_OBJECTS_BETWEEN = 500_000
_ABOUT_VOUCHERS = {*VOUCHER_FACTS.values(), "VoucherAmended", "VoucherCancelled", "ImportUndone"}


def quietly(done: int, of: int) -> None:
    """Tell nobody, but hold the teller to its word."""
    assert 0 <= done <= of


def in_chunks(things: Iterator[Thing], size: int) -> Iterator[list[Thing]]:
    """The things in lists of at most `size`."""
    while chunk := list(islice(things, size)):
        yield chunk


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Let Python look for cyclic garbage seldom while rows are gathered.

    Thousands of rows live until they are written or answered; looking through
    them again and again would find nothing, and take a tenth of an import's
    time and a quarter of a long report's.
    """
    usual = gc.get_threshold()
    is_outermost = usual[0] < _OBJECTS_BETWEEN
    if is_outermost:
        gc.set_threshold(_OBJECTS_BETWEEN, *usual[1:])
    try:
        yield
    finally:
        if is_outermost:
            gc.set_threshold(*usual)


def replay_into(
    source: Database, target: Path, progress: Progress = quietly, *, known_at: int | None = None
) -> Database:
    """A new books file with the same log, its projections made from the facts.

    Args:
        known_at: leave out vouchers and corrections entered after this instant
            (UTC milliseconds); master data stays as it is now.

    Limits: at least 20,000 facts a second; memory does not grow with the log.
    """
    remove_database(target)
    database = create_database(target)
    try:
        copy_log(source.path, database)
        with source.read() as old, database.write() as conn:
            expected_count = count_facts(old)
            with indexes_last(conn, PROJECTIONS), seldom_collecting():
                _replay_all(Writer(conn), _placed_facts(old, known_at), expected_count, progress)
            note_schema(Writer(conn))
    except BaseException:
        database.close()
        raise
    return database


def _placed_facts(conn: Connection, known_at: int | None) -> Iterator[Placed]:
    for fact, ordinal, verdict, effective_at in facts_in_order(conn):
        is_later = known_at is not None and effective_at > known_at
        if is_later and fact.kind in _ABOUT_VOUCHERS:
            continue
        yield Placed(fact, body_of(fact), ordinal, effective_at, verdict != "accepted")


def _replay_all(
    writer: Writer, facts: Iterator[Placed], expected_count: int, progress: Progress
) -> None:
    done = 0
    for number, chunk in enumerate(in_chunks(facts, _CHUNK), start=1):
        _prefetch(writer, chunk)
        for placed in chunk:
            apply(writer, placed)
        done += len(chunk)
        if number % _CHUNKS_KEPT == 0:
            writer.forget()
        progress(done, expected_count)
    writer.flush()


def _prefetch(writer: Writer, chunk: list[Placed]) -> None:
    parties: set[bytes] = set()
    vouchers: set[bytes] = set()
    origins: set[str] = set()
    for placed in chunk:
        if placed.fact.origin is not None:
            origins.add(placed.fact.origin.rpartition("#")[0])
        if isinstance(placed.body, Voucher):
            voucher = placed.body
            vouchers.add(placed.fact.fact_id)
            vouchers.update([claim.bill_voucher_id for claim in voucher.claims])
            parties.update(voucher.party_ids)
    writer.lookups.prefetch(parties=parties, vouchers=vouchers, origins=origins)


def note_schema(writer: Writer) -> None:
    """Note by which schema the projections were made."""
    writer.conn.execute(insert(tables.meta).values(name="schema", value=SCHEMA_NUMBER))


def new_path(path: Path) -> Path:
    """Where the new books grow."""
    return path.with_name(path.name + ".new")


def rebuild(database: Database, progress: Progress = quietly) -> Database:
    """Make the projections anew and let the new file take the old one's place.

    Writers wait outside from beginning to end; nobody else may have the books
    open at the swap.

    Raises:
        BooksBusy: another program has the books open.
    """
    path, growing = database.path, new_path(database.path)
    try:
        with database.write() as conn:
            replay_into(database, growing, progress).close()
            copied = count_facts(conn)
        _sync(growing)
        database.fold_in()
        if _facts_in(path) != copied:
            return rebuild(Database(path), progress)
        growing.replace(path)
        _sync(path.parent)
    finally:
        remove_database(growing)
    return Database(path)


def _facts_in(path: Path) -> int:
    database = Database(path, is_read_only=True)
    with database.read() as conn:
        count = count_facts(conn)
    database.close()
    return count


def _sync(path: Path) -> None:
    """Force a file or folder to the disk; Windows opens no folders."""
    if path.is_dir() and os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
