"""What a command may know of the world: who acts, where, and when it is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from collectiq_desktop.core.domain.ids import DeviceId, FirmId, Ids, UserId
from collectiq_desktop.core.domain.roles import EVERYTHING, Rights
from collectiq_desktop.core.domain.vouchers import MAIN_BRANCH


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The acting user and device, the day and the instant, all handed in.

    Dates: `today_on` is the business date in IST; `now_at` UTC milliseconds.
    """

    firm_id: FirmId
    user_id: UserId
    device_id: DeviceId
    series_code: str
    today_on: date
    now_at: int
    ids: Ids = field(repr=False)
    branch_id: str = MAIN_BRANCH
    seen_epoch: int = 0
    seen_firm_seq: int = 0
    # Whether this device gives places: what it records has its place at once.
    is_server: bool = False
    # What the one who acts may do; what the program does by itself may do all.
    rights: Rights = EVERYTHING

    def on_chain(self, device_id: DeviceId, series_code: str) -> Context:
        """The same, on a new chain of the device."""
        return replace(self, device_id=device_id, series_code=series_code)
