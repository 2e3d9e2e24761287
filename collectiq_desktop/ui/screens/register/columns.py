"""The columns of the register: receipt by receipt, and day by day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from collectiq_desktop.core.queries.registers import CollectionLine, CollectionSum
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.tables.columns import Column

RECEIVED = QT_TRANSLATE_NOOP("Column", "Received")
DISCOUNT = QT_TRANSLATE_NOOP("Column", "Discount")
TDS = QT_TRANSLATE_NOOP("Column", "TDS")
OTHER = QT_TRANSLATE_NOOP("Column", "Other")


def _sum(title: str, paise_of: Callable[[Any], int], width: int) -> Column[Any]:
    """A column that receipts and their sums have in common."""
    return Column(
        title=title,
        width=width,
        text_of=lambda row: text.amount_or_none(paise_of(row)),
        is_number=True,
    )


_SUMS = (
    _sum(DISCOUNT, lambda row: row.discount_paise, 96),
    _sum(TDS, lambda row: row.tds_paise, 90),
    _sum(OTHER, lambda row: row.other_paise, 90),
    _sum(RECEIVED, lambda row: row.received_paise, 140),
)
LINE_COLUMNS: tuple[Column[CollectionLine], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Date"), width=96, text_of=lambda row: text.day(row.on)
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "Number"), width=140, text_of=lambda row: row.number),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Party"),
        width=0,
        text_of=lambda row: text.or_none(row.party),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Mode"), width=76, text_of=lambda row: text.mode(row.mode)
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Reference"),
        width=150,
        text_of=lambda row: text.or_none(row.reference),
    ),
    *_SUMS,
)
DAY_COLUMNS: tuple[Column[CollectionSum], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Date"),
        width=0,
        text_of=lambda row: text.long_day(date.fromisoformat(row.name)),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Receipts"),
        width=104,
        text_of=lambda row: text.count(row.receipts_count),
        is_number=True,
    ),
    *_SUMS,
)
