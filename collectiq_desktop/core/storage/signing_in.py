"""What a file keeps of sign-ins: tries, PINs of this device, sessions of phones.

Local, never replayed, never sent. Password verifiers are bulletins, so that
whoever is allowed at a counter can sign in there without a line.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, delete, select, update

from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.bulletins import bulletin_at
from collectiq_desktop.core.storage.database import put

_t, _p, _s = tables.sign_in_try.c, tables.pin.c, tables.person_session.c
_g = tables.sign_in_log.c
KEPT_MS = 400 * 86_400_000


class Tries(NamedTuple):
    """How often wrong words were given, and until when nothing is tried."""

    wrong_count: int
    locked_until_at: int


class SessionRow(NamedTuple):
    """One sign-in of a person on one device, in the table's column order.

    `current` and `previous` are hashes of the tokens that renew it.
    """

    family_id: bytes
    employee_id: bytes
    device: bytes
    current: bytes
    previous: bytes
    begun_at: int
    renewed_at: int
    is_revoked: bool


def password_key(employee_id: bytes) -> str:
    """The key of the bulletin that says an employee's password verifier."""
    return f"password {employee_id.hex()}"


def password_verifier(conn: Connection, employee_id: bytes) -> str | None:
    """What is known here of an employee's password."""
    row = bulletin_at(conn, password_key(employee_id))
    return row.value.decode() if row is not None and row.value else None


def note_deed(conn: Connection, at: int, subject: bytes, deed: str) -> None:
    """Note that somebody signed in or out, or could not; what is long past goes."""
    put(conn, tables.sign_in_log, [(at, subject, deed)])
    conn.execute(delete(tables.sign_in_log).where(_g.happened_at < at - KEPT_MS))


def tries(conn: Connection, subject: bytes) -> Tries:
    """The wrong tries of late for an employee, or for a name that nobody has."""
    columns = (_t.wrong_count, _t.locked_until_at)
    row = conn.execute(select(*columns).where(_t.subject == subject)).first()
    return Tries(*row) if row else Tries(0, 0)


def set_tries(conn: Connection, subject: bytes, told: Tries | None) -> None:
    """Note the wrong tries; None forgets them."""
    if told is None:
        conn.execute(delete(tables.sign_in_try).where(_t.subject == subject))
    else:
        put(conn, tables.sign_in_try, [(subject, *told)])


def pin_verifier(conn: Connection, employee_id: bytes) -> str | None:
    """What this device keeps of an employee's PIN."""
    return conn.execute(select(_p.verifier).where(_p.employee_id == employee_id)).scalar()


def set_pin(conn: Connection, employee_id: bytes, verifier: str | None) -> None:
    """Keep what a PIN is tried against; None forgets it."""
    if verifier is None:
        conn.execute(delete(tables.pin).where(_p.employee_id == employee_id))
    else:
        put(conn, tables.pin, [(employee_id, verifier)])


def session(conn: Connection, family_id: bytes) -> SessionRow | None:
    """A sign-in that was begun here."""
    row = conn.execute(select(tables.person_session).where(_s.family_id == family_id)).first()
    return SessionRow._make((*row[:7], bool(row[7]))) if row else None


def keep_session(conn: Connection, row: SessionRow) -> None:
    """Begin a sign-in, or note that it was renewed."""
    put(conn, tables.person_session, [(*row[:7], int(row.is_revoked))])


def end_sessions(
    conn: Connection, *, family_id: bytes = b"", employee_id: bytes = b"", device: bytes = b""
) -> None:
    """End one sign-in, or all of an employee, or all on a phone."""
    named = ((_s.family_id, family_id), (_s.employee_id, employee_id), (_s.device, device))
    [mine] = [column == value for column, value in named if value]
    conn.execute(update(tables.person_session).where(mine).values(is_revoked=1))


def forget_old_sessions(conn: Connection, before_at: int) -> None:
    """Forget sign-ins that were not renewed since an instant."""
    conn.execute(delete(tables.person_session).where(_s.renewed_at < before_at))
