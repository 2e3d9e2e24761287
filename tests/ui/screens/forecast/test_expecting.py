from __future__ import annotations

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.queries.risk import RiskLine
from collectiq_desktop.ui.screens.forecast.expecting import expected_by
from tests.foretold import TODAY, bill, risk


def test_bills_of_the_next_thirty_days_the_soonest_first() -> None:
    told = risk(
        b"a" * 16,
        bills=(
            bill("late", 5, 30),
            bill("never", 5, None),
            bill("beyond", 5, 31),
            bill("small", 5, 2),
            bill("large", 9, 2),
        ),
    )
    lines = (RiskLine(PartyId(told.party_id), "Asha", "", "", told),)
    found = expected_by(lines, TODAY)
    assert [each.bill.number for each in found] == ["large", "small", "late"]
    assert {each.party for each in found} == {"Asha"}
