"""The rows of the one table of actions that belong to collecting; `actions` takes them in."""

from __future__ import annotations

from collectiq_desktop.ui.action_rows import Action, does
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

COLLECTING_ACTIONS: tuple[Action, ...] = (
    # Cheques ----------------------------------------------------------------------
    does("cheques", "choose", "Enter", QT_TRANSLATE_NOOP("Action", "open"), is_hint=True),
    does("cheques", "deposit", "Alt+D", QT_TRANSLATE_NOOP("Action", "deposit")),
    does("cheques", "clear", "Alt+L", QT_TRANSLATE_NOOP("Action", "cleared")),
    does("cheques", "bounce", "Alt+B", QT_TRANSLATE_NOOP("Action", "bounced")),
    does("cheques", "give_back", "Alt+X", QT_TRANSLATE_NOOP("Action", "give back")),
    does("cheques", "photo", "Alt+V", QT_TRANSLATE_NOOP("Action", "photo")),
    does("cheques", "which", "Ctrl+H", QT_TRANSLATE_NOOP("Action", "which cheques")),
    # Promises ---------------------------------------------------------------------
    does("promises", "choose", "Enter", QT_TRANSLATE_NOOP("Action", "open party"), is_hint=True),
    does("promises", "new", "Alt+N", QT_TRANSLATE_NOOP("Action", "new promise")),
    does("promises", "receipt", "F6", QT_TRANSLATE_NOOP("Action", "receipt")),
    does("promises", "withdraw", "Alt+X", QT_TRANSLATE_NOOP("Action", "take back")),
    does("promises", "which", "Ctrl+H", QT_TRANSLATE_NOOP("Action", "which promises")),
    # Run sheets -------------------------------------------------------------------
    does("run_sheets", "choose", "Enter", QT_TRANSLATE_NOOP("Action", "open"), is_hint=True),
    does("run_sheets", "new", "Alt+N", QT_TRANSLATE_NOOP("Action", "issue a sheet")),
    does("run_sheets", "beats", "Alt+B", QT_TRANSLATE_NOOP("Action", "beats"), screen="beats"),
    does(
        "run_sheet", "choose", "Enter", QT_TRANSLATE_NOOP("Action", "what came of it"), is_hint=True
    ),
    does("run_sheet", "paper", "Ctrl+P", QT_TRANSLATE_NOOP("Action", "paper")),
    does("run_sheet", "print", "Alt+P", QT_TRANSLATE_NOOP("Action", "print")),
    does("run_sheet", "party", "Alt+D", QT_TRANSLATE_NOOP("Action", "open party")),
    does("run_sheet", "close", "Alt+L", QT_TRANSLATE_NOOP("Action", "close the sheet")),
    # Agents and who has which party -----------------------------------------------
    does("agents", "span", "Ctrl+H", QT_TRANSLATE_NOOP("Action", "day, week, month")),
    does("agents", "cash", "Alt+D", QT_TRANSLATE_NOOP("Action", "cash hand-over"), screen="cash"),
    does("agents", "assign", "Alt+N", QT_TRANSLATE_NOOP("Action", "assignment"), screen="assign"),
    does("assign", "choose", "Enter", QT_TRANSLATE_NOOP("Action", "open party"), is_hint=True),
    does("assign", "tick", "Space", QT_TRANSLATE_NOOP("Action", "tick party")),
    does("assign", "tick_all", "Alt+A", QT_TRANSLATE_NOOP("Action", "tick all or none")),
    does("assign", "give", "Alt+N", QT_TRANSLATE_NOOP("Action", "give to an agent")),
    does("assign", "which", "Ctrl+H", QT_TRANSLATE_NOOP("Action", "which parties")),
    does("assign", "past", "Alt+H", QT_TRANSLATE_NOOP("Action", "who had it")),
    does("assign", "beats", "Alt+B", QT_TRANSLATE_NOOP("Action", "beats"), screen="beats"),
    # Beats ------------------------------------------------------------------------
    does("beats", "choose", "Enter", QT_TRANSLATE_NOOP("Action", "parties"), is_hint=True),
    *(
        does(
            "beats",
            f"day_{day}",
            f"Alt+{day}",
            QT_TRANSLATE_NOOP("Action", "visit day"),
            is_shown=False,
        )
        for day in range(1, 8)
    ),
    does("beats", "earlier", "Alt+Up", QT_TRANSLATE_NOOP("Action", "call earlier")),
    does("beats", "later", "Alt+Down", QT_TRANSLATE_NOOP("Action", "call later")),
    does("beats", "save", "Ctrl+A", QT_TRANSLATE_NOOP("Action", "save")),
    # Cash hand-over ---------------------------------------------------------------
    does("cash", "choose", "Enter", QT_TRANSLATE_NOOP("Action", "open voucher"), is_hint=True),
    does("cash", "count", "Alt+N", QT_TRANSLATE_NOOP("Action", "count in")),
    does("cash", "sign", "Alt+S", QT_TRANSLATE_NOOP("Action", "agent signs")),
    does("cash", "dispute", "Alt+X", QT_TRANSLATE_NOOP("Action", "agent disagrees")),
)

HOME_CHASE: tuple[Action, ...] = (
    does(
        "home",
        "cash",
        "Alt+5",
        QT_TRANSLATE_NOOP("Action", "cash with agents"),
        screen="agents",
        is_shown=False,
    ),
    does(
        "home",
        "promises",
        "Alt+6",
        QT_TRANSLATE_NOOP("Action", "promises"),
        screen="promises",
        is_shown=False,
    ),
    does(
        "home",
        "cheques",
        "Alt+7",
        QT_TRANSLATE_NOOP("Action", "cheques"),
        screen="cheques",
        is_shown=False,
    ),
)
