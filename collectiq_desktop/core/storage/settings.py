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


def setting(conn: Connection, name: str) -> bytes | None:
    """A setting's value, None where it was never set."""
    value: bytes | None = conn.execute(select(_s.value).where(_s.name == name)).scalar()
    return value


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


def can_read_more(conn: Connection) -> bool:
    """Whether facts were parked by a program that knew other kinds than this one."""
    parked = setting(conn, _PARKED)
    return parked is not None and parked != _known_kinds()


def forget_parked(conn: Connection) -> None:
    """Nothing is parked any more, or it will be noted again."""
    set_setting(conn, _PARKED, None)
