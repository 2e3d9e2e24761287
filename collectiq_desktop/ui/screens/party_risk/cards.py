"""The cards of a party's risk: its reasons, what if some were cleared, its payment curve."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.risk import CURVE_DAYS, WHAT_IF_STEPS, PartyRisk, RiskReason
from collectiq_desktop.ui import text
from collectiq_desktop.ui.foretold.plots import Axis, Line, Plot
from collectiq_desktop.ui.foretold.words import effect_words, score_words
from collectiq_desktop.ui.screens.party_risk.presenter import WhatIf
from collectiq_desktop.ui.theme import Tone, set_tone
from collectiq_desktop.ui.widgets.pieces import Card, ElidedLabel, label

_MOST_REASONS = 5
_EFFECT_WIDTH = 52


class _ReasonRow(QWidget):
    """One reason: what it does to the score, what it says, which bills it names."""

    def __init__(self) -> None:
        super().__init__()
        self._effect, self._words, self._bills = label("strong"), label(), ElidedLabel("muted")
        self._words.setWordWrap(True)
        self._effect.setFixedWidth(_EFFECT_WIDTH)
        self._effect.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(self._bills)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._effect, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_reason(self, reason: RiskReason) -> None:
        self._effect.setText(effect_words(reason.effect))
        tone = Tone.MUTED if not reason.effect else Tone.BAD if reason.effect > 0 else Tone.GOOD
        set_tone(self._effect, tone)
        self._words.setText(text.sentence(reason.sentence))
        self._bills.setText(", ".join(reason.bills))
        self._bills.setVisible(bool(reason.bills))


class ReasonsCard(Card):
    """Why a party has its score; how little it rests on where there is no reason."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = [_ReasonRow() for _number in range(_MOST_REASONS)]
        self._evidence = label("muted")
        self._evidence.setWordWrap(True)
        # Close together: four reasons with their bills must fit on a low screen.
        self.body.setContentsMargins(14, 10, 14, 10)
        self.body.setSpacing(4)
        for row in self._rows:
            self.body.addWidget(row)
        self.body.addWidget(self._evidence)
        self.body.addStretch(1)

    def show_reasons(self, reasons: Sequence[RiskReason], evidence: str) -> None:
        """Show these reasons."""
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(reasons))
            if number < len(reasons):
                row.show_reason(reasons[number])
        self._evidence.setText(evidence)


class WhatIfCard(Card):
    """A slider over what is open, and the score if so much of it were cleared.

    Signals:
        moved: so many tenths.
    """

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._words = label("strong")
        self._words.setWordWrap(True)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, WHAT_IF_STEPS)
        self.slider.setValue(WHAT_IF_STEPS)
        self.slider.setPageStep(WHAT_IF_STEPS // 2)
        self.slider.valueChanged.connect(self.moved)
        self.body.addWidget(self.slider)
        self.body.addWidget(self._words)

    def show_what_if(self, found: WhatIf | None) -> None:
        """The score then; where nothing is open, a word about that."""
        self.slider.setEnabled(found is not None)
        if found is None:
            set_tone(self._words, Tone.MUTED)
            self._words.setText(self.tr("Nothing is open, or there is no score yet."))
            return
        set_tone(self._words, Tone.GOOD if found.score_then < found.score else Tone.INK)
        words = self.tr("If %1 is cleared, the oldest first: %2 → %3")
        figures = (score_words(found.score), score_words(found.score_then))
        self._words.setText(text.filled(words, text.rupees(found.cleared_paise), *figures))
        self.slider.setAccessibleName(self._words.text())


class CurveCard(Card):
    """What share of bills is paid by each day from due: the party's and the shop's."""

    def __init__(self) -> None:
        super().__init__()
        self._plot = Plot()
        self.body.addWidget(self._plot, 1)

    def show_curve(self, risk: PartyRisk, shop_curve: Sequence[int]) -> None:
        """Show the curves."""
        ticks = tuple(
            (day, self._tick(day)) for day in range(CURVE_DAYS[0], CURVE_DAYS[-1] + 1, 30)
        )
        lines = [
            Line(name, tuple(zip(CURVE_DAYS, curve, strict=True)), tone, is_dashed)
            for name, curve, tone, is_dashed in (
                (self.tr("This party"), risk.curve, Tone.ACCENT, False),
                (self.tr("The whole shop"), shop_curve, Tone.MUTED, True),
            )
            if len(curve) == len(CURVE_DAYS)
        ]
        self._plot.show_plot(Axis(CURVE_DAYS[0], CURVE_DAYS[-1], ticks), lines)

    def _tick(self, day: int) -> str:
        return f"{day:+d}" if day else self.tr("due")
