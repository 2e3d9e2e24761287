"""Payments: money out to a party, a refund of an advance or of an overpayment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from collectiq_desktop.core.domain.allocation import use_up_advances
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.posting import payment_postings
from collectiq_desktop.core.domain.vouchers import Mode, Voucher, VoucherKind
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
from collectiq_desktop.core.storage.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class MakePayment:
    """Pay a party back; open advances are used up first, oldest first."""

    voucher_id: VoucherId
    party_id: PartyId
    amount_paise: int
    mode: Mode = Mode.CASH
    on: date | None = None
    reference: str = ""
    narration: str = ""


@carries_out(MakePayment)
def make_payment(writer: Writer, command: MakePayment, context: Context) -> Posted:
    """Record the refund."""
    kind = VoucherKind.PAYMENT
    before = posted_before(writer, kind, command.voucher_id)
    if before is not None:
        return before
    party = party_for(writer, command.party_id)
    amount_paise = positive(command.amount_paise)
    voucher = Voucher(
        kind=kind,
        number="?",
        on=today_or(command.on, context),
        party_id=command.party_id,
        postings=payment_postings(amount_paise, command.mode),
        claims=use_up_advances(amount_paise, open_bills(writer, party)),
        branch_id=context.branch_id,
        mode=command.mode,
        reference=command.reference,
        narration=command.narration,
    )
    return post(writer, context, voucher, command.voucher_id)
