"""What the receipt says in whole sentences, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.ui import text
from collectiq_desktop.ui.screens.receipt.doubts import Doubt, Doubtful
from collectiq_desktop.ui.screens.receipt.presenter import Saved
from collectiq_desktop.ui.screens.receipt.spread import Spread


def doubt_words(doubtful: Doubtful) -> str:
    """The question, and the way out."""
    if doubtful.doubt is Doubt.TOO_MUCH_CASH:
        words = QCoreApplication.translate(
            "Receipt",
            "₹2,00,000 or more in cash from one person in a day is not allowed by s.186. "
            "Taken today: %1. Take less in cash, or UPI. Ctrl+A once more saves all the same.",
        )
        return text.filled(words, text.amount(doubtful.taken_paise))
    if doubtful.doubt is Doubt.SAME_REFERENCE:
        words = QCoreApplication.translate(
            "Receipt", "Receipt %1 has this reference. Ctrl+A once more saves all the same."
        )
        return text.filled(words, doubtful.number)
    words = QCoreApplication.translate(
        "Receipt",
        "Receipt %1 of the same sum was taken on this day. Ctrl+A once more saves all the same.",
    )
    return text.filled(words, doubtful.number)


def saved_words(saved: Saved) -> str:
    """What was saved, and what the party owes now."""
    words = QCoreApplication.translate("Receipt", "Saved %1: ₹ %2 from %3. Balance now %4.")
    return text.filled(
        words,
        saved.number,
        text.amount(saved.amount_paise),
        saved.party,
        text.with_side(saved.balance_paise),
    )


def allocated_words(spread: Spread) -> str:
    """How much of the receipt lies on bills."""
    words = QCoreApplication.translate("Receipt", "Allocated %1 of %2")
    return text.filled(
        words, text.amount(spread.allocated_paise), text.amount(spread.settled_paise)
    )
