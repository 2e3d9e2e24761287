"""Cheques after they came in: deposited, cleared, bounced, given back.

Books move on the cheque's date only: a post-dated cheque credits its party by
the receipt that deposits it. A bounce takes back the whole receipt, and its
claims give back to the same bills what the cheque took, their dates unchanged.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from collectiq_desktop.core.domain.accounts import CHEQUES
from collectiq_desktop.core.domain.allocation import Allocation
from collectiq_desktop.core.domain.bouncing import bank_of, charged, turned_round
from collectiq_desktop.core.domain.calendar import format_date
from collectiq_desktop.core.domain.cheques import ChequeState, ChequeStep, may_follow
from collectiq_desktop.core.domain.errors import BadInput, NotFound, Refused
from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId, VoucherId
from collectiq_desktop.core.domain.posting import contra_postings
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    Claim,
    Mode,
    Posting,
    Voucher,
    VoucherKind,
)
from collectiq_desktop.core.queries.cheques import ChequeLine, cheque_at
from collectiq_desktop.core.services.carrying import carries_out
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.custody import collector
from collectiq_desktop.core.services.journals import check_money
from collectiq_desktop.core.services.posting import (
    Posted,
    check_day,
    next_number,
    open_bills,
    party_for,
    positive,
    post,
    posted_before,
    spread,
    today_or,
)
from collectiq_desktop.core.services.record import already_recorded, record
from collectiq_desktop.core.storage import corrections
from collectiq_desktop.core.storage.facts import read_fact
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.codec import body_of
from collectiq_desktop.core.wire.collecting import ChequeCleared, ChequeGivenBack, ChequeReceived

MAX_REASON_CHARS = 500
_WORDS = {
    ChequeState.IN_HAND: say("in hand"),
    ChequeState.DEPOSITED: say("deposited"),
    ChequeState.CLEARED: say("cleared"),
    ChequeState.BOUNCED: say("bounced"),
    ChequeState.GIVEN_BACK: say("given back"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveCheque:
    """Take in a post-dated cheque; its party is credited when it is deposited.

    Args:
        allocations: the bills it is meant for; without them the oldest come
            first on the day of the deposit.
        agent_id: who took it, where that is not who enters it.
    """

    fact_id: FactId
    party_id: PartyId
    amount_paise: int
    number: str
    cheque_on: date
    bank: str = ""
    on: date | None = None
    allocations: tuple[Allocation, ...] | None = None
    agent_id: UserId | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DepositCheque:
    """Take a cheque to the bank; one that credits nobody yet credits its party now."""

    voucher_id: VoucherId
    cheque_id: FactId
    on: date | None = None
    account_code: str = "bank"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearCheque:
    """The bank has paid a deposited cheque."""

    fact_id: FactId
    cheque_id: FactId
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BounceCheque:
    """The bank has returned a deposited cheque: its bills are open again.

    Args:
        charge_paise: charged to the party for it, as a bill of its own.
    """

    voucher_id: VoucherId
    cheque_id: FactId
    reason: str
    on: date | None = None
    charge_paise: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveBackCheque:
    """Give a cheque that credits nobody back to its party."""

    fact_id: FactId
    cheque_id: FactId
    reason: str = ""
    on: date | None = None


@carries_out(ReceiveCheque)
def receive_cheque(writer: Writer, command: ReceiveCheque, context: Context) -> FactId:
    """Record the post-dated cheque; gives its id.

    Raises:
        BadInput: it has no number or no amount, or could be deposited today.
        NotFound: there is no such party.
    """
    if already_recorded(writer, command.fact_id, ChequeReceived.__name__):
        return command.fact_id
    party = party_for(writer, command.party_id)
    received_on = today_or(command.on, context)
    check_day(received_on, context.today_on)
    number = command.number.strip()
    if not number:
        raise BadInput(say("A cheque needs its number."), field="reference")
    if command.cheque_on <= received_on:
        message = say("This cheque can be deposited at once; record it as a receipt by cheque.")
        raise BadInput(message, field="cheque_on")
    positive(command.amount_paise)
    wished = None
    if command.allocations is not None:
        wished = spread(writer, party, command.amount_paise, command.allocations)
    body = ChequeReceived(
        party_id=command.party_id,
        amount_paise=command.amount_paise,
        number=number,
        cheque_on=command.cheque_on,
        received_on=received_on,
        bank=command.bank.strip(),
        wished=wished,
        agent_id=collector(writer, context, command.agent_id),
        note=command.note.strip(),
        branch_id=context.branch_id,
    )
    record(writer, context, body, command.fact_id)
    return command.fact_id


@carries_out(DepositCheque)
def deposit_cheque(writer: Writer, command: DepositCheque, context: Context) -> Posted:
    """Post the deposit: a contra, or the receipt itself where nobody was credited yet.

    Raises:
        Refused: the cheque is not in hand, or its date has not come.
        NotFound: there is no such cheque.
    """
    for kind in (VoucherKind.CONTRA, VoucherKind.RECEIPT):
        if _is_mine(writer, kind, command.voucher_id):
            before = posted_before(writer, kind, command.voucher_id)
            assert before is not None
            return before
    on = today_or(command.on, context)
    cheque = _cheque_for(writer, command.cheque_id, ChequeStep.DEPOSIT, on, context)
    if on < cheque.cheque_on:
        message = say(
            "Cheque {number} bears {date}; the bank takes it from that day on.",
            number=cheque.number,
            date=format_date(cheque.cheque_on),
        )
        raise Refused(message, field="on")
    check_money(writer, command.account_code)
    made = (
        _credited(writer, cheque, command) if cheque.credit_id is None else _moved(cheque, command)
    )
    voucher = replace(
        made,
        on=on,
        branch_id=context.branch_id,
        mode=Mode.CHEQUE,
        reference=cheque.number,
        cheque_id=cheque.cheque_id,
        cheque_on=cheque.cheque_on,
        bank=cheque.bank,
    )
    return post(writer, context, voucher, command.voucher_id)


def _is_mine(writer: Writer, kind: VoucherKind, voucher_id: bytes) -> bool:
    if not writer.lookups.has_fact(voucher_id):
        return False
    writer.flush_rows()
    fact = read_fact(writer.conn, voucher_id)
    assert fact is not None
    body = body_of(fact)
    return isinstance(body, Voucher) and body.kind is kind and body.cheque_id is not None


def _moved(cheque: ChequeLine, command: DepositCheque) -> Voucher:
    """The contra that moves a cheque in hand to the bank."""
    postings = contra_postings(cheque.amount_paise, CHEQUES, command.account_code)
    return Voucher(kind=VoucherKind.CONTRA, number="?", on=cheque.cheque_on, postings=postings)


def _credited(writer: Writer, cheque: ChequeLine, command: DepositCheque) -> Voucher:
    """The receipt of a cheque that credits its party only now."""
    party = party_for(writer, cheque.party_id)
    claims = _as_wished(writer, cheque)
    if claims is None:
        claims = spread(writer, party, cheque.amount_paise, None)
    return Voucher(
        kind=VoucherKind.RECEIPT,
        number="?",
        on=cheque.cheque_on,
        party_id=cheque.party_id,
        postings=(
            Posting(command.account_code, cheque.amount_paise),
            Posting(DEBTORS, -cheque.amount_paise),
        ),
        claims=claims,
    )


def _as_wished(writer: Writer, cheque: ChequeLine) -> tuple[Claim, ...] | None:
    """What the cheque was meant for, as far as it is still open."""
    fact = read_fact(writer.conn, cheque.cheque_id)
    body = body_of(fact) if fact is not None else None
    if not isinstance(body, ChequeReceived) or body.wished is None:
        return None
    party = party_for(writer, cheque.party_id)
    open_paise = {bill.bill: bill.open_paise for bill in open_bills(writer, party)}
    parts = ((claim, open_paise.get(claim.bill, 0)) for claim in body.wished)
    return tuple(
        claim._replace(amount_paise=max(claim.amount_paise, -paise))
        for claim, paise in parts
        if paise > 0
    )


@carries_out(ClearCheque)
def clear_cheque(writer: Writer, command: ClearCheque, context: Context) -> FactId:
    """Record that the bank has paid.

    Raises:
        Refused: the cheque is not at the bank.
    """
    if already_recorded(writer, command.fact_id, ChequeCleared.__name__):
        return command.cheque_id
    on = today_or(command.on, context)
    cheque = _cheque_for(writer, command.cheque_id, ChequeStep.CLEAR, on, context)
    body = ChequeCleared(cheque_id=cheque.cheque_id, cleared_on=on, branch_id=cheque.branch_id)
    record(writer, context, body, command.fact_id)
    return command.cheque_id


@carries_out(BounceCheque)
def bounce_cheque(writer: Writer, command: BounceCheque, context: Context) -> Posted:
    """Take back what the cheque credited, and charge the party for it if asked.

    Raises:
        Refused: the cheque is not at the bank.
        BadInput: no reason is given.
    """
    before = posted_before(writer, VoucherKind.JOURNAL, command.voucher_id)
    if before is not None:
        return before
    on = today_or(command.on, context)
    cheque = _cheque_for(writer, command.cheque_id, ChequeStep.BOUNCE, on, context)
    if command.charge_paise:
        positive(command.charge_paise, field="charge")
    voucher = _taken_back(writer, cheque)
    number = next_number(writer, context, VoucherKind.JOURNAL, on)
    if command.charge_paise:
        voucher = charged(voucher, number, on, command.charge_paise)
    voucher = replace(
        voucher, on=on, branch_id=context.branch_id, narration=_reason(command.reason)
    )
    return post(writer, context, voucher, command.voucher_id)


def _taken_back(writer: Writer, cheque: ChequeLine) -> Voucher:
    """The journal that takes back what the cheque credited, from the bank that had it."""
    assert cheque.credit_id is not None
    assert cheque.deposit_id is not None
    writer.flush_rows()
    credited = corrections.standing(writer, cheque.credit_id)
    deposited = corrections.standing(writer, cheque.deposit_id)
    made = turned_round(credited, VoucherId(cheque.credit_id), bank_of(deposited))
    return replace(
        made,
        reference=cheque.number,
        cheque_id=cheque.cheque_id,
        cheque_on=cheque.cheque_on,
        bank=cheque.bank,
    )


@carries_out(GiveBackCheque)
def give_back_cheque(writer: Writer, command: GiveBackCheque, context: Context) -> FactId:
    """Record that the cheque went back to its party.

    Raises:
        Refused: the party is credited with it; its receipt is cancelled instead.
    """
    if already_recorded(writer, command.fact_id, ChequeGivenBack.__name__):
        return command.cheque_id
    on = today_or(command.on, context)
    cheque = _cheque_for(writer, command.cheque_id, ChequeStep.GIVE_BACK, on, context)
    if cheque.credit_id is not None:
        message = say(
            "Receipt {number} credits {party} with this cheque; cancel the receipt instead.",
            number=cheque.receipt_number,
            party=cheque.party,
        )
        raise Refused(message, field="cheque")
    body = ChequeGivenBack(
        cheque_id=cheque.cheque_id,
        given_back_on=on,
        reason=command.reason.strip(),
        branch_id=cheque.branch_id,
    )
    record(writer, context, body, command.fact_id)
    return command.cheque_id


def _cheque_for(
    writer: Writer, cheque_id: FactId, step: ChequeStep, on: date, context: Context
) -> ChequeLine:
    """The cheque, if this step can be taken with it on that day."""
    writer.flush_rows()
    check_day(on, context.today_on)
    cheque = cheque_at(writer.conn, cheque_id, context.today_on)
    if cheque is None:
        message = say("This cheque is not in the register; look at the list again.")
        raise NotFound(message, field="cheque")
    if not may_follow(cheque.state, step):
        message = say(
            "Cheque {number} of {party} is {state} since {date}; look at the register again.",
            number=cheque.number,
            party=cheque.party,
            state=_WORDS[cheque.state],
            date=format_date(cheque.since_on),
        )
        raise Refused(message, field="cheque")
    if on < cheque.since_on:
        message = say(
            "The cheque is {state} since {date}; this cannot have come before.",
            state=_WORDS[cheque.state],
            date=format_date(cheque.since_on),
        )
        raise BadInput(message, field="on")
    return cheque


def _reason(text: str) -> str:
    reason = text.strip()
    if not 0 < len(reason) <= MAX_REASON_CHARS:
        message = say("Say why the bank returned it, as its memo does.")
        raise BadInput(message, field="reason")
    return reason
