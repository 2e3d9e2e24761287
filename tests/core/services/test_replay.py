"""What facts do to the projections, whoever brings them."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from collectiq_desktop.core.domain.ids import BatchId, FactId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.settlement import UNPLACED
from collectiq_desktop.core.domain.touched import Noun
from collectiq_desktop.core.services import replay
from collectiq_desktop.core.services.imports import BeginImport, TakeInParty, UndoImport
from collectiq_desktop.core.services.replay import Placed
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.facts import read_fact
from collectiq_desktop.core.storage.masters import At
from collectiq_desktop.core.wire.codec import body_of
from collectiq_desktop.core.wire.facts import KINDS
from tests.core.looking import cancellation, prove
from tests.plain_books import PlainBooks, fresh_books


@pytest.fixture
def plain(tmp_path: Path) -> PlainBooks:
    return fresh_books(tmp_path)


def test_every_kind_of_fact_has_its_effect() -> None:
    assert set(replay._APPLY) == {body for _version, body in KINDS.values()}


def test_a_placed_fact_says_where_it_stands(plain: PlainBooks) -> None:
    party_id = plain.party_id("Asha")
    with plain.books.reading() as conn:
        fact = read_fact(conn, party_id)
    assert fact is not None
    placed = Placed(fact, body_of(fact), UNPLACED + 2, 7)
    assert placed.at == At(FactId(party_id), UNPLACED + 2, 7)
    assert not placed.is_idle


def test_a_correction_touches_vouchers(plain: PlainBooks) -> None:
    plain.write("invoice  S/1  2026-05-01  Asha  100.00")
    touched = plain.books.run(cancellation(plain, "S/1")).touched
    assert touched.nouns == {Noun.VOUCHER}


def test_an_import_and_its_undoing_touch_the_batch(plain: PlainBooks) -> None:
    batch_id = BatchId(plain.ids.mint())
    begun = plain.books.run(BeginImport(batch_id=batch_id, source="test")).touched
    assert begun.nouns == {Noun.BATCH}
    undo = UndoImport(fact_id=FactId(plain.ids.mint()), batch_id=batch_id, reason="wrong")
    undone = plain.books.run(undo).touched
    assert undone.nouns >= {Noun.BATCH, Noun.VOUCHER, Noun.PARTY}


def test_an_origin_keeps_what_stands_before_its_last_mark(plain: PlainBooks) -> None:
    batch_id = BatchId(plain.ids.mint())
    plain.run(BeginImport(batch_id=batch_id, source="test"))
    fact_id = FactId(plain.ids.mint())
    plain.run(
        TakeInParty(
            fact_id=fact_id,
            party=Party(name="Asha"),
            batch_id=batch_id,
            origin_key="file#1/row#2",
            change="v3",
        )
    )
    with plain.books.reading() as conn:
        row = conn.execute(select(tables.origin)).one()
        fact = read_fact(conn, fact_id)
    assert (row.origin_key, row.change, row.subject_id) == ("file#1/row#2", "v3", fact_id)
    assert fact is not None
    assert fact.origin == "file#1/row#2#v3"
    prove(plain)
