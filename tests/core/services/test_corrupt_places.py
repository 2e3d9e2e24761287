"""Places whose links or facts do not hash as they say: refused, and nothing is taken in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.services.places import take_places
from collectiq_desktop.core.storage.facts import count_facts
from collectiq_desktop.core.storage.masters import fields_of
from collectiq_desktop.core.wire.facts import PartyAdded
from collectiq_desktop.core.wire.peer import PeerRefused, PlacedLink
from tests.core.services.elsewhere import Elsewhere
from tests.plain_books import PlainBooks

OTHER = b"?" * 32


def _placements(plain: PlainBooks) -> list[PlacedLink]:
    """Three parties of another counter, as the server would tell them after our own facts."""
    elsewhere = Elsewhere(plain)
    elsewhere.place_own()
    told: list[PlacedLink] = []
    elsewhere._take_in = told.append  # type: ignore[assignment, method-assign]
    for n in range(3):
        fields = fields_of(Party(name=f"Shop {n}"))
        elsewhere.place_first(PartyAdded(fields=fields), bytes([n]) * 16)
    return [replace(each, firm_seq=told[0].firm_seq + n) for n, each in enumerate(told)]


def _at(n: int, change: Callable[[PlacedLink], PlacedLink]) -> Callable[[list[PlacedLink]], None]:
    def changed(told: list[PlacedLink]) -> None:
        told[n] = change(told[n])

    return changed


def _without_the_first(told: list[PlacedLink]) -> None:
    del told[0]


CHANGES: dict[str, Callable[[list[PlacedLink]], None]] = {
    "another hash of a link": _at(1, lambda p: replace(p, link=p.link._replace(hash=OTHER))),
    "another hash of a fact": _at(1, lambda p: replace(p, link=p.link._replace(fact_hash=OTHER))),
    "another body": _at(2, lambda p: replace(p, fact=p.fact._replace(body=b"\x80"))),  # type: ignore[union-attr]
    "a link left out": _without_the_first,
    "a number left out": _at(2, lambda p: replace(p, link=p.link._replace(device_seq=9))),
}


@pytest.mark.parametrize("name", CHANGES)
def test_it_is_refused_whole(plain_books: PlainBooks, name: str) -> None:
    told = _placements(plain_books)
    CHANGES[name](told)
    books = plain_books.books
    with books.reading() as conn:
        before = count_facts(conn)
    with pytest.raises(PeerRefused, match="corrupt"), books.writing() as (writer, context):
        take_places(writer, context, told)
    with books.reading() as conn:
        assert count_facts(conn) == before


def test_unchanged_it_is_taken_in(plain_books: PlainBooks) -> None:
    told = _placements(plain_books)
    books = plain_books.books
    with books.writing() as (writer, context):
        take_places(writer, context, told)
    with books.reading() as conn:
        assert count_facts(conn) == len(told) + 1
    assert books.verify().ok


def test_while_somebody_waits_to_write_one_place_is_taken_in_at_a_time(
    plain_books: PlainBooks,
) -> None:
    told = _placements(plain_books)
    books, taken = plain_books.books, [0]
    while sum(taken) < len(told):
        with books.writing() as (writer, context):
            writer.is_waited_for = lambda: True
            taken.append(take_places(writer, context, told[sum(taken) :]))
        assert books.verify().ok
    assert taken == [0] + [1] * len(told)
