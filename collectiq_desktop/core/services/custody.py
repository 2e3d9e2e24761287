"""Cash with agents: counted in blind, signed, and what an agent takes to the bank himself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from collectiq_desktop.core.domain.custody import (
    Counted,
    amount_of,
    counted_of,
    handover_postings,
)
from collectiq_desktop.core.domain.errors import BadInput, NotFound, Refused
from collectiq_desktop.core.domain.ids import FactId, UserId, VoucherId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import Pieces, Voucher, VoucherKind
from collectiq_desktop.core.queries.custody import held_by
from collectiq_desktop.core.services.carrying import carries_out
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.posting import post, posted_before, today_or
from collectiq_desktop.core.services.record import already_recorded, record
from collectiq_desktop.core.storage import collecting_tables, corrections, employees
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.collecting import CashSigned

_s = collecting_tables.cash_signed.c


@dataclass(frozen=True, slots=True, kw_only=True)
class CountInCash:
    """Count in what an agent hands over, without knowing what it should be.

    Args:
        counted: the notes and coins.
        declared_paise: what the agent says that he hands over, where he keeps
            the rest; without it, all cash that is with him.
    """

    voucher_id: VoucherId
    agent_id: UserId
    counted: tuple[Pieces, ...]
    declared_paise: int | None = None
    on: date | None = None
    narration: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedIn:
    """What was counted in, and what should have been there.

    Money: short_paise was missing; below nothing, it was too much.
    """

    voucher_id: VoucherId
    number: str
    on: date
    expected_paise: int
    counted_paise: int

    @property
    def short_paise(self) -> int:
        """What was missing; below nothing, what was too much."""
        return self.expected_paise - self.counted_paise


@dataclass(frozen=True, slots=True, kw_only=True)
class SignCash:
    """The agent signs what was counted in, or says that it was another sum."""

    fact_id: FactId
    voucher_id: VoucherId
    is_agreed: bool = True
    note: str = ""


@carries_out(CountInCash)
def count_in_cash(writer: Writer, command: CountInCash, context: Context) -> CountedIn:
    """Post the hand-over; what is missing or too much stands against the agent.

    Raises:
        BadInput: a count is impossible, or nothing was counted and nothing is there.
        NotFound: there is no such employee.
    """
    before = posted_before(writer, VoucherKind.CONTRA, command.voucher_id)
    if before is not None:
        voucher = corrections.standing(writer, command.voucher_id)
        told = counted_of(voucher.postings)
        return CountedIn(
            voucher_id=before.voucher_id, number=before.number, on=before.on, **told._asdict()
        )
    check_agent(writer, command.agent_id)
    counted = _counted(writer, command)
    voucher = Voucher(
        kind=VoucherKind.CONTRA,
        number="?",
        on=today_or(command.on, context),
        postings=handover_postings(counted),
        branch_id=context.branch_id,
        narration=command.narration.strip(),
        agent_id=command.agent_id,
        counted=tuple(each for each in command.counted if each.pieces),
    )
    posted = post(writer, context, voucher, command.voucher_id)
    return CountedIn(
        voucher_id=posted.voucher_id, number=posted.number, on=posted.on, **counted._asdict()
    )


def collector(writer: Writer, context: Context, agent_id: UserId | None) -> UserId | None:
    """Who collected: who does not see all parties collects for nobody else.

    Raises:
        NotFound: there is no such employee.
    """
    if not context.rights.sees_all_parties:
        return context.user_id
    if agent_id is not None:
        check_agent(writer, agent_id)
    return agent_id


def check_agent(writer: Writer, agent_id: UserId) -> None:
    """Refuse an agent who is no employee.

    Raises:
        NotFound: there is none.
    """
    writer.flush_rows()
    if employees.employee(writer.conn, agent_id) is None:
        raise NotFound(say("This employee is not in the books."), field="agent")


def _counted(writer: Writer, command: CountInCash) -> Counted:
    counted_paise = amount_of(command.counted)
    writer.flush()
    held_paise = max(held_by(writer.conn, command.agent_id), 0)
    if command.declared_paise is not None:
        if command.declared_paise < 0:
            raise BadInput(say("The amount must be more than nothing."), field="declared")
        held_paise = min(command.declared_paise, held_paise)
    if not counted_paise and not held_paise:
        message = say("No cash is with this agent, and none was counted.")
        raise BadInput(message, field="counted")
    return Counted(held_paise, counted_paise)


@carries_out(SignCash)
def sign_cash(writer: Writer, command: SignCash, context: Context) -> FactId:
    """Record what the agent says of a hand-over.

    Raises:
        NotFound: there is no such hand-over.
        Refused: it was signed before.
    """
    if already_recorded(writer, command.fact_id, CashSigned.__name__):
        return command.fact_id
    writer.flush_rows()
    fact_of_handover = writer.lookups.voucher_row(command.voucher_id)
    voucher = corrections.standing(writer, command.voucher_id) if fact_of_handover else None
    if voucher is None or not voucher.counted or voucher.agent_id is None:
        message = say("This hand-over is not in the books; look at the list again.")
        raise NotFound(message, field="voucher")
    signed = select(_s.fact_id).where(_s.voucher_id == command.voucher_id)
    if writer.conn.execute(signed).first() is not None:
        raise Refused(say("This hand-over was signed before."), field="voucher")
    body = CashSigned(
        voucher_id=command.voucher_id,
        agent_id=voucher.agent_id,
        is_agreed=command.is_agreed,
        note=command.note.strip(),
    )
    record(writer, context, body, command.fact_id)
    return command.fact_id
