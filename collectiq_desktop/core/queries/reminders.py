"""Reminders: which were opened, and what one would say today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, select

from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId
from collectiq_desktop.core.domain.promises import PromiseState
from collectiq_desktop.core.domain.reminders import OldestBill, ReminderWords, to_remind_paise
from collectiq_desktop.core.queries.asking import Ask, answers, day_of, party_at
from collectiq_desktop.core.queries.bills import bill_lines
from collectiq_desktop.core.queries.heads import firm_on_paper, party_master, party_on_paper
from collectiq_desktop.core.queries.promises import PromiseLine, Promises, promises
from collectiq_desktop.core.storage import collecting_tables, employees, tables

SHOWN_DAYS = 60
_c, _p, _s = collecting_tables.reminder.c, tables.party.c, tables.standing.c


class ReminderLine(NamedTuple):
    """One reminder that was opened; whether it went out, nobody here knows.

    Args:
        channel: a word of `Channel`, or of a newer program.
        agent: who opened it, by name; empty where that is no employee.

    Money: amount_paise > 0 is what it said is overdue.
    """

    reminder_id: FactId
    on: date
    party_id: PartyId
    party: str
    channel: str
    language: str
    amount_paise: int
    agent_id: UserId | None
    agent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindersOpened(Ask[tuple[ReminderLine, ...]]):
    """Reminders that were opened, the newest first; of the last 60 days by default."""

    party_id: PartyId | None = None
    agent_id: UserId | None = None
    from_on: date | None = None
    to_on: date | None = None


@answers(RemindersOpened)
def reminders_opened(
    conn: Connection, ask: RemindersOpened, today_on: date
) -> tuple[ReminderLine, ...]:
    """The reminders that were asked for.

    Limits: some thousands.
    """
    conditions: list[ColumnElement[bool]] = [
        _c.opened_on >= ymd_of(ask.from_on or today_on - timedelta(days=SHOWN_DAYS)),
        _c.opened_on <= ymd_of(ask.to_on or today_on),
    ]
    if ask.party_id is not None:
        conditions.append(_c.party_id == ask.party_id)
    if ask.agent_id is not None:
        conditions.append(_c.agent_id == ask.agent_id)
    statement = (
        select(collecting_tables.reminder, _p.name.label("party"))
        .join(tables.party, _p.party_id == _c.party_id)
        .where(*conditions)
        .order_by(_c.opened_on.desc(), _c.ordinal.desc(), _c.fact_id.desc())
    )
    rows = conn.execute(statement).all()
    known = employees.employees(conn) if rows else {}
    return tuple(
        ReminderLine(
            FactId(row.fact_id),
            day_of(row.opened_on),
            row.party_id,
            row.party,
            row.channel,
            row.language,
            row.amount_paise,
            row.agent_id,
            known[row.agent_id].name if row.agent_id in known else "",
        )
        for row in rows
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderDraft:
    """What a reminder to a party would say today, and what speaks against one.

    Args:
        words: None where nothing is overdue.
        promise: the one for the latest day that still waits.
        last: the reminder that was opened last.
    """

    party_id: PartyId
    words: ReminderWords | None
    promise: PromiseLine | None
    last: ReminderLine | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderTo(Ask[ReminderDraft]):
    """A reminder to a party, before it is opened."""

    party_id: PartyId


@answers(ReminderTo)
def reminder_to(conn: Connection, ask: ReminderTo, today_on: date) -> ReminderDraft:
    """The reminder as it would be today.

    Raises:
        NotFound: there is no such party.
    """
    words = _words(conn, party_at(conn, ask.party_id).party_row, today_on)
    promised = promises(conn, Promises(party_id=ask.party_id, from_on=date.min), today_on).lines
    waiting = [each for each in promised if each.state is PromiseState.WAITING]
    before = reminders_opened(conn, RemindersOpened(party_id=ask.party_id), today_on)
    return ReminderDraft(
        party_id=ask.party_id,
        words=words,
        promise=max(waiting, key=lambda each: each.promised_on, default=None),
        last=before[0] if before else None,
    )


def _words(conn: Connection, party_row: int, today_on: date) -> ReminderWords | None:
    late = [bill for bill in bill_lines(conn, party_row, today_on) if bill.overdue_days > 0]
    standing = select(_s.balance_paise).where(_s.party_row == party_row)
    balance_paise = conn.execute(standing).scalar() or 0
    overdue_paise = to_remind_paise(sum(bill.open_paise for bill in late), balance_paise)
    if not overdue_paise:
        return None
    oldest = late[0]
    return ReminderWords(
        firm=firm_on_paper(conn),
        party=party_on_paper(party_master(conn, party_row)),
        overdue_paise=overdue_paise,
        overdue_count=len(late),
        oldest=OldestBill(
            number=oldest.number, bill_on=oldest.bill_on, open_paise=oldest.open_paise
        ),
    )
