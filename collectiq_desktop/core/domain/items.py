"""The item master: what is sold, under which HSN, at which rate; no stock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.saying import say

HIGHEST_GST_RATE_BP = 10_000


class GstRate(NamedTuple):
    """A rate of GST in basis points, in force from a date (inclusive)."""

    from_on: date
    rate_bp: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item's master data.

    Money: `rate_paise` is the usual price of one unit before tax.
    """

    name: str
    hsn: str = ""
    unit: str = "NOS"
    rate_paise: int = 0
    gst_rates: tuple[GstRate, ...] = ()
    is_active: bool = True


def gst_rate_on(item: Item, on: date) -> int:
    """The GST rate in basis points that holds on a date, 0 before the first.

    Source: rates are data with a from-date (GST notifications change them).
    """
    held = [rate for rate in item.gst_rates if rate.from_on <= on]
    return max(held).rate_bp if held else 0


def check_item(item: Item) -> None:
    """Refuse an item without a name or with an impossible rate."""
    if not item.name.strip():
        message = say("An item needs a name.")
        raise BadInput(message, field="name")
    if item.rate_paise < 0:
        message = say("An item's rate cannot be negative.")
        raise BadInput(message, field="rate")
    if any(not 0 <= rate.rate_bp <= HIGHEST_GST_RATE_BP for rate in item.gst_rates):
        message = say("A GST rate lies between 0 and 100 percent.")
        raise BadInput(message, field="gst_rate")
