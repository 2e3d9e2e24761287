"""Setting money that a party paid ahead against its bills: advances first, then on account.

It is a journal that debits and credits the party by the same sum, so that its
balance stays and only its bills move.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from collectiq_desktop.core.domain.allocation import (
    Allocation,
    check_allocations,
    claims_of,
    use_up_advances,
)
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.posting import set_off_postings
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import Voucher, VoucherKind
from collectiq_desktop.core.services.carrying import carries_out
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.posting import (
    Posted,
    open_bills,
    party_for,
    positive,
    post,
    posted_before,
    today_or,
)
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOff:
    """Set money paid ahead against bills of the same party.

    Args:
        allocations: the bills, and what each is lowered by.
    """

    voucher_id: VoucherId
    party_id: PartyId
    allocations: tuple[Allocation, ...]
    on: date | None = None
    narration: str = ""


@carries_out(SetOff)
def set_off(writer: Writer, command: SetOff, context: Context) -> Posted:
    """Post the journal; open advances are used up first, oldest first.

    Raises:
        BadInput: a bill cannot take its part, or less than that is paid ahead.
    """
    kind = VoucherKind.JOURNAL
    before = posted_before(writer, kind, command.voucher_id)
    if before is not None:
        return before
    party = party_for(writer, command.party_id)
    bills = open_bills(writer, party)
    amount_paise = positive(sum(part.amount_paise for part in command.allocations))
    check_allocations(amount_paise, command.allocations, bills)
    used = use_up_advances(amount_paise, bills)
    advances_paise = sum(claim.amount_paise for claim in used)
    on_account_paise = max(0, -_on_account(writer, party.party_row))
    if amount_paise > advances_paise + on_account_paise:
        message = say(
            "Only {ahead} is paid ahead; set that much or less against bills.",
            ahead=format_inr(advances_paise + on_account_paise),
        )
        raise BadInput(message, field="amount")
    voucher = Voucher(
        kind=kind,
        number="?",
        on=today_or(command.on, context),
        party_id=command.party_id,
        postings=set_off_postings(amount_paise),
        claims=(*used, *claims_of(command.allocations, bills)),
        branch_id=context.branch_id,
        narration=command.narration,
    )
    return post(writer, context, voucher, command.voucher_id)


def _on_account(writer: Writer, party_row: int) -> int:
    """What the party has on account now, debit positive."""
    writer.flush()
    column = tables.standing.c
    statement = select(column.on_account_paise).where(column.party_row == party_row)
    on_account_paise: int = writer.conn.execute(statement).scalar_one()
    return on_account_paise
