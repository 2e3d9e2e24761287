"""No leak: what is foretold of a day is the same, whatever came after it.

Real shops key in receipts late, and that must not be known early either.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.queries.payment_history import PaymentHistory
from collectiq_desktop.core.services.corrections import CancelVoucher
from collectiq_desktop.intelligence.choosing import chosen_settings
from collectiq_desktop.intelligence.from_books import history_of
from collectiq_desktop.intelligence.from_sheet import SheetBill, history_of_sheet
from collectiq_desktop.intelligence.history import History
from collectiq_desktop.intelligence.modelset import TASKS
from collectiq_desktop.intelligence.people import Memory, people
from collectiq_desktop.intelligence.sight import Outlook, outlook, sight_of
from collectiq_desktop.intelligence.views import Views
from tests.intelligence.firms import TODAY, usual_firm
from tests.plain_books import PlainBooks, fresh_books

LOOKED_ON = TODAY - timedelta(days=90)


def _shuffled(bills: list[SheetBill], day: int, seed: int) -> list[SheetBill]:
    """The same until a day; after it everything is otherwise."""
    rng = Random(seed)
    told = []
    for bill in bills:
        if bill.bill_on >= day:
            if rng.random() < 0.5:
                told.append(bill._replace(amount_paise=rng.randint(1, 10**9), paid_on=None))
        elif bill.paid_on is None or bill.paid_on >= day:
            paid_on = rng.choice((None, day, day + rng.randint(0, 400)))
            told.append(bill._replace(paid_on=paid_on))
        else:
            told.append(bill)
    rng.shuffle(told)
    return told


def _with_parties_of(bills: list[SheetBill], others: list[SheetBill]) -> list[SheetBill]:
    """No party is lost, so that both histories list the same."""
    known = {bill.party for bill in bills}
    return bills + [bill for bill in others if bill.party not in known]


def _same(one: Outlook, other: Outlook) -> None:
    for mine, theirs in zip(one.parties, other.parties, strict=True):
        np.testing.assert_array_equal(mine, theirs)
    for name in one.bills._fields:
        if name != "bill":
            np.testing.assert_array_equal(getattr(one.bills, name), getattr(other.bills, name))


@given(st.integers(0, 10_000))
def test_shuffling_the_future_changes_nothing_that_is_foretold(seed: int) -> None:
    bills, day = usual_firm(seed % 7), LOOKED_ON.toordinal() + 1
    then = history_of_sheet(bills)
    other = history_of_sheet(_with_parties_of(_shuffled(bills, day, seed), bills))
    mine, theirs = sight_of(then, LOOKED_ON), sight_of(other, LOOKED_ON)
    _same(outlook(mine), outlook(theirs))
    said = [people(each, outlook(each), Memory()) for each in (mine, theirs)]
    assert [(p.score, p.category, p.frequency) for p in said[0]] == [
        (p.score, p.category, p.frequency) for p in said[1]
    ]


@given(st.integers(0, 10_000))
def test_shuffling_the_future_changes_nothing_that_is_learned_from(seed: int) -> None:
    bills, day = usual_firm(seed % 5), LOOKED_ON.toordinal() + 1
    views = [
        Views(history_of_sheet(each))
        for each in (bills, _with_parties_of(_shuffled(bills, day, seed), bills))
    ]
    assert chosen_settings(views[0], day) == chosen_settings(views[1], day)
    for task in TASKS:
        learned = []
        for view in views:
            rows = task.rows(view, range(day - 365, day))
            rows = rows.where(rows.decided_on <= day)
            told = view.history.bills
            key = np.where(
                rows.bill < 0, 0, told.bill_on[rows.bill] * 10**7 + told.due_on[rows.bill]
            )
            outcome = task.outcome(view, rows, day)
            names = [view.history.members[p].name for p in rows.party]
            learned.append(sorted(zip(names, rows.day, key, outcome, strict=True)))
        assert learned[0] == learned[1]


def _at(plain: PlainBooks, on: date, text: str) -> None:
    plain.clock.set_today(on)
    plain.write(text)


def _history(plain: PlainBooks) -> History:
    return history_of(plain.ask(PaymentHistory()))


STORY = """
    party  Asha  30 days
    party  Bina  30 days
"""


@pytest.fixture
def plain(tmp_path: Path) -> PlainBooks:
    """Two parties that bought for a year and paid a little late."""
    plain = fresh_books(tmp_path)
    _at(plain, date(2026, 1, 1), STORY)
    for number in range(9):
        on = date(2026, 1, 5) + timedelta(days=25 * number)
        for name in ("Asha", "Bina"):
            _at(plain, on, f"invoice  {name}/{number}  {on}  {name}  1,000.00")
            paid_on = on + timedelta(days=24)
            _at(plain, paid_on, f"receipt  R{name}/{number}  {paid_on}  {name}  1,000.00")
    return plain


def test_a_receipt_keyed_in_late_changes_nothing_that_was_known_before(plain: PlainBooks) -> None:
    on = date(2026, 9, 1)
    _at(plain, on, f"invoice  S/1  {on}  Asha  5,000.00")
    seen_on = date(2026, 10, 20)
    before = outlook(sight_of(_history(plain), seen_on))
    assert before.parties.overdue_paise.sum() == 5_000_00
    _at(plain, date(2026, 11, 1), "receipt  R/1  2026-09-10  Asha  5,000.00")
    _same(outlook(sight_of(_history(plain), seen_on)), before)
    after = outlook(sight_of(_history(plain), date(2026, 11, 1)))
    assert after.parties.overdue_paise.sum() == 0


def test_a_cancelled_receipt_had_counted_while_it_stood(plain: PlainBooks) -> None:
    on = date(2026, 9, 1)
    _at(plain, on, f"invoice  S/1  {on}  Asha  5,000.00")
    _at(plain, date(2026, 9, 10), "receipt  R/1  2026-09-10  Asha  5,000.00")
    seen_on = date(2026, 10, 20)
    before = outlook(sight_of(_history(plain), seen_on))
    plain.clock.set_today(date(2026, 11, 1))
    plain.run(
        CancelVoucher(
            fact_id=FactId(plain.ids.mint()),
            voucher_id=plain.vouchers["R/1"],
            reason="the cheque came back",
        )
    )
    now = _history(plain)
    _same(outlook(sight_of(now, seen_on)), before)
    assert outlook(sight_of(now, date(2026, 11, 1))).parties.overdue_paise.sum() == 5_000_00


def test_entry_days_of_a_sheet_hold_back_what_was_keyed_in_late() -> None:
    bills = [SheetBill("A", 100, 130, 1_000_00, 120, keyed_on=200)]
    history = history_of_sheet(bills)
    assert history.bills.known_on[0] == 200
    assert history.bills.paid_known_on[0] == 200
    assert not len(Views(history).open_on(150)[1].bill)
