"""What a voucher becomes when a person puts something in it right.

Only what can be changed without asking anything more: the day, the amount and
mode of a voucher of two lines, and the words. Everything else is a new voucher.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from collectiq_desktop.core.domain.accounts import account_of
from collectiq_desktop.core.domain.vouchers import BillOpened, Claim, Mode, Voucher, VoucherKind

_OF_MONEY = frozenset({VoucherKind.RECEIPT, VoucherKind.PAYMENT})
_OF_ONE_AMOUNT = _OF_MONEY | {
    VoucherKind.SALES_INVOICE,
    VoucherKind.CREDIT_NOTE,
    VoucherKind.DEBIT_NOTE,
    VoucherKind.CONTRA,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """What is to stand in a voucher afterwards.

    Money: amount_paise is the voucher's size, more than nothing.
    """

    on: date
    amount_paise: int
    mode: Mode | None
    reference: str
    narration: str


def may_change_amount(voucher: Voucher) -> bool:
    """Whether another amount says everything: two lines, no goods, one bill at most."""
    is_simple = len(voucher.postings) == 2 and not voucher.items
    bills = [abs(bill.amount_paise) for bill in voucher.bills]
    return is_simple and voucher.kind in _OF_ONE_AMOUNT and bills in ([], [voucher.amount_paise])


def may_change_mode(voucher: Voucher) -> bool:
    """Whether the money of the voucher lies on one line, that of its mode."""
    if voucher.mode is None or voucher.kind not in _OF_MONEY:
        return False
    money = account_of(voucher.mode)
    return [line.account_code for line in voucher.postings].count(money) == 1


def amended(voucher: Voucher, wanted: Amended) -> Voucher:
    """The voucher as it is wanted; what may not change stays as it is.

    A bill keeps its days of credit. A smaller amount takes from the last claims
    first; what a greater one brings stays on account.
    """
    changed = replace(voucher, on=wanted.on, reference=wanted.reference, narration=wanted.narration)
    later = wanted.on - voucher.on
    changed = replace(
        changed, bills=tuple(_moved(bill, voucher.on, later) for bill in voucher.bills)
    )
    if may_change_mode(voucher) and wanted.mode is not None:
        changed = _with_mode(changed, wanted.mode)
    if may_change_amount(voucher) and wanted.amount_paise != voucher.amount_paise:
        changed = _with_amount(changed, wanted.amount_paise)
    return changed


def _moved(bill: BillOpened, on: date, later: timedelta) -> BillOpened:
    if bill.bill_on != on:
        return bill
    return bill._replace(bill_on=bill.bill_on + later, due_on=bill.due_on + later)


def _with_mode(voucher: Voucher, mode: Mode) -> Voucher:
    assert voucher.mode is not None
    before, after = account_of(voucher.mode), account_of(mode)
    postings = tuple(
        line._replace(account_code=after) if line.account_code == before else line
        for line in voucher.postings
    )
    return replace(voucher, mode=mode, postings=postings)


def _with_amount(voucher: Voucher, amount_paise: int) -> Voucher:
    assert amount_paise > 0
    return replace(
        voucher,
        postings=tuple(
            line._replace(amount_paise=_signed(amount_paise, line.amount_paise))
            for line in voucher.postings
        ),
        bills=tuple(
            bill._replace(amount_paise=_signed(amount_paise, bill.amount_paise))
            for bill in voucher.bills
        ),
        claims=tuple(_capped(voucher.claims, amount_paise)),
    )


def _capped(claims: tuple[Claim, ...], amount_paise: int) -> Iterator[Claim]:
    left_paise = amount_paise
    for claim in claims:
        part_paise = min(left_paise, abs(claim.amount_paise))
        left_paise -= part_paise
        if part_paise:
            yield claim._replace(amount_paise=_signed(part_paise, claim.amount_paise))


def _signed(paise: int, like_paise: int) -> int:
    return paise if like_paise > 0 else -paise
