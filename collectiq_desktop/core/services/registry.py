"""Carrying out a command: past the gate, then by the function marked for it."""

from __future__ import annotations

from typing import Any

from collectiq_desktop.core.services import errands
from collectiq_desktop.core.services.carrying import HANDLERS
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.gate import admitted
from collectiq_desktop.core.services.together import Together
from collectiq_desktop.core.storage.writer import Writer


def carry_out(writer: Writer, command: object, context: Context) -> Any:
    """Carry out one command within the writer's transaction, with its errands."""
    if isinstance(command, errands.WithErrands):
        result = carry_out(writer, command.command, context)
        errands.promise(writer, context, command.errands)
        return result
    if isinstance(command, Together):
        return tuple(carry_out(writer, each, context) for each in command.commands)
    handler = HANDLERS[type(command)]
    command, context = admitted(writer, command, context)
    return handler(writer, command, context)
