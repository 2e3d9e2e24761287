"""How a function says which command it carries out.

A command lies in the module of its function: whoever holds one has loaded
both, and a window that opens loads only what it sends.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.storage.writer import Writer

Handler: TypeAlias = Callable[[Writer, Any, Context], Any]
_H = TypeVar("_H", bound=Handler)

HANDLERS: dict[type[Any], Handler] = {}
"""Every command that was loaded, and the function that carries it out."""


def carries_out(command: type[Any]) -> Callable[[_H], _H]:
    """Mark the function `(writer, command, context)` that carries out a command."""

    def mark(function: _H) -> _H:
        HANDLERS[command] = function
        return function

    return mark
