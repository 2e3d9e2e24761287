"""What the receipt asks in whole sentences, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.ui import text
from collectiq_desktop.ui.screens.receipt.doubts import Doubt, Doubtful


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
