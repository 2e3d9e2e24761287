"""The columns of the promises, and what became of one in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.promises import PromiseState
from collectiq_desktop.core.queries.promises import PromiseLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone

_STATES = {
    PromiseState.WAITING: QT_TRANSLATE_NOOP("Promise", "waiting"),
    PromiseState.KEPT: QT_TRANSLATE_NOOP("Promise", "kept"),
    PromiseState.PART: QT_TRANSLATE_NOOP("Promise", "kept in part"),
    PromiseState.BROKEN: QT_TRANSLATE_NOOP("Promise", "broken"),
}
_TONES = {
    PromiseState.KEPT: Tone.GOOD,
    PromiseState.PART: Tone.WARN,
    PromiseState.BROKEN: Tone.BAD,
}


def state_words(line: PromiseLine) -> str:
    """What became of it."""
    return QCoreApplication.translate("Promise", _STATES[line.state])


def rate_words(line: PromiseLine) -> str:
    """How the party kept those before: 2 of 3."""
    rate = line.rate
    if not rate.decided_count:
        return text.or_none("")
    words = QCoreApplication.translate("Promise", "%1 of %2")
    return text.filled(words, str(rate.kept_count), str(rate.decided_count))


PROMISE_COLUMNS: tuple[Column[PromiseLine], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Promised for"),
        width=108,
        text_of=lambda line: text.day(line.promised_on),
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "Party"), width=0, text_of=lambda line: line.party),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Beat"),
        width=120,
        text_of=lambda line: text.or_none(line.beat),
        tone_of=lambda _line: Tone.MUTED,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Amount"),
        width=124,
        text_of=lambda line: text.amount(line.amount_paise),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Came"),
        width=124,
        text_of=lambda line: text.amount_or_none(line.paid_paise),
        is_number=True,
    ),
    Column(title="", width=14, text_of=lambda _row: ""),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "State"),
        width=110,
        text_of=state_words,
        tone_of=lambda line: _TONES.get(line.state, Tone.INK),
        is_bold=True,
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "Kept so far"), width=96, text_of=rate_words),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Taken by"),
        width=120,
        text_of=lambda line: text.or_none(line.taker),
        tone_of=lambda _line: Tone.MUTED,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Note"),
        width=150,
        text_of=lambda line: text.or_none(line.note),
        tone_of=lambda _line: Tone.MUTED,
    ),
)
