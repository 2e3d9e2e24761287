"""The columns of the receipt's bills."""

from __future__ import annotations

from collectiq_desktop.ui import text
from collectiq_desktop.ui.forms.spread import BillShare
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone

PART_COLUMN = 5


def _lateness(row: BillShare) -> Tone:
    return Tone.BAD if row.bill.overdue_days else Tone.MUTED


def _part_tone(row: BillShare) -> Tone:
    if not row.part_paise:
        return Tone.MUTED
    return Tone.ACCENT if row.is_chosen else Tone.INK


BILL_COLUMNS: tuple[Column[BillShare], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Bill"),
        width=170,
        text_of=lambda row: row.bill.number,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Date"),
        width=110,
        text_of=lambda row: text.day(row.bill.bill_on),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Due"),
        width=110,
        text_of=lambda row: text.day(row.bill.due_on),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Days over"),
        width=96,
        text_of=lambda row: text.days(row.bill.overdue_days),
        tone_of=_lateness,
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Open"),
        width=150,
        text_of=lambda row: text.amount(row.bill.open_paise),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "This receipt"),
        width=0,
        text_of=lambda row: text.amount(row.part_paise),
        tone_of=_part_tone,
        is_number=True,
        is_editable=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Left"),
        width=150,
        text_of=lambda row: text.amount(row.left_paise),
        is_number=True,
    ),
)
