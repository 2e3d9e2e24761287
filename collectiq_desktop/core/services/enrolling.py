"""Devices come and go: enrolling, further series codes, revoking, a new chain.

All but the new chain are the server's to record: it alone knows which codes
are used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from collectiq_desktop.core.domain.errors import NotFound, Refused
from collectiq_desktop.core.domain.ids import DeviceId, FactId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import MAIN_BRANCH
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.places import relink
from collectiq_desktop.core.services.record import already_recorded, record
from collectiq_desktop.core.storage import chains, devices, settings
from collectiq_desktop.core.storage.devices import Device
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.facts import (
    EVERY_BRANCH,
    ChainBegun,
    DeviceEnrolled,
    DeviceRevoked,
    SeriesAllotted,
)

SPARES_COUNT = 2
SERVER_LETTER = "H"
"""Series of servers begin with it, so that no counter's ever clash with them."""

_COUNTER_LETTERS = "ABCDEFGJKLMNPQRSTUVWXYZ"
_USED_SPARES = "used_spares"


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """What is asked for a new device.

    `public_key` is Ed25519; `branches` are those whose facts it gets.
    """

    device_id: DeviceId
    name: str
    public_key: bytes
    branch_id: str = MAIN_BRANCH
    branches: tuple[str, ...] = (EVERY_BRANCH,)


def free_codes(writer: Writer, letters: str = _COUNTER_LETTERS) -> Iterator[str]:
    """Series codes that no device has or keeps, in the order in which they are given.

    Raises:
        Refused: all are used.
    """
    writer.flush_rows()
    used = devices.used_codes(writer.conn)
    for letter in letters:
        for n in range(1, 100):
            code = f"{letter}{n:02d}"
            if code not in used:
                yield code
    message = say("All series codes are used; no further counter can be enrolled.")
    raise Refused(message, field="device")


def enrol(writer: Writer, context: Context, asked: Enrolment) -> Device:
    """Give a device its codes and its place among the devices.

    One that is of the firm already keeps its series code: a shop that began
    alone, or an answer that was lost.
    """
    known = devices.device(writer.conn, asked.device_id)
    if known is not None and known.public_key not in (b"", asked.public_key):
        message = say("This device is enrolled with another key; enrol it as a new counter.")
        raise Refused(message, field="device")
    if known is not None and known.public_key == asked.public_key:
        return known
    codes = free_codes(writer)
    series_code = known.series_code if known is not None else next(codes)
    body = DeviceEnrolled(
        device_id=asked.device_id,
        name=asked.name,
        series_code=series_code,
        spare_codes=tuple(next(codes) for _ in range(SPARES_COUNT)),
        branch_id=asked.branch_id,
        branches=asked.branches,
        public_key=asked.public_key,
    )
    record(writer, context, body, context.ids.mint())
    return _device(writer, asked.device_id)


def enrol_server(writer: Writer, context: Context, public_key: bytes) -> Device:
    """Let the server be a device of the firm, also one that was restored."""
    body = DeviceEnrolled(
        device_id=context.device_id,
        name="Head office",
        series_code=next(free_codes(writer, SERVER_LETTER)),
        branch_id=context.branch_id,
        public_key=public_key,
        is_server=True,
    )
    record(writer, context, body, context.ids.mint())
    return _device(writer, context.device_id)


def allot_spares(writer: Writer, context: Context, device: Device) -> None:
    """Keep two codes for a device at any time, for the day it is restored."""
    lacking = SPARES_COUNT - len(device.spare_codes.split())
    if lacking > 0 and not device.is_revoked:
        codes = free_codes(writer)
        given = tuple(next(codes) for _ in range(lacking))
        body = SeriesAllotted(device_id=device.device_id, codes=given)
        record(writer, context, body, context.ids.mint())


def revoke(
    writer: Writer, context: Context, device_id: DeviceId, fact_id: FactId, reason: str
) -> None:
    """Let a device take part no more; what it still sends is held.

    Raises:
        NotFound: there is no such device.
        Refused: it is the server itself.
    """
    if already_recorded(writer, fact_id, DeviceRevoked.__name__):
        return
    device = devices.device(writer.conn, device_id)
    if device is None:
        message = say("There is no such device; look at the list of devices.")
        raise NotFound(message, field="device")
    if device.is_server:
        message = say("The server cannot revoke itself.")
        raise Refused(message, field="device")
    record(writer, context, DeviceRevoked(device_id=device_id, reason=reason), fact_id)


def spare_code(
    writer: Writer, context: Context, allotted: Sequence[str] = (), *, is_alone: bool = False
) -> str:
    """A code for a new chain, none twice on this machine; else the present one.

    Args:
        allotted: codes that the server says are free for this device.
        is_alone: there is no server, so the device may take any that is free.
    """
    before = devices.device(writer.conn, context.device_id)
    used = _used_spares(writer)
    kept = before.spare_codes.split() if before is not None else []
    spares = [code for code in (*allotted, *kept) if code not in used]
    if not spares and is_alone:
        spares = [next(code for code in free_codes(writer) if code not in used)]
    return spares[0] if spares else context.series_code


def note_used(writer: Writer, codes: Iterable[str]) -> None:
    """Note codes that chains of this machine had, so that no further one gets them."""
    known = _used_spares(writer)
    told = " ".join(dict.fromkeys((*known, *codes)))
    settings.set_setting(writer.conn, _USED_SPARES, told.encode())


def _used_spares(writer: Writer) -> list[str]:
    return (settings.setting(writer.conn, _USED_SPARES) or b"").decode().split()


def begin_chain(writer: Writer, before: Context, now: Context) -> None:
    """Begin a new chain after a restore, and link on it what was not sent.

    The facts keep their ids and numbers.
    """
    note_used(writer, [now.series_code])
    lost = _cut_off_unsent(writer, before)
    body = ChainBegun(
        device_id=now.device_id, replaces_id=before.device_id, series_code=now.series_code
    )
    record(writer, now, body, now.ids.mint())
    relink(writer, now, lost)
    devices.fold(writer)


def become_another(writer: Writer, before: Context, now: Context) -> None:
    """Go on as another counter, whose chain the server does not know from before.

    What was not sent goes along; where the counter that this one was before is
    alive and sends it too, it is known by its ids.
    """
    note_used(writer, [now.series_code])
    relink(writer, now, _cut_off_unsent(writer, before))


def _cut_off_unsent(writer: Writer, before: Context) -> list[FactId]:
    lost = chains.unplaced(writer.conn, before.device_id)
    chains.displace(writer, lost)
    return [link.fact_id for link in lost]


def _device(writer: Writer, device_id: DeviceId) -> Device:
    writer.flush_rows()
    found = devices.device(writer.conn, device_id)
    assert found is not None, "the device was just enrolled"
    return found
