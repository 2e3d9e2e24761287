"""What a clerk is asked about before a receipt is saved: twice the same, too much cash."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.queries.daybook import DayBookLine

CASH_LIMIT_PAISE = 2_00_000_00
"""Source: s.186 of the Income-tax Act 2025: ₹2,00,000 or more in cash from one person in a day."""


class Doubt(StrEnum):
    """Why to look twice."""

    SAME_REFERENCE = "same reference"
    SAME_AMOUNT = "same amount"
    TOO_MUCH_CASH = "too much cash"


class Doubtful(NamedTuple):
    """A doubt, and the receipt or the sum that raises it.

    Money: taken_paise is the cash of the day so far.
    """

    doubt: Doubt
    number: str = ""
    taken_paise: int = 0


class Claimed(NamedTuple):
    """What of a receipt can raise a doubt."""

    amount_paise: int
    mode: Mode
    reference: str
    on: date


def doubt_of(wanted: Claimed, before: Iterable[DayBookLine]) -> Doubtful | None:
    """The gravest doubt about a receipt, given the party's receipts before it."""
    standing = [line for line in before if not line.is_cancelled]
    of_the_day = [line for line in standing if line.on == wanted.on]
    taken_paise = sum(line.amount_paise for line in of_the_day if line.mode == Mode.CASH)
    if wanted.mode is Mode.CASH and taken_paise + wanted.amount_paise >= CASH_LIMIT_PAISE:
        return Doubtful(Doubt.TOO_MUCH_CASH, taken_paise=taken_paise)
    reference = wanted.reference.casefold()
    for line in standing:
        if reference and line.reference.casefold() == reference:
            return Doubtful(Doubt.SAME_REFERENCE, line.number)
    for line in of_the_day:
        if line.amount_paise == wanted.amount_paise and line.mode == wanted.mode:
            return Doubtful(Doubt.SAME_AMOUNT, line.number)
    return None
