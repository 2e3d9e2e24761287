"""Rows of the table of actions for who works here, what they did, and at which counters.

They stand in `actions.ACTIONS` like all others; here because they are many.
"""

from __future__ import annotations

from collectiq_desktop.ui.action_rows import Action, does
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

PEOPLE_ACTIONS: tuple[Action, ...] = (
    # Signing in, and who works here -----------------------------------------------
    does("sign_in", "next", "Enter", QT_TRANSLATE_NOOP("Action", "sign in"), is_hint=True),
    does("sign_in", "names", "Ctrl+F", QT_TRANSLATE_NOOP("Action", "another name")),
    does("employees", "choose", "Enter", QT_TRANSLATE_NOOP("Action", "alter"), is_hint=True),
    does("employees", "save", "Ctrl+A", QT_TRANSLATE_NOOP("Action", "save")),
    does("employees", "new", "Ctrl+N", QT_TRANSLATE_NOOP("Action", "new employee")),
    does("employees", "rights", "Alt+B", QT_TRANSLATE_NOOP("Action", "rights")),
    does("employees", "tick", "Space", QT_TRANSLATE_NOOP("Action", "grant or take"), is_hint=True),
    does("employees", "leave", "Alt+X", QT_TRANSLATE_NOOP("Action", "has left, or is back")),
    does(
        "employees",
        "sign_ins",
        "Alt+H",
        QT_TRANSLATE_NOOP("Action", "sign-ins"),
        screen="sign_ins",
    ),
    does("employees", "code", "Alt+K", QT_TRANSLATE_NOOP("Action", "recovery code")),
    does("employees", "inactive", "Alt+F12", QT_TRANSLATE_NOOP("Action", "also who left")),
    # Edit log -------------------------------------------------------------------
    does("edit_log", "choose", "Enter", QT_TRANSLATE_NOOP("Action", "open"), is_hint=True),
    does("edit_log", "day", "F2", QT_TRANSLATE_NOOP("Action", "day")),
    does("edit_log", "period", "Alt+F2", QT_TRANSLATE_NOOP("Action", "period")),
    does("edit_log", "party", "Ctrl+F", QT_TRANSLATE_NOOP("Action", "party")),
    does("edit_log", "who", "Alt+B", QT_TRANSLATE_NOOP("Action", "who")),
    does("edit_log", "about", "Alt+F12", QT_TRANSLATE_NOOP("Action", "about")),
    does("edit_log", "export", "Alt+E", QT_TRANSLATE_NOOP("Action", "save as file")),
    does("edit_log", "verify", "Alt+R", QT_TRANSLATE_NOOP("Action", "verify chain")),
)
