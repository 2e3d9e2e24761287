"""Bulletins as this file keeps them: local, never replayed, never in the dump.

On the server `arrival` counts what came in or was written there; a counter
keeps that number, 0 for what the server has not told to have, and
`NOT_TAKEN` for what it refused.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, func, select, update

from collectiq_desktop.core.domain.bulletins import DEVICE_ID_BYTES, Audience
from collectiq_desktop.core.domain.ids import DeviceId
from collectiq_desktop.core.storage import settings, tables
from collectiq_desktop.core.storage.database import put

NOT_TAKEN = -1
_MARK = "bulletins"
_LAST_KEY = "\U0010ffff"
_b = tables.bulletin.c


class BulletinRow(NamedTuple):
    """A bulletin in the table's column order.

    `value` is None where it is not for this device, and empty where it was
    withdrawn; `ranked_at` is `written_at` as the server let it pass.
    """

    key: str
    device_id: DeviceId
    written_at: int
    ranked_at: int
    branches: str
    device_ids: bytes
    value_hash: bytes
    value: bytes | None
    signature: bytes
    arrival: int

    @property
    def rank(self) -> tuple[int, int, bytes, bytes]:
        """Of two under one key, the higher wins, on every device."""
        return (self.ranked_at, self.written_at, self.device_id, self.value_hash)

    @property
    def audience(self) -> Audience:
        """Who may receive it."""
        size = DEVICE_ID_BYTES
        starts = range(0, len(self.device_ids), size)
        return Audience(
            branches=tuple(self.branches.split()),
            device_ids=tuple(DeviceId(self.device_ids[at : at + size]) for at in starts),
        )

    def is_same(self, other: BulletinRow) -> bool:
        """Whether both are one and the same thing that an author wrote."""
        return (self.device_id, self.written_at, self.value_hash) == (
            other.device_id,
            other.written_at,
            other.value_hash,
        )


class Mark(NamedTuple):
    """How far the server's bulletins are known here, and of which of its epochs that is."""

    epoch: int
    arrival: int


def bulletin_at(conn: Connection, key: str) -> BulletinRow | None:
    """What is known under a key."""
    row = conn.execute(select(tables.bulletin).where(_b.key == key)).first()
    return BulletinRow(*row) if row else None


def keep(conn: Connection, row: BulletinRow) -> None:
    """Keep a bulletin instead of what was known under its key."""
    put(conn, tables.bulletin, [tuple(row)])


def beginning_with(conn: Connection, prefix: str) -> list[BulletinRow]:
    """Bulletins that say something to this device, by key."""
    here = (_b.key >= prefix, _b.key < prefix + _LAST_KEY, func.length(_b.value) > 0)
    return [
        BulletinRow(*row)
        for row in conn.execute(select(tables.bulletin).where(*here).order_by(_b.key))
    ]


def last_arrival(conn: Connection) -> int:
    """The number of what came in last."""
    return max(0, conn.execute(select(func.max(_b.arrival))).scalar() or 0)


def arrived_after(conn: Connection, arrival: int, limit: int) -> list[BulletinRow]:
    """What came in after a number, in order."""
    statement = select(tables.bulletin).where(_b.arrival > max(0, arrival))
    return [BulletinRow(*row) for row in conn.execute(statement.order_by(_b.arrival).limit(limit))]


def unsent_keys(conn: Connection) -> list[str]:
    """Keys of what the server has not told to have."""
    mine = (_b.arrival == 0, _b.value.is_not(None))
    return list(conn.execute(select(_b.key).where(*mine).order_by(_b.key)).scalars())


def note_taken(
    conn: Connection, taken: tuple[str, bytes, int], *, ranked_at: int, arrival: int
) -> None:
    """Note what the server says of a bulletin, unless another took its place here.

    Args:
        taken: key, author and written_at of what was sent.
    """
    key, device_id, written_at = taken
    mine = (_b.key == key, _b.device_id == device_id, _b.written_at == written_at)
    changes = update(tables.bulletin).where(*mine).values(ranked_at=ranked_at, arrival=arrival)
    conn.execute(changes)


def mark(conn: Connection) -> Mark:
    """How far the server's bulletins are known here."""
    kept = settings.setting(conn, _MARK)
    return Mark(*msgspec.msgpack.decode(kept, type=tuple[int, int])) if kept else Mark(0, 0)


def set_mark(conn: Connection, known: Mark) -> None:
    """Note how far the server's bulletins are known here."""
    settings.set_setting(conn, _MARK, msgspec.msgpack.encode(tuple(known)))


def begin_anew(conn: Connection, epoch: int) -> None:
    """Nothing is known of what the server has: it may have lost some of it."""
    conn.execute(update(tables.bulletin).values(arrival=0))
    set_mark(conn, Mark(epoch, 0))
