"""Pushes that were changed on their way: refused with a reason, and nothing changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient
from msgspec.structs import replace

from collectiq_desktop.core.books import Books, Surroundings, begin_books
from collectiq_desktop.core.domain.ids import DeviceId, FactId, FirmId, UserId
from collectiq_desktop.core.domain.verdicts import Reason
from collectiq_desktop.core.queries.syncing import Held
from collectiq_desktop.core.services.identity import Identity
from collectiq_desktop.core.services.ordering import release, signed_words
from collectiq_desktop.core.wire.codec import bytes_of, fact_hash, first_hash, link_hash
from collectiq_desktop.core.wire.facts import Fact
from collectiq_desktop.core.wire.packing import JSON_TYPE
from collectiq_desktop.core.wire.peer import Push, Pushed, PushedLink
from collectiq_desktop.core.wire.signing import sign
from collectiq_desktop.sync.batching import Batching
from collectiq_desktop.sync.pushing import pushes
from sync_server.app import app_of
from tests.fakes import CountingIds
from tests.sync_server.headquarters import Headquarters, fill
from tests.sync_server.test_sync_api import KEY, Api

Change = Callable[[Push], Push]


@pytest.fixture
def api(hq: Headquarters) -> Iterator[Api]:
    with TestClient(app_of(hq.office)) as http:
        yield Api(hq, http)


@pytest.fixture
def push(api: Api, tmp_path: Path) -> Push:
    """What a counter has to send."""
    told = api.told
    identity = Identity(
        firm_id=FirmId(told.firm_id),
        device_id=DeviceId(told.device_id),
        user_id=UserId(told.user_id),
        series_code=told.series_code,
        is_enrolled=True,
    )
    around = Surroundings(clock=api.hq.clock, ids=CountingIds(5_000))
    books: Books = begin_books(tmp_path / "counter.ciq", identity, around)
    for name in "ABCDE":
        fill(books, 0, name)
    (found,) = pushes(books, KEY, {}, Batching())
    books.close()
    return found


def links(change: Callable[[list[Any]], list[Any]]) -> Change:
    return lambda push: replace(push, links=tuple(change(list(push.links))))


def _other_body(all_links: list[Any]) -> list[Any]:
    fact = all_links[2].fact
    all_links[2] = replace(all_links[2], fact=fact._replace(body=all_links[3].fact.body))
    return all_links


def _other_hash(all_links: list[Any]) -> list[Any]:
    all_links[2] = replace(all_links[2], fact_hash=all_links[3].fact_hash)
    return all_links


CHANGES: dict[str, tuple[Change, str]] = {
    "two links in another order": (links(lambda a: [a[0], a[2], a[1], *a[3:]]), "corrupt"),
    "one link twice": (links(lambda a: [*a, a[-1]]), "corrupt"),
    "one link left out": (links(lambda a: a[:2] + a[3:]), "corrupt"),
    "another body": (links(_other_body), "corrupt"),
    "another hash": (links(_other_hash), "corrupt"),
    "no signature": (lambda push: replace(push, signature=b""), "corrupt"),
    "half a signature": (lambda push: replace(push, signature=push.signature[:32]), "corrupt"),
    "signed by another": (
        lambda push: replace(push, signature=sign(push.last_hash, b"B" * 32)),
        "corrupt",
    ),
    "another's chain": (lambda push: replace(push, device_id=b"?" * 16), "unknown"),
    "a later part": (lambda push: replace(push, first_seq=7), "gap"),
    "before the first": (lambda push: replace(push, first_seq=0), "gap"),
    "numbers below nothing": (lambda push: replace(push, first_seq=-(1 << 62)), "gap"),
}


def signed(api: Api, change: Callable[[Fact], Fact]) -> Change:
    """One fact changed, and the chain made and signed as if the counter had recorded it so."""

    def changed(push: Push) -> Push:
        facts = [link.fact for link in push.links if link.fact is not None]
        facts[2] = change(facts[2])
        hashed = first_hash(api.firm_id, DeviceId(push.device_id))
        made = []
        for fact in facts:
            made.append(PushedLink(fact_id=fact.fact_id, fact_hash=fact_hash(fact), fact=fact))
            hashed = link_hash(hashed, made[-1].fact_hash)
        words = signed_words(api.firm_id, push.device_id, len(made), hashed)
        return replace(push, links=tuple(made), last_hash=hashed, signature=sign(words, KEY))

    return changed


@pytest.mark.parametrize(
    "change",
    [
        lambda fact: fact._replace(kind="Party\0Added"),
        lambda fact: fact._replace(branches="*\0"),
        lambda fact: fact._replace(origin="a\0#1"),
    ],
    ids=["kind", "branches", "origin"],
)
def test_a_column_that_no_engine_keeps_is_refused(
    api: Api, push: Push, change: Callable[[Fact], Fact]
) -> None:
    before = api.head()
    assert api.refused("/v1/sync/push", signed(api, change)(push), 422) == "corrupt"
    assert api.head() == before


def test_a_body_that_no_engine_keeps_is_held_and_blocks_nothing(api: Api, push: Push) -> None:
    body = bytes_of({"fields": {"name": "As\0ha", "pincode": "388001"}})
    told = signed(api, lambda fact: fact._replace(body=body))(push)
    assert api.ask("/v1/sync/push", told, Pushed).device_seq == 5
    with api.hq.office.firms.using(api.firm_id) as books:
        assert [line.reason for line in books.ask(Held())] == [Reason.UNREADABLE]
        with books.writing() as (writer, context):
            held_id = FactId(told.links[2].fact_id)
            released = release(writer, context, held_id, context.ids.mint())
            writer.flush()
        assert released.reason == Reason.UNREADABLE
        assert books.verify().ok


@pytest.mark.parametrize("name", CHANGES)
def test_what_was_changed_is_refused_whole(api: Api, push: Push, name: str) -> None:
    change, word = CHANGES[name]
    before = api.head()
    status = {"corrupt": 422, "gap": 409, "unknown": 403}[word]
    assert api.refused("/v1/sync/push", change(push), status) == word
    assert api.head() == before
    assert api.ask("/v1/sync/push", push, Pushed).device_seq == 5


def test_the_same_again_is_taken_once(api: Api, push: Push) -> None:
    first = api.ask("/v1/sync/push", push, Pushed)
    again = api.ask("/v1/sync/push", push, Pushed)
    assert (first.device_seq, first.head) == (again.device_seq, again.head) == (5, api.head())


def test_another_history_of_the_chain_is_a_fork(api: Api, push: Push) -> None:
    api.ask("/v1/sync/push", push, Pushed)
    before = api.head()
    other = links(lambda a: [*a[:4], a[0]])(push)
    assert api.refused("/v1/sync/push", other, 409) == "fork"
    assert api.head() == before


@pytest.mark.parametrize("number", [1 << 63, 1 << 64, 1 << 200, -(1 << 63) - 1])
def test_numbers_that_no_table_holds_are_no_message(api: Api, number: int) -> None:
    headers = {
        "Content-Type": JSON_TYPE,
        "Accept": JSON_TYPE,
        "Authorization": f"Bearer {api.token}",
    }
    told = f'{{"epoch": 1, "after_firm_seq": {number}}}'
    answer = api.http.post("/v1/sync/pull", content=told, headers=headers)
    assert answer.status_code in {400, 409}
