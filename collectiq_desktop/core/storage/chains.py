"""Chains of devices, also of others: their heads, their seals, a history that differs.

The log only grows: a link that another history of its chain displaces is
copied to `old_link` first, and only then may it go.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, literal_column, select

from collectiq_desktop.core.domain.ids import DeviceId, FirmId
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.facts import is_void
from collectiq_desktop.core.storage.prepared import Prepared
from collectiq_desktop.core.storage.writer import ChainHead, Writer
from collectiq_desktop.core.wire.codec import Link, first_hash

_l, _s, _z = tables.link.c, tables.place.c, tables.seal.c


_AMONG = Prepared(
    select(tables.link).where(
        _l.device_id == bindparam("device_id"),
        _l.device_seq.between(bindparam("first"), bindparam("last")),
    )
)
_SEAL = Prepared(
    select(_z.signature).where(
        _z.device_id == bindparam("device_id"), _z.device_seq == bindparam("device_seq")
    )
)
_LAST_PLACED = Prepared(
    select(_s.device_seq)
    .where(_s.device_id == bindparam("device_id"), ~is_void())
    .order_by(_s.device_seq.desc())
    .limit(literal_column("1"))
)


def _ends() -> Select[Any]:
    """The last link of each chain, found by stepping from chain to chain, not through all links."""
    first = select(_l.device_id).order_by(_l.device_id).limit(literal_column("1"))
    device = select(first.scalar_subquery().label("device_id")).cte(recursive=True)
    after = first.where(_l.device_id > device.c.device_id).correlate(device)
    device = device.union_all(
        select(after.scalar_subquery()).where(device.c.device_id.is_not(None))
    )
    other = tables.link.alias()
    last = (
        select(other.c.device_seq)
        .where(other.c.device_id == device.c.device_id)
        .order_by(other.c.device_seq.desc())
        .limit(literal_column("1"))
        .correlate(device)
    )
    at = (_l.device_id == device.c.device_id) & (_l.device_seq == last.scalar_subquery())
    ends = select(_l.device_id, _l.device_seq, _l.hash).join_from(device, tables.link, at)
    return ends.order_by(_l.device_id)


_ENDS = Prepared(_ends())


class ChainState(NamedTuple):
    """The end of one device's chain."""

    device_id: DeviceId
    device_seq: int
    hash: bytes


def chain_states(conn: Connection) -> list[ChainState]:
    """The end of every chain."""
    return [ChainState(*row) for row in _ENDS(conn)]


def link_at(conn: Connection, device_id: bytes, device_seq: int) -> Link | None:
    """One link of a chain."""
    mine = (_l.device_id == device_id, _l.device_seq == device_seq)
    row = conn.execute(select(tables.link).where(*mine)).first()
    return Link(*row) if row else None


def links_among(conn: Connection, links: Sequence[Link]) -> dict[tuple[bytes, int], Link]:
    """The links that are here already where these would stand, and the one before the first."""
    ranges: dict[DeviceId, tuple[int, int]] = {}
    for link in links:
        first, last = ranges.get(link.device_id, (link.device_seq, link.device_seq))
        ranges[link.device_id] = min(first, link.device_seq), max(last, link.device_seq)
    found = {}
    for device_id, (first, last) in ranges.items():
        for row in _AMONG(conn, device_id=device_id, first=first - 1, last=last):
            found[row[0], row[1]] = Link(*row)
    return found


def next_to_place(conn: Connection, device_id: bytes) -> int:
    """The first number of a chain that has no place; the server places a chain in its order."""
    return 1 + (_LAST_PLACED(conn, device_id=device_id).scalar() or 0)


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
    signature: bytes | None = _SEAL(conn, device_id=device_id, device_seq=device_seq).scalar()
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
