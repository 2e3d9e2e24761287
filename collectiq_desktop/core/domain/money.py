"""Money: integer paise, how they are written, read and rounded.

Every rule of rounding lives here under its name, and no float touches money.
Amounts in words are in `words`; who owes what is not decided here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple, NoReturn, TypeAlias

from collectiq_desktop.core.domain.arithmetic import work_out
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.numerals import group_indian, plain_numerals, ungroup
from collectiq_desktop.core.domain.saying import say

Paise: TypeAlias = int

PAISE_PER_RUPEE = 100
MAX_PAISE = 2**53 - 1
"""The largest sum, either way: what every spreadsheet and browser holds exactly."""

_BP_WHOLE = 10_000
_LAKH = 1_00_000
_CRORE = 1_00_00_000
_DECIMALS = 2


# Rounding, named by rule ----------------------------------------------------


def round_half_up(numerator: int, denominator: int) -> int:
    """The quotient to the nearest whole number, halves away from zero.

    A credit note so rounds to exactly what the invoice it undoes rounded to.

    Money: exact; no float is made on the way.
    """
    assert denominator > 0
    magnitude = (2 * abs(numerator) + denominator) // (2 * denominator)
    return magnitude if numerator >= 0 else -magnitude


class RupeeRounding(NamedTuple):
    """A sum in whole rupees and the round-off line that led to it."""

    rounded_paise: Paise
    round_off_paise: Paise


def round_to_rupee(paise: Paise) -> RupeeRounding:
    """The sum in whole rupees, half-up, and the round-off that was added.

    Money: rounded_paise = paise + round_off_paise; the latter is -49 … 50,
    or -50 … 49 for sums below zero.
    """
    rounded = round_half_up(paise, PAISE_PER_RUPEE) * PAISE_PER_RUPEE
    return RupeeRounding(rounded, rounded - paise)


def tax_on(taxable_paise: Paise, rate_bp: int) -> Paise:
    """The tax on a taxable value at a rate in basis points (18 % = 1800).

    Money: rounded half-up to the paisa.
    """
    assert rate_bp >= 0
    return round_half_up(taxable_paise * rate_bp, _BP_WHOLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class GstSplit:
    """The GST of one taxable value; either IGST, or CGST and SGST alike."""

    cgst_paise: Paise
    sgst_paise: Paise
    igst_paise: Paise

    @property
    def total_paise(self) -> Paise:
        """The tax in all."""
        return self.cgst_paise + self.sgst_paise + self.igst_paise


def split_gst(taxable_paise: Paise, rate_bp: int, *, is_inter_state: bool) -> GstSplit:
    """The GST on a taxable value, split as the place of supply asks.

    Money: CGST and SGST are each half of the rate and each rounded half-up,
    so they are always equal and may differ together by a paisa from `tax_on`.
    Source: domain.md §2.1, rounding of tax per line and rate.
    """
    assert rate_bp >= 0
    if is_inter_state:
        igst = tax_on(taxable_paise, rate_bp)
        return GstSplit(cgst_paise=0, sgst_paise=0, igst_paise=igst)
    half = round_half_up(taxable_paise * rate_bp, 2 * _BP_WHOLE)
    return GstSplit(cgst_paise=half, sgst_paise=half, igst_paise=0)


def check_paise(paise: int, *, field: str | None = None) -> Paise:
    """The sum itself, when the books can hold it.

    Money: |paise| <= MAX_PAISE.

    Raises:
        BadInput: the sum is too large.
    """
    if -MAX_PAISE <= paise <= MAX_PAISE:
        return paise
    message = say(
        "The amount is too large: the books hold at most {most}.",
        most=format_inr(MAX_PAISE),
    )
    raise BadInput(message, field=field)


# Writing --------------------------------------------------------------------


def format_inr(paise: Paise) -> str:
    """The sum with lakh grouping and two decimals: 12,34,567.50.

    Money: minus sign in front of a credit; no rounding.
    """
    rupees, rest = divmod(abs(paise), PAISE_PER_RUPEE)
    sign = "-" if paise < 0 else ""
    return f"{sign}{group_indian(rupees)}.{rest:02d}"


def format_dr_cr(paise: Paise) -> str:
    """The sum with its side: 1,000.00 Dr, 250.00 Cr; nothing owed is 0.00.

    Money: debit positive; no rounding.
    """
    if paise == 0:
        return format_inr(0)
    return f"{format_inr(abs(paise))} {'Dr' if paise > 0 else 'Cr'}"


def format_inr_short(paise: Paise) -> str:
    """The sum in brief, for tiles and charts: 74,342, 1.25 L, 3.4 Cr.

    Money: rounded half-up to two decimals of the unit, below a lakh to the
    rupee; never to be added up.
    """
    sign = "-" if paise < 0 else ""
    size = abs(paise)
    rupees = round_half_up(size, PAISE_PER_RUPEE)
    if rupees < _LAKH:
        return ("-" if paise < 0 < rupees else "") + group_indian(rupees)
    hundredths = round_half_up(size, _LAKH)
    if hundredths < _CRORE // _LAKH * 100:
        return f"{sign}{_brief(hundredths)} L"
    return f"{sign}{_brief(round_half_up(size, _CRORE))} Cr"


def _brief(hundredths: int) -> str:
    """Hundredths as a decimal without trailing zeros."""
    whole, rest = divmod(hundredths, 100)
    decimals = f"{rest:02d}".rstrip("0")
    return group_indian(whole) + (f".{decimals}" if decimals else "")


# Reading --------------------------------------------------------------------

_MAX_TEXT = 60
_CURRENCY = r"(?:₹|₨|rs\.?|inr|रु\.?|रू\.?)?"
_AMOUNT = re.compile(
    rf"(?P<open>\()?\s*(?P<before>[-+])?\s*{_CURRENCY}\s*(?P<after>[-+])?\s*"
    r"(?P<whole>[\d,]*)(?:\.(?P<decimals>\d*))?\s*(?:/-)?\s*(?P<close>\))?"
    r"\s*(?:(?P<side>dr|cr)\.?)?",
    re.IGNORECASE | re.ASCII,
)
_LEADING_CURRENCY = re.compile(rf"{_CURRENCY}\s*", re.IGNORECASE | re.ASCII)
_HAS_ARITHMETIC = re.compile(r"[*/()]|[\d.]\s*[-+]", re.ASCII)


def parse_inr(text: str, *, field: str | None = None) -> Paise:
    """The sum behind a text as people and other programs write it.

    Understands lakh and western commas, ₹ and Rs., `/-`, a minus sign,
    brackets for a negative, Dr and Cr, and the digits of every Indian script.

    Money: debit positive; Cr, a minus and brackets make it negative.

    Raises:
        BadInput: it is no amount, has more than two decimals, commas out of
            place, two signs, or is too large.
    """
    plain = plain_numerals(text)
    match = _AMOUNT.fullmatch(plain) if len(plain) <= _MAX_TEXT else None
    if match is None or not (match["whole"] or match["decimals"]):
        _refuse_amount(plain, field)
    if (match["open"] is None) != (match["close"] is None):
        message = say("A bracket is missing in “{text}”. Write both, or a minus sign.", text=plain)
        raise BadInput(message, field=field)
    signs = [match[name] for name in ("open", "before", "after", "side") if match[name]]
    if len(signs) > 1:
        message = say("“{text}” has two signs. Use one: a minus, brackets, Dr or Cr.", text=plain)
        raise BadInput(message, field=field)
    magnitude = _paise_of(match["whole"], match["decimals"] or "", field)
    is_credit = bool(signs) and signs[0].lower() in {"(", "-", "cr"}
    return check_paise(-magnitude if is_credit else magnitude, field=field)


def parse_amount(text: str, *, field: str | None = None) -> Paise:
    """The sum typed into an amount field, worked out if it is arithmetic.

    `1200*3+50` is 3,650.00. A bare number is read as by `parse_inr`, so that
    12.345 typed for 12,345 is refused and not rounded; brackets only group.

    Money: exact fractions, rounded half-up to the paisa once, at the end.

    Raises:
        BadInput: it cannot be worked out, or the result is too large.
    """
    plain = plain_numerals(text).removesuffix("/-").rstrip()
    if not _HAS_ARITHMETIC.search(plain):
        return parse_inr(plain, field=field)
    rupees = work_out(_LEADING_CURRENCY.sub("", plain, count=1), field=field)
    paise = round_half_up(rupees.numerator * PAISE_PER_RUPEE, rupees.denominator)
    return check_paise(paise, field=field)


def _refuse_amount(plain: str, field: str | None) -> NoReturn:
    """Say that there is no amount in the text."""
    if not plain:
        raise BadInput(say("Type an amount, for example 12,345.50."), field=field)
    shown = plain if len(plain) <= _MAX_TEXT else plain[: _MAX_TEXT - 1] + "…"
    message = say(
        "“{text}” is not an amount. Type rupees and paise, for example 12,345.50.", text=shown
    )
    raise BadInput(message, field=field)


def _paise_of(whole: str, decimals: str, field: str | None) -> Paise:
    """Whole paise from the digits before and after the point."""
    rupees = ungroup(whole, field=field)
    if len(decimals) > _DECIMALS:
        message = say(
            "“{whole}.{decimals}” has more than two decimals. Write whole paise.",
            whole=whole,
            decimals=decimals,
        )
        raise BadInput(message, field=field)
    return int(rupees or "0") * PAISE_PER_RUPEE + int(decimals.ljust(_DECIMALS, "0"))
