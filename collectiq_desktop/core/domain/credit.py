"""How much credit a party has used, by its three limits, and what a sale would make of it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.saying import Sentence, say


class LimitKind(StrEnum):
    """What a limit is of."""

    AMOUNT = "amount"
    DAYS = "days"
    BILLS = "bills"


class CreditUse(NamedTuple):
    """One limit of a party, and how far it is used.

    Both are paise of an amount, whole days late, or open bills.
    """

    kind: LimitKind
    limit: int
    used: int

    @property
    def over(self) -> int:
        """By how much the limit is passed, 0 if it is not."""
        return max(0, self.used - self.limit)


class CreditStanding(NamedTuple):
    """What of a party its limits look at.

    Money: debit positive. Dates: days late of the oldest bill, 0 for none.
    """

    balance_paise: int
    oldest_late_days: int
    open_bills_count: int

    def with_sale(self, new_paise: int) -> CreditStanding:
        """After a sale on credit; what is paid at once opens nothing."""
        if new_paise <= 0:
            return self
        return self._replace(
            balance_paise=self.balance_paise + new_paise,
            open_bills_count=self.open_bills_count + 1,
        )


def credit_uses(party: Party, standing: CreditStanding) -> tuple[CreditUse, ...]:
    """Each limit that the party has, and how far it is used."""
    uses = (
        CreditUse(LimitKind.AMOUNT, party.credit_limit_paise, max(0, standing.balance_paise)),
        CreditUse(LimitKind.DAYS, party.late_limit_days, standing.oldest_late_days),
        CreditUse(LimitKind.BILLS, party.bills_limit_count, standing.open_bills_count),
    )
    return tuple(use for use in uses if use.limit)


def passed_limits(party: Party, standing: CreditStanding, new_paise: int) -> tuple[CreditUse, ...]:
    """The limits that are passed once this much more is sold on credit; none if all is paid."""
    if new_paise <= 0:
        return ()
    return tuple(use for use in credit_uses(party, standing.with_sale(new_paise)) if use.over)


def limit_words(party: Party, use: CreditUse) -> Sentence:
    """What is passed, by how much, and the way out."""
    if use.kind is LimitKind.AMOUNT:
        return say(
            "{party} would owe {used}; its limit is {limit}. Take {over} of it first.",
            party=party.name,
            used=format_inr(use.used),
            limit=format_inr(use.limit),
            over=format_inr(use.over),
        )
    if use.kind is LimitKind.DAYS:
        return say(
            "The oldest bill of {party} is {used} days late; {limit} are allowed. Take a receipt "
            "for it first.",
            party=party.name,
            used=use.used,
            limit=use.limit,
        )
    return say(
        "{party} would have {used} open bills; {limit} are allowed. Take a receipt first.",
        party=party.name,
        used=use.used,
        limit=use.limit,
    )


def refuse_credit(party: Party, passed: tuple[CreditUse, ...]) -> None:
    """Refuse what passes a limit that stops.

    Raises:
        Refused: with the limit and the way out.
    """
    if passed and party.stops_at_limit:
        raise Refused(limit_words(party, passed[0]), field="amount")
