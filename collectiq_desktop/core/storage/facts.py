"""The log: facts, the links that order a device's own, and their places.

Facts are only ever added here; what they mean to the projections is `replay`'s.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Select,
    bindparam,
    case,
    func,
    literal_column,
    select,
)

from collectiq_desktop.core.domain.ids import DeviceId, FactId, FirmId
from collectiq_desktop.core.domain.settlement import UNPLACED
from collectiq_desktop.core.storage import settings, tables
from collectiq_desktop.core.storage.database import paged
from collectiq_desktop.core.storage.prepared import Prepared
from collectiq_desktop.core.storage.writer import ChainHead, Writer
from collectiq_desktop.core.wire.codec import Link, fact_hash, first_hash, link_hash
from collectiq_desktop.core.wire.facts import Fact

_f, _l, _s, _e = tables.fact.c, tables.link.c, tables.place.c, tables.epoch.c
_COLUMNS_COUNT = len(tables.fact.columns)
PENDING = 1 << 61
"""Added to the former place of a fact whose place a restored server has lost."""

EPOCH_BITS = 26
_FIRM_SEQ_BITS = 34
NO_PLACE_OF_ITS_OWN = ("missing", "again")
"""Verdicts of a link whose fact has its effect, if any, at another place."""


@cache
def is_void() -> ColumnElement[bool]:
    """Whether the server has lost a row of places.

    Its epoch is none of the firm's line, or a later one began before it.
    """
    own, later = tables.epoch.alias(), tables.epoch.alias()
    began = (later.c.epoch > _s.epoch, later.c.after_firm_seq < _s.firm_seq)
    is_known = select(own.c.epoch).where(own.c.epoch == _s.epoch).correlate(tables.place).exists()
    return ~is_known | select(later.c.epoch).where(*began).correlate(tables.place).exists()


def pending_ordinal(epoch: int, firm_seq: int) -> int:
    """Where a fact stands whose place is void: after all placed ones, in the old order."""
    assert epoch < 1 << EPOCH_BITS
    return PENDING + (epoch << _FIRM_SEQ_BITS) + firm_seq


_HEAD = Prepared(
    select(_l.device_seq, _l.hash)
    .where(_l.device_id == bindparam("device_id"))
    .order_by(_l.device_seq.desc())
    .limit(literal_column("1"))
)
_PLACED = Prepared(
    select(_s.firm_seq).where(
        _s.device_id == bindparam("device_id"),
        _s.device_seq == bindparam("device_seq"),
        ~is_void(),
    )
)
_LAST_PLACE = Prepared(
    select(_s.firm_seq).order_by(_s.epoch.desc(), _s.firm_seq.desc()).limit(literal_column("1"))
)
_LINE = Prepared(select(_e.epoch, _e.after_firm_seq).order_by(_e.epoch))


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


def append(writer: Writer, fact: Fact, firm_id: FirmId, device_id: DeviceId) -> Link:
    """Add an own fact as the next link of this device's chain."""
    add_fact(writer, fact)
    return append_link(writer, fact, firm_id, device_id)


def append_link(writer: Writer, fact: Fact, firm_id: FirmId, device_id: DeviceId) -> Link:
    """Let a fact that is in the log be the next link of this device's chain."""
    head = own_head(writer, firm_id, device_id)
    hashed = fact_hash(fact)
    head = writer.head = ChainHead(head.device_seq + 1, link_hash(head.hash, hashed))
    link = Link(device_id, head.device_seq, fact.fact_id, hashed, head.hash)
    writer.add(tables.link, tuple(link))
    return link


def ordinal_of(link: Link) -> int:
    """Where an own link's fact stands until the server places it."""
    return UNPLACED + link.device_seq


def highest_ordinal(conn: Connection, head: ChainHead, device_id: DeviceId) -> int:
    """An ordinal that no applied fact exceeds, 0 in empty books.

    The server places a chain in its order, so own facts are waiting exactly
    when the last of them is.
    """
    is_placed = _PLACED(conn, device_id=device_id, device_seq=head.device_seq).first()
    if head.device_seq and not is_placed:
        return UNPLACED + head.device_seq
    if has_lost_places(conn):
        return UNPLACED - 1
    return _LAST_PLACE(conn).scalar() or 0


def fact_of(row: Sequence[Any]) -> Fact:
    """The fact in a row that begins with the table's columns."""
    return Fact._make(row[:_COLUMNS_COUNT])


_ONE_FACT = Prepared(select(tables.fact).where(_f.fact_id == bindparam("fact_id")))


def read_fact(conn: Connection, fact_id: bytes) -> Fact | None:
    """The fact with this id."""
    row = _ONE_FACT(conn, fact_id=fact_id).first()
    return fact_of(row) if row else None


def _has_place() -> ColumnElement[bool]:
    """Whether a fact has a place of its own that holds."""
    mine = (_s.fact_id == _f.fact_id, _s.verdict.not_in(NO_PLACE_OF_ITS_OWN))
    return select(_s.firm_seq).where(*mine, ~is_void()).correlate(tables.fact).exists()


def _lost_stretches() -> CTE:
    """Each epoch that has places, and after which of them they are void; None where none is.

    Found by stepping from epoch to epoch, so that only void places are ever looked at.
    """
    first = select(_s.epoch).order_by(_s.epoch).limit(literal_column("1"))
    here = select(first.scalar_subquery().label("epoch")).cte("here", recursive=True)
    after = first.where(_s.epoch > here.c.epoch).correlate(here)
    here = here.union_all(select(after.scalar_subquery()).where(here.c.epoch.is_not(None)))
    later = tables.epoch.alias()
    cut = select(func.min(later.c.after_firm_seq)).where(later.c.epoch > here.c.epoch)
    is_known = here.c.epoch.in_(select(_e.epoch))
    kept = case((is_known, cut.correlate(here).scalar_subquery()), else_=literal_column("-1"))
    return select(here.c.epoch, kept.label("kept")).where(here.c.epoch.is_not(None)).cte("lost")


