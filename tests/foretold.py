"""What a scoring counter would have published, for the tests of whoever reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.risk import (
    CURVE_DAYS,
    Basis,
    BillExpected,
    Category,
    Evidence,
    ForecastLine,
    Frequency,
    LookBack,
    PartyRisk,
    PlotDot,
    RiskOutlook,
    RiskReason,
    TaskLearned,
)
from collectiq_desktop.core.domain.saying import NOTHING, Sentence, say
from collectiq_desktop.core.wire.risk_bulletins import (
    OUTLOOK_KEY,
    outlook_bytes,
    party_bytes,
    party_key,
)
from tests.plain_books import PlainBooks

TODAY = date(2026, 11, 22)
CURVE = tuple(range(0, 10 * len(CURVE_DAYS), 10))


def bill(number: str, open_paise: int, expected_in_days: int | None = 5) -> BillExpected:
    """An open bill, due ten days ago."""
    expected_on = None if expected_in_days is None else TODAY + timedelta(expected_in_days)
    due_on = TODAY - timedelta(10)
    return BillExpected(number, due_on, open_paise, expected_on, expected_on, None, due_on)


def risk(party_id: bytes, **changes: Any) -> PartyRisk:
    """A party at risk that is to be reminded today."""
    told: dict[str, Any] = {
        "party_id": PartyId(party_id),
        "worked_out_on": TODAY,
        "score": 620,
        "category": Category.RISKY,
        "frequency": Frequency.DELAYED,
        "evidence": Evidence.NORMAL,
        "evidence_said": say("Bills paid so far: {count}", count=12),
        "open_paise": 40_000_00,
        "overdue_paise": 30_000_00,
        "oldest_days": 10,
        "expected_on": TODAY + timedelta(5),
        "remind_on": TODAY - timedelta(3),
        "remind_again_days": 7,
        "usual_gap_days": 12,
        "reasons": (
            RiskReason(say("{rupees} overdue, oldest {days} days", rupees="₹30,000", days=10), 120),
            RiskReason(
                say("Paid {timely} of the last {count} bills on time", timely=4, count=9), -30
            ),
        ),
        "bills": (bill("S/1", 30_000_00), bill("S/2", 10_000_00, 40)),
        "what_if": tuple(620 - 40 * step for step in range(11)),
        "curve": CURVE,
        "trend": (None, 300, 350, 400, 500, 600, 620),
    }
    return PartyRisk(**{**told, **changes})


def outlook(**changes: Any) -> RiskOutlook:
    """An outlook of today, by what was learned."""
    told: dict[str, Any] = {
        "worked_out_on": TODAY,
        "basis": Basis.LEARNED,
        "over_days": 30,
        "within_days": 60,
        "forecast": tuple(ForecastLine(days, 10, 20_000_00, 40_000_00) for days in (7, 15, 30)),
        "shop_curve": CURVE,
        "version": 2,
        "older_versions": (1,),
        "learned_on": date(2026, 11, 1),
        "tasks": (
            TaskLearned("risk_30_60", "", 900, 200, 100, 90_000, 110_000, (PlotDot(100, 120, 40),)),
            TaskLearned("late_7", "small", 90, 20, 0, 0, 0, ()),
        ),
        "look_back": LookBack(12, 9, 50, 40, 30),
    }
    return RiskOutlook(**{**told, **changes})


def publish(plain: PlainBooks, *risks: PartyRisk, shop: RiskOutlook | None = None) -> None:
    """Publish these."""
    for each in risks:
        plain.books.publish(party_key(each.party_id), party_bytes(each))
    plain.books.publish(OUTLOOK_KEY, outlook_bytes(shop or outlook()))


@dataclass
class Foreteller:
    """Works nothing out; notes what it was asked for, and says what it is told to say."""

    doing: str = ""
    problem: Sentence = NOTHING
    asked: list[str] = field(default_factory=list)
    watchers: list[Callable[[], None]] = field(default_factory=list)

    def watch(self, watcher: Callable[[], None]) -> None:
        self.watchers.append(watcher)

    def become(self, doing: str, problem: Sentence = NOTHING) -> None:
        self.doing, self.problem = doing, problem
        for watcher in self.watchers:
            watcher()

    def work_out(self) -> None:
        self.asked.append("work_out")

    def learn(self) -> None:
        self.asked.append("learn")

    def roll_back(self) -> None:
        self.asked.append("roll_back")

    def stop(self) -> None:
        self.asked.append("stop")
