"""Every ask and every command that there is, whatever has been loaded so far."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from types import ModuleType
from typing import Any

from collectiq_desktop.core import queries, services
from collectiq_desktop.core.queries import asking
from collectiq_desktop.core.services import carrying


def modules_of(package: ModuleType) -> list[ModuleType]:
    """The modules of a package, each loaded."""
    return [
        importlib.import_module(f"{package.__name__}.{module.name}")
        for module in pkgutil.iter_modules(package.__path__)
    ]


def every_ask() -> Mapping[type[Any], asking.Answer]:
    """Each ask with the function that answers it."""
    modules_of(queries)
    return asking.ANSWERS


def every_command() -> Mapping[type[Any], carrying.Handler]:
    """Each command with the function that carries it out."""
    modules_of(services)
    return carrying.HANDLERS
