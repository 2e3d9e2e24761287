"""Which voucher stands before one in the day book, and which after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select, tuple_

from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.queries.asking import SHOWN_STATES, Ask, answers
from collectiq_desktop.core.queries.versions import shown_voucher
from collectiq_desktop.core.storage import tables

_v = tables.voucher.c


class VoucherNeighbours(NamedTuple):
    """The vouchers around one; None at either end of the day book."""

    before_id: VoucherId | None
    after_id: VoucherId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours(Ask[VoucherNeighbours]):
    """The vouchers before and after one, in the order of the day book."""

    voucher_id: VoucherId


@answers(Neighbours)
def neighbours(conn: Connection, ask: Neighbours, _today_on: date) -> VoucherNeighbours:
    """The voucher's neighbours.

    Raises:
        NotFound: there is no such voucher.
    """
    row = shown_voucher(conn, ask.voucher_id)
    key, place = tuple_(_v.voucher_on, _v.voucher_row), (row.voucher_on, row.voucher_row)
    shown = select(_v.voucher_id).where(_v.state.in_(SHOWN_STATES)).limit(1)
    before = shown.where(key < place).order_by(_v.voucher_on.desc(), _v.voucher_row.desc())
    after = shown.where(key > place).order_by(_v.voucher_on, _v.voucher_row)
    return VoucherNeighbours(
        conn.execute(before).scalar_one_or_none(), conn.execute(after).scalar_one_or_none()
    )
