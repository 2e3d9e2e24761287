"""Shops of every size and oddness: sensible words, no crash, no figure that is none."""

from __future__ import annotations

import dataclasses
import math
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from collectiq_desktop.core.domain.risk import Category, Evidence, Frequency
from collectiq_desktop.intelligence.forecast import collection_forecast
from collectiq_desktop.intelligence.foresight import Foresight
from collectiq_desktop.intelligence.from_sheet import SheetBill, history_of_sheet
from collectiq_desktop.intelligence.people import Memory, PartyAhead, evidence_said, people, queue
from collectiq_desktop.intelligence.reasons import Witness, reasons_of, what_if
from collectiq_desktop.intelligence.sight import outlook, sight_of
from tests.intelligence.firms import PROMPT, TODAY, Habit, firm, late, never, prompt, usual_firm
from tests.plain_books import fresh_books

LAST = TODAY.toordinal()


def _said(bills: list[SheetBill]) -> list[PartyAhead]:
    """What is said of every party; and nothing of it is no number."""
    sight = sight_of(history_of_sheet(bills), TODAY)
    ahead = outlook(sight)
    found = people(sight, ahead, Memory())
    for each in found:
        assert each.score is None or 0.0 <= each.score <= 1.0
        assert math.isfinite(each.urgency)
        assert 3 <= each.remind_again_days <= 21
        assert evidence_said(each)
        for bill in each.bills:
            assert bill.paise > 0
            days = [on for on in (bill.earliest_on, bill.expected_on, bill.latest_on) if on]
            assert days == sorted(days)
            assert all(on > TODAY for on in days)
        witness = Witness.of(sight, each.party)
        for reason in reasons_of(witness):
            assert reason.sentence
            assert math.isfinite(reason.effect)
        if each.open_paise:
            then = what_if(witness, each.open_paise)
            assert then.score_then <= then.score + 1e-9
    for amount in collection_forecast(ahead.bills, seed=1):
        assert 0 <= amount.low_paise <= amount.likely_paise <= amount.high_paise
    queue(found, TODAY)
    return found


def test_a_shop_without_a_bill() -> None:
    assert _said([]) == []


