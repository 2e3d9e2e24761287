"""The columns of a run sheet's rows, and outcomes and reasons in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.visits import Outcome, outcome_of
from collectiq_desktop.core.queries.proposals import BEAT, CHEQUE, OVERDUE, PROMISE
from collectiq_desktop.core.queries.runsheets import SheetRowLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.outcome_words import outcome_words
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone

_REASONS = {
    PROMISE: QT_TRANSLATE_NOOP("Visit", "promise"),
    OVERDUE: QT_TRANSLATE_NOOP("Visit", "overdue"),
    CHEQUE: QT_TRANSLATE_NOOP("Visit", "cheque bounced"),
    BEAT: QT_TRANSLATE_NOOP("Visit", "beat"),
}
_TONES = {
    Outcome.PAID: Tone.GOOD,
    Outcome.PART: Tone.GOOD,
    Outcome.PROMISED: Tone.WARN,
    Outcome.SHUT: Tone.MUTED,
    Outcome.REFUSED: Tone.BAD,
    Outcome.DISPUTE: Tone.BAD,
}


def reason_words(row: SheetRowLine) -> str:
    """Why the party is on the sheet."""
    known = [_REASONS[word] for word in row.reason.split() if word in _REASONS]
    return text.or_none(", ".join(QCoreApplication.translate("Visit", each) for each in known))


def _tone(row: SheetRowLine) -> Tone:
    known = outcome_of(row.outcome)
    return _TONES[known] if known else Tone.MUTED


ROW_COLUMNS: tuple[Column[SheetRowLine], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "No."),
        width=48,
        text_of=lambda row: str(row.row_no),
        is_number=True,
        tone_of=lambda _row: Tone.MUTED,
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "Party"), width=0, text_of=lambda row: row.party),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Why"),
        width=170,
        text_of=reason_words,
        tone_of=lambda _row: Tone.MUTED,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Balance"),
        width=132,
        text_of=lambda row: text.with_side(row.balance_paise),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Expected ₹"),
        width=124,
        text_of=lambda row: text.amount_or_none(row.expected_paise),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Came"),
        width=124,
        text_of=lambda row: text.amount_or_none(row.received_paise),
        is_number=True,
    ),
    Column(title="", width=14, text_of=lambda _row: ""),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Outcome"),
        width=120,
        text_of=lambda row: outcome_words(row.outcome),
        tone_of=_tone,
        is_bold=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Note"),
        width=140,
        text_of=lambda row: text.or_none(row.note),
        tone_of=lambda _row: Tone.MUTED,
    ),
)
