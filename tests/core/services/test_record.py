"""One command, one fact, linked to the chain of this counter."""

from __future__ import annotations

from pathlib import Path

import pytest

from collectiq_desktop.core.domain.errors import BadInput, Clash
from collectiq_desktop.core.domain.ids import BatchId, PartyId
from collectiq_desktop.core.domain.items import Item
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.services.imports import BeginImport, TakeInItem
from collectiq_desktop.core.services.parties import AddParty
from collectiq_desktop.core.services.record import already_recorded
from collectiq_desktop.core.storage.facts import chain, head_of
from collectiq_desktop.core.wire.codec import body_of, fact_hash, first_hash, link_hash
from collectiq_desktop.core.wire.facts import Fact, PartyAdded
from tests.core.looking import amendment, fact_id, refused, voucher_of
from tests.plain_books import PlainBooks, fresh_books


@pytest.fixture
def plain(tmp_path: Path) -> PlainBooks:
    return fresh_books(tmp_path)


def _facts(plain: PlainBooks) -> list[Fact]:
    with plain.books.reading() as conn:
        return [fact for _link, fact in chain(conn) if fact is not None]


def test_every_command_appends_one_link_that_holds_all_before(plain: PlainBooks) -> None:
    plain.write(
        """
        invoice  S/1  2026-05-01  Asha  100.00
        receipt  R/1  2026-05-03  Asha  130.00
        cancel   R/1  bounced
        """
    )
    identity = plain.books.identity
    with plain.books.reading() as conn:
        links = list(chain(conn))
        head = head_of(conn, identity.firm_id, identity.device_id)
    assert [link.device_seq for link, _fact in links] == [1, 2, 3, 4, 5]
    before = first_hash(identity.firm_id, identity.device_id)
    for link, fact in links:
        assert fact is not None
        assert (link.fact_id, link.fact_hash) == (fact.fact_id, fact_hash(fact))
        before = link_hash(before, link.fact_hash)
        assert (link.device_id, link.hash) == (identity.device_id, before)
    assert (head.device_seq, head.hash) == (5, before)


def test_a_fact_says_who_acted_and_when(plain: PlainBooks) -> None:
    plain.clock.move(ms=7)
    plain.party_id("Asha")
    fact = _facts(plain)[-1]
    assert fact.user_id == plain.books.identity.user_id
    assert fact.recorded_at == plain.clock.now_at()
    assert (fact.kind, fact.version, fact.origin, fact.branches) == ("PartyAdded", 1, None, "*")
    assert (fact.seen_epoch, fact.seen_firm_seq) == (0, 0)
    assert body_of(fact) == PartyAdded(fields={"name": "Asha", "code": "A01-1"})


def test_what_the_fact_says_is_what_stands(plain: PlainBooks) -> None:
    plain.write("invoice  S/1  2026-05-01  Asha  100.00")
    assert body_of(_facts(plain)[-1]) == voucher_of(plain, plain.vouchers["S/1"])
    changed = voucher_of(plain, plain.vouchers["S/1"])
    plain.run(amendment(plain, "S/1", changed))
    assert _facts(plain)[-1].branches == "MAIN"


def test_an_id_is_known_once_it_was_used(plain: PlainBooks) -> None:
    party_id = plain.party_id("Asha")
    with plain.books.writing() as (writer, _context):
        assert already_recorded(writer, party_id, "PartyAdded")
        assert not already_recorded(writer, b"n" * 16, "PartyAdded")
        with pytest.raises(Clash, match="make a new one"):
            already_recorded(writer, party_id, "ItemAdded")


@pytest.mark.parametrize(
    "party",
    [
        Party(name="As\0ha"),
        Party(name="Asha", code="A\0"),
        Party(name="Asha", aliases=("As\0",)),
        Party(name="Asha", note="\0"),
    ],
)
def test_a_text_that_not_every_engine_can_keep_is_refused(plain: PlainBooks, party: Party) -> None:
    command = AddParty(party_id=PartyId(plain.ids.mint()), party=party)
    assert "NUL" in refused(plain, command, BadInput).message
    (refusal,) = plain.books.run_many(iter([command]), 1)
    assert isinstance(refusal, BadInput)


def test_what_only_looks_like_it_is_kept(plain: PlainBooks) -> None:
    """Bytes may hold anything; so may every other character of a text."""
    name = "A\u0001\x7f\u2028 u0000 0 \uffff\U0010fffe"
    plain.add(Party(name=name))
    assert body_of(_facts(plain)[-1]) == PartyAdded(fields={"name": name, "code": "A01-1"})
    batch = BeginImport(batch_id=BatchId(b"\0" * 16), source="x")
    plain.run(batch)
    origin = TakeInItem(
        fact_id=fact_id(plain),
        item=Item(name="Sugar"),
        batch_id=batch.batch_id,
        origin_key="item/\0",
        change="1",
    )
    assert "NUL" in refused(plain, origin, BadInput).message
