"""Errands of this machine and their states, and how often a document was printed.

The table of errands is local: it is never rebuilt and never sent. What an
errand brought about is a fact, whose id is the errand's; so an errand whose
fact is in the log is over, whatever a restored table says.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, or_, select, update

from collectiq_desktop.core.domain.errands import (
    ErrandId,
    ErrandKind,
    ErrandPromise,
    ErrandState,
    PrintOrder,
)
from collectiq_desktop.core.domain.ids import DeviceId
from collectiq_desktop.core.domain.saying import Sentence, unpacked
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.database import add_up
from collectiq_desktop.core.storage.writer import Writer

_e, _f, _p = tables.errand.c, tables.fact.c, tables.printed.c
_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(PrintOrder)


class StoredErrand(NamedTuple):
    """An errand's row."""

    errand_id: ErrandId
    device_id: DeviceId
    order: PrintOrder
    state: ErrandState
    promised_at: int
    due_at: int
    leased_until_at: int
    tries_count: int
    is_uncertain: bool
    last_problem: Sentence


def order_of(payload: bytes) -> PrintOrder:
    """The order behind the bytes that waited with the errand."""
    return _DECODER.decode(payload)


def add_errand(conn: Connection, promise: ErrandPromise, device_id: DeviceId, now_at: int) -> None:
    """Add a promised errand, unless it is there or was carried out already."""
    known = select(_e.errand_id).where(_e.errand_id == promise.errand_id)
    over = select(_f.fact_id).where(_f.fact_id == promise.errand_id)
    if conn.execute(known.union(over)).first() is not None:
        return
    conn.execute(
        insert(tables.errand).values(
            errand_id=promise.errand_id,
            device_id=device_id,
            kind=promise.kind.value,
            subject_id=promise.subject_id,
            payload=_ENCODER.encode(promise.order),
            state=ErrandState.DUE.value,
            promised_at=now_at,
            due_at=now_at if promise.due_at is None else promise.due_at,
            leased_until_at=0,
            tries_count=0,
            is_uncertain=0,
            last_problem="",
        )
    )


def _waiting() -> ColumnElement[bool]:
    return _e.state.in_((ErrandState.DUE.value, ErrandState.FAILED.value))


def _own(device_id: DeviceId) -> ColumnElement[bool]:
    """Errands promised by this device and not carried out, as the log knows."""
    is_over = select(_f.fact_id).where(_f.fact_id == _e.errand_id).exists()
    return and_(_e.device_id == device_id, ~is_over)


def next_errand(conn: Connection, device_id: DeviceId, now_at: int) -> StoredErrand | None:
    """The own errand that has been due longest; an ended lease makes it due again."""
    is_due = and_(_waiting(), _e.due_at <= now_at)
    has_ended = and_(_e.state == ErrandState.LEASED.value, _e.leased_until_at <= now_at)
    statement = (
        select(_e.errand_id)
        .where(_own(device_id), or_(is_due, has_ended))
        .order_by(_e.due_at, _e.promised_at, _e.errand_id)
        .limit(1)
    )
    errand_id = conn.execute(statement).scalar()
    return None if errand_id is None else read_errand(conn, errand_id)


def next_due_at(conn: Connection, device_id: DeviceId) -> int | None:
    """When the next own errand is due, UTC milliseconds; None when none waits."""
    waiting = select(func.min(_e.due_at)).where(_own(device_id), _waiting())
    leased = select(func.min(_e.leased_until_at)).where(
        _own(device_id), _e.state == ErrandState.LEASED.value
    )
    found = [conn.execute(statement).scalar() for statement in (waiting, leased)]
    return min((at for at in found if at is not None), default=None)


def read_errand(conn: Connection, errand_id: bytes) -> StoredErrand | None:
    """The errand with this id."""
    row = conn.execute(select(tables.errand).where(_e.errand_id == errand_id)).first()
    if row is None:
        return None
    return StoredErrand(
        errand_id=ErrandId(row.errand_id),
        device_id=DeviceId(row.device_id),
        order=order_of(row.payload),
        state=ErrandState(row.state),
        promised_at=row.promised_at,
        due_at=row.due_at,
        leased_until_at=row.leased_until_at,
        tries_count=row.tries_count,
        is_uncertain=bool(row.is_uncertain),
        last_problem=unpacked(row.last_problem),
    )


def may_be_out(conn: Connection, errand: StoredErrand) -> bool:
    """Whether a try nobody knows the end of may have printed the same document.

    Its own earlier try, or that of another errand about the same.
    """
    is_open_ended = or_(_e.is_uncertain == 1, _e.state == ErrandState.LEASED.value)
    statement = select(_e.errand_id).where(
        _e.subject_id == errand.order.subject_id,
        _e.kind == ErrandKind.PRINT.value,
        is_open_ended,
    )
    return conn.execute(statement).first() is not None


def set_errand(conn: Connection, errand_id: bytes, **values: object) -> None:
    """Set columns of an errand's row."""
    conn.execute(update(tables.errand).where(_e.errand_id == errand_id).values(**values))


def forget_done(conn: Connection, before_at: int) -> None:
    """Drop rows of errands that were done before an instant; their facts stay."""
    conn.execute(
        delete(tables.errand).where(_e.state == ErrandState.DONE.value, _e.due_at < before_at)
    )


def count_print(writer: Writer, subject_id: bytes, document: str) -> None:
    """Count one more print of a document."""
    add_up(writer.conn, tables.printed, [(subject_id, document, 1)])


def prints_count(conn: Connection, subject_id: bytes, document: str) -> int:
    """How often the document was printed, as far as this device knows."""
    statement = select(_p.prints_count).where(_p.subject_id == subject_id, _p.document == document)
    return conn.execute(statement).scalar() or 0
