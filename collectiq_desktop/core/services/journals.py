"""Journals, contras and opening bills: postings that a person writes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from collectiq_desktop.core.domain.accounts import MONEY_NATURES
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import PartyId, UserId, VoucherId
from collectiq_desktop.core.domain.posting import contra_postings, opening_postings
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import (
    Claim,
    Posting,
    Voucher,
    VoucherKind,
)
from collectiq_desktop.core.services.carrying import carries_out
from collectiq_desktop.core.services.cash import guard_cash
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.invoices import new_bill
from collectiq_desktop.core.services.posting import (
    Posted,
    check_account,
    check_claims,
    check_names,
    check_two_accounts,
    next_number,
    party_for,
    positive,
    post,
    posted_before,
    today_or,
)
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class PostJournal:
    """Post a journal: bad debts, an advance set against a bill, a correction.

    Args:
        postings: debit positive; a debtors' line names its party.
        claims: what of it is set against bills, with the party of each.
        agent_id: whose the cash or the dues are, where an agent's account is moved.
    """

    voucher_id: VoucherId
    postings: tuple[Posting, ...]
    claims: tuple[Claim, ...] = ()
    party_id: PartyId | None = None
    on: date | None = None
    reference: str = ""
    narration: str = ""
    agent_id: UserId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostContra:
    """Move money between the firm's own accounts: cash to bank and back.

    Args:
        agent_id: whose cash it is, where it is with an agent.
    """

    voucher_id: VoucherId
    amount_paise: int
    from_code: str = "cash"
    to_code: str = "bank"
    on: date | None = None
    reference: str = ""
    narration: str = ""
    agent_id: UserId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostOpeningBill:
    """Enter a bill that was open when the books began.

    Args:
        number: the bill's own number; empty for a balance on account.
        amount_paise: debit positive; an advance or credit is negative.
    """

    voucher_id: VoucherId
    party_id: PartyId
    amount_paise: int
    number: str = ""
    bill_on: date | None = None
    due_on: date | None = None
    narration: str = ""


@carries_out(PostJournal)
def post_journal(writer: Writer, command: PostJournal, context: Context) -> Posted:
    """Post the journal as written."""
    kind = VoucherKind.JOURNAL
    before = posted_before(writer, kind, command.voucher_id)
    if before is not None:
        return before
    voucher = Voucher(
        kind=kind,
        number="?",
        on=today_or(command.on, context),
        party_id=command.party_id,
        postings=command.postings,
        claims=command.claims,
        branch_id=context.branch_id,
        reference=command.reference,
        narration=command.narration,
        agent_id=command.agent_id,
    )
    check_names(writer, voucher)
    check_claims(writer, voucher)
    guard_cash(writer, voucher)
    return post(writer, context, voucher, command.voucher_id)


@carries_out(PostContra)
def post_contra(writer: Writer, command: PostContra, context: Context) -> Posted:
    """Post the contra."""
    kind = VoucherKind.CONTRA
    before = posted_before(writer, kind, command.voucher_id)
    if before is not None:
        return before
    for account_code in (command.from_code, command.to_code):
        check_money(writer, account_code)
    check_two_accounts((command.from_code, command.to_code))
    amount_paise = positive(command.amount_paise)
    voucher = Voucher(
        kind=kind,
        number="?",
        on=today_or(command.on, context),
        postings=contra_postings(amount_paise, command.from_code, command.to_code),
        branch_id=context.branch_id,
        reference=command.reference,
        narration=command.narration,
        agent_id=command.agent_id,
    )
    return post(writer, context, voucher, command.voucher_id)


def check_money(writer: Writer, account_code: str) -> None:
    """Refuse an account that holds no money.

    Raises:
        BadInput: it is of another nature.
        NotFound: there is none of this code.
    """
    check_account(writer, account_code)
    column = tables.account.c
    statement = select(column.nature).where(column.account_code == account_code)
    if writer.conn.execute(statement).scalar_one() not in MONEY_NATURES:
        message = say("A contra moves money between cash and bank accounts only; use a journal.")
        raise BadInput(message, field="account")


@carries_out(PostOpeningBill)
def post_opening_bill(writer: Writer, command: PostOpeningBill, context: Context) -> Posted:
    """Enter the opening bill, or the opening balance on account."""
    kind = VoucherKind.OPENING_BILL
    before = posted_before(writer, kind, command.voucher_id)
    if before is not None:
        return before
    party = party_for(writer, command.party_id)
    positive(abs(command.amount_paise))
    on = today_or(command.bill_on, context)
    days = (on, command.due_on or on)
    bills = new_bill(party, command.number, command.amount_paise, days) if command.number else ()
    voucher = Voucher(
        kind=kind,
        number=next_number(writer, context, kind, on),
        on=on,
        party_id=command.party_id,
        postings=opening_postings(command.amount_paise),
        bills=bills,
        branch_id=context.branch_id,
        reference=command.number,
        narration=command.narration,
    )
    return post(writer, context, voucher, command.voucher_id)
