"""Reasons are facts: worked out again from plain bills, each moves the score as it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random
from statistics import median

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collectiq_desktop.core.domain.money import parse_inr
from collectiq_desktop.core.queries.payment_history import PaymentHistory
from collectiq_desktop.intelligence.from_books import history_of
from collectiq_desktop.intelligence.from_sheet import SheetBill, history_of_sheet
from collectiq_desktop.intelligence.reasons import (
    LEAST_EFFECT,
    MOST_LOWERING,
    MOST_RAISING,
    Kind,
    Reason,
    Witness,
    reasons_of,
    what_if,
)
from collectiq_desktop.intelligence.sight import Sight, outlook, sight_of
from tests.intelligence.firms import LATE, TODAY, WILD, Habit, firm, prompt, usual_firm
from tests.plain_books import fresh_books

LAST = TODAY.toordinal()
NUMBERS = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
GROWING = Habit("growing", 14, 20, prompt, terms_days=10)


def _numbers(reason: Reason) -> list[int]:
    return [round(float(text.replace(",", ""))) for text in NUMBERS.findall(str(reason.sentence))]


def _firm(seed: int) -> list[SheetBill]:
    """A usual firm, and one party whose last bills are larger, slower and not yet paid."""
    rng = Random(seed)
    bills = [*usual_firm(seed % 50), *firm((GROWING, 1), seed=seed)]
    for late in (5, 12, 20):
        on = LAST - 130 + 3 * late
        bills.append(SheetBill("growing 000", on, on + 10, 12_000_00, on + 10 + late))
    on = LAST - rng.randint(20, 90)
    bills.append(SheetBill("growing 000", on, on + 10, rng.randint(1, 90) * 1_000_00))
    return bills


def _alone(sight: Sight, bills: list[SheetBill]) -> float:
    """The score of a party whose bills these are, before the same shop; read anew from a list."""
    alone = sight.with_history(history_of_sheet(bills))
    return float(outlook(alone, np.zeros(1, np.int64)).parties.score[0])


def _key(bill: SheetBill) -> tuple[int, int, int]:
    return bill.bill_on, bill.due_on, bill.amount_paise


def _named(witness: Witness, reason: Reason) -> set[tuple[int, int, int]]:
    bills = witness.sight.history.bills
    return {
        (int(bills.bill_on[at]), int(bills.due_on[at]), int(bills.amount_paise[at]))
        for at in reason.bills
    }


def _paid(mine: list[SheetBill]) -> list[SheetBill]:
    """The last ten bills paid, newest first."""
    paid = [bill for bill in mine if bill.paid_on is not None]
    return sorted(paid, key=lambda bill: bill.paid_on or 0)[::-1][:10]


def _delay(bill: SheetBill) -> int:
    return (bill.paid_on or 0) - bill.due_on


def _check(reason: Reason, mine: list[SheetBill], named: set[tuple[int, int, int]]) -> None:
    """The figures of a sentence, worked out from the plain bills that it names."""
    those, told = [bill for bill in mine if _key(bill) in named], _numbers(reason)
    last = _paid(mine)
    if reason.kind is Kind.LATE_HABIT:
        late = [_delay(bill) for bill in last if _delay(bill) > 0]
        assert told[:3] == [len(late), len(last), round(median(late))]
    elif reason.kind is Kind.ON_TIME:
        assert told == [sum(_delay(bill) <= 0 for bill in last), len(last)]
    elif reason.kind in {Kind.SLOWER, Kind.FASTER}:
        days = sorted(told[1:])
        assert told[0] == 3
        assert told[1:] == (days if reason.kind is Kind.SLOWER else days[::-1])
        assert sorted(_delay(bill) for bill in those) == days
    elif reason.kind is Kind.OVERDUE:
        overdue = [b for b in mine if b.paid_on is None and b.due_on < LAST]
        assert told[0] == round(sum(bill.amount_paise for bill in overdue) / 100)
        assert told[1] == max(LAST - bill.due_on for bill in overdue)
        assert {_key(bill) for bill in overdue} == named
    elif reason.kind is Kind.LARGE_BILL:
        (bill,) = those
        usual = median(other.amount_paise for other in mine if other is not bill)
        assert told == [round(bill.amount_paise / usual)]
        assert bill.paid_on is None
    elif reason.kind is Kind.SILENT:
        days = sorted({bill.paid_on for bill in mine if bill.paid_on is not None})
        gaps = [after - before for before, after in pairwise(days)]
        assert told == [LAST - days[-1], max(1, round(median(gaps)))]


def _parties(sight: Sight) -> Iterator[tuple[Witness, str]]:
    for at, member in enumerate(sight.history.members):
        yield Witness.of(sight, at), member.name


@settings(max_examples=25)
@given(st.integers(0, 100_000))
def test_every_reason_holds_by_the_ledger_and_moves_the_score_as_it_says(seed: int) -> None:
    bills = _firm(seed)
    sight = sight_of(history_of_sheet(bills), TODAY)
    for witness, name in list(_parties(sight))[:: 1 + seed % 3]:
        mine = [bill for bill in bills if bill.party == name]
        score = _alone(sight, mine)
        for reason in reasons_of(witness):
            named = _named(witness, reason)
            assert named, reason.sentence
            _check(reason, mine, named)
            if reason.kind in {Kind.FEW_BILLS, Kind.SILENT}:
                continue
            without = _alone(sight, [bill for bill in mine if _key(bill) not in named])
            assert abs(score - without - reason.effect) < 1e-9, reason.sentence
            lowers = reason.kind in {Kind.ON_TIME, Kind.FASTER}
            assert (without > score) is lowers


@settings(max_examples=10)
@given(st.integers(0, 100_000))
def test_at_most_three_raise_and_one_lowers_the_strongest_first(seed: int) -> None:
    sight = sight_of(history_of_sheet(_firm(seed)), TODAY)
    for witness, _name in list(_parties(sight))[::5]:
        effects = [each.effect for each in reasons_of(witness) if each.kind is not Kind.FEW_BILLS]
        raising = [effect for effect in effects if effect > 0]
        assert len(raising) <= MOST_RAISING
        assert len(effects) - len(raising) <= MOST_LOWERING
        assert raising == sorted(raising)[::-1]
        score = float(witness.score())
        assert all(abs(e) >= LEAST_EFFECT or min(score, 1 - score) < 0.06 for e in effects)


def test_every_kind_of_reason_is_given_by_some_firm() -> None:
    """The property above is not true of nothing."""
    given_kinds = set()
    for seed in range(12):
        sight = sight_of(history_of_sheet(_firm(seed)), TODAY)
        for witness, _name in _parties(sight):
            given_kinds |= {reason.kind for reason in reasons_of(witness)}
    assert given_kinds >= {
        Kind.LATE_HABIT,
        Kind.ON_TIME,
        Kind.OVERDUE,
        Kind.SILENT,
        Kind.SLOWER,
    }


def test_what_is_cleared_lowers_the_score_and_all_of_it_the_most() -> None:
    sight = sight_of(history_of_sheet(firm((LATE, 6), (WILD, 6), seed=3)), TODAY)
    owing = 0
    for witness, _name in _parties(sight):
        open_paise = int(witness.outlook().parties.open_paise[0])
        if not open_paise:
            continue
        owing += 1
        steps = [what_if(witness, open_paise * share // 4) for share in range(5)]
        assert steps[0].score == steps[0].score_then
        assert steps[-1].score_then <= steps[0].score
        assert what_if(witness, 2 * open_paise).cleared_paise == open_paise
    assert owing >= 6


STORY = """
    party    Asha  30 days
    party    Bina  30 days
