"""What this file knows of itself: whose it is, and what it must not forget.

Local to one machine; never sent, never rebuilt.
"""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, delete, insert, select

from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.wire.facts import KINDS

_s = tables.setting.c
_PARKED = "parked"
ALONE, ENROLLED, SERVER = b"alone", b"enrolled", b"server"
"""What a file is in its firm, under `ROLE`."""

DEVICE, ROLE = "device_id", "role"


def setting(conn: Connection, name: str) -> bytes | None:
    """A setting's value, None where it was never set."""
    value: bytes | None = conn.execute(select(_s.value).where(_s.name == name)).scalar()
    return value


def beginning_with(conn: Connection, prefix: str) -> dict[str, bytes]:
    """All settings whose name begins so, by name."""
    statement = select(_s.name, _s.value).where(_s.name.startswith(prefix, autoescape=True))
    return {row.name: row.value for row in conn.execute(statement.order_by(_s.name))}


def set_setting(conn: Connection, name: str, value: bytes | None) -> None:
    """Set a value; None forgets it."""
    conn.execute(delete(tables.setting).where(_s.name == name))
    if value is not None:
        conn.execute(insert(tables.setting).values(name=name, value=value))


def _known_kinds() -> bytes:
    """A mark of the kinds and versions of facts that this program can read."""
    kinds = " ".join(f"{kind}.{known[0]}" for kind, known in sorted(KINDS.items()))
    return hashlib.sha256(kinds.encode()).digest()


def note_parked(conn: Connection) -> None:
    """Note that the log holds facts that this program cannot read."""
    set_setting(conn, _PARKED, _known_kinds())


def has_parked(conn: Connection) -> bool:
    """Whether the log holds facts that this program cannot read."""
    return setting(conn, _PARKED) is not None


def can_read_more(conn: Connection) -> bool:
    """Whether facts were parked by a program that knew other kinds than this one."""
    parked = setting(conn, _PARKED)
    return parked is not None and parked != _known_kinds()


def forget_parked(conn: Connection) -> None:
    """Nothing is parked any more, or it will be noted again."""
    set_setting(conn, _PARKED, None)
