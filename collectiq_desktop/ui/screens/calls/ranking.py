"""Whom to call today, and in which order. No window here."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.queries.risk import RiskLine


def calls_on(
    lines: Sequence[RiskLine], today_on: date, resting: Collection[PartyId] = ()
) -> list[RiskLine]:
    """Those whose reminder is due, by risk times what is overdue, then by what is open.

    Args:
        resting: parties that promised, and are not reminded before their day.
    """
    due = [
        line
        for line in lines
        if line.risk.remind_on is not None
        and line.risk.remind_on <= today_on
        and line.party_id not in resting
    ]
    return sorted(due, key=lambda line: (-line.risk.urgency, -line.risk.open_paise, line.party))
