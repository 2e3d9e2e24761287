"""What somebody with the right has let pass: a party its limits, a voucher an early day."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, func, select

from collectiq_desktop.core.queries.asking import day_of
from collectiq_desktop.core.storage import collecting_tables

_c = collecting_tables.credit_allowed.c
_d = collecting_tables.day_allowed.c


def allowed_until(conn: Connection, party_id: bytes) -> date | None:
    """The last day of the newest word that every sale may pass, None where there is none."""
    statement = (
        select(_c.until_on)
        .where(_c.party_id == party_id, _c.until_on.is_not(None))
        .order_by(_c.ordinal.desc(), _c.fact_id.desc())
        .limit(1)
    )
    until = conn.execute(statement).scalar()
    return day_of(until) if until is not None else None


def allowed_from(conn: Connection, fact_id: bytes) -> date | None:
    """The earliest day that a fact may bear by somebody's word, None where there is none."""
    first = conn.execute(select(func.min(_d.from_on)).where(_d.for_id == fact_id)).scalar()
    return day_of(first) if first is not None else None
