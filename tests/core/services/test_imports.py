"""Imports: new, amended, unchanged; undone as a whole, or refused."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from sqlalchemy import select

from collectiq_desktop.core.domain.errors import BadInput, Clash, CollectIQError, NotFound, Refused
from collectiq_desktop.core.domain.ids import BatchId, FactId, PartyId, VoucherId
from collectiq_desktop.core.domain.items import Item
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    BillOpened,
    Claim,
    Posting,
    Voucher,
    VoucherKind,
)
from collectiq_desktop.core.services.imports import (
    BeginImport,
    TakeInItem,
    TakeInParty,
    TakeInVoucher,
    Taken,
    UndoImport,
)
from collectiq_desktop.core.services.parties import AmendParty
from collectiq_desktop.core.storage import tables
from tests.core.looking import (
    Sums,
    bills_of,
    claims_of,
    everything,
    fact_id,
    newest_of,
    postings_of,
    prove,
    refused,
    run_twice,
    sums_of,
    voucher_of,
)
from tests.plain_books import PlainBooks

DAY = date(2026, 5, 1)


@dataclass
class Source:
    """A program of somebody else's, of which files are taken in."""

    plain: PlainBooks
    batch_id: BatchId = field(init=False)

    def begin(self) -> BatchId:
        self.batch_id = BatchId(self.plain.ids.mint())
        self.plain.run(BeginImport(batch_id=self.batch_id, source="test"))
        return self.batch_id

    def party(self, name: str, **said: object) -> TakeInParty:
        change = str(said.pop("change", "1"))
        matched_id = said.pop("matched_id", None)
        return TakeInParty(
            fact_id=fact_id(self.plain),
            party=Party(name=name, **said),  # type: ignore[arg-type]
            batch_id=self.batch_id,
            origin_key=f"party/{name}",
            change=change,
            matched_id=matched_id,  # type: ignore[arg-type]
        )

    def item(self, change: str = "1", **said: object) -> TakeInItem:
        return TakeInItem(
            fact_id=fact_id(self.plain),
            item=Item(name="Soap", **said),  # type: ignore[arg-type]
            batch_id=self.batch_id,
            origin_key="item/Soap",
            change=change,
        )

    def voucher(self, voucher: Voucher, change: str = "1") -> TakeInVoucher:
        return TakeInVoucher(
            fact_id=fact_id(self.plain),
            voucher=voucher,
            batch_id=self.batch_id,
            origin_key=f"voucher/{voucher.number}",
            change=change,
        )

    def undo(self, batch_id: BatchId | None = None) -> UndoImport:
        return UndoImport(
            fact_id=fact_id(self.plain), batch_id=batch_id or self.batch_id, reason="wrong file"
        )


def _sale(party_id: bytes, paise: int = 10_000, number: str = "T/1") -> Voucher:
    return Voucher(
        kind=VoucherKind.SALES_INVOICE,
        number=number,
        on=DAY,
        party_id=PartyId(party_id),
        postings=(Posting(DEBTORS, paise), Posting("sales", -paise)),
        bills=(BillOpened(1, number, paise, DAY, DAY),),
    )


def _receipt(party_id: bytes, bill: bytes, paise: int, number: str = "T/2") -> Voucher:
    return Voucher(
        kind=VoucherKind.RECEIPT,
        number=number,
        on=DAY,
        party_id=PartyId(party_id),
        postings=(Posting("cash", paise), Posting(DEBTORS, -paise)),
        claims=(Claim(VoucherId(bill), 1, -paise),),
    )


@pytest.fixture
def source(plain_books: PlainBooks) -> Source:
    return Source(plain_books)


def _origins(plain: PlainBooks) -> dict[str, str]:
    column = tables.origin.c
    with plain.books.reading() as conn:
        rows = conn.execute(select(column.origin_key, column.change))
        return {row.origin_key: row.change for row in rows}


