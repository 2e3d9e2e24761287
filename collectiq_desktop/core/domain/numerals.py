"""Numerals as people type and group them: any script's digits, lakhs and crores.

Only the writing of whole numbers is here; what a number is worth is decided
by `money`, `arithmetic` and `calendar`.
"""

from __future__ import annotations

import re
import unicodedata

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.saying import say

_PLAIN_DIGITS = re.compile(r"\d*", re.ASCII)
_LAKH_DIGITS = re.compile(r"\d{1,2}(?:,\d{2})*,\d{3}", re.ASCII)
_WESTERN_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+", re.ASCII)
_SIGNS = {"\u2212": "-", "\u2013": "-", "×": "*", "÷": "/"}


def group_indian(number: int) -> str:
    """A whole number with lakh and crore grouping: 12,34,567."""
    digits = str(abs(number))
    head, groups = digits[:-3], [digits[-3:]]
    while head:
        groups.append(head[-2:])
        head = head[:-2]
    return ("-" if number < 0 else "") + ",".join(reversed(groups))


def plain_numerals(text: str) -> str:
    """The text with single spaces, ASCII digits and ASCII signs.

    Digits of every script become 0-9, typographic minus, times and division
    signs the typed ones; marks that cannot be seen vanish.
    """
    if not text.isascii():
        text = "".join(map(_plain_char, text))
    return " ".join(text.split())


def _plain_char(char: str) -> str:
    """The ASCII form of a digit or sign; invisible marks vanish."""
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if unicodedata.category(char) == "Cf":
        return ""
    return _SIGNS.get(char, char)


def ungroup(whole: str, *, field: str | None = None) -> str:
    """The digits without their commas, lakh or western.

    Raises:
        BadInput: the commas do not stand where either way puts them.
    """
    if any(form.fullmatch(whole) for form in (_PLAIN_DIGITS, _LAKH_DIGITS, _WESTERN_DIGITS)):
        return whole.replace(",", "")
    message = say(
        "The commas in “{whole}” are out of place. Write 1,23,456.00 or 123,456.00, or "
        "leave the commas out.",
        whole=whole,
    )
    raise BadInput(message, field=field)
