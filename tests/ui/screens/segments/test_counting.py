from __future__ import annotations

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.risk import Category, Frequency
from collectiq_desktop.core.queries.risk import RiskLine
from collectiq_desktop.ui.screens.segments.counting import segments_of
from tests.foretold import risk


def _line(name: str, category: Category, frequency: Frequency, open_paise: int) -> RiskLine:
    told = risk(name.encode() * 8, category=category, frequency=frequency, open_paise=open_paise)
    return RiskLine(PartyId(told.party_id), name, "", "", told)


def test_each_segment_once_and_all_of_them_are_everybody() -> None:
    lines = (
        _line("aa", Category.SAFE, Frequency.FREQUENT, 25),
        _line("bb", Category.RISKY, Frequency.DELAYED, 50),
        _line("cc", Category.SAFE, Frequency.FREQUENT, 25),
    )
    risky, safe = segments_of(lines)
    assert (risky.category, risky.frequency, risky.parties_count) == ("risky", "delayed", 1)
    assert (safe.parties_count, safe.open_paise, safe.share) == (2, 50, 500)
    assert risky.share + safe.share == 1_000


def test_no_party_no_segment() -> None:
    assert segments_of(()) == []
