"""The rows of the table of actions for the screens of what is foretold; `actions` takes them in."""

from __future__ import annotations

from collectiq_desktop.ui.action_rows import Action, does
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP


def _foretells(context: str) -> tuple[Action, ...]:
    """What every screen of what is foretold of parties does."""
    return (
        does(context, "work_out", "Ctrl+R", QT_TRANSLATE_NOOP("Action", "work out now")),
        does(context, "receipt", "F6", QT_TRANSLATE_NOOP("Action", "receipt")),
    )


FORETOLD: tuple[Action, ...] = (
    does("risk", "choose", "Enter", QT_TRANSLATE_NOOP("Action", "why"), is_hint=True),
    does("risk", "work_out", "Ctrl+R", QT_TRANSLATE_NOOP("Action", "work out now")),
    does("risk", "receipt", "F6", QT_TRANSLATE_NOOP("Action", "receipt"), is_shown=False),
    does("risk", "party", "F9", QT_TRANSLATE_NOOP("Action", "open party"), is_shown=False),
    does("risk", "pin", "Alt+P", QT_TRANSLATE_NOOP("Action", "pin a category")),
    does("risk", "order", "Ctrl+B", QT_TRANSLATE_NOOP("Action", "change order")),
    does("risk", "category", "Alt+F12", QT_TRANSLATE_NOOP("Action", "category"), is_shown=False),
    does(
        "risk", "frequency", "Ctrl+H", QT_TRANSLATE_NOOP("Action", "how they pay"), is_shown=False
    ),
    does("risk", "forecast", "Alt+1", QT_TRANSLATE_NOOP("Action", "forecast"), screen="forecast"),
    does("risk", "segments", "Alt+2", QT_TRANSLATE_NOOP("Action", "segments"), screen="segments"),
    does("risk", "risk_model", "Alt+3", QT_TRANSLATE_NOOP("Action", "model"), screen="risk_model"),
    does("party_risk", "pin", "Alt+P", QT_TRANSLATE_NOOP("Action", "pin a category")),
    does("party_risk", "what_if", "Alt+W", QT_TRANSLATE_NOOP("Action", "what if")),
    *_foretells("party_risk"),
    does("party_risk", "party", "F9", QT_TRANSLATE_NOOP("Action", "open party")),
    does(
        "party_risk",
        "statement",
        "Ctrl+P",
        QT_TRANSLATE_NOOP("Action", "statement"),
        screen="statement",
    ),
    does("calls", "choose", "Enter", QT_TRANSLATE_NOOP("Action", "open party"), is_hint=True),
    does("calls", "why", "Shift+Enter", QT_TRANSLATE_NOOP("Action", "why")),
    does("calls", "remind", "Alt+R", QT_TRANSLATE_NOOP("Action", "remind")),
    does("calls", "statement", "Ctrl+P", QT_TRANSLATE_NOOP("Action", "statement")),
    does("calls", "pin", "Alt+P", QT_TRANSLATE_NOOP("Action", "pin a category")),
    *_foretells("calls"),
    does("forecast", "choose", "Enter", QT_TRANSLATE_NOOP("Action", "why"), is_hint=True),
    *_foretells("forecast"),
    does("forecast", "party", "F9", QT_TRANSLATE_NOOP("Action", "open party")),
    does("segments", "choose", "Enter", QT_TRANSLATE_NOOP("Action", "its parties"), is_hint=True),
    does("segments", "work_out", "Ctrl+R", QT_TRANSLATE_NOOP("Action", "work out now")),
    does("risk_model", "work_out", "Ctrl+R", QT_TRANSLATE_NOOP("Action", "work out now")),
    does("risk_model", "learn", "Alt+L", QT_TRANSLATE_NOOP("Action", "learn anew")),
    does("risk_model", "roll_back", "Alt+X", QT_TRANSLATE_NOOP("Action", "version before")),
    does("risk_model", "score_here", "Alt+D", QT_TRANSLATE_NOOP("Action", "score here")),
)
