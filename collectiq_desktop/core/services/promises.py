"""Promises to pay, and visits: what an agent hears and sees at a party."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from collectiq_desktop.core.domain.errors import BadInput, NotFound, Refused
from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.visits import Outcome
from collectiq_desktop.core.domain.vouchers import BillKey
from collectiq_desktop.core.services.carrying import carries_out
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.custody import collector
from collectiq_desktop.core.services.posting import check_day, party_for, positive, today_or
from collectiq_desktop.core.services.record import already_recorded, record
from collectiq_desktop.core.storage import collecting_tables
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.collecting import PromiseMade, PromiseWithdrawn, VisitMade

LONGEST_DAYS = 366
MAX_NOTE_CHARS = 500
_p, _w = collecting_tables.promise.c, collecting_tables.promise_withdrawn.c


@dataclass(frozen=True, slots=True, kw_only=True)
class MakePromise:
    """Note that a party promised to pay by a day.

    Args:
        agent_id: who took the promise, where that is not who enters it.
        bill: the one bill that it is for; without it, whatever the party owes.
    """

    fact_id: FactId
    party_id: PartyId
    amount_paise: int
    promised_on: date
    on: date | None = None
    agent_id: UserId | None = None
    bill: BillKey | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawPromise:
    """Take back a promise that was noted by mistake."""

    fact_id: FactId
    promise_id: FactId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteVisit:
    """Note what came of a visit.

    Args:
        agent_id: who was there, where that is not who enters it.
        sheet_id, sheet_row: the line of a run sheet that it ends.
    """

    fact_id: FactId
    party_id: PartyId
    outcome: Outcome
    on: date | None = None
    note: str = ""
    agent_id: UserId | None = None
    sheet_id: FactId | None = None
    sheet_row: int = 0


@carries_out(MakePromise)
def make_promise(writer: Writer, command: MakePromise, context: Context) -> FactId:
    """Record the promise; gives its id.

    Raises:
        BadInput: it is for a day before it was made, or for nothing.
        NotFound: there is no such party.
    """
    if already_recorded(writer, command.fact_id, PromiseMade.__name__):
        return command.fact_id
    party_for(writer, command.party_id)
    positive(command.amount_paise)
    made_on = today_or(command.on, context)
    check_day(made_on, context.today_on)
    _check_promised(made_on, command.promised_on)
    bill = command.bill
    body = PromiseMade(
        party_id=command.party_id,
        amount_paise=command.amount_paise,
        promised_on=command.promised_on,
        made_on=made_on,
        agent_id=collector(writer, context, command.agent_id) or context.user_id,
        bill_voucher_id=bill.voucher_id if bill else None,
        bill_n=bill.n if bill else 0,
        note=_note(command.note),
    )
    record(writer, context, body, command.fact_id)
    return command.fact_id


def _check_promised(made_on: date, promised_on: date) -> None:
    if promised_on < made_on:
        raise BadInput(say("A promise is for today or a day to come."), field="promised_on")
    if promised_on > made_on + timedelta(days=LONGEST_DAYS):
        raise BadInput(say("This day is more than a year away; check it."), field="promised_on")


def _note(text: str) -> str:
    note = text.strip()
    if len(note) > MAX_NOTE_CHARS:
        message = say("A note has at most {most} letters.", most=MAX_NOTE_CHARS)
        raise BadInput(message, field="note")
    return note


@carries_out(WithdrawPromise)
def withdraw_promise(writer: Writer, command: WithdrawPromise, context: Context) -> FactId:
    """Record that the promise counts no more.

    Raises:
        NotFound: there is no such promise.
        Refused: it was taken back before.
        BadInput: no reason is given.
    """
    if already_recorded(writer, command.fact_id, PromiseWithdrawn.__name__):
        return command.promise_id
    writer.flush_rows()
    conn, promise_id = writer.conn, command.promise_id
    if conn.execute(select(_p.fact_id).where(_p.fact_id == promise_id)).first() is None:
        message = say("This promise is not in the list; look at the list again.")
        raise NotFound(message, field="promise")
    if conn.execute(select(_w.fact_id).where(_w.promise_id == promise_id)).first() is not None:
        raise Refused(say("This promise was taken back before."), field="promise")
    reason = _note(command.reason)
    if not reason:
        message = say("Say in a few words why; the reason stays in the books.")
        raise BadInput(message, field="reason")
    body = PromiseWithdrawn(promise_id=promise_id, reason=reason)
    record(writer, context, body, command.fact_id)
    return command.promise_id


@carries_out(NoteVisit)
def note_visit(writer: Writer, command: NoteVisit, context: Context) -> FactId:
    """Record the visit; gives its id.

    Raises:
        NotFound: there is no such party.
        Refused: the run sheet is closed, or has another party on that line.
    """
    if already_recorded(writer, command.fact_id, VisitMade.__name__):
        return command.fact_id
    party_for(writer, command.party_id)
    on = today_or(command.on, context)
    check_day(on, context.today_on)
    if command.sheet_id is not None:
        _check_line(writer, command)
    body = VisitMade(
        party_id=command.party_id,
        visited_on=on,
        outcome=command.outcome.value,
        agent_id=collector(writer, context, command.agent_id) or context.user_id,
        note=_note(command.note),
        sheet_id=command.sheet_id,
        sheet_row=command.sheet_row,
    )
    record(writer, context, body, command.fact_id)
    return command.fact_id


def _check_line(writer: Writer, command: NoteVisit) -> None:
    writer.flush_rows()
    row, closed = collecting_tables.run_sheet_row.c, collecting_tables.run_sheet_closed.c
    mine = (row.fact_id == command.sheet_id, row.row_no == command.sheet_row)
    party_id = writer.conn.execute(select(row.party_id).where(*mine)).scalar()
    if party_id != command.party_id:
        message = say("This party is not on that line of the run sheet; look at the sheet again.")
        raise NotFound(message, field="sheet")
    ended = select(closed.fact_id).where(closed.sheet_id == command.sheet_id)
    if writer.conn.execute(ended).first() is not None:
        raise Refused(say("This run sheet is closed."), field="sheet")
