"""Run sheets: what one should hold, which there are, and how far each has come."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, func, select

from collectiq_desktop.core.domain.errors import NotFound
from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.asking import Ask, answers, day_of, summed
from collectiq_desktop.core.storage import collecting_tables, employees, tables

SHOWN_DAYS = 30
_s, _r, _c, _n, _e = (
    collecting_tables.run_sheet.c,
    collecting_tables.run_sheet_row.c,
    collecting_tables.run_sheet_closed.c,
    collecting_tables.visit.c,
    collecting_tables.agent_voucher.c,
)
_p, _t, _v, _l = tables.party.c, tables.standing.c, tables.voucher.c, tables.party_line.c


class SheetLine(NamedTuple):
    """One run sheet in the list.

    Money: expected_paise should come, received_paise came by its rows' receipts.
    """

    sheet_id: FactId
    number: str
    on: date
    agent_id: UserId
    agent: str
    title: str
    rows_count: int
    ended_count: int
    expected_paise: int
    received_paise: int
    closed_on: date | None


class SheetRowLine(NamedTuple):
    """One row of a run sheet, and what came of it.

    Args:
        reason: why the party is on it: words of `proposals`, joined by spaces.
        outcome: a word of `Outcome`; empty while there is none.

    Money: balance_paise is owed today; received_paise came by this row.
    """

    row_no: int
    party_id: PartyId
    party: str
    code: str
    beat: str
    expected_paise: int
    reason: str
    balance_paise: int
    outcome: str
    note: str
    received_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetDetails:
    """A run sheet with its rows."""

    sheet: SheetLine
    rows: tuple[SheetRowLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSheets(Ask[tuple[SheetLine, ...]]):
    """Run sheets, the newest first: open ones, and those of the last 30 days."""

    agent_id: UserId | None = None
    from_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSheetCard(Ask[SheetDetails]):
    """One run sheet."""

    sheet_id: FactId


@answers(RunSheets)
def run_sheets(conn: Connection, ask: RunSheets, today_on: date) -> tuple[SheetLine, ...]:
    """The run sheets that were asked for.

    Limits: some hundreds.
    """
    from_on = ask.from_on or today_on - timedelta(days=SHOWN_DAYS)
    mine = [] if ask.agent_id is None else [_s.agent_id == ask.agent_id]
    return tuple(
        line
        for line in _sheets(conn, mine)
        if line.closed_on is None or max(line.on, line.closed_on) >= from_on
    )


@answers(RunSheetCard)
def run_sheet_card(conn: Connection, ask: RunSheetCard, _today_on: date) -> SheetDetails:
    """The run sheet with its rows.

    Raises:
        NotFound: there is no such sheet.
    """
    sheet = next(iter(_sheets(conn, [_s.fact_id == ask.sheet_id])), None)
    if sheet is None:
        message = say("This run sheet is not in the books; look at the list again.")
        raise NotFound(message, field="sheet")
    outcomes = _outcomes(conn, [_n.sheet_id == ask.sheet_id])
    received = _received(conn, [_e.sheet_id == ask.sheet_id])
    statement = (
        select(
            _r.row_no,
            _r.party_id,
            _p.name,
            _p.code,
            _p.beat,
            _r.expected_paise,
            _r.reason,
            _t.balance_paise,
        )
        .join(tables.party, _p.party_id == _r.party_id)
        .join(tables.standing, _t.party_row == _p.party_row)
        .where(_r.fact_id == ask.sheet_id)
        .order_by(_r.row_no)
    )
    rows = tuple(
        SheetRowLine(
            *row,
            *outcomes.get((ask.sheet_id, row.row_no), ("", "")),
            received.get((ask.sheet_id, row.row_no), 0),
        )
        for row in conn.execute(statement)
    )
    return SheetDetails(sheet=sheet, rows=rows)


def _sheets(conn: Connection, conditions: list[ColumnElement[bool]]) -> list[SheetLine]:
    rows = conn.execute(
        select(collecting_tables.run_sheet)
        .where(*conditions)
        .order_by(_s.sheet_on.desc(), _s.ordinal.desc(), _s.fact_id.desc())
    ).all()
    known = employees.employees(conn) if rows else {}
    counted = _counted(conn)
    ends = select(_c.sheet_id, func.min(_c.closed_on)).group_by(_c.sheet_id)
    closed = {row[0]: day_of(row[1]) for row in conn.execute(ends)}
    ended = _ended_counts(conn)
    received: dict[bytes, int] = defaultdict(int)
    for (sheet_id, _row), paise in _received(conn, [_e.sheet_id.is_not(None)]).items():
        received[sheet_id] += paise
    return [
        SheetLine(
            FactId(row.fact_id),
            row.number,
            day_of(row.sheet_on),
            row.agent_id,
            known[row.agent_id].name if row.agent_id in known else "",
            row.title,
            counted[row.fact_id][0],
            ended.get(row.fact_id, 0),
            counted[row.fact_id][1],
            received[row.fact_id],
            closed.get(row.fact_id),
        )
        for row in rows
    ]


def _counted(conn: Connection) -> dict[bytes, tuple[int, int]]:
    statement = select(_r.fact_id, func.count(), summed(_r.expected_paise)).group_by(_r.fact_id)
    return {row[0]: (row[1], row[2]) for row in conn.execute(statement)}


def _ended_counts(conn: Connection) -> dict[bytes, int]:
    statement = (
        select(_n.sheet_id, func.count(_n.sheet_row.distinct()))
        .where(_n.sheet_id.is_not(None))
        .group_by(_n.sheet_id)
    )
    return {row[0]: row[1] for row in conn.execute(statement)}


def _outcomes(
    conn: Connection, conditions: list[ColumnElement[bool]]
) -> dict[tuple[bytes, int], tuple[str, str]]:
    """The last outcome of each row, with its note."""
    statement = (
        select(_n.sheet_id, _n.sheet_row, _n.outcome, _n.note)
        .where(*conditions)
        .order_by(_n.ordinal, _n.fact_id)
    )
    return {(row[0], row[1]): (row[2], row[3]) for row in conn.execute(statement)}


def _received(
    conn: Connection, conditions: list[ColumnElement[bool]]
) -> dict[tuple[bytes, int], int]:
    """What came by the receipts of each row."""
    statement: Any = (
        select(_e.sheet_id, _e.sheet_row, summed(-_l.amount_paise))
        .join(tables.voucher, _v.voucher_row == _e.voucher_row)
        .join(tables.party_line, _l.voucher_row == _v.voucher_row)
        .where(_v.kind == VoucherKind.RECEIPT.value, _v.state == "posted", *conditions)
        .group_by(_e.sheet_id, _e.sheet_row)
    )
    return {(row[0], row[1]): row[2] for row in conn.execute(statement)}
