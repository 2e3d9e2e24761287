"""What the day book comes to: how many vouchers of each kind, and their sums."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, case, func, select

from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.as_of import in_branch
from collectiq_desktop.core.queries.asking import SHOWN_STATES, Ask, answers, summed
from collectiq_desktop.core.storage import tables

_v = tables.voucher.c


class KindSum(NamedTuple):
    """The vouchers of one kind together.

    Args:
        kind: its machine word.
        cancelled_count: how many more were cancelled; they add nothing.

    Money: amount_paise is the sum of the vouchers' amounts.
    """

    kind: str
    vouchers_count: int
    cancelled_count: int
    amount_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBookSums(Ask[tuple[KindSum, ...]]):
    """The sums of a period's vouchers by kind, only of kinds that occur.

    Dates: from_on and to_on are both inside.
    """

    from_on: date | None = None
    to_on: date | None = None
    kind: VoucherKind | None = None
    branch_id: str = ""


@answers(DayBookSums)
def daybook_sums(conn: Connection, ask: DayBookSums, _today_on: date) -> tuple[KindSum, ...]:
    """The sums, in the order of the kinds."""
    is_cancelled = _v.state == "cancelled"
    conditions: list[ColumnElement[bool]] = [
        _v.state.in_(SHOWN_STATES),
        *in_branch(_v.branch_id, ask.branch_id),
    ]
    if ask.from_on is not None:
        conditions.append(_v.voucher_on >= ymd_of(ask.from_on))
    if ask.to_on is not None:
        conditions.append(_v.voucher_on <= ymd_of(ask.to_on))
    if ask.kind is not None:
        conditions.append(_v.kind == ask.kind.value)
    statement = (
        select(
            _v.kind,
            func.count(),
            summed(case((is_cancelled, 1), else_=0)),
            summed(case((is_cancelled, 0), else_=_v.amount_paise)),
        )
        .where(*conditions)
        .group_by(_v.kind)
    )
    found = {row[0]: row for row in conn.execute(statement)}
    return tuple(
        KindSum(kind.word, found[kind.value][1] - found[kind.value][2], *found[kind.value][2:])
        for kind in VoucherKind
        if kind.value in found
    )
