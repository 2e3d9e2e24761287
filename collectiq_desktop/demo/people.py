"""The parties of the demo firm: their names, their terms, how they pay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.demo.words import Script, Words, gstin_of

_LETTERS = "ABCDEFGHJKLMNPRSTUVW"


class Habit(StrEnum):
    """How a party pays."""

    PROMPT = "prompt"
    LATE = "late"
    IRREGULAR = "irregular"
    DRYING_UP = "drying up"
    ADVANCE = "advance"
    CASH = "cash"


_SHARES = {
    Habit.PROMPT: 34,
    Habit.LATE: 24,
    Habit.IRREGULAR: 18,
    Habit.DRYING_UP: 8,
    Habit.ADVANCE: 5,
    Habit.CASH: 11,
}
_CREDIT_DAYS = {
    Habit.PROMPT: (15, 21, 30),
    Habit.LATE: (15, 30, 45),
    Habit.IRREGULAR: (7, 15, 30),
    Habit.DRYING_UP: (15, 30),
    Habit.ADVANCE: (0, 7),
    Habit.CASH: (0,),
}
_MODES = (
    (Mode.CASH, Mode.UPI),
    (Mode.UPI, Mode.UPI, Mode.CASH),
    (Mode.CHEQUE, Mode.UPI, Mode.CASH),
    (Mode.BANK, Mode.BANK, Mode.CHEQUE),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Retailer:
    """A party with what the books do not know of it: its habit and its size.

    Args:
        weight: how much it buys, beside the others.
        usual_paise: a usual bill.
        modes: how it pays, the likelier more often.
    """

    party: Party
    habit: Habit
    weight: int
    usual_paise: int
    modes: tuple[Mode, ...]


def retailers(count: int, words: Words, rng: Random) -> Iterator[Retailer]:
    """So many parties, no two with one name."""
    taken: set[str] = set()
    habits, shares = list(_SHARES), list(_SHARES.values())
    script_shares = [script.share for script in words.scripts]
    for number in range(count):
        script = rng.choices(words.scripts, script_shares)[0]
        beat = rng.choice(words.beats)
        name = _free_name(script, beat, rng, taken)
        taken.add(name)
        habit = rng.choices(habits, shares)[0]
        # A few big shops buy most of what is sold, as with every wholesaler.
        weight = max(1, round(100 / (1 + rng.expovariate(1 / 12))))
        yield Retailer(
            party=_party(name, script, words, rng, (habit, beat, number)),
            habit=habit,
            weight=weight,
            usual_paise=(1_500 + weight * 180) * 100,
            modes=rng.choice(_MODES),
        )


def _free_name(script: Script, beat: str, rng: Random, taken: set[str]) -> str:
    name = f"{rng.choice(script.heads)} {rng.choice(script.tails)}"
    if name not in taken:
        return name
    name = f"{name}, {beat}"
    count = 2
    free = name
    while free in taken:
        free = f"{name} {count}"
        count += 1
    return free


def _party(
    name: str, script: Script, words: Words, rng: Random, facts: tuple[Habit, str, int]
) -> Party:
    habit, beat, number = facts
    town = rng.choice(words.towns)
    credit_days = rng.choice(_CREDIT_DAYS[habit])
    is_registered = rng.random() < 0.55
    gstin = gstin_of(words.firm.state_code, _pan(rng)) if is_registered else ""
    # No range of Indian numbers is kept for fiction: this one looks made up at a glance.
    phones = [f"60000 {10_000 + number:05d}"] if rng.random() < 0.93 else []
    return Party(
        name=name,
        phones=tuple(phones),
        address=(f"{rng.randint(1, 99)}, {beat}", town.name),
        pincode=town.pincode,
        state_code=words.firm.state_code,
        gstin=gstin,
        credit_days=credit_days,
        credit_limit_paise=rng.choice((0, 0, 25_000, 50_000, 1_00_000, 2_00_000)) * 100,
        is_bill_wise=rng.random() > 0.04,
        language=script.language,
        beat=beat,
        group="Sundry Debtors",
    )


def _pan(rng: Random) -> str:
    head, holder = "".join(rng.choices(_LETTERS, k=3)), rng.choice("PF")
    first, last = rng.choices(_LETTERS, k=2)
    return f"{head}{holder}{first}{rng.randint(1000, 9999)}{last}"
