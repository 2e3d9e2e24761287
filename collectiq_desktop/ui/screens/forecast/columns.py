"""The columns of expected bills, and the sum under them."""

from __future__ import annotations

from collections.abc import Sequence

from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.forecast.expecting import Expected
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone


def _muted(_row: Expected) -> Tone:
    return Tone.MUTED


EXPECTED_COLUMNS: tuple[Column[Expected], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Expected"),
        width=110,
        text_of=lambda row: text.day(row.bill.expected_on),
        is_bold=True,
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "Party"), width=0, text_of=lambda row: row.party),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Bill"),
        width=170,
        text_of=lambda row: text.or_none(row.bill.number),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Due"),
        width=110,
        text_of=lambda row: text.day(row.bill.due_on),
        tone_of=_muted,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Likely from"),
        width=110,
        text_of=lambda row: text.day(row.bill.earliest_on),
        tone_of=_muted,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "to"),
        width=110,
        text_of=lambda row: text.day(row.bill.latest_on),
        tone_of=_muted,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Open"),
        width=140,
        text_of=lambda row: text.amount(row.bill.open_paise),
        is_number=True,
    ),
)


def sums_of(rows: Sequence[Expected], title: str) -> tuple[str, ...]:
    """The row under the columns."""
    open_paise = sum(row.bill.open_paise for row in rows)
    return ("", title, "", "", "", "", text.amount(open_paise))
