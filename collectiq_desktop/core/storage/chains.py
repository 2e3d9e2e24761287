"""Chains of devices, also of others: their heads, their seals, a history that differs.

The log only grows: a link that another history of its chain displaces is
copied to `old_link` first, and only then may it go.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, insert, select

from collectiq_desktop.core.domain.ids import DeviceId, FirmId
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.facts import is_void
from collectiq_desktop.core.storage.writer import ChainHead, Writer
from collectiq_desktop.core.wire.codec import Link, first_hash

_l, _s, _z = tables.link.c, tables.place.c, tables.seal.c


class ChainState(NamedTuple):
    """The end of one device's chain."""

    device_id: DeviceId
    device_seq: int
    hash: bytes


def chain_states(conn: Connection) -> list[ChainState]:
    """The end of every chain."""
    last = select(_l.device_id, func.max(_l.device_seq).label("seq")).group_by(_l.device_id)
    ends = last.subquery()
    at = (ends.c.device_id == _l.device_id, ends.c.seq == _l.device_seq)
    statement = select(_l.device_id, _l.device_seq, _l.hash).join(ends, at[0] & at[1])
    rows = conn.execute(statement.order_by(_l.device_id))
    return [ChainState(*row) for row in rows]


def link_at(conn: Connection, device_id: bytes, device_seq: int) -> Link | None:
    """One link of a chain."""
    mine = (_l.device_id == device_id, _l.device_seq == device_seq)
    row = conn.execute(select(tables.link).where(*mine)).first()
    return Link(*row) if row else None


def head_at(conn: Connection, firm_id: FirmId, device_id: DeviceId, device_seq: int) -> ChainHead:
    """A chain's hash up to a number, which it must have reached."""
    if device_seq == 0:
        return ChainHead(0, first_hash(firm_id, device_id))
    link = link_at(conn, device_id, device_seq)
    assert link is not None, "the chain has reached this number"
    return ChainHead(device_seq, link.hash)


def missing_link(conn: Connection, fact_id: bytes) -> Link | None:
    """A link whose fact nobody has sent yet."""
    row = conn.execute(select(tables.link).where(_l.fact_id == fact_id).limit(1)).first()
    return Link(*row) if row else None


def links_from(conn: Connection, device_id: bytes, device_seq: int) -> list[Link]:
    """The links of a chain from a number on, in order."""
    mine = (_l.device_id == device_id, _l.device_seq >= device_seq)
    rows = conn.execute(select(tables.link).where(*mine).order_by(_l.device_seq))
    return [Link(*row) for row in rows]


def unplaced(conn: Connection, device_id: bytes) -> list[Link]:
    """The links of a chain that have no place, in order."""
    mine = (_s.device_id == _l.device_id, _s.device_seq == _l.device_seq)
    placed = select(_s.firm_seq).where(*mine, ~is_void()).correlate(tables.link).exists()
    statement = select(tables.link).where(_l.device_id == device_id, ~placed)
    return [Link(*row) for row in conn.execute(statement.order_by(_l.device_seq))]


def displace(writer: Writer, links: Sequence[Link]) -> None:
    """Take links out of their chain; they stay in the log of old links."""
    if not links:
        return
    writer.flush_rows()
    conn, old = writer.conn, tables.old_link
    for link in links:
        known = select(old.c.hash).where(
            old.c.device_id == link.device_id,
            old.c.device_seq == link.device_seq,
            old.c.hash == link.hash,
        )
        if conn.execute(known).first() is None:
            conn.execute(insert(old).values(**link._asdict()))
        mine = (_l.device_id == link.device_id, _l.device_seq == link.device_seq)
        conn.execute(delete(tables.link).where(*mine))


def add_seal(writer: Writer, device_id: bytes, device_seq: int, signature: bytes) -> None:
    """Keep a device's signature under its chain up to a number; a known one stays."""
    if seal_at(writer.conn, device_id, device_seq) is None:
        row = {"device_id": device_id, "device_seq": device_seq, "signature": signature}
        writer.conn.execute(insert(tables.seal).values(**row))


def seal_at(conn: Connection, device_id: bytes, device_seq: int) -> bytes | None:
    """The signature under a chain up to exactly this number."""
    mine = (_z.device_id == device_id, _z.device_seq == device_seq)
    signature: bytes | None = conn.execute(select(_z.signature).where(*mine)).scalar()
    return signature


def next_seal(conn: Connection, device_id: bytes, device_seq: int) -> int | None:
    """The first number from this one on that bears a seal."""
    mine = (_z.device_id == device_id, _z.device_seq >= device_seq)
    found: int | None = conn.execute(select(func.min(_z.device_seq)).where(*mine)).scalar()
    return found


def is_linked(conn: Connection, fact_id: bytes) -> bool:
    """Whether some chain names a fact."""
    return (
        conn.execute(select(_l.device_id).where(_l.fact_id == fact_id).limit(1)).first() is not None
    )
