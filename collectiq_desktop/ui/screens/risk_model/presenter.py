"""The model page: what is asked for, and what an owner can do about it. No window here."""

from __future__ import annotations

from typing import Protocol

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.risk import RiskOutlook
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.risk import (
    RiskOutlooks,
    ScoringCounter,
    ScoringSetup,
    ScoringSetups,
    WhoScores,
)
from collectiq_desktop.core.services.scoring import ChooseScoring
from collectiq_desktop.ui.kit import Kit


class ModelView(Protocol):
    """What the presenter tells the screen."""

    def show_model(self, outlook: RiskOutlook | None, counter: ScoringCounter) -> None:
        """What the scores rest on, and which counter works them out."""
        ...

    def show_doing(self, doing: str, problem: str) -> None:
        """What is being worked out now."""
        ...


class ModelPresenter:
    """Reads what was published; what is to be done is done in the background."""

    def __init__(self, view: ModelView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._outlook: RiskOutlook | None = None
        if kit.foretelling is not None:
            kit.foretelling.watch(self._show_doing)

    def begin(self) -> None:
        """Show what there is."""
        self._kit.work.ask(RiskOutlooks(), key=(self, "outlook"), done=self._took_outlook)
        self._show_doing()

    def books_changed(self, touched: Touched) -> None:
        """New scores may have come, or a counter."""
        if touched.nouns & {Noun.RISK, Noun.DEVICE}:
            self.begin()

    def work_out(self) -> None:
        """Score now; while something is under way, stop that."""
        foretelling = self._kit.foretelling
        if foretelling is not None:
            if foretelling.doing:
                foretelling.stop()
            else:
                foretelling.work_out()

    def learn(self) -> None:
        """Learn anew now."""
        if self._kit.foretelling is not None:
            self._kit.foretelling.learn()

    def roll_back(self) -> None:
        """Use what was learned before."""
        if self._kit.foretelling is not None:
            self._kit.foretelling.roll_back()

    def score_here(self) -> None:
        """This counter works the scores out from now on."""
        self._kit.work.ask(ScoringSetups(), key=(self, "setup"), done=self._choose_this)

    def _choose_this(self, setup: ScoringSetup) -> None:
        own = next((each.device_id for each in setup.counters if each.is_own), None)
        if own is not None:
            command = ChooseScoring(device_id=own)
            self._kit.work.run(command, done=self._chose, failed=self._refused, initiator=self)

    def _chose(self, _nothing: object) -> None:
        self.begin()

    def _refused(self, error: CollectIQError) -> None:
        self._view.show_doing("", error.message)

    def _took_outlook(self, outlook: RiskOutlook | None) -> None:
        self._outlook = outlook
        self._kit.work.ask(WhoScores(), key=(self, "who"), done=self._took_counter)

    def _took_counter(self, counter: ScoringCounter) -> None:
        self._view.show_model(self._outlook, counter)

    def _show_doing(self) -> None:
        foretelling = self._kit.foretelling
        if foretelling is not None:
            self._view.show_doing(foretelling.doing, foretelling.problem)
