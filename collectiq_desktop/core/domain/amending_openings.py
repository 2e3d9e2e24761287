"""An opening bill read back into what a person types, and posted anew from it."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from collectiq_desktop.core.domain.amending import (
    Fixed,
    Heading,
    Whose,
    by_account,
    posted_anew,
    with_heading,
)
from collectiq_desktop.core.domain.posting import opening_postings
from collectiq_desktop.core.domain.vouchers import DEBTORS, BillOpened, Voucher


class Opened(NamedTuple):
    """What an opening bill says.

    Money: debit positive; what was paid ahead is negative.
    `number` is the bill's own, empty for a balance on account.
    """

    amount_paise: int
    number: str


def read_opening(voucher: Voucher) -> Opened | Fixed:
    """What an opening bill says, or why it says more than its form can show."""
    sums = by_account(voucher)
    if isinstance(sums, Fixed):
        return sums
    paise = sums.pop(DEBTORS, 0)
    if not paise or sums != {"opening": -paise}:
        return Fixed.LINES
    if voucher.claims:
        return Fixed.CLAIMS
    if not voucher.bills:
        return Opened(paise, "")
    if len(voucher.bills) > 1 or voucher.bills[0].amount_paise != paise:
        return Fixed.BILLS
    return Opened(paise, voucher.bills[0].number)


def opening_again(old: Voucher, heading: Heading, whose: Whose, opened: Opened) -> Voucher:
    """The opening bill posted anew; one that an import brought keeps its reference."""
    before = with_heading(old, heading).bills
    named = old.bills[0].number if old.bills else ""
    reference = opened.number if old.reference == named else old.reference
    made = posted_anew(old, heading, whose.party_id, opening_postings(opened.amount_paise))
    bills: tuple[BillOpened, ...] = ()
    if opened.number and (before or whose.is_bill_wise):
        due_on = heading.due_on or heading.on
        fresh = BillOpened(1, opened.number, opened.amount_paise, heading.on, due_on)
        bill = before[0] if before else fresh
        bills = (bill._replace(number=opened.number, amount_paise=opened.amount_paise),)
    return replace(made, bills=bills, reference=reference)
