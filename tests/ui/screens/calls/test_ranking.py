from __future__ import annotations

from datetime import timedelta
from typing import Any

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.queries.risk import RiskLine
from collectiq_desktop.ui.screens.calls.ranking import calls_on
from tests.foretold import TODAY, risk


def _line(name: str, **changes: Any) -> RiskLine:
    told = risk(name.encode() * 8, **changes)
    return RiskLine(PartyId(told.party_id), name, "", "", told)


def test_the_most_at_risk_of_the_most_money_comes_first() -> None:
    lines = (
        _line("aa", score=900, overdue_paise=1_000_00),
        _line("bb", score=300, overdue_paise=9_000_00),
        _line("cc", score=300, overdue_paise=0, open_paise=5_00),
        _line("dd", score=None, overdue_paise=99_000_00, open_paise=99_000_00),
    )
    assert [line.party for line in calls_on(lines, TODAY)] == ["bb", "aa", "dd", "cc"]


def test_only_those_whose_reminder_is_due() -> None:
    lines = (
        _line("aa", remind_on=TODAY),
        _line("bb", remind_on=TODAY + timedelta(1)),
        _line("cc", remind_on=None),
    )
    assert [line.party for line in calls_on(lines, TODAY)] == ["aa"]


def test_who_was_reminded_rests_for_its_interval() -> None:
    lines = tuple(
        _line(name, remind_on=TODAY, remind_again_days=days)
        for name, days in (("aa", 7), ("bb", 7), ("cc", 3), ("dd", 7))
    )
    reminded = {
        lines[0].party_id: TODAY,
        lines[1].party_id: TODAY - timedelta(days=6),
        lines[2].party_id: TODAY - timedelta(days=3),
    }
    assert [line.party for line in calls_on(lines, TODAY, (), reminded)] == ["cc", "dd"]
