"""Facts of collecting in the projections: a few rows for each fact that has effect.

What they add up to (where a cheque stands, whether a promise was kept) is
asked for, never stored; so a fact that comes, moves or goes touches its own
rows only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Table, delete

from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.cheques import ChequeStep
from collectiq_desktop.core.domain.runsheets import parse_sheet_number
from collectiq_desktop.core.domain.touched import Noun
from collectiq_desktop.core.storage import collecting_tables
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.collecting import (
    BeatPlanned,
    CashSigned,
    CategoryChanged,
    CategoryPinned,
    ChequeCleared,
    ChequeGivenBack,
    ChequeReceived,
    CreditAllowed,
    DayAllowed,
    PhoneAsked,
    PictureAttached,
    PromiseMade,
    PromiseWithdrawn,
    ReminderOpened,
    RunSheetClosed,
    RunSheetIssued,
    VisitMade,
)

Row = tuple[Any, ...]
Rows = Callable[[bytes, int, Any], list[tuple[Table, Row]]]
"""The rows of a fact with this id, ordinal and body, in the tables' column order."""


def _cheque(fact_id: bytes, ordinal: int, body: ChequeReceived) -> list[tuple[Table, Row]]:
    row = (
        fact_id,
        ordinal,
        body.party_id,
        body.amount_paise,
        body.number,
        body.bank,
        ymd_of(body.cheque_on),
        ymd_of(body.received_on),
        body.agent_id,
        body.branch_id,
    )
    return [(collecting_tables.cheque, row)]


def _cleared(fact_id: bytes, ordinal: int, body: ChequeCleared) -> list[tuple[Table, Row]]:
    told = (body.cheque_id, ChequeStep.CLEAR.value, ymd_of(body.cleared_on))
    return [(collecting_tables.cheque_step, (fact_id, ordinal, *told))]


def _given_back(fact_id: bytes, ordinal: int, body: ChequeGivenBack) -> list[tuple[Table, Row]]:
    told = (body.cheque_id, ChequeStep.GIVE_BACK.value, ymd_of(body.given_back_on))
    return [(collecting_tables.cheque_step, (fact_id, ordinal, *told))]


def _promise(fact_id: bytes, ordinal: int, body: PromiseMade) -> list[tuple[Table, Row]]:
    row = (
        fact_id,
        ordinal,
        body.party_id,
        body.amount_paise,
        ymd_of(body.promised_on),
        ymd_of(body.made_on),
        body.agent_id,
        body.bill_voucher_id,
        body.bill_n,
        body.note,
    )
    return [(collecting_tables.promise, row)]


def _withdrawn(fact_id: bytes, _ordinal: int, body: PromiseWithdrawn) -> list[tuple[Table, Row]]:
    return [(collecting_tables.promise_withdrawn, (fact_id, body.promise_id))]


def _visit(fact_id: bytes, ordinal: int, body: VisitMade) -> list[tuple[Table, Row]]:
    row = (
        fact_id,
        ordinal,
        body.party_id,
        ymd_of(body.visited_on),
        body.outcome,
        body.agent_id,
        body.note,
        body.sheet_id,
        body.sheet_row,
    )
    return [(collecting_tables.visit, row)]


def _beat(fact_id: bytes, ordinal: int, body: BeatPlanned) -> list[tuple[Table, Row]]:
    weekdays = " ".join(map(str, body.weekdays))
    plan: Row = (fact_id, ordinal, body.beat, weekdays)
    stops = [
        (collecting_tables.beat_stop, (fact_id, n, party_id))
        for n, party_id in enumerate(body.party_ids, start=1)
    ]
    return [(collecting_tables.beat_plan, plan), *stops]


def _sheet(fact_id: bytes, ordinal: int, body: RunSheetIssued) -> list[tuple[Table, Row]]:
    told = (body.number, body.agent_id, ymd_of(body.sheet_on), body.title)
    rows = [
        (collecting_tables.run_sheet_row, (fact_id, n, *row))
        for n, row in enumerate(body.rows, start=1)
    ]
    return [(collecting_tables.run_sheet, (fact_id, ordinal, *told)), *rows]


def _closed(fact_id: bytes, _ordinal: int, body: RunSheetClosed) -> list[tuple[Table, Row]]:
    row = (fact_id, body.sheet_id, ymd_of(body.closed_on))
    return [(collecting_tables.run_sheet_closed, row)]


def _signed(fact_id: bytes, ordinal: int, body: CashSigned) -> list[tuple[Table, Row]]:
    told = (body.voucher_id, body.agent_id, int(body.is_agreed), body.note)
    return [(collecting_tables.cash_signed, (fact_id, ordinal, *told))]


