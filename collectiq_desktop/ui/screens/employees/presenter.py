"""Employees: the list, one of them as it is typed, and what is saved. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, NamedTuple, Protocol

from collectiq_desktop.core.domain.errors import BadInput, CollectIQError
from collectiq_desktop.core.domain.ids import FactId, UserId
from collectiq_desktop.core.domain.roles import (
    Employee,
    Permission,
    Rights,
    Role,
    RoleDays,
    rights_of,
    rights_of_role,
    role_days_of,
    role_of,
)
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.assignments import AssignmentLine, Assignments
from collectiq_desktop.core.queries.employees import EmployeeRow, Employees
from collectiq_desktop.core.queries.firm import FirmCard, FirmDetails
from collectiq_desktop.core.services.employees import AddEmployee, AmendEmployee
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.employees.leaving import handed_over, turned
from collectiq_desktop.ui.screens.employees.recovering import CodeView, make_code

SAVED = QT_TRANSLATE_NOOP("Sentence", "Saved; what it permits holds at once.")
NOTHING_CHANGED = QT_TRANSLATE_NOOP("Sentence", "Nothing was changed.")
FIRST_SAVED = QT_TRANSLATE_NOOP(
    "Sentence", "You are the admin. From now on everybody signs in; Ctrl+L signs you out."
)
PASSWORD_NEEDED = QT_TRANSLATE_NOOP(
    "Sentence", "The first admin needs a password; nobody else could set one later."
)
LEFT = QT_TRANSLATE_NOOP("Sentence", "Has left and signs in no more; the parties were handed over.")
_KEY, _PARTIES = "employees", "employees parties"


class RightLine(NamedTuple):
    """One permission of the employee that is shown.

    `is_usual` of what the role has by itself.
    """

    permission: Permission
    is_permitted: bool
    is_usual: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What stands in the fields; a limit that is empty is the role's own."""

    name: str = ""
    phone: str = ""
    role: str = Role.CLERK.value
    discount_most_paise: int | None = None
    write_off_most_paise: int | None = None
    back_date_most_days: int | None = None
    password: str = ""


class EmployeesView(CodeView, Protocol):
    """What the presenter tells the screen."""

    def show_employees(self, rows: Sequence[EmployeeRow], at: int | None) -> None:
        """The list, and where one stands in it at first."""
        ...

    def show_typed(self, typed: Typed, *, is_new: bool, is_first: bool) -> None:
        """What stands in the fields."""
        ...

    def show_rights(self, lines: Sequence[RightLine], usual: Rights) -> None:
        """What the employee may do, and the limits of the role."""
        ...

    def ask_heir(self, leaver: EmployeeRow, heirs: Sequence[EmployeeRow]) -> None:
        """Who shall have the parties of somebody who leaves."""
        ...

    def show_done(self, sentence: str) -> None:
        """What was saved."""
        ...


