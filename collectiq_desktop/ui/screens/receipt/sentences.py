"""What the receipt asks in whole sentences, in the user's language."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.cheques import ChequeDue, ChequeState, due_of
from collectiq_desktop.ui import text
from collectiq_desktop.ui.forms.cash_words import cash_words
from collectiq_desktop.ui.screens.receipt.doubts import Doubt, Doubtful
from collectiq_desktop.ui.screens.receipt.presenter import InHand


def doubt_words(doubtful: Doubtful) -> str:
    """The question, and the way out."""
    if doubtful.cash is not None:
        return cash_words(doubtful.cash)
    if doubtful.doubt is Doubt.SAME_REFERENCE:
        words = QCoreApplication.translate(
            "Receipt", "Receipt %1 has this reference. Ctrl+A once more saves all the same."
        )
        return text.filled(words, doubtful.number)
    if doubtful.cheque_on is not None:
        words = QCoreApplication.translate(
            "Receipt",
            "A post-dated cheque of this number, of %1, is in the register. "
            "Ctrl+A once more saves all the same.",
        )
        return text.filled(words, text.day(doubtful.cheque_on))
    words = QCoreApplication.translate(
        "Receipt",
        "Receipt %1 is over the same sum, of this day or a few minutes ago. "
        "Ctrl+A once more saves all the same.",
    )
    return text.filled(words, doubtful.number)


def cheque_words(cheque_on: date, on: date, *, is_amending: bool) -> str:
    """What a cheque's date means for the books; empty where it can be deposited at once."""
    due = due_of(ChequeState.IN_HAND, cheque_on, on)
    if due is ChequeDue.STALE:
        return QCoreApplication.translate(
            "Receipt", "Older than three months: the bank will not take it any more."
        )
    if due is not ChequeDue.POST_DATED:
        return ""
    if is_amending:
        return QCoreApplication.translate(
            "Receipt",
            "Post-dated: it credits nobody yet. "
            "Cancel this receipt and take the cheque in anew with that date.",
        )
    words = QCoreApplication.translate(
        "Receipt",
        "Post-dated: it waits in the cheque register, and the party is credited "
        "when it is deposited, from %1.",
    )
    return text.filled(words, text.day(cheque_on))


def in_hand_words(cheque: InHand) -> str:
    """What was taken in, and when it counts."""
    words = QCoreApplication.translate(
        "Receipt",
        "Cheque %1 is in hand: ₹ %2, %3. It credits the party when it is deposited, from %4.",
    )
    amount, day = text.amount(cheque.amount_paise), text.day(cheque.cheque_on)
    return text.filled(words, cheque.number, amount, cheque.party, day)
