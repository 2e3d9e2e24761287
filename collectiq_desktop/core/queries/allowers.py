"""Who may let pass what stops somebody else; asked at the counter before a PIN is typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.roles import ALLOW_DAYS, Permission, Rights, rights_of
from collectiq_desktop.core.queries.asking import Ask, answers
from collectiq_desktop.core.queries.employees import EmployeeRow, Employees, employee_list
from collectiq_desktop.core.storage import employees, tables
from collectiq_desktop.core.storage.masters import master_of, unpack


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowers(Ask[tuple[EmployeeRow, ...]]):
    """Who may let a party pass its limits; with a day, who may let a voucher bear that day."""

    from_on: date | None = None


@answers(Allowers)
def allowers(conn: Connection, ask: Allowers, today_on: date) -> tuple[EmployeeRow, ...]:
    """The employees by name."""
    days = employees.role_days(conn)
    is_locked = ask.from_on is not None and _is_locked(conn, ask.from_on)

    def may(rights: Rights) -> bool:
        if ask.from_on is None:
            return rights.may(Permission.OVERRIDE_CREDIT)
        reaches = (today_on - ask.from_on).days <= rights.back_date_most_days
        may_unlock = not is_locked or rights.may(Permission.SETTINGS)
        return reaches and may_unlock and any(map(rights.may, ALLOW_DAYS))

    rows = employee_list(conn, Employees(), today_on)
    return tuple(row for row in rows if may(rights_of(row.employee, days)))


def _is_locked(conn: Connection, on: date) -> bool:
    fields = conn.execute(select(tables.firm.c.fields)).scalar()
    locked = master_of(Firm, unpack(fields)).locked_until_on if fields else None
    return locked is not None and on <= locked
