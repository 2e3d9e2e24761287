"""The statement of one party's account, whole or page by page.

The record is domain's; paper, sheet and screen take it from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, select, tuple_

from collectiq_desktop.core.domain.ageing import DEFAULT_SLABS, AgeingBasis, Slabs, ageing_of
from collectiq_desktop.core.domain.calendar import financial_year_of, format_date, ymd_of
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.statement import (
    Statement,
    StatementBill,
    StatementBucket,
    StatementForm,
    StatementLine,
    StatementRow,
    running,
)
from collectiq_desktop.core.queries.as_of import is_past
from collectiq_desktop.core.queries.asking import (
    KIND_WORDS,
    AnyRow,
    Ask,
    answers,
    day_of,
    party_at,
    summed,
)
from collectiq_desktop.core.queries.bills import BillLine, bill_lines
from collectiq_desktop.core.queries.heads import firm_on_paper, party_master, party_on_paper
from collectiq_desktop.core.storage import tables

_BILLS_NAMED = 3
_NARRATION_CHARS = 60
_l, _v, _c, _b, _s = (
    tables.party_line.c,
    tables.voucher.c,
    tables.claim.c,
    tables.bill.c,
    tables.standing.c,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyStatement(Ask[Statement]):
    """A party's statement; by default of the financial year up to today.

    Args:
        made_text: when it is made, as it is printed.
    """

    party_id: PartyId
    from_on: date | None = None
    to_on: date | None = None
    form: StatementForm = "ledger"
    basis: AgeingBasis = "due"
    slabs: Slabs = DEFAULT_SLABS
    made_text: str = ""


@answers(PartyStatement)
def party_statement(conn: Connection, ask: PartyStatement, today_on: date) -> Statement:
    """The whole statement; what debits and credits the party in one voucher is one line.

    Raises:
        NotFound: there is no such party.
        BadInput: the period ends before it begins.
    Limits: 27,000 lines.
    """
    from_on, to_on = _period(ask.from_on, ask.to_on, today_on)
    row = party_at(conn, ask.party_id).party_row
    opening_paise = _sum_of(conn, row, _l.voucher_on < ymd_of(from_on))
    lines: tuple[StatementLine, ...] = ()
    if ask.form == "ledger":
        lines = running(opening_paise, _rows(conn, row, _within(from_on, to_on)))
        closing_paise = lines[-1].balance_paise if lines else opening_paise
    else:
        closing_paise = opening_paise + _sum_of(conn, row, *_within(from_on, to_on))
    bills = bill_lines(conn, row, to_on)
    strip = ageing_of(bills, ask.slabs, basis=ask.basis, as_of_on=to_on)
    return Statement(
        firm=firm_on_paper(conn),
        party=party_on_paper(party_master(conn, row)),
        from_on=from_on,
        to_on=to_on,
        opening_paise=opening_paise,
        lines=lines,
        closing_paise=closing_paise,
        bills=tuple(map(_bill, bills)),
        on_account_paise=_on_account(conn, row, to_on, closing_paise, bills),
        overdue_paise=sum(bill.open_paise for bill in bills if bill.overdue_days),
        ageing=tuple(map(_bucket, strip.labels, strip.buckets_paise)),
        basis=ask.basis,
        form=ask.form,
        made_text=ask.made_text,
    )


def _period(from_on: date | None, to_on: date | None, today_on: date) -> tuple[date, date]:
    last_on = to_on or today_on
    first_on = from_on or financial_year_of(last_on).first_on
    if first_on > last_on:
        message = say(
            "The period ends on {last}, before it begins on {first}; give an earlier first day.",
            last=format_date(last_on),
            first=format_date(first_on),
        )
        raise BadInput(message, field="from_on")
    return first_on, last_on


def _within(from_on: date, to_on: date) -> tuple[ColumnElement[bool], ...]:
    return (_l.voucher_on >= ymd_of(from_on), _l.voucher_on <= ymd_of(to_on))


def _sum_of(conn: Connection, party_row: int, *conditions: ColumnElement[bool]) -> int:
    statement = select(summed(_l.amount_paise)).where(_l.party_row == party_row, *conditions)
    return conn.execute(statement).scalar_one()


def _on_account(
    conn: Connection,
    party_row: int,
    to_on: date,
    closing_paise: int,
    bills: Iterable[BillLine],
) -> int:
    """What of the balance no bill explains.

    As of today it is read from what was stored, so that the statement itself
    shows whether the books tie out.
    """
    if is_past(conn, to_on):
        return closing_paise - sum(bill.open_paise for bill in bills)
    statement = select(_s.on_account_paise).where(_s.party_row == party_row)
    on_account_paise: int = conn.execute(statement).scalar_one()
    return on_account_paise


def _bill(bill: BillLine) -> StatementBill:
    return StatementBill(
        number=bill.number,
        bill_on=bill.bill_on,
        due_on=bill.due_on,
        amount_paise=bill.amount_paise,
        open_paise=bill.open_paise,
        overdue_days=bill.overdue_days,
        age_days=bill.age_days,
    )


def _bucket(label: str, open_paise: int) -> StatementBucket:
    return StatementBucket(label=label, open_paise=open_paise)


# Lines ------------------------------------------------------------------------


_LINES = (
    select(
        _l.voucher_on,
        _l.voucher_row,
        _v.kind,
        _v.number,
        _v.reference,
        _v.narration,
        _l.amount_paise,
    )
    .join(tables.voucher, _v.voucher_row == _l.voucher_row)
    .order_by(_l.voucher_on, _l.voucher_row, _l.line_no)
)
_SETTLED = (
    select(_l.voucher_row, _b.number)
    .join(
        tables.claim,
        (_c.voucher_row == _l.voucher_row) & (_c.party_row == _l.party_row),
    )
    .join(tables.bill, (_b.voucher_row == _c.bill_voucher_row) & (_b.n == _c.bill_n))
    .where(_c.settled_paise != 0)
    .order_by(_l.voucher_on, _l.voucher_row, _l.line_no, _c.claim_no)
)


def _rows(
    conn: Connection, party_row: int, conditions: Iterable[ColumnElement[bool]]
) -> Iterator[StatementRow]:
    where = (_l.party_row == party_row, *conditions)
    settled = _bills_settled(conn.execute(_SETTLED.where(*where)).all())
    for on, row, kind, number, reference, narration, paise in conn.execute(
        _LINES.where(*where)
    ).all():
        words = settled.get(row, "")
        if reference or narration:
            words = particulars_of(reference, words, narration)
        yield row, day_of(on), KIND_WORDS[kind], number, words, paise


def _bills_settled(rows: Iterable[AnyRow]) -> Mapping[int, str]:
    """The numbers of the bills that each voucher settled, as one text."""
    numbers: dict[int, dict[str, None]] = {}
    for voucher_row, number in rows:
        numbers.setdefault(voucher_row, {})[number] = None
    return {voucher_row: numbers_text(mine) for voucher_row, mine in numbers.items()}


def numbers_text(numbers: Iterable[str]) -> str:
    """The first few numbers, and how many more there are: `1, 2, 3 +2`."""
    first, *others = numbers
    if not others:
        return first
    named = ", ".join((first, *others[: _BILLS_NAMED - 1]))
    more = 1 + len(others) - _BILLS_NAMED
    return f"{named} +{more}" if more > 0 else named


def particulars_of(reference: str | None, bills: str | None, narration: str | None) -> str:
    """What a line says of its voucher: reference, bills settled, narration.

    It holds no word of ours, so that it stands in papers of every language.
    """
    brief = ""
    if narration:
        plain = " ".join(narration.split())
        is_long = len(plain) > _NARRATION_CHARS
        brief = plain[: _NARRATION_CHARS - 1] + "…" if is_long else plain
    if reference and reference in brief:
        reference = None
    return " · ".join(filter(None, (reference, bills, brief)))


class StatementKey(NamedTuple):
    """Where a page of a statement ends, and the balance there."""

    voucher_on: int
    voucher_row: int
    balance_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPage:
    """A page of a statement's lines; `after` asks for the next, None on the last.

    Money: opening_paise is the balance before the first line of the page.
    """

    opening_paise: int
    lines: tuple[StatementLine, ...]
    after: StatementKey | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLines(Ask[StatementPage]):
    """The lines of a party's statement page by page, as a screen shows them."""

    party_id: PartyId
    from_on: date | None = None
    to_on: date | None = None
    after: StatementKey | None = None
    limit: int = 40


