"""What a screen is called by the user, in the language that holds now."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.ui.screens.registry import SCREENS


def title_of_screen(name: str) -> str:
    """The title of a screen, empty where there is no such screen."""
    for info in SCREENS:
        if info.name == name:
            return QCoreApplication.translate("Screen", info.title)
    return ""
