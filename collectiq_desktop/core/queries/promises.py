"""Promises: what became of each, what is due, and when reminders go on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, select

from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId
from collectiq_desktop.core.domain.promises import (
    DECIDED,
    KeptRate,
    PaidIn,
    PromiseJudged,
    PromiseState,
    PromiseToPay,
    judge_promises,
    kept_rate,
)
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.asking import Ask, answers, day_of
from collectiq_desktop.core.storage import collecting_tables, employees, tables
from collectiq_desktop.core.storage.database import chunks

SHOWN_DAYS = 60
"""How long a decided promise stays in the list, where nothing else is asked."""

_m, _w, _g = (
    collecting_tables.promise.c,
    collecting_tables.promise_withdrawn.c,
    collecting_tables.cheque_voucher.c,
)
_p, _v, _l, _c = tables.party.c, tables.voucher.c, tables.party_line.c, tables.claim.c
_NO_RATE = KeptRate(0, 0, 0)


class PromiseLine(NamedTuple):
    """One promise, and what became of it by today.

    Args:
        bill_number: of the one bill that it is for; empty for all.
        taker: who took it, by name; empty where that is no employee.
        until_on: the last day on which money keeps it; reminders pause till then.
        rate: how the party kept its promises until now.

    Money: amount_paise > 0 was promised; paid_paise of it came.
    """

    promise_id: FactId
    party_id: PartyId
    party: str
    code: str
    beat: str
    amount_paise: int
    promised_on: date
    made_on: date
    until_on: date
    state: PromiseState
    paid_paise: int
    agent_id: UserId | None
    taker: str
    bill_number: str
    note: str
    rate: KeptRate


class PromiseSum(NamedTuple):
    """Promises counted and added up.

    Money: amount_paise was promised, paid_paise of it came.
    """

    promises_count: int
    amount_paise: int
    paid_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseSheet:
    """Promises by their days.

    Args:
        due: those of today that still wait; `late` those whose day is past, in
            their grace; `broken` those of the last days not kept at all.
        has_totals: whether it is told what they come to, not only how many.
    """

    today_on: date
    lines: tuple[PromiseLine, ...]
    due: PromiseSum
    late: PromiseSum
    broken: PromiseSum
    has_totals: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises(Ask[PromiseSheet]):
    """Promises that wait, and those that were decided lately.

    Args:
        agent_id: only those that this employee took.
        from_on, to_on: by the day promised; from 60 days ago by default.
    """

    party_id: PartyId | None = None
    agent_id: UserId | None = None
    from_on: date | None = None
    to_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyWord:
    """How a party keeps its word.

    Args:
        last: the promise made last, None where it never made one.
        paused_until_on: reminders pause to the end of this day; None: they go on.
    """

    last: PromiseLine | None
    rate: KeptRate
    paused_until_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisesOf(Ask[PartyWord]):
    """The last promise of a party, and how it kept those before."""

    party_id: PartyId


class Pause(NamedTuple):
    """A party that is not reminded, because it promised."""

    party_id: PartyId
    until_on: date
    amount_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pauses(Ask[tuple[Pause, ...]]):
    """The parties that are not reminded today, because they promised."""


@answers(Promises)
def promises(conn: Connection, ask: Promises, today_on: date) -> PromiseSheet:
    """The promises that were asked for.

    Limits: 20,000 promises in a moment.
    """
    from_on = ask.from_on or today_on - timedelta(days=SHOWN_DAYS)
    lines = tuple(
        line
        for line in _lines(conn, today_on, ask.party_id)
        if from_on <= line.promised_on <= (ask.to_on or date.max)
        and ask.agent_id in (None, line.agent_id)
    )
    waiting = [each for each in lines if each.state is PromiseState.WAITING]
    return PromiseSheet(
        today_on=today_on,
        lines=lines,
        due=_sum(each for each in waiting if each.promised_on == today_on),
        late=_sum(each for each in waiting if each.promised_on < today_on),
        broken=_sum(each for each in lines if each.state is PromiseState.BROKEN),
    )


def _sum(lines: Iterable[PromiseLine]) -> PromiseSum:
    each = list(lines)
    return PromiseSum(
        len(each), sum(line.amount_paise for line in each), sum(line.paid_paise for line in each)
    )


@answers(PromisesOf)
def promises_of(conn: Connection, ask: PromisesOf, today_on: date) -> PartyWord:
    """How a party keeps its word; of an unknown party, nothing."""
    lines = _lines(conn, today_on, ask.party_id)
    waiting = [line.until_on for line in lines if line.state is PromiseState.WAITING]
    last = max(lines, key=lambda line: (line.made_on, line.promise_id), default=None)
    return PartyWord(
        last=last,
        rate=last.rate if last else _NO_RATE,
        paused_until_on=max(waiting, default=None),
    )


@answers(Pauses)
def pauses(conn: Connection, _ask: Pauses, today_on: date) -> tuple[Pause, ...]:
    """The parties with a promise that still waits, by their ids."""
    found: dict[PartyId, Pause] = {}
    for line in _lines(conn, today_on, None):
        if line.state is not PromiseState.WAITING:
            continue
        before = found.get(line.party_id, Pause(line.party_id, line.until_on, 0))
        amount_paise = before.amount_paise + line.amount_paise - line.paid_paise
        found[line.party_id] = Pause(
            line.party_id, max(before.until_on, line.until_on), amount_paise
        )
    return tuple(found[party_id] for party_id in sorted(found))


# Reading --------------------------------------------------------------------


def _lines(conn: Connection, today_on: date, party_id: bytes | None) -> list[PromiseLine]:
    """All promises, or a party's, by day; withdrawn ones are left out."""
    rows = promise_rows(conn, party_id)
    mine: dict[bytes, list[Any]] = defaultdict(list)
    for row in rows:
        mine[row.party_id].append(row)
    receipts = _receipts(conn, mine.keys())
    known: dict[bytes, str] = {}
    if rows:
        known = {key: each.name for key, each in employees.employees(conn).items()}
    numbers = _bill_numbers(conn, rows)
    lines: list[PromiseLine] = []
    for of_id, of_party in mine.items():
        judged = judge_promises(map(promise_of, of_party), receipts.get(of_id, ()), today_on)
        by_id = {row.fact_id: row for row in of_party}
        rate = kept_rate(judged)
        lines += [
            _line(by_id[each.promise.promise_id], each, rate, (known, numbers)) for each in judged
        ]
    return sorted(lines, key=lambda line: (line.promised_on, line.party, line.promise_id))


