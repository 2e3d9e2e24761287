"""The lines of goods of an invoice or note, as the books keep them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from collectiq_desktop.core.domain.money import GstSplit, round_half_up, split_gst
from collectiq_desktop.core.domain.vouchers import ItemLine
from collectiq_desktop.interchange.rows import GstRow, ItemLineRow

_NOTHING = GstSplit(cgst_paise=0, sgst_paise=0, igst_paise=0)


def goods_of(items: Iterable[ItemLineRow], gst: GstRow | None) -> tuple[ItemLine, ...]:
    """The lines, each with its share of the tax where the rows tell its rate.

    The shares are for the paper: what the voucher posts is what it posted at
    its source.
    """
    is_inter_state = gst is not None and gst.igst_paise != 0
    return tuple(_line(item, has_tax=gst is not None, is_inter=is_inter_state) for item in items)


def _line(item: ItemLineRow, *, has_tax: bool, is_inter: bool) -> ItemLine:
    quantity_milli = _scaled(item.quantity, 1_000)
    rate_paise = _scaled(item.rate, 100)
    if item.rate is None and quantity_milli:
        rate_paise = round_half_up(item.value_paise * 1_000, quantity_milli)
    rate_bp = item.gst_rate_bp or 0
    tax = split_gst(item.value_paise, rate_bp, is_inter_state=is_inter) if has_tax else _NOTHING
    return ItemLine(
        name=item.item,
        hsn=item.hsn or "",
        quantity_milli=quantity_milli,
        unit=item.unit or "",
        rate_paise=rate_paise,
        taxable_paise=item.value_paise,
        gst_rate_bp=rate_bp,
        cgst_paise=tax.cgst_paise,
        sgst_paise=tax.sgst_paise,
        igst_paise=tax.igst_paise,
    )


def _scaled(number: Decimal | None, by: int) -> int:
    if number is None:
        return 0
    numerator, denominator = (number * by).as_integer_ratio()
    return round_half_up(numerator, denominator)