class EmployeesPresenter:
    """One employee at a time."""

    def __init__(self, view: EmployeesView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._rows: tuple[EmployeeRow, ...] = ()
        self._with_inactive = False
        self._shown: EmployeeRow | None = None
        self._granted: frozenset[str] = frozenset()
        self._taken: frozenset[str] = frozenset()
        self._role = Role.CLERK
        self._days: RoleDays = {}

    @property
    def _is_first(self) -> bool:
        session = self._kit.session
        return not self._rows and session is not None and not session.is_needed

    def begin(self) -> None:
        """Ask for the list."""

        def took_firm(details: FirmDetails) -> None:
            # What the firm says of the roles stands in grey where the employee has no own limit.
            self._days = role_days_of(asdict(details.firm))
            self.show_role(self._role.value)

        self._kit.work.ask(FirmCard(), key=(self, "firm"), done=took_firm)
        ask = Employees(with_inactive=self._with_inactive)
        self._kit.work.ask(ask, key=_KEY, done=self._took)

    def show_inactive(self) -> None:
        """Show also those who left, or no more."""
        self._with_inactive = not self._with_inactive
        self.begin()

    def _took(self, rows: tuple[EmployeeRow, ...]) -> None:
        self._rows = rows
        is_first_look = self._shown is None
        self._view.show_employees(rows, _own_row(rows, self._kit) if is_first_look else None)
        known = {row.employee_id: row for row in rows}
        if self._shown is not None and self._shown.employee_id in known:
            self.choose(known[self._shown.employee_id])
        elif not rows:
            self.begin_new()
        elif self._shown is None:
            self.choose(rows[_own_row(rows, self._kit)])

    def choose(self, row: EmployeeRow) -> None:
        """Show one employee in the fields."""
        self._shown = row
        employee = row.employee
        self._granted, self._taken = frozenset(employee.granted), frozenset(employee.taken)
        typed = Typed(
            name=employee.name,
            phone=employee.phone,
            role=employee.role,
            discount_most_paise=employee.discount_most_paise,
            write_off_most_paise=employee.write_off_most_paise,
            back_date_most_days=employee.back_date_most_days,
        )
        self._view.show_typed(typed, is_new=False, is_first=False)
        self.show_role(employee.role)

    def begin_new(self) -> None:
        """Empty fields for one more; the first one is an admin."""
        self._shown = None
        self._granted = self._taken = frozenset()
        role = Role.ADMIN if self._is_first else Role.CLERK
        self._view.show_typed(Typed(role=role.value), is_new=True, is_first=self._is_first)
        self.show_role(role.value)

    def show_role(self, role: str) -> None:
        """What the role permits, with what was granted and taken."""
        self._role = role_of(role) or Role.ACCOUNTANT
        usual = rights_of_role(self._role, self._days)
        mine = rights_of(self._with_rights(Employee(name="?", role=self._role.value)))
        lines = [RightLine(each, mine.may(each), usual.may(each)) for each in Permission]
        self._view.show_rights(lines, usual)

    def _with_rights(self, employee: Employee) -> Employee:
        granted, taken = tuple(sorted(self._granted)), tuple(sorted(self._taken))
        return replace(employee, granted=granted, taken=taken)

    def toggle(self, line: RightLine) -> None:
        """Grant what is not permitted, or take what is."""
        word = {line.permission.value}
        if line.is_permitted:
            self._granted -= word
            self._taken = self._taken | word if line.is_usual else self._taken - word
        else:
            self._taken -= word
            self._granted = self._granted if line.is_usual else self._granted | word
        self.show_role(self._role.value)

    def save(self, typed: Typed) -> None:
        """Put what stands in the fields into the books."""
        employee = self._with_rights(
            Employee(
                name=typed.name,
                phone=typed.phone,
                role=typed.role,
                discount_most_paise=typed.discount_most_paise,
                write_off_most_paise=typed.write_off_most_paise,
                back_date_most_days=typed.back_date_most_days,
            )
        )
        if self._shown is None:
            self._add(employee, typed.password)
        else:
            self._amend(self._shown, employee, typed.password)

    def _add(self, employee: Employee, password: str) -> None:
        def began() -> None:
            self._kit.navigation.go(Place(screen="employees"))
            self._kit.navigation.say(FIRST_SAVED)
            make_code(self._view, self._kit)

        employee_id = UserId(self._kit.ids.mint())
        command = AddEmployee(employee_id=employee_id, employee=employee)
        session = self._kit.session
        if not self._is_first or session is None:
            self._run(command, employee_id, password)
        elif not password:
            self._view.show_problem("password", PASSWORD_NEEDED)
        else:
            session.begin_with(command, password, done=began, failed=self._refused)

    def _amend(self, row: EmployeeRow, employee: Employee, password: str) -> None:
        old = row.employee
        # What no field shows stays.
        wanted = replace(
            employee,
            branches=old.branches,
            is_active=old.is_active,
            recoveries_count=old.recoveries_count,
        )
        changes: dict[str, Any] = {
            name: getattr(wanted, name)
            for name in Employee.__dataclass_fields__
            if getattr(wanted, name) != getattr(old, name)
        }
        if changes:
            command = AmendEmployee(
                fact_id=FactId(self._kit.ids.mint()),
                employee_id=row.employee_id,
                changes=changes,
            )
            self._run(command, row.employee_id, password)
        elif password:
            self._set_password(row.employee_id, password)
        else:
            self._view.show_done(NOTHING_CHANGED)

    def leave_or_return(self) -> None:
        """Let the employee leave, who can sign in no more; or come back.

        Who has parties is let go with `hand_over`, once it is known who takes them.
        """
        row = self._shown
        if row is None:
            return
        if row.employee.is_active and row.parties_count:
            others = [
                each
                for each in self._rows
                if each.employee.is_active and each.employee_id != row.employee_id
            ]
            others.sort(key=lambda each: each.employee.role != Role.AGENT)
            self._view.ask_heir(row, others)
        else:
            self._run(turned(row, self._kit.ids), row.employee_id, "")

    def hand_over(self, heir_id: UserId | None) -> None:
        """Let the employee leave, and give the parties to another in the same step.

        With nobody to take them they stay without a working agent.
        """
        row = self._shown
        if row is None or not row.employee.is_active:
            return
        if heir_id is None:
            self._run(turned(row, self._kit.ids), row.employee_id, "")
            return

        def took(lines: tuple[AssignmentLine, ...]) -> None:
            self._kit.work.run(
                handed_over(row, heir_id, lines, self._kit.ids),
                done=lambda _result: self._saved(LEFT),
                failed=self._refused,
                initiator=self,
            )

        ask = Assignments(agent_id=row.employee_id, with_inactive=True)
        self._kit.work.ask(ask, key=_PARTIES, done=took, failed=self._refused)

    def _run(self, command: object, employee_id: UserId, password: str) -> None:
        def done(_result: object) -> None:
            if password:
                self._set_password(employee_id, password)
            else:
                self._saved()

        self._kit.work.run(command, done=done, failed=self._refused, initiator=self)

    def _set_password(self, employee_id: UserId, password: str) -> None:
        session = self._kit.session
        if session is not None:
            session.set_password(
                employee_id, password, done=self._saved, failed=self._password_refused
            )

    def _password_refused(self, error: CollectIQError) -> None:
        """The rest is saved; the password alone is not."""
        self.begin()
        self._refused(error)

    def _saved(self, sentence: str = SAVED) -> None:
        self._view.show_done(sentence)
        self.begin()

    def _refused(self, error: CollectIQError) -> None:
        self._view.show_problem(error.field or "", error.message)


def _own_row(rows: Sequence[EmployeeRow], kit: Kit) -> int:
    """Where whoever has signed in stands in the list."""
    who = kit.session.who if kit.session is not None else None
    ids = [row.employee_id for row in rows]
    return ids.index(who.employee_id) if who is not None and who.employee_id in ids else 0


def days_of(text: str) -> int | None:
    """The days that were typed; empty is the role's own.

    Raises:
        BadInput: they are no whole number.
    """
    if not text:
        return None
    if not text.isascii() or not text.isdecimal():
        raise BadInput(say("Type whole days, such as 7."), field="back_date_most_days")
    return int(text)
