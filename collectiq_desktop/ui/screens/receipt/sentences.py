"""What the receipt asks in whole sentences, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.ui import text
from collectiq_desktop.ui.forms.cash_words import cash_words
from collectiq_desktop.ui.screens.receipt.doubts import Doubt, Doubtful


def doubt_words(doubtful: Doubtful) -> str:
    """The question, and the way out."""
    if doubtful.cash is not None:
        return cash_words(doubtful.cash)
    if doubtful.doubt is Doubt.SAME_REFERENCE:
        words = QCoreApplication.translate(
            "Receipt", "Receipt %1 has this reference. Ctrl+A once more saves all the same."
        )
        return text.filled(words, doubtful.number)
    words = QCoreApplication.translate(
        "Receipt",
        "Receipt %1 is over the same sum, of this day or a few minutes ago. "
        "Ctrl+A once more saves all the same.",
    )
    return text.filled(words, doubtful.number)
