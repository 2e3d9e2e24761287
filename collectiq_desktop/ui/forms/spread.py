"""How a sum lies on bills: the proposal, and what the clerk changed of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from collectiq_desktop.core.domain.allocation import Allocation, OpenBill, allocate_oldest_first
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import BillKey
from collectiq_desktop.core.queries.bills import BillLine


class BillShare(NamedTuple):
    """A bill, and what of the sum is set against it."""

    bill: BillLine
    part_paise: int
    is_chosen: bool

    @property
    def left_paise(self) -> int:
        """What stays open on the bill."""
        return self.bill.open_paise - self.part_paise


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A sum over bills; what no bill takes stays on account, or opens an advance.

    Money: all are what the party's account is credited with, positive.
    """

    rows: tuple[BillShare, ...] = ()
    settled_paise: int = 0
    is_newest_first: bool = False
    is_advance: bool = False

    @property
    def allocated_paise(self) -> int:
        """What lies on bills."""
        return sum(row.part_paise for row in self.rows)

    @property
    def rest_paise(self) -> int:
        """What lies on none."""
        return self.settled_paise - self.allocated_paise

    @property
    def allocations(self) -> tuple[Allocation, ...]:
        """As the command wants it."""
        return tuple(Allocation(r.bill.key, r.part_paise) for r in self.rows if r.part_paise)


class Before(NamedTuple):
    """How a voucher that is posted anew lay on the bills."""

    parts_paise: Mapping[BillKey, int]
    settled_paise: int

    def proposed(
        self, bills: Sequence[BillLine], rest_paise: int, more_paise: int
    ) -> dict[BillKey, int]:
        """The parts as they were, as far as the money goes; more of it fills these bills first.

        Args:
            bills: as they are to be filled, with what is open without the voucher.
            more_paise: how much more money it is than it was.
        """
        parts_paise = {}
        for bill in bills:
            part_paise = min(self.parts_paise.get(bill.key, 0), bill.open_paise, rest_paise)
            parts_paise[bill.key] = part_paise
            rest_paise -= part_paise
        more_paise = min(more_paise, rest_paise)
        for bill in sorted(bills, key=lambda each: not self.parts_paise.get(each.key)):
            added_paise = min(more_paise, bill.open_paise - parts_paise[bill.key])
            parts_paise[bill.key] += added_paise
            more_paise -= added_paise
        return parts_paise


@dataclass(slots=True)
class Spreading:
    """The bills of a party, and the parts that the clerk fixed.

    A fixed part stays; the rest of the money is proposed on the others. Of a
    voucher that is posted anew it is proposed where it was `before`, and only
    what is more than it was goes further.

    Args:
        is_advance: the rest opens an advance.
        is_by_hand: nothing is proposed; all that is not fixed is rest.
    """

    bills: tuple[BillLine, ...] = ()
    chosen_paise: dict[BillKey, int] = field(default_factory=dict)
    is_newest_first: bool = False
    before: Before | None = None
    is_advance: bool = False
    is_by_hand: bool = False

    def take_bills(self, bills: Iterable[BillLine]) -> None:
        """Other bills, or the same ones as they are now; parts that still fit stay."""
        self.bills = tuple(bill for bill in bills if bill.open_paise > 0)
        most_paise = {bill.key: bill.open_paise for bill in self.bills}
        self.chosen_paise = {
            key: paise
            for key, paise in self.chosen_paise.items()
            if paise <= most_paise.get(key, -1)
        }

    def choose(self, key: BillKey, part_paise: int) -> None:
        """Fix the part of one bill.

        Raises:
            BadInput: it is more than is open on the bill, or less than nothing.
        """
        bill = next(each for each in self.bills if each.key == key)
        if not 0 <= part_paise <= bill.open_paise:
            message = say(
                "Bill {number} has {open} open; set that much or less against it.",
                number=bill.number,
                open=format_inr(bill.open_paise),
            )
            raise BadInput(message, field="bills")
        self.chosen_paise[key] = part_paise

    def tick(self, key: BillKey, settled_paise: int) -> None:
        """Take a bill out, or put as much on it as there is."""
        bill = next(each for each in self.bills if each.key == key)
        now_paise = self._parts(settled_paise).get(key, 0)
        if now_paise:
            self.chosen_paise[key] = 0
            return
        others_paise = sum(p for each, p in self.chosen_paise.items() if each != key)
        rest_paise = max(0, settled_paise - others_paise)
        self.chosen_paise[key] = min(bill.open_paise, rest_paise)

    def keep_as_advance(self, settled_paise: int) -> None:
        """Let the rest open an advance, or stay on account again.

        Where bills would take all, the money is meant for a bill to come:
        then they get what is fixed on them and no more.
        """
        self.is_advance = not self.is_advance
        self.is_by_hand = self.is_advance and not self.spread(settled_paise).rest_paise

    def spread(self, settled_paise: int) -> Spread:
        """The sum over the bills."""
        parts_paise = self._parts(settled_paise)
        rows = tuple(
            BillShare(bill, parts_paise.get(bill.key, 0), bill.key in self.chosen_paise)
            for bill in self._ordered()
        )
        return Spread(
            rows=rows,
            settled_paise=settled_paise,
            is_newest_first=self.is_newest_first,
            is_advance=self.is_advance,
        )

    def _ordered(self) -> Sequence[BillLine]:
        ordered = sorted(self.bills, key=lambda bill: (bill.due_on, bill.bill_on, bill.number))
        return ordered[::-1] if self.is_newest_first else ordered

    def _parts(self, settled_paise: int) -> Mapping[BillKey, int]:
        if self.is_by_hand:
            return self.chosen_paise
        free = [bill for bill in self._ordered() if bill.key not in self.chosen_paise]
        rest_paise = max(0, settled_paise - sum(self.chosen_paise.values()))
        if self.before is not None:
            more_paise = max(0, settled_paise - self.before.settled_paise)
            return {**self.before.proposed(free, rest_paise, more_paise), **self.chosen_paise}
        proposed: dict[BillKey, int] = {}
        if self.is_newest_first:
            for bill in free:
                part_paise = min(rest_paise, bill.open_paise)
                proposed[bill.key] = part_paise
                rest_paise -= part_paise
        else:
            proposed = dict(allocate_oldest_first(rest_paise, map(as_open_bill, free)))
        return {**proposed, **self.chosen_paise}


def as_open_bill(bill: BillLine) -> OpenBill:
    """A bill as far as spreading needs it."""
    return OpenBill(
        bill.key, bill.number, bill.bill_on, bill.due_on, bill.open_paise, bill.branch_id
    )
