"""How a party keeps its word, in one line: its last promise, its cheques in hand and returned."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from collectiq_desktop.core.domain.promises import PromiseState
from collectiq_desktop.core.queries.promises import PartyWord
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.party.presenter import ChequesOf
from collectiq_desktop.ui.theme import Tone, set_tone
from collectiq_desktop.ui.widgets.pieces import Fact, label

_STATES = {
    PromiseState.WAITING: (QT_TRANSLATE_NOOP("Promise", "waiting"), Tone.INK),
    PromiseState.KEPT: (QT_TRANSLATE_NOOP("Promise", "kept"), Tone.GOOD),
    PromiseState.PART: (QT_TRANSLATE_NOOP("Promise", "kept in part"), Tone.WARN),
    PromiseState.BROKEN: (QT_TRANSLATE_NOOP("Promise", "broken"), Tone.BAD),
}


class _Counts(QObject):
    """Counted words; Qt's tools see a plural only in a `tr`."""

    def cheques(self, count: int, paise: int) -> str:
        words = self.tr("%n cheque(s), ₹ %1", "", count)
        return text.filled(words, text.amount(paise))


def word_facts(word: PartyWord | None, cheques: ChequesOf) -> list[Fact]:
    """What there is to say; nothing of a party that never promised and has no cheque."""
    facts = []
    if word is not None and word.last is not None:
        facts.append(_promised(word))
    if cheques.in_hand_count:
        caption = QCoreApplication.translate("PartyScreen", "Cheques in hand")
        words = _Counts().cheques(cheques.in_hand_count, cheques.in_hand_paise)
        facts.append(Fact(caption, words))
    if cheques.returned_count:
        caption = QCoreApplication.translate("PartyScreen", "Returned")
        words = _Counts().cheques(cheques.returned_count, cheques.returned_paise)
        facts.append(Fact(caption, words, Tone.BAD))
    return facts


def _promised(word: PartyWord) -> Fact:
    """The last promise, what became of it, and of how many before."""
    last = word.last
    assert last is not None, "a party that never promised has no such fact"
    state, tone = _STATES[last.state]
    promised = text.filled(
        QCoreApplication.translate("PartyScreen", "₹ %1 for %2, %3"),
        text.amount(last.amount_paise),
        text.day(last.promised_on),
        QCoreApplication.translate("Promise", state),
    )
    parts, rate = [promised], word.rate
    if rate.decided_count:
        kept = QCoreApplication.translate("PartyScreen", "kept %1 of %2")
        parts.append(text.filled(kept, str(rate.kept_count), str(rate.decided_count)))
    caption = QCoreApplication.translate("PartyScreen", "Last promise")
    return Fact(caption, " · ".join(parts), tone)


class WordLine(QWidget):
    """Captions and figures beside each other; hidden where there is nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._pairs: list[tuple[QLabel, QLabel]] = []
        for number in range(3):
            pair = label("caption"), label("strong")
            if number:
                self._row.addSpacing(12)
            for widget in pair:
                self._row.addWidget(widget)
            self._pairs.append(pair)
        self._row.addStretch(1)
        self.hide()

    def show_facts(self, facts: list[Fact]) -> None:
        """Show these facts in place of those before."""
        for number, (caption, figure) in enumerate(self._pairs):
            fact = facts[number] if number < len(facts) else Fact("", "")
            caption.setText(fact.caption)
            figure.setText(fact.text)
            set_tone(figure, fact.tone)
            for widget in (caption, figure):
                widget.setVisible(bool(fact.text))
        self.setVisible(bool(facts))
