"""Spreading one sum over open bills: the proposal that a person may change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import BillKey, Claim


class OpenBill(NamedTuple):
    """An open bill as far as spreading needs it.

    Money: `open_paise` debit positive; an advance is negative.
    """

    bill: BillKey
    number: str
    bill_on: date
    due_on: date
    open_paise: int
    branch_id: str


class Allocation(NamedTuple):
    """A part of a receipt or credit note set against one bill, in whole paise."""

    bill: BillKey
    amount_paise: int


def allocate_oldest_first(amount_paise: int, bills: Iterable[OpenBill]) -> tuple[Allocation, ...]:
    """Set a receipt against open bills, earliest due date first.

    What is left when every bill is full stays on account; the caller shows it.

    Money: whole paise, amount_paise >= 0; no rounding takes place here.
    Limits: a party has at most a few hundred open bills.
    Source: ARCHITECTURE, "How a receipt is spread"; same order as Tally's bill-wise list.
    """
    assert amount_paise >= 0
    left = amount_paise
    allocations: list[Allocation] = []
    due = sorted((b for b in bills if b.open_paise > 0), key=lambda b: (b.due_on, b.bill_on, b))
    for bill in due:
        if left <= 0:
            break
        part = min(left, bill.open_paise)
        allocations.append(Allocation(bill.bill, part))
        left -= part
    return tuple(allocations)


def check_allocations(
    amount_paise: int, allocations: Sequence[Allocation], bills: Iterable[OpenBill]
) -> None:
    """Refuse a spreading that exceeds the sum or a bill, or names a bill twice.

    Raises:
        BadInput: with the bill's number in the sentence.
    """
    open_bills = {bill.bill: bill for bill in bills}
    seen: set[BillKey] = set()
    for allocation in allocations:
        bill = open_bills.get(allocation.bill)
        if bill is None:
            message = say(
                "One of the bills chosen is no longer open; look at the open bills again."
            )
            raise BadInput(message, field="bills")
        if allocation.bill in seen:
            message = say(
                "Bill {number} is chosen twice; put its amounts together.", number=bill.number
            )
            raise BadInput(message, field="bills")
        if not 0 < allocation.amount_paise <= bill.open_paise:
            message = say(
                "Bill {number} cannot take this amount; it is more than is open on it.",
                number=bill.number,
            )
            raise BadInput(message, field="bills")
        seen.add(allocation.bill)
    if sum(a.amount_paise for a in allocations) > amount_paise:
        message = say(
            "More is set against bills than the voucher is worth; lower one of the amounts."
        )
        raise BadInput(message, field="bills")


def claims_of(allocations: Iterable[Allocation], bills: Iterable[OpenBill]) -> tuple[Claim, ...]:
    """The claims that lower the bills by the allocated amounts."""
    branch_of = {bill.bill: bill.branch_id for bill in bills}
    return tuple(
        Claim(*allocation.bill, -allocation.amount_paise, branch_of[allocation.bill])
        for allocation in allocations
    )


def use_up_advances(amount_paise: int, bills: Iterable[OpenBill]) -> tuple[Claim, ...]:
    """The claims of money paid back: open advances are used up, oldest first.

    Money: whole paise, amount_paise >= 0; what no advance takes stays on account.
    """
    left_paise = amount_paise
    claims = []
    advances = [bill for bill in bills if bill.open_paise < 0]
    for advance in sorted(advances, key=lambda bill: (bill.bill_on, bill)):
        part_paise = min(left_paise, -advance.open_paise)
        if part_paise > 0:
            claims.append(Claim(*advance.bill, part_paise, advance.branch_id))
            left_paise -= part_paise
    return tuple(claims)
