"""How a party was chased, in the user's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.queries.promises import PromiseLine
from collectiq_desktop.core.queries.reminders import ReminderLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.outcome_words import channel_words, outcome_words
from collectiq_desktop.ui.screens.party.timeline import Call


def call_words(call: Call) -> str:
    """What was done or heard, and by whom."""
    if isinstance(call, ReminderLine):
        opened = QCoreApplication.translate("Call", "Reminder opened, %1")
        return _with(text.filled(opened, channel_words(call.channel)), call.agent)
    if isinstance(call, PromiseLine):
        promised = QCoreApplication.translate("Call", "Promise by %1")
        return _with(text.filled(promised, text.day(call.promised_on)), call.taker, call.note)
    visited = QCoreApplication.translate("Call", "Visit: %1")
    return _with(text.filled(visited, outcome_words(call.outcome)), call.agent, call.note)


def call_paise(call: Call) -> int | None:
    """What it was about; a visit alone is about no sum."""
    return call.amount_paise if isinstance(call, (ReminderLine, PromiseLine)) else None


def _with(words: str, *more: str) -> str:
    return " · ".join(filter(None, (words, *more)))