def _party_fields(plain: PlainBooks, party_id: bytes) -> dict[str, object]:
    column = tables.party.c
    with plain.books.reading() as conn:
        row = conn.execute(select(tables.party).where(column.party_id == party_id)).one()
    return dict(row._mapping)


def test_begin_is_written_once(source: Source) -> None:
    command = BeginImport(batch_id=BatchId(b"b" * 16), source="tally", voucher_types={"X": "S"})
    assert run_twice(source.plain, command) == b"b" * 16
    with source.plain.books.reading() as conn:
        rows = conn.execute(select(tables.batch.c.source, tables.batch.c.is_undone)).all()
    assert [tuple(row) for row in rows] == [("tally", 0)]


def test_begin_with_an_id_of_something_else_is_refused(source: Source) -> None:
    party_id = source.plain.party_id("Asha")
    error = refused(source.plain, BeginImport(batch_id=BatchId(party_id), source="x"), Clash)
    assert error.field == "id"


def test_a_party_is_new_then_unchanged_then_amended(source: Source) -> None:
    plain = source.plain
    source.begin()
    first = source.party("Asha", credit_days=10)
    assert plain.run(first) is Taken.NEW
    assert run_twice(plain, first) is Taken.UNCHANGED
    changed = source.party("Asha", credit_days=20, phones=("98250 11111",), change="2")
    assert plain.run(changed) is Taken.AMENDED
    assert run_twice(plain, changed) is Taken.UNCHANGED
    fields = _party_fields(plain, first.fact_id)
    assert (fields["credit_days"], fields["code"]) == (20, "A01-1")
    assert _origins(plain) == {"party/Asha": "2"}
    prove(plain)


def test_a_party_already_known_is_amended_where_the_source_says_more(source: Source) -> None:
    plain = source.plain
    party_id = plain.add(Party(name="Asha", beat="North", credit_days=5))
    source.begin()
    command = source.party("Asha", credit_days=9, matched_id=party_id)
    assert plain.run(command) is Taken.AMENDED
    fields = _party_fields(plain, party_id)
    assert (fields["credit_days"], fields["beat"]) == (9, "North")
    same = source.party("Asha", credit_days=9, matched_id=party_id, change="2")
    assert plain.run(same) is Taken.UNCHANGED
    prove(plain)


def test_a_party_of_impossible_terms_is_refused(source: Source) -> None:
    source.begin()
    error = refused(source.plain, source.party("Asha", credit_days=-1), BadInput)
    assert error.field == "credit_days"
    assert refused(source.plain, source.party(" "), BadInput).field == "name"


def test_a_party_whose_code_is_taken_is_refused(source: Source) -> None:
    source.plain.add(Party(name="Other", code="X1"))
    source.begin()
    error = refused(source.plain, source.party("Asha", code="X1"), Clash)
    assert (error.field, "Other" in error.message) == ("code", True)


def test_a_party_with_a_wrong_gstin_is_kept(source: Source) -> None:
    source.begin()
    command = source.party("Asha", gstin="24AAACC1206D1ZX")
    assert source.plain.run(command) is Taken.NEW
    assert _party_fields(source.plain, command.fact_id)["gstin"] == "24AAACC1206D1ZX"


def test_an_item_is_new_then_unchanged_then_amended(source: Source) -> None:
    plain = source.plain
    source.begin()
    first = source.item(rate_paise=100)
    assert plain.run(first) is Taken.NEW
    assert run_twice(plain, first) is Taken.UNCHANGED
    assert plain.run(source.item("2", rate_paise=100)) is Taken.UNCHANGED
    assert plain.run(source.item("3", rate_paise=200)) is Taken.AMENDED
    assert _origins(plain) == {"item/Soap": "3"}
    prove(plain)


def test_an_item_with_an_impossible_rate_is_refused(source: Source) -> None:
    source.begin()
    assert refused(source.plain, source.item(rate_paise=-1), BadInput).field == "rate"