"""


def _told(folder: Path, more: str) -> Witness:
    """Two parties that pay nearly on time, and what else happened to Asha."""
    plain = fresh_books(folder)
    plain.clock.set_today(date(2026, 1, 1))
    plain.write(STORY)
    for number in range(9):
        on = date.fromordinal(date(2026, 1, 5).toordinal() + 25 * number)
        paid_on = date.fromordinal(on.toordinal() + 24)
        plain.clock.set_today(paid_on)
        for name in ("Asha", "Bina"):
            plain.write(f"invoice  {name}/{number}  {on}  {name}  1,000.00")
            plain.write(f"receipt  R{name}/{number}  {paid_on}  {name}  1,000.00")
    for line in filter(None, map(str.strip, more.splitlines())):
        plain.clock.set_today(date.fromisoformat(line.split()[2]))
        plain.write(line)
    history = history_of(plain.ask(PaymentHistory()))
    sight = sight_of(history, date(2026, 10, 20))
    return Witness.of(sight, 0)


def test_overdue_in_the_books_is_what_the_outstanding_says(tmp_path: Path) -> None:
    witness = _told(
        tmp_path,
        """
        invoice  S/1  2026-08-01  Asha  5,000.00
        receipt  R/1  2026-09-05  Asha  1,200.50
        """,
    )
    (reason,) = (each for each in reasons_of(witness) if each.kind is Kind.OVERDUE)
    assert str(reason.sentence) == "₹3,799.50 overdue, oldest 50 days"
    assert parse_inr("3,799.50") == int(witness.outlook().parties.overdue_paise[0])


def test_a_payment_that_came_back_is_named_and_raises_the_score(tmp_path: Path) -> None:
    witness = _told(
        tmp_path,
        """
        invoice  S/1  2026-08-01  Asha  5,000.00
        receipt  R/1  2026-09-01  Asha  5,000.00  cheque
        journal  J/1  2026-09-06  Asha  5,000.00  account bank  against S/1 5,000.00
        """,
    )
    (reason,) = (each for each in reasons_of(witness) if each.kind is Kind.RETURNED)
    assert str(reason.sentence) == "1 payment came back"
    assert witness.score(reason.without) < witness.score()


@pytest.mark.parametrize("count", [1, 2])
def test_one_or_two_bills_say_that_they_are_few(count: int) -> None:
    few = [
        SheetBill("X", LAST - 100 + 20 * n, LAST - 90 + 20 * n, 1_000_00, LAST - 60 + 20 * n)
        for n in range(count)
    ]
    sight = sight_of(history_of_sheet([*usual_firm(), *few]), TODAY)
    witness = next(each for each, name in _parties(sight) if name == "X")
    last = reasons_of(witness)[-1]
    assert last.kind is Kind.FEW_BILLS
    assert str(last.sentence).startswith("Only 1 bill seen" if count == 1 else "Only 2 bills seen")