@pytest.mark.parametrize("count", [1, 10, 60, 400])
def test_shops_of_every_size(count: int) -> None:
    found = _said(usual_firm(parties=60)[:: max(1, 1_280 // count)][:count])
    assert found
    if count < 15:
        assert {each.score for each in found} == {None}


def test_a_shop_of_5000_bills() -> None:
    bills = usual_firm(parties=234)
    assert len(bills) > 4_900
    assert len(_said_quickly(bills)) == 234


def _said_quickly(bills: list[SheetBill]) -> list[PartyAhead]:
    sight = sight_of(history_of_sheet(bills), TODAY)
    return people(sight, outlook(sight), Memory())


def _with_shop(*bills: SheetBill) -> PartyAhead:
    """What is said of the party X, in a shop that works as usual."""
    return next(each for each in _said([*usual_firm(), *bills]) if each.member.name == "X")


def test_a_party_with_one_bill_is_new_and_by_ageing_only() -> None:
    found = _with_shop(SheetBill("X", LAST - 5, LAST + 25, 1_000_00))
    assert (found.score, found.evidence) == (None, Evidence.NONE)
    assert (found.category, found.frequency) == (Category.SAFE, Frequency.NEW)
    assert str(evidence_said(found)) == "New, no history"
    old = _with_shop(SheetBill("X", LAST - 90, LAST - 60, 1_000_00))
    assert old.category is Category.WATCH


def test_two_late_bills_make_nobody_risky() -> None:
    found = _with_shop(
        SheetBill("X", LAST - 200, LAST - 170, 1_000_00, LAST - 100),
        SheetBill("X", LAST - 150, LAST - 120, 1_000_00, LAST - 60),
        SheetBill("X", LAST - 40, LAST - 10, 1_000_00),
    )
    assert found.evidence is Evidence.LOW
    assert found.category is Category.WATCH


def test_all_on_time_and_all_late() -> None:
    on_time = _said(firm((PROMPT, 8)))
    assert {each.category for each in on_time} == {Category.SAFE}
    always_late = _said(firm((Habit("late", 24, 14, late), 8)))
    assert all((each.score or 0) > 0.3 for each in always_late)
    assert {each.frequency for each in always_late} == {Frequency.DELAYED}


def _is_even(bill: SheetBill) -> bool:
    return bill.party[-1] in "02468"


def test_a_shop_closed_for_a_year() -> None:
    closed = [
        bill._replace(
            bill_on=bill.bill_on - 400,
            due_on=bill.due_on - 400,
            paid_on=(bill.paid_on or bill.due_on) - 400 if _is_even(bill) else None,
        )
        for bill in usual_firm()
    ]
    found = _said(closed)
    settled = [each for each in found if not each.open_paise]
    assert settled
    assert {each.category for each in settled} == {Category.DORMANT}
    owing = [each for each in found if each.open_paise]
    assert Category.SAFE not in {each.category for each in owing}


@pytest.mark.parametrize("paise", [1, 100, 10**9, 9 * 10**14])
def test_amounts_of_a_paisa_and_of_crores(paise: int) -> None:
    found = _with_shop(
        *(
            SheetBill("X", LAST - 300 + 20 * n, LAST - 270 + 20 * n, paise, LAST - 265 + 20 * n)
            for n in range(12)
        ),
        SheetBill("X", LAST - 45, LAST - 15, paise),
    )
    assert found.overdue_paise == paise


def test_a_party_that_never_paid() -> None:
    found = _with_shop(*_named("X", never, 6))
    assert found.score is None
    assert found.category is Category.WATCH


def _named(name: str, delay: object, count: int) -> list[SheetBill]:
    rng = Random(3)
    habit = Habit(name, count, 20, delay)  # type: ignore[arg-type]
    return [bill._replace(party=name) for bill in firm((habit, 1), seed=rng.randint(0, 9))]


def test_terms_of_nothing_and_of_half_a_year() -> None:
    for terms_days in (0, 1, 180):
        habit = dataclasses.replace(PROMPT, terms_days=terms_days)
        assert _said(firm((habit, 6)))


def test_bills_far_over_are_not_promised_for_tomorrow() -> None:
    found = _with_shop(*_named("X", prompt, 6), SheetBill("X", LAST - 900, LAST - 870, 1_000_00))
    oldest = max(found.bills, key=lambda bill: bill.late_days)
    assert oldest.expected_on is None
    assert found.oldest_days == 870


LEDGER = """
    party        Ahead  30 days
    party        Undone  30 days
    party        Usual  30 days
"""


def test_credit_balances_and_cancelled_receipts(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    plain.clock.set_today(date(2026, 1, 1))
    plain.write(LEDGER)
    for number in range(9):
        on = date(2026, 1, 5) + timedelta(days=25 * number)
        plain.clock.set_today(on + timedelta(days=20))
        for name in ("Ahead", "Undone", "Usual"):
            plain.write(f"invoice  {name}{number}  {on}  {name}  1,000.00")
            paid_on = on + timedelta(days=20)
            plain.write(f"receipt  R{name}{number}  {paid_on}  {name}  1,000.00")
    plain.clock.set_today(TODAY)
    plain.write(f"receipt  R/advance  {TODAY}  Ahead  9,00,00,000.00  upi  advance")
    plain.write("cancel  RUndone3  the cheque was of another party")
    plain.write("cancel  RUndone8  entered twice")
    look = Foresight(plain.books, None).look(TODAY)
    ahead, undone, _usual = look.people()
    assert (ahead.category, ahead.open_paise, ahead.bills) == (Category.SAFE, 0, ())
    assert undone.overdue_paise == 2_000_00
    assert undone.category is not Category.SAFE
    for each in (ahead, undone):
        assert each.score is not None
        assert 0.0 <= each.score <= 1.0
        assert all(reason.sentence for reason in reasons_of(look.witness(each.member.party_id)))
    assert all(line.low_paise >= 0 for line in look.forecast())
