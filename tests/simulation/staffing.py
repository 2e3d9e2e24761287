"""A simulated firm and its people: it hires, counts in cash, gives and takes rights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from collectiq_desktop.core.domain.ids import FactId, UserId, VoucherId
from collectiq_desktop.core.domain.roles import Employee, Role
from collectiq_desktop.core.domain.vouchers import Pieces
from collectiq_desktop.core.services.assigning import AssignParties
from collectiq_desktop.core.services.custody import CountInCash, SignCash
from collectiq_desktop.core.services.employees import AddEmployee, AmendEmployee
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.services.runsheets import CloseRunSheet, IssueRunSheet
from collectiq_desktop.core.storage import collecting_tables, tables
from collectiq_desktop.core.wire.collecting import SheetRow
from tests.simulation.collecting import Hands

if TYPE_CHECKING:
    from tests.simulation.shops import Counter

CLERK, AGENT = UserId(b"clerk of the sim"), UserId(b"agent of the sim")


class People(Hands):
    """The agent's cash and rounds, and the rights that the admin gives and takes."""

    DEEDS = (
        "cash_by_agent",
        "cash_by_agent",
        "count_in",
        "sign",
        "issue_sheet",
        "close_sheet",
        "assign",
        "change_rights",
    )

    def hire(self, counter: Counter, admin: UserId) -> tuple[UserId, ...]:
        """An admin, a clerk and an agent; gives who may sign in."""
        for employee_id, role in ((admin, Role.ADMIN), (CLERK, Role.CLERK), (AGENT, Role.AGENT)):
            employee = Employee(name=f"The {role}", role=role)
            counter.books.run(AddEmployee(employee_id=employee_id, employee=employee))
        return (admin, admin, CLERK, AGENT)

    def cash_by_agent(self, counter: Counter) -> None:
        counter.books.run(
            RecordReceipt(
                voucher_id=VoucherId(counter.books.mint_id()),
                party_id=self.work.party(counter),
                amount_paise=self.dice.randint(1, 400),
                agent_id=AGENT,
            )
        )

    def count_in(self, counter: Counter) -> None:
        counted = (Pieces(1, self.dice.randrange(5)),)
        voucher_id = VoucherId(counter.books.mint_id())
        counter.books.run(CountInCash(voucher_id=voucher_id, agent_id=AGENT, counted=counted))

    def sign(self, counter: Counter) -> None:
        v = tables.voucher.c
        with counter.books.reading() as conn:
            counted = conn.execute(select(v.voucher_id).where(v.kind == "K")).scalars()
            known = set(counted)
        counter.books.run(
            SignCash(
                fact_id=FactId(counter.books.mint_id()),
                voucher_id=VoucherId(self._one_of(known)),
                is_agreed=self.dice.random() < 0.7,
            )
        )

    def issue_sheet(self, counter: Counter) -> None:
        rows = (SheetRow(self.work.party(counter), self.dice.randint(1, 300)),)
        fact_id = FactId(counter.books.mint_id())
        counter.books.run(IssueRunSheet(fact_id=fact_id, agent_id=AGENT, rows=rows))

    def close_sheet(self, counter: Counter) -> None:
        sheet_id = self._one_of(self._ids(counter, collecting_tables.run_sheet.c.fact_id))
        fact_id = FactId(counter.books.mint_id())
        counter.books.run(CloseRunSheet(fact_id=fact_id, sheet_id=FactId(sheet_id)))

    def assign(self, counter: Counter) -> None:
        party_ids = (self.work.party(counter),)
        fact_id = FactId(counter.books.mint_id())
        counter.books.run(AssignParties(fact_id=fact_id, agent_id=AGENT, party_ids=party_ids))

    def change_rights(self, counter: Counter) -> None:
        """The clerk rises and falls, or is let go and taken on again."""
        changes = self.dice.choice(
            (
                {"role": Role.ADMIN},
                {"role": Role.CLERK},
                {"is_active": False},
                {"is_active": True, "role": Role.ADMIN},
            )
        )
        fact_id = FactId(counter.books.mint_id())
        counter.books.run(AmendEmployee(fact_id=fact_id, employee_id=CLERK, changes=changes))
