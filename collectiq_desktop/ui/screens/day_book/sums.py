"""The sums of the day book as facts, few enough for one line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.queries.daybook_sums import KindSum
from collectiq_desktop.ui import text
from collectiq_desktop.ui.widgets.pieces import Fact

MOST_FACTS = 6


def sum_facts(sums: Sequence[KindSum]) -> list[Fact]:
    """A fact for each kind; what has no room is named together."""
    shown = sums if len(sums) <= MOST_FACTS else sums[: MOST_FACTS - 1]
    facts = [
        Fact(_caption(text.kind(each.kind), each), text.amount(each.amount_paise)) for each in shown
    ]
    others = sums[len(shown) :]
    if others:
        together = KindSum(
            "",
            sum(each.vouchers_count for each in others),
            sum(each.cancelled_count for each in others),
            sum(each.amount_paise for each in others),
        )
        words = QCoreApplication.translate("DayBook", "Other kinds")
        facts.append(Fact(_caption(words, together), text.amount(together.amount_paise)))
    return facts


def _caption(words: str, found: KindSum) -> str:
    count = text.count(found.vouchers_count)
    if not found.cancelled_count:
        return f"{words} · {count}"
    cancelled = QCoreApplication.translate("DayBook", "%1 cancelled")
    undone = text.filled(cancelled, text.count(found.cancelled_count))
    return f"{words} · {count} + {undone}"
