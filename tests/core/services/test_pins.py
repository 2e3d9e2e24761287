"""A category that an admin pins: it holds until its day, and the newest counts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from collectiq_desktop.core.domain.errors import BadInput, NotFound
from collectiq_desktop.core.domain.ids import FactId, PartyId
from collectiq_desktop.core.domain.risk import Category, Pinned
from collectiq_desktop.core.queries.risk import PartyRisks, RiskLine, RiskOfParty
from collectiq_desktop.core.services.pins import PinCategory
from tests.foretold import publish, risk
from tests.plain_books import PlainBooks

TODAY = date(2026, 11, 22)
NEXT_WEEK = TODAY + timedelta(days=7)


@pytest.fixture
def asha(plain_books: PlainBooks) -> PartyId:
    """A party that is Risky by its payments."""
    party_id = plain_books.party_id("Asha")
    publish(plain_books, risk(party_id))
    return party_id


def _pin(
    plain: PlainBooks,
    party_id: PartyId,
    category: Category | None,
    until_on: date | None = NEXT_WEEK,
    reason: str = "the owner paid by hand",
) -> PinCategory:
    command = PinCategory(
        fact_id=FactId(plain.ids.mint()),
        party_id=party_id,
        category=category,
        until_on=until_on,
        reason=reason,
    )
    plain.run(command)
    return command


def _line(plain: PlainBooks, party_id: PartyId) -> RiskLine:
    found = plain.ask(RiskOfParty(party_id=party_id))
    assert found is not None
    assert plain.ask(PartyRisks()) == (found,)
    return found


def test_a_pin_holds_until_its_day_and_through_a_rebuild(
    plain_books: PlainBooks, asha: PartyId
) -> None:
    _pin(plain_books, asha, Category.SAFE)
    line = _line(plain_books, asha)
    assert line.risk.category is Category.SAFE
    assert line.pin == Pinned(Category.SAFE, NEXT_WEEK, "the owner paid by hand")
    plain_books.books.rebuild(lambda _done, _whole: None)
    assert _line(plain_books, asha) == line
    plain_books.clock.set_today(NEXT_WEEK)
    assert _line(plain_books, asha).pin is not None
    plain_books.clock.set_today(NEXT_WEEK + timedelta(days=1))
    assert _line(plain_books, asha).risk.category is Category.RISKY


def test_the_newest_counts_and_may_be_taken_away(plain_books: PlainBooks, asha: PartyId) -> None:
    _pin(plain_books, asha, Category.SAFE)
    _pin(plain_books, asha, Category.WATCH, reason="a second look")
    assert _line(plain_books, asha).risk.category is Category.WATCH
    _pin(plain_books, asha, None, None, "as before")
    line = _line(plain_books, asha)
    assert (line.risk.category, line.pin) == (Category.RISKY, None)


def test_said_twice_it_is_one_fact(plain_books: PlainBooks, asha: PartyId) -> None:
    command = _pin(plain_books, asha, Category.SAFE)
    assert plain_books.run(command) == command.fact_id


@pytest.mark.parametrize(
    ("until_on", "reason", "field"),
    [
        (TODAY - timedelta(days=1), "x", "until_on"),
        (TODAY + timedelta(days=400), "x", "until_on"),
        (NEXT_WEEK, "  ", "reason"),
        (NEXT_WEEK, "x" * 501, "reason"),
    ],
)
def test_a_pin_needs_a_reason_and_a_day(
    plain_books: PlainBooks, asha: PartyId, until_on: date, reason: str, field: str
) -> None:
    with pytest.raises(BadInput) as caught:
        _pin(plain_books, asha, Category.SAFE, until_on, reason)
    assert caught.value.field == field


def test_nobody_can_be_pinned_who_is_not_there(plain_books: PlainBooks) -> None:
    with pytest.raises(NotFound):
        _pin(plain_books, PartyId(b"?" * 16), Category.SAFE)
