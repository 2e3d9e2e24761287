"""What a clerk is asked about before a receipt is saved: twice the same, much cash."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from collectiq_desktop.core.domain.cash import CashWeight
from collectiq_desktop.core.queries.doubts import Alike

LATELY_MS = 10 * 60_000
"""The same sum of a party is asked about for so long."""


class Doubt(StrEnum):
    """Why to look twice."""

    SAME_REFERENCE = "same reference"
    SAME_CHEQUE = "same cheque"
    SAME_AMOUNT = "same amount"
    MUCH_CASH = "much cash"


class Doubtful(NamedTuple):
    """A doubt, and the receipt, the cash or the cheque that raises it."""

    doubt: Doubt
    number: str = ""
    cash: CashWeight | None = None
    cheque_on: date | None = None


def doubt_of(alike: Alike, cash: CashWeight | None) -> Doubtful | None:
    """The gravest doubt about a receipt."""
    if cash is not None:
        return Doubtful(Doubt.MUCH_CASH, cash=cash)
    if alike.by_reference:
        return Doubtful(Doubt.SAME_REFERENCE, alike.by_reference)
    if alike.by_cheque_on is not None:
        return Doubtful(Doubt.SAME_CHEQUE, cheque_on=alike.by_cheque_on)
    return Doubtful(Doubt.SAME_AMOUNT, alike.by_amount) if alike.by_amount else None
