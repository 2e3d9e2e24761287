"""What is published of a shop: the same figures that were found, and how right they were."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from collectiq_desktop.commands.risk_publishing import publish
from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.risk import (
    CURVE_DAYS,
    TREND_DAYS,
    WHAT_IF_STEPS,
    Basis,
    RiskSettings,
)
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.queries.outstanding import Outstanding
from collectiq_desktop.core.queries.risk import PartyRisks, RiskOutlooks, WhoScores
from collectiq_desktop.core.services.scoring import ChooseScoring
from collectiq_desktop.intelligence.foresight import Foresight
from collectiq_desktop.intelligence.from_sheet import history_of_sheet
from collectiq_desktop.intelligence.looking_back import look_back
from collectiq_desktop.intelligence.sight import sight_of
from tests.intelligence.firms import LATE, PROMPT, TODAY, firm, usual_firm
from tests.people import employ
from tests.plain_books import PlainBooks


@pytest.fixture
def trading(plain_books: PlainBooks) -> PlainBooks:
    """Two parties over ten months: Asha pays late, Bina on time; both owe."""
    first = date(2026, 1, 5)
    for number in range(10):
        on = first + timedelta(days=28 * number)
        for name, days in (("Asha", 52), ("Bina", 26)):
            plain_books.clock.set_today(on)
            plain_books.write(f"invoice  S{name}{number}  {on}  {name}  1,000.00  due 30 days")
            paid_on = on + timedelta(days=days)
            if paid_on < date(2026, 11, 22):
                plain_books.clock.set_today(max(paid_on, on))
                plain_books.write(f"receipt  R{name}{number}  {paid_on}  {name}  1,000.00")
    plain_books.clock.set_today(date(2026, 11, 1))
    plain_books.write("invoice  LAST  2026-11-01  Asha  9,000.00  due 10 days")
    plain_books.clock.set_today(date(2026, 11, 22))
    plain_books.write("party  New one")
    return plain_books


def _publish(plain: PlainBooks, folder: Path) -> int:
    foresight = Foresight(plain.books, folder)
    look = foresight.look(plain.clock.today_on())
    return publish(plain.books, foresight, look, look.people())


def test_what_is_published_is_complete_and_told_once(trading: PlainBooks, tmp_path: Path) -> None:
    assert _publish(trading, tmp_path) == 3
    assert _publish(trading, tmp_path) == 0
    lines = trading.ask(PartyRisks())
    assert [line.party for line in lines] == ["Asha", "Bina"]
    asha, bina = (line.risk for line in lines)
    assert asha.score is not None
    assert bina.score is not None
    assert asha.score > bina.score
    assert asha.reasons[0].sentence
    assert set(asha.reasons[0].bills) <= {f"SA01/25/{n:06d}" for n in range(99)} | {
        f"SA01/26/{n:06d}" for n in range(99)
    }
    assert len(asha.what_if) == WHAT_IF_STEPS + 1
    assert asha.what_if[0] == asha.score
    assert min(asha.what_if) == asha.what_if[-1]
    assert len(asha.curve) == len(CURVE_DAYS)
    assert list(asha.curve) == sorted(asha.curve)
    assert len(asha.trend) == len(TREND_DAYS)
    assert asha.trend[-1] == asha.score
    sheet = {party.party: party for party in trading.ask(Outstanding()).parties}
    assert asha.open_paise == sheet["Asha"].balance_paise
    assert {bill.number for bill in asha.bills} == {bill.number for bill in sheet["Asha"].bills}


def test_the_outlook_says_on_what_it_rests(trading: PlainBooks, tmp_path: Path) -> None:
    _publish(trading, tmp_path)
    outlook = trading.ask(RiskOutlooks())
    assert outlook is not None
    assert outlook.basis is Basis.HABITS
    assert [line.days for line in outlook.forecast] == [7, 15, 30]
    assert (outlook.version, outlook.tasks) == (0, ())
    assert outlook.look_back is not None


def test_a_firm_without_a_voucher_publishes_its_outlook_alone(
    plain_books: PlainBooks, tmp_path: Path
) -> None:
    assert _publish(plain_books, tmp_path) == 1
    outlook = plain_books.ask(RiskOutlooks())
    assert outlook is not None
    assert (outlook.basis, outlook.look_back) == (Basis.AGEING, None)


def test_looking_back_finds_the_risky_and_counts_what_came() -> None:
    found = look_back(sight_of(history_of_sheet(firm((LATE, 12), (PROMPT, 12))), TODAY))
    assert 0 <= found.risky_late_count <= found.risky_count
    assert found.late_count > 10
    assert found.rival_hits_count <= found.late_count
    assert found.late_count / 2 < found.hits_count <= found.late_count


def test_looking_back_does_not_see_ahead() -> None:
    """Of the last two months nothing is decided, so nothing of them can matter."""
    bills = usual_firm(4, parties=24)
    day = TODAY.toordinal() + 1
    other = [bill for bill in bills if bill.bill_on < day - 30]
    mine, theirs = (look_back(sight_of(history_of_sheet(each), TODAY)) for each in (bills, other))
    assert mine == theirs
    assert np.isfinite(list(mine)).all()


def test_a_firm_that_set_other_days_is_scored_and_learned_by_them(
    trading: PlainBooks, tmp_path: Path
) -> None:
    usual = Foresight(trading.books, None).look(TODAY).people()
    trading.run(ChooseScoring(settings=RiskSettings(over_days=5, within_days=90)))
    foresight = Foresight(trading.books, tmp_path)
    look = foresight.look(TODAY)
    assert look.people()[0].score != usual[0].score
    _publish(trading, tmp_path)
    outlook = trading.ask(RiskOutlooks())
    assert outlook is not None
    assert (outlook.over_days, outlook.within_days) == (5, 90)
    learned = foresight.learn(TODAY, lambda _done, _whole: None).learned
    assert next(iter(learned)) == "risk_5_90"
    assert not foresight.is_learning_due(TODAY)
    trading.run(ChooseScoring(settings=RiskSettings()))
    assert foresight.is_learning_due(TODAY)


def test_fewer_calls_a_day_begin_to_remind_later(trading: PlainBooks) -> None:
    for number in range(6):
        trading.write(f"invoice  M{number}  2026-10-2{number}  Asha  1,000.00  due 30 days")
    days = []
    for calls_a_day in (0, 1):
        trading.run(ChooseScoring(settings=RiskSettings(calls_a_day=calls_a_day)))
        people = Foresight(trading.books, None).look(TODAY).people()
        days.append([bill.remind_on for each in people for bill in each.bills])
    assert all(few >= many for many, few in zip(*days, strict=True))
    assert days[0] != days[1]


def test_a_firm_with_employees_is_scored_while_nobody_has_signed_in(
    trading: PlainBooks, tmp_path: Path
) -> None:
    employ(trading, "Mehta", Role.ADMIN)
    trading.books.acting = None
    with pytest.raises(Refused, match="Sign in first"):
        trading.ask(PartyRisks())
    assert trading.ask(WhoScores()).is_here
    foresight = Foresight(trading.books, tmp_path)
    look = foresight.look(TODAY)
    assert publish(trading.books, foresight, look, look.people()) == 3
    assert foresight.learn(TODAY, lambda _done, _whole: None).learned
    assert foresight.is_learning_due(TODAY) is False
