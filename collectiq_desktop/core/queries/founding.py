"""The first links of a firm that began alone: what a server adopts it by."""

from __future__ import annotations

from sqlalchemy import Connection, select

from collectiq_desktop.core.domain.ids import DeviceId
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.facts import fact_of
from collectiq_desktop.core.wire.facts import FirmCreated
from collectiq_desktop.core.wire.joining import MAX_FOUNDING_LINKS
from collectiq_desktop.core.wire.peer import PushedLink

_l, _f = tables.link.c, tables.fact.c


def founding_links(conn: Connection, device_id: DeviceId) -> tuple[PushedLink, ...]:
    """The links of a device's chain up to the fact that created the firm.

    It is the first, unless the books were restored since: then a new chain
    begins before it.
    """
    statement = (
        select(tables.fact, _l.fact_hash)
        .join(tables.link, _l.fact_id == _f.fact_id)
        .where(_l.device_id == device_id)
        .order_by(_l.device_seq)
        .limit(MAX_FOUNDING_LINKS)
    )
    found: list[PushedLink] = []
    for row in conn.execute(statement).all():
        fact = fact_of(row)
        found.append(PushedLink(fact_id=fact.fact_id, fact_hash=row.fact_hash, fact=fact))
        if fact.kind == FirmCreated.__name__:
            return tuple(found)
    message = "books that began alone hold the fact that created the firm"
    raise AssertionError(message)
