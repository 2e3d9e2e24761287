"""Bulletins as they are read here, and as they are told to a device."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from collectiq_desktop.core.domain.bulletins import Bulletin
from collectiq_desktop.core.queries.asking import Ask, answers
from collectiq_desktop.core.queries.exchange import own_chains
from collectiq_desktop.core.storage import bulletins
from collectiq_desktop.core.storage.bulletins import BulletinRow
from collectiq_desktop.core.storage.devices import Device
from collectiq_desktop.core.wire.peer import MAX_BULLETINS, MAX_BULLETINS_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletinsLike(Ask[tuple[Bulletin, ...]]):
    """What is published under keys that begin so."""

    prefix: str


@answers(BulletinsLike)
def bulletins_like(conn: Connection, ask: BulletinsLike, _today_on: date) -> tuple[Bulletin, ...]:
    """The newest value under each such key, by key; what was withdrawn is left out."""
    return tuple(
        Bulletin(key=row.key, value=row.value, device_id=row.device_id, written_at=row.written_at)
        for row in bulletins.beginning_with(conn, ask.prefix)
        if row.value is not None
    )


def page_of_bulletins(
    conn: Connection, device: Device, after: int
) -> tuple[list[BulletinRow], bool]:
    """The next bulletins as one device gets them; without its value what is not for it.

    Returns:
        The bulletins, and whether there are more.
    """
    rows = bulletins.arrived_after(conn, after, MAX_BULLETINS + 1)
    told = list(_within_limits(as_told(conn, device, rows[:MAX_BULLETINS])))
    return told, len(told) < len(rows)


def _within_limits(rows: Iterator[BulletinRow]) -> Iterator[BulletinRow]:
    size = 0
    for n, row in enumerate(rows):
        size += len(row.value or b"")
        if n and size > MAX_BULLETINS_BYTES:
            return
        yield row


def as_told(conn: Connection, device: Device, rows: list[BulletinRow]) -> Iterator[BulletinRow]:
    """Bulletins as one device may see them."""
    own = own_chains(conn, device.device_id)
    for row in rows:
        audience = row.audience
        is_for_it = device.gets(row.branches) or not own.isdisjoint(
            {row.device_id, *audience.device_ids}
        )
        yield row if is_for_it else row._replace(value=None)
