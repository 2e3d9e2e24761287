"""What is foretold of all parties: asked for, kept true, worked out on demand. No window here."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, Protocol

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.risk import RiskOutlook
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.risk import PartyRisks, RiskLine, RiskOutlooks
from collectiq_desktop.ui.kit import Kit, Place

_NOUNS = {Noun.RISK, Noun.PARTY, Noun.COLLECTING}


class Foretold(NamedTuple):
    """All that is foretold; no outlook where nothing was worked out yet."""

    lines: tuple[RiskLine, ...]
    outlook: RiskOutlook | None
    today_on: date


class ForetoldView(Protocol):
    """What the presenter tells the screen."""

    def show_foretold(self, found: Foretold, *, is_anew: bool) -> None:
        """What is foretold; anew where the screen was opened."""
        ...

    def show_doing(self, doing: str, problem: str) -> None:
        """What is being worked out now, or why it came to nothing."""
        ...


class ForetoldPresenter:
    """Asks for everything at once; it is a tenth of a second for a large shop."""

    def __init__(self, view: ForetoldView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._outlook: RiskOutlook | None = None
        self._is_anew = True
        if kit.foretelling is not None:
            kit.foretelling.watch(self._show_doing)

    def begin(self) -> None:
        """Show everything from the first row."""
        self._is_anew = True
        self.refresh()
        self._show_doing()

    def refresh(self) -> None:
        """Everything as it is published now; the cursor stays."""
        self._kit.work.ask(
            RiskOutlooks(), key=(self, "outlook"), done=self._took_outlook, failed=self._no_outlook
        )

    def books_changed(self, touched: Touched) -> None:
        """New scores may have come, or a party another name."""
        if touched.nouns & _NOUNS:
            self.refresh()

    def work_out(self) -> None:
        """Work it out now, in the background; while that is under way, stop it."""
        foretelling = self._kit.foretelling
        if foretelling is not None:
            if foretelling.doing:
                foretelling.stop()
            else:
                foretelling.work_out()

    def go(self, screen: str, party_id: PartyId | None = None, text: str = "") -> None:
        """Open a screen, for a party where there is one."""
        self._kit.navigation.go(Place(screen=screen, party_id=party_id, text=text))

    def _no_outlook(self, _refusal: CollectIQError) -> None:
        """Whoever may not see totals sees the parties all the same."""
        self._took_outlook(None)

    def _took_outlook(self, outlook: RiskOutlook | None) -> None:
        self._outlook = outlook
        self._kit.work.ask(PartyRisks(), key=(self, "parties"), done=self._took_lines)

    def _took_lines(self, lines: tuple[RiskLine, ...]) -> None:
        is_anew, self._is_anew = self._is_anew, False
        found = Foretold(lines, self._outlook, self._kit.clock.today_on())
        self._view.show_foretold(found, is_anew=is_anew)

    def _show_doing(self) -> None:
        foretelling = self._kit.foretelling
        if foretelling is not None:
            self._view.show_doing(foretelling.doing, foretelling.problem)
