"""Run sheets: issued with their rows, closed when every row has its outcome; plans of beats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from collectiq_desktop.core.domain.calendar import financial_year_of
from collectiq_desktop.core.domain.errors import BadInput, NotFound, Refused
from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId
from collectiq_desktop.core.domain.money import check_paise
from collectiq_desktop.core.domain.runsheets import (
    MOST_ROWS,
    number_at,
    prefix_of,
    rows_without_outcome,
)
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.services.carrying import carries_out
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.custody import check_agent
from collectiq_desktop.core.services.posting import party_for, today_or
from collectiq_desktop.core.services.record import already_recorded, record
from collectiq_desktop.core.storage import collecting_tables
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.collecting import (
    BeatPlanned,
    RunSheetClosed,
    RunSheetIssued,
    SheetRow,
)

_s, _r, _c, _v = (
    collecting_tables.run_sheet.c,
    collecting_tables.run_sheet_row.c,
    collecting_tables.run_sheet_closed.c,
    collecting_tables.visit.c,
)
_DAYS_OF_A_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRunSheet:
    """Give an agent a numbered list of parties for a day, today or one to come."""

    fact_id: FactId
    agent_id: UserId
    rows: tuple[SheetRow, ...]
    on: date | None = None
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedSheet:
    """The run sheet that was issued; a retry gives the same again."""

    sheet_id: FactId
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseRunSheet:
    """Put a run sheet away, once every row has its outcome."""

    fact_id: FactId
    sheet_id: FactId
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanBeat:
    """Say on which days of the week a beat is walked, and in which order.

    Args:
        weekdays: 0 for Monday to 6 for Sunday.
    """

    fact_id: FactId
    beat: str
    weekdays: tuple[int, ...] = ()
    party_ids: tuple[PartyId, ...] = ()


@carries_out(IssueRunSheet)
def issue_run_sheet(writer: Writer, command: IssueRunSheet, context: Context) -> IssuedSheet:
    """Record the sheet with its rows; gives its number.

    Raises:
        BadInput: it has no rows, too many, or one party twice.
        NotFound: the agent or a party is not in the books.
    """
    if already_recorded(writer, command.fact_id, RunSheetIssued.__name__):
        number = select(_s.number).where(_s.fact_id == command.fact_id)
        known = writer.conn.execute(number).scalar() or ""
        return IssuedSheet(sheet_id=command.fact_id, number=known)
    check_agent(writer, command.agent_id)
    _check_rows(writer, command.rows)
    on = today_or(command.on, context)
    prefix = prefix_of(context.series_code, financial_year_of(on).start_year)
    number_given = number_at(prefix, writer.last_number(prefix) + 1)
    body = RunSheetIssued(
        number=number_given,
        agent_id=command.agent_id,
        sheet_on=on,
        rows=command.rows,
        title=command.title.strip(),
    )
    record(writer, context, body, command.fact_id)
    return IssuedSheet(sheet_id=command.fact_id, number=number_given)


def _check_rows(writer: Writer, rows: tuple[SheetRow, ...]) -> None:
    if not 0 < len(rows) <= MOST_ROWS:
        message = say("A run sheet has at least one party and at most {most}.", most=MOST_ROWS)
        raise BadInput(message, field="rows")
    if len({row.party_id for row in rows}) < len(rows):
        raise BadInput(say("A party stands twice on this run sheet."), field="rows")
    for row in rows:
        party_for(writer, row.party_id)
        check_paise(row.expected_paise, field="rows")


@carries_out(CloseRunSheet)
def close_run_sheet(writer: Writer, command: CloseRunSheet, context: Context) -> FactId:
    """Record that the sheet is put away.

    Raises:
        NotFound: there is no such sheet.
        Refused: a row has no outcome yet, or it is closed.
    """
    if already_recorded(writer, command.fact_id, RunSheetClosed.__name__):
        return command.sheet_id
    writer.flush_rows()
    conn, sheet_id = writer.conn, command.sheet_id
    number = conn.execute(select(_s.number).where(_s.fact_id == sheet_id)).scalar()
    if number is None:
        message = say("This run sheet is not in the books; look at the list again.")
        raise NotFound(message, field="sheet")
    if conn.execute(select(_c.fact_id).where(_c.sheet_id == sheet_id)).first() is not None:
        raise Refused(say("This run sheet is closed."), field="sheet")
    rows = select(func.count()).select_from(collecting_tables.run_sheet_row)
    rows_count = conn.execute(rows.where(_r.fact_id == sheet_id)).scalar_one()
    ended = conn.execute(select(_v.sheet_row).where(_v.sheet_id == sheet_id)).scalars()
    missing = rows_without_outcome(rows_count, ended)
    if missing:
        message = say(
            "Run sheet {number}: {count} rows have no outcome yet, the first is row {row}.",
            number=number,
            count=len(missing),
            row=missing[0],
        )
        raise Refused(message, field="rows")
    body = RunSheetClosed(sheet_id=sheet_id, closed_on=context.today_on, note=command.note.strip())
    record(writer, context, body, command.fact_id)
    return sheet_id


@carries_out(PlanBeat)
def plan_beat(writer: Writer, command: PlanBeat, context: Context) -> FactId:
    """Record the plan; gives the id of its fact.

    Raises:
        BadInput: the beat has no name, or a day is none of a week.
        NotFound: a party is not in the books.
    """
    if already_recorded(writer, command.fact_id, BeatPlanned.__name__):
        return command.fact_id
    beat = command.beat.strip()
    if not beat:
        raise BadInput(say("Say which beat it is."), field="beat")
    if any(not 0 <= day < _DAYS_OF_A_WEEK for day in command.weekdays):
        raise BadInput(say("A week has the days from Monday to Sunday."), field="weekdays")
    for party_id in command.party_ids:
        party_for(writer, party_id)
    body = BeatPlanned(
        beat=beat,
        weekdays=tuple(sorted(set(command.weekdays))),
        party_ids=tuple(dict.fromkeys(command.party_ids)),
    )
    record(writer, context, body, command.fact_id)
    return command.fact_id
