"""Employees in the projections, and what each may do.

An employee's row is the fold of all facts about that employee, as any
master's is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, bindparam, literal_column, select

from collectiq_desktop.core.domain.masters import MasterFact, Value, fold_masters
from collectiq_desktop.core.domain.roles import (
    EVERYTHING,
    NOTHING_AT_ALL,
    Employee,
    Rights,
    RoleDays,
    rights_of,
    role_days_of,
)
from collectiq_desktop.core.domain.scripts import sort_key
from collectiq_desktop.core.storage import masters, tables
from collectiq_desktop.core.storage.database import chunks, put
from collectiq_desktop.core.storage.facts import is_void
from collectiq_desktop.core.storage.prepared import Prepared
from collectiq_desktop.core.storage.writer import Writer

_e = tables.employee.c
# Asked before every command and every question, also where there are no employees.
_ANYBODY = Prepared(select(_e.employee_id).limit(literal_column("1")))
_FIRM = Prepared(select(tables.firm.c.fields))
_FIELDS = Prepared(select(_e.fields).where(_e.employee_id == bindparam("employee_id")))


def add_employee(writer: Writer, employee_id: bytes, fields: Mapping[str, Value]) -> None:
    """Add an employee's row."""
    _put(writer, employee_id, masters.master_of(Employee, fields))


def fold_employee(writer: Writer, employee_id: bytes) -> None:
    """Write an employee's row from all facts; one who is not here has none."""
    writer.flush_rows()
    if employee(writer.conn, employee_id) is not None:
        chosen = masters.chosen_fields(writer.conn, employee_id)
        fields = {name: each.value for name, each in chosen.items()}
        _put(writer, employee_id, masters.master_of(Employee, fields))


def drop_employee(writer: Writer, employee_id: bytes) -> None:
    """Take an employee's row away."""
    writer.flush_rows()
    writer.conn.execute(tables.employee.delete().where(_e.employee_id == employee_id))
    writer.rights.clear()


def _put(writer: Writer, employee_id: bytes, employee_: Employee) -> None:
    writer.flush_rows()
    named = (employee_.name, sort_key(employee_.name), employee_.role, int(employee_.is_active))
    row = (employee_id, *named, masters.pack(masters.fields_of(employee_)))
    put(writer.conn, tables.employee, [row])
    writer.rights.clear()


def employee(conn: Connection, employee_id: bytes) -> Employee | None:
    """An employee of these books."""
    row = _FIELDS(conn, employee_id=employee_id).first()
    return masters.master_of(Employee, masters.unpack(row.fields)) if row else None


def employees(conn: Connection) -> dict[bytes, Employee]:
    """All employees, also those who left, by name."""
    rows = conn.execute(select(_e.employee_id, _e.fields).order_by(_e.name_key, _e.employee_id))
    return {
        row.employee_id: masters.master_of(Employee, masters.unpack(row.fields)) for row in rows
    }


def has_employees(conn: Connection) -> bool:
    """Whether these books have employees at all; without, everybody may do everything."""
    return _ANYBODY(conn).first() is not None


def rights(conn: Connection, user_id: bytes) -> Rights:
    """What a user may do in these books now."""
    if not has_employees(conn):
        return EVERYTHING
    known = employee(conn, user_id)
    return rights_of(known, role_days(conn)) if known is not None else NOTHING_AT_ALL


def role_days(conn: Connection) -> RoleDays:
    """How far back each role may date, as the firm has set it."""
    fields = _FIRM(conn).scalar()
    return role_days_of(masters.unpack(fields)) if fields else {}


def rights_now(writer: Writer, user_id: bytes) -> Rights:
    """The same, asked once in a transaction as long as no employee changes."""
    if user_id not in writer.rights:
        writer.flush_rows()
        writer.rights[user_id] = rights(writer.conn, user_id)
    return writer.rights[user_id]


def rights_at(conn: Connection, user_id: bytes, firm_seq: int) -> Rights:
    """What a user might do by what was known up to a place of the firm's order.

    Of a user who was no employee yet, in books that had none: everything.
    """
    added = _placed_up_to(conn, conn.execute(select(_e.employee_id)).scalars().all(), firm_seq)
    if user_id not in added:
        return NOTHING_AT_ALL if added else EVERYTHING
    then = masters.master_of(Employee, _fields_at(conn, user_id, firm_seq))
    firm = _fields_at(conn, masters.firm_ids(conn)[0], firm_seq)
    return rights_of(then, role_days_of(firm))


def _fields_at(conn: Connection, master_id: bytes, firm_seq: int) -> dict[str, Value]:
    """A master's fields by the facts that had a place then."""
    first, *changes = masters.facts_about(conn, master_id)
    placed = _placed_up_to(conn, [each.fact_id for each in changes], firm_seq)
    fields = fold_masters([first, *(each for each in changes if each.fact_id in placed)])
    return {name: each.value for name, each in fields.items()}


def _placed_up_to(conn: Connection, fact_ids: Sequence[bytes], firm_seq: int) -> set[bytes]:
    """Of some facts, those that were accepted up to a place."""
    s, found = tables.place.c, set[bytes]()
    for some in chunks(fact_ids):
        then = (s.fact_id.in_(some), s.firm_seq <= firm_seq, s.verdict == "accepted")
        found.update(conn.execute(select(s.fact_id).where(*then, ~is_void())).scalars())
    return found


def after_edits(conn: Connection, employee_id: bytes, change: MasterFact) -> Employee:
    """The employee as one more fact would leave it."""
    facts = [*masters.facts_about(conn, employee_id), change]
    fields = {name: each.value for name, each in fold_masters(facts).items()}
    return masters.master_of(Employee, fields)