@answers(StatementLines)
def statement_lines(conn: Connection, ask: StatementLines, today_on: date) -> StatementPage:
    """One page of lines; a voucher is never cut in two.

    Limits: ≤ 20 ms, however long the statement.
    """
    assert ask.limit > 0
    from_on, to_on = _period(ask.from_on, ask.to_on, today_on)
    row = party_at(conn, ask.party_id).party_row
    conditions = list(_within(from_on, to_on))
    if ask.after is None:
        opening_paise = _sum_of(conn, row, _l.voucher_on < ymd_of(from_on))
    else:
        *key, opening_paise = ask.after
        conditions.append(tuple_(_l.voucher_on, _l.voucher_row) > tuple_(*key))
    keys = conn.execute(
        select(_l.voucher_on, _l.voucher_row)
        .where(_l.party_row == row, *conditions)
        .order_by(_l.voucher_on, _l.voucher_row, _l.line_no)
        .limit(ask.limit)
    ).all()
    if not keys:
        return StatementPage(opening_paise=opening_paise, lines=(), after=None)
    conditions.append(tuple_(_l.voucher_on, _l.voucher_row) <= tuple_(*keys[-1]))
    lines = running(opening_paise, _rows(conn, row, conditions))
    end = StatementKey(*keys[-1], lines[-1].balance_paise)
    is_last = len(keys) < ask.limit
    return StatementPage(opening_paise=opening_paise, lines=lines, after=None if is_last else end)
