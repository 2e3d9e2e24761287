"""The box that asks before a reminder that the party should rather be spared."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.queries.reminders import ReminderDraft
from collectiq_desktop.ui import text
from collectiq_desktop.ui.collecting.reminder import Reminder
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.widgets.confirm import Confirm


class Reminding(QObject):
    """Reminds of one party at a time, over a screen."""

    def __init__(self, screen: QWidget, kit: Kit) -> None:
        super().__init__(screen)
        self._confirm = Confirm(screen)
        self._reminder = Reminder(self, kit)
        self._confirm.agreed.connect(self._reminder.open_now)

    def remind(self, party_id: PartyId | None) -> None:
        """Open a reminder to a party; nothing where none is stood on."""
        if party_id is not None:
            self._reminder.remind(party_id)

    def ask_all_the_same(self, draft: ReminderDraft, *, is_lately: bool) -> None:
        """The party promised, or was reminded lately: ask first."""
        words: list[str] = []
        if draft.promise is not None:
            promised = self.tr("%1 is promised by %2.")
            amount = text.rupees(draft.promise.amount_paise)
            words.append(text.filled(promised, amount, text.day(draft.promise.promised_on)))
        if draft.last is not None and is_lately:
            words.append(self._reminded_words(text.day(draft.last.on), draft.last.agent))
        words.append(self.tr("Remind all the same?"))
        self._confirm.ask(" ".join(words), yes=self.tr("Remind"), no=self.tr("Not now"))

    def _reminded_words(self, on: str, agent: str) -> str:
        if not agent:
            return text.filled(self.tr("The party was reminded on %1."), on)
        return text.filled(self.tr("%1 reminded the party on %2."), agent, on)
