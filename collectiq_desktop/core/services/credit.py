"""The guard of credit: no sale passes a limit that stops, unless it is let pass.

What comes from outside or from another device is history and is taken in as it is.
"""

from __future__ import annotations

from sqlalchemy import bindparam, func, literal_column, select

from collectiq_desktop.core.domain.ageing import overdue_days
from collectiq_desktop.core.domain.calendar import date_of_ymd
from collectiq_desktop.core.domain.credit import (
    CreditOverride,
    CreditStanding,
    passed_limits,
    refuse_credit,
)
from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.roles import Permission
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.rights import not_permitted
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.lookups import PartyRef
from collectiq_desktop.core.storage.masters import master_of, unpack
from collectiq_desktop.core.storage.prepared import Prepared
from collectiq_desktop.core.storage.writer import Writer

_p, _s, _b = tables.party.c, tables.standing.c, tables.bill.c
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
    override: CreditOverride | None,
) -> None:
    """Refuse a sale on credit that passes a limit of a party that stops there.

    Args:
        new_paise: what the party will owe more; nothing where all is paid at once.
        override: whoever may lets it pass; here is the one place where that is handed in.

    Raises:
        Refused: with the limit and the way out, or one may not let it pass.
    """
    if override is not None and not context.rights.may(Permission.OVERRIDE_CREDIT):
        raise Refused(not_permitted(), field="user")
    fields = _FIELDS(writer.conn, party_row=party.party_row).scalar()
    if fields is None or not unpack(fields).get("stops_at_limit"):
        return
    master = master_of(Party, unpack(fields))
    writer.flush()
    count, first_due = _BILLS(writer.conn, party_row=party.party_row).one()
    late_days = overdue_days(date_of_ymd(first_due), context.today_on) if first_due else 0
    balance_paise = _BALANCE(writer.conn, party_row=party.party_row).scalar_one()
    standing = CreditStanding(balance_paise, late_days, count)
    refuse_credit(master, passed_limits(master, standing, new_paise), override)
