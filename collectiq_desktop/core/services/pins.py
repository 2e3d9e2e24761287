"""Pinning a category: what an admin knows of a party that its payments do not show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import FactId, PartyId
from collectiq_desktop.core.domain.risk import Category
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.services.carrying import carries_out
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.posting import party_for, reason_given
from collectiq_desktop.core.services.record import already_recorded, record
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.collecting import CategoryPinned

LONGEST_DAYS = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class PinCategory:
    """Say what to think of a party until a day, and why.

    Args:
        category: None takes away what was said before.
        until_on: the last day on which it holds; today's where none is said.
    """

    fact_id: FactId
    party_id: PartyId
    category: Category | None
    reason: str
    until_on: date | None = None


@carries_out(PinCategory)
def pin_category(writer: Writer, command: PinCategory, context: Context) -> FactId:
    """Record the pin; gives its id.

    Raises:
        BadInput: no reason is given, or the day is past or more than a year away.
        NotFound: there is no such party.
    """
    if already_recorded(writer, command.fact_id, CategoryPinned.__name__):
        return command.fact_id
    party_for(writer, command.party_id)
    reason = reason_given(command.reason)
    until_on = command.until_on or context.today_on
    if until_on < context.today_on:
        raise BadInput(say("A pin holds until today or a day to come."), field="until_on")
    if until_on > context.today_on + timedelta(days=LONGEST_DAYS):
        raise BadInput(say("This day is more than a year away; check it."), field="until_on")
    body = CategoryPinned(
        party_id=command.party_id,
        category=command.category.value if command.category is not None else "",
        until_on=until_on,
        reason=reason,
    )
    record(writer, context, body, command.fact_id)
    return command.fact_id
