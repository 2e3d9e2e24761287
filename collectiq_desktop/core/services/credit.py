"""The guard of credit: no sale passes a limit that stops, unless somebody let it pass.

Who did, and why, is a fact of its own (`allowing`).

What comes from outside or from another device is history and is taken in as it is.
"""

from __future__ import annotations

from sqlalchemy import bindparam, func, literal_column, select

from collectiq_desktop.core.domain.ageing import overdue_days
from collectiq_desktop.core.domain.calendar import date_of_ymd
from collectiq_desktop.core.domain.credit import (
    CreditStanding,
    passed_limits,
    refuse_credit,
)
from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.queries.allowed import allowed_until
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.storage import collecting_tables, tables
from collectiq_desktop.core.storage.lookups import PartyRef
from collectiq_desktop.core.storage.masters import master_of, unpack
from collectiq_desktop.core.storage.prepared import Prepared
from collectiq_desktop.core.storage.writer import Writer

_p, _s, _b = tables.party.c, tables.standing.c, tables.bill.c
_c = collecting_tables.credit_allowed.c
_FIELDS = Prepared(select(_p.fields).where(_p.party_row == bindparam("party_row")))
_BALANCE = Prepared(select(_s.balance_paise).where(_s.party_row == bindparam("party_row")))
_BILLS = Prepared(
    select(func.count(), func.min(_b.due_on)).where(
        _b.party_row == bindparam("party_row"), _b.open_paise > literal_column("0")
    )
)


def guard_credit(
    writer: Writer,
    party: PartyRef,
    new_paise: int,
    context: Context,
    voucher_id: VoucherId,
) -> None:
    """Refuse a sale on credit that passes a limit of a party that stops there.

    Args:
        new_paise: what the party will owe more; nothing where all is paid at once.
        voucher_id: the sale, which somebody may have let pass.

    Raises:
        Refused: with the limit and the way out.
    """
    fields = _FIELDS(writer.conn, party_row=party.party_row).scalar()
    if fields is None or not unpack(fields).get("stops_at_limit"):
        return
    master = master_of(Party, unpack(fields))
    writer.flush()
    count, first_due = _BILLS(writer.conn, party_row=party.party_row).one()
    late_days = overdue_days(date_of_ymd(first_due), context.today_on) if first_due else 0
    balance_paise = _BALANCE(writer.conn, party_row=party.party_row).scalar_one()
    standing = CreditStanding(balance_paise, late_days, count)
    passed = passed_limits(master, standing, new_paise)
    if passed and not _is_allowed(writer, party.party_id, voucher_id, new_paise, context):
        refuse_credit(master, passed)


def _is_allowed(
    writer: Writer, party_id: bytes, voucher_id: VoucherId, new_paise: int, context: Context
) -> bool:
    """Whether somebody lets this sale pass, or every sale of the party today."""
    once = select(_c.fact_id).where(
        _c.party_id == party_id, _c.voucher_id == voucher_id, _c.most_paise >= new_paise
    )
    if writer.conn.execute(once).first() is not None:
        return True
    until_on = allowed_until(writer.conn, party_id)
    return until_on is not None and until_on >= context.today_on
