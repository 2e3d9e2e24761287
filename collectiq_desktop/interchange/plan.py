"""The plan of one import: what a dry run tells and a write carries out.

Both steps use the same plan, so that the dry run cannot promise anything
else than the write does. Making it reads the books and writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import FactId, VoucherId
from collectiq_desktop.core.domain.saying import Sentence
from collectiq_desktop.core.services.corrections import CancelVoucher
from collectiq_desktop.core.services.imports import BeginImport, TakeInItem, Taken
from collectiq_desktop.core.services.masters import AmendFirm
from collectiq_desktop.interchange.plan_bills import BillPlan
from collectiq_desktop.interchange.plan_ledgers import AccountPlan, plan_accounts, plan_items
from collectiq_desktop.interchange.plan_openings import OpeningPlan, opening_on_of, plan_openings
from collectiq_desktop.interchange.plan_parties import PartyPlan, plan_parties
from collectiq_desktop.interchange.plan_vouchers import VoucherPlan
from collectiq_desktop.interchange.planned import Planning
from collectiq_desktop.interchange.rows import Reading


class Step(NamedTuple):
    """A command of the plan, the place it comes from, and what it will be."""

    command: object
    where: str = ""
    taken: Taken | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything that one import will do, in the order of doing it."""

    planning: Planning
    reading: Reading
    digest: str
    new_company: str | None
    firm: Firm
    accounts: AccountPlan
    parties: PartyPlan
    items: list[TakeInItem]
    openings: OpeningPlan
    vouchers: VoucherPlan
    withdrawn: dict[VoucherId, Sentence]
    new_types: dict[str, str]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing new, not even a voucher type to remember."""
        return not self.size and not self.new_types

    @property
    def size(self) -> int:
        """How many commands bring something besides the batch itself."""
        many = (
            self.accounts.commands,
            self.parties.commands,
            self.items,
            self.openings.written,
            self.vouchers.chosen,
            self.withdrawn,
        )
        return sum(len(one) for one in many)

    def steps(self) -> Iterator[Step]:
        """The commands: the batch, masters, openings, vouchers by day."""
        planning = self.planning
        if self.new_company is not None:
            yield Step(self._accept_company())
        yield Step(self._begin())
        yield from map(Step, self.accounts.commands)
        for party in self.parties.commands:
            taken = Taken.AMENDED if party.matched_id else Taken.NEW
            yield Step(party, party.party.name, taken)
        for item in self.items:
            yield Step(item, item.item.name)
        for opening, command in zip(
            self.openings.written, self.openings.commands(planning), strict=True
        ):
            yield Step(command, opening.where, opening.taken)
        yield from (Step(*one) for one in self.vouchers.commands())
        for voucher_id, reason in self.withdrawn.items():
            yield Step(
                CancelVoucher(
                    fact_id=FactId(planning.mint()), voucher_id=voucher_id, reason=str(reason)
                )
            )

    def _accept_company(self) -> AmendFirm:
        companies = (*self.firm.companies, self.new_company)
        return AmendFirm(
            fact_id=FactId(self.planning.mint()), changes={"companies": list(companies)}
        )

    def _begin(self) -> BeginImport:
        reading = self.reading
        return BeginImport(
            batch_id=self.planning.batch_id,
            source=reading.source,
            files=reading.files,
            digest=self.digest,
            company=reading.company_name or "",
            company_guid=reading.company_guid or "",
            voucher_types={row.name: row.parent for row in reading.voucher_types},
        )


def make_plan(
    planning: Planning, reading: Reading, *, firm: Firm, new_company: str | None, digest: str
) -> Plan:
    """What an import of the reading will do to these books."""
    tallied = planning.tallied
    tallied.rejected.extend(reading.rejected)
    stopping = {*reading.rejected, *reading.refusals}
    tallied.warnings.extend(one for one in reading.complaints if one not in stopping)
    accounts = plan_accounts(planning, reading.accounts)
    parties = plan_parties(planning, reading.parties)
    items = plan_items(planning, reading.items)
    bills = BillPlan()
    vouchers = VoucherPlan(planning, parties, accounts, bills)
    vouchers.judge(reading.vouchers)
    opening_on = opening_on_of(
        reading.parties,
        books_from_on=reading.books_from_on,
        first_voucher_on=vouchers.first_on,
        today_on=planning.today_on,
    )
    openings = plan_openings(planning, parties.accepted, opening_on)
    bills.settle(planning.lookups, openings.accepted)
    bills.tell(tallied)
    counting = planning.lookups.counting(vouchers.withdrawn)
    types = {row.name: row.parent for row in reading.voucher_types}
    known_types = planning.lookups.voucher_types()
    return Plan(
        planning=planning,
        reading=reading,
        digest=digest,
        new_company=new_company,
        firm=firm,
        accounts=accounts,
        parties=parties,
        items=items,
        openings=openings,
        vouchers=vouchers,
        withdrawn={key: why for key, why in vouchers.withdrawn.items() if key in counting},
        new_types={name: base for name, base in types.items() if known_types.get(name) != base},
    )
