"""The columns of today's calls, and the sums under them."""

from __future__ import annotations

from collections.abc import Sequence

from collectiq_desktop.core.queries.risk import RiskLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.foretold.pinning import risk_of
from collectiq_desktop.ui.foretold.words import category_tone
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone


def reason_words(line: RiskLine) -> str:
    """The reason that weighs most; how little is known where there is none."""
    for reason in line.risk.reasons:
        if reason.effect > 0:
            return text.sentence(reason.sentence)
    return text.sentence(line.risk.evidence_said)


def _late_tone(line: RiskLine) -> Tone:
    return Tone.BAD if line.risk.overdue_paise else Tone.MUTED


CALL_COLUMNS: tuple[Column[RiskLine], ...] = (
    Column(title=QT_TRANSLATE_NOOP("Column", "Party"), width=216, text_of=lambda line: line.party),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Risk"),
        width=146,
        text_of=risk_of,
        tone_of=lambda line: category_tone(line.risk.category),
        is_bold=True,
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "Why"), width=0, text_of=reason_words),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Overdue"),
        width=136,
        text_of=lambda line: text.amount_or_none(line.risk.overdue_paise),
        tone_of=_late_tone,
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Days"),
        width=56,
        text_of=lambda line: text.days(line.risk.oldest_days),
        tone_of=_late_tone,
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Open"),
        width=136,
        text_of=lambda line: text.amount_or_none(line.risk.open_paise),
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
    overdue_paise = sum(line.risk.overdue_paise for line in rows)
    open_paise = sum(line.risk.open_paise for line in rows)
    return (title, "", "", text.amount_or_none(overdue_paise), "", text.amount(open_paise), "")
