"""Assignments in the projections: each change, and who has a party now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, delete, select

from collectiq_desktop.core.domain.assignments import Assigning, fold_assignments
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.database import chunks, insert_many, put
from collectiq_desktop.core.storage.masters import At
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.facts import PartiesAssigned

_a, _c = tables.assignment.c, tables.assigning.c


def note_assigned(writer: Writer, at: At, body: PartiesAssigned) -> None:
    """Take in one fact at its place, in place of what was noted of it before."""
    writer.flush_rows()
    told = (at.fact_id, at.ordinal, body.agent_id, body.part, at.effective_at)
    rows = [(party_id, *told) for party_id in dict.fromkeys(body.party_ids)]
    put(writer.conn, tables.assigning, rows)
    _fold(writer, body.party_ids)


def drop_assigned(writer: Writer, fact_id: bytes, body: PartiesAssigned) -> None:
    """Forget a fact that has no effect."""
    writer.flush_rows()
    writer.conn.execute(delete(tables.assigning).where(_c.fact_id == fact_id))
    _fold(writer, body.party_ids)


def _fold(writer: Writer, party_ids: Collection[bytes]) -> None:
    """Write the agents of some parties from all changes."""
    for some in chunks(sorted(set(party_ids))):
        _fold_some(writer.conn, some)
    writer.touched.party_ids.update(party_ids)


def _fold_some(conn: Connection, party_ids: Sequence[bytes]) -> None:
    changes: dict[bytes, list[Assigning]] = defaultdict(list)
    columns = (_c.party_id, _c.ordinal, _c.agent_id, _c.part, _c.assigned_at)
    for party_id, *change in conn.execute(select(*columns).where(_c.party_id.in_(party_ids))):
        changes[party_id].append(Assigning._make(change))
    conn.execute(delete(tables.assignment).where(_a.party_id.in_(party_ids)))
    rows = [
        (party_id, each.agent_id, int(each.is_main), each.since_at)
        for party_id, told in changes.items()
        for each in fold_assignments(told)
    ]
    insert_many(conn, tables.assignment, rows)


def is_assigned(conn: Connection, party_id: bytes, agent_id: bytes) -> bool:
    """Whether a party is one of this agent's."""
    mine = (_a.party_id == party_id, _a.agent_id == agent_id)
    return conn.execute(select(_a.party_id).where(*mine)).first() is not None


def was_assigned(conn: Connection, party_id: bytes, agent_id: bytes, firm_seq: int) -> bool:
    """Whether it was by what was known up to a place of the firm's order."""
    columns = (_c.ordinal, _c.agent_id, _c.part, _c.assigned_at)
    then = select(*columns).where(_c.party_id == party_id, _c.ordinal <= firm_seq)
    changes = [Assigning._make(change) for change in conn.execute(then)]
    return any(each.agent_id == agent_id for each in fold_assignments(changes))
