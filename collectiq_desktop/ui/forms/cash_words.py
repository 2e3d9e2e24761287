"""What a form says of the law's limits of cash, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.cash import CashWeight, cash_refusal, cash_warning
from collectiq_desktop.ui import text


def cash_words(weight: CashWeight) -> str:
    """Why cash is refused and the way out, or why it is to be looked at twice."""
    if weight.is_over:
        return text.sentence(cash_refusal(weight))
    again = QCoreApplication.translate("Cash", "Ctrl+A once more saves all the same.")
    return " ".join((text.sentence(cash_warning(weight)), again))
