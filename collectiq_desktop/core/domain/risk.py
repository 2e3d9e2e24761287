"""What is foretold of a party, as it is told to people: a score, classes, reasons, days.

How it is found is no matter of the core; that every counter and phone shows
the same is. Chances are whole per mille, so that what is published reads alike
everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.saying import NOTHING, Sentence

FORECAST_DAYS = (7, 15, 30)
WHAT_IF_STEPS = 10
"""What would be if a tenth, two tenths … of all that is open were cleared, the oldest first."""

CURVE_DAYS = tuple(range(-30, 91, 5))
"""The days from due on which a payment curve is told."""

TREND_DAYS = (180, 150, 120, 90, 60, 30, 0)
"""So many days ago the score is told, too."""

OVER_DAYS, WITHIN_DAYS, CALLS_A_DAY = range(1, 181), range(7, 181), range(1_001)
"""What settings of a score may be."""


class Category(StrEnum):
    """What to think of a party."""

    SAFE = "safe"
    WATCH = "watch"
    RISKY = "risky"
    DORMANT = "dormant"


class Frequency(StrEnum):
    """How often a party pays."""

    NEW = "new"
    FREQUENT = "frequent"
    IRREGULAR = "irregular"
    DELAYED = "delayed"


class Evidence(StrEnum):
    """How much a score rests on."""

    NONE = "none"
    LOW = "low"
    SOME = "some"
    NORMAL = "normal"


class Basis(StrEnum):
    """What scores rest on: ageing alone, payment habits, or also what was learned of the shop."""

    AGEING = "ageing"
    HABITS = "habits"
    LEARNED = "learned"


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskSettings:
    """What a score speaks of, and how many calls a day are made.

    Args:
        over_days, within_days: a score is the chance of a bill more than so many days
            overdue within so many days.
        calls_a_day: reminders begin the later the fewer; 0 where nobody counts.
    """

    over_days: int = 30
    within_days: int = 60
    calls_a_day: int = 0

    @property
    def is_sound(self) -> bool:
        """Whether scores can be made by it."""
        return (
            self.over_days in OVER_DAYS
            and self.within_days in WITHIN_DAYS
            and self.calls_a_day in CALLS_A_DAY
        )


class RiskReason(NamedTuple):
    """A fact of the ledger that moves a score.

    Args:
        effect: by how many per mille the score is higher for it; below zero lower, zero
            where it only says how little is known.
        bills: the numbers of the bills that it names.
    """

    sentence: Sentence
    effect: int
    bills: tuple[str, ...] = ()


class BillExpected(NamedTuple):
    """An open bill, and when its money may be expected; None where that cannot be foreseen."""

    number: str
    due_on: date
    open_paise: int
    earliest_on: date | None
    expected_on: date | None
    latest_on: date | None
    remind_on: date


class Pinned(NamedTuple):
    """A category that an admin has set, until when it holds, and why."""

    category: Category
    until_on: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRisk:
    """What is foretold of one party, as of the evening of `worked_out_on`.

    Args:
        score: per mille; None where there is nothing to score by.
        evidence: how much the score rests on; `evidence_said` says it in words.
        expected_on: when the next of its money may be expected.
        remind_on, remind_again_days: when to remind first, and the interval after that.
        usual_gap_days: from one of its payments to the next; 0 where there are too few.
        what_if: the score in per mille if nothing, a tenth … all that is open were cleared.
        curve: what share of its bills is paid by each of CURVE_DAYS, per mille.
        trend: the score on each of TREND_DAYS ago, per mille, None where there was none.
    """

    party_id: PartyId
    worked_out_on: date
    score: int | None
    category: Category
    frequency: Frequency
    evidence: Evidence
    evidence_said: Sentence = NOTHING
    open_paise: int = 0
    overdue_paise: int = 0
    oldest_days: int = 0
    expected_on: date | None = None
    remind_on: date | None = None
    remind_again_days: int = 0
    usual_gap_days: int = 0
    reasons: tuple[RiskReason, ...] = ()
    bills: tuple[BillExpected, ...] = ()
    what_if: tuple[int, ...] = ()
    curve: tuple[int, ...] = ()
    trend: tuple[int | None, ...] = ()

    @property
    def urgency(self) -> int:
        """What calls are ranked by: the risk times what is overdue."""
        return (self.score or 0) * self.overdue_paise

    def cleared_paise(self, step: int) -> int:
        """How much is cleared at a step of `what_if`."""
        return self.open_paise * step // WHAT_IF_STEPS


class ForecastLine(NamedTuple):
    """What may come in within so many days: in four of five such times from low to high.

    Money: `pledged_paise` of it is promised for those days, or lies there as cheques.
    """

    days: int
    low_paise: int
    likely_paise: int
    high_paise: int
    pledged_paise: int = 0


class PlotDot(NamedTuple):
    """A dot of the calibration plot: what was foretold and what came, per mille, of how many."""

    foretold: int
    came: int
    cases_count: int


class TaskLearned(NamedTuple):
    """What was learned for one task, and how that was tried on days held out.

    Args:
        reason: why payment habits alone are used; empty where a model is.
        model_loss, curves_loss: Brier scores in millionths.
    """

    task: str
    reason: str
    decided_count: int
    late_count: int
    held_out_count: int
    model_loss: int
    curves_loss: int
    plot: tuple[PlotDot, ...]


class LookBack(NamedTuple):
    """How right the scores were, found by what was known at the time.

    Args:
        risky_count, risky_late_count: parties Risky 90 days ago, and those of them that
            went late within the days that a score speaks of.
        late_count: parties that went late, over the looks of the last quarter.
        hits_count, rival_hits_count: as many parties as went late, the riskiest first, and
            those with the oldest overdue bill first: how many of them went late.
    """

    risky_count: int
    risky_late_count: int
    late_count: int
    hits_count: int
    rival_hits_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskOutlook:
    """What is foretold of the whole shop, and by what.

    Args:
        problem: why what was learned is not used, where it might be expected to be.
        version, older_versions: of what was learned; 0 where nothing was.
        learned_on: until when it was learned from.
        shop_curve: as `PartyRisk.curve`, for the whole shop.
    """

    worked_out_on: date
    basis: Basis
    over_days: int
    within_days: int
    problem: Sentence = NOTHING
    forecast: tuple[ForecastLine, ...] = ()
    shop_curve: tuple[int, ...] = ()
    version: int = 0
    older_versions: tuple[int, ...] = ()
    learned_on: date | None = None
    tasks: tuple[TaskLearned, ...] = ()
    look_back: LookBack | None = None
