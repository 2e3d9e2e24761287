"""What is foretold, as it is published and read again on every counter."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.risk import (
    Basis,
    BillExpected,
    Category,
    Evidence,
    ForecastLine,
    Frequency,
    LookBack,
    PartyRisk,
    PlotDot,
    RiskOutlook,
    RiskReason,
    TaskLearned,
)
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.risk import (
    PartyRisks,
    Reminder,
    ReminderPlan,
    RiskOfParty,
    RiskOutlooks,
    WhoScores,
)
from collectiq_desktop.core.wire.risk_bulletins import (
    OUTLOOK_KEY,
    SCORING_DEVICE_KEY,
    outlook_bytes,
    outlook_of,
    party_bytes,
    party_key,
    party_of,
)
from tests.plain_books import PlainBooks

TODAY = date(2026, 11, 22)
DAYS = st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1))
COUNTS = st.integers(0, 10**9)
PER_MILLE = st.integers(0, 1000)
REASONS = st.builds(
    RiskReason,
    st.sampled_from(["Bills are late", "{count} bills"]).map(lambda text: say(text, count="1,2")),
    st.integers(-1000, 1000),
    st.lists(st.text(max_size=8), max_size=3).map(tuple),
)
BILLS = st.builds(
    BillExpected, st.text(max_size=9), st.just(TODAY), COUNTS, DAYS, DAYS, DAYS, st.just(TODAY)
)


def _tuples(of: Any) -> Any:
    return st.lists(of, max_size=4).map(tuple)


RISKS = st.builds(
    PartyRisk,
    party_id=st.binary(min_size=16, max_size=16).map(PartyId),
    worked_out_on=st.just(TODAY),
    score=st.none() | PER_MILLE,
    category=st.sampled_from(Category),
    frequency=st.sampled_from(Frequency),
    evidence=st.sampled_from(Evidence),
    evidence_said=st.just(say("Bills paid so far: {count}", count=3)),
    open_paise=COUNTS,
    overdue_paise=COUNTS,
    oldest_days=COUNTS,
    expected_on=DAYS,
    remind_on=DAYS,
    remind_again_days=COUNTS,
    usual_gap_days=COUNTS,
    reasons=_tuples(REASONS),
    bills=_tuples(BILLS),
    what_if=_tuples(PER_MILLE),
    curve=_tuples(PER_MILLE),
    trend=_tuples(st.none() | PER_MILLE),
)
OUTLOOK = RiskOutlook(
    worked_out_on=TODAY,
    basis=Basis.LEARNED,
    over_days=30,
    within_days=60,
    problem=say("The file of what was learned is damaged."),
    forecast=(ForecastLine(7, 1, 2, 3),),
    shop_curve=(1, 2),
    version=3,
    older_versions=(2, 1),
    learned_on=TODAY,
    tasks=(TaskLearned("risk", "", 10, 2, 3, 100, 200, (PlotDot(1, 2, 3),)),),
    look_back=LookBack(1, 2, 3, 4, 5),
)


def _risk(party_id: bytes, **more: Any) -> PartyRisk:
    return PartyRisk(
        party_id=PartyId(party_id),
        worked_out_on=TODAY,
        score=310,
        category=Category.WATCH,
        frequency=Frequency.IRREGULAR,
        evidence=Evidence.SOME,
        **more,
    )


@given(RISKS)
def test_a_party_is_read_as_it_was_published(risk: PartyRisk) -> None:
    read = party_of(party_bytes(risk))
    assert read == risk
    assert [each.sentence.template for each in read.reasons] == [
        each.sentence.template for each in risk.reasons
    ]


def test_an_outlook_is_read_as_it_was_published() -> None:
    assert outlook_of(outlook_bytes(OUTLOOK)) == OUTLOOK


@pytest.mark.parametrize("value", [b"", b"\x00", b"\x93\x01\x02\x03", b"\xdc\x00\x14\x02"])
def test_what_cannot_be_read_is_nothing(value: bytes) -> None:
    assert party_of(value) is None
    assert outlook_of(value) is None


def test_another_version_is_nothing() -> None:
    value = bytearray(party_bytes(_risk(b"1" * 16)))
    value[value.index(1)] = 2
    assert party_of(bytes(value)) is None


def test_parties_by_name_and_alone(plain_books: PlainBooks) -> None:
    """
    party  Zarina  code Z
    party  Asha    code A
    party  Bina
    """
    books = plain_books.books
    assert plain_books.ask(PartyRisks()) == ()
    assert plain_books.ask(RiskOutlooks()) is None
    for name in ("Zarina", "Asha"):
        risk = _risk(plain_books.parties[name], remind_on=TODAY, remind_again_days=9)
        books.publish(party_key(risk.party_id), party_bytes(risk))
    books.publish(party_key(b"?" * 16), party_bytes(_risk(b"?" * 16)))
    books.publish(OUTLOOK_KEY, outlook_bytes(OUTLOOK))
    assert [line.party for line in plain_books.ask(PartyRisks())] == ["Asha", "Zarina"]
    asha = RiskOfParty(party_id=plain_books.parties["Asha"])
    found = plain_books.ask(asha)
    assert found is not None
    assert (found.code, found.risk.score) == ("A", 310)
    assert plain_books.ask(RiskOfParty(party_id=plain_books.parties["Bina"])) is None
    assert plain_books.ask(RiskOutlooks()) == OUTLOOK
    assert plain_books.ask(Reminder(party_id=asha.party_id)) == ReminderPlan(TODAY, 9)
    assert plain_books.ask(Reminder(party_id=plain_books.parties["Bina"])) is None


def test_alone_a_shop_scores_for_itself(plain_books: PlainBooks) -> None:
    assert plain_books.ask(WhoScores()).is_here
    plain_books.books.publish(SCORING_DEVICE_KEY, b"a counter that is gone")
    assert plain_books.ask(WhoScores()).is_here
