"""The figures of the model page: how right the scores were, and by what they are made."""

from __future__ import annotations

from PySide6.QtCore import QObject

from collectiq_desktop.core.domain.risk import Basis, LookBack, RiskOutlook
from collectiq_desktop.core.queries.risk import ScoringCounter
from collectiq_desktop.ui import text
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.pieces import Fact

_NO_LOOK = LookBack(0, 0, 0, 0, 0)


def _percent(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)} %" if whole else text.NONE


class ModelFacts(QObject):
    """Says the figures."""

    def facts_of(self, outlook: RiskOutlook, counter: ScoringCounter) -> tuple[Fact, ...]:
        """The facts, in their order."""
        back = outlook.look_back or _NO_LOOK
        return (
            self._risky(back),
            self._hits(back),
            self._learned(outlook),
            self._counter(counter),
        )

    def _risky(self, back: LookBack) -> Fact:
        caption = self.tr("Risky 90 days ago, went late")
        if not back.risky_count:
            return Fact(caption, text.NONE, note=self.tr("nobody was Risky then"))
        words = self.tr("%1 of %2 parties")
        note = text.filled(words, str(back.risky_late_count), str(back.risky_count))
        return Fact(caption, _percent(back.risky_late_count, back.risky_count), note=note)

    def _hits(self, back: LookBack) -> Fact:
        caption = self.tr("Hits of the last quarter")
        if not back.late_count:
            return Fact(caption, text.NONE, note=self.tr("nothing is decided yet"))
        rival = _percent(back.rival_hits_count, back.late_count)
        note = text.filled(self.tr("oldest overdue first: %1"), rival)
        is_better = back.hits_count > back.rival_hits_count
        tone = Tone.GOOD if is_better else Tone.MUTED
        figure = _percent(back.hits_count, back.late_count)
        return Fact(caption, figure, note=note, note_tone=tone)

    def _learned(self, outlook: RiskOutlook) -> Fact:
        caption = self.tr("Learned")
        if outlook.learned_on is None:
            is_small = outlook.basis is Basis.AGEING
            few, habits = self.tr("not enough history"), self.tr("payment habits only")
            return Fact(caption, text.NONE, note=few if is_small else habits)
        note = text.filled(self.tr("version %1"), str(outlook.version))
        if outlook.older_versions:
            older = ", ".join(map(str, outlook.older_versions))
            note = " · ".join((note, text.filled(self.tr("kept: %1"), older)))
        return Fact(caption, text.day(outlook.learned_on), note=note)

    def _counter(self, counter: ScoringCounter) -> Fact:
        caption = self.tr("Scored by")
        if counter.is_here:
            return Fact(caption, self.tr("This counter"), note=counter.series_code)
        return Fact(caption, counter.name or counter.series_code, note=counter.series_code)
