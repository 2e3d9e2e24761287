"""The party under the cursor of today's calls: where it is reached. No window here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.queries.parties import PartyCard, PartyDetails
from collectiq_desktop.core.queries.promises import Pause, Pauses
from collectiq_desktop.core.queries.reminders import ReminderLine, RemindersOpened
from collectiq_desktop.core.queries.risk import RiskLine
from collectiq_desktop.ui.kit import Kit


class CalleeView(Protocol):
    """What the presenter tells the screen."""

    def show_phones(self, phones: tuple[str, ...]) -> None:
        """The party's phones."""
        ...

    def show_resting(self, party_ids: frozenset[PartyId]) -> None:
        """Parties that promised to pay, and are let rest until their day."""
        ...

    def show_reminded(self, last_on: Mapping[PartyId, date]) -> None:
        """When each party was reminded last; it rests for its interval."""
        ...


class CalleePresenter:
    """Asks for the phones of whoever is stood on, and for who is not to be called."""

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

    def ask_who_rests(self) -> None:
        """A promise may have been made or kept since, or a reminder opened."""
        self._kit.work.ask(
            Pauses(), key=(self, "pauses"), done=self._took_pauses, failed=lambda _error: None
        )
        self._kit.work.ask(
            RemindersOpened(),
            key=(self, "reminders"),
            done=self._took_reminders,
            failed=lambda _error: None,
        )

    def _took_pauses(self, pauses: tuple[Pause, ...]) -> None:
        self._view.show_resting(frozenset(each.party_id for each in pauses))

    def _took_reminders(self, newest_first: tuple[ReminderLine, ...]) -> None:
        self._view.show_reminded({each.party_id: each.on for each in reversed(newest_first)})

    def _took(self, details: PartyDetails) -> None:
        self._view.show_phones(details.party.phones)
