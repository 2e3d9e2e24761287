"""Promises and post-dated cheques: what they do to scores, to the forecast and to reminders."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.services.cheques import BounceCheque, DepositCheque, ReceiveCheque
from collectiq_desktop.core.services.promises import MakePromise
from collectiq_desktop.intelligence.foresight import Foresight, Look
from collectiq_desktop.intelligence.people import PartyAhead
from collectiq_desktop.intelligence.reasons import Kind, Reason, reasons_of
from tests.core.looking import fact_id, voucher_id
from tests.plain_books import PlainBooks, fresh_books

TODAY = date(2026, 10, 20)


@pytest.fixture
def plain(tmp_path: Path) -> PlainBooks:
    """Two parties that bought for a year and paid a little late; Asha owes ₹5,000, 20 days over."""
    plain = fresh_books(tmp_path)
    plain.clock.set_today(date(2026, 1, 1))
    plain.write("party  Asha  30 days\nparty  Bina  30 days")
    for number in range(9):
        on = date(2026, 1, 5) + timedelta(days=25 * number)
        paid_on = on + timedelta(days=36)
        for name in ("Asha", "Bina"):
            plain.clock.set_today(on)
            plain.write(f"invoice  {name}/{number}  {on}  {name}  1,000.00")
            plain.clock.set_today(paid_on)
            plain.write(f"receipt  R{name}/{number}  {paid_on}  {name}  1,000.00")
    plain.clock.set_today(date(2026, 8, 31))
    plain.write("invoice  S/1  2026-08-31  Asha  5,000.00")
    plain.clock.set_today(TODAY)
    return plain


@pytest.fixture
def calm(plain: PlainBooks) -> PlainBooks:
    """The same, but Asha owes ₹1,000 that are not due for weeks."""
    plain.write(f"receipt  R/S  {TODAY}  Asha  5,000.00\ninvoice  S/2  {TODAY}  Asha  1,000.00")
    return plain


def _promise(plain: PlainBooks, paise: int, days: int, **more: Any) -> FactId:
    on = plain.clock.today_on() + timedelta(days=days)
    command = MakePromise(
        fact_id=fact_id(plain),
        party_id=plain.parties["Asha"],
        amount_paise=paise,
        promised_on=on,
        **more,
    )
    plain.run(command)
    return command.fact_id


def _cheque(plain: PlainBooks, paise: int, days: int) -> FactId:
    command = ReceiveCheque(
        fact_id=fact_id(plain),
        party_id=plain.parties["Asha"],
        amount_paise=paise,
        number="000777",
        cheque_on=plain.clock.today_on() + timedelta(days=days),
    )
    plain.run(command)
    return command.fact_id


def _look(plain: PlainBooks, on: date | None = None) -> Look:
    return Foresight(plain.books, None).look(on or plain.clock.today_on())


def _asha(plain: PlainBooks, on: date | None = None) -> PartyAhead:
    return next(each for each in _look(plain, on).people() if each.member.name == "Asha")


def _broken(plain: PlainBooks) -> Reason | None:
    witness = _look(plain).witness(plain.parties["Asha"])
    found = [each for each in reasons_of(witness) if each.kind is Kind.BROKEN_PROMISES]
    return found[0] if found else None


def test_a_broken_promise_raises_the_score_and_is_named(calm: PlainBooks) -> None:
    plain = calm
    _promise(plain, 800_00, 3)
    plain.clock.move(days=5)
    assert _broken(plain) is None
    plain.clock.move(days=1)
    reason = _broken(plain)
    assert reason is not None
    assert str(reason.sentence) == "The only promise so far was broken"
    witness = _look(plain).witness(plain.parties["Asha"])
    assert witness.score() - witness.score(reason.without) == pytest.approx(reason.effect)
    assert reason.effect > 0.01


def test_kept_promises_are_counted_and_more_broken_ones_weigh_more(plain: PlainBooks) -> None:
    _promise(plain, 500_00, 1)
    plain.clock.move(days=1)
    plain.write(f"receipt  R/1  {plain.clock.today_on()}  Asha  500.00")
    plain.clock.move(days=4)
    assert _broken(plain) is None
    found = []
    for _time in range(2):
        _promise(plain, 400_00, 1)
        plain.clock.move(days=4)
        reason = _broken(plain)
        assert reason is not None
        found.append(reason)
    assert str(found[1].sentence) == "2 of 3 promises broken"
    assert found[1].effect > found[0].effect


def test_what_became_of_a_promise_is_not_known_early(plain: PlainBooks) -> None:
    _promise(plain, 2_000_00, 3)
    plain.clock.move(days=20)
    day = plain.clock.today_on()
    scores = {back: _asha(plain, day - timedelta(days=back)).score for back in (14, 15, 1)}
    # Money that came in time, but was keyed in today, keeps it from today on only.
    plain.write(f"receipt  R/1  {TODAY + timedelta(days=2)}  Asha  2,000.00")
    assert _asha(plain, day - timedelta(days=1)).score == scores[1]
    assert _asha(plain, day - timedelta(days=14)).score == scores[14]
    assert _asha(plain, day - timedelta(days=15)).score == scores[15]
    assert _broken(plain) is None


def test_a_cheque_that_came_back_breaks_what_it_had_kept(calm: PlainBooks) -> None:
    plain = calm
    cheque_id = _cheque(plain, 800_00, 1)
    _promise(plain, 800_00, 2)
    plain.clock.move(days=1)
    plain.run(DepositCheque(voucher_id=voucher_id(plain), cheque_id=cheque_id))
    plain.clock.move(days=5)
    assert _broken(plain) is None
    plain.run(BounceCheque(voucher_id=voucher_id(plain), cheque_id=cheque_id, reason="funds"))
    reason = _broken(plain)
    assert reason is not None
    assert str(reason.sentence) == "The only promise so far was broken"


def test_a_post_dated_cheque_comes_on_its_day(plain: PlainBooks) -> None:
    before = {line.days: line for line in _look(plain).forecast()}
    remind_on = _asha(plain).remind_on
    assert remind_on is not None
    assert remind_on <= TODAY
    cheque_id = _cheque(plain, 5_000_00, 10)
    after = {line.days: line for line in _look(plain).forecast()}
    assert [after[days].pledged_paise for days in (7, 15, 30)] == [0, 5_000_00, 5_000_00]
    assert after[7].likely_paise == 0 < before[7].likely_paise
    assert before[15].likely_paise < after[15].likely_paise < 5_000_00
    found = _asha(plain)
    on = TODAY + timedelta(days=10)
    assert [bill.expected_on for bill in found.bills] == [on]
    assert found.remind_on == on + timedelta(days=1)
    plain.clock.move(days=10)
    plain.run(DepositCheque(voucher_id=voucher_id(plain), cheque_id=cheque_id))
    assert {line.pledged_paise for line in _look(plain).forecast()} == {0}


def test_a_cheque_of_more_than_is_open_comes_whole(plain: PlainBooks) -> None:
    _cheque(plain, 9_000_00, 3)
    line = _look(plain).forecast()[0]
    assert (line.pledged_paise, line.high_paise) == (9_000_00, 9_000_00)
    assert 8_000_00 < line.likely_paise < 9_000_00


def test_a_promise_raises_the_forecast_and_lets_reminders_rest(plain: PlainBooks) -> None:
    before = _look(plain).forecast()[0]
    _promise(plain, 2_000_00, 5)
    after = _look(plain).forecast()[0]
    assert after.pledged_paise == 2_000_00
    assert after.likely_paise > before.likely_paise
    assert _asha(plain).remind_on == TODAY + timedelta(days=8)
    plain.clock.move(days=8)
    remind_on = _asha(plain).remind_on
    assert remind_on is not None
    assert remind_on <= plain.clock.today_on()
