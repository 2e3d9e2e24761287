"""Quantities, rates and percentages as files of all kinds write them."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

_QUANTITY = re.compile(r"\s*(-?[\d,]*\.?\d+)\s*(.*)", re.ASCII)
_RATE = re.compile(r"\s*(-?[\d,]*\.?\d+)\s*(?:/\s*(.*))?", re.ASCII)


def quantity_of(text: str) -> tuple[Decimal | None, str | None]:
    """Quantity and unit of `670 Pair`; compound ones keep their first part."""
    return _number_and_unit(_QUANTITY, text.partition("=")[0])


def rate_of(text: str) -> tuple[Decimal | None, str | None]:
    """Rate and unit of `57.00/Pair`."""
    return _number_and_unit(_RATE, text.partition("=")[0])


def _number_and_unit(pattern: re.Pattern[str], text: str) -> tuple[Decimal | None, str | None]:
    match = pattern.fullmatch(text.strip())
    if match is None:
        return None, None
    try:
        number = Decimal(match[1].replace(",", ""))
    except InvalidOperation:
        return None, None
    return number, (match[2] or "").strip() or None


def rate_bp_of(text: str) -> int:
    """A tax rate in basis points from percent: ` 9` is 900."""
    try:
        return int((Decimal(text.strip().rstrip("%") or "0") * 100).to_integral_value())
    except InvalidOperation as problem:
        raise ValueError(text) from problem
