"""Sales invoices: an amount alone, or lines of goods with HSN and GST."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.posting import (
    GoodsLine,
    Sale,
    invoice_postings,
    item_line,
    sale_of,
)
from collectiq_desktop.core.domain.vouchers import BillOpened, Voucher, VoucherKind
from collectiq_desktop.core.services.carrying import carries_out
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.credit import guard_credit
from collectiq_desktop.core.services.posting import (
    Posted,
    check_due,
    next_number,
    party_for,
    positive,
    post,
    posted_before,
    today_or,
)
from collectiq_desktop.core.storage.lookups import PartyRef
from collectiq_desktop.core.storage.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class PostInvoice:
    """Post a sales invoice; it opens a bill.

    Args:
        amount_paise: the total, where no goods are listed.
        goods: the lines of goods; the total then follows from them.
        due_on: by default the bill's day plus the party's credit days.
        received_paise: what a receipt that goes `Together` with it takes at once;
            it asks for no credit.
    """

    voucher_id: VoucherId
    party_id: PartyId
    amount_paise: int = 0
    goods: tuple[GoodsLine, ...] = ()
    is_inter_state: bool = False
    is_rounded: bool = True
    on: date | None = None
    due_on: date | None = None
    reference: str = ""
    narration: str = ""
    place_of_supply: str = ""
    received_paise: int = 0


@carries_out(PostInvoice)
def post_invoice(writer: Writer, command: PostInvoice, context: Context) -> Posted:
    """Post the invoice and open its bill.

    Raises:
        Refused: it passes a limit of a party that stops there.
    """
    kind = VoucherKind.SALES_INVOICE
    before = posted_before(writer, kind, command.voucher_id)
    if before is not None:
        return before
    party = party_for(writer, command.party_id)
    on = today_or(command.on, context)
    lines = tuple(item_line(g, is_inter_state=command.is_inter_state) for g in command.goods)
    sale = _sale(command) if not lines else sale_of(lines, is_rounded=command.is_rounded)
    positive(sale.total_paise)
    new_paise = sale.total_paise - command.received_paise
    guard_credit(writer, party, new_paise, context, command.voucher_id)
    number = next_number(writer, context, kind, on)
    due_on = command.due_on or on + timedelta(days=party.credit_days)
    voucher = Voucher(
        kind=kind,
        number=number,
        on=on,
        party_id=command.party_id,
        postings=invoice_postings(sale),
        bills=new_bill(party, number, sale.total_paise, (on, due_on)),
        branch_id=context.branch_id,
        reference=command.reference,
        narration=command.narration,
        items=lines,
        place_of_supply=command.place_of_supply,
    )
    return post(writer, context, voucher, command.voucher_id)


def _sale(command: PostInvoice) -> Sale:
    return Sale(positive(command.amount_paise))


def new_bill(
    party: PartyRef, number: str, amount_paise: int, days: tuple[date, date]
) -> tuple[BillOpened, ...]:
    """The bill that a voucher opens (bill date, due date); none if not kept bill-wise.

    Raises:
        BadInput: the bill would be due before its own date.
    """
    bills = (BillOpened(1, number, amount_paise, *days),)
    check_due(bills)
    return bills if party.is_bill_wise else ()
