"""What an import asks of the books: by origin, name, code, number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import BatchId, FactId, PartyId, VoucherId
from collectiq_desktop.core.domain.items import Item
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.posting import opening_postings
from collectiq_desktop.core.domain.vouchers import BillOpened, Voucher, VoucherKind
from collectiq_desktop.core.queries.import_lookups import ImportLookups
from collectiq_desktop.core.services.corrections import CancelVoucher
from collectiq_desktop.core.services.imports import (
    BeginImport,
    TakeInItem,
    TakeInParty,
    TakeInVoucher,
)
from collectiq_desktop.core.services.parties import AddParty
from tests.engines import place
from tests.fakes import CountingIds, FixedClock

ON = date(2026, 4, 10)


@pytest.fixture
def books(tmp_path: Path, clock: FixedClock, ids: CountingIds) -> Iterator[Books]:
    books = Books.create(
        place(tmp_path / "books.ciq"), Firm(name="Test Traders"), Surroundings(clock=clock, ids=ids)
    )
    yield books
    books.close()


@pytest.fixture
def batch_id(books: Books) -> BatchId:
    batch_id = BatchId(books.mint_id())
    books.run(BeginImport(batch_id=batch_id, source="tally", voucher_types={"GST Sale": "Sales"}))
    return batch_id


@pytest.fixture
def party_id(books: Books, batch_id: BatchId) -> PartyId:
    party_id = books.mint_id()
    party = Party(name="श्री गणेश", code="K-1")
    books.run(
        TakeInParty(
            fact_id=FactId(party_id),
            party=party,
            batch_id=batch_id,
            origin_key="tally:g-1",
            change="a1",
        )
    )
    return PartyId(party_id)


def take_bill(books: Books, batch_id: BatchId, party_id: PartyId, paise: int) -> VoucherId:
    voucher_id = books.mint_id()
    voucher = Voucher(
        kind=VoucherKind.OPENING_BILL,
        number="O/1",
        on=ON,
        party_id=party_id,
        postings=opening_postings(paise),
        bills=(BillOpened(1, "O/1", paise, ON, ON),),
    )
    books.run(
        TakeInVoucher(
            fact_id=FactId(voucher_id),
            voucher=voucher,
            batch_id=batch_id,
            origin_key="tally:v-1",
            change=f"a{paise}",
        )
    )
    return VoucherId(voucher_id)


def test_documents_by_origin(books: Books, party_id: PartyId) -> None:
    with books.reading() as conn:
        found = ImportLookups(conn).origins(["tally:g-1", "tally:g-2"])
    assert found == {"tally:g-1": ("a1", party_id)}


def test_parties_by_name_code_and_id(books: Books, party_id: PartyId) -> None:
    books.run(AddParty(party_id=PartyId(books.mint_id()), party=Party(name="A.K. Traders")))
    with books.reading() as conn:
        lookups = ImportLookups(conn)
        named = lookups.parties_named(["ak traders", "श्री  गणेश", "nobody"])
        assert [(one.party.name, one.is_typed_here) for one in named] == [
            ("श्री गणेश", False),
            ("A.K. Traders", True),
        ]
        assert lookups.parties_coded(["K-1", "K-2"]) == {"K-1": party_id}
        assert lookups.parties([party_id])[party_id].party.code == "K-1"
        assert lookups.party_names() == ["श्री गणेश", "A.K. Traders"]


def test_more_keys_than_one_statement_holds(books: Books, party_id: PartyId) -> None:
    keys = [f"tally:g-{count}" for count in range(1_200)]
    with books.reading() as conn:
        lookups = ImportLookups(conn)
        assert list(lookups.origins(keys)) == ["tally:g-1"]
        assert len(lookups.parties([party_id, *(key.encode() for key in keys)])) == 1


def test_bills_by_party_and_by_voucher(books: Books, batch_id: BatchId, party_id: PartyId) -> None:
    voucher_id = take_bill(books, batch_id, party_id, 900)
    with books.reading() as conn:
        lookups = ImportLookups(conn)
        (bill,) = lookups.bills_of_parties([party_id])
        assert bill == (party_id, "O/1", voucher_id, 1, 900, 900, "MAIN")
        assert list(lookups.bills_of_vouchers([voucher_id])) == [bill]
        assert lookups.counting([voucher_id, b"x"]) == {voucher_id}
    cancelled = CancelVoucher(
        fact_id=FactId(books.mint_id()), voucher_id=voucher_id, reason="Twice"
    )
    books.run(cancelled)
    with books.reading() as conn:
        assert ImportLookups(conn).counting([voucher_id]) == set()


def test_items_and_accounts(books: Books, batch_id: BatchId) -> None:
    item_id = FactId(books.mint_id())
    item = Item(name="Toor Dal", rate_paise=9_950)
    books.run(
        TakeInItem(fact_id=item_id, item=item, batch_id=batch_id, origin_key="tally:i", change="a1")
    )
    with books.reading() as conn:
        lookups = ImportLookups(conn)
        assert lookups.items([item_id])[item_id].item == item
        assert [one.item_id for one in lookups.items_named(["TOOR DAL"])] == [item_id]
        assert ("cash", "Cash", "cash") in lookups.accounts()
        assert lookups.firm().name == "Test Traders"


def test_voucher_types_are_remembered_and_later_ones_win(books: Books, batch_id: BatchId) -> None:
    later = {"GST Sale": "Credit Note", "Kachha": "Receipt"}
    books.run(BeginImport(batch_id=BatchId(books.mint_id()), source="tally", voucher_types=later))
    with books.reading() as conn:
        assert ImportLookups(conn).voucher_types() == later
