"""Parties by how they pay and what to think of them. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from collectiq_desktop.core.domain.risk import Category, Frequency
from collectiq_desktop.core.queries.risk import RiskLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """The parties of one class and category.

    Args:
        share: of all that is open, per mille.
    """

    frequency: Frequency
    category: Category
    parties_count: int
    open_paise: int
    overdue_paise: int
    share: int


def segments_of(lines: Sequence[RiskLine]) -> list[Segment]:
    """The segments that have a party, the riskiest first."""
    whole_paise = sum(line.risk.open_paise for line in lines) or 1
    order = (Category.RISKY, Category.WATCH, Category.SAFE, Category.DORMANT)
    found = []
    for category in order:
        for frequency in Frequency:
            mine = [
                line.risk
                for line in lines
                if (line.risk.category, line.risk.frequency) == (category, frequency)
            ]
            if mine:
                open_paise = sum(risk.open_paise for risk in mine)
                found.append(
                    Segment(
                        frequency=frequency,
                        category=category,
                        parties_count=len(mine),
                        open_paise=open_paise,
                        overdue_paise=sum(risk.overdue_paise for risk in mine),
                        share=open_paise * 1_000 // whole_paise,
                    )
                )
    return found


def without_sums(segment: Segment) -> Segment:
    """The same for who may not see totals: how many parties, and not what they owe."""
    return replace(segment, open_paise=0, overdue_paise=0, share=0)