def test_a_voucher_is_new_then_unchanged_then_amended(source: Source) -> None:
    plain = source.plain
    party_id = plain.party_id("Asha")
    source.begin()
    first = source.voucher(_sale(party_id))
    assert plain.run(first) is Taken.NEW
    assert run_twice(plain, first) is Taken.UNCHANGED
    assert postings_of(plain, first.fact_id) == [("Asha", 10_000), ("sales", -10_000)]
    source.begin()
    assert plain.run(source.voucher(_sale(party_id, 7_000), "2")) is Taken.AMENDED
    assert postings_of(plain, first.fact_id) == [("Asha", 7_000), ("sales", -7_000)]
    assert bills_of(plain, "Asha") == {"T/1": 7_000}
    assert _origins(plain) == {"voucher/T/1": "2"}
    prove(plain)


def test_a_voucher_keeps_its_number_and_day_after_today(source: Source) -> None:
    source.begin()
    tomorrow = replace(_sale(source.plain.party_id("Asha")), on=date(2026, 11, 23), bills=())
    command = source.voucher(tomorrow)
    assert source.plain.run(command) is Taken.NEW
    assert voucher_of(source.plain, command.fact_id).number == "T/1"


def test_a_voucher_that_names_its_batch_already_is_taken_as_it_is(source: Source) -> None:
    batch_id = source.begin()
    named = replace(_sale(source.plain.party_id("Asha")), batch_id=batch_id)
    command = source.voucher(named)
    assert source.plain.run(command) is Taken.NEW
    assert voucher_of(source.plain, command.fact_id) == named


def test_a_claim_may_come_before_its_bill(source: Source) -> None:
    plain = source.plain
    party_id = plain.party_id("Asha")
    source.begin()
    sale = source.voucher(_sale(party_id))
    receipt = source.voucher(_receipt(party_id, sale.fact_id, 4_000))
    plain.run(receipt)
    assert sums_of(plain, "Asha") == Sums(-4_000, 0, -4_000)
    plain.run(sale)
    assert sums_of(plain, "Asha") == Sums(6_000, 6_000, 0)
    assert bills_of(plain, "Asha") == {"T/1": 6_000}
    prove(plain)


def test_a_claim_of_another_party_settles_nothing(source: Source) -> None:
    plain = source.plain
    asha, bina = plain.party_id("Asha"), plain.party_id("Bina")
    source.begin()
    sale = source.voucher(_sale(asha))
    receipt = source.voucher(_receipt(bina, sale.fact_id, 4_000))
    for command in (sale, receipt):
        plain.run(command)
    assert bills_of(plain, "Asha") == {"T/1": 10_000}
    assert sums_of(plain, "Bina") == Sums(-4_000, 0, -4_000)
    prove(plain)
    plain.run(source.voucher(_sale(asha, 9_000), "2"))
    assert (bills_of(plain, "Asha"), sums_of(plain, "Bina")) == (
        {"T/1": 9_000},
        Sums(-4_000, 0, -4_000),
    )
    prove(plain)


def test_a_voucher_that_does_not_close_is_refused(source: Source) -> None:
    source.begin()
    party_id = source.plain.party_id("Asha")
    crooked = replace(_sale(party_id), postings=(Posting(DEBTORS, 5), Posting("sales", -4)))
    assert refused(source.plain, source.voucher(crooked), BadInput).field == "amount"


def test_a_voucher_of_an_unknown_party_or_account_is_refused(source: Source) -> None:
    source.begin()
    stranger = source.voucher(_sale(b"z" * 16))
    assert refused(source.plain, stranger, NotFound).field == "party"
    party_id = source.plain.party_id("Asha")
    nowhere = replace(_sale(party_id), postings=(Posting(DEBTORS, 5), Posting("nowhere", -5)))
    assert refused(source.plain, source.voucher(nowhere), NotFound).field == "account"


