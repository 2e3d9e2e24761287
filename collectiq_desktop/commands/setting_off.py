"""`set-off`: what a party paid ahead, set against its bills."""

from __future__ import annotations

from collections.abc import Sequence

from collectiq_desktop.commands.answering import Answer, Call
from collectiq_desktop.commands.posting import (
    answer_of,
    chosen_allocations,
    party_of,
    recorded,
    recorded_before,
)
from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.allocation import Allocation, OpenBill, allocate_oldest_first
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.bills import BillLine
from collectiq_desktop.core.queries.finding import PartyHit
from collectiq_desktop.core.queries.parties import PartyCard
from collectiq_desktop.core.services.set_off import SetOff


def set_off(call: Call) -> Answer:
    """Set money that a party paid ahead against its bills, by default all of it, oldest first."""
    voucher_id = VoucherId(call.new_id())
    with call.books() as books:
        is_new = not recorded_before(books, voucher_id)
        party = party_of(call, books)
        command = SetOff(
            voucher_id=voucher_id,
            party_id=party.party_id,
            allocations=_allocations(call, books, party) if is_new else (),
            on=call.day("on"),
            narration=call.options.narration.strip(),
        )
        books.run(command)
        done = recorded(call, books, voucher_id, is_new=is_new)
    return answer_of(done)


def _allocations(call: Call, books: Books, party: PartyHit) -> tuple[Allocation, ...]:
    card = books.ask(PartyCard(party_id=party.party_id))
    bills = [line for line in card.bills if line.open_paise > 0]
    open_paise = sum(line.open_paise for line in bills)
    possible_paise = min(card.paid_ahead_paise, open_paise)
    if not possible_paise:
        message = say(
            "{party} has paid {ahead} ahead and owes {open} on bills: there is nothing to set off.",
            party=party.party,
            ahead=format_inr(card.paid_ahead_paise),
            open=format_inr(open_paise),
        )
        raise BadInput(message, field="party")
    wanted_paise = call.paise("amount") or possible_paise
    if wanted_paise > possible_paise:
        message = say(
            "At most {most} can be set off: {ahead} is paid ahead, {open} is open on bills.",
            most=format_inr(possible_paise),
            ahead=format_inr(card.paid_ahead_paise),
            open=format_inr(open_paise),
        )
        raise BadInput(message, field="amount")
    chosen = chosen_allocations(call, books, party, wanted_paise)
    return _oldest_first(wanted_paise, bills) if chosen is None else chosen


def _oldest_first(paise: int, bills: Sequence[BillLine]) -> tuple[Allocation, ...]:
    opened = (
        OpenBill(line.key, line.number, line.bill_on, line.due_on, line.open_paise, line.branch_id)
        for line in bills
    )
    return tuple(allocate_oldest_first(paise, opened))
