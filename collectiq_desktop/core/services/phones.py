"""Correcting a party's phone: at once by who may change parties, else by asking the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.phones import corrected_phones, normalise_mobile
from collectiq_desktop.core.domain.roles import Permission
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.services.carrying import carries_out
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.custody import collector
from collectiq_desktop.core.services.parties import AmendParty, amend_party
from collectiq_desktop.core.services.posting import check_day, party_for, today_or
from collectiq_desktop.core.services.record import already_recorded, record
from collectiq_desktop.core.storage import masters
from collectiq_desktop.core.storage.facts import read_fact
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.collecting import PhoneAsked
from collectiq_desktop.core.wire.facts import PartyAmended


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectPhone:
    """Say which phone of a party is right.

    Who may change parties changes it; anybody else asks the office to.

    Args:
        instead_of: the one that is wrong, as the party has it; empty for none.
        agent_id: who heard it, where that is not who enters it.
    """

    fact_id: FactId
    party_id: PartyId
    phone: str
    instead_of: str = ""
    on: date | None = None
    agent_id: UserId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlePhone:
    """What an agent asked about a party's phone is done with, taken over or not."""

    fact_id: FactId
    party_id: PartyId


@carries_out(CorrectPhone)
def correct_phone(writer: Writer, command: CorrectPhone, context: Context) -> PartyId:
    """Change the party, or record what is asked; nothing where the party has it already.

    Raises:
        NotFound: there is no such party.
        BadInput: it is no mobile number.
    """
    if _was_recorded(writer, command.fact_id):
        return command.party_id
    party_for(writer, command.party_id)
    phone = normalise_mobile(command.phone)
    if phone is None:
        message = say("Type the ten digits of a mobile number, such as 98250 12345.")
        raise BadInput(message, field="phone")
    phones = _phones_after(writer, command, phone)
    if phones is None:
        return command.party_id
    if context.rights.may(Permission.MANAGE_PARTIES):
        amending = AmendParty(
            fact_id=command.fact_id, party_id=command.party_id, changes={"phones": phones}
        )
        return amend_party(writer, amending, context)
    _ask(writer, command, context, phone)
    return command.party_id


def _was_recorded(writer: Writer, fact_id: bytes) -> bool:
    """Whether it was carried out before, by either way: rights may have changed since."""
    fact = read_fact(writer.conn, fact_id) if writer.lookups.has_fact(fact_id) else None
    is_change = fact is not None and fact.kind == PartyAmended.__name__
    kind = PartyAmended.__name__ if is_change else PhoneAsked.__name__
    return already_recorded(writer, fact_id, kind)


def _phones_after(writer: Writer, command: CorrectPhone, phone: str) -> tuple[str, ...] | None:
    """The party's phones then; None where nothing changes."""
    writer.flush_rows()
    fields = masters.chosen_fields(writer.conn, command.party_id)
    party = masters.master_of(Party, {name: each.value for name, each in fields.items()})
    after = corrected_phones(party.phones, phone, command.instead_of)
    return after if after != party.phones else None


def _ask(writer: Writer, command: CorrectPhone, context: Context, phone: str) -> None:
    on = today_or(command.on, context)
    check_day(on, context.today_on)
    body = PhoneAsked(
        party_id=command.party_id,
        phone=phone,
        asked_on=on,
        instead_of=command.instead_of,
        agent_id=collector(writer, context, command.agent_id) or context.user_id,
    )
    record(writer, context, body, command.fact_id)


@carries_out(SettlePhone)
def settle_phone(writer: Writer, command: SettlePhone, context: Context) -> PartyId:
    """Record that it is done with.

    Raises:
        NotFound: there is no such party.
    """
    if already_recorded(writer, command.fact_id, PhoneAsked.__name__):
        return command.party_id
    party_for(writer, command.party_id)
    body = PhoneAsked(
        party_id=command.party_id, phone="", asked_on=context.today_on, agent_id=context.user_id
    )
    record(writer, context, body, command.fact_id)
    return command.party_id
