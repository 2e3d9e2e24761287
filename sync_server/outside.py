"""What the core is handed on a server: the machine's clock, and random ids."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from datetime import date

from collectiq_desktop.core.books import Surroundings
from collectiq_desktop.core.domain.calendar import business_date
from collectiq_desktop.core.domain.clock import Clock
from collectiq_desktop.core.domain.ids import TAIL_BYTES, id_of


@dataclass(frozen=True, slots=True)
class ServerClock:
    """The machine's clock, told in UTC milliseconds and in India's days."""

    def now_at(self) -> int:
        return time.time_ns() // 1_000_000

    def today_on(self) -> date:
        return business_date(self.now_at())


@dataclass(frozen=True, slots=True)
class ServerIds:
    """Ids with the clock in their head and chance in their tail."""

    clock: Clock

    def mint(self) -> bytes:
        return id_of(self.clock.now_at(), secrets.token_bytes(TAIL_BYTES))


def server_outside() -> Surroundings:
    """The machine's clock and random ids; the server is the anchor of others."""
    clock = ServerClock()
    return Surroundings(clock=clock, ids=ServerIds(clock))
