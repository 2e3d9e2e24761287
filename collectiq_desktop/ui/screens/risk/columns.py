"""The columns of the risk list, and the sums under them."""

from __future__ import annotations

from collections.abc import Sequence

from collectiq_desktop.core.queries.risk import RiskLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.foretold.pinning import category_of
from collectiq_desktop.ui.foretold.words import (
    category_tone,
    frequency_words,
    score_words,
)
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone


def _tone(line: RiskLine) -> Tone:
    return category_tone(line.risk.category)


def _muted(_line: RiskLine) -> Tone:
    return Tone.MUTED


def _late_tone(line: RiskLine) -> Tone:
    return Tone.BAD if line.risk.overdue_paise else Tone.MUTED


def _trend_words(line: RiskLine) -> str:
    told = [each for each in line.risk.trend if each is not None]
    return f"{score_words(told[0])} → {score_words(told[-1])}" if told else text.NONE


RISK_COLUMNS: tuple[Column[RiskLine], ...] = (
    Column(title=QT_TRANSLATE_NOOP("Column", "Party"), width=0, text_of=lambda line: line.party),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Code"),
        width=78,
        text_of=lambda line: text.or_none(line.code),
        tone_of=_muted,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Score"),
        width=58,
        text_of=lambda line: score_words(line.risk.score),
        tone_of=_tone,
        is_number=True,
        is_bold=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Category"),
        width=112,
        text_of=category_of,
        tone_of=_tone,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Pays"),
        width=92,
        text_of=lambda line: frequency_words(line.risk.frequency),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "6 months"),
        width=96,
        text_of=_trend_words,
        tone_of=_tone,
        spark_of=lambda line: line.risk.trend,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Open"),
        width=128,
        text_of=lambda line: text.amount_or_none(line.risk.open_paise),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Overdue"),
        width=128,
        text_of=lambda line: text.amount_or_none(line.risk.overdue_paise),
        tone_of=_late_tone,
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Oldest, days"),
        width=92,
        text_of=lambda line: text.days(line.risk.oldest_days),
        tone_of=_late_tone,
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Expected"),
        width=96,
        text_of=lambda line: text.day(line.risk.expected_on),
    ),
)


def sums_of(rows: Sequence[RiskLine], title: str) -> tuple[str, ...]:
    """The row under the columns."""
    open_paise = sum(line.risk.open_paise for line in rows)
    overdue_paise = sum(line.risk.overdue_paise for line in rows)
    figures = (text.amount(open_paise), text.amount_or_none(overdue_paise))
    return (title, "", "", "", "", "", *figures, "", "")
