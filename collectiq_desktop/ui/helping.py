"""Which page of help belongs to where one is."""

from __future__ import annotations

from collectiq_desktop.ui.kit import Place

HELP = "help"
KEYBOARD, FIRST_MINUTES = "keyboard", "first_minutes"


def help_place(here: str) -> Place:
    """The page of a screen; from help itself, the first five minutes."""
    return Place(screen=HELP, text=FIRST_MINUTES if here == HELP else here)
