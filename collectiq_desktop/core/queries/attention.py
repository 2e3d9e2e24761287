"""Attention: what went another way than somebody meant, so a person should look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import Connection, func, or_, select

from collectiq_desktop.core.domain.ids import FactId, PartyId, VoucherId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.phones import corrected_phones
from collectiq_desktop.core.domain.versions import Correction, newest_of
from collectiq_desktop.core.queries.asking import SHOWN_STATES, Ask, answers, day_of
from collectiq_desktop.core.storage import collecting_tables, employees, tables
from collectiq_desktop.core.storage.facts import read_fact
from collectiq_desktop.core.storage.masters import chosen_fields, master_of

_v, _p, _c, _b, _k, _h = (
    tables.voucher.c,
    tables.party.c,
    tables.claim.c,
    tables.bill.c,
    tables.correction.c,
    tables.master_history.c,
)
_a = collecting_tables.phone_asked.c


class Matter(StrEnum):
    """What a person should look at."""

    UNSETTLED = "unsettled"
    OVERRULED = "overruled"
    RIVALS = "rivals"
    PHONE = "phone"


class AttentionLine(NamedTuple):
    """One thing to look at.

    Args:
        subject: the bill's number, the field's name, or the phone that an agent asks for.
        fact_id: the correction without effect, of `overruled`; what was asked, of `phone`.
        values: all values that still stand, the winning one first, of `rivals`;
            of `phone` the one that is wrong, and who says so.

    Money: amount_paise is what fell to on account, debit positive.
    """

    matter: Matter
    voucher_id: VoucherId | None
    number: str
    on: date | None
    party_id: PartyId | None
    party: str
    subject: str = ""
    amount_paise: int = 0
    fact_id: FactId | None = None
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention(Ask[tuple[AttentionLine, ...]]):
    """Claims that could not settle whole, overruled corrections, rival values, phones asked for."""


@answers(Attention)
def attention(conn: Connection, _ask: Attention, _today_on: date) -> tuple[AttentionLine, ...]:
    """All that should be looked at.

    Limits: reads every claim, so it takes a moment in large books.
    """
    return (*_unsettled(conn), *_overruled(conn), *_rivals(conn), *_phones(conn))


def _unsettled(conn: Connection) -> Iterator[AttentionLine]:
    statement = (
        select(
            _v.voucher_id,
            _v.number,
            _v.voucher_on,
            _p.party_id,
            _p.name,
            _b.number,
            _c.amount_paise - _c.settled_paise,
        )
        .join(tables.voucher, _v.voucher_row == _c.voucher_row)
        .join(tables.party, _p.party_row == _c.party_row)
        .outerjoin(tables.bill, (_b.voucher_row == _c.bill_voucher_row) & (_b.n == _c.bill_n))
        .where(_c.amount_paise != _c.settled_paise)
        .order_by(_v.voucher_on, _v.voucher_row, _c.claim_no)
    )
    for voucher_id, number, on, party_id, party, bill, paise in conn.execute(statement):
        yield AttentionLine(
            Matter.UNSETTLED, voucher_id, number, day_of(on), party_id, party, bill or "", paise
        )


def _overruled(conn: Connection) -> Iterator[AttentionLine]:
    """Corrections that came too late; one alone and valid always stands."""
    suspects = (
        select(_k.voucher_row)
        .group_by(_k.voucher_row)
        .having(or_(func.count() > 1, func.max(_k.is_idle) > 0))
    )
    statement = (
        select(
            _v.voucher_row,
            _v.voucher_id,
            _v.number,
            _v.voucher_on,
            _p.party_id,
            _p.name,
        )
        .outerjoin_from(tables.voucher, tables.party, _p.party_row == _v.party_row)
        .where(_v.voucher_row.in_(suspects), _v.state.in_(SHOWN_STATES))
        .order_by(_v.voucher_on, _v.voucher_row)
    )
    for row, voucher_id, number, on, party_id, party in conn.execute(statement):
        mine = select(_k.ordinal, _k.fact_id, _k.base_id, _k.is_idle).where(_k.voucher_row == row)
        corrections = [Correction(o, f, b, bool(idle)) for o, f, b, idle in conn.execute(mine)]
        is_begun = read_fact(conn, voucher_id) is not None
        for fact_id in newest_of(voucher_id, corrections, is_begun=is_begun).overruled:
            yield AttentionLine(
                Matter.OVERRULED,
                voucher_id,
                number,
                day_of(on),
                party_id,
                party or "",
                fact_id=FactId(fact_id),
            )


def _rivals(conn: Connection) -> Iterator[AttentionLine]:
    """Fields of parties with more than one value that nobody replaced."""
    edited = select(_h.master_id).group_by(_h.master_id).having(func.count() > 1)
    statement = (
        select(_p.party_id, _p.name)
        .where(_p.party_id.in_(edited))
        .order_by(_p.name_key, _p.party_row)
    )
    for party_id, party in conn.execute(statement).all():
        for name, chosen in sorted(chosen_fields(conn, party_id).items()):
            if chosen.rivals:
                values = (str(chosen.value), *map(str, chosen.rivals))
                yield AttentionLine(
                    Matter.RIVALS, None, "", None, party_id, party, name, values=values
                )


def asked_phone(conn: Connection, party_id: PartyId, phones: tuple[str, ...]) -> str:
    """The phone that an agent asks to be written, as long as that waits; else empty."""
    statement = select(_a.phone, _a.instead_of).where(_a.party_id == party_id)
    newest = conn.execute(statement.order_by(_a.ordinal.desc()).limit(1)).first()
    if newest is None or not newest.phone:
        return ""
    is_there = corrected_phones(phones, newest.phone, newest.instead_of) == phones
    return "" if is_there else newest.phone


def _phones(conn: Connection) -> Iterator[AttentionLine]:
    """Phones that agents ask for and that parties do not have yet; the newest of a party counts."""
    statement = (
        select(*_a, _p.name).join(tables.party, _p.party_id == _a.party_id).order_by(_a.ordinal)
    )
    newest = {row.party_id: row for row in conn.execute(statement)}
    known = employees.employees(conn) if newest else {}
    for party_id, row in newest.items():
        if not row.phone:
            continue
        fields = {name: each.value for name, each in chosen_fields(conn, party_id).items()}
        here = master_of(Party, fields).phones
        if corrected_phones(here, row.phone, row.instead_of) == here:
            continue
        agent = known[row.agent_id].name if row.agent_id in known else ""
        yield AttentionLine(
            Matter.PHONE,
            None,
            "",
            day_of(row.asked_on),
            party_id,
            row.name,
            row.phone,
            fact_id=FactId(row.fact_id),
            values=(row.instead_of, agent),
        )
