"""Goods as they are typed on the command line: name;quantity;rate;GST."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from collectiq_desktop.core.domain.arithmetic import work_out
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.money import parse_amount, round_half_up
from collectiq_desktop.core.domain.posting import GoodsLine
from collectiq_desktop.core.domain.saying import say

_MILLI = 1_000
_BP = 100
_FORM = say("Write goods as name;quantity;rate;GST, for example “Sugar 50 kg;2;2150;5”.")


def goods_line(text: str, known: Mapping[str, GoodsLine]) -> GoodsLine:
    """The line of goods behind a text; what is left out comes from the item master.

    Raises:
        BadInput: a part is missing or cannot be read.
    """
    name, *rest = [part.strip() for part in text.split(";")]
    if not name or not 1 <= len(rest) <= 3:
        raise BadInput(_FORM, field="item")
    item = known.get(name.casefold())
    quantity, rate, gst = (*rest, "", "")[:3]
    if not quantity or (not rate and item is None):
        raise BadInput(_FORM, field="item")
    base = item or GoodsLine(name, 0, 0)
    return base._replace(
        quantity_milli=_thousandths(quantity),
        rate_paise=parse_amount(rate, field="item") if rate else base.rate_paise,
        gst_rate_bp=_basis_points(gst) if gst else base.gst_rate_bp,
    )


def _thousandths(text: str) -> int:
    exact: Fraction = work_out(text, field="item")
    return round_half_up(exact.numerator * _MILLI, exact.denominator)


def _basis_points(text: str) -> int:
    exact = work_out(text.removesuffix("%"), field="item") * _BP
    if exact.denominator != 1 or not 0 <= exact <= 100 * _BP:
        message = say("“{text}” is not a GST rate in percent. {form}", text=text, form=_FORM)
        raise BadInput(message, field="item")
    return int(exact)
