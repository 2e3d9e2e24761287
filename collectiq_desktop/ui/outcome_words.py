"""What came of a visit and by which way a reminder goes, in the user's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.reminders import Channel
from collectiq_desktop.core.domain.visits import Outcome, outcome_of
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

OUTCOMES = {
    Outcome.PAID: QT_TRANSLATE_NOOP("Visit", "paid"),
    Outcome.PART: QT_TRANSLATE_NOOP("Visit", "paid in part"),
    Outcome.PROMISED: QT_TRANSLATE_NOOP("Visit", "promised"),
    Outcome.SHUT: QT_TRANSLATE_NOOP("Visit", "shop shut"),
    Outcome.REFUSED: QT_TRANSLATE_NOOP("Visit", "refused"),
    Outcome.DISPUTE: QT_TRANSLATE_NOOP("Visit", "dispute"),
}
_CHANNELS = {Channel.WHATSAPP.value: QT_TRANSLATE_NOOP("Call", "WhatsApp")}


def channel_words(word: str) -> str:
    """By which way; that of a newer program keeps its own word."""
    return QCoreApplication.translate("Call", _CHANNELS[word]) if word in _CHANNELS else word


def outcome_words(word: str) -> str:
    """An outcome in the user's words; a dash while there is none."""
    known = outcome_of(word)
    return text.or_none(QCoreApplication.translate("Visit", OUTCOMES[known]) if known else word)
