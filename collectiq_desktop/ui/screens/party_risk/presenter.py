"""The risk of one party: what is asked, and the steps of what if. No window here."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, Protocol

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import FactId, PartyId
from collectiq_desktop.core.domain.risk import WHAT_IF_STEPS, Category, RiskOutlook
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.risk import (
    CategoryStep,
    CategorySteps,
    RiskLine,
    RiskOfParty,
    RiskOutlooks,
)
from collectiq_desktop.core.services.pins import PinCategory
from collectiq_desktop.ui.kit import Kit, Place

_NOUNS = {Noun.RISK, Noun.PARTY, Noun.COLLECTING}


class WhatIf(NamedTuple):
    """So much cleared, and the score before and after, per mille."""

    cleared_paise: int
    score: int
    score_then: int


class PinWish(NamedTuple):
    """A category that is to be pinned; None takes the pin away."""

    category: Category | None
    until_on: date
    reason: str


class PartyRiskView(Protocol):
    """What the presenter tells the screen."""

    def show_risk(self, line: RiskLine | None, outlook: RiskOutlook | None) -> None:
        """What is foretold of the party; None where nothing is."""
        ...

    def show_step(self, step: CategoryStep | None) -> None:
        """How the category changed last; None where it never did."""
        ...

    def show_what_if(self, found: WhatIf | None) -> None:
        """What the score would be; None where nothing is open or scored."""
        ...

    def show_pinned(self) -> None:
        """The pin is saved."""
        ...

    def show_pin_problem(self, field: str, sentence: str) -> None:
        """Why it cannot be saved, at its field."""
        ...

    def show_doing(self, doing: str, problem: str) -> None:
        """What is being worked out now."""
        ...


class PartyRiskPresenter:
    """One party at a time."""

    def __init__(self, view: PartyRiskView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._party_id: PartyId | None = None
        self._outlook: RiskOutlook | None = None
        self._line: RiskLine | None = None
        self._step = WHAT_IF_STEPS
        if kit.foretelling is not None:
            kit.foretelling.watch(self._show_doing)

    def show(self, party_id: PartyId) -> None:
        """Show a party."""
        self._party_id = party_id
        self.refresh()
        self._show_doing()

    def refresh(self) -> None:
        """As it is published now."""
        self._kit.work.ask(
            RiskOutlooks(), key=(self, "outlook"), done=self._took_outlook, failed=self._no_outlook
        )

    def books_changed(self, touched: Touched) -> None:
        """New scores may have come."""
        if touched.nouns & _NOUNS and self._party_id is not None:
            self.refresh()

    def clear(self, step: int) -> None:
        """What if so many tenths of what is open were cleared."""
        self._step = step
        self._show_what_if()

    def pin(self, wish: PinWish) -> None:
        """Pin a category, or take the pin away."""
        if self._party_id is None:
            return
        command = PinCategory(
            fact_id=FactId(self._kit.ids.mint()),
            party_id=self._party_id,
            category=wish.category,
            until_on=wish.until_on if wish.category is not None else None,
            reason=wish.reason,
        )
        self._kit.work.run(command, done=self._pinned, failed=self._not_pinned, initiator=self)

    def _pinned(self, _result: object) -> None:
        self._view.show_pinned()
        self.refresh()

    def _not_pinned(self, error: CollectIQError) -> None:
        self._view.show_pin_problem(error.field or "", error.message)

    def work_out(self) -> None:
        """Work it out anew, or stop that."""
        foretelling = self._kit.foretelling
        if foretelling is not None:
            if foretelling.doing:
                foretelling.stop()
            else:
                foretelling.work_out()

    def go(self, screen: str) -> None:
        """Open a screen for this party."""
        if self._party_id is not None:
            self._kit.navigation.go(Place(screen=screen, party_id=self._party_id))

    def _no_outlook(self, _refusal: CollectIQError) -> None:
        """Whoever may not see totals sees the party all the same."""
        self._took_outlook(None)

    def _took_outlook(self, outlook: RiskOutlook | None) -> None:
        self._outlook = outlook
        if self._party_id is not None:
            ask = RiskOfParty(party_id=self._party_id)
            self._kit.work.ask(ask, key=(self, "party"), done=self._took_line)
            steps = CategorySteps(party_id=self._party_id)
            self._kit.work.ask(steps, key=(self, "steps"), done=self._took_steps)

    def _took_line(self, line: RiskLine | None) -> None:
        self._line = line
        self._view.show_risk(line, self._outlook)
        self._show_what_if()

    def _took_steps(self, steps: tuple[CategoryStep, ...]) -> None:
        self._view.show_step(steps[0] if steps else None)

    def _show_what_if(self) -> None:
        risk = self._line.risk if self._line is not None else None
        if risk is None or not risk.what_if or risk.score is None:
            self._view.show_what_if(None)
            return
        step = min(self._step, len(risk.what_if) - 1)
        found = WhatIf(risk.cleared_paise(step), risk.score, risk.what_if[step])
        self._view.show_what_if(found)

    def _show_doing(self) -> None:
        foretelling = self._kit.foretelling
        if foretelling is not None:
            self._view.show_doing(foretelling.doing, foretelling.problem)
