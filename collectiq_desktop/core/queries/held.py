"""What the server held back, as a person judges it."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, select

from collectiq_desktop.core.domain.verdicts import Reason
from collectiq_desktop.core.domain.vouchers import Voucher, party_balances
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.facts import read_fact
from collectiq_desktop.core.storage.held import all_held
from collectiq_desktop.core.wire.codec import body_or_none

_l, _d = tables.link.c, tables.device.c


class HeldLine(NamedTuple):
    """One fact that waits for a person's word.

    Money: what it would move on parties' balances, debit positive.
    """

    fact_id: bytes
    effective_at: int
    device_name: str
    kind: str
    number: str
    amount_paise: int
    reason: Reason


def held_lines(conn: Connection) -> list[HeldLine]:
    """All that is held, oldest first.

    Limits: a few, or head office has much to talk about.
    """
    return [_line(conn, *row[:3]) for row in all_held(conn)]


def _line(conn: Connection, fact_id: bytes, effective_at: int, reason: str) -> HeldLine:
    fact = read_fact(conn, fact_id)
    assert fact is not None, "what is held was sent"
    body = body_or_none(fact)
    voucher = body if isinstance(body, Voucher) else getattr(body, "voucher", None)
    number, amount_paise = "", 0
    if isinstance(voucher, Voucher):
        number, amount_paise = voucher.number, sum(party_balances(voucher).values())
    device_name = conn.execute(
        select(_d.name)
        .join(tables.link, _l.device_id == _d.device_id)
        .where(_l.fact_id == fact_id)
        .limit(1)
    ).scalar()
    return HeldLine(
        fact_id=fact_id,
        effective_at=effective_at,
        device_name=device_name or "",
        kind=fact.kind,
        number=number,
        amount_paise=amount_paise,
        reason=Reason(reason),
    )
