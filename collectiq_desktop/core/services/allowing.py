"""Letting pass what stops somebody else: a party over its limits, a voucher of an early day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from collectiq_desktop.core.domain.errors import BadInput, Refused
from collectiq_desktop.core.domain.ids import FactId, PartyId, VoucherId
from collectiq_desktop.core.domain.roles import Permission
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.services.carrying import carries_out
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.posting import party_for, positive, reason_given
from collectiq_desktop.core.services.record import already_recorded, record
from collectiq_desktop.core.services.rights import not_permitted
from collectiq_desktop.core.storage import masters
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.collecting import CreditAllowed, DayAllowed

LONGEST_DAYS = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowCredit:
    """Let a party pass its limits: one sale of at most so much, or every sale until a day.

    Args:
        voucher_id: the sale that may pass, which need not be posted yet.
        until_on: the last day on which every sale may; the newest such word holds.

    Money: `most_paise` is what the party may owe more by that one sale.
    """

    fact_id: FactId
    party_id: PartyId
    reason: str
    voucher_id: VoucherId | None = None
    most_paise: int = 0
    until_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowDay:
    """Let vouchers bear an early day, for whoever enters them.

    Args:
        for_ids: the facts that may, which need not be recorded yet.
        from_on: the earliest day that they may bear.
    """

    fact_id: FactId
    for_ids: tuple[FactId, ...]
    from_on: date
    reason: str


@carries_out(AllowCredit)
def allow_credit(writer: Writer, command: AllowCredit, context: Context) -> FactId:
    """Record who let it pass, and why; gives the fact's id.

    Raises:
        BadInput: no reason is given, or it is for no sale and no day.
        NotFound: there is no such party.
    """
    if already_recorded(writer, command.fact_id, CreditAllowed.__name__):
        return command.fact_id
    party_for(writer, command.party_id)
    reason = reason_given(command.reason)
    _check_span(command, context.today_on)
    body = CreditAllowed(
        party_id=command.party_id,
        reason=reason,
        voucher_id=command.voucher_id,
        most_paise=command.most_paise if command.voucher_id is not None else 0,
        until_on=command.until_on,
    )
    record(writer, context, body, command.fact_id)
    return command.fact_id


def _check_span(command: AllowCredit, today_on: date) -> None:
    if (command.voucher_id is None) == (command.until_on is None):
        message = say("Say for which sale it is, or until which day; not both.")
        raise BadInput(message, field="until_on")
    if command.voucher_id is not None:
        positive(command.most_paise)
    elif command.until_on is not None:
        if command.until_on < today_on - timedelta(days=1):
            message = say("It holds until today or a day to come; yesterday ends it.")
            raise BadInput(message, field="until_on")
        if command.until_on > today_on + timedelta(days=LONGEST_DAYS):
            raise BadInput(say("This day is more than a year away; check it."), field="until_on")


@carries_out(AllowDay)
def allow_day(writer: Writer, command: AllowDay, context: Context) -> FactId:
    """Record who let them pass, and why; gives the fact's id.

    Raises:
        BadInput: no reason is given, or the day is still to come.
        Refused: the day is beyond the own ones, or locked for who may not move the lock.
    """
    if already_recorded(writer, command.fact_id, DayAllowed.__name__):
        return command.fact_id
    assert command.for_ids, "a day is allowed for something"
    reason = reason_given(command.reason)
    if command.from_on > context.today_on:
        raise BadInput(say("Only a day up to today can be let pass."), field="on")
    locked = masters.locked_until(writer)
    is_locked = locked is not None and command.from_on <= locked
    if is_locked and not context.rights.may(Permission.SETTINGS):
        raise Refused(not_permitted(), field="user")
    body = DayAllowed(for_ids=command.for_ids, from_on=command.from_on, reason=reason)
    record(writer, context, body, command.fact_id)
    return command.fact_id
