"""The day book: all vouchers by date, in pages both ways."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, select, tuple_

from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.as_of import in_branch
from collectiq_desktop.core.queries.asking import (
    KIND_WORDS,
    SHOWN_STATES,
    AnyRow,
    Ask,
    answers,
    day_of,
    party_at,
)
from collectiq_desktop.core.storage import tables

_v, _p, _l = tables.voucher.c, tables.party.c, tables.party_line.c


class DayBookLine(NamedTuple):
    """One voucher of the day book.

    Money: amount_paise is the sum of its debits, 0 of a cancelled one.
    """

    voucher_id: VoucherId
    on: date
    kind: str
    number: str
    party: str
    party_code: str
    amount_paise: int
    mode: str
    reference: str
    narration: str
    is_cancelled: bool
    branch_id: str = ""


class DayBookKey(NamedTuple):
    """A place in the day book; only these books understand it."""

    voucher_on: int
    voucher_row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBookPage:
    """A page of the day book, oldest voucher first.

    `before` asks for the page above, `after` for the one below; None where
    there is nothing more that way.
    """

    rows: tuple[DayBookLine, ...]
    before: DayBookKey | None
    after: DayBookKey | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBook(Ask[DayBookPage]):
    """Vouchers by date, oldest first, page by page.

    Args:
        after: the page that follows a place; before: the page that leads to it.
        is_from_end: begin with the newest page.
        branch_id: only vouchers of one branch; empty for all.

    Dates: from_on and to_on are both inside.
    """

    from_on: date | None = None
    to_on: date | None = None
    kind: VoucherKind | None = None
    party_id: PartyId | None = None
    branch_id: str = ""
    after: DayBookKey | None = None
    before: DayBookKey | None = None
    is_from_end: bool = False
    limit: int = 100


@answers(DayBook)
def day_book(conn: Connection, ask: DayBook, _today_on: date) -> DayBookPage:
    """One page of the day book.

    Limits: ≤ 5 ms for the first and the deepest page.
    """
    assert ask.limit > 0
    assert ask.after is None or ask.before is None, "a page lies on one side of a key"
    is_upward = ask.is_from_end or ask.before is not None
    rows = _rows(conn, ask, is_upward=is_upward)
    has_more = len(rows) > ask.limit
    rows = rows[: ask.limit]
    if is_upward:
        rows.reverse()
    first, last = (_key(rows[0]), _key(rows[-1])) if rows else (None, None)
    began_inside = ask.before is not None if is_upward else ask.after is not None
    return DayBookPage(
        rows=tuple(map(_line, rows)),
        before=first if (has_more if is_upward else began_inside) else None,
        after=last if (began_inside if is_upward else has_more) else None,
    )


def _rows(conn: Connection, ask: DayBook, *, is_upward: bool) -> list[AnyRow]:
    """One row more than the page holds, from the side where it begins."""
    on, row = _v.voucher_on, _v.voucher_row
    if ask.party_id is None:
        conditions = [_v.state.in_(SHOWN_STATES), *_wanted(ask), *_limits(ask, on, row)]
        return list(
            conn.execute(_cut(_VOUCHERS.where(*conditions), ask, (on, row), is_upward=is_upward))
        )
    mine = _vouchers_of(conn, ask, is_upward=is_upward)
    found = list(conn.execute(_VOUCHERS.where(row.in_([voucher_row for _on, voucher_row in mine]))))
    return sorted(found, key=_key, reverse=is_upward)


def _vouchers_of(conn: Connection, ask: DayBook, *, is_upward: bool) -> list[DayBookKey]:
    """The vouchers that post to a party, or did so before they were cancelled.

    A cancelled voucher has no lines left, but always a correction.
    """
    assert ask.party_id is not None
    party_row = party_at(conn, ask.party_id).party_row
    on, row = _l.voucher_on, _l.voucher_row
    posted = select(on, row).distinct().where(_l.party_row == party_row, *_limits(ask, on, row))
    if _wanted(ask):
        posted = posted.join(tables.voucher, _v.voucher_row == row).where(*_wanted(ask))
    keys = [
        DayBookKey(*key) for key in conn.execute(_cut(posted, ask, (on, row), is_upward=is_upward))
    ]
    on, row = _v.voucher_on, _v.voucher_row
    cancelled = select(on, row).where(
        row.in_(select(tables.correction.c.voucher_row)),
        _v.state == "cancelled",
        _v.party_row == party_row,
        *_wanted(ask),
        *_limits(ask, on, row),
    )
    keys += [
        DayBookKey(*key)
        for key in conn.execute(_cut(cancelled, ask, (on, row), is_upward=is_upward))
    ]
    return sorted(keys, reverse=is_upward)[: ask.limit + 1]


def _cut(
    statement: Select[Any],
    ask: DayBook,
    key: tuple[ColumnElement[Any], ColumnElement[Any]],
    *,
    is_upward: bool,
) -> Select[Any]:
    order = (key[0].desc(), key[1].desc()) if is_upward else key
    return statement.order_by(*order).limit(ask.limit + 1)


def _wanted(ask: DayBook) -> list[ColumnElement[bool]]:
    """Kind and branch, as far as they are asked for."""
    kind = [_v.kind == ask.kind.value] if ask.kind is not None else []
    return [*kind, *in_branch(_v.branch_id, ask.branch_id)]


def _limits(
    ask: DayBook, on: ColumnElement[Any], row: ColumnElement[Any]
) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if ask.from_on is not None:
        conditions.append(on >= ymd_of(ask.from_on))
    if ask.to_on is not None:
        conditions.append(on <= ymd_of(ask.to_on))
    if ask.after is not None:
        conditions.append(tuple_(on, row) > tuple_(*ask.after))
    if ask.before is not None:
        conditions.append(tuple_(on, row) < tuple_(*ask.before))
    return conditions


_VOUCHERS = select(
    _v.voucher_on,
    _v.voucher_row,
    _v.voucher_id,
    _v.kind,
    _v.number,
    _p.name,
    _p.code,
    _v.amount_paise,
    _v.mode,
    _v.reference,
    _v.narration,
    _v.state,
    _v.branch_id,
).outerjoin_from(tables.voucher, tables.party, _p.party_row == _v.party_row)


def _key(row: AnyRow) -> DayBookKey:
    return DayBookKey(row[0], row[1])


def _line(row: AnyRow) -> DayBookLine:
    is_cancelled = row.state == "cancelled"
    return DayBookLine(
        row.voucher_id,
        day_of(row.voucher_on),
        KIND_WORDS[row.kind],
        row.number,
        row.name or "",
        row.code or "",
        0 if is_cancelled else row.amount_paise,
        row.mode or "",
        row.reference or "",
        row.narration or "",
        is_cancelled,
        row.branch_id,
    )
