"""A firm of very few parties trades in sums at which the law looks at cash."""

from __future__ import annotations

from datetime import date
from random import Random

from collectiq_desktop.core.domain.cash import CASH_LIMIT_PAISE
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.demo.chance import Buyer, Chance
from collectiq_desktop.demo.paying import receipt
from collectiq_desktop.demo.people import Habit, Retailer
from tests.fakes import CountingIds

DAY = date(2026, 4, 1)


def test_no_more_cash_is_taken_in_a_day_than_the_law_allows() -> None:
    chance = Chance(rng=Random(1), ids=CountingIds(), first_on=DAY, last_on=DAY)
    retailer = Retailer(
        party=Party(name="Asha"),
        habit=Habit.LATE,
        weight=1,
        usual_paise=1,
        modes=(Mode.CASH,),
    )
    buyer = Buyer(PartyId(b"a" * 16), retailer)
    commands = [receipt(chance, buyer, DAY, 70_000_00).command for _ in range(5)]
    taken = [c for c in commands if isinstance(c, RecordReceipt) and c.mode is Mode.CASH]
    assert [c.amount_paise for c in taken] == [70_000_00, 70_000_00]
    assert sum(c.amount_paise for c in taken) < CASH_LIMIT_PAISE
