"""After how many idle minutes this counter locks itself: kept in its own file, never sent."""

from __future__ import annotations

from dataclasses import dataclass

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.touched import Noun
from collectiq_desktop.core.queries.idling import IDLE_MINUTES, IDLE_SETTING
from collectiq_desktop.core.services.carrying import carries_out
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.storage.settings import set_setting
from collectiq_desktop.core.storage.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class SetIdleLock:
    """Say after how many minutes without a hand on it this counter locks itself."""

    minutes: int


@carries_out(SetIdleLock)
def set_idle_lock(writer: Writer, command: SetIdleLock, _context: Context) -> None:
    """Keep it.

    Raises:
        BadInput: fewer minutes than one, or more than two hours.
    """
    if command.minutes not in IDLE_MINUTES:
        message = say(
            "This must be a whole number from {least} to {most}.",
            least=IDLE_MINUTES[0],
            most=IDLE_MINUTES[-1],
        )
        raise BadInput(message, field="minutes")
    set_setting(writer.conn, IDLE_SETTING, str(command.minutes).encode())
    writer.touched.add(Noun.DEVICE)
