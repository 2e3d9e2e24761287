"""The firm's master data and its devices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from collectiq_desktop.core.domain.errors import NotFound
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import DeviceId, FirmId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.asking import Ask, answers
from collectiq_desktop.core.storage import settings, tables
from collectiq_desktop.core.storage.devices import devices
from collectiq_desktop.core.storage.masters import master_of, unpack


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceLine:
    """A device that writes these books."""

    device_id: DeviceId
    name: str
    series_code: str
    branch_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmDetails:
    """Whose books these are, and on which devices they are written.

    Args:
        counter: the name of the device that this file is of.
    """

    firm_id: FirmId
    firm: Firm
    devices: tuple[DeviceLine, ...]
    counter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmCard(Ask[FirmDetails]):
    """The firm's master data and its devices."""


@answers(FirmCard)
def firm_card(conn: Connection, _ask: FirmCard, _today_on: date) -> FirmDetails:
    """The firm and its devices."""
    row = conn.execute(select(tables.firm.c.firm_id, tables.firm.c.fields)).first()
    if row is None:
        is_new = settings.setting(conn, settings.ROLE) == settings.ENROLLED
        raise NotFound(_STILL_EMPTY if is_new else _NO_FIRM)
    known = devices(conn)
    own_id = settings.setting(conn, settings.DEVICE)
    return FirmDetails(
        firm_id=row.firm_id,
        firm=master_of(Firm, unpack(row.fields)),
        devices=tuple(
            DeviceLine(
                device_id=each.device_id,
                name=each.name,
                series_code=each.series_code,
                branch_id=each.branch_id,
            )
            for each in known
        ),
        counter=next((each.name for each in known if each.device_id == own_id), ""),
    )


_NO_FIRM = say("These books have no firm yet; make new books instead.")
_STILL_EMPTY = say(
    "These books are being filled from head office for the first time; the firm's data comes first."
)
