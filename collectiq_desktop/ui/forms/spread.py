"""How a sum lies on bills: the proposal, and what the clerk changed of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from collectiq_desktop.core.domain.allocation import Allocation, OpenBill, allocate_oldest_first
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.money import format_inr
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
    """A sum over bills; what no bill takes stays on account.

    Money: all are what the party's account is credited with, positive.
    """

    rows: tuple[BillShare, ...] = ()
    settled_paise: int = 0
    is_newest_first: bool = False

    @property
    def allocated_paise(self) -> int:
        """What lies on bills."""
        return sum(row.part_paise for row in self.rows)

    @property
    def on_account_paise(self) -> int:
        """What lies on none."""
        return self.settled_paise - self.allocated_paise

    @property
    def allocations(self) -> tuple[Allocation, ...]:
        """As the command wants it."""
        return tuple(Allocation(r.bill.key, r.part_paise) for r in self.rows if r.part_paise)


@dataclass(slots=True)
class Spreading:
    """The bills of a party, and the parts that the clerk fixed.

    A fixed part stays; the rest of the money is proposed on the others.
    """

    bills: tuple[BillLine, ...] = ()
    chosen_paise: dict[BillKey, int] = field(default_factory=dict)
    is_newest_first: bool = False

    def clear(self) -> None:
        """No bills; the order that was chosen stays."""
        self.bills = ()
        self.chosen_paise = {}

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
            message = (
                f"Bill {bill.number} has {format_inr(bill.open_paise)} open; "
                "set that much or less against it."
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

    def spread(self, settled_paise: int) -> Spread:
        """The sum over the bills."""
        parts_paise = self._parts(settled_paise)
        rows = tuple(
            BillShare(bill, parts_paise.get(bill.key, 0), bill.key in self.chosen_paise)
            for bill in self._ordered()
        )
        return Spread(rows=rows, settled_paise=settled_paise, is_newest_first=self.is_newest_first)

    def _ordered(self) -> Sequence[BillLine]:
        ordered = sorted(self.bills, key=lambda bill: (bill.due_on, bill.bill_on, bill.number))
        return ordered[::-1] if self.is_newest_first else ordered

    def _parts(self, settled_paise: int) -> Mapping[BillKey, int]:
        free = [bill for bill in self._ordered() if bill.key not in self.chosen_paise]
        rest_paise = max(0, settled_paise - sum(self.chosen_paise.values()))
        proposed: dict[BillKey, int] = {}
        if self.is_newest_first:
            for bill in free:
                part_paise = min(rest_paise, bill.open_paise)
                proposed[bill.key] = part_paise
                rest_paise -= part_paise
        else:
            proposed = dict(allocate_oldest_first(rest_paise, map(_open_bill, free)))
        return {**proposed, **self.chosen_paise}


def _open_bill(bill: BillLine) -> OpenBill:
    return OpenBill(
        bill.key, bill.number, bill.bill_on, bill.due_on, bill.open_paise, bill.branch_id
    )
