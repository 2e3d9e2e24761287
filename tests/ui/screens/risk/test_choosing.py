from __future__ import annotations

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.risk import Category, Frequency
from collectiq_desktop.core.queries.risk import RiskLine
from collectiq_desktop.ui.screens.risk.choosing import Choice, choice_of
from tests.foretold import risk


def _line(name: str, score: int | None, category: Category, frequency: Frequency) -> RiskLine:
    told = risk(name.encode() * 8, score=score, category=category, frequency=frequency)
    return RiskLine(PartyId(told.party_id), name, "", "", told)


LINES = (
    _line("aa", 100, Category.SAFE, Frequency.FREQUENT),
    _line("bb", 900, Category.RISKY, Frequency.DELAYED),
    _line("cc", None, Category.WATCH, Frequency.NEW),
    _line("dd", 300, Category.WATCH, Frequency.DELAYED),
)


def _names(choice: Choice) -> list[str]:
    return [line.party for line in choice.rows_of(LINES)]


def test_the_riskiest_come_first_and_those_without_a_score_last() -> None:
    assert _names(Choice()) == ["bb", "dd", "aa", "cc"]
    assert _names(Choice().turned()) == ["aa", "bb", "cc", "dd"]
    assert Choice().turned().turned() == Choice()


def test_by_category_and_by_how_they_pay() -> None:
    assert _names(Choice(category="watch")) == ["dd", "cc"]
    assert _names(Choice(frequency="delayed")) == ["bb", "dd"]
    assert _names(Choice(category="safe", frequency="delayed")) == []


def test_a_place_may_want_both_or_nothing() -> None:
    assert choice_of("risky delayed") == Choice("risky", "delayed")
    assert choice_of("delayed") == Choice("", "delayed")
    assert choice_of("") == choice_of("nonsense") == Choice()
