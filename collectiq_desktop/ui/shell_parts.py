"""What the shell is put together from, and what of it screens are handed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from collectiq_desktop.core.domain.clock import Clock
from collectiq_desktop.core.domain.ids import Ids
from collectiq_desktop.ui.kit import (
    Firms,
    Foretelling,
    Kit,
    Mappings,
    Navigation,
    Office,
    Printing,
)
from collectiq_desktop.ui.looks import Looks
from collectiq_desktop.ui.screens.registry import SCREENS, ScreenInfo
from collectiq_desktop.ui.session import Session
from collectiq_desktop.ui.work.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class ShellParts:
    """What the shell is put together from."""

    app: QApplication
    desk: Desk
    clock: Clock
    ids: Ids
    looks: Looks
    session: Session
    printing: Printing | None = None
    firms: Firms | None = None
    mappings: Mappings | None = None
    office: Office | None = None
    foretelling: Foretelling | None = None
    screens: Sequence[ScreenInfo] = SCREENS


def kit_of(parts: ShellParts, navigation: Navigation) -> Kit:
    """What every screen is handed."""
    return Kit(
        work=parts.desk,
        clock=parts.clock,
        ids=parts.ids,
        navigation=navigation,
        printing=parts.printing,
        firms=parts.firms,
        taste=parts.looks,
        mappings=parts.mappings,
        office=parts.office,
        foretelling=parts.foretelling,
        session=parts.session,
    )
