"""Employees and what each may do: roles over named permissions, and limits.

A role is a set of permissions and limits to begin with; an admin grants or
takes single ones per employee. Words of newer programs are skipped, so that
an unknown role may do nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.firm import BACK_DATE_FIELDS
from collectiq_desktop.core.domain.saying import say


class Role(StrEnum):
    """What an employee is in the firm."""

    ADMIN = "admin"
    CLERK = "clerk"
    AGENT = "agent"
    ACCOUNTANT = "accountant"


class Permission(StrEnum):
    """One thing that an employee may do; the words stand in facts for ever."""

    SEE_ALL_PARTIES = "see_all_parties"
    SEE_TOTALS = "see_totals"
    SEE_EDIT_LOG = "see_edit_log"
    POST_RECEIPTS = "post_receipts"
    POST_SALES = "post_sales"
    POST_NOTES = "post_notes"
    POST_JOURNALS = "post_journals"
    CHASE = "chase"
    HANDLE_CHEQUES = "handle_cheques"
    AMEND = "amend"
    CANCEL = "cancel"
    OVERRIDE_CREDIT = "override_credit"
    MANAGE_PARTIES = "manage_parties"
    MANAGE_ITEMS = "manage_items"
    ASSIGN = "assign"
    COUNT_IN_CASH = "count_in_cash"
    IMPORT = "import"
    EXPORT = "export"
    MANAGE_EMPLOYEES = "manage_employees"
    MANAGE_DEVICES = "manage_devices"
    SETTINGS = "settings"


ALLOW_DAYS = (
    Permission.AMEND,
    Permission.CANCEL,
    Permission.POST_SALES,
    Permission.POST_RECEIPTS,
    Permission.POST_JOURNALS,
)
"""Any one of these lets somebody else's voucher bear a day of the own ones."""

UNBOUNDED = 1 << 53
"""A limit in paise or days that nothing reaches."""

