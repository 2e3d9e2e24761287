"""When each device was last there: what the server notes, and what a counter was told.

Local to one file, and worth no fact: it changes with every exchange and moves
no money.
"""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection

from collectiq_desktop.core.storage import settings

_SEEN = "seen"
WORTH_NOTING_MS = 60_000


def seen(conn: Connection) -> dict[bytes, int]:
    """The instant at which each device last began an exchange, by the server's clock."""
    kept = settings.setting(conn, _SEEN)
    return msgspec.msgpack.decode(kept, type=dict[bytes, int]) if kept else {}


def is_news(known: dict[bytes, int], device_id: bytes, now_at: int) -> bool:
    """Whether a device was not noted within the last minute."""
    return now_at - known.get(device_id, 0) >= WORTH_NOTING_MS


def note_seen(conn: Connection, device_id: bytes, now_at: int) -> None:
    """Note that a device is there now."""
    keep_seen(conn, {**seen(conn), device_id: now_at})


def keep_seen(conn: Connection, told: dict[bytes, int]) -> None:
    """Keep what is known of all devices."""
    settings.set_setting(conn, _SEEN, msgspec.msgpack.encode(told))
