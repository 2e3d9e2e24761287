"""The columns of segments, what each class means, and the sums under them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.risk import Frequency
from collectiq_desktop.ui import text
from collectiq_desktop.ui.foretold.words import (
    category_tone,
    category_words,
    frequency_words,
    share_words,
)
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.segments.counting import Segment
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone

_MEANINGS = {
    Frequency.NEW: QT_TRANSLATE_NOOP("Segments", "has paid less than three times"),
    Frequency.FREQUENT: QT_TRANSLATE_NOOP("Segments", "pays at least about once a month"),
    Frequency.IRREGULAR: QT_TRANSLATE_NOOP("Segments", "pays seldom, or has been silent"),
    Frequency.DELAYED: QT_TRANSLATE_NOOP("Segments", "pays more than a third of its bills late"),
}


def _meaning(row: Segment) -> str:
    return QCoreApplication.translate("Segments", _MEANINGS[row.frequency])


SEGMENT_COLUMNS: tuple[Column[Segment], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Category"),
        width=120,
        text_of=lambda row: category_words(row.category),
        tone_of=lambda row: category_tone(row.category),
        is_bold=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Pays"),
        width=120,
        text_of=lambda row: frequency_words(row.frequency),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "What that means"),
        width=0,
        text_of=_meaning,
        tone_of=lambda _row: Tone.MUTED,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Parties"),
        width=90,
        text_of=lambda row: text.count(row.parties_count),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Open"),
        width=150,
        text_of=lambda row: text.amount_or_none(row.open_paise),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Share"),
        width=80,
        text_of=lambda row: share_words(row.share) if row.open_paise else text.NONE,
        tone_of=lambda _row: Tone.MUTED,
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Overdue"),
        width=150,
        text_of=lambda row: text.amount_or_none(row.overdue_paise),
        tone_of=lambda row: Tone.BAD if row.overdue_paise else Tone.MUTED,
        is_number=True,
    ),
)


def sums_of(rows: Sequence[Segment], title: str) -> tuple[str, ...]:
    """The row under the columns."""
    parties = text.count(sum(row.parties_count for row in rows))
    open_paise = sum(row.open_paise for row in rows)
    overdue_paise = sum(row.overdue_paise for row in rows)
    return (title, "", "", parties, text.amount(open_paise), "", text.amount_or_none(overdue_paise))