def _pending() -> Select[Any]:
    """Facts that had a place until the server lost it, each with the last one it had."""
    lost = _lost_stretches()
    statement = select(tables.fact, _s.epoch, _s.firm_seq, _s.verdict, _s.effective_at, _s.reason)
    return (
        statement.select_from(lost)
        .join(tables.place, (_s.epoch == lost.c.epoch) & (_s.firm_seq > lost.c.kept))
        .join(tables.fact, _s.fact_id == _f.fact_id)
        .where(_s.verdict.not_in(NO_PLACE_OF_ITS_OWN), ~_has_place())
        .order_by(_s.epoch, _s.firm_seq)
    )


def has_pending(conn: Connection) -> bool:
    """Whether facts wait to be placed again after the server was restored.

    Limits: looks at what the server has lost, whatever the firm has.
    """
    return conn.execute(_pending().order_by(None).limit(1)).first() is not None


_NOTHING_PENDS = "nothing_pends"


def has_lost_places(conn: Connection) -> bool:
    """The same, without a look where no server was restored, or all is known to be back."""
    line = _LINE(conn).all()
    if len(line) < 2 or settings.setting(conn, _NOTHING_PENDS) == _told(line):
        return False
    return has_pending(conn)


def note_nothing_pends(conn: Connection) -> None:
    """Note that all lost places were given again, if so: none is lost but by another epoch."""
    line = _LINE(conn).all()
    if len(line) < 2 or settings.setting(conn, _NOTHING_PENDS) == _told(line):
        return
    if not has_pending(conn):
        settings.set_setting(conn, _NOTHING_PENDS, _told(line))


def _told(line: Sequence[Any]) -> bytes:
    """The firm's line of epochs as it is kept."""
    return " ".join(f"{row[0]}.{row[1]}" for row in line).encode()


class Ordered(NamedTuple):
    """A fact with where it stands, the server's verdict and the instant that ranks it."""

    fact: Fact
    ordinal: int
    verdict: str
    effective_at: int
    reason: str


def pending_facts(conn: Connection, kinds: Collection[str] = ()) -> list[Ordered]:
    """Facts that wait to be placed again, in their former order.

    Limits: what a server has lost between its backup and its restore.
    """
    latest: dict[bytes, Ordered] = {}
    for row in conn.execute(_of_kinds(_pending(), kinds)):
        ordinal = pending_ordinal(row.epoch, row.firm_seq)
        latest[row.fact_id] = Ordered(
            fact_of(row), ordinal, row.verdict, row.effective_at, row.reason
        )
    return sorted(latest.values(), key=lambda ordered: ordered.ordinal)


def unplaced_links() -> Select[Any]:
    """Own links whose facts never had a place, with the facts, in the chain's order."""
    ever = (_s.fact_id == _l.fact_id, _s.verdict.not_in(NO_PLACE_OF_ITS_OWN))
    placed = select(_s.firm_seq).where(*ever).correlate(tables.link).exists()
    return (
        select(tables.fact, _l.device_id, _l.device_seq)
        .join(tables.fact, _l.fact_id == _f.fact_id)
        .where(~placed)
        .order_by(_l.device_id, _l.device_seq)
    )


def _of_kinds(statement: Select[Any], kinds: Collection[str]) -> Select[Any]:
    return statement.where(_f.kind.in_(kinds)) if kinds else statement


def facts_in_order(conn: Connection, kinds: Collection[str] = ()) -> Iterator[Ordered]:
    """All facts, or those of some kinds, with ordinal, verdict and effective instant.

    Those the server placed come first, then those whose place it lost, then
    own ones as this device made them.
    """
    placed = (
        select(tables.fact, _s.firm_seq, _s.verdict, _s.effective_at, _s.reason)
        .join(tables.place, _s.fact_id == _f.fact_id)
        .where(_s.verdict.not_in(NO_PLACE_OF_ITS_OWN), ~is_void())
        .order_by(_s.firm_seq)
    )
    for row in paged(conn, _of_kinds(placed, kinds)):
        yield Ordered(fact_of(row), row.firm_seq, row.verdict, row.effective_at, row.reason)
    yield from pending_facts(conn, kinds)
    for row in paged(conn, _of_kinds(unplaced_links(), kinds)):
        yield Ordered(fact_of(row), UNPLACED + row.device_seq, "accepted", row.recorded_at, "")


def ordered_facts(conn: Connection, fact_ids: Collection[bytes]) -> list[Ordered]:
    """Some facts with where they stand, in order.

    Limits: few; for all of a log there is `facts_in_order`.
    """
    mine = _f.fact_id.in_(list(fact_ids))
    placed = (
        select(tables.fact, _s.firm_seq, _s.verdict, _s.effective_at, _s.reason)
        .join(tables.place, _s.fact_id == _f.fact_id)
        .where(mine, _s.verdict.not_in(NO_PLACE_OF_ITS_OWN), ~is_void())
    )
    found = [
        Ordered(fact_of(row), row.firm_seq, row.verdict, row.effective_at, row.reason)
        for row in conn.execute(placed)
    ]
    known = {ordered.fact.fact_id for ordered in found}
    if len(known) < len(fact_ids):
        found += [each for each in pending_facts(conn) if each.fact.fact_id in fact_ids]
        for row in conn.execute(unplaced_links().where(mine)):
            ordinal = UNPLACED + row.device_seq
            found.append(Ordered(fact_of(row), ordinal, "accepted", row.recorded_at, ""))
    return sorted(found, key=lambda ordered: ordered.ordinal)


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
