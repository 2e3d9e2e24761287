"""The words that parties are found by, from one letter on, in any script."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.scripts import fold_for_search
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.search import rows_with, words_of
from tests.plain_books import PlainBooks, fresh_books

PARTIES = (
    Party(name="गणेश ट्रेडर्स", code="GT", phones=("98250 11111",)),
    Party(name="શિવ સ્ટોર", aliases=("Shiv",), gstin="24AAACC1206D1ZM"),
    Party(name='Me & "Sons"', code="M%_1"),
)


@pytest.fixture(scope="module")
def shop(engine: str, tmp_path_factory: pytest.TempPathFactory) -> PlainBooks:
    plain = fresh_books(tmp_path_factory.mktemp("search"))
    for party in PARTIES:
        plain.add(party)
    return plain


def _found(shop: PlainBooks, typed: str, limit: int = 9) -> list[str]:
    column = tables.party.c
    with shop.books.reading() as conn:
        rows = rows_with(conn, fold_for_search(typed), limit)
        names = select(column.name).where(column.party_row.in_(rows)).order_by(column.party_row)
        return list(conn.execute(names).scalars())


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("गण", 0),
        ("ग", 0),
        ("ट्रेड", 0),
        ("11111", 0),
        ("gt", 0),
        ("શિ", 1),
        ("shiv", 1),
        ("24aaacc", 1),
        ("Me", 2),
        ("M%_", 2),
        ("sons", 2),
    ],
)
def test_a_party_is_found_by_any_piece_of_its_words(
    shop: PlainBooks, typed: str, place: int
) -> None:
    assert _found(shop, typed) == [PARTIES[place].name]


@pytest.mark.parametrize("typed", ["", "zz", "nobody", "%", "NOT", "गझ"])
def test_what_no_party_holds_finds_none(shop: PlainBooks, typed: str) -> None:
    assert _found(shop, typed) == []


def test_no_more_are_found_than_were_asked_for(shop: PlainBooks) -> None:
    assert len(_found(shop, "s", 9)) == 2
    assert len(_found(shop, "s", 1)) == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(PARTIES), st.data())
def test_every_piece_of_two_letters_and_more_finds_its_party(
    shop: PlainBooks, party: Party, data: st.DataObject
) -> None:
    line = data.draw(st.sampled_from(words_of(party).split("\n")))
    start = data.draw(st.integers(0, len(line) - 2))
    piece = line[start : data.draw(st.integers(start + 2, len(line)))]
    with shop.books.reading() as conn:
        rows = rows_with(conn, piece, 9)
        column = tables.party.c
        names = set(conn.execute(select(column.name).where(column.party_row.in_(rows))).scalars())
    assert party.name in names
