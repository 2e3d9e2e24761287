"""How the money comes back: when, in how many parts, and by which way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.services.corrections import CancelVoucher
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.demo.chance import Act, Buyer, Chance
from collectiq_desktop.demo.cheques import post_dated, taken_at_once
from collectiq_desktop.demo.people import Habit
from collectiq_desktop.demo.words import Words


def payments(
    words: Words, chance: Chance, buyer: Buyer, on: date, total_paise: int
) -> Iterator[Act]:
    due_on = on + timedelta(days=buyer.retailer.party.credit_days)
    if _stays_unpaid(chance, buyer.retailer.habit, on):
        return
    for part in _parts(chance, buyer.retailer.habit, total_paise):
        day = chance.workday(max(on, due_on + _delay(chance, buyer.retailer.habit, on)))
        yield from _received(words, chance, buyer, (on, day), part)
        due_on = day + timedelta(days=chance.rng.randint(3, 12))


def _stays_unpaid(chance: Chance, habit: Habit, on: date) -> bool:
    if habit is Habit.DRYING_UP:
        return chance.passed(on) > 0.4 and chance.happens(70)
    return habit in {Habit.LATE, Habit.IRREGULAR} and chance.happens(3)


def _delay(chance: Chance, habit: Habit, on: date) -> timedelta:
    days = chance.rng.randint
    match habit:
        case Habit.PROMPT:
            late = days(-4, 3)
        case Habit.LATE:
            late = days(8, 45)
        case Habit.IRREGULAR:
            late = days(-5, 5) if chance.happens(50) else days(15, 90)
        case Habit.DRYING_UP:
            late = round(days(0, 10) + 90 * chance.passed(on))
        case _:
            late = 0
    return timedelta(days=late)


def _parts(chance: Chance, habit: Habit, total_paise: int) -> list[int]:
    """The sums in which a bill is paid; round ones, and the rest at the end."""
    percent = {Habit.LATE: 35, Habit.IRREGULAR: 70}.get(habit, 10)
    parts: list[int] = []
    left = total_paise
    while len(parts) < 3 and left > 2_00_000 and chance.happens(percent):
        part = max(50_000, left * chance.rng.randint(30, 70) // 50_00_000 * 50_000)
        parts.append(part)
        left -= part
    return [*parts, left] if left > 0 else parts


def _received(
    words: Words, chance: Chance, buyer: Buyer, days: tuple[date, date], paise: int
) -> Iterator[Act]:
    """Money for a bill of the first day, which comes on the second."""
    billed_on, on = days
    mode = _mode(chance, buyer, on, paise)
    if mode is Mode.CHEQUE:
        given_on = chance.workday(max(billed_on, on - timedelta(days=chance.rng.randint(6, 25))))
        is_late = buyer.retailer.habit in {Habit.LATE, Habit.IRREGULAR}
        if is_late and given_on < on and chance.happens(40):
            yield from post_dated(words, chance, buyer, (given_on, on), paise)
        else:
            yield from taken_at_once(words, chance, buyer, on, paise)
        return
    first = _receipt(chance, buyer, on, paise, mode)
    yield first
    if mode in {Mode.UPI, Mode.BANK} and chance.happens(3):
        yield from _entered_twice(chance, first)


def _entered_twice(chance: Chance, first: Act) -> Iterator[Act]:
    """The same money once more, found out on the same day."""
    assert isinstance(first.command, RecordReceipt)
    again = replace(first.command, voucher_id=chance.voucher_id())
    undone = CancelVoucher(
        fact_id=chance.fact_id(), voucher_id=again.voucher_id, reason="Entered twice"
    )
    yield chance.act(first.on, again)
    yield chance.act(first.on, undone)


def receipt(chance: Chance, buyer: Buyer, on: date, paise: int, *, is_advance: bool = False) -> Act:
    """Money that is no cheque."""
    mode = _mode(chance, buyer, on, paise)
    return _receipt(
        chance,
        buyer,
        on,
        paise,
        Mode.BANK if mode is Mode.CHEQUE else mode,
        is_advance=is_advance,
    )


def _mode(chance: Chance, buyer: Buyer, on: date, paise: int) -> Mode:
    mode = chance.rng.choice(buyer.retailer.modes)
    if mode is Mode.CASH and not chance.takes_cash(buyer, on, paise):
        return Mode.BANK
    return mode


def _receipt(
    chance: Chance, buyer: Buyer, on: date, paise: int, mode: Mode, *, is_advance: bool = False
) -> Act:
    is_discounted = not is_advance and buyer.retailer.habit is Habit.PROMPT and chance.happens(15)
    discount_paise = paise // 100 if is_discounted else 0
    command = RecordReceipt(
        voucher_id=chance.voucher_id(),
        party_id=buyer.party_id,
        amount_paise=paise - discount_paise,
        discount_paise=discount_paise,
        mode=mode,
        on=on,
        allocations=() if is_advance else None,
        reference=_reference(chance, mode),
        narration="Advance" if is_advance else "",
    )
    return chance.moving(on, command, buyer, -paise)


def _reference(chance: Chance, mode: Mode) -> str:
    match mode:
        case Mode.UPI:
            return f"{chance.rng.randint(4 * 10**11, 9 * 10**11)}"
        case Mode.BANK:
            return f"EXAMN{chance.rng.randint(10**10, 10**11 - 1)}"
        case _:
            return ""
