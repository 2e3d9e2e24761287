"""Opening bills and opening balances of parties as vouchers.

One voucher for each bill, under the bill's own number and date; one more for
what no bill explains, on the last day before the books begin.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from collectiq_desktop.core.domain.calendar import financial_year_of
from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.ids import FactId, VoucherId
from collectiq_desktop.core.domain.posting import opening_postings
from collectiq_desktop.core.domain.vouchers import BillOpened, Voucher, VoucherKind, check_voucher
from collectiq_desktop.core.queries.import_lookups import KnownOrigin
from collectiq_desktop.core.services.imports import TakeInVoucher, Taken
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.planned import PlannedParty, Planning
from collectiq_desktop.interchange.rows import OpeningBillRow, PartyRow
from collectiq_desktop.interchange.tally.groups import key_of

ON_ACCOUNT_NUMBER = "OPENING"
_ONE_DAY = timedelta(days=1)
_FIRST_BILL = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedOpening:
    """One opening voucher; without a bill it is what stands on account."""

    fact_id: FactId
    voucher_id: VoucherId
    origin_key: str
    where: str
    party: PlannedParty
    amount_paise: int
    on: date
    bill: OpeningBillRow | None
    taken: Taken = Taken.NEW

    @property
    def change(self) -> str:
        """A digest of what the source says; our own choice of day is no part of it."""
        bill = self.bill
        said = (self.amount_paise, bill and (bill.bill_on, bill.due_on))
        return "h" + hashlib.blake2b(repr(said).encode(), digest_size=8).hexdigest()

    def voucher(self) -> Voucher:
        """The voucher as it is posted."""
        bills: tuple[BillOpened, ...] = ()
        if self.bill is not None:
            days = (self.bill.bill_on, self.bill.due_on)
            bills = (BillOpened(_FIRST_BILL, self.bill.number, self.amount_paise, *days),)
        return Voucher(
            kind=VoucherKind.OPENING_BILL,
            number=self.bill.number if self.bill else ON_ACCOUNT_NUMBER,
            on=self.on,
            party_id=self.party.party_id,
            postings=opening_postings(self.amount_paise),
            bills=bills,
        )


class OpeningPlan(NamedTuple):
    """Every opening that is accepted, and those of them to be written."""

    accepted: list[PlannedOpening]
    written: list[PlannedOpening]

    def commands(self, planning: Planning) -> Iterator[TakeInVoucher]:
        """The commands, one for each opening to be written."""
        for opening in self.written:
            yield TakeInVoucher(
                fact_id=opening.fact_id,
                voucher=opening.voucher(),
                batch_id=planning.batch_id,
                origin_key=opening.origin_key,
                change=opening.change,
            )


def opening_on_of(
    rows: Iterable[PartyRow],
    *,
    books_from_on: date | None,
    first_voucher_on: date | None,
    today_on: date,
) -> date:
    """The last day before the books begin.

    It is told by the source, else by the financial year of the earliest
    voucher; where there are only masters, by the latest opening bill.
    """
    if books_from_on is not None:
        return min(books_from_on - _ONE_DAY, today_on)
    if first_voucher_on is not None:
        return min(financial_year_of(first_voucher_on).first_on - _ONE_DAY, today_on)
    latest_on = max((bill.bill_on for row in rows for bill in row.opening_bills), default=None)
    if latest_on is None:
        return financial_year_of(today_on).first_on - _ONE_DAY
    year_end_on = financial_year_of(latest_on).last_on
    return year_end_on if year_end_on < today_on else min(latest_on, today_on)


def plan_openings(
    planning: Planning, accepted: Sequence[tuple[PartyRow, PlannedParty]], opening_on: date
) -> OpeningPlan:
    """What becomes of each opening bill and opening balance."""
    tallied = planning.tallied
    drafts = [one for row, party in accepted for one in _openings_of(row, party, opening_on)]
    known = planning.lookups.origins(one.origin_key for one in drafts)
    plan = OpeningPlan([], [])
    for draft in drafts:
        origin = known.get(draft.origin_key)
        fact_id = FactId(planning.mint())
        opening = replace(
            draft,
            fact_id=fact_id,
            voucher_id=VoucherId(origin.subject_id if origin else fact_id),
            taken=_outcome(draft, origin),
        )
        try:
            check_voucher(opening.voucher())
        except Refused as refusal:
            tallied.reject(opening.where, Finding.NOT_ACCEPTED, refusal.message)
            continue
        plan.accepted.append(opening)
        tallied.add_up(opening.amount_paise)
        tallied.taken[opening.taken] += 1
        if opening.taken is not Taken.UNCHANGED:
            plan.written.append(opening)
    return plan


def _outcome(opening: PlannedOpening, origin: KnownOrigin | None) -> Taken:
    if origin is None:
        return Taken.NEW
    return Taken.UNCHANGED if origin.change == opening.change else Taken.AMENDED


_UNSET = b""


def _openings_of(row: PartyRow, party: PlannedParty, opening_on: date) -> Iterator[PlannedOpening]:
    rest_paise = row.opening_paise
    for bill in _merged(row.opening_bills) if party.is_bill_wise else ():
        rest_paise -= bill.open_paise
        yield PlannedOpening(
            fact_id=FactId(_UNSET),
            voucher_id=VoucherId(_UNSET),
            origin_key=f"{row.origin_key}:bill:{key_of(bill.number)}",
            where=f"{row.where}, opening bill {bill.number}",
            party=party,
            amount_paise=bill.open_paise,
            on=min(bill.bill_on, opening_on),
            bill=bill,
        )
    if rest_paise:
        yield PlannedOpening(
            fact_id=FactId(_UNSET),
            voucher_id=VoucherId(_UNSET),
            origin_key=f"{row.origin_key}:opening",
            where=f"{row.where}, opening balance on account",
            party=party,
            amount_paise=rest_paise,
            on=opening_on,
            bill=None,
        )


def _merged(bills: Iterable[OpeningBillRow]) -> Iterator[OpeningBillRow]:
    """One bill for each number: the source itself knows bills by number only."""
    by_number: dict[str, OpeningBillRow] = {}
    for bill in bills:
        first = by_number.setdefault(key_of(bill.number), bill)
        if first is not bill:
            paise = first.open_paise + bill.open_paise
            by_number[key_of(bill.number)] = replace(first, open_paise=paise)
    return (bill for bill in by_number.values() if bill.open_paise)
