"""Reminding a party by WhatsApp: asks first where it should rest, opens the chat, and notes that.

A person presses send there, so nothing is said to be sent. No window here.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Protocol

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import FactId, PartyId
from collectiq_desktop.core.domain.phones import first_mobile
from collectiq_desktop.core.domain.reminders import ReminderWords
from collectiq_desktop.core.domain.saying import Sentence, say
from collectiq_desktop.core.queries.reminders import ReminderDraft, ReminderTo
from collectiq_desktop.core.services.reminders import NoteReminder
from collectiq_desktop.ui.kit import Kit

AGAIN_AFTER = timedelta(days=3)
"""How soon a second reminder is asked about first."""


class ReminderView(Protocol):
    """What the reminder tells the screen."""

    def ask_all_the_same(self, draft: ReminderDraft, *, is_lately: bool) -> None:
        """The party promised, or was reminded lately: ask, and call `open_now` if so."""
        ...


class Reminder:
    """One reminder at a time."""

    def __init__(self, view: ReminderView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._draft: ReminderDraft | None = None

    def remind(self, party_id: PartyId) -> None:
        """Open a reminder to a party, or say why there is none."""
        self._draft = None
        ask = ReminderTo(party_id=party_id)
        self._kit.work.ask(ask, key=(self, "draft"), done=self._took, failed=self._failed)

    def open_now(self) -> None:
        """Open the chat that was asked about."""
        draft, self._draft = self._draft, None
        if draft is not None and draft.words is not None:
            self._open(draft.party_id, draft.words)

    def _took(self, draft: ReminderDraft) -> None:
        if draft.words is None:
            self._say_bad(say("Nothing of this party is overdue; there is nothing to remind of."))
        elif not first_mobile(draft.words.party.phones):
            self._say_bad(say("This party has no mobile number; Ctrl+Enter writes one."))
        elif draft.promise is not None or self._is_lately(draft):
            self._draft = draft
            self._view.ask_all_the_same(draft, is_lately=self._is_lately(draft))
        else:
            self._open(draft.party_id, draft.words)

    def _is_lately(self, draft: ReminderDraft) -> bool:
        return draft.last is not None and (draft.last.on + AGAIN_AFTER > self._kit.clock.today_on())

    def _open(self, party_id: PartyId, words: ReminderWords) -> None:
        from collectiq_desktop.documents.chats import chat_link
        from collectiq_desktop.documents.reminder import reminder_text

        mobile = first_mobile(words.party.phones)
        printing = self._kit.printing
        if printing is None or not printing.open_chat(chat_link(mobile, reminder_text(words))):
            self._say_bad(say("No WhatsApp is found here; call {mobile}.", mobile=mobile))
            return
        command = NoteReminder(
            fact_id=FactId(self._kit.ids.mint()),
            party_id=party_id,
            amount_paise=words.overdue_paise,
            language=words.party.language,
        )
        told = say("WhatsApp opens for {mobile}: read the reminder there, and send.", mobile=mobile)
        self._kit.work.run(
            command,
            done=lambda _result: self._kit.navigation.say(told),
            failed=self._failed,
            initiator=self,
        )

    def _failed(self, error: CollectIQError) -> None:
        self._say_bad(error.message)

    def _say_bad(self, sentence: Sentence | str) -> None:
        self._kit.navigation.say(sentence, is_bad=True)
