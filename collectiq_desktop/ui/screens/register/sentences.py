"""What the register says of its sums and of the cash count, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.queries.registers import CollectionSheet
from collectiq_desktop.ui import text
from collectiq_desktop.ui.screens.register.cash import CashTie
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.pieces import Fact


def sum_facts(sheet: CollectionSheet) -> list[Fact]:
    """Received in all, and by mode."""
    words = QCoreApplication.translate("Register", "Received")
    total = sheet.total
    facts = [
        Fact(f"{words} · {text.count(total.receipts_count)}", text.rupees(total.received_paise))
    ]
    facts += [
        Fact(
            f"{text.mode(each.name)} · {text.count(each.receipts_count)}",
            text.amount(each.received_paise),
        )
        for each in sheet.by_mode
    ]
    return facts


def cash_facts(tie: CashTie) -> list[Fact]:
    """How the cash of the books comes about."""
    return [
        Fact(QCoreApplication.translate("Register", "Cash before"), text.amount(tie.opening_paise)),
        Fact(
            QCoreApplication.translate("Register", "+ received in cash"),
            text.amount(tie.received_paise),
        ),
        Fact(
            QCoreApplication.translate("Register", "+ other cash, in less out"),
            text.amount(tie.other_paise),
        ),
        Fact(
            QCoreApplication.translate("Register", "= cash in the books"),
            text.amount(tie.books_paise),
        ),
    ]


def count_words(tie: CashTie) -> tuple[str, Tone]:
    """What the count says, and what it means."""
    difference_paise = tie.difference_paise
    if difference_paise is None:
        words = QCoreApplication.translate("Register", "C begins the count of the drawer.")
        return words, Tone.MUTED
    amount = text.amount(abs(difference_paise))
    if difference_paise == 0:
        return QCoreApplication.translate("Register", "The drawer agrees ✓"), Tone.GOOD
    if difference_paise < 0:
        words = QCoreApplication.translate("Register", "%1 is missing in the drawer.")
    else:
        words = QCoreApplication.translate("Register", "%1 is too much in the drawer.")
    return text.filled(words, amount), Tone.BAD
