"""Making the projections anew from the facts.

The new books grow beside the old ones, which can be read until the swap; how
they are swapped is the engine's own (`storage.sqlite`, `storage.postgres`).
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, insert, select

from collectiq_desktop.core.services.prefetching import prefetch
from collectiq_desktop.core.services.replay import Placed, apply, placed_of
from collectiq_desktop.core.storage import places, settings, tables
from collectiq_desktop.core.storage.database import BooksAt, Database, Lanes, indexes_last
from collectiq_desktop.core.storage.facts import PENDING, count_facts, facts_in_order
from collectiq_desktop.core.storage.tables import PROJECTIONS, SCHEMA_NUMBER
from collectiq_desktop.core.storage.writer import Writer
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


def replay(lanes: Lanes, progress: Progress = quietly, *, known_at: int | None = None) -> None:
    """Make the projections of books that hold nothing but their log.

    Args:
        known_at: leave out vouchers and corrections entered after this instant
            (UTC milliseconds); master data stays as it is now.

    Limits: at least 20,000 facts a second; memory does not grow with the log.
    """
    with lanes.read() as log, lanes.write() as conn:
        expected_count = count_facts(log)
        with indexes_last(conn, PROJECTIONS), seldom_collecting():
            _replay_all(Writer(conn), _placed_facts(log, known_at), expected_count, progress)
        note_schema(Writer(conn))


def _placed_facts(conn: Connection, known_at: int | None) -> Iterator[Placed]:
    for ordered in facts_in_order(conn):
        is_later = known_at is not None and ordered.effective_at > known_at
        if is_later and ordered.fact.kind in _ABOUT_VOUCHERS:
            continue
        yield placed_of(ordered)


def _replay_all(
    writer: Writer, facts: Iterator[Placed], expected_count: int, progress: Progress
) -> None:
    done = 0
    for number, chunk in enumerate(in_chunks(facts, _CHUNK), start=1):
        prefetch(writer, [(placed.fact, placed.body) for placed in chunk])
        for placed in chunk:
            apply(writer, placed)
            if placed.ordinal < PENDING:
                told = places.Told(placed.ordinal, str(placed.judged.verdict), placed.effective_at)
                places.count(writer, placed.fact, placed.body, told)
        done += len(chunk)
        if number % _CHUNKS_KEPT == 0:
            writer.forget()
        progress(done, expected_count)
    writer.flush()


def note_schema(writer: Writer) -> None:
    """Note by which schema the projections were made."""
    writer.conn.execute(insert(tables.meta).values(name="schema", value=SCHEMA_NUMBER))


def open_current(place: BooksAt, progress: Progress = quietly) -> Database:
    """The books that lie there; projections of an older program are made anew.

    Raises:
        BooksTrouble, NotFound: each says what to do.
    """
    database = place.open()
    try:
        with database.read() as conn:
            schema = conn.execute(select(tables.meta.c.value)).scalar()
            is_current = schema == SCHEMA_NUMBER and not settings.can_read_more(conn)
        return database if is_current else rebuild(database, progress)
    except BaseException:
        database.close()
        raise


def rebuild(database: Database, progress: Progress = quietly) -> Database:
    """Make the projections anew and let the new books take the old ones' place.

    Raises:
        BooksBusy: another program has the books open.
    """
    return database.replaced(partial(replay, progress=progress))
