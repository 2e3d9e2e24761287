"""The columns of the day book."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.queries.daybook import DayBookLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone


def _kind(line: DayBookLine) -> str:
    kind = text.kind(line.kind)
    if not line.is_cancelled:
        return kind
    words = QCoreApplication.translate("DayBook", "%1, cancelled")
    return text.filled(words, kind)


def _tone(line: DayBookLine) -> Tone:
    return Tone.MUTED if line.is_cancelled else Tone.INK


def _kind_tone(line: DayBookLine) -> Tone:
    return Tone.BAD if line.is_cancelled else Tone.INK


def _words(line: DayBookLine) -> str:
    return text.or_none(" · ".join(word for word in (line.reference, line.narration) if word))


VOUCHER_COLUMNS: tuple[Column[DayBookLine], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Date"),
        width=96,
        text_of=lambda line: text.day(line.on),
        tone_of=_tone,
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "Kind"), width=170, text_of=_kind, tone_of=_kind_tone),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Number"),
        width=140,
        text_of=lambda line: line.number,
        tone_of=_tone,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Party"),
        width=0,
        text_of=lambda line: text.or_none(line.party),
        tone_of=_tone,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Mode"),
        width=76,
        text_of=lambda line: text.mode(line.mode),
        tone_of=_tone,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Reference, narration"),
        width=0,
        text_of=_words,
        tone_of=lambda _line: Tone.MUTED,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Amount"),
        width=150,
        text_of=lambda line: text.amount(None if line.is_cancelled else line.amount_paise),
        tone_of=_tone,
        is_number=True,
    ),
)


def branch_columns(name_of: Callable[[str], str]) -> tuple[Column[DayBookLine], ...]:
    """The same, with the branch after the number: for a firm of several shops."""
    branch: Column[DayBookLine] = Column(
        title=QT_TRANSLATE_NOOP("Column", "Branch"),
        width=120,
        text_of=lambda line: name_of(line.branch_id),
        tone_of=_tone,
    )
    return (*VOUCHER_COLUMNS[:3], branch, *VOUCHER_COLUMNS[3:])