_P = Permission
_ALL = frozenset(Permission)
_ROLE_PERMISSIONS: Mapping[Role, frozenset[Permission]] = {
    Role.ADMIN: _ALL,
    Role.CLERK: frozenset(
        {
            _P.SEE_ALL_PARTIES,
            _P.POST_RECEIPTS,
            _P.POST_SALES,
            _P.POST_NOTES,
            _P.CHASE,
            _P.HANDLE_CHEQUES,
            _P.AMEND,
            _P.MANAGE_PARTIES,
            _P.MANAGE_ITEMS,
            _P.COUNT_IN_CASH,
            _P.EXPORT,
        }
    ),
    Role.AGENT: frozenset({_P.POST_RECEIPTS, _P.CHASE}),
    Role.ACCOUNTANT: frozenset({_P.SEE_ALL_PARTIES, _P.SEE_TOTALS, _P.SEE_EDIT_LOG, _P.EXPORT}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Employee:
    """An employee's master data; each field is one value that may be amended.

    Args:
        branches: at which the employee works; none means all.
        granted: permissions beyond the role's.
        taken: permissions of the role that this employee has not.
        recoveries_count: how often the recovery code has let this employee in.

    Money: limits are whole paise; None is the role's own limit.
    """

    name: str
    phone: str = ""
    role: str = Role.CLERK.value
    branches: tuple[str, ...] = ()
    granted: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    discount_most_paise: int | None = None
    write_off_most_paise: int | None = None
    back_date_most_days: int | None = None
    is_active: bool = True
    recoveries_count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """What one who acts may do.

    Args:
        is_known: whether it is an employee of these books at all, or nobody
            needs to be.

    Money: limits are whole paise for one voucher. Dates: days before today
    that a voucher may bear.
    """

    permissions: frozenset[Permission]
    discount_most_paise: int = 0
    write_off_most_paise: int = 0
    back_date_most_days: int = 0
    is_admin: bool = False
    is_known: bool = True

    def may(self, permission: Permission) -> bool:
        """Whether this is permitted."""
        return permission in self.permissions

    @property
    def sees_all_parties(self) -> bool:
        """Whether every party may be seen, not only assigned ones."""
        return Permission.SEE_ALL_PARTIES in self.permissions

    def covers(self, other: Rights) -> bool:
        """Whether everything the other may do is permitted here, too."""
        return (
            other.permissions <= self.permissions
            and other.discount_most_paise <= self.discount_most_paise
            and other.write_off_most_paise <= self.write_off_most_paise
            and other.back_date_most_days <= self.back_date_most_days
            and (self.is_admin or not other.is_admin)
        )


EVERYTHING = Rights(
    permissions=_ALL,
    discount_most_paise=UNBOUNDED,
    write_off_most_paise=UNBOUNDED,
    back_date_most_days=UNBOUNDED,
    is_admin=True,
)
"""What anybody may do in books that have no employees."""

NOTHING_AT_ALL = Rights(permissions=frozenset(), is_known=False)
"""What one may do who is no employee, or none any more."""

_ROLE_RIGHTS: Mapping[Role, Rights] = {
    Role.ADMIN: EVERYTHING,
    Role.CLERK: Rights(
        permissions=_ROLE_PERMISSIONS[Role.CLERK],
        discount_most_paise=500_00,
        write_off_most_paise=10_00,
        back_date_most_days=7,
    ),
    Role.AGENT: Rights(
        permissions=_ROLE_PERMISSIONS[Role.AGENT],
        write_off_most_paise=1_00,
        back_date_most_days=1,
    ),
    Role.ACCOUNTANT: Rights(permissions=_ROLE_PERMISSIONS[Role.ACCOUNTANT]),
}


def role_of(word: str) -> Role | None:
    """The role behind its word, None where this program does not know it."""
    return Role(word) if word in set(Role) else None


RoleDays: TypeAlias = Mapping[Role, int]
"""How many days back the firm lets a role date, where it says so."""

DATED_ROLES = (Role.CLERK, Role.AGENT, Role.ACCOUNTANT)
"""The roles whose days back a firm can set, in the order of `BACK_DATE_FIELDS`."""


def role_days_of(firm_fields: Mapping[str, object]) -> RoleDays:
    """What the firm's master data say of each role's days back; an admin has no such end."""
    named = zip(DATED_ROLES, BACK_DATE_FIELDS, strict=True)
    found = {role: firm_fields.get(name) for role, name in named}
    return {role: days for role, days in found.items() if isinstance(days, int)}


def rights_of_role(role: Role, days: RoleDays | None = None) -> Rights:
    """What a role may do before anything is granted or taken."""
    usual = _ROLE_RIGHTS[role]
    return replace(usual, back_date_most_days=(days or {}).get(role, usual.back_date_most_days))


def rights_of(employee: Employee, days: RoleDays | None = None) -> Rights:
    """What an employee may do: the role's, with what was granted and without what was taken.

    Args:
        days: how far back the firm lets each role date.
    """
    role = role_of(employee.role)
    if role is None or not employee.is_active:
        return NOTHING_AT_ALL
    usual = rights_of_role(role, days)
    return Rights(
        permissions=(usual.permissions | _known(employee.granted)) - _known(employee.taken),
        discount_most_paise=_or(employee.discount_most_paise, usual.discount_most_paise),
        write_off_most_paise=_or(employee.write_off_most_paise, usual.write_off_most_paise),
        back_date_most_days=_or(employee.back_date_most_days, usual.back_date_most_days),
        is_admin=role == Role.ADMIN,
    )


def _known(words: Collection[str]) -> frozenset[Permission]:
    return frozenset(Permission(word) for word in words if word in set(Permission))


def _or(limit: int | None, usual: int) -> int:
    return usual if limit is None else limit


def is_keeper(employee: Employee) -> bool:
    """Whether it is an admin who can manage employees; the books always keep one."""
    rights = rights_of(employee)
    return rights.is_admin and rights.may(Permission.MANAGE_EMPLOYEES)


def check_employee(employee: Employee) -> None:
    """Refuse an employee without a name, with an unknown role or an impossible limit."""
    if not employee.name.strip():
        raise BadInput(say("An employee needs a name."), field="name")
    if role_of(employee.role) is None:
        message = say("There is no role “{role}”; choose one from the list.", role=employee.role)
        raise BadInput(message, field="role")
    for name in ("discount_most_paise", "write_off_most_paise", "back_date_most_days"):
        limit = getattr(employee, name)
        if limit is not None and not 0 <= limit <= UNBOUNDED:
            raise BadInput(say("A limit cannot be less than nothing."), field=name)
    for name in ("granted", "taken"):
        unknown = set(getattr(employee, name)) - set(Permission)
        if unknown:
            message = say("There is no permission “{permission}”.", permission=min(unknown))
            raise BadInput(message, field=name)
