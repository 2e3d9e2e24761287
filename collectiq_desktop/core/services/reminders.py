"""Reminders that were opened: so that nobody reminds twice by mistake."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId
from collectiq_desktop.core.domain.reminders import Channel
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.services.carrying import carries_out
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.custody import collector
from collectiq_desktop.core.services.posting import check_day, party_for, positive, today_or
from collectiq_desktop.core.services.record import already_recorded, record
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.collecting import ReminderOpened

MAX_LANGUAGE_CHARS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteReminder:
    """Note that a reminder to a party was opened, ready to be sent.

    Args:
        amount_paise: what it says is overdue.
        language: of its words; a code such as `hi`.
        agent_id: who opened it, where that is not who enters it.
    """

    fact_id: FactId
    party_id: PartyId
    amount_paise: int
    channel: Channel = Channel.WHATSAPP
    language: str = ""
    on: date | None = None
    agent_id: UserId | None = None


@carries_out(NoteReminder)
def note_reminder(writer: Writer, command: NoteReminder, context: Context) -> FactId:
    """Record that it was opened; gives its id.

    Raises:
        NotFound: there is no such party.
        BadInput: it is about no money, of a day to come, or its language is no code.
    """
    if already_recorded(writer, command.fact_id, ReminderOpened.__name__):
        return command.fact_id
    party_for(writer, command.party_id)
    positive(command.amount_paise)
    on = today_or(command.on, context)
    check_day(on, context.today_on)
    language = command.language.strip()
    if len(language) > MAX_LANGUAGE_CHARS:
        raise BadInput(say("A language is named by its code, such as hi."), field="language")
    body = ReminderOpened(
        party_id=command.party_id,
        opened_on=on,
        channel=command.channel.value,
        amount_paise=command.amount_paise,
        language=language,
        agent_id=collector(writer, context, command.agent_id) or context.user_id,
    )
    record(writer, context, body, command.fact_id)
    return command.fact_id
