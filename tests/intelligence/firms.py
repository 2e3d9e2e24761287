"""Firms with known habits, for the tests of what is foretold: lists of bills, drawn by a seed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from collectiq_desktop.intelligence.from_sheet import SheetBill, history_of_sheet
from collectiq_desktop.intelligence.history import History

TODAY = date(2026, 11, 22)
Delay = Callable[[Random], int | None]
"""Draws by how many days a bill is late; None for one that is not paid."""


@dataclass(frozen=True)
class Habit:
    """How parties buy and pay: so many bills, so many days apart, so late."""

    name: str
    bills: int
    apart_days: int
    delay: Delay
    terms_days: int = 30
    paise: int = 10_000_00


def prompt(rng: Random) -> int:
    return rng.randint(-6, 2)


def late(rng: Random) -> int:
    return rng.randint(12, 45)


def wild(rng: Random) -> int:
    return rng.choice((-10, 0, 4, 25, 60))


def never(_rng: Random) -> int | None:
    return None


def bills_of(habit: Habit, party: str, rng: Random, today: date = TODAY) -> Iterator[SheetBill]:
    """A party's bills up to today; what would be paid after today is open."""
    last = today.toordinal()
    for n in range(habit.bills):
        bill_on = last - (habit.bills - n) * habit.apart_days - rng.randint(0, 3)
        due_on = bill_on + habit.terms_days
        delay = habit.delay(rng)
        paid_on = None if delay is None else max(bill_on, due_on + delay)
        if paid_on is not None and paid_on > last:
            paid_on = None
        paise = max(1, habit.paise * rng.randint(60, 140) // 100)
        yield SheetBill(party, bill_on, due_on, paise, paid_on)


def firm(*habits: tuple[Habit, int], seed: int = 1, today: date = TODAY) -> list[SheetBill]:
    """So many parties of each habit."""
    rng = Random(seed)
    return [
        bill
        for habit, count in habits
        for number in range(count)
        for bill in bills_of(habit, f"{habit.name} {number:03d}", rng, today)
    ]


PROMPT = Habit("prompt", 24, 14, prompt)
LATE = Habit("late", 24, 14, late)
WILD = Habit("wild", 16, 21, wild)
WEEKLY = Habit("weekly", 60, 6, prompt, terms_days=7)


def usual_firm(seed: int = 1, parties: int = 12, today: date = TODAY) -> list[SheetBill]:
    """A firm with a little of everything."""
    third = max(1, parties // 3)
    return firm((PROMPT, third), (LATE, third), (WILD, third), seed=seed, today=today)


def usual_history(seed: int = 1, parties: int = 12) -> History:
    return history_of_sheet(usual_firm(seed, parties))
