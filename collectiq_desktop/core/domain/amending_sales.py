"""Sales invoices, credit notes and debit notes read back, and posted anew.

They are over a sum alone or over goods; see `amending` for what is Fixed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from collectiq_desktop.core.domain.amending import (
    Fixed,
    Heading,
    Whose,
    bill_again,
    by_account,
    lowers_bills,
    posted_anew,
    sums_of,
)
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.money import round_half_up
from collectiq_desktop.core.domain.posting import (
    GoodsLine,
    Sale,
    credit_note_postings,
    debit_note_postings,
    item_line,
    sale_of,
)
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    Claim,
    ItemLine,
    Posting,
    Voucher,
    VoucherKind,
)

_TAXES = ("cgst", "sgst", "igst", "round_off")
_USUAL = {
    VoucherKind.SALES_INVOICE: "sales",
    VoucherKind.CREDIT_NOTE: "sales_return",
    VoucherKind.DEBIT_NOTE: "charges",
}
_MILLI = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Sold:
    """What a sale or a note is over.

    Args:
        amount_paise: the total, where no goods are listed.
        account_code: what is sold, taken back or charged for.
        is_rounded: the total of the goods is in whole rupees.
    """

    account_code: str
    amount_paise: int = 0
    goods: tuple[GoodsLine, ...] = ()
    is_inter_state: bool = False
    is_rounded: bool = True
    place_of_supply: str = ""

    @property
    def lines(self) -> tuple[ItemLine, ...]:
        """The goods with their value and tax."""
        return tuple(item_line(each, is_inter_state=self.is_inter_state) for each in self.goods)

    @property
    def sale(self) -> Sale:
        """Its sums."""
        if not self.goods:
            return Sale(self.amount_paise)
        return sale_of(self.lines, is_rounded=self.is_rounded)


def read_sold(voucher: Voucher) -> Sold | Fixed:
    """What a sale or note is over, or why it says more than its form can show."""
    sums = by_account(voucher)
    if isinstance(sums, Fixed):
        return sums
    sign = -1 if voucher.kind is VoucherKind.CREDIT_NOTE else 1
    total_paise = sign * sums.pop(DEBTORS, 0)
    taxes = {code: sums.pop(code) for code in _TAXES if code in sums}
    if len(sums) > 1 or total_paise <= 0:
        return Fixed.LINES
    fixed = _fixed_bills(voucher, sign * total_paise)
    if fixed is not None:
        return fixed
    read = Sold(
        account_code=next(iter(sums), _USUAL[voucher.kind]),
        amount_paise=total_paise,
        place_of_supply=voucher.place_of_supply,
    )
    if not voucher.items:
        return Fixed.TAX if taxes else read
    return _read_goods(voucher, read)


def goods_of_line(line: ItemLine) -> GoodsLine:
    """A line of goods as it was typed, its discount worked out."""
    value_paise = round_half_up(line.quantity_milli * line.rate_paise, _MILLI)
    return GoodsLine(
        line.name,
        line.quantity_milli,
        line.rate_paise,
        line.unit,
        line.hsn,
        line.gst_rate_bp,
        value_paise - line.taxable_paise,
        line.item_id,
    )


def sold_again(
    old: Voucher, heading: Heading, whose: Whose, sold: Sold, claims: Sequence[Claim] = ()
) -> Voucher:
    """The sale or note posted anew.

    Args:
        claims: what of a credit note is set against bills.
    """
    sale = sold.sale
    made = posted_anew(old, heading, whose.party_id, _postings(old.kind, sold), claims)
    is_bill = old.kind is not VoucherKind.CREDIT_NOTE
    bills = bill_again(old, heading, whose, sale.total_paise) if is_bill else ()
    items, place = sold.lines, sold.place_of_supply
    return replace(made, bills=bills, items=items, place_of_supply=place)


def _postings(kind: VoucherKind, sold: Sold) -> tuple[Posting, ...]:
    if kind is not VoucherKind.CREDIT_NOTE:
        return debit_note_postings(sold.sale, sold.account_code)
    usual = _USUAL[kind]
    return tuple(
        line._replace(account_code=sold.account_code) if line.account_code == usual else line
        for line in credit_note_postings(sold.sale)
    )


def _fixed_bills(voucher: Voucher, moved_paise: int) -> Fixed | None:
    """Whether its bills or claims are more than the form can show."""
    if voucher.kind is VoucherKind.CREDIT_NOTE:
        if voucher.bills:
            return Fixed.BILLS
        return None if lowers_bills(voucher, -moved_paise) else Fixed.CLAIMS
    if voucher.claims:
        return Fixed.CLAIMS
    opened = [bill.amount_paise for bill in voucher.bills]
    return None if opened in ([], [moved_paise]) else Fixed.BILLS


def _read_goods(voucher: Voucher, read: Sold) -> Sold | Fixed:
    """The goods, if they come to the voucher's sums line by line and tax by tax."""
    if any(line.quantity_milli <= 0 or line.rate_paise < 0 for line in voucher.items):
        return Fixed.GOODS
    goods = tuple(map(goods_of_line, voucher.items))
    is_inter_state = any(line.igst_paise for line in voucher.items)
    for is_rounded in (True, False):
        found = replace(
            read, amount_paise=0, goods=goods, is_inter_state=is_inter_state, is_rounded=is_rounded
        )
        if _comes_to(voucher, found):
            return found
    return Fixed.GOODS


def _comes_to(voucher: Voucher, found: Sold) -> bool:
    """Whether the goods give the voucher's lines and sums again."""
    try:
        is_same = found.lines == voucher.items
    except BadInput:
        return False
    made = replace(voucher, postings=_postings(voucher.kind, found))
    return is_same and sums_of(made) == sums_of(voucher)
