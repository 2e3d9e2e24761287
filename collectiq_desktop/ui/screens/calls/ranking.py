"""Whom to call today, and in which order. No window here."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.queries.risk import RiskLine


def calls_on(
    lines: Sequence[RiskLine],
    today_on: date,
    resting: Collection[PartyId] = (),
    reminded: Mapping[PartyId, date] = MappingProxyType({}),
) -> list[RiskLine]:
    """Those whose reminder is due, by risk times what is overdue, then by what is open.

    Args:
        resting: parties that promised, and are not reminded before their day.
        reminded: when each party was reminded last; it rests for its interval.
    """
    due = [
        line
        for line in lines
        if line.risk.remind_on is not None
        and line.risk.remind_on <= today_on
        and line.party_id not in resting
        and not _rests(line, reminded.get(line.party_id), today_on)
    ]
    return sorted(due, key=lambda line: (-line.risk.urgency, -line.risk.open_paise, line.party))


def _rests(line: RiskLine, reminded_on: date | None, today_on: date) -> bool:
    """Whether it is too soon after the last reminder for another."""
    if reminded_on is None:
        return False
    return today_on < reminded_on + timedelta(days=line.risk.remind_again_days)
