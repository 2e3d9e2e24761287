"""Employees: the list, one of them, and what each may do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from collectiq_desktop.core.domain.errors import NotFound
from collectiq_desktop.core.domain.ids import UserId
from collectiq_desktop.core.domain.roles import Employee, Rights, rights_of
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.asking import Ask, answers
from collectiq_desktop.core.storage import employees, tables

_a = tables.assignment.c


class EmployeeRow(NamedTuple):
    """One line of the list of employees.

    `parties_count` are those of which this employee is the main agent.
    """

    employee_id: UserId
    employee: Employee
    parties_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Employees(Ask[tuple[EmployeeRow, ...]]):
    """The employees by name; those who left only where that is asked."""

    with_inactive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployeeDetails:
    """One employee, and what comes of role, granted and taken permissions."""

    employee_id: UserId
    employee: Employee
    rights: Rights
    parties_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployeeCard(Ask[EmployeeDetails]):
    """All that one employee's card shows."""

    employee_id: UserId


@answers(Employees)
def employee_list(conn: Connection, ask: Employees, _today_on: date) -> tuple[EmployeeRow, ...]:
    """The list."""
    counted = _counted(conn)
    return tuple(
        EmployeeRow(UserId(employee_id), each, counted.get(employee_id, 0))
        for employee_id, each in employees.employees(conn).items()
        if each.is_active or ask.with_inactive
    )


@answers(EmployeeCard)
def employee_card(conn: Connection, ask: EmployeeCard, _today_on: date) -> EmployeeDetails:
    """The card.

    Raises:
        NotFound: there is no such employee.
    """
    known = employees.employee(conn, ask.employee_id)
    if known is None:
        raise NotFound(say("This employee is not in the books."), field="employee")
    return EmployeeDetails(
        employee_id=ask.employee_id,
        employee=known,
        rights=rights_of(known, employees.role_days(conn)),
        parties_count=_counted(conn).get(ask.employee_id, 0),
    )


def _counted(conn: Connection) -> dict[bytes, int]:
    statement = select(_a.agent_id, func.count()).where(_a.is_main == 1).group_by(_a.agent_id)
    return {row[0]: row[1] for row in conn.execute(statement)}
