"""After how many minutes without a hand on it a counter locks itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from collectiq_desktop.core.queries.asking import Ask, answers
from collectiq_desktop.core.storage import settings

IDLE_MINUTES = range(1, 121)
USUAL_IDLE_MINUTES = 10
IDLE_SETTING = "idle_lock_minutes"


@dataclass(frozen=True, slots=True)
class IdleLock(Ask[int]):
    """The minutes of this counter."""


@answers(IdleLock)
def idle_lock(conn: Connection, _ask: IdleLock, _today_on: date) -> int:
    """The minutes; the usual ones where nothing was chosen, or nothing that can be meant."""
    kept = settings.setting(conn, IDLE_SETTING) or b""
    minutes = int(kept) if kept.isdigit() else 0
    return minutes if minutes in IDLE_MINUTES else USUAL_IDLE_MINUTES
