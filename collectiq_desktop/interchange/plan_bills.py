"""Which voucher opens which bill, and which ones only claim it.

A bill is known by its party and its number, as in the source: the first
document that opens a number opens the bill, everything else under the number
is a claim on it, whatever the source calls it. So a bill's open amount is the
sum of all that stands under its number, as far as a bill may go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import MAIN_BRANCH
from collectiq_desktop.core.queries.import_lookups import ImportLookups
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.plan_openings import PlannedOpening
from collectiq_desktop.interchange.planned import PlannedParty, Tallied
from collectiq_desktop.interchange.rows import PostingRow, RefKind, RefRow
from collectiq_desktop.interchange.tally.groups import key_of

BillName = tuple[PartyId, str]
"""A bill as the source knows it: party and folded number."""

_OPENS = frozenset({RefKind.NEW, RefKind.ADVANCE})


class Reference(NamedTuple):
    """All that one voucher says under one number of a party."""

    name: BillName
    party: PlannedParty
    ref: RefRow
    amount_paise: int
    is_new: bool


class Opener(NamedTuple):
    """The bill that a number means."""

    voucher_id: VoucherId
    n: int
    branch_id: str = MAIN_BRANCH


@dataclass(slots=True)
class _Number:
    """A number of a party while the plan is made."""

    number: str
    party: str
    where: str
    order: tuple[int, int]
    is_new: bool
    opener: Opener
    opening_paise: int
    sum_paise: int = 0
    known_paise: int | None = 0
    is_ours: bool = True

    def mean(self, opener: Opener, opening_paise: int) -> None:
        """Let the number mean a bill that is opened elsewhere."""
        self.opener, self.opening_paise = opener, opening_paise
        self.is_new, self.is_ours = True, False

    @property
    def excess_paise(self) -> int:
        """What was set against the bill beyond its worth, 0 if nothing or not known."""
        if self.known_paise is None:
            return 0
        paise = self.sum_paise + self.known_paise
        return abs(paise) if paise * self.opening_paise < 0 else 0


@dataclass(slots=True)
class BillPlan:
    """The numbers met so far, and after `settle` what each of them means.

    Limits: about half a kilobyte for each number.
    """

    has_early_claims: bool = False
    _numbers: dict[BillName, _Number] = field(default_factory=dict)
    _places: dict[VoucherId, dict[BillName, int]] = field(default_factory=dict)
    _amended: dict[VoucherId, set[BillName]] = field(default_factory=dict)

    def keep_places(self, lookups: ImportLookups, amended: Iterable[VoucherId]) -> None:
        """Remember the bills of vouchers that will be amended: they keep their place."""
        for bill in lookups.bills_of_vouchers(amended):
            places = self._places.setdefault(bill.voucher_id, {})
            places[bill.party_id, key_of(bill.number)] = bill.n

    def places(self, voucher_id: VoucherId, references: Sequence[Reference]) -> list[int]:
        """The place that each reference has, or would have, among a voucher's bills."""
        kept = self._places.get(voucher_id)
        if kept is None:
            return list(range(1, len(references) + 1))
        free = max(kept.values(), default=0)
        found: list[int] = []
        for reference in references:
            n = kept.get(reference.name)
            if n is None:
                free += 1
                n = free
            found.append(n)
        return found

    def note(
        self,
        voucher_id: VoucherId,
        references: Sequence[Reference],
        *,
        order: tuple[int, int],
        where: str,
        is_amended: bool,
    ) -> None:
        """Note what a voucher says; the earliest that opens a number will open it."""
        if is_amended:
            self._amended[voucher_id] = {one.name for one in references}
        for reference, n in zip(references, self.places(voucher_id, references), strict=True):
            here = _Number(
                reference.ref.number or "",
                reference.party.name,
                where,
                order,
                reference.is_new,
                Opener(voucher_id, n),
                reference.amount_paise,
            )
            there = self._numbers.get(reference.name)
            if there is None:
                self._numbers[reference.name] = there = here
                self.has_early_claims |= not here.is_new
            elif (not here.is_new, here.order) < (not there.is_new, there.order):
                here.sum_paise = there.sum_paise
                self._numbers[reference.name] = there = here
            there.sum_paise += reference.amount_paise

    def settle(self, lookups: ImportLookups, openings: Iterable[PlannedOpening]) -> None:
        """Let numbers that are known from before mean the bills they name."""
        opened: set[BillName] = set()
        for opening in openings:
            if opening.bill is None:
                continue
            name = opening.party.party_id, key_of(opening.bill.number)
            opened.add(name)
            there = self._numbers.get(name)
            if there is not None:
                there.mean(Opener(opening.voucher_id, 1), opening.amount_paise)
                there.known_paise = opening.amount_paise
        wanted = {party_id for party_id, _number in self._numbers}
        for bill in lookups.bills_of_parties(wanted):
            name = bill.party_id, key_of(bill.number)
            there = self._numbers.get(name)
            if there is None or name in opened or not self._still_opens(bill.voucher_id, name):
                continue
            if there.is_ours or bill.open_paise:
                there.mean(Opener(bill.voucher_id, bill.n, bill.branch_id), bill.amount_paise)
                is_amended = bill.voucher_id in self._amended
                there.known_paise = None if is_amended else bill.open_paise

    def _still_opens(self, voucher_id: VoucherId, name: BillName) -> bool:
        return voucher_id not in self._amended or name in self._amended[voucher_id]

    def opener_of(self, reference: Reference) -> Opener:
        """The bill that a reference means."""
        return self._numbers[reference.name].opener

    def tell(self, tallied: Tallied) -> None:
        """Say which numbers nobody opened, and which are settled with too much."""
        for one in self._numbers.values():
            if not one.is_new:
                reason = say(
                    "Bill {number} of “{party}” was never opened in what was read; it is opened "
                    "here with {opening}.",
                    number=one.number,
                    party=one.party,
                    opening=format_inr(one.opening_paise),
                )
                tallied.note(one.where, Finding.UNKNOWN_REFERENCE, reason)
            if one.excess_paise:
                reason = say(
                    "Bill {number} of “{party}” is settled with {excess} more than it was worth; "
                    "that stays on account.",
                    number=one.number,
                    party=one.party,
                    excess=format_inr(one.excess_paise),
                )
                tallied.note(one.where, Finding.OVER_SETTLED, reason)


def references_of(
    postings: Iterable[tuple[PlannedParty, PostingRow]],
) -> Iterator[Reference]:
    """What a voucher says under each number of each party, put together.

    A party that is not kept bill-wise has no bills: all stays on account.
    """
    merged: dict[BillName, Reference] = {}
    for party, posting in postings:
        for ref in posting.refs if party.is_bill_wise else ():
            if ref.kind is RefKind.ON_ACCOUNT or not ref.number:
                continue
            name = party.party_id, key_of(ref.number)
            here = Reference(name, party, ref, ref.amount_paise, ref.kind in _OPENS)
            there = merged.get(here.name)
            merged[here.name] = here if there is None else _together(there, here)
    return (one for one in merged.values() if one.amount_paise)


def _together(first: Reference, second: Reference) -> Reference:
    told = first if first.is_new or not second.is_new else second
    paise = first.amount_paise + second.amount_paise
    return told._replace(amount_paise=paise, is_new=first.is_new or second.is_new)
