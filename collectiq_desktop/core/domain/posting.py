"""How each kind of voucher posts: from what a person says to debits and credits.

Every function gives postings that close to zero; a line of nothing is left
out. Debit positive.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from collectiq_desktop.core.domain.accounts import account_of
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.items import HIGHEST_GST_RATE_BP
from collectiq_desktop.core.domain.money import check_paise, round_half_up, split_gst
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import DEBTORS, ItemLine, Mode, Posting

_MILLI = 1_000


class GoodsLine(NamedTuple):
    """One line of goods as typed: what, how much, at which rate and tax.

    Money: `rate_paise` for one unit before tax, `discount_paise` on the line.
    """

    name: str
    quantity_milli: int
    rate_paise: int
    unit: str = "NOS"
    hsn: str = ""
    gst_rate_bp: int = 0
    discount_paise: int = 0
    item_id: bytes | None = None


class Sale(NamedTuple):
    """The sums of an invoice or note, whole paise, all positive but round_off."""

    taxable_paise: int
    cgst_paise: int = 0
    sgst_paise: int = 0
    igst_paise: int = 0
    round_off_paise: int = 0

    @property
    def total_paise(self) -> int:
        """What the party owes by it."""
        taxes = self.cgst_paise + self.sgst_paise + self.igst_paise
        return self.taxable_paise + taxes + self.round_off_paise


def item_line(goods: GoodsLine, *, is_inter_state: bool) -> ItemLine:
    """A line of goods with its taxable value and tax.

    Money: value half-up to the paisa; tax per line, CGST and SGST equal.
    Source: domain page §2.1, invoice practice.
    """
    if goods.quantity_milli <= 0 or goods.rate_paise < 0:
        message = say("{name} needs a quantity above nothing and a rate.", name=goods.name)
        raise BadInput(message, field="items")
    value = round_half_up(goods.quantity_milli * goods.rate_paise, _MILLI)
    taxable = check_paise(value - goods.discount_paise, field="items")
    if taxable < 0:
        message = say("The discount on {name} is more than the line is worth.", name=goods.name)
        raise BadInput(message, field="items")
    if not 0 <= goods.gst_rate_bp <= HIGHEST_GST_RATE_BP:
        message = say("The GST rate of {name} lies between 0 and 100 percent.", name=goods.name)
        raise BadInput(message, field="items")
    split = split_gst(taxable, goods.gst_rate_bp, is_inter_state=is_inter_state)
    return ItemLine(
        goods.name,
        goods.hsn,
        goods.quantity_milli,
        goods.unit,
        goods.rate_paise,
        taxable,
        goods.gst_rate_bp,
        split.cgst_paise,
        split.sgst_paise,
        split.igst_paise,
        goods.item_id,
    )


def sale_of(lines: Sequence[ItemLine], *, is_rounded: bool) -> Sale:
    """The sums of an invoice; the total goes to the whole rupee, half-up, if asked."""
    exact = Sale(
        sum(line.taxable_paise for line in lines),
        sum(line.cgst_paise for line in lines),
        sum(line.sgst_paise for line in lines),
        sum(line.igst_paise for line in lines),
    )
    if not is_rounded:
        return exact
    rounded = round_half_up(exact.total_paise, 100) * 100
    return exact._replace(round_off_paise=rounded - exact.total_paise)


def _posted(lines: Iterable[tuple[str, int]]) -> tuple[Posting, ...]:
    return tuple(Posting(code, check_paise(paise)) for code, paise in lines if paise)


def invoice_postings(sale: Sale) -> tuple[Posting, ...]:
    """Debtors debited with the total; sales, taxes and round-off credited."""
    return _posted(
        (
            (DEBTORS, sale.total_paise),
            ("sales", -sale.taxable_paise),
            ("cgst", -sale.cgst_paise),
            ("sgst", -sale.sgst_paise),
            ("igst", -sale.igst_paise),
            ("round_off", -sale.round_off_paise),
        )
    )


def credit_note_postings(sale: Sale) -> tuple[Posting, ...]:
    """Sales return and taxes debited, debtors credited with the total."""
    return _posted(
        (
            ("sales_return", sale.taxable_paise),
            ("cgst", sale.cgst_paise),
            ("sgst", sale.sgst_paise),
            ("igst", sale.igst_paise),
            ("round_off", sale.round_off_paise),
            (DEBTORS, -sale.total_paise),
        )
    )


def debit_note_postings(sale: Sale, account_code: str) -> tuple[Posting, ...]:
    """Debtors debited; the account charged for (interest, charges) credited."""
    return _posted(
        (
            (DEBTORS, sale.total_paise),
            (account_code, -sale.taxable_paise),
            ("cgst", -sale.cgst_paise),
            ("sgst", -sale.sgst_paise),
            ("igst", -sale.igst_paise),
            ("round_off", -sale.round_off_paise),
        )
    )


class ReceiptSums(NamedTuple):
    """What a receipt settles: money, and what is let off beside it."""

    money_paise: int
    discount_paise: int = 0
    tds_paise: int = 0
    round_off_paise: int = 0

    @property
    def settled_paise(self) -> int:
        """What the party's account is credited with."""
        return self.money_paise + self.discount_paise + self.tds_paise + self.round_off_paise


def receipt_postings(
    sums: ReceiptSums, mode: Mode, *, is_with_agent: bool = False
) -> tuple[Posting, ...]:
    """Money, discount and TDS debited; debtors credited with the sum.

    Source: domain page §2.4: with TDS the bill is settled for the gross.
    """
    return _posted(
        (
            (account_of(mode, is_with_agent=is_with_agent), sums.money_paise),
            ("discount", sums.discount_paise),
            ("tds", sums.tds_paise),
            ("round_off", sums.round_off_paise),
            (DEBTORS, -sums.settled_paise),
        )
    )


def payment_postings(amount_paise: int, mode: Mode) -> tuple[Posting, ...]:
    """Debtors debited, the money account credited: a refund."""
    return _posted(((DEBTORS, amount_paise), (account_of(mode), -amount_paise)))


def contra_postings(amount_paise: int, from_code: str, to_code: str) -> tuple[Posting, ...]:
    """Money moved from one of the firm's own accounts to another."""
    return _posted(((to_code, amount_paise), (from_code, -amount_paise)))


def opening_postings(amount_paise: int) -> tuple[Posting, ...]:
    """Debtors against opening balances; an advance has a negative amount."""
    return _posted(((DEBTORS, amount_paise), ("opening", -amount_paise)))


def set_off_postings(amount_paise: int) -> tuple[Posting, ...]:
    """Debtors debited and credited: money paid ahead goes to bills of the same party."""
    return _posted(((DEBTORS, amount_paise), (DEBTORS, -amount_paise)))
