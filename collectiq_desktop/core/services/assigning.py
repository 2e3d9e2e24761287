"""Assigning parties to agents."""

from __future__ import annotations

from dataclasses import dataclass

from collectiq_desktop.core.domain.assignments import Part
from collectiq_desktop.core.domain.errors import BadInput, NotFound, Refused
from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.services.carrying import carries_out
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.posting import party_for
from collectiq_desktop.core.services.record import already_recorded, record
from collectiq_desktop.core.storage import employees
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.facts import PartiesAssigned

MOST_PARTIES = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignParties:
    """Give parties to an agent, as the main one or beside, or take them away.

    A new main agent takes the place of the one before.
    """

    fact_id: FactId
    agent_id: UserId
    party_ids: tuple[PartyId, ...]
    part: Part = Part.MAIN
    reason: str = ""


@carries_out(AssignParties)
def assign_parties(writer: Writer, command: AssignParties, context: Context) -> FactId:
    """Record the assignment of all the parties as one fact.

    Raises:
        BadInput: there are no parties, or too many at once.
        NotFound: the agent or a party is not in the books.
        Refused: the agent has left.
    """
    if already_recorded(writer, command.fact_id, PartiesAssigned.__name__):
        return command.fact_id
    if not command.party_ids:
        raise BadInput(say("Choose at least one party."), field="party")
    if len(command.party_ids) > MOST_PARTIES:
        message = say("At most {most} parties can be assigned at once.", most=MOST_PARTIES)
        raise BadInput(message, field="party")
    writer.flush_rows()
    agent = employees.employee(writer.conn, command.agent_id)
    if agent is None:
        raise NotFound(say("This employee is not in the books."), field="agent")
    if not agent.is_active and command.part != Part.NONE:
        message = say("{name} has left; choose somebody else.", name=agent.name)
        raise Refused(message, field="agent")
    for party_id in command.party_ids:
        party_for(writer, party_id)
    body = PartiesAssigned(
        agent_id=command.agent_id,
        party_ids=tuple(dict.fromkeys(command.party_ids)),
        part=command.part.value,
        reason=command.reason.strip(),
    )
    record(writer, context, body, command.fact_id)
    return command.fact_id
