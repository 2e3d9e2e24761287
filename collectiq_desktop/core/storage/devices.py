"""The devices of the firm: their codes, branches and keys.

The table is the fold of all facts about devices in the firm's order, worked
out anew when one more comes: they are few, and a device knows of its own new
chain before it hears what the server did meanwhile.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, select

from collectiq_desktop.core.domain.ids import DeviceId
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.database import insert_many
from collectiq_desktop.core.storage.facts import facts_in_order
from collectiq_desktop.core.storage.prepared import Prepared
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.codec import body_or_none
from collectiq_desktop.core.wire.facts import (
    EVERY_BRANCH,
    Body,
    ChainBegun,
    DeviceEnrolled,
    DeviceRevoked,
    FirmCreated,
    SeriesAllotted,
)

_d = tables.device.c


class Device(NamedTuple):
    """A device of the firm, in the table's column order.

    `branches` and `spare_codes` are joined by spaces; `*` for all branches.
    """

    device_id: DeviceId
    name: str
    series_code: str
    branch_id: str
    branches: str
    spare_codes: str
    public_key: bytes
    replaces_id: DeviceId | None
    is_server: bool
    is_revoked: bool

    @property
    def has_all_branches(self) -> bool:
        """Whether it gets the facts of every branch."""
        return self.branches == EVERY_BRANCH

    def gets(self, branches: str) -> bool:
        """Whether facts of these branches, joined by spaces, are for it."""
        if self.has_all_branches or branches == EVERY_BRANCH:
            return True
        return not set(self.branches.split(" ")).isdisjoint(branches.split(" "))


def _read(row: tuple[object, ...]) -> Device:
    found = Device._make(row)
    return found._replace(is_server=bool(found.is_server), is_revoked=bool(found.is_revoked))


_DEVICE = Prepared(select(tables.device).where(_d.device_id == bindparam("device_id")))


def device(conn: Connection, device_id: bytes) -> Device | None:
    """A device that the books know."""
    row = _DEVICE(conn, device_id=device_id).first()
    return _read(tuple(row)) if row else None


def devices(conn: Connection) -> list[Device]:
    """All devices, by their series codes."""
    statement = select(tables.device).order_by(_d.series_code, _d.device_id)
    return [_read(tuple(row)) for row in conn.execute(statement)]


def used_codes(conn: Connection) -> set[str]:
    """Every series code that a device has, or that is kept for one."""
    found = devices(conn)
    return {code for each in found for code in (each.series_code, *each.spare_codes.split())}


def fold(writer: Writer) -> None:
    """Write the table of devices from all facts about them."""
    writer.flush_rows()
    folded: dict[bytes, Device] = {}
    early: list[ChainBegun] = []
    for ordered in facts_in_order(writer.conn, tables.DEVICE_KINDS):
        body = body_or_none(ordered.fact)
        if body is not None and (ordered.verdict == "accepted" or isinstance(body, ChainBegun)):
            _take(folded, body)
            if isinstance(body, ChainBegun) and body.replaces_id not in folded:
                early.append(body)
    # A shop that was restored before it ever had a server: its new chain comes
    # before the fact that began the firm.
    for body in early:
        _take(folded, body)
    writer.is_device_changed = True
    writer.conn.execute(delete(tables.device))
    rows = [(*row[:8], int(row.is_server), int(row.is_revoked)) for row in folded.values()]
    insert_many(writer.conn, tables.device, rows)


def _take(folded: dict[bytes, Device], body: Body) -> None:
    if isinstance(body, FirmCreated):
        folded[body.device_id] = Device(
            body.device_id,
            body.device_name,
            body.series_code,
            body.branch_id,
            EVERY_BRANCH,
            "",
            b"",
            None,
            is_server=False,
            is_revoked=False,
        )
    elif isinstance(body, DeviceEnrolled):
        folded[body.device_id] = Device(
            body.device_id,
            body.name,
            body.series_code,
            body.branch_id,
            " ".join(body.branches),
            " ".join(body.spare_codes),
            body.public_key,
            None,
            is_server=body.is_server,
            is_revoked=False,
        )
    elif isinstance(body, DeviceRevoked):
        _revoke(folded, body.device_id)
    elif isinstance(body, SeriesAllotted) and body.device_id in folded:
        before = folded[body.device_id]
        codes = dict.fromkeys((*before.spare_codes.split(), *body.codes))
        folded[body.device_id] = before._replace(spare_codes=" ".join(codes))
    elif isinstance(body, ChainBegun) and body.replaces_id in folded:
        _take_over(folded, body)


def _revoke(folded: dict[bytes, Device], device_id: bytes) -> None:
    """Revoke a device and whatever else signs with its key."""
    revoked = folded.get(device_id)
    for each_id, each in folded.items():
        is_same_key = bool(each.public_key) and revoked and each.public_key == revoked.public_key
        if each_id == device_id or is_same_key:
            folded[each_id] = each._replace(is_revoked=True)


def _take_over(folded: dict[bytes, Device], body: ChainBegun) -> None:
    """Let a new chain's device have all that the one before it had, but its code."""
    before = folded[body.replaces_id]
    spares = [code for code in before.spare_codes.split() if code != body.series_code]
    folded[body.replaces_id] = before._replace(spare_codes="")
    folded[body.device_id] = before._replace(
        device_id=body.device_id,
        series_code=body.series_code,
        spare_codes=" ".join(spares),
        replaces_id=body.replaces_id,
    )
