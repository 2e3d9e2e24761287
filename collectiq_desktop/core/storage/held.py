"""Facts that the server held back: why, what they wait for, what became of them."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, select, update

from collectiq_desktop.core.domain.verdicts import Judged
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.database import put
from collectiq_desktop.core.storage.writer import Writer

_h = tables.held.c
HELD, RELEASED, REJECTED = "held", "released", "rejected"


class HeldFact(NamedTuple):
    """A fact that is or was held, in the table's column order."""

    fact_id: bytes
    effective_at: int
    reason: str
    waits_for: bytes | None
    state: str
    number: str


def note_held(writer: Writer, fact_id: bytes, effective_at: int, judged: Judged) -> None:
    """Note that a fact is held, and why; one that was already is told anew."""
    writer.flush_rows()
    row = HeldFact(fact_id, effective_at, str(judged.reason), judged.waits_for, HELD, "")
    put(writer.conn, tables.held, [tuple(row)])
    writer.has_held = True
    if judged.waits_for is not None:
        writer.has_waiting = True


def held_fact(conn: Connection, fact_id: bytes) -> HeldFact | None:
    """What is known of a fact that is or was held."""
    row = conn.execute(select(tables.held).where(_h.fact_id == fact_id)).first()
    return HeldFact(*row) if row else None


def set_state(writer: Writer, fact_id: bytes, state: str, number: str = "") -> None:
    """Note what became of a held fact."""
    writer.flush_rows()
    changed = update(tables.held).where(_h.fact_id == fact_id).values(state=state, number=number)
    writer.conn.execute(changed)


def forget_held(writer: Writer, fact_id: bytes) -> None:
    """A fact is held no more, because its new place says otherwise."""
    if not has_held(writer):
        return
    writer.flush_rows()
    writer.conn.execute(tables.held.delete().where(_h.fact_id == fact_id))


def waiting_for(conn: Connection, fact_id: bytes) -> list[bytes]:
    """Held facts that wait for this one, in the order of their ids."""
    mine = (_h.waits_for == fact_id, _h.state == HELD)
    return list(conn.execute(select(_h.fact_id).where(*mine).order_by(_h.fact_id)).scalars())


def has_held(writer: Writer) -> bool:
    """Whether any fact is or was held at all; in most books none ever was."""
    if writer.has_held is None:
        writer.has_held = writer.conn.execute(select(_h.fact_id).limit(1)).first() is not None
    return writer.has_held


def has_waiting(writer: Writer) -> bool:
    """Whether any fact waits for another at all; most books have none."""
    if writer.has_waiting is None:
        waiting = select(_h.fact_id).where(_h.waits_for.is_not(None), _h.state == HELD).limit(1)
        writer.has_waiting = writer.conn.execute(waiting).first() is not None
    return writer.has_waiting


def number_given(conn: Connection, fact_id: bytes) -> str:
    """The new number that a released document was given, empty if none was."""
    return conn.execute(select(_h.number).where(_h.fact_id == fact_id)).scalar() or ""


def all_held(conn: Connection) -> list[HeldFact]:
    """Facts that wait for an admin, oldest first."""
    waiting = select(tables.held).where(_h.state == HELD)
    rows = conn.execute(waiting.order_by(_h.effective_at, _h.fact_id))
    return [HeldFact(*row) for row in rows]
