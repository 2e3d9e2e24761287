"""Receipts that may be the same money as one that is about to be recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.vouchers import Mode, VoucherKind
from collectiq_desktop.core.queries.asking import Ask, answers, day_of, party_at, typed
from collectiq_desktop.core.queries.cheques import post_dated_rows
from collectiq_desktop.core.storage import collecting_tables, tables

_f, _l, _v = tables.fact.c, tables.party_line.c, tables.voucher.c


class Alike(NamedTuple):
    """The numbers of receipts that are alike; empty for none.

    Args:
        by_cheque_on: the date of a post-dated cheque of this number.
    """

    by_reference: str
    by_amount: str
    by_cheque_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlikeReceipts(Ask[Alike]):
    """A party's receipts with this reference, or of this sum a short while ago.

    Of a cheque, its post-dated ones of this number, too.

    Args:
        since_at: the same sum recorded from then on is alike, by whatever mode.
        on, mode: the same sum of this day by this mode is alike too.
        without_id: this one is not looked at.

    Money: amount_paise is what the party's account is credited with.
    """

    party_id: PartyId
    amount_paise: int
    on: date
    mode: Mode
    since_at: int
    reference: str = ""
    without_id: VoucherId | None = None


@answers(AlikeReceipts)
def alike_receipts(conn: Connection, ask: AlikeReceipts, _today_on: date) -> Alike:
    """What is alike, the newest first."""
    party_row = party_at(conn, ask.party_id).party_row
    receipts = (
        select(_v.number)
        .select_from(tables.party_line)
        .join(tables.voucher, _v.voucher_row == _l.voucher_row)
        .where(_l.party_row == party_row, _v.kind == VoucherKind.RECEIPT.value)
        .order_by(_l.voucher_on.desc(), _l.voucher_row.desc())
        .limit(1)
    )
    if ask.without_id is not None:
        receipts = receipts.where(_v.voucher_id != ask.without_id)
    reference = typed(ask.reference).lower()
    same_day = and_(_l.voucher_on == ymd_of(ask.on), _v.mode == ask.mode.value)
    lately = _f.recorded_at >= ask.since_at
    of_sum = receipts.join(tables.fact, _f.fact_id == _v.voucher_id).where(
        _l.amount_paise == -ask.amount_paise, or_(same_day, lately)
    )
    by_reference = _first(conn, receipts, func.lower(_v.reference) == reference)
    by_amount = _first(conn, of_sum)
    if not reference:
        return Alike("", by_amount)
    cheque_on = _post_dated(conn, ask, reference) if ask.mode is Mode.CHEQUE else None
    return Alike(by_reference, by_amount, cheque_on)


def _post_dated(conn: Connection, ask: AlikeReceipts, reference: str) -> date | None:
    """The date of the party's post-dated cheque of this number, in whatever state."""
    cheque = collecting_tables.cheque.c
    mine = cheque.party_id == ask.party_id, func.lower(cheque.number) == reference
    rows = post_dated_rows(conn, *mine)
    return max((day_of(row.cheque_on) for row in rows), default=None)


def _first(conn: Connection, receipts: Select[Any], *conditions: ColumnElement[bool]) -> str:
    found: str | None = conn.execute(receipts.where(*conditions)).scalar()
    return found or ""
