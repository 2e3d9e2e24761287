"""A fact says which branches it concerns, a correction all that its base did."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import FactId, PartyId, VoucherId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.services.corrections import CancelVoucher
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.parties import AddParty
from collectiq_desktop.core.storage import tables
from tests.engines import place
from tests.fakes import CountingIds, FixedClock


def test_a_cancellation_goes_where_its_voucher_went(tmp_path: Path) -> None:
    around = Surroundings(clock=FixedClock(), ids=CountingIds())
    books = Books.create(place(tmp_path / "b.ciq"), Firm(name="Branches"), around)
    party_id, voucher_id = PartyId(books.mint_id()), VoucherId(books.mint_id())
    books.run(AddParty(party_id=party_id, party=Party(name="Asha")))
    books.run(PostInvoice(voucher_id=voucher_id, party_id=party_id, amount_paise=1))
    books.run(CancelVoucher(fact_id=FactId(books.mint_id()), voucher_id=voucher_id, reason="wrong"))
    with books.reading() as conn:
        rows = conn.execute(select(tables.fact.c.kind, tables.fact.c.branches)).all()
    assert {row.kind: row.branches for row in rows} == {
        "FirmCreated": "*",
        "PartyAdded": "*",
        "InvoicePosted": "MAIN",
        "VoucherCancelled": "MAIN",
    }
    books.close()