def promise_rows(conn: Connection, party_id: bytes | None) -> list[Any]:
    """The promises that were not withdrawn, of a party or of all, as they stand."""
    conditions: list[ColumnElement[bool]] = [_m.fact_id.not_in(select(_w.promise_id))]
    if party_id is not None:
        conditions.append(_m.party_id == party_id)
    statement = (
        select(collecting_tables.promise, _p.name.label("party"), _p.code, _p.beat)
        .join(tables.party, _p.party_id == _m.party_id)
        .where(*conditions)
    )
    return list(conn.execute(statement))


def promise_of(row: Any) -> PromiseToPay:
    """A row of promises as it is judged."""
    bill = (row.bill_voucher_id, row.bill_n) if row.bill_voucher_id else None
    days = (day_of(row.made_on), day_of(row.promised_on))
    return PromiseToPay(row.fact_id, row.ordinal, row.amount_paise, *days, bill)


def _line(
    row: Any,
    judged: PromiseJudged,
    rate: KeptRate,
    named: tuple[Mapping[bytes, str], Mapping[tuple[bytes, int], str]],
) -> PromiseLine:
    """One promise as it is shown.

    Args:
        named: employees by id, and bill numbers.
    """
    promise, (known, numbers) = judged.promise, named
    return PromiseLine(
        FactId(promise.promise_id),
        row.party_id,
        row.party,
        row.code,
        row.beat,
        promise.amount_paise,
        promise.promised_on,
        promise.made_on,
        promise.until_on,
        judged.state,
        judged.paid_paise,
        row.agent_id,
        known.get(row.agent_id, ""),
        numbers.get(promise.bill, "") if promise.bill else "",
        row.note,
        rate,
    )