def test_an_id_used_before_is_refused_for_all_three(source: Source) -> None:
    plain = source.plain
    used = FactId(plain.party_id("Asha"))
    source.begin()
    for command in (
        source.voucher(_sale(used)),
        source.party("Bina"),
        source.item(),
    ):
        assert refused(plain, replace(command, fact_id=used), Clash).field == "id"


def test_undo_takes_everything_back_and_the_file_is_new_again(source: Source) -> None:
    """
    party    Bina
    invoice  S/1  2026-05-01  Bina  100.00
    """
    plain = source.plain
    standing = sums_of(plain, "Bina")
    source.begin()
    party = source.party("Asha")
    sale = source.voucher(_sale(party.fact_id))
    mine = source.voucher(_receipt(party.fact_id, sale.fact_id, 4_000))
    others = source.voucher(
        _receipt(plain.parties["Bina"], plain.vouchers["S/1"], 3_000, number="T/3")
    )
    for command in (party, source.item(), sale, mine, others):
        assert plain.run(command) is Taken.NEW
    assert bills_of(plain, "Bina") == {"SA01/26/000001": 7_000}
    assert run_twice(plain, source.undo()) == source.batch_id
    assert sums_of(plain, "Bina") == standing
    assert bills_of(plain, "Bina") == {"SA01/26/000001": 10_000}
    assert _origins(plain) == {}
    _facts, rows = everything(plain.books)
    assert [row[2] for row in rows["party"]] == ["Bina"]
    assert (rows["item"], rows["claim"], rows["on_account"]) == ([], [], [])
    prove(plain)
    source.begin()
    again = source.party("Asha")
    assert plain.run(again) is Taken.NEW
    assert plain.run(source.voucher(_sale(again.fact_id))) is Taken.NEW
    prove(plain)


def test_undo_leaves_no_trace_on_a_party_added_later(source: Source) -> None:
    plain = source.plain
    source.begin()
    party = source.party("Asha")
    plain.run(party)
    plain.run(source.voucher(_sale(party.fact_id)))
    plain.run(source.undo())
    plain.party_id("Chetan")
    _facts, rows = everything(plain.books)
    assert [row[7] for row in rows["voucher"]] == [None]
    prove(plain)


def test_undo_keeps_the_party_of_a_cancelled_voucher(source: Source) -> None:
    plain = source.plain
    source.begin()
    party = source.party("Asha")
    plain.run(party)
    plain.parties["Asha"] = PartyId(party.fact_id)
    plain.write("invoice  S/1  2026-05-01  Asha  100.00\ncancel  S/1  typed twice")
    plain.run(source.undo())
    plain.party_id("Chetan")
    _facts, rows = everything(plain.books)
    assert [row[7] for row in rows["voucher"]] == [party.fact_id]
    prove(plain)


def test_undo_twice_or_of_nothing_is_refused(source: Source) -> None:
    source.begin()
    source.plain.run(source.undo())
    assert refused(source.plain, source.undo(), Refused).field == "batch"
    assert refused(source.plain, source.undo(BatchId(b"n" * 16)), Refused).field == "batch"


@pytest.mark.parametrize("what", ["claim", "voucher", "correction"])
def test_undo_is_refused_when_something_builds_on_it(source: Source, what: str) -> None:
    plain = source.plain
    source.begin()
    party = source.party("Asha")
    sale = source.voucher(_sale(party.fact_id))
    plain.run(party)
    plain.run(sale)
    plain.parties["Asha"] = PartyId(party.fact_id)
    plain.vouchers["T/1"] = VoucherId(sale.fact_id)
    if what == "claim":
        plain.write("receipt  R/1  2026-05-02  Asha  10.00")
    elif what == "voucher":
        plain.write("invoice  S/1  2026-05-02  Asha  10.00")
    else:
        plain.write("cancel  T/1  not ours")
    number = {"claim": "RA01/26/000001", "voucher": "SA01/26/000001", "correction": "T/1"}[what]
    assert number in refused(plain, source.undo(), Refused).message


