"""Credit notes, which lower what a party owes, and debit notes, which raise it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from collectiq_desktop.core.domain.allocation import Allocation
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.posting import (
    GoodsLine,
    Sale,
    credit_note_postings,
    debit_note_postings,
    item_line,
    sale_of,
)
from collectiq_desktop.core.domain.vouchers import ItemLine, Voucher, VoucherKind
from collectiq_desktop.core.services.carrying import carries_out
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.invoices import new_bill
from collectiq_desktop.core.services.posting import (
    Posted,
    check_account,
    next_number,
    party_for,
    positive,
    post,
    posted_before,
    spread,
    today_or,
)
from collectiq_desktop.core.storage.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class PostCreditNote:
    """Post a credit note: goods came back, or a price was lowered.

    Args:
        reference: the original invoice's number and date, as s.34 asks.
        allocations: the bills it lowers; by default the oldest first.
    """

    voucher_id: VoucherId
    party_id: PartyId
    amount_paise: int = 0
    goods: tuple[GoodsLine, ...] = ()
    is_inter_state: bool = False
    allocations: tuple[Allocation, ...] | None = None
    on: date | None = None
    reference: str = ""
    narration: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostDebitNote:
    """Post a debit note: charges, interest or under-billing; it opens a bill.

    Args:
        account_code: what is charged for: `charges`, `interest`, `sales`.
    """

    voucher_id: VoucherId
    party_id: PartyId
    amount_paise: int = 0
    goods: tuple[GoodsLine, ...] = ()
    is_inter_state: bool = False
    account_code: str = "charges"
    on: date | None = None
    due_on: date | None = None
    reference: str = ""
    narration: str = ""


def _sale(
    command: PostCreditNote | PostDebitNote,
) -> tuple[Sale, tuple[ItemLine, ...]]:
    if not command.goods:
        return Sale(positive(command.amount_paise)), ()
    lines = tuple(item_line(g, is_inter_state=command.is_inter_state) for g in command.goods)
    sale = sale_of(lines, is_rounded=True)
    positive(sale.total_paise)
    return sale, lines


@carries_out(PostCreditNote)
def post_credit_note(writer: Writer, command: PostCreditNote, context: Context) -> Posted:
    """Post the credit note and lay its claims on bills."""
    kind = VoucherKind.CREDIT_NOTE
    before = posted_before(writer, kind, command.voucher_id)
    if before is not None:
        return before
    party = party_for(writer, command.party_id)
    sale, lines = _sale(command)
    voucher = Voucher(
        kind=kind,
        number="?",
        on=today_or(command.on, context),
        party_id=command.party_id,
        postings=credit_note_postings(sale),
        claims=spread(writer, party, sale.total_paise, command.allocations),
        branch_id=context.branch_id,
        reference=command.reference,
        narration=command.narration,
        items=lines,
    )
    return post(writer, context, voucher, command.voucher_id)


@carries_out(PostDebitNote)
def post_debit_note(writer: Writer, command: PostDebitNote, context: Context) -> Posted:
    """Post the debit note and open its bill."""
    kind = VoucherKind.DEBIT_NOTE
    before = posted_before(writer, kind, command.voucher_id)
    if before is not None:
        return before
    party = party_for(writer, command.party_id)
    check_account(writer, command.account_code)
    sale, lines = _sale(command)
    on = today_or(command.on, context)
    number = next_number(writer, context, kind, on)
    voucher = Voucher(
        kind=kind,
        number=number,
        on=on,
        party_id=command.party_id,
        postings=debit_note_postings(sale, command.account_code),
        bills=new_bill(party, number, sale.total_paise, (on, command.due_on or on)),
        branch_id=context.branch_id,
        reference=command.reference,
        narration=command.narration,
        items=lines,
    )
    return post(writer, context, voucher, command.voucher_id)
