"""What a party has pledged, in one line beside its balance and limit."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from collectiq_desktop.core.queries.pledged import Pledged
from collectiq_desktop.ui import text
from collectiq_desktop.ui.theme import Tone


class _Counts(QObject):
    """Counted words; Qt's tools see a plural only in a `tr`."""

    def in_hand(self, count: int) -> str:
        return self.tr("%n cheque(s) in hand ₹ %1", "", count)

    def bounced(self, count: int) -> str:
        return self.tr("%n bounced ₹ %1", "", count)


def pledged_words(pledged: Pledged) -> str:
    """The pledges that there are; nothing of who pledged nothing."""
    parts = []
    if pledged.promised_by_on is not None:
        words = QCoreApplication.translate("SaleScreen", "Promised ₹ %1 by %2")
        day = text.day(pledged.promised_by_on)
        parts.append(text.filled(words, text.amount(pledged.promised_paise), day))
    if pledged.in_hand_count:
        words = _Counts().in_hand(pledged.in_hand_count)
        parts.append(text.filled(words, text.amount(pledged.in_hand_paise)))
    if pledged.bounced_count:
        words = _Counts().bounced(pledged.bounced_count)
        parts.append(text.filled(words, text.amount(pledged.bounced_paise)))
    return "   ·   ".join(parts)


def pledged_tone(pledged: Pledged) -> Tone:
    """A returned cheque warns."""
    return Tone.BAD if pledged.bounced_count else Tone.INK
