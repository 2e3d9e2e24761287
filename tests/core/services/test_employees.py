"""Employees in the books, and whom parties are assigned to; always an admin is left."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from collectiq_desktop.core.domain.assignments import Part
from collectiq_desktop.core.domain.errors import BadInput, Clash, NotFound, Refused
from collectiq_desktop.core.domain.ids import PartyId, UserId
from collectiq_desktop.core.domain.masters import Edit
from collectiq_desktop.core.domain.roles import Employee, Permission, Role
from collectiq_desktop.core.queries.employees import EmployeeCard, Employees
from collectiq_desktop.core.services.assigning import MOST_PARTIES, AssignParties
from collectiq_desktop.core.services.employees import AddEmployee, AmendEmployee
from collectiq_desktop.core.services.judging import judge_by_books
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.facts import read_fact
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.facts import EmployeeAmended, PartiesAssigned
from tests.core.looking import fact_id, prove
from tests.core.services.elsewhere import Elsewhere
from tests.people import employ
from tests.plain_books import PlainBooks, fresh_books


@pytest.fixture
def plain(tmp_path: Path) -> PlainBooks:
    return fresh_books(tmp_path)


def _names(plain: PlainBooks) -> list[str]:
    return [row.employee.name for row in plain.ask(Employees())]


def test_employees_stand_by_name_with_what_each_may_do(plain: PlainBooks) -> None:
    employ(plain, "Bina", Role.ADMIN)
    asha = employ(plain, "  Asha   Rao ", granted=("cancel",), discount_most_paise=2_000)
    assert _names(plain) == ["Asha Rao", "Bina"]
    card = plain.ask(EmployeeCard(employee_id=asha))
    assert card.rights.may(Permission.CANCEL)
    assert card.rights.discount_most_paise == 2_000
    prove(plain)


def test_the_first_employee_is_an_admin(plain: PlainBooks) -> None:
    with pytest.raises(Refused, match="must be an admin") as refused:
        employ(plain, "Asha", Role.CLERK)
    assert refused.value.field == "role"
    assert _names(plain) == []


def test_two_employees_never_have_one_name(plain: PlainBooks) -> None:
    employ(plain, "Asha", Role.ADMIN)
    with pytest.raises(Clash, match="ASHA already"):
        employ(plain, "ASHA")
    bina = employ(plain, "Bina")
    with pytest.raises(Clash):
        plain.run(AmendEmployee(fact_id=fact_id(plain), employee_id=bina, changes={"name": "asha"}))


@pytest.mark.parametrize(
    "changes",
    [{"is_active": False}, {"role": "clerk"}, {"taken": ("manage_employees",)}],
    ids=["deactivated", "made clerk", "right taken"],
)
def test_the_last_admin_stays(plain: PlainBooks, changes: dict[str, object]) -> None:
    asha = employ(plain, "Asha", Role.ADMIN)
    change = AmendEmployee(fact_id=fact_id(plain), employee_id=asha, changes=changes)
    with pytest.raises(Refused, match="Asha is the last admin"):
        plain.run(change)
    plain.books.acting = employ(plain, "Bina", Role.ADMIN)
    plain.run(change)
    assert plain.ask(EmployeeCard(employee_id=asha)).employee != Employee(name="Asha", role="admin")
    prove(plain)


def test_an_employee_who_left_is_kept(plain: PlainBooks) -> None:
    employ(plain, "Asha", Role.ADMIN)
    bina = employ(plain, "Bina")
    plain.run(AmendEmployee(fact_id=fact_id(plain), employee_id=bina, changes={"is_active": False}))
    assert _names(plain) == ["Asha"]
    assert len(plain.ask(Employees(with_inactive=True))) == 2
    assert not plain.ask(EmployeeCard(employee_id=bina)).rights.permissions


def test_what_is_not_there_or_no_field_is_refused(plain: PlainBooks) -> None:
    asha = employ(plain, "Asha", Role.ADMIN)
    nobody = UserId(b"?" * 16)
    with pytest.raises(NotFound):
        plain.run(AmendEmployee(fact_id=fact_id(plain), employee_id=nobody, changes={}))
    with pytest.raises(NotFound):
        plain.ask(EmployeeCard(employee_id=nobody))
    salary = AmendEmployee(fact_id=fact_id(plain), employee_id=asha, changes={"salary": 5})
    with pytest.raises(BadInput, match="salary"):
        plain.run(salary)


def test_a_command_sent_twice_is_carried_out_once(plain: PlainBooks) -> None:
    asha = employ(plain, "Asha", Role.ADMIN)
    again = AddEmployee(employee_id=asha, employee=Employee(name="Asha", role="admin"))
    assert plain.run(again) == asha
    change = AmendEmployee(fact_id=fact_id(plain), employee_id=asha, changes={"phone": "1"})
    assert plain.run(change) == plain.run(change) == asha
    assert _names(plain) == ["Asha"]


# What another counter says ---------------------------------------------------


def test_of_two_admins_who_put_each_other_out_the_first_in_the_order_stands(
    plain: PlainBooks,
) -> None:
    asha, bina = employ(plain, "Asha", Role.ADMIN), employ(plain, "Bina", Role.ADMIN)
    plain.run(AmendEmployee(fact_id=fact_id(plain), employee_id=asha, changes={"is_active": False}))
    theirs = EmployeeAmended(employee_id=bina, edits={"is_active": Edit(False, bina)})
    with plain.books.writing() as (writer, _context):
        fact = read_fact(writer.conn, bina)
        assert fact is not None
        judged = judge_by_books(writer, fact._replace(fact_id=fact_id(plain)), theirs)
    assert (judged.verdict, judged.reason) == ("overruled", "last_admin")


def test_a_change_of_rights_moves_with_its_place_and_goes_with_its_verdict(
    plain: PlainBooks,
) -> None:
    employ(plain, "Asha", Role.ADMIN)
    bina = employ(plain, "Bina")
    elsewhere = Elsewhere(plain)
    plain.run(AmendEmployee(fact_id=fact_id(plain), employee_id=bina, changes={"role": "agent"}))
    elsewhere.place_own("held")
    assert _names(plain) == []
    with plain.books.reading() as conn:
        assert not conn.execute(select(tables.employee)).all()


def test_a_held_change_leaves_the_employee_as_before(plain: PlainBooks) -> None:
    employ(plain, "Asha", Role.ADMIN)
    bina = employ(plain, "Bina")
    elsewhere = Elsewhere(plain)
    elsewhere.place_own()
    plain.run(AmendEmployee(fact_id=fact_id(plain), employee_id=bina, changes={"role": "agent"}))
    assert plain.ask(EmployeeCard(employee_id=bina)).employee.role == "agent"
    elsewhere.place_own("held")
    assert plain.ask(EmployeeCard(employee_id=bina)).employee.role == "clerk"
    prove(plain)


# Assignment --------------------------------------------------------------------


def _agents(plain: PlainBooks, party_id: bytes) -> dict[bytes, bool]:
    a = tables.assignment.c
    with plain.books.reading() as conn:
        rows = conn.execute(select(a.agent_id, a.is_main).where(a.party_id == party_id))
        return {row.agent_id: bool(row.is_main) for row in rows}


def test_parties_are_assigned_and_handed_over(plain: PlainBooks) -> None:
    """
    party  Ganesh
    party  Sai
    """
    plain.write(test_parties_are_assigned_and_handed_over.__doc__ or "")
    employ(plain, "Asha", Role.ADMIN)
    ravi, meena = employ(plain, "Ravi", Role.AGENT), employ(plain, "Meena", Role.AGENT)
    both = (plain.parties["Ganesh"], plain.parties["Sai"])
    plain.run(AssignParties(fact_id=fact_id(plain), agent_id=ravi, party_ids=both))
    assert [row.parties_count for row in plain.ask(Employees())] == [0, 0, 2]
    beside = AssignParties(
        fact_id=fact_id(plain), agent_id=meena, party_ids=both[:1], part=Part.OTHER
    )
    plain.run(beside)
    assert _agents(plain, both[0]) == {ravi: True, meena: False}
    plain.run(AssignParties(fact_id=fact_id(plain), agent_id=meena, party_ids=both))
    assert _agents(plain, both[0]) == _agents(plain, both[1]) == {meena: True}
    away = AssignParties(fact_id=fact_id(plain), agent_id=meena, party_ids=both[1:], part=Part.NONE)
    plain.run(away)
    assert _agents(plain, both[1]) == {}
    assert plain.run(away) == away.fact_id
    prove(plain)


def test_an_assignment_without_effect_is_taken_back(plain: PlainBooks) -> None:
    employ(plain, "Asha", Role.ADMIN)
    ravi, meena = employ(plain, "Ravi", Role.AGENT), employ(plain, "Meena", Role.AGENT)
    party = (plain.party_id("Ganesh"),)
    elsewhere = Elsewhere(plain)
    elsewhere.place_own()
    plain.run(AssignParties(fact_id=fact_id(plain), agent_id=ravi, party_ids=party))
    elsewhere.place_first(PartiesAssigned(agent_id=meena, party_ids=party), b"t" * 16)
    assert _agents(plain, party[0]) == {ravi: True}
    elsewhere.place_own("held")
    assert _agents(plain, party[0]) == {meena: True}
    prove(plain)


def test_nobody_is_assigned_what_or_to_whom_is_not_there(plain: PlainBooks) -> None:
    employ(plain, "Asha", Role.ADMIN)
    ravi = employ(plain, "Ravi", Role.AGENT)
    party = plain.party_id("Ganesh")

    def assign(agent_id: UserId = ravi, *party_ids: PartyId) -> AssignParties:
        return AssignParties(fact_id=fact_id(plain), agent_id=agent_id, party_ids=party_ids)

    with pytest.raises(NotFound, match="employee"):
        plain.run(assign(UserId(b"?" * 16), party))
    with pytest.raises(NotFound, match="party"):
        plain.run(assign(ravi, party, PartyId(b"?" * 16)))
    with pytest.raises(BadInput, match="at least one"):
        plain.run(assign(ravi))
    with pytest.raises(BadInput, match="At most"):
        plain.run(assign(ravi, *[party] * (MOST_PARTIES + 1)))
    left = {"is_active": False}
    plain.run(AmendEmployee(fact_id=fact_id(plain), employee_id=ravi, changes=left))
    with pytest.raises(Refused, match="Ravi has left"):
        plain.run(assign(ravi, party))


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (EmployeeAmended(employee_id=UserId(b"?" * 16), edits={}), "missing_base"),
        (PartiesAssigned(agent_id=UserId(b"?" * 16), party_ids=()), "missing_base"),
    ],
    ids=["change", "assignment"],
)
def test_what_names_nobody_waits_at_the_server(
    plain: PlainBooks, body: EmployeeAmended | PartiesAssigned, reason: str
) -> None:
    asha = employ(plain, "Asha", Role.ADMIN)
    with plain.books.reading() as conn:
        fact = read_fact(conn, asha)
        assert fact is not None
        judged = judge_by_books(Writer(conn), fact, body)
    assert (judged.verdict, judged.reason, judged.waits_for) == ("held", reason, b"?" * 16)


def test_an_assignment_waits_for_its_party(plain: PlainBooks) -> None:
    asha = employ(plain, "Asha", Role.ADMIN)
    body = PartiesAssigned(agent_id=asha, party_ids=(PartyId(b"?" * 16),))
    with plain.books.reading() as conn:
        fact = read_fact(conn, asha)
        assert fact is not None
        judged = judge_by_books(Writer(conn), fact, body)
    assert (judged.verdict, judged.reason) == ("held", "missing_party")