def _bill_numbers(conn: Connection, rows: Iterable[Any]) -> dict[tuple[bytes, int], str]:
    wanted = sorted({row.bill_voucher_id for row in rows if row.bill_voucher_id})
    bill, numbers = tables.bill.c, {}
    for chunk in chunks(wanted):
        statement = (
            select(_v.voucher_id, bill.n, bill.number)
            .join(tables.voucher, _v.voucher_row == bill.voucher_row)
            .where(_v.voucher_id.in_(chunk))
        )
        for voucher_id, n, number in conn.execute(statement):
            numbers[voucher_id, n] = number
    return numbers


def _receipts(conn: Connection, party_ids: Iterable[bytes]) -> dict[bytes, list[PaidIn]]:
    """The receipts of parties, without those that a bounce took back."""
    found: dict[bytes, list[PaidIn]] = defaultdict(list)
    for chunk in chunks(sorted(party_ids)):
        rows = conn.execute(_receipts_of(chunk)).all()
        on_bills = settled_of(conn, chunk)
        for party_id, voucher_row, ordinal, on, paise in rows:
            key = (party_id, voucher_row)
            paid = PaidIn(ordinal, day_of(on), paise, on_bills.get(key, {}))
            found[party_id].append(paid)
    return found


def _is_receipt(*, is_undone_too: bool = False) -> list[ColumnElement[bool]]:
    undone = select(_g.undoes_id).where(_g.undoes_id.is_not(None))
    standing = [_v.kind == VoucherKind.RECEIPT.value, _v.state == "posted"]
    return standing if is_undone_too else [*standing, _v.voucher_id.not_in(undone)]


def _receipts_of(party_ids: Iterable[bytes]) -> Any:
    return (
        select(_p.party_id, _v.voucher_row, _v.ordinal, _v.voucher_on, -_l.amount_paise)
        .join(tables.party, _p.party_row == _l.party_row)
        .join(tables.voucher, _v.voucher_row == _l.voucher_row)
        .where(_p.party_id.in_(party_ids), _l.amount_paise < 0, *_is_receipt())
    )


def settled_of(
    conn: Connection, party_ids: Iterable[bytes], *, is_undone_too: bool = False
) -> dict[tuple[bytes, int], dict[tuple[bytes, int], int]]:
    """What each receipt settled of which bill, by party and receipt.

    Args:
        is_undone_too: also those that a bounce took back.
    """
    target = tables.voucher.alias()
    statement = (
        select(_p.party_id, _v.voucher_row, target.c.voucher_id, _c.bill_n, -_c.settled_paise)
        .join(tables.voucher, _v.voucher_row == _c.voucher_row)
        .join(tables.party, _p.party_row == _c.party_row)
        .join(target, target.c.voucher_row == _c.bill_voucher_row)
        .where(_p.party_id.in_(party_ids), *_is_receipt(is_undone_too=is_undone_too))
    )
    settled: dict[tuple[bytes, int], dict[tuple[bytes, int], int]] = defaultdict(dict)
    for party_id, row, bill_id, n, paise in conn.execute(statement):
        mine = settled[party_id, row]
        mine[bill_id, n] = mine.get((bill_id, n), 0) + paise
    return settled


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisesDueOn(Ask[tuple[PromiseLine, ...]]):
    """The promises that wait and are for a day or one before."""

    on: date | None = None


@answers(PromisesDueOn)
def promises_due_on(
    conn: Connection, ask: PromisesDueOn, today_on: date
) -> tuple[PromiseLine, ...]:
    """What should come in by that day, the earliest first."""
    on = ask.on or today_on
    return tuple(
        line
        for line in _lines(conn, today_on, None)
        if line.state not in DECIDED and line.promised_on <= on
    )
