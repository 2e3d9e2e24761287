"""Safe, Watch, Risky or Dormant: what a score means, held steady."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from collectiq_desktop.core.domain.risk import Category, Evidence

WATCH_FROM, RISKY_FROM, HELD_BY = 0.15, 0.50, 0.05
DORMANT_AFTER_DAYS = 180
FEWEST_DECIDED_FOR_RISKY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A category that an admin has set, and until when it holds."""

    category: Category
    reason: str
    until_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What of a party decides its category.

    Args:
        score: None where there is no history to score by.
        decided_count: bills paid, or so late that they count as bad.
        is_long_overdue: a bill is more than 30 days over now.
        quiet_days: since its last bill or payment.
    """

    score: float | None
    decided_count: int
    is_long_overdue: bool
    quiet_days: int


def evidence_of(paid_count: int) -> Evidence:
    """How much so many paid bills say."""
    if paid_count == 0:
        return Evidence.NONE
    if paid_count < 3:
        return Evidence.LOW
    return Evidence.SOME if paid_count < 10 else Evidence.NORMAL


def category_of(found: Standing, before: Category | None) -> Category:
    """The category, holding on to the one before."""
    category = _by_score(found.score or 0.0, before)
    if category is Category.RISKY and found.decided_count < FEWEST_DECIDED_FOR_RISKY:
        category = Category.WATCH
    if category is Category.SAFE and found.is_long_overdue:
        category = Category.WATCH
    if category is Category.SAFE and found.quiet_days > DORMANT_AFTER_DAYS:
        category = Category.DORMANT
    return category


def _by_score(score: float, before: Category | None) -> Category:
    """The category of a score; where one is known, its edges lie a little beyond it."""
    away = 0.0 if before is None else HELD_BY
    watch_from = WATCH_FROM + (-away if before in {Category.WATCH, Category.RISKY} else away)
    risky_from = RISKY_FROM + (-away if before is Category.RISKY else away)
    if score >= risky_from:
        return Category.RISKY
    return Category.WATCH if score >= watch_from else Category.SAFE
