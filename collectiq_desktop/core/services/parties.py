"""Adding and amending parties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from collectiq_desktop.core.domain.errors import BadInput, Clash
from collectiq_desktop.core.domain.ids import FactId, PartyId
from collectiq_desktop.core.domain.masters import Edit, Value
from collectiq_desktop.core.domain.party import Party, check_party
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.services.carrying import carries_out
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.posting import party_for
from collectiq_desktop.core.services.record import already_recorded, record
from collectiq_desktop.core.storage import masters
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.facts import PartyAdded, PartyAmended


@dataclass(frozen=True, slots=True, kw_only=True)
class AddParty:
    """Add a party; without a code it gets the next of this device."""

    party_id: PartyId
    party: Party


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendParty:
    """Change fields of a party; only those named are touched."""

    fact_id: FactId
    party_id: PartyId
    changes: Mapping[str, Value]


@carries_out(AddParty)
def add_party(writer: Writer, command: AddParty, context: Context) -> PartyId:
    """Add the party.

    Raises:
        BadInput: a field cannot be right.
        Clash: the code is taken.
    """
    if already_recorded(writer, command.party_id, PartyAdded.__name__):
        return command.party_id
    check_party(command.party)
    party = with_code(writer, command.party, context)
    record(writer, context, PartyAdded(fields=masters.fields_of(party)), command.party_id)
    return command.party_id


def with_code(writer: Writer, party: Party, context: Context) -> Party:
    """The party with a code of its own, `A01-12`.

    Each device counts its own, so that two counters never give one code twice.
    """
    if party.code:
        _check_code_is_free(writer, party.code, None)
        return party
    prefix = f"{context.series_code}-"
    return replace(party, code=f"{prefix}{writer.last_number(prefix) + 1}")


def _check_code_is_free(writer: Writer, code: str, party_id: bytes | None) -> None:
    for taken_by, name in writer.lookups.parties_with(code):
        if taken_by != party_id:
            message = say(
                "The code {code} belongs to {name}; choose another.", code=code, name=name
            )
            raise Clash(message, field="code")


@carries_out(AmendParty)
def amend_party(writer: Writer, command: AmendParty, context: Context) -> PartyId:
    """Change the fields; a field that already has the value is left alone.

    Raises:
        BadInput: a field is unknown or cannot be right.
        Clash: the code is taken.
    """
    if already_recorded(writer, command.fact_id, PartyAmended.__name__):
        return command.party_id
    party_for(writer, command.party_id)
    writer.flush_rows()
    chosen = masters.chosen_fields(writer.conn, command.party_id)
    before = masters.master_of(Party, {name: c.value for name, c in chosen.items()})
    check_field_names(Party, command.changes)
    after = replace(before, **command.changes)
    check_party(after)
    if after.code and after.code != before.code:
        _check_code_is_free(writer, after.code, command.party_id)
    edits = edits_between(before, after, {name: c.fact_id for name, c in chosen.items()})
    if edits:
        body = PartyAmended(party_id=command.party_id, edits=edits)
        record(writer, context, body, command.fact_id)
    return command.party_id


def check_field_names(kind: type, changes: Mapping[str, Value]) -> None:
    """Refuse a change of a field that the master does not have."""
    unknown = set(changes) - set(kind.__dataclass_fields__)  # type: ignore[attr-defined]
    if unknown:
        message = say("There is no field “{unknown}” to change.", unknown=min(unknown))
        raise BadInput(message, field=min(unknown))


def edits_between(
    before: masters.AnyMaster, after: masters.AnyMaster, authors: Mapping[str, bytes]
) -> dict[str, Edit]:
    """The fields that differ, each with the fact whose value it replaces."""
    new = masters.plain_of(after)
    old = masters.plain_of(before)
    return {
        name: Edit(value, authors.get(name)) for name, value in new.items() if value != old[name]
    }
