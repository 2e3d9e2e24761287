"""Receipts: money in from a party, set against its oldest bills first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from collectiq_desktop.core.domain.allocation import Allocation
from collectiq_desktop.core.domain.calendar import format_date
from collectiq_desktop.core.domain.errors import BadInput, Refused
from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId, VoucherId
from collectiq_desktop.core.domain.posting import ReceiptSums, receipt_postings
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import BillOpened, Mode, Voucher, VoucherKind
from collectiq_desktop.core.services.carrying import carries_out
from collectiq_desktop.core.services.cash import guard_cash
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.custody import collector
from collectiq_desktop.core.services.posting import (
    Posted,
    next_number,
    party_for,
    positive,
    post,
    posted_before,
    spread,
    today_or,
)
from collectiq_desktop.core.storage.lookups import PartyRef
from collectiq_desktop.core.storage.writer import Writer

MAX_ROUND_OFF_PAISE = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReceipt:
    """Record money received from a party.

    Args:
        amount_paise: the money itself, more than nothing.
        allocations: parts set against bills; by default the oldest first, and
            what is left stays on account.
        is_advance: what no bill takes opens an advance, for a bill to come.
        discount_paise, tds_paise: let off or deducted, settled like money.
        cheque_on, bank: what a cheque says; one with a later date is taken in by
            `ReceiveCheque` instead.
        agent_id: who collected it; cash stays with an agent until it is counted in.
        sheet_id, sheet_row: the line of a run sheet that it came from.
        round_off_paise: a small difference written off (positive) or taken.
    """

    voucher_id: VoucherId
    party_id: PartyId
    amount_paise: int
    mode: Mode = Mode.CASH
    on: date | None = None
    allocations: tuple[Allocation, ...] | None = None
    is_advance: bool = False
    discount_paise: int = 0
    tds_paise: int = 0
    round_off_paise: int = 0
    reference: str = ""
    narration: str = ""
    cheque_on: date | None = None
    bank: str = ""
    agent_id: UserId | None = None
    sheet_id: FactId | None = None
    sheet_row: int = 0


@carries_out(RecordReceipt)
def record_receipt(writer: Writer, command: RecordReceipt, context: Context) -> Posted:
    """Record the receipt and lay its claims on bills.

    Raises:
        BadInput: a sum cannot be right, or an advance is kept of a party
            whose bills are not.
    """
    kind = VoucherKind.RECEIPT
    before = posted_before(writer, kind, command.voucher_id)
    if before is not None:
        return before
    party = party_for(writer, command.party_id)
    on = today_or(command.on, context)
    _check_cheque(command, on)
    agent_id = collector(writer, context, command.agent_id)
    sums = _sums(command)
    claims = spread(writer, party, sums.settled_paise, command.allocations)
    number = next_number(writer, context, kind, on)
    rest_paise = sums.settled_paise + sum(claim.amount_paise for claim in claims)
    voucher = Voucher(
        kind=kind,
        number=number,
        on=on,
        party_id=command.party_id,
        postings=receipt_postings(sums, command.mode, is_with_agent=agent_id is not None),
        bills=_advance(party, number, rest_paise, on) if command.is_advance else (),
        claims=claims,
        branch_id=context.branch_id,
        mode=command.mode,
        reference=command.reference,
        narration=command.narration,
        cheque_on=command.cheque_on,
        bank=command.bank,
        agent_id=agent_id,
        sheet_id=command.sheet_id,
        sheet_row=command.sheet_row,
    )
    guard_cash(writer, voucher)
    return post(writer, context, voucher, command.voucher_id)


def _advance(party: PartyRef, number: str, rest_paise: int, on: date) -> tuple[BillOpened, ...]:
    """The advance that what is left opens; none where nothing is left."""
    if not party.is_bill_wise:
        message = say(
            "This party's bills are not kept one by one, so it has no advances; "
            "what is received stays on account."
        )
        raise BadInput(message, field="bills")
    return (BillOpened(1, number, -rest_paise, on, on),) if rest_paise else ()


def _check_cheque(command: RecordReceipt, on: date) -> None:
    """Refuse a date of a cheque that is none, or that has not come."""
    if command.cheque_on is not None and command.mode is not Mode.CHEQUE:
        raise BadInput(say("Only a cheque bears a date of its own."), field="cheque_on")
    if command.cheque_on is not None and command.cheque_on > on:
        message = say(
            "The cheque is post-dated, {date}: take it in as a cheque in hand; "
            "the party is credited when it is deposited.",
            date=format_date(command.cheque_on),
        )
        raise Refused(message, field="cheque_on")


def _sums(command: RecordReceipt) -> ReceiptSums:
    positive(command.amount_paise)
    if command.discount_paise < 0 or command.tds_paise < 0:
        message = say("Discount and TDS cannot be negative.")
        raise BadInput(message, field="discount")
    if abs(command.round_off_paise) > MAX_ROUND_OFF_PAISE:
        message = say("A round-off is at most ₹10; give the rest as discount.")
        raise BadInput(message, field="round_off")
    sums = ReceiptSums(
        command.amount_paise,
        command.discount_paise,
        command.tds_paise,
        command.round_off_paise,
    )
    positive(sums.settled_paise)
    return sums