def _pinned(fact_id: bytes, ordinal: int, body: CategoryPinned) -> list[tuple[Table, Row]]:
    told = (body.party_id, body.category, ymd_of(body.until_on), body.reason)
    return [(collecting_tables.category_pin, (fact_id, ordinal, *told))]


def _changed(fact_id: bytes, ordinal: int, body: CategoryChanged) -> list[tuple[Table, Row]]:
    told = (body.party_id, body.category, body.was, ymd_of(body.changed_on), body.score)
    return [(collecting_tables.category_change, (fact_id, ordinal, *told))]


def _allowed(fact_id: bytes, ordinal: int, body: CreditAllowed) -> list[tuple[Table, Row]]:
    until = ymd_of(body.until_on) if body.until_on is not None else None
    told = (body.party_id, body.voucher_id, body.most_paise, until)
    return [(collecting_tables.credit_allowed, (fact_id, ordinal, *told))]


def _day_allowed(fact_id: bytes, _ordinal: int, body: DayAllowed) -> list[tuple[Table, Row]]:
    from_on = ymd_of(body.from_on)
    return [(collecting_tables.day_allowed, (each, fact_id, from_on)) for each in body.for_ids]


def _phone(fact_id: bytes, ordinal: int, body: PhoneAsked) -> list[tuple[Table, Row]]:
    asked_on = ymd_of(body.asked_on)
    told = (body.party_id, body.phone, body.instead_of, asked_on, body.agent_id)
    return [(collecting_tables.phone_asked, (fact_id, ordinal, *told))]


def _picture(fact_id: bytes, ordinal: int, body: PictureAttached) -> list[tuple[Table, Row]]:
    told = (body.about_id, body.content_hash, body.content_type, body.size_bytes)
    return [(collecting_tables.attachment, (fact_id, ordinal, *told))]


def _reminder(fact_id: bytes, ordinal: int, body: ReminderOpened) -> list[tuple[Table, Row]]:
    opened_on = ymd_of(body.opened_on)
    told = (body.party_id, opened_on, body.channel, body.language, body.amount_paise, body.agent_id)
    return [(collecting_tables.reminder, (fact_id, ordinal, *told))]


_t = collecting_tables
_ROWS: Mapping[type[Any], tuple[tuple[Table, ...], Rows]] = {
    ChequeReceived: ((_t.cheque,), _cheque),
    ChequeCleared: ((_t.cheque_step,), _cleared),
    ChequeGivenBack: ((_t.cheque_step,), _given_back),
    PromiseMade: ((_t.promise,), _promise),
    PromiseWithdrawn: ((_t.promise_withdrawn,), _withdrawn),
    VisitMade: ((_t.visit,), _visit),
    BeatPlanned: ((_t.beat_plan, _t.beat_stop), _beat),
    RunSheetIssued: ((_t.run_sheet, _t.run_sheet_row), _sheet),
    RunSheetClosed: ((_t.run_sheet_closed,), _closed),
    CashSigned: ((_t.cash_signed,), _signed),
    CategoryPinned: ((_t.category_pin,), _pinned),
    CategoryChanged: ((_t.category_change,), _changed),
    CreditAllowed: ((_t.credit_allowed,), _allowed),
    DayAllowed: ((_t.day_allowed,), _day_allowed),
    PhoneAsked: ((_t.phone_asked,), _phone),
    PictureAttached: ((_t.attachment,), _picture),
    ReminderOpened: ((_t.reminder,), _reminder),
}
"""For each kind of body the tables that hold it, and how its rows are made."""


def add_rows(writer: Writer, fact_id: bytes, ordinal: int, body: object) -> None:
    """Write what a fact says that was not here before."""
    _tables, rows = _ROWS[type(body)]
    for table, row in rows(fact_id, ordinal, body):
        writer.add(table, row)
    count_sheet(writer, body)
    _touch(writer, body)


def count_sheet(writer: Writer, body: object) -> None:
    """Keep the number of a run sheet used, also of one that has no effect."""
    counted = parse_sheet_number(body.number) if isinstance(body, RunSheetIssued) else None
    if counted is not None:
        writer.set_counter(*counted)


def drop_rows(writer: Writer, fact_id: bytes, body: object) -> None:
    """Take away what a fact says."""
    writer.flush_rows()
    for table in _ROWS[type(body)][0]:
        writer.conn.execute(delete(table).where(table.c.fact_id == fact_id))
    _touch(writer, body)


def _touch(writer: Writer, body: object) -> None:
    writer.touched.add(Noun.COLLECTING, getattr(body, "party_id", None))
