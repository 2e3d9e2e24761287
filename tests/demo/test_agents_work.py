"""The demo firm shows every side of chasing money, in the names of who did it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.cheques import ChequeState
from collectiq_desktop.core.domain.promises import PromiseState
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.domain.visits import Outcome
from collectiq_desktop.core.queries.beats import BeatPlans
from collectiq_desktop.core.queries.cheques import ChequeRegister
from collectiq_desktop.core.queries.custody import Custody, Handovers
from collectiq_desktop.core.queries.employees import EmployeeRow, Employees
from collectiq_desktop.core.queries.parties import PartyCard, PartyList
from collectiq_desktop.core.queries.promises import Promises
from collectiq_desktop.core.queries.reminders import RemindersOpened
from collectiq_desktop.core.queries.runsheets import RunSheets
from collectiq_desktop.core.queries.statements import PartyStatement
from collectiq_desktop.core.queries.visits import Visits
from collectiq_desktop.core.queries.vouchers import VoucherCard
from collectiq_desktop.core.services.signing_in import sign_in
from collectiq_desktop.core.storage import collecting_tables
from collectiq_desktop.demo.making import DemoFirm, DemoPlan, make_demo_firm
from collectiq_desktop.demo.naming import DEMO_PASSWORD
from collectiq_desktop.paths import resources_folder
from tests.fakes import CountingIds, FixedClock

SUNDAY, WEDNESDAY = date(2026, 11, 22), date(2026, 11, 25)


def made(path: Path, on: date, *, parties: int = 60, vouchers: int = 2_000) -> DemoFirm:
    clock = FixedClock()
    clock.set_today(on)
    return make_demo_firm(
        path,
        DemoPlan(parties_count=parties, vouchers_count=vouchers, seed=1),
        outside=Surroundings(clock=clock, ids=CountingIds()),
        words_folder=resources_folder() / "demo",
        progress=lambda _done, _total: None,
    )


def opened(path: Path, on: date) -> Books:
    clock = FixedClock()
    clock.set_today(on)
    return Books.open(path, Surroundings(clock=clock, ids=CountingIds(start=10**6)))


@pytest.fixture(scope="module", params=[SUNDAY, WEDNESDAY], ids=["Sunday", "Wednesday"])
def demo(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Books]:
    path = tmp_path_factory.mktemp("demo") / "demo.collectiq"
    made(path, request.param)
    books = opened(path, request.param)
    yield books
    books.close()


def people(books: Books, role: Role) -> list[EmployeeRow]:
    return [row for row in books.ask(Employees()) if row.employee.role == role]


def test_its_people_have_every_role_and_the_owner_needs_no_sign_in(demo: Books) -> None:
    counts = Counter(row.employee.role for row in demo.ask(Employees()))
    assert counts == {"admin": 1, "clerk": 1, "accountant": 1, "agent": 2}
    assert people(demo, Role.ADMIN)[0].employee_id == demo.identity.user_id
    for row in demo.ask(Employees()):
        found = sign_in(demo, row.employee.name, DEMO_PASSWORD)
        assert found.employee_id == row.employee_id


def test_agents_see_their_own_parties_of_planned_beats(demo: Books) -> None:
    plans = {plan.beat: plan for plan in demo.ask(BeatPlans())}
    for agent in people(demo, Role.AGENT):
        mine = demo.ask(PartyList(limit=100), by=agent.employee_id).rows
        assert 0 < len(mine) == agent.parties_count < 60
        assert all(plans[row.beat].weekdays for row in mine)


def test_cheques_stand_everywhere_they_can(demo: Books) -> None:
    sheet = demo.ask(ChequeRegister(ended_from_on=date(2024, 1, 1)))
    counts = Counter(line.state for line in sheet.lines)
    for state in (
        ChequeState.IN_HAND,
        ChequeState.DEPOSITED,
        ChequeState.CLEARED,
        ChequeState.BOUNCED,
    ):
        assert counts[state], state
    assert counts[ChequeState.CLEARED] > 5 * counts[ChequeState.IN_HAND]
    waiting = [line for line in sheet.lines if line.state is ChequeState.IN_HAND]
    assert any(line.cheque_on > sheet.today_on and not line.receipt_number for line in waiting)
    assert any(line.receipt_number for line in waiting)


def test_promises_are_kept_part_kept_broken_and_open(demo: Books) -> None:
    states = {line.state for line in demo.ask(Promises()).lines}
    assert states == set(PromiseState)


def test_sheets_are_closed_but_those_under_way(demo: Books) -> None:
    sheets = demo.ask(RunSheets())
    last_on = max(sheet.on for sheet in sheets)
    under_way = [sheet for sheet in sheets if sheet.closed_on is None]
    assert len(sheets) > 10
    assert {sheet.on for sheet in under_way} == {last_on}
    assert any(0 < sheet.ended_count < sheet.rows_count for sheet in under_way)
    closed = [sheet for sheet in sheets if sheet.closed_on is not None]
    assert all(sheet.ended_count == sheet.rows_count for sheet in closed)
    assert 0 < sum(s.received_paise for s in closed) < sum(s.expected_paise for s in closed)


def test_visits_tell_every_outcome_and_come_from_agents(demo: Books) -> None:
    visits = demo.ask(Visits(from_on=date(2026, 10, 1)))
    assert {visit.outcome for visit in visits} == {each.value for each in Outcome}
    assert {visit.agent for visit in visits} == {
        row.employee.name for row in people(demo, Role.AGENT)
    }


def test_whose_shop_was_shut_was_reminded(demo: Books) -> None:
    visits = demo.ask(Visits(from_on=date(2026, 10, 1)))
    shut = {(each.party_id, each.on) for each in visits if each.outcome == Outcome.SHUT.value}
    opened = demo.ask(RemindersOpened(from_on=date(2026, 10, 1)))
    assert {(each.party_id, each.on) for each in opened} == shut
    assert shut


def test_cash_was_counted_in_and_once_a_note_was_missing(demo: Books) -> None:
    handovers = demo.ask(Handovers())
    assert [line.short_paise for line in handovers if line.short_paise] == [500_00]
    assert {line.counted_by for line in handovers} == {people(demo, Role.CLERK)[0].employee.name}
    assert all(line.is_agreed for line in handovers)
    custody = demo.ask(Custody())
    assert sum(each.held_paise for each in custody.agents) > 0


def test_one_party_passed_its_limit_because_the_owner_let_it(demo: Books) -> None:
    allowed = collecting_tables.credit_allowed.c
    with demo.reading() as conn:
        (row,) = conn.execute(select(allowed.party_id, allowed.voucher_id)).all()
    number = demo.ask(VoucherCard(voucher_id=row.voucher_id)).number
    party = demo.ask(PartyCard(party_id=row.party_id)).party
    lines = demo.ask(PartyStatement(party_id=row.party_id)).lines
    (balance_paise,) = [line.balance_paise for line in lines if line.number == number]
    assert party.stops_at_limit
    assert 0 < party.credit_limit_paise < balance_paise


def test_it_verifies(demo: Books) -> None:
    verification = demo.verify()
    assert verification.ok, verification.checks


def test_a_small_firm_has_its_people_and_no_rounds(tmp_path: Path) -> None:
    firm = made(tmp_path / "small", WEDNESDAY, parties=20, vouchers=100)
    assert firm.vouchers_count == 100
    assert firm.done["AddEmployee"] == 5
    assert firm.done["IssueRunSheet"] == 0
    assert firm.owner
