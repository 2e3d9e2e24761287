"""What is pushed: everything that is lacking, in stretches no larger than they may be."""

from __future__ import annotations

import io

import pytest

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.services.ordering import signed_words
from collectiq_desktop.core.wire.codec import fact_hash, first_hash, link_hash
from collectiq_desktop.core.wire.parcel import ParcelHead, read_parcel, write_parcel
from collectiq_desktop.core.wire.peer import Push
from collectiq_desktop.core.wire.signing import is_signed, public_key_of
from collectiq_desktop.sync.batching import Batching
from collectiq_desktop.sync.pushing import pushes
from tests.plain_books import PlainBooks
from tests.sync_server.headquarters import fill

KEY = b"K" * 32
FACTS_COUNT = 27  # The firm, a party, and 25 vouchers.


def pushed(plain: PlainBooks, known: int = 0, size: int = 10) -> list[Push]:
    device_id = plain.books.identity.device_id
    return list(pushes(plain.books, KEY, {device_id: known}, Batching(size)))


def test_stretches_follow_each_other_and_are_signed(plain_books: PlainBooks) -> None:
    fill(plain_books.books, 25)
    found = pushed(plain_books)
    assert [(each.first_seq, len(each.links)) for each in found] == [(1, 10), (11, 10), (21, 7)]
    identity = plain_books.books.identity
    hashed = first_hash(identity.firm_id, identity.device_id)
    for push in found:
        for link in push.links:
            assert link.fact is not None
            assert fact_hash(link.fact) == link.fact_hash
            hashed = link_hash(hashed, link.fact_hash)
        last_seq = push.first_seq + len(push.links) - 1
        words = signed_words(identity.firm_id, identity.device_id, last_seq, hashed)
        assert push.last_hash == hashed
        assert is_signed(words, push.signature, public_key_of(KEY))


def test_what_the_server_has_is_not_pushed(plain_books: PlainBooks) -> None:
    fill(plain_books.books, 25)
    assert [each.first_seq for each in pushed(plain_books, known=20)] == [21]
    assert pushed(plain_books, known=FACTS_COUNT) == []


def test_a_stretch_grows_while_it_goes_well(plain_books: PlainBooks) -> None:
    fill(plain_books.books, 25)
    batching, sizes = Batching(3), []
    for push in pushes(plain_books.books, KEY, {}, batching):
        sizes.append(len(push.links))
        batching.went_through()
    assert sizes == [3, 6, 12, 6]


def test_what_is_recorded_meanwhile_goes_along(plain_books: PlainBooks) -> None:
    fill(plain_books.books, 8)
    seen = 0
    for push in pushes(plain_books.books, KEY, {}, Batching(10)):
        if not seen:
            fill(plain_books.books, 1, "Meanwhile")
        seen += len(push.links)
    assert seen == 12


def test_a_parcel_holds_the_same_pushes(plain_books: PlainBooks) -> None:
    fill(plain_books.books, 25)
    found = pushed(plain_books)
    head = ParcelHead(firm_id=b"f" * 16, device_id=b"d" * 16, public_key=b"k" * 32, made_at=1)
    file = io.BytesIO()
    assert write_parcel(file, head, found) == FACTS_COUNT
    told, read = read_parcel(io.BytesIO(file.getvalue()))
    assert (told, list(read)) == (head, found)


@pytest.mark.parametrize("damage", ["cut", "other", "none", "changed"])
def test_a_damaged_parcel_is_refused(plain_books: PlainBooks, damage: str) -> None:
    file = io.BytesIO()
    head = ParcelHead(firm_id=b"f" * 16, device_id=b"d" * 16, public_key=b"k" * 32, made_at=1)
    write_parcel(file, head, pushed(plain_books))
    told = file.getvalue()
    spoilt = {
        "cut": told[:-1],
        "other": b"PK" + told,
        "none": b"",
        "changed": told[:30] + bytes(8) + told[38:],
    }
    with pytest.raises(BadInput) as refused:
        list(read_parcel(io.BytesIO(spoilt[damage]))[1])
    assert refused.value.field == "file"
