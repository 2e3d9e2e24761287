"""What all acts of the demo firm have in common: chance, ids, days, order, who acts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from collectiq_desktop.core.domain.cash import CASH_LIMIT_PAISE
from collectiq_desktop.core.domain.ids import FactId, Ids, PartyId, UserId, VoucherId
from collectiq_desktop.core.services.allowing import AllowCredit
from collectiq_desktop.core.services.corrections import CancelVoucher
from collectiq_desktop.core.services.custody import SignCash
from collectiq_desktop.demo.people import Retailer

SUNDAY = 6
_NO_VOUCHERS = (CancelVoucher, AllowCredit, SignCash)
"""What names a voucher that another command posts."""


class Act(NamedTuple):
    """One command, the day on which it is carried out, and by whom.

    Args:
        by: the employee who acts; without one it is the owner.
        party_id: whose balance it moves.

    Money: `owed_paise` is what the party owes more by it.
    """

    on: date
    order: int
    command: object
    by: UserId | None = None
    party_id: PartyId | None = None
    owed_paise: int = 0

    @property
    def is_voucher(self) -> bool:
        """Whether it posts a voucher; a cancellation does not."""
        has_id = hasattr(self.command, "voucher_id")
        return has_id and not isinstance(self.command, _NO_VOUCHERS)


class Buyer(NamedTuple):
    """A retailer under the id that the books know it by."""

    party_id: PartyId
    retailer: Retailer


@dataclass(slots=True, kw_only=True)
class Chance:
    """Chance from a seed, over a stretch of days.

    Dates: from `first_on` to `last_on`, both inside; nothing on a Sunday.
    """

    rng: Random
    ids: Ids
    first_on: date
    last_on: date
    drawn: int = field(default=0, init=False)
    cash_paise: Counter[tuple[PartyId, date]] = field(default_factory=Counter, init=False)

    def act(self, on: date, command: object, by: UserId | None = None) -> Act:
        """The command as the next act of a day."""
        self.drawn += 1
        return Act(on, self.drawn, command, by)

    def moving(
        self, on: date, command: object, buyer: Buyer, paise: int, by: UserId | None = None
    ) -> Act:
        """The same of a command by which a party owes so much more."""
        return self.act(on, command, by)._replace(party_id=buyer.party_id, owed_paise=paise)

    def voucher_id(self) -> VoucherId:
        return VoucherId(self.ids.mint())

    def fact_id(self) -> FactId:
        return FactId(self.ids.mint())

    def takes_cash(self, buyer: Buyer, on: date, paise: int) -> bool:
        """Whether the law lets us take this in cash, too; what may be is noted as taken."""
        is_lawful = self.cash_paise[buyer.party_id, on] + paise < CASH_LIMIT_PAISE
        if is_lawful:
            self.cash_paise[buyer.party_id, on] += paise
        return is_lawful

    def workday(self, on: date) -> date:
        """The day itself, or the Monday after a Sunday."""
        return on + timedelta(days=1) if on.weekday() == SUNDAY else on

    def workdays(self) -> list[date]:
        """All days on which the shop is open."""
        length = (self.last_on - self.first_on).days + 1
        days = (self.first_on + timedelta(days=n) for n in range(length))
        return [day for day in days if day.weekday() != SUNDAY]

    def passed(self, on: date) -> float:
        """How much of the stretch has gone by, 0 to 1."""
        return (on - self.first_on).days / max(1, (self.last_on - self.first_on).days)

    def happens(self, percent: int) -> bool:
        """Whether something happens that happens so often in a hundred times."""
        return self.rng.randrange(100) < percent
