"""Employees: adding one, changing rights and data; the books always keep an admin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from collectiq_desktop.core.domain.errors import Clash, NotFound, Refused
from collectiq_desktop.core.domain.ids import FactId, UserId
from collectiq_desktop.core.domain.masters import Value
from collectiq_desktop.core.domain.roles import Employee, check_employee, is_keeper
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.services.carrying import carries_out
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.parties import check_field_names, edits_between
from collectiq_desktop.core.services.record import already_recorded, record
from collectiq_desktop.core.storage import employees, masters
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.facts import EmployeeAdded, EmployeeAmended


@dataclass(frozen=True, slots=True, kw_only=True)
class AddEmployee:
    """Add an employee; the first one is an admin."""

    employee_id: UserId
    employee: Employee


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendEmployee:
    """Change fields of an employee; only those named are touched."""

    fact_id: FactId
    employee_id: UserId
    changes: Mapping[str, Value]


@carries_out(AddEmployee)
def add_employee(writer: Writer, command: AddEmployee, context: Context) -> UserId:
    """Add the employee.

    Raises:
        BadInput: a field cannot be right.
        Clash: another employee has the name.
        Refused: the first employee must be an admin.
    """
    if already_recorded(writer, command.employee_id, EmployeeAdded.__name__):
        return command.employee_id
    employee = replace(command.employee, name=" ".join(command.employee.name.split()))
    check_employee(employee)
    writer.flush_rows()
    known = employees.employees(writer.conn)
    if not known and not is_keeper(employee):
        message = say("The first employee must be an admin who can manage employees.")
        raise Refused(message, field="role")
    _check_name_is_free(known, employee.name, None)
    body = EmployeeAdded(fields=masters.fields_of(employee))
    record(writer, context, body, command.employee_id)
    return command.employee_id


def _check_name_is_free(
    known: Mapping[bytes, Employee], name: str, employee_id: bytes | None
) -> None:
    """Employees sign in by their names, so each has another."""
    for other_id, other in known.items():
        if other_id != employee_id and other.name.casefold() == name.casefold():
            message = say("There is an employee {name} already; add a second name.", name=name)
            raise Clash(message, field="name")


@carries_out(AmendEmployee)
def amend_employee(writer: Writer, command: AmendEmployee, context: Context) -> UserId:
    """Change the fields; a field that already has the value is left alone.

    Raises:
        NotFound: there is no such employee.
        BadInput: a field is unknown or cannot be right.
        Clash: another employee has the name.
        Refused: no admin would be left.
    """
    if already_recorded(writer, command.fact_id, EmployeeAmended.__name__):
        return command.employee_id
    writer.flush_rows()
    known = employees.employees(writer.conn)
    if command.employee_id not in known:
        raise NotFound(say("This employee is not in the books."), field="employee")
    chosen = masters.chosen_fields(writer.conn, command.employee_id)
    before = known[command.employee_id]
    check_field_names(Employee, command.changes)
    after = replace(before, **command.changes)
    check_employee(after)
    _check_name_is_free(known, after.name, command.employee_id)
    if not any(map(is_keeper, {**known, command.employee_id: after}.values())):
        message = say(
            "{name} is the last admin who can manage employees; make somebody else admin first.",
            name=before.name,
        )
        raise Refused(message, field="role")
    edits = edits_between(before, after, {name: c.fact_id for name, c in chosen.items()})
    if edits:
        body = EmployeeAmended(employee_id=command.employee_id, edits=edits)
        record(writer, context, body, command.fact_id)
    return command.employee_id
