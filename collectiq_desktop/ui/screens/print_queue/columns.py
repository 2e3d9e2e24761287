"""What the table of prints says of each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.errands import ErrandState
from collectiq_desktop.core.queries.errands import ErrandLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone

_DOCUMENTS = {
    "receipt": QT_TRANSLATE_NOOP("Print", "Receipt"),
    "invoice": QT_TRANSLATE_NOOP("Print", "Sales invoice"),
    "statement": QT_TRANSLATE_NOOP("Print", "Statement"),
}
_STATES = {
    ErrandState.DUE: QT_TRANSLATE_NOOP("Print", "waiting"),
    ErrandState.LEASED: QT_TRANSLATE_NOOP("Print", "printing"),
    ErrandState.DONE: QT_TRANSLATE_NOOP("Print", "printed"),
    ErrandState.FAILED: QT_TRANSLATE_NOOP("Print", "tries again %1"),
    ErrandState.GIVEN_UP: QT_TRANSLATE_NOOP("Print", "given up"),
}
_ELSEWHERE = QT_TRANSLATE_NOOP("Print", "at another counter")
_TONES: Mapping[ErrandState, Tone] = {
    ErrandState.DONE: Tone.GOOD,
    ErrandState.FAILED: Tone.WARN,
    ErrandState.GIVEN_UP: Tone.BAD,
}


def _said(words: str) -> str:
    return QCoreApplication.translate("Print", words)


def document_words(line: ErrandLine) -> str:
    """What is printed: Receipt RA01/26/000123."""
    return f"{_said(_DOCUMENTS[line.order.document])} {line.number}".strip()


def state_words(line: ErrandLine) -> str:
    """Where the print stands."""
    if not line.is_own and not line.state.is_over:
        return _said(_ELSEWHERE)
    return text.filled(_said(_STATES[line.state]), text.time_of_day(line.due_at))


def problem_words(line: ErrandLine) -> str:
    """What went wrong at the last try."""
    return text.or_none(text.sentence(line.last_problem) if line.last_problem else "")


COLUMNS: tuple[Column[ErrandLine], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Asked for"),
        width=140,
        text_of=lambda line: text.moment(line.promised_at),
        tone_of=lambda _line: Tone.MUTED,
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "Document"), width=230, text_of=document_words),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Party"),
        width=200,
        text_of=lambda line: text.or_none(line.party),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "State"),
        width=140,
        text_of=state_words,
        tone_of=lambda line: _TONES.get(line.state, Tone.INK),
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "What went wrong"), width=0, text_of=problem_words),
)
