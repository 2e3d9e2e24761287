"""When a bill counts as paid: 99 %, a rupee, credit notes, what came back."""

from __future__ import annotations

import numpy as np
import pytest

from collectiq_desktop.intelligence.history import NEVER
from collectiq_desktop.intelligence.settling import CREDIT, PAYMENT, RETURN, Claims, settled

Line = tuple[int, int, int, int, int]
"""on, known_on, gone_on, paise, sort"""


def _settled(amount_paise: int, *lines: Line) -> tuple[int, int, int, list[tuple[int, ...]]]:
    columns = np.array(lines, np.int64).reshape(-1, 5).T
    claims = Claims(np.zeros(len(lines), np.int64), *columns)
    found = settled(np.array([amount_paise]), claims)
    lapses = [tuple(int(v) for v in row) for row in zip(*found.lapses, strict=True)]
    return int(found.paid_on[0]), int(found.paid_known_on[0]), int(found.ended_on[0]), lapses


def _paid(on: int, paise: int, known_on: int | None = None) -> Line:
    return on, on if known_on is None else known_on, NEVER, paise, PAYMENT


@pytest.mark.parametrize(
    ("lines", "paid_on"),
    [
        ([], NEVER),
        ([_paid(10, 98_99)], NEVER),
        ([_paid(10, 99_00)], 10),
        ([_paid(10, 50_00), _paid(20, 50_00)], 20),
        ([_paid(20, 50_00), _paid(10, 50_00)], 20),
        ([_paid(10, 150_00)], 10),
    ],
)
def test_paid_is_the_first_day_with_99_per_cent(lines: list[Line], paid_on: int) -> None:
    assert _settled(100_00, *lines)[0] == paid_on


def test_of_a_small_bill_a_rupee_may_be_left_but_not_nothing_paid() -> None:
    assert _settled(5_00, _paid(10, 4_00))[0] == 10
    assert _settled(5_00, _paid(10, 3_99))[0] == NEVER
    assert _settled(1)[0] == NEVER
    assert _settled(1, _paid(10, 1))[0] == 10


def test_a_credit_note_lowers_the_bill_and_is_no_payment() -> None:
    credit = (15, 15, NEVER, 40_00, CREDIT)
    assert _settled(100_00, _paid(10, 60_00), credit)[:3] == (10, 15, NEVER)
    ended = _settled(100_00, (15, 15, NEVER, 100_00, CREDIT))
    assert ended[:3] == (NEVER, NEVER, 15)


def test_what_is_keyed_in_late_is_known_late() -> None:
    assert _settled(100_00, _paid(10, 100_00, known_on=25))[:2] == (10, 25)


def test_a_cheque_that_came_back_undoes_the_payment_and_is_remembered() -> None:
    back = (20, 20, NEVER, -100_00, RETURN)
    assert _settled(100_00, _paid(10, 100_00), back) == (NEVER, NEVER, NEVER, [(0, 10, 20, 10)])
    again = _settled(100_00, _paid(10, 100_00), back, _paid(30, 100_00))
    assert again == (30, 30, NEVER, [(0, 10, 20, 10)])


def test_a_receipt_that_was_cancelled_had_counted_until_then() -> None:
    cancelled = (10, 10, 18, 100_00, PAYMENT)
    assert _settled(100_00, cancelled) == (NEVER, NEVER, NEVER, [(0, 10, 18, 10)])


def test_a_charge_put_on_the_bill_opens_it_again() -> None:
    charge = (20, 20, NEVER, -50_00, CREDIT)
    assert _settled(100_00, _paid(10, 100_00), charge)[0] == NEVER
    assert _settled(100_00, _paid(10, 100_00), charge, _paid(40, 50_00))[0] == 40
