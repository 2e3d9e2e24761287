"""Employees for tests."""

from __future__ import annotations

from typing import Any

from collectiq_desktop.core.domain.ids import UserId
from collectiq_desktop.core.domain.roles import Employee, Role
from collectiq_desktop.core.queries.employees import Employees
from collectiq_desktop.core.services.employees import AddEmployee
from tests.plain_books import PlainBooks


def employ(plain: PlainBooks, name: str, role: Role = Role.CLERK, **fields: Any) -> UserId:
    """Add an employee; gives the id. The first one, an admin, signs in."""
    is_first = not plain.ask(Employees(with_inactive=True))
    employee_id = UserId(plain.ids.mint())
    employee = Employee(name=name, role=role.value, **fields)
    plain.run(AddEmployee(employee_id=employee_id, employee=employee))
    if is_first:
        plain.books.acting = employee_id
    return employee_id
