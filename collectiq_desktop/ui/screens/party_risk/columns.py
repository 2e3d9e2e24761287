"""The columns of a party's open bills, with the days on which their money may come."""

from __future__ import annotations

from datetime import date

from collectiq_desktop.core.domain.risk import BillExpected
from collectiq_desktop.ui import text
from collectiq_desktop.ui.foretold.words import remind_words
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone


def columns_on(today_on: date) -> tuple[Column[BillExpected], ...]:
    """The columns, with what is late on a day."""

    def late_days(bill: BillExpected) -> int:
        return max(0, (today_on - bill.due_on).days)

    return (
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Bill"),
            width=0,
            text_of=lambda bill: text.or_none(bill.number),
        ),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Due"),
            width=100,
            text_of=lambda bill: text.day(bill.due_on),
        ),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Days over"),
            width=84,
            text_of=lambda bill: text.days(late_days(bill)),
            tone_of=lambda bill: Tone.BAD if late_days(bill) else Tone.MUTED,
            is_number=True,
        ),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Open"),
            width=130,
            text_of=lambda bill: text.amount(bill.open_paise),
            is_number=True,
        ),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Expected"),
            width=110,
            text_of=lambda bill: text.day(bill.expected_on),
            is_bold=True,
        ),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Likely from"),
            width=110,
            text_of=lambda bill: text.day(bill.earliest_on),
            tone_of=lambda _bill: Tone.MUTED,
        ),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "to"),
            width=110,
            text_of=lambda bill: text.day(bill.latest_on),
            tone_of=lambda _bill: Tone.MUTED,
        ),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Remind"),
            width=110,
            text_of=lambda bill: remind_words(bill.remind_on, today_on),
        ),
    )
