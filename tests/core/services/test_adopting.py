"""A firm that began alone begins at the server with its own first facts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from collectiq_desktop.core.books import Books, Surroundings, begin_books
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import DeviceId, UserId
from collectiq_desktop.core.queries.firm import FirmCard
from collectiq_desktop.core.queries.founding import founding_links
from collectiq_desktop.core.services import enrolling
from collectiq_desktop.core.services.adopting import adopt, founded_firm
from collectiq_desktop.core.services.identity import Identity
from collectiq_desktop.core.storage import chains, devices, places
from collectiq_desktop.core.wire.peer import PushedLink
from tests.fakes import CountingIds
from tests.plain_books import PlainBooks


def founding(plain: PlainBooks) -> tuple[PushedLink, ...]:
    with plain.books.reading() as conn:
        return founding_links(conn, plain.books.identity.device_id)


@pytest.fixture
def server(plain_books: PlainBooks, tmp_path: Path) -> Iterator[Books]:
    identity = Identity(
        firm_id=plain_books.books.identity.firm_id,
        device_id=DeviceId(b"S" * 16),
        user_id=UserId(b"U" * 16),
        series_code="H01",
        is_server=True,
    )
    around = Surroundings(clock=plain_books.clock, ids=CountingIds(5_000))
    books = begin_books(tmp_path / "server.ciq", identity, around)
    yield books
    books.close()


def adopted(server: Books, plain: PlainBooks) -> None:
    with server.writing() as (writer, context):
        adopt(writer, context, plain.books.identity.device_id, founding(plain))
        enrolling.enrol_server(writer, context, b"K" * 32)
        writer.flush()


def test_the_firm_is_known_and_its_first_counter_keeps_its_code(
    plain_books: PlainBooks, server: Books
) -> None:
    adopted(server, plain_books)
    assert server.ask(FirmCard()).firm == plain_books.books.ask(FirmCard()).firm
    with server.reading() as conn:
        first = devices.device(conn, plain_books.books.identity.device_id)
        assert first is not None
        assert first.series_code == plain_books.books.identity.series_code
        assert places.cursor(conn).firm_seq == 2
    assert server.verify().ok


def test_the_chain_is_the_counters_own(plain_books: PlainBooks, server: Books) -> None:
    adopted(server, plain_books)
    device_id = plain_books.books.identity.device_id
    with server.reading() as theirs, plain_books.books.reading() as ours:
        assert chains.link_at(theirs, device_id, 1) == chains.link_at(ours, device_id, 1)


def test_the_first_links_end_with_the_fact_that_created_the_firm(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2025-04-01  Asha Stores  10,000.00
    """
    links = founding(plain_books)
    assert [link.fact.kind for link in links if link.fact] == ["FirmCreated"]
    assert founded_firm(links) == plain_books.books.identity.firm_id


def test_books_that_were_restored_begin_with_their_new_chain(plain_books: PlainBooks) -> None:
    books = plain_books.books
    with books.becoming(device_id=DeviceId(b"N" * 16)) as (writer, before, now):
        enrolling.begin_chain(writer, before, now)
    links = founding(plain_books)
    assert [link.fact.kind for link in links if link.fact] == ["ChainBegun", "FirmCreated"]
    assert founded_firm(links) == books.identity.firm_id


def test_links_that_found_nothing_are_refused(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2025-04-01  Asha Stores  10,000.00
    """
    (first,) = founding(plain_books)
    assert first.fact is not None
    renamed = first.fact._replace(recorded_at=1)
    for wrong in (
        (),
        (replace(first, fact=None),),
        (replace(first, fact=renamed),),
        (replace(first, fact_id=b"x" * 16),),
        (first, first),
        (first,) * 200,
    ):
        with pytest.raises(BadInput):
            founded_firm(wrong)
