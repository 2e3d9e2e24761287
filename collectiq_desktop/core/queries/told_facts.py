"""A fact in a clerk's words: which document, of which party, over how much."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from collectiq_desktop.core.domain.ids import FactId, PartyId, VoucherId
from collectiq_desktop.core.domain.vouchers import Voucher
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.facts import read_fact
from collectiq_desktop.core.wire.codec import body_or_none
from collectiq_desktop.core.wire.collecting import DayAllowed, PictureAttached
from collectiq_desktop.core.wire.facts import (
    Fact,
    PartyAdded,
    VoucherAmended,
    VoucherCancelled,
)

_p, _v, _l, _d = (tables.party.c, tables.voucher.c, tables.link.c, tables.device.c)


class ToldFact(NamedTuple):
    """What a fact is about.

    Args:
        kind: the fact's kind.
        number: of the document; empty for what has none.
        voucher_id: the voucher that it is or corrects.
        device: the name of the counter that recorded it.

    Dates: `on` is the business date, None of what has none; `recorded_at` is by
    the author's clock.
    Money: the document's amount.
    """

    fact_id: FactId
    kind: str
    recorded_at: int
    number: str
    on: date | None
    party_id: PartyId | None
    party: str
    amount_paise: int
    voucher_id: VoucherId | None
    device: str


def told_facts(conn: Connection, facts: Sequence[Fact]) -> list[ToldFact]:
    """The facts in words, in the order given.

    Limits: a screenful; each is looked up by itself.
    """
    return [_told(conn, fact) for fact in facts]


def _told(conn: Connection, fact: Fact) -> ToldFact:
    body = body_or_none(fact, is_trusted=False)
    voucher = _voucher_of(body)
    voucher_id = _voucher_id_of(conn, fact, body)
    if voucher is not None:
        party_id, number = voucher.party_id, voucher.number
    else:
        party_id, number = _party_and_number(conn, voucher_id)
        party_id = party_id or _party_id_of(fact, body)
    return ToldFact(
        fact_id=fact.fact_id,
        kind=fact.kind,
        recorded_at=fact.recorded_at,
        number=number,
        on=voucher.on if voucher is not None else None,
        party_id=party_id,
        party=_party_of(conn, party_id) or _name_of(body),
        amount_paise=voucher.amount_paise if voucher is not None else 0,
        voucher_id=voucher_id,
        device=_device_of(conn, fact.fact_id),
    )


def _voucher_of(body: Any) -> Voucher | None:
    if isinstance(body, VoucherAmended):
        return body.voucher
    return body if isinstance(body, Voucher) else None


def _voucher_id_of(conn: Connection, fact: Fact, body: Any) -> VoucherId | None:
    if isinstance(body, PictureAttached):
        shown = select(_v.voucher_id).where(_v.voucher_id == body.about_id)
        found = conn.execute(shown).scalar()
        return VoucherId(found) if found is not None else None
    if not isinstance(body, DayAllowed):
        return _own_voucher_id(fact, body)
    allowed = read_fact(conn, body.for_ids[0]) if body.for_ids else None
    known = body_or_none(allowed, is_trusted=False) if allowed is not None else None
    return _own_voucher_id(allowed, known) if allowed is not None else None


def _own_voucher_id(fact: Fact, body: Any) -> VoucherId | None:
    if isinstance(body, (VoucherAmended, VoucherCancelled)):
        return body.voucher_id
    return VoucherId(fact.fact_id) if isinstance(body, Voucher) else None


def _party_id_of(fact: Fact, body: Any) -> PartyId | None:
    if isinstance(body, PartyAdded):
        return PartyId(fact.fact_id)
    party_id = getattr(body, "party_id", None)
    return PartyId(party_id) if party_id is not None else None


def _name_of(body: Any) -> str:
    """The name of what is added: a party, an item, an account, a branch."""
    named = getattr(body, "fields", {}).get("name") or getattr(body, "name", "")
    return named if isinstance(named, str) else ""


def _party_and_number(conn: Connection, voucher_id: VoucherId | None) -> tuple[PartyId | None, str]:
    """Whose document it is that a fact cancels, and its number."""
    statement = (
        select(_p.party_id, _v.number)
        .outerjoin_from(tables.voucher, tables.party, _p.party_row == _v.party_row)
        .where(_v.voucher_id == voucher_id)
    )
    found = conn.execute(statement).first() if voucher_id is not None else None
    return (None, "") if found is None else (found.party_id, found.number)


def _party_of(conn: Connection, party_id: PartyId | None) -> str:
    """The party's name; of one that is held itself, as it was added."""
    statement = select(_p.name).where(_p.party_id == party_id)
    found = conn.execute(statement).scalar() if party_id is not None else None
    if found or party_id is None:
        return found or ""
    added = read_fact(conn, party_id)
    return _name_of(body_or_none(added, is_trusted=False)) if added is not None else ""


def _device_of(conn: Connection, fact_id: FactId) -> str:
    statement = (
        select(_d.name)
        .join_from(tables.link, tables.device, _d.device_id == _l.device_id)
        .where(_l.fact_id == fact_id)
        .order_by(_l.device_id)
        .limit(1)
    )
    return conn.execute(statement).scalar() or ""
