"""How scores are made is chosen once for the firm, and by whom may change its settings."""

from __future__ import annotations

import pytest

from collectiq_desktop.core.domain.errors import BadInput, NotFound
from collectiq_desktop.core.domain.ids import DeviceId
from collectiq_desktop.core.domain.risk import RiskSettings
from collectiq_desktop.core.queries.risk import ScoringSetups, WhoScores
from collectiq_desktop.core.services.scoring import FIRST, ChooseScoring
from collectiq_desktop.core.wire.risk_bulletins import SETTINGS_KEY, settings_bytes, settings_of
from tests.plain_books import PlainBooks


def test_the_usual_ones_hold_until_others_are_chosen(plain_books: PlainBooks) -> None:
    assert plain_books.ask(ScoringSetups()).settings == RiskSettings()
    wanted = RiskSettings(over_days=45, within_days=90, calls_a_day=20)
    plain_books.run(ChooseScoring(settings=wanted))
    assert plain_books.ask(ScoringSetups()).settings == wanted
    own = plain_books.books.identity.device_id
    plain_books.run(ChooseScoring(device_id=own))
    setup = plain_books.ask(ScoringSetups())
    assert (setup.chosen_id, setup.settings) == (own, wanted)
    assert plain_books.ask(WhoScores()).is_here
    plain_books.run(ChooseScoring(device_id=FIRST))
    assert plain_books.ask(ScoringSetups()).chosen_id is None


@pytest.mark.parametrize(
    ("field", "value"),
    [("over_days", 0), ("over_days", 181), ("within_days", 6), ("calls_a_day", -1)],
)
def test_a_figure_that_cannot_be_meant_is_refused(
    plain_books: PlainBooks, field: str, value: int
) -> None:
    with pytest.raises(BadInput) as caught:
        plain_books.run(ChooseScoring(settings=RiskSettings(**{field: value})))
    assert caught.value.field == field


def test_a_counter_of_another_firm_is_refused(plain_books: PlainBooks) -> None:
    with pytest.raises(NotFound):
        plain_books.run(ChooseScoring(device_id=DeviceId(b"?" * 16)))


def test_what_cannot_be_read_or_be_is_the_usual(plain_books: PlainBooks) -> None:
    plain_books.books.publish(SETTINGS_KEY, b"not this")
    assert plain_books.ask(ScoringSetups()).settings == RiskSettings()
    assert settings_of(settings_bytes(RiskSettings(over_days=0))) == RiskSettings()
