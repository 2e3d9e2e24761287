"""The log: facts, the links that order a device's own, and their places.

Facts are only ever added here; what they mean to the projections is `replay`'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, literal_column, select

from collectiq_desktop.core.domain.ids import DeviceId, FactId, FirmId
from collectiq_desktop.core.domain.settlement import UNPLACED
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.database import paged
from collectiq_desktop.core.storage.prepared import Prepared
from collectiq_desktop.core.storage.writer import ChainHead, Writer
from collectiq_desktop.core.wire.codec import Link, fact_hash, first_hash, link_hash
from collectiq_desktop.core.wire.facts import Fact

_f, _l, _s = tables.fact.c, tables.link.c, tables.place.c
_COLUMNS_COUNT = len(tables.fact.columns)
_HEAD = Prepared(
    select(_l.device_seq, _l.hash)
    .where(_l.device_id == bindparam("device_id"))
    .order_by(_l.device_seq.desc())
    .limit(literal_column("1"))
)
_PLACED = Prepared(
    select(_s.firm_seq).where(
        _s.device_id == bindparam("device_id"), _s.device_seq == bindparam("device_seq")
    )
)
_LAST_PLACE = Prepared(select(func.max(_s.firm_seq)))


def head_of(conn: Connection, firm_id: FirmId, device_id: DeviceId) -> ChainHead:
    """The last number and hash of a device's chain."""
    row = _HEAD(conn, device_id=device_id).first()
    return ChainHead(row[0], row[1]) if row else ChainHead(0, first_hash(firm_id, device_id))


def own_head(writer: Writer, firm_id: FirmId, device_id: DeviceId) -> ChainHead:
    """The end of the own chain as this transaction has it."""
    if writer.head is None:
        writer.head = head_of(writer.conn, firm_id, device_id)
        writer.highest_ordinal = highest_ordinal(writer.conn, writer.head, device_id)
    return writer.head


def add_fact(writer: Writer, fact: Fact) -> None:
    """Add a fact without linking it: it came from elsewhere."""
    writer.add(tables.fact, fact)
    writer.lookups.facts[fact.fact_id] = True


def append(writer: Writer, fact: Fact, firm_id: FirmId, device_id: DeviceId) -> int:
    """Add an own fact as the next link of this device's chain.

    Returns:
        Its ordinal until the server places it.
    """
    head = own_head(writer, firm_id, device_id)
    hashed = fact_hash(fact)
    head = writer.head = ChainHead(head.device_seq + 1, link_hash(head.hash, hashed))
    add_fact(writer, fact)
    writer.add(tables.link, (device_id, head.device_seq, fact.fact_id, hashed, head.hash))
    return UNPLACED + head.device_seq


def highest_ordinal(conn: Connection, head: ChainHead, device_id: DeviceId) -> int:
    """The ordinal of the newest fact that is applied, 0 in empty books.

    The server places a chain in its order, so own facts are waiting exactly
    when the last of them is.
    """
    is_placed = _PLACED(conn, device_id=device_id, device_seq=head.device_seq).first()
    if head.device_seq and not is_placed:
        return UNPLACED + head.device_seq
    return _LAST_PLACE(conn).scalar() or 0


def _unplaced() -> Any:
    mine = (_s.device_id == _l.device_id, _s.device_seq == _l.device_seq)
    return ~select(_s.firm_seq).where(*mine).exists()


def fact_of(row: Sequence[Any]) -> Fact:
    """The fact in a row that begins with the table's columns."""
    return Fact._make(row[:_COLUMNS_COUNT])


def read_fact(conn: Connection, fact_id: bytes) -> Fact | None:
    """The fact with this id."""
    row = conn.execute(select(tables.fact).where(_f.fact_id == fact_id)).first()
    return fact_of(row) if row else None


def facts_in_order(conn: Connection) -> Iterator[tuple[Fact, int, str, int]]:
    """All facts with their ordinal, verdict and effective instant.

    Those the server placed come first, then own ones as this device made them.
    """
    placed = (
        select(tables.fact, _s.firm_seq, _s.verdict, _s.effective_at)
        .join(tables.place, _s.fact_id == _f.fact_id)
        .order_by(_s.firm_seq)
    )
    for row in paged(conn, placed):
        yield fact_of(row), row.firm_seq, row.verdict, row.effective_at
    own = (
        select(tables.fact, _l.device_seq)
        .join(tables.fact, _l.fact_id == _f.fact_id)
        .where(_unplaced())
        .order_by(_l.device_id, _l.device_seq)
    )
    for row in paged(conn, own):
        yield fact_of(row), UNPLACED + row.device_seq, "accepted", row.recorded_at


def chain(conn: Connection) -> Iterator[tuple[Link, Fact | None]]:
    """Every link with its fact, device by device, in order."""
    statement = (
        select(tables.link, tables.fact)
        .outerjoin(tables.fact, _l.fact_id == _f.fact_id)
        .order_by(_l.device_id, _l.device_seq)
    )
    for row in paged(conn, statement):
        link = Link(*row[:5])
        fact = fact_of(row[5:]) if row[5] is not None else None
        yield link, fact


def count_facts(conn: Connection) -> int:
    """How many facts the log holds."""
    return conn.execute(select(func.count()).select_from(tables.fact)).scalar_one()


def unlinked_facts(conn: Connection) -> list[FactId]:
    """Facts that no chain names; there must be none."""
    linked = conn.execute(select(func.count(_l.fact_id.distinct()))).scalar_one()
    if linked == count_facts(conn):
        return []
    known = set(conn.execute(select(_l.fact_id)).scalars())
    return [
        fact_id for fact_id in conn.execute(select(_f.fact_id)).scalars() if fact_id not in known
    ]
