"""The rows of the table of actions for the settings; `actions` takes them in."""

from __future__ import annotations

from collectiq_desktop.ui.action_rows import Action, does
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

SETTINGS: tuple[Action, ...] = (
    does("settings", "save", "Ctrl+A", QT_TRANSLATE_NOOP("Action", "save")),
    does("settings", "firm", "Alt+1", QT_TRANSLATE_NOOP("Action", "firm")),
    does("settings", "printers", "Alt+2", QT_TRANSLATE_NOOP("Action", "printers")),
    does("settings", "taste", "Alt+3", QT_TRANSLATE_NOOP("Action", "this user")),
    does("settings", "branches", "Alt+4", QT_TRANSLATE_NOOP("Action", "branches")),
    does("settings", "risk", "Alt+5", QT_TRANSLATE_NOOP("Action", "risk")),
    does("settings", "locks", "Alt+6", QT_TRANSLATE_NOOP("Action", "locks")),
    does("settings", "new_printer", "Ctrl+N", QT_TRANSLATE_NOOP("Action", "new printer")),
    does("settings", "remove", "Alt+R", QT_TRANSLATE_NOOP("Action", "take out")),
)