def test_undo_is_allowed_again_when_the_building_voucher_is_cancelled(source: Source) -> None:
    plain = source.plain
    plain.party_id("Asha")
    source.begin()
    plain.run(source.voucher(_sale(plain.parties["Asha"])))
    plain.write("receipt  R/1  2026-05-02  Asha  10.00")
    refused(plain, source.undo(), Refused)
    plain.write("cancel  R/1  wrong")
    plain.run(source.undo())
    assert sums_of(plain, "Asha") == Sums(0, 0, 0)
    prove(plain)


def test_undo_of_an_import_that_changed_an_earlier_ones_voucher_is_refused(
    source: Source,
) -> None:
    plain = source.plain
    party_id = plain.party_id("Asha")
    first_id = source.begin()
    plain.run(source.voucher(_sale(party_id)))
    source.begin()
    plain.run(source.voucher(_sale(party_id, 7_000), "2"))
    assert "T/1" in refused(plain, source.undo(), Refused).message
    assert "T/1" in refused(plain, source.undo(first_id), Refused).message


def test_undo_forgets_the_origin_that_a_later_import_met_again(source: Source) -> None:
    plain = source.plain
    first_id = source.begin()
    plain.run(source.party("Asha"))
    plain.run(source.item())
    source.begin()
    assert plain.run(source.party("Asha", beat="North", change="2")) is Taken.AMENDED
    assert plain.run(source.item("2", hsn="3401")) is Taken.AMENDED
    plain.run(source.undo(first_id))
    assert _origins(plain) == {}
    source.begin()
    assert plain.run(source.party("Asha", beat="North", change="2")) is Taken.NEW
    assert plain.run(source.item("2", hsn="3401")) is Taken.NEW
    prove(plain)


def test_a_refused_document_in_a_batch_leaves_the_others_and_nothing_of_itself(
    source: Source,
) -> None:
    plain = source.plain
    source.begin()
    asha = source.party("Asha")
    bad = source.party("Bina", credit_days=-1)
    orphan = source.voucher(_sale(bad.fact_id, number="T/8"))
    crooked = replace(_sale(asha.fact_id), number="T/9", postings=(Posting(DEBTORS, 5),))
    commands = (
        asha,
        bad,
        orphan,
        source.voucher(_sale(asha.fact_id)),
        source.voucher(crooked),
        source.voucher(_receipt(asha.fact_id, b"q" * 16, 5)),
    )
    results = list(plain.books.run_many(iter(commands), len(commands)))
    assert [isinstance(result, CollectIQError) for result in results] == [
        False,
        True,
        True,
        False,
        True,
        False,
    ]
    _facts, rows = everything(plain.books)
    assert [row[2] for row in rows["party"]] == ["Asha"]
    assert sorted(row[5] for row in rows["voucher"]) == ["T/1", "T/2"]
    prove(plain)


def test_amending_a_party_that_was_taken_back_is_refused(source: Source) -> None:
    plain = source.plain
    source.begin()
    party = source.party("Asha")
    plain.run(party)
    plain.run(source.undo())
    command = AmendParty(
        fact_id=fact_id(plain), party_id=PartyId(party.fact_id), changes={"beat": "x"}
    )
    assert refused(plain, command, NotFound).field == "party"


def test_a_claim_keeps_its_size_when_its_voucher_comes_from_outside(source: Source) -> None:
    plain = source.plain
    party_id = plain.party_id("Asha")
    source.begin()
    sale = source.voucher(_sale(party_id))
    receipt = source.voucher(_receipt(party_id, sale.fact_id, 12_000))
    plain.run(sale)
    plain.run(receipt)
    assert claims_of(plain, receipt.fact_id) == [("T/1", -12_000, -10_000)]
    assert sums_of(plain, "Asha") == Sums(-2_000, 0, -2_000)
    assert newest_of(plain, receipt.fact_id) == receipt.fact_id
    prove(plain)
