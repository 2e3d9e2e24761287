"""What is foretold of a party, on its card: three reasons, the next money, the next reminder."""

from __future__ import annotations

from collectiq_desktop.core.domain.risk import PartyRisk
from collectiq_desktop.core.queries.risk import RiskLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.foretold.pinning import pin_words, why_words
from collectiq_desktop.ui.foretold.words import (
    chip_of,
    frequency_words,
    reminder_words,
)
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.pieces import Card, ElidedLabel

MOST_REASONS = 3


class RiskCard(Card):
    """Hidden while nothing is foretold."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = [ElidedLabel("") for _number in range(MOST_REASONS)]
        self._next, self._remind = ElidedLabel("strong"), ElidedLabel("muted")
        self._pinned = ElidedLabel("strong")
        # Close together: on a low screen the timeline below needs the room.
        self.body.setContentsMargins(14, 8, 14, 8)
        self.body.setSpacing(2)
        for line in (self._pinned, *self._lines, self._next, self._remind):
            self.body.addWidget(line)
        self.hide()

    def show_risk(self, line: RiskLine | None) -> None:
        """Show it, or nothing."""
        self.setVisible(line is not None)
        if line is None:
            return
        risk = line.risk
        self.set_heading(why_words(line))
        words = [text.sentence(reason.sentence) for reason in risk.reasons[:MOST_REASONS]]
        words = words or [text.sentence(risk.evidence_said)]
        for number, shown_line in enumerate(self._lines):
            shown_line.setVisible(number < len(words))
            shown_line.setText("• " + words[number] if number < len(words) else "")
        pinned = pin_words(line.pin) if line.pin is not None else ""
        remind = reminder_words(risk, risk.worked_out_on)
        for shown, said in (
            (self._pinned, pinned),
            (self._next, self._next_words(risk)),
            (self._remind, remind),
        ):
            shown.setText(said)
            shown.setVisible(bool(said))

    def _next_words(self, risk: PartyRisk) -> str:
        """How much may be expected next, and by when."""
        if risk.expected_on is None:
            return ""
        mine = [bill for bill in risk.bills if bill.expected_on == risk.expected_on]
        soonest_paise = sum(bill.open_paise for bill in mine)
        words = self.tr("Expect %1 by %2")
        return text.filled(words, text.rupees(soonest_paise), text.day(risk.expected_on))


def risk_chips(risk: PartyRisk | None) -> list[tuple[str, Tone]]:
    """The chips of a party's head: category with score, and how it pays; maybe none."""
    if risk is None:
        return []
    return [chip_of(risk), (frequency_words(risk.frequency), Tone.ACCENT)]
