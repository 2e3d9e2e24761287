"""Which parties the risk list shows, and in which order. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from collectiq_desktop.core.domain.risk import Category, Frequency
from collectiq_desktop.core.queries.risk import RiskLine


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen; empty words mean all."""

    category: str = ""
    frequency: str = ""
    is_by_name: bool = False

    def rows_of(self, lines: Sequence[RiskLine]) -> list[RiskLine]:
        """The lines that are wanted; they come by name."""
        rows = [
            line
            for line in lines
            if self.category in ("", line.risk.category.value)
            and self.frequency in ("", line.risk.frequency.value)
        ]
        if not self.is_by_name:
            rows.sort(key=lambda line: (-(line.risk.score or 0), -line.risk.overdue_paise))
        return rows

    def turned(self) -> Choice:
        """By name instead of by risk, or the other way."""
        return replace(self, is_by_name=not self.is_by_name)


def choice_of(wish: str) -> Choice:
    """What a place wants: "delayed risky", in any order; nothing for all."""
    words = wish.split()
    category = next((word for word in words if word in set(Category)), "")
    frequency = next((word for word in words if word in set(Frequency)), "")
    return Choice(category, frequency)
