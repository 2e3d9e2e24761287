"""A change of what is foretold of a party is kept in the log."""

from __future__ import annotations

from datetime import date

from collectiq_desktop.core.domain.ids import FactId, PartyId
from collectiq_desktop.core.domain.risk import Category
from collectiq_desktop.core.queries.risk import CategoryStep, CategorySteps
from collectiq_desktop.core.services import bulletins
from collectiq_desktop.core.services.categories import note_category
from collectiq_desktop.core.wire.risk_bulletins import party_bytes, party_key
from tests.core.looking import prove
from tests.foretold import risk
from tests.plain_books import PlainBooks

TODAY = date(2026, 11, 22)


def _told(plain: PlainBooks, party_id: PartyId, category: Category, score: int) -> FactId | None:
    """As the scoring counter publishes: the change first, then the bulletin."""
    told = risk(party_id, category=category, score=score)
    with plain.books.writing() as (writer, context):
        fact_id = note_category(writer, context, told)
        bulletins.put(writer, context, party_key(party_id), party_bytes(told))
    return fact_id


def test_the_first_category_is_no_change_and_the_same_is_none(plain_books: PlainBooks) -> None:
    asha = plain_books.party_id("Asha")
    assert _told(plain_books, asha, Category.SAFE, 20) is None
    assert _told(plain_books, asha, Category.SAFE, 40) is None
    assert plain_books.ask(CategorySteps(party_id=asha)) == ()


def test_changes_are_facts_and_stay_through_a_rebuild(plain_books: PlainBooks) -> None:
    asha, bina = plain_books.party_id("Asha"), plain_books.party_id("Bina")
    _told(plain_books, asha, Category.SAFE, 20)
    _told(plain_books, bina, Category.SAFE, 20)
    assert _told(plain_books, asha, Category.WATCH, 210) is not None
    assert _told(plain_books, asha, Category.RISKY, 620) is not None
    steps = (
        CategoryStep(Category.RISKY, Category.WATCH, TODAY, 620),
        CategoryStep(Category.WATCH, Category.SAFE, TODAY, 210),
    )
    assert plain_books.ask(CategorySteps(party_id=asha)) == steps
    assert plain_books.ask(CategorySteps(party_id=bina)) == ()
    prove(plain_books)
    plain_books.books.rebuild(lambda _done, _whole: None)
    assert plain_books.ask(CategorySteps(party_id=asha)) == steps


def test_a_change_is_told_by_the_log_where_the_bulletin_was_lost(plain_books: PlainBooks) -> None:
    asha = plain_books.party_id("Asha")
    _told(plain_books, asha, Category.SAFE, 20)
    _told(plain_books, asha, Category.RISKY, 620)
    plain_books.books.publish(party_key(asha), b"")
    assert _told(plain_books, asha, Category.RISKY, 630) is None
    assert _told(plain_books, asha, Category.SAFE, 30) is not None
