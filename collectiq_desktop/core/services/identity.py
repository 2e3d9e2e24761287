"""Whose books a file holds, and which device writes them.

Local to the file and to nobody else's concern: facts name users and devices
by themselves.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from collectiq_desktop.core.domain.clock import Clock
from collectiq_desktop.core.domain.errors import BooksDamaged
from collectiq_desktop.core.domain.ids import DeviceId, FirmId, Ids, UserId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import MAIN_BRANCH
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.storage import devices, places, settings, tables
from collectiq_desktop.core.storage.masters import firm_ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Whose books these are, and which device writes them.

    `is_server` of a device that gives places, `is_enrolled` of one that gets
    them from a server.
    """

    firm_id: FirmId
    device_id: DeviceId
    user_id: UserId
    series_code: str
    branch_id: str = MAIN_BRANCH
    is_server: bool = False
    is_enrolled: bool = False


def context_of(identity: Identity, clock: Clock, ids: Ids, conn: Connection) -> Context:
    """What a command may know of the world, within one transaction."""
    is_ordered = identity.is_server or identity.is_enrolled
    seen = places.cursor(conn) if is_ordered else places.Cursor(0, 0)
    return Context(
        firm_id=identity.firm_id,
        user_id=identity.user_id,
        device_id=identity.device_id,
        series_code=identity.series_code,
        branch_id=identity.branch_id,
        today_on=clock.today_on(),
        now_at=clock.now_at(),
        ids=ids,
        seen_epoch=seen.epoch,
        seen_firm_seq=seen.firm_seq,
        is_server=identity.is_server,
    )


def note_identity(conn: Connection, identity: Identity) -> None:
    """Keep in the file whose books these are."""
    for name, value in (
        ("firm_id", identity.firm_id),
        (settings.DEVICE, identity.device_id),
        ("user_id", identity.user_id),
        ("series_code", identity.series_code.encode()),
        ("branch_id", identity.branch_id.encode()),
        (settings.ROLE, _role_of(identity)),
    ):
        settings.set_setting(conn, name, value)


def _role_of(identity: Identity) -> bytes:
    if identity.is_server:
        return settings.SERVER
    return settings.ENROLLED if identity.is_enrolled else settings.ALONE


def identity_of(conn: Connection, name: str) -> Identity:
    """Whose books these are.

    Books of an older program name only device and user; the rest is in the
    projections. The series code is kept in the file, because a new chain's
    comes into use before its fact is placed.

    Raises:
        BooksDamaged: it does not say.
    """
    rows = conn.execute(select(tables.setting.c.name, tables.setting.c.value))
    kept: dict[str, bytes] = {row.name: row.value for row in rows}
    device = devices.device(conn, kept.get(settings.DEVICE, b""))
    if device is not None:
        kept.setdefault("series_code", device.series_code.encode())
        kept.setdefault("branch_id", device.branch_id.encode())
    if "series_code" not in kept:
        message = say("{name} does not say which counter it belongs to.", name=name)
        raise BooksDamaged(message)
    role = kept.get(settings.ROLE, b"")
    return Identity(
        firm_id=FirmId(kept.get("firm_id") or firm_ids(conn)[1]),
        device_id=DeviceId(kept[settings.DEVICE]),
        user_id=UserId(kept["user_id"]),
        series_code=kept["series_code"].decode(),
        branch_id=kept["branch_id"].decode(),
        is_server=role == settings.SERVER,
        is_enrolled=role == settings.ENROLLED,
    )
