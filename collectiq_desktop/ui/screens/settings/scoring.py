"""How scores are made, as the settings read and save it. No window here."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import DeviceId
from collectiq_desktop.core.domain.risk import RiskSettings
from collectiq_desktop.core.queries.risk import ScoringSetup, ScoringSetups
from collectiq_desktop.core.services.scoring import ChooseScoring
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

SAVED = QT_TRANSLATE_NOOP(
    "Sentence", "Saved. The next scores are made so; Ctrl+R on the risk screen makes them now."
)
_NO_NUMBER = -1


class ScoringTexts(NamedTuple):
    """What is typed; `counter` is the id of a counter in hex, or empty for the first."""

    counter: str
    over_days: str
    within_days: str
    calls_a_day: str


class ScoringView(Protocol):
    """What the presenter tells the screen."""

    def show_scoring(self, setup: ScoringSetup) -> None:
        """How scores are made now."""
        ...

    def show_problem(self, page: str, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        ...

    def show_done(self, sentence: str) -> None:
        """What is saved."""
        ...


class ScoringPresenter:
    """Reads and saves how scores are made."""

    def __init__(self, view: ScoringView, kit: Kit) -> None:
        self._view = view
        self._kit = kit

    def begin(self) -> None:
        """Read it anew."""
        self._kit.work.ask(ScoringSetups(), key=(self, "setup"), done=self._view.show_scoring)

    def save(self, texts: ScoringTexts) -> None:
        """Save what is typed; what is no number is refused at its field."""
        command = ChooseScoring(
            device_id=DeviceId(bytes.fromhex(texts.counter)),
            settings=RiskSettings(
                over_days=number_typed(texts.over_days),
                within_days=number_typed(texts.within_days),
                calls_a_day=number_typed(texts.calls_a_day or "0"),
            ),
        )
        self._kit.work.run(command, done=self._saved, failed=self._refused, initiator=self)

    def _saved(self, _result: object) -> None:
        self.begin()
        self._view.show_done(SAVED)

    def _refused(self, error: CollectIQError) -> None:
        self._view.show_problem("risk", error.field or "", error.message)


def number_typed(text: str) -> int:
    """The number typed; for anything else one that is never allowed."""
    stripped = text.strip()
    return int(stripped) if stripped.isascii() and stripped.isdigit() else _NO_NUMBER
