"""Settling bills anew, when a claim came, went or changed its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import delete, insert, select, update

from collectiq_desktop.core.domain.settlement import LaidClaim, settle
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.lookups import BillState
from collectiq_desktop.core.storage.writer import Writer

_c, _b, _o = tables.claim.c, tables.bill.c, tables.on_account.c


def resettle(writer: Writer, bills: Iterable[tuple[int, int]]) -> None:
    """Fold all claims over each bill again and move what changed.

    Limits: a bill has seldom more than twenty claims.
    """
    for voucher_row, n in sorted(set(bills)):
        writer.flush_rows()
        _resettle_one(writer, voucher_row, n)


def _resettle_one(writer: Writer, voucher_row: int, n: int) -> None:
    conn = writer.conn
    claims = conn.execute(
        select(
            _c.voucher_row,
            _c.claim_no,
            _c.party_row,
            _c.claim_on,
            _c.ordinal,
            _c.amount_paise,
            _c.settled_paise,
            _c.undoes_row,
        ).where(_c.bill_voucher_row == voucher_row, _c.bill_n == n)
    ).all()
    at = (_b.voucher_row == voucher_row, _b.n == n)
    bill = conn.execute(select(tables.bill).where(*at)).first()
    settled = _settled(bill, claims)
    for claim, part in zip(claims, settled, strict=True):
        change = part - claim.settled_paise
        if change:
            mine = (_c.voucher_row == claim.voucher_row, _c.claim_no == claim.claim_no)
            conn.execute(update(tables.claim).where(*mine).values(settled_paise=part))
            _move_rest(writer, claim.party_row, claim.voucher_row, claim.claim_on, -change)
    if bill:
        open_paise = bill.amount_paise + sum(settled)
        days = [c.claim_on for c, part in zip(claims, settled, strict=True) if part]
        last_on = max([bill.posted_on, *days])
        conn.execute(update(tables.bill).where(*at).values(open_paise=open_paise, last_on=last_on))
        writer.move_standing(
            bill.party_row,
            balance_paise=0,
            bills_paise=open_paise - bill.open_paise,
            on_account_paise=0,
        )
        state = BillState(bill.party_row, bill.amount_paise, open_paise, last_on)
        writer.lookups.bills[voucher_row, n] = state


def _settled(bill: Any, claims: Sequence[Any]) -> list[int]:
    """What each claim settles: nothing without the bill, or on another party's."""
    if bill is None:
        return [0] * len(claims)
    mine = [c for c in claims if c.party_row == bill.party_row]
    laid = [
        LaidClaim(c.ordinal, c.claim_no, c.amount_paise, c.claim_on, c.voucher_row, c.undoes_row)
        for c in mine
    ]
    parts = iter(settle(bill.amount_paise, laid).settled_paise)
    return [next(parts) if c.party_row == bill.party_row else 0 for c in claims]


def _move_rest(writer: Writer, party_row: int, voucher_row: int, day: int, paise: int) -> None:
    """Move the part of a voucher that stays on account."""
    conn = writer.conn
    mine = (_o.party_row == party_row, _o.voucher_row == voucher_row)
    rest = (conn.execute(select(_o.amount_paise).where(*mine)).scalar() or 0) + paise
    conn.execute(delete(tables.on_account).where(*mine))
    if rest:
        row = {"party_row": party_row, "voucher_row": voucher_row}
        conn.execute(insert(tables.on_account).values(**row, voucher_on=day, amount_paise=rest))
    writer.move_standing(party_row, balance_paise=0, bills_paise=0, on_account_paise=paise)
