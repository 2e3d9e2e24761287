"""The columns of the cheque register, and where a cheque stands in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.cheques import ChequeDue, ChequeState
from collectiq_desktop.core.queries.cheques import ChequeLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone

_STATES = {
    ChequeState.IN_HAND: QT_TRANSLATE_NOOP("Cheque", "in hand"),
    ChequeState.DEPOSITED: QT_TRANSLATE_NOOP("Cheque", "at the bank"),
    ChequeState.CLEARED: QT_TRANSLATE_NOOP("Cheque", "cleared"),
    ChequeState.BOUNCED: QT_TRANSLATE_NOOP("Cheque", "bounced"),
    ChequeState.GIVEN_BACK: QT_TRANSLATE_NOOP("Cheque", "given back"),
}
_DUES = {
    ChequeDue.POST_DATED: QT_TRANSLATE_NOOP("Cheque", "post-dated"),
    ChequeDue.DEPOSIT: QT_TRANSLATE_NOOP("Cheque", "to deposit"),
    ChequeDue.STALE: QT_TRANSLATE_NOOP("Cheque", "too old for the bank"),
}
_TONES = {
    ChequeState.CLEARED: Tone.GOOD,
    ChequeState.BOUNCED: Tone.BAD,
    ChequeState.GIVEN_BACK: Tone.MUTED,
    ChequeState.DEPOSITED: Tone.INK,
}


def state_words(line: ChequeLine) -> str:
    """Where a cheque stands: to deposit, at the bank, bounced."""
    words = _STATES[line.state]
    if line.state is ChequeState.IN_HAND:
        words = _DUES.get(line.due, words)
    return QCoreApplication.translate("Cheque", words)


def _tone(line: ChequeLine) -> Tone:
    if line.state is ChequeState.IN_HAND:
        return {ChequeDue.DEPOSIT: Tone.WARN, ChequeDue.STALE: Tone.BAD}.get(line.due, Tone.MUTED)
    return _TONES[line.state]


def _number(line: ChequeLine) -> str:
    """The number, and whether there is a photo of the cheque."""
    photo = QCoreApplication.translate("Cheque", "photo") if line.pictures_count else ""
    return text.or_none(" · ".join(filter(None, (line.number, photo))))


CHEQUE_COLUMNS: tuple[Column[ChequeLine], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Cheque date"),
        width=108,
        text_of=lambda line: text.day(line.cheque_on),
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "Party"), width=0, text_of=lambda line: line.party),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Number"),
        width=142,
        text_of=_number,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Bank"),
        width=150,
        text_of=lambda line: text.or_none(line.bank),
        tone_of=lambda _line: Tone.MUTED,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Amount"),
        width=132,
        text_of=lambda line: text.amount(line.amount_paise),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "State"),
        width=160,
        text_of=state_words,
        tone_of=_tone,
        is_bold=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Since"),
        width=100,
        text_of=lambda line: text.day(line.since_on),
        tone_of=lambda _line: Tone.MUTED,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Bounced"),
        width=76,
        text_of=lambda line: text.days(line.bounces_count),
        is_number=True,
        tone_of=lambda line: Tone.BAD if line.bounces_count else Tone.MUTED,
    ),
)
