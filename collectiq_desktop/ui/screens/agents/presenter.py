"""The agents' figures for a day or a longer time. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.agents import AgentFigures, AgentLine
from collectiq_desktop.ui.kit import Kit, Place

_KEY = "agents"
_NOUNS = {Noun.VOUCHER, Noun.COLLECTING, Noun.EMPLOYEE, Noun.ASSIGNMENT}


class Span(StrEnum):
    """For how long the figures are."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"

    def first_on(self, today_on: date) -> date:
        """Its first day, of a span that ends today."""
        if self is Span.TODAY:
            return today_on
        return today_on - timedelta(days=6) if self is Span.WEEK else today_on.replace(day=1)


class AgentsView(Protocol):
    """What the presenter tells the screen."""

    def show_agents(self, lines: Sequence[AgentLine], span: Span, *, is_anew: bool) -> None:
        """The agents."""
        ...

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong."""
        ...


class AgentsPresenter:
    """Asks for the figures."""

    def __init__(self, view: AgentsView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._span = Span.TODAY
        self._is_anew = True

    def begin(self) -> None:
        """Show the agents."""
        self._is_anew = True
        self.refresh()

    def turn(self) -> None:
        """The next span of days."""
        spans = list(Span)
        self._span = spans[(spans.index(self._span) + 1) % len(spans)]
        self.refresh()

    def refresh(self) -> None:
        """The figures as they are now."""
        ask = AgentFigures(from_on=self._span.first_on(self._kit.clock.today_on()))
        self._kit.work.ask(ask, key=_KEY, done=self._took, failed=self._failed)

    def books_changed(self, touched: Touched) -> None:
        """Somebody may have collected."""
        if touched.nouns & _NOUNS:
            self.refresh()

    def open(self, screen: str) -> None:
        """The hand-overs, or who has which party."""
        self._kit.navigation.go(Place(screen=screen))

    def _failed(self, error: CollectIQError) -> None:
        self._view.show_problem("", error.message)

    def _took(self, lines: tuple[AgentLine, ...]) -> None:
        is_anew, self._is_anew = self._is_anew, False
        self._view.show_agents(lines, self._span, is_anew=is_anew)
