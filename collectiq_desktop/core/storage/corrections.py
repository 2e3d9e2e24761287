"""Amended and cancelled vouchers: which version stands, and its effect.

The standing version is worked out from all corrections in the firm's order
each time one arrives or moves, so that every device ends at the same one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import Row, delete, insert, select, update

from collectiq_desktop.core.domain.versions import Correction, newest_of
from collectiq_desktop.core.domain.vouchers import Voucher
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.bills import resettle
from collectiq_desktop.core.storage.facts import read_fact
from collectiq_desktop.core.storage.held import number_given
from collectiq_desktop.core.storage.vouchers import (
    Head,
    entered_after,
    lay,
    lift,
    row_for,
    write_absent,
    write_head,
)
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.codec import body_of
from collectiq_desktop.core.wire.facts import VoucherAmended, VoucherCancelled

_v, _k = tables.voucher.c, tables.correction.c


class Version(NamedTuple):
    """A version of a voucher: what it says, and whether it has an effect."""

    fact_id: bytes
    voucher: Voucher
    is_cancelled: bool


def version_at(writer: Writer, fact_id: bytes) -> Version:
    """The version that a fact made.

    A cancelled voucher keeps the words of the version it cancels.
    """
    fact = read_fact(writer.conn, fact_id)
    assert fact is not None, "a correction names a fact that is not in the log"
    body = body_of(fact)
    if isinstance(body, VoucherAmended):
        return Version(fact_id, body.voucher, is_cancelled=False)
    if isinstance(body, VoucherCancelled):
        return version_at(writer, body.base)._replace(fact_id=fact_id, is_cancelled=True)
    assert isinstance(body, Voucher)
    number = number_given(writer.conn, fact_id)
    return Version(fact_id, replace(body, number=number) if number else body, is_cancelled=False)


def newest_id(writer: Writer, voucher_id: bytes) -> bytes:
    """The id of the fact that stands for a voucher."""
    statement = select(_v.newest_id).where(_v.voucher_id == voucher_id)
    found: bytes | None = writer.conn.execute(statement).scalar()
    return found or voucher_id


def standing(writer: Writer, voucher_id: bytes) -> Voucher:
    """A voucher as it stands after all corrections; one that is cancelled as it was."""
    return version_at(writer, newest_id(writer, voucher_id)).voucher


def note_correction(writer: Writer, voucher_id: bytes, correction: Correction) -> None:
    """Take in a correction, or its new place or verdict, and let the right version stand."""
    writer.flush_rows()
    voucher_row = row_for(writer, voucher_id)
    writer.flush_rows()
    table = tables.correction
    mine = (_k.voucher_row == voucher_row, _k.fact_id == correction.fact_id)
    writer.conn.execute(delete(table).where(*mine))
    writer.conn.execute(
        insert(table).values(
            voucher_row=voucher_row,
            fact_id=correction.fact_id,
            ordinal=correction.order,
            base_id=correction.base_id,
            is_idle=int(correction.is_idle),
        )
    )
    restand(writer, voucher_id)


def restand(writer: Writer, voucher_id: bytes) -> None:
    """Let the version stand that the corrections, in their order, say."""
    conn = writer.conn
    head = conn.execute(select(tables.voucher).where(_v.voucher_id == voucher_id)).one()
    is_begun = writer.lookups.has_fact(voucher_id)
    if head.state == "absent" and is_begun:
        return
    mine = _k.voucher_row == head.voucher_row
    rows = conn.execute(select(_k.ordinal, _k.fact_id, _k.base_id, _k.is_idle).where(mine))
    corrections = [Correction(o, f, b, bool(idle)) for o, f, b, idle in rows]
    if not is_begun:
        _restand_unbegun(writer, head, corrections)
        return
    newest = newest_of(voucher_id, corrections).newest_id
    orders = {c.fact_id: c.order for c in corrections} | {voucher_id: head.ordinal}
    before = head.newest_id or voucher_id
    if newest == before:
        _reorder(writer, head.voucher_row, orders[newest])
        return
    new_head = Head(
        head.voucher_row,
        voucher_id,
        None if newest == voucher_id else newest,
        orders[newest],
        "posted",
        head.batch_row,
        head.entered_on,
    )
    kept: dict[str, int | None] = {"ordinal": head.ordinal}
    if head.state == "undone":
        write_head(writer, new_head._replace(state="undone"), version_at(writer, newest).voucher)
        kept["party_row"] = None
    else:
        _replace(writer, new_head, version_at(writer, before), version_at(writer, newest))
    conn.execute(update(tables.voucher).where(_v.voucher_id == voucher_id).values(**kept))


def _restand_unbegun(writer: Writer, row: Row[Any], corrections: Sequence[Correction]) -> None:
    """Let the newest version that is here stand, of a voucher that an amendment brought here.

    Its first version tells of other branches alone and lies there.
    """
    newest = newest_of(row.voucher_id, corrections, is_begun=False).newest_id
    if newest == row.voucher_id:
        withdraw(writer, row.voucher_id)
        return
    ordinal = next(c.order for c in corrections if c.fact_id == newest)
    if newest == row.newest_id:
        mine = _v.voucher_row == row.voucher_row
        writer.conn.execute(update(tables.voucher).where(mine).values(ordinal=ordinal))
        _reorder(writer, row.voucher_row, ordinal)
        return
    old = None if row.newest_id is None else version_at(writer, row.newest_id)
    new = version_at(writer, newest)
    fact = read_fact(writer.conn, newest)
    entered_on = entered_after(new.voucher, fact.recorded_at) if fact else None
    head = Head(row.voucher_row, row.voucher_id, newest, ordinal, "posted", None, entered_on)
    _replace(writer, head, old, new)


def _replace(writer: Writer, head: Head, old: Version | None, new: Version) -> None:
    row = head.voucher_row
    affected = set() if old is None or old.is_cancelled else lift(writer, row, old.voucher)
    if new.is_cancelled:
        head = head._replace(state="cancelled")
    else:
        affected |= lay(writer, head, new.voucher, is_last=False)
        affected |= {(row, bill.n) for bill in new.voucher.bills}
    write_head(writer, head, new.voucher)
    resettle(writer, affected)


def _reorder(writer: Writer, voucher_row: int, ordinal: int) -> None:
    """Give the claims of a voucher their place, and settle those bills anew."""
    claim = tables.claim
    mine = claim.c.voucher_row == voucher_row
    writer.conn.execute(update(claim).where(mine).values(ordinal=ordinal))
    claims = select(claim.c.bill_voucher_row, claim.c.bill_n).where(mine)
    resettle(writer, [(row, n) for row, n in writer.conn.execute(claims)])


def move_voucher(writer: Writer, voucher_id: bytes, ordinal: int) -> None:
    """Give a posted voucher its place in the firm's order."""
    writer.flush_rows()
    table = tables.voucher
    writer.conn.execute(update(table).where(_v.voucher_id == voucher_id).values(ordinal=ordinal))
    restand(writer, voucher_id)


def withdraw(writer: Writer, voucher_id: bytes) -> None:
    """Take up all that a voucher does, because the server gave it no effect.

    Its row stays as one that is only known by name: claims and corrections
    name it.
    """
    writer.flush_rows()
    head = writer.conn.execute(select(tables.voucher).where(_v.voucher_id == voucher_id)).first()
    if head is None or head.state == "absent":
        return
    affected: set[tuple[int, int]] = set()
    if head.state == "posted":
        standing = version_at(writer, head.newest_id or voucher_id)
        affected = lift(writer, head.voucher_row, standing.voucher)
    writer.flush_rows()
    writer.lookups.numbers.clear()
    writer.conn.execute(delete(tables.voucher).where(_v.voucher_row == head.voucher_row))
    write_absent(writer, head.voucher_row, voucher_id)
    resettle(writer, affected)
