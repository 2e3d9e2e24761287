"""The party under the cursor of today's calls: where it is reached. No window here."""

from __future__ import annotations

from typing import Protocol

from collectiq_desktop.core.queries.parties import PartyCard, PartyDetails
from collectiq_desktop.core.queries.risk import RiskLine
from collectiq_desktop.ui.kit import Kit


class CalleeView(Protocol):
    """What the presenter tells the screen."""

    def show_phones(self, phones: tuple[str, ...]) -> None:
        """The party's phones."""
        ...


class CalleePresenter:
    """Asks for the phones of whoever is stood on."""

    def __init__(self, view: CalleeView, kit: Kit) -> None:
        self._view = view
        self._kit = kit

    def stand_on(self, line: RiskLine | None) -> None:
        """The cursor stands on a party, or on none."""
        self._view.show_phones(())
        if line is None:
            self._kit.work.forget((self, "card"))
            return
        ask = PartyCard(party_id=line.party_id)
        self._kit.work.ask(ask, key=(self, "card"), done=self._took, failed=lambda _error: None)

    def _took(self, details: PartyDetails) -> None:
        self._view.show_phones(details.party.phones)
