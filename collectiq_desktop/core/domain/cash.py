"""Cash that the law limits: from one person in a day, and for one transaction.

Nobody may receive ₹2,00,000 or more in cash from one person in a day, or for
one transaction over any number of days. One bill is one transaction.

Source: s.186 of the Income-tax Act 2025, before it s.269ST; domain page §2.
Money: whole paise; the limit itself is already too much.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.saying import Sentence, one_after_another, say
from collectiq_desktop.core.domain.vouchers import BillKey, Voucher, party_balances

CASH_LIMIT_PAISE = 2_00_000_00
CASH_WARNING_PAISE = 1_80_000_00


class CashRule(StrEnum):
    """Which of the two limits it is."""

    DAY = "day"
    BILL = "bill"


class CashWeight(NamedTuple):
    """One limit, what was taken before, and what is to come.

    Args:
        number: of the bill, empty for a day.
    """

    rule: CashRule
    taken_paise: int
    wanted_paise: int
    number: str = ""

    @property
    def sum_paise(self) -> int:
        """All together."""
        return self.taken_paise + self.wanted_paise

    @property
    def is_over(self) -> bool:
        """Whether the law forbids it."""
        return bool(self.wanted_paise) and self.sum_paise >= CASH_LIMIT_PAISE

    @property
    def is_near(self) -> bool:
        """Whether it is to be looked at twice."""
        return bool(self.wanted_paise) and self.sum_paise >= CASH_WARNING_PAISE

    @property
    def most_paise(self) -> int:
        """How much may still be taken in cash."""
        return max(0, CASH_LIMIT_PAISE - 1 - self.taken_paise)


@dataclass(frozen=True, slots=True, kw_only=True)
class CashTaken:
    """What was taken in cash before, from the person on the day and for each bill."""

    day_paise: int = 0
    bills_paise: Mapping[BillKey, int] = field(default_factory=dict)
    numbers: Mapping[BillKey, str] = field(default_factory=dict)


def person_of(*, pan: str, gstin: str) -> str:
    """What makes two accounts one person before the law: the PAN; empty where none is known."""
    return (pan or gstin[2:12]).upper()


def received_cash(voucher: Voucher, cash_codes: Collection[str]) -> dict[PartyId, int]:
    """What each party pays in cash by a voucher; what is let off beside it is none.

    Where several parties pay into one sum, nobody can say whose cash it was:
    each is taken to have paid as much of it as it can have.
    """
    cash_paise = sum(p.amount_paise for p in voucher.postings if p.account_code in cash_codes)
    if cash_paise <= 0:
        return {}
    return {
        party_id: min(cash_paise, -moved_paise)
        for party_id, moved_paise in party_balances(voucher).items()
        if moved_paise < 0
    }


def cash_on_bills(
    voucher: Voucher, party_id: PartyId | None, received_paise: int
) -> dict[BillKey, int]:
    """What of a party's cash is set against each bill, at most all of it."""
    on_bills: dict[BillKey, int] = {}
    for claim in voucher.claims:
        if claim.amount_paise < 0 and voucher.party_of(claim) == party_id:
            on_bills[claim.bill] = on_bills.get(claim.bill, 0) - claim.amount_paise
    return {bill: min(paise, received_paise) for bill, paise in on_bills.items()}


def weigh(
    taken: CashTaken, wanted_paise: int, on_bills_paise: Mapping[BillKey, int]
) -> CashWeight | None:
    """The limit that is nearest to being broken, or broken; None while all are far."""
    weights = [CashWeight(CashRule.DAY, taken.day_paise, wanted_paise)]
    for bill, paise in on_bills_paise.items():
        before_paise = taken.bills_paise.get(bill, 0)
        number = taken.numbers.get(bill, "")
        weights.append(CashWeight(CashRule.BILL, before_paise, paise, number))
    return gravest(weights)


def gravest(weights: Iterable[CashWeight]) -> CashWeight | None:
    """The weight that is to be spoken of, a broken limit before one that is near."""
    near = [weight for weight in weights if weight.is_near]
    return max(near, key=lambda weight: weight.sum_paise, default=None)


def refuse_cash(weight: CashWeight | None) -> None:
    """Refuse cash that the law forbids.

    Raises:
        Refused: with the law, what was taken before, and the way out.
    """
    if weight is not None and weight.is_over:
        raise Refused(cash_refusal(weight), field="amount")


def cash_refusal(weight: CashWeight) -> Sentence:
    """The law, what was taken before, and the way out."""
    taken = format_inr(weight.taken_paise)
    law = say(
        "₹2,00,000 or more in cash from one person in a day is not allowed by s.186 "
        "(before: s.269ST). Taken on this day: {taken}.",
        taken=taken,
    )
    if weight.rule is CashRule.BILL:
        law = say(
            "₹2,00,000 or more in cash for one bill, over any number of days, is not allowed by "
            "s.186 (before: s.269ST). Taken for this bill {number}: {taken}.",
            number=weight.number,
            taken=taken,
        )
    way_out = say("Take it by UPI, cheque or bank.")
    if weight.most_paise:
        way_out = say(
            "Take at most {most} in cash, or UPI, cheque or bank.",
            most=format_inr(weight.most_paise),
        )
    return one_after_another((law, way_out))


def cash_warning(weight: CashWeight) -> Sentence:
    """What is still allowed, and near to what the law forbids."""
    together = format_inr(weight.sum_paise)
    if weight.rule is CashRule.BILL:
        return say(
            "With this it is {together} in cash for bill {number}; from 2,00,000 on s.186 forbids "
            "it, over however many days.",
            together=together,
            number=weight.number,
        )
    return say(
        "With this it is {together} in cash from this person on this day; from 2,00,000 on s.186 "
        "forbids it.",
        together=together,
    )
