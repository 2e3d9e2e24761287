from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.roles import (
    EVERYTHING,
    NOTHING_AT_ALL,
    Employee,
    Permission,
    Role,
    check_employee,
    is_keeper,
    rights_of,
    rights_of_role,
    role_days_of,
)

words = st.sampled_from([*Permission, "of_a_newer_program"])
sets_of_words = st.lists(words, max_size=6).map(tuple)


@given(st.sampled_from(Role), sets_of_words, sets_of_words)
def test_what_was_taken_is_gone_and_what_was_granted_is_there(
    role: Role, granted: tuple[str, ...], taken: tuple[str, ...]
) -> None:
    rights = rights_of(Employee(name="A", role=role, granted=granted, taken=taken))
    for permission in Permission:
        usual = rights_of_role(role).may(permission)
        assert rights.may(permission) == (
            (usual or permission in granted) and permission not in taken
        )


@pytest.mark.parametrize(
    "employee",
    [
        Employee(name="A", role="admin", is_active=False),
        Employee(name="A", role="owner of a newer program", granted=tuple(Permission)),
    ],
)
def test_who_has_left_or_has_a_role_of_a_newer_program_may_do_nothing(employee: Employee) -> None:
    assert rights_of(employee) == NOTHING_AT_ALL


def test_an_agent_sees_neither_all_parties_nor_totals_and_an_accountant_posts_nothing() -> None:
    agent, accountant = rights_of_role(Role.AGENT), rights_of_role(Role.ACCOUNTANT)
    assert not agent.sees_all_parties
    assert not agent.may(Permission.SEE_TOTALS)
    assert accountant.sees_all_parties
    reads = {
        Permission.SEE_ALL_PARTIES,
        Permission.SEE_TOTALS,
        Permission.SEE_EDIT_LOG,
        Permission.EXPORT,
    }
    assert accountant.permissions == reads
    assert rights_of_role(Role.ADMIN) == EVERYTHING


def test_a_limit_of_the_employee_goes_before_that_of_the_role() -> None:
    clerk = Employee(name="A", discount_most_paise=0, back_date_most_days=90)
    rights = rights_of(clerk)
    assert (rights.discount_most_paise, rights.back_date_most_days) == (0, 90)
    assert rights.write_off_most_paise == rights_of_role(Role.CLERK).write_off_most_paise


def test_the_firms_days_go_before_the_roles_and_after_the_employees() -> None:
    days = role_days_of({"clerk_back_date_days": 2, "agent_back_date_days": None, "name": "F"})
    assert rights_of(Employee(name="A"), days).back_date_most_days == 2
    assert rights_of(Employee(name="A", back_date_most_days=5), days).back_date_most_days == 5
    usual = rights_of_role(Role.AGENT).back_date_most_days
    assert rights_of_role(Role.AGENT, days).back_date_most_days == usual
    assert rights_of(Employee(name="A", role="admin"), days) == EVERYTHING


def test_only_who_has_all_that_is_given_covers_it() -> None:
    clerk = rights_of_role(Role.CLERK)
    assert EVERYTHING.covers(clerk)
    assert clerk.covers(clerk)
    assert not clerk.covers(EVERYTHING)
    assert not clerk.covers(replace(clerk, is_admin=True))
    assert not clerk.covers(replace(clerk, discount_most_paise=clerk.discount_most_paise + 1))


def test_a_keeper_is_an_active_admin_who_manages_employees() -> None:
    admin = Employee(name="A", role="admin")
    assert is_keeper(admin)
    assert not is_keeper(replace(admin, taken=("manage_employees",)))
    assert not is_keeper(replace(admin, is_active=False))
    assert not is_keeper(Employee(name="A", granted=("manage_employees",)))


@pytest.mark.parametrize(
    ("employee", "field"),
    [
        (Employee(name=" "), "name"),
        (Employee(name="A", role="owner"), "role"),
        (Employee(name="A", granted=("fly",)), "granted"),
        (Employee(name="A", taken=("fly",)), "taken"),
        (Employee(name="A", discount_most_paise=-1), "discount_most_paise"),
        (Employee(name="A", back_date_most_days=1 << 60), "back_date_most_days"),
    ],
)
def test_what_cannot_be_right_is_refused_at_its_field(employee: Employee, field: str) -> None:
    with pytest.raises(BadInput) as refused:
        check_employee(employee)
    assert refused.value.field == field
