"""Which bills are expected when, of all parties. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.risk import FORECAST_DAYS, BillExpected
from collectiq_desktop.core.queries.risk import RiskLine


class Expected(NamedTuple):
    """An open bill, with its party."""

    party_id: PartyId
    party: str
    bill: BillExpected


def expected_by(lines: Sequence[RiskLine], today_on: date) -> list[Expected]:
    """The bills that are likelier than not to be paid within the longest time, soonest first."""
    last_on = today_on + timedelta(days=FORECAST_DAYS[-1])
    found = [
        Expected(line.party_id, line.party, bill)
        for line in lines
        for bill in line.risk.bills
        if bill.expected_on is not None and bill.expected_on <= last_on
    ]
    return sorted(found, key=lambda each: (each.bill.expected_on, -each.bill.open_paise))
