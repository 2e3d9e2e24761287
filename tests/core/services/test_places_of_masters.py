"""What another counter says of firm, items and imports, and facts without effect."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from collectiq_desktop.core.domain.ids import BatchId, FactId, ItemId, PartyId, VoucherId
from collectiq_desktop.core.domain.items import Item
from collectiq_desktop.core.domain.masters import Edit
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    BillOpened,
    Posting,
    Voucher,
    VoucherKind,
)
from collectiq_desktop.core.queries.firm import FirmCard
from collectiq_desktop.core.services.imports import (
    BeginImport,
    TakeInParty,
    TakeInVoucher,
    UndoImport,
)
from collectiq_desktop.core.services.masters import AddItem, AmendFirm, AmendItem
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.masters import unpack
from collectiq_desktop.core.wire.facts import (
    FirmAmended,
    ItemAmended,
    PartyAmended,
    VoucherCancelled,
)
from tests.core.looking import Sums, everything, fact_id, prove, sums_of
from tests.core.services.elsewhere import Elsewhere
from tests.plain_books import PlainBooks, fresh_books

DAY = date(2026, 5, 1)


@pytest.fixture
def plain(tmp_path: Path) -> PlainBooks:
    return fresh_books(tmp_path)


def _invoice(party_id: bytes, number: str = "SE01/26/000001") -> Voucher:
    return Voucher(
        kind=VoucherKind.SALES_INVOICE,
        number=number,
        on=DAY,
        party_id=PartyId(party_id),
        postings=(Posting(DEBTORS, 500), Posting("sales", -500)),
        bills=(BillOpened(1, number, 500, DAY, DAY),),
    )


def test_the_later_place_wins_where_two_counters_changed_the_firm(plain: PlainBooks) -> None:
    elsewhere = Elsewhere(plain)
    plain.run(AmendFirm(fact_id=fact_id(plain), changes={"email": "here@example.in"}))
    theirs = FirmAmended(
        edits={"email": Edit("there@example.in", None), "pincode": Edit("395", None)}
    )
    elsewhere.place(theirs, b"t" * 16)
    firm = plain.ask(FirmCard()).firm
    assert (firm.email, firm.pincode) == ("there@example.in", "395")
    prove(plain)


def test_an_item_is_amended_by_two_counters(plain: PlainBooks) -> None:
    elsewhere = Elsewhere(plain)
    item_id = ItemId(plain.ids.mint())
    plain.run(AddItem(item_id=item_id, item=Item(name="Soap")))
    plain.run(AmendItem(fact_id=fact_id(plain), item_id=item_id, changes={"hsn": "3401"}))
    elsewhere.place(ItemAmended(item_id=item_id, edits={"rate_paise": Edit(5, None)}), b"t" * 16)
    with plain.books.reading() as conn:
        fields = unpack(conn.execute(select(tables.item.c.fields)).scalar_one())
    assert fields == {"name": "Soap", "hsn": "3401", "rate_paise": 5}
    prove(plain)


@pytest.mark.parametrize("verdict", ["held", "overruled"])
def test_a_fact_without_effect_is_kept_and_changes_nothing(plain: PlainBooks, verdict: str) -> None:
    elsewhere = Elsewhere(plain)
    party_id = plain.party_id("Asha")
    elsewhere.place_own()
    facts, rows = everything(plain.books)
    elsewhere.place(_invoice(party_id), b"t" * 16, verdict)
    facts_now, rows_now = everything(plain.books)
    changed = {name for name in rows if rows[name] != rows_now[name]}
    assert facts_now == facts + 1
    # A number that was written on paper stays used, whatever becomes of the document.
    told = {"branch_standing", "counter"}
    assert changed == told | ({"held"} if verdict == "held" else set())
    prove(plain)


def _imported(plain: PlainBooks) -> tuple[BatchId, PartyId, VoucherId]:
    """A batch of one party and one invoice, not yet placed."""
    batch_id = BatchId(plain.ids.mint())
    plain.run(BeginImport(batch_id=batch_id, source="tally"))
    party, sale = fact_id(plain), fact_id(plain)
    origin: dict[str, Any] = {"batch_id": batch_id, "change": "1"}
    plain.run(TakeInParty(fact_id=party, party=Party(name="Asha"), origin_key="p", **origin))
    plain.run(TakeInVoucher(fact_id=sale, voucher=_invoice(party, "T/1"), origin_key="v", **origin))
    return batch_id, PartyId(party), VoucherId(sale)


def test_a_correction_of_what_was_taken_back_meanwhile_has_no_effect(plain: PlainBooks) -> None:
    elsewhere = Elsewhere(plain)
    batch_id, _party_id, sale_id = _imported(plain)
    plain.run(UndoImport(fact_id=fact_id(plain), batch_id=batch_id, reason="wrong file"))
    cancelled = VoucherCancelled(voucher_id=sale_id, base=FactId(sale_id), reason="wrong")
    elsewhere.place(cancelled, b"t" * 16)
    _facts, rows = everything(plain.books)
    assert [row[4] for row in rows["voucher"]] == ["undone"]
    prove(plain)


def test_an_undoing_that_comes_after_a_correction_gives_the_same(plain: PlainBooks) -> None:
    """The correction was placed before the undoing, but arrived here after it."""
    elsewhere = Elsewhere(plain)
    batch_id, _party_id, sale_id = _imported(plain)
    elsewhere.place_own()
    plain.run(UndoImport(fact_id=fact_id(plain), batch_id=batch_id, reason="wrong file"))
    cancelled = VoucherCancelled(voucher_id=sale_id, base=FactId(sale_id), reason="wrong")
    elsewhere.place_first(cancelled, b"t" * 16)
    prove(plain)


def test_a_party_that_was_taken_back_comes_again_with_a_voucher_from_elsewhere(
    plain: PlainBooks,
) -> None:
    elsewhere = Elsewhere(plain)
    batch_id, party_id, _sale_id = _imported(plain)
    plain.run(UndoImport(fact_id=fact_id(plain), batch_id=batch_id, reason="wrong file"))
    elsewhere.place(_invoice(party_id), b"t" * 16)
    assert sums_of(plain, "Asha") == Sums(500, 500, 0)
    prove(plain)


def test_a_party_that_was_taken_back_is_amended_elsewhere_and_comes_again_so(
    plain: PlainBooks,
) -> None:
    elsewhere = Elsewhere(plain)
    batch_id, party_id, _sale_id = _imported(plain)
    plain.run(UndoImport(fact_id=fact_id(plain), batch_id=batch_id, reason="wrong file"))
    edits = {"name": Edit("Asha Stores", party_id), "code": Edit("A01-70", party_id)}
    elsewhere.place(PartyAmended(party_id=party_id, edits=edits), b"t" * 16)
    prove(plain)
    elsewhere.place(_invoice(party_id), b"v" * 16)
    assert sums_of(plain, "Asha Stores") == Sums(500, 500, 0)
    prove(plain)
    plain.party_id("Bina")
    _facts, rows = everything(plain.books)
    assert sorted(row[1] for row in rows["party"]) == ["A01-70", "A01-71"]
