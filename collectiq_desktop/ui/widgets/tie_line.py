"""The tie-out as one line: bills − on account = balance, with its tick."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel

from collectiq_desktop.ui import text
from collectiq_desktop.ui.theme import Tone, set_tone


def tie_words(bills_paise: int, on_account_paise: int, balance_paise: int) -> str:
    """The sum in words; what does not come out is said with its difference.

    Money: all debit positive; on account is printed with its sign turned.
    """
    difference_paise = balance_paise - bills_paise - on_account_paise
    if difference_paise:
        words = QCoreApplication.translate(
            "TieOut", "✗ Bills %1 − on account %2 is not %3: %4 is missing. Run Verify."
        )
        return text.filled(
            words,
            text.amount(bills_paise),
            text.turned(on_account_paise),
            text.with_side(balance_paise),
            text.amount(difference_paise),
        )
    words = QCoreApplication.translate("TieOut", "Bills %1 − on account %2 = %3 ✓")
    return text.filled(
        words,
        text.amount(bills_paise),
        text.turned(on_account_paise),
        text.with_side(balance_paise),
    )


class TieLine(QLabel):
    """A line that shows a tie-out."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "strong")

    def show_tie(self, bills_paise: int, on_account_paise: int, balance_paise: int) -> None:
        """Show how a balance comes out."""
        is_right = bills_paise + on_account_paise == balance_paise
        self.setText(tie_words(bills_paise, on_account_paise, balance_paise))
        set_tone(self, Tone.GOOD if is_right else Tone.BAD)
