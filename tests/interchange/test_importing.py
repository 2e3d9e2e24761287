"""Rows become documents of the books: what is taken, what is not, and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import ImportRefused, Refused
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import Voucher
from collectiq_desktop.core.queries.import_lookups import ImportLookups
from collectiq_desktop.core.queries.outstanding import Outstanding
from collectiq_desktop.core.queries.parties import PartyList
from collectiq_desktop.core.services.parties import AddParty
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.storage.facts import facts_in_order
from collectiq_desktop.core.wire.codec import body_of
from collectiq_desktop.interchange.complaints import refused, rejected
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.importing import (
    ImportOptions,
    digest_of_files,
    import_into,
    known_to,
    undo_import,
)
from collectiq_desktop.interchange.rows import (
    AccountRow,
    GstRateRow,
    GstRow,
    InstrumentRow,
    ItemLineRow,
    ItemRow,
    Mode,
    Nature,
    RowKind,
    RowState,
    VoucherRow,
    VoucherTypeRow,
)
from tests.fakes import FixedClock
from tests.interchange.import_rows import (
    ASHA,
    DRY,
    OPTIONS,
    TODAY_ON,
    balance_of,
    bills_of,
    facts_in,
    new_books,
    opening,
    party,
    posted,
    reading,
    receipt,
    ref,
    rejected_of,
    sale,
    take,
    voucher,
    warned_of,
)

APRIL = date(2026, 4, 10)
MAY = date(2026, 5, 10)


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    books = new_books(tmp_path)
    yield books
    books.close()


def party_of(books: Books, name: str) -> Party:
    with books.reading() as conn:
        (known,) = ImportLookups(conn).parties_named([name])
    return known.party


def add_party(books: Books, name: str, **fields: object) -> PartyId:
    party_id = PartyId(books.mint_id())
    books.run(AddParty(party_id=party_id, party=Party(name=name, **fields)))  # type: ignore[arg-type]
    return party_id


def but(row: VoucherRow, **fields: object) -> VoucherRow:
    said = {name: getattr(row, name) for name in VoucherRow.__dataclass_fields__}
    return VoucherRow(**(said | fields))


def test_party_data_is_put_in_the_books_form(books: Books) -> None:
    row = party(
        "  Asha   Stores ",
        phones=("+91 98250 11111, 0261-2345678",),
        state="Gujarat",
        gstin="24aakfk1234a1z0",
        credit_days=30,
        credit_limit_paise=5_000_000,
        group_path=("Ring Road", "Sundry Debtors"),
        contact="Rakesh",
        code="K-7",
    )
    assert take(books, parties=[row]).new == 1
    found = party_of(books, ASHA)
    assert (found.name, found.code, found.state_code) == (ASHA, "K-7", "24")
    assert found.phones == ("9825011111", "0261-2345678")
    assert (found.gstin, found.credit_days, found.group) == ("24AAKFK1234A1Z0", 30, "Ring Road")
    assert (found.credit_limit_paise, found.note) == (5_000_000, "Contact: Rakesh")


def test_a_party_of_the_same_name_is_the_same_party(books: Books) -> None:
    add_party(books, "asha stores", beat="Monday")
    report = take(books, sale("S/1", 100, APRIL), parties=[party(credit_days=15)])
    assert (report.new, report.amended) == (1, 1)
    found = party_of(books, ASHA)
    assert (found.name, found.beat, found.credit_days) == (ASHA, "Monday", 15)
    assert take(books, parties=[party(credit_days=15)]).unchanged == 1


def test_parties_that_are_only_written_alike_stay_apart(books: Books) -> None:
    parties = [party("A.K. Traders"), party("AK Traders")]
    assert take(books, parties=parties).new == 2
    assert take(books, parties=[party("A K Traders", change="a9")]).new == 1


def test_a_party_typed_in_by_hand_may_be_written_a_little_differently(books: Books) -> None:
    add_party(books, "M/s A.K. Traders")
    assert take(books, parties=[party("Ms AK Traders")]).amended == 1


def test_a_party_that_changed_at_its_source_is_amended_once(books: Books) -> None:
    take(books, parties=[party(credit_days=15)])
    changed = party(change="a2", credit_days=45)
    assert take(books, parties=[changed]).amended == 1
    assert take(books, parties=[changed]).unchanged == 1
    only_counted_up = party(change="a3", credit_days=45)
    assert take(books, parties=[only_counted_up]).unchanged == 1
    assert party_of(books, ASHA).credit_days == 45


def test_a_code_that_is_taken_gives_way_to_a_new_one(books: Books) -> None:
    add_party(books, "Beena", code="K-7")
    report = take(books, parties=[party(code="K-7"), party("Champa", code="C-1")])
    assert warned_of(report) == ["duplicate_code"]
    assert party_of(books, ASHA).code != "K-7"
    assert party_of(books, "Champa").code == "C-1"


def test_a_party_that_cannot_be_is_rejected_with_its_vouchers(books: Books) -> None:
    bad = party(credit_limit_paise=-5)
    report = take(books, sale("S/1", 100, APRIL), parties=[bad])
    assert rejected_of(report) == ["not_accepted", "unknown_party"]
    assert (report.read, report.accepted) == (2, 0)
    assert report.batch is None


def test_a_voucher_of_an_unknown_party_says_what_to_do(books: Books) -> None:
    report = take(books, sale("S/1", 100, APRIL, name="Nobody"))
    assert rejected_of(report) == ["unknown_party"]
    assert "“Nobody”" in report.rejected[0].reason
    assert report.rejected[0].where == "daybook.xml, S/1"


def test_what_does_not_count_is_listed_with_its_reason(books: Books) -> None:
    tomorrow = date(2026, 11, 23)
    no_party = voucher("K/1", APRIL)
    report = take(
        books,
        sale("S/1", 100, APRIL),
        but(sale("S/2", 100, APRIL), state=RowState.CANCELLED, postings=()),
        but(sale("S/3", 100, APRIL), state=RowState.OPTIONAL),
        but(sale("S/4", 100, APRIL), state=RowState.DELETED),
        but(sale("S/5", 100, APRIL), state=RowState.NOT_POSTING),
        but(sale("S/6", 100, tomorrow), state=RowState.POST_DATED),
        but(sale("S/7", 100, TODAY_ON), state=RowState.POST_DATED),
        sale("S/8", 100, tomorrow),
        but(no_party, postings=no_party.postings),
        voucher("K/2", APRIL, posted("x", 0)),
        parties=[party()],
    )
    listed = {one.number: one.reason for one in report.not_counted}
    assert list(listed) == ["S/2", "S/3", "S/4", "S/5", "S/6", "S/8", "K/1", "K/2"]
    assert "23-11-2026" in listed["S/6"]
    assert (report.read, report.accepted) == (11, 3)
    assert balance_of(books) == (200, 0)


def test_a_voucher_without_a_party_is_not_counted(books: Books) -> None:
    row = voucher("K/1", APRIL, posted("Cash", 500))
    moved = tuple(
        type(one)(ledger=one.ledger, amount_paise=one.amount_paise, nature=Nature.CASH)
        for one in row.postings
    )
    report = take(books, but(row, postings=moved, kind=RowKind.CONTRA))
    assert [one.number for one in report.not_counted] == ["K/1"]
    assert "No party" in report.not_counted[0].reason
    assert (report.debit_paise, report.accounts_added) == (0, 0)


@pytest.mark.parametrize(
    ("fields", "finding"),
    [
        ({"number": ""}, "bad_number"),
        ({"number": "N" * 65}, "bad_number"),
        ({"postings": (posted(ASHA, 5), posted(ASHA, -4))}, "unbalanced_voucher"),
    ],
)
def test_what_the_books_would_refuse_is_rejected_in_the_plan(
    books: Books, fields: dict[str, object], finding: str
) -> None:
    report = take(books, but(sale("S/1", 100, APRIL), **fields), parties=[party()])
    assert rejected_of(report) == [finding]


def test_one_document_twice_is_taken_once(books: Books) -> None:
    report = take(books, sale("S/1", 100, APRIL), sale("S/1", 100, APRIL), parties=[party()])
    assert rejected_of(report) == ["duplicate_row"]
    assert balance_of(books) == (100, 0)


def test_openings_stand_before_the_books_begin(books: Books) -> None:
    row = party(
        ASHA, opening("O/1", 900), opening("O/2", 50, date(2026, 4, 2)), opening_paise=1_000
    )
    take(books, sale("S/1", 100, APRIL), parties=[row])
    on_opening_day = books.ask(Outstanding(as_of_on=date(2026, 3, 31))).parties[0]
    assert (on_opening_day.balance_paise, on_opening_day.on_account_paise) == (1_000, 50)
    assert [bill.bill_on for bill in on_opening_day.bills] == [date(2026, 3, 1), date(2026, 4, 2)]
    before = books.ask(Outstanding(as_of_on=date(2026, 3, 30))).parties[0]
    assert before.balance_paise == 900


def test_the_source_may_say_when_its_books_begin(books: Books) -> None:
    told = reading(parties=[party(opening_paise=1_000)], books_from_on=date(2026, 10, 1))
    import_into(books, told, OPTIONS)
    assert books.ask(Outstanding(as_of_on=date(2026, 9, 29))).parties == ()
    assert books.ask(Outstanding(as_of_on=date(2026, 9, 30))).total_paise == 1_000


def test_a_later_day_book_does_not_move_openings(books: Books) -> None:
    parties = [party(ASHA, opening("O/1", 900), opening_paise=1_000)]
    take(books, parties=parties)
    report = take(books, sale("S/1", 100, date(2025, 6, 1)), parties=parties)
    assert (report.new, report.amended, report.unchanged) == (1, 0, 3)


def test_accounts_keep_their_names_and_openings_stay_outside(books: Books) -> None:
    def account(name: str, nature: Nature, *path: str, opening_paise: int = 0) -> AccountRow:
        return AccountRow(
            name=name,
            origin_key=f"tally:{name}",
            change="a1",
            where=name,
            nature=nature,
            group_path=path,
            opening_paise=opening_paise,
        )

    rows = (
        account("Cash", Nature.CASH, "Cash-in-Hand", opening_paise=-500),
        account("Sales GST", Nature.SALES),
        account("Interest", Nature.INTEREST, "Indirect Expenses"),
        account("Sundry Debtors", Nature.OTHER, "Sundry Creditors"),
        account("Freight", Nature.OTHER, "Indirect Expenses"),
    )
    report = import_into(books, reading(accounts=rows), OPTIONS)
    assert report.accounts_added == 4
    assert warned_of(report) == ["opening_left_out"]
    with books.reading() as conn:
        found = [(one.name, one.nature.value) for one in ImportLookups(conn).accounts()]
    assert found.count(("Cash", "cash")) == 1
    assert ("Interest", "expense") in found
    assert ("Interest", "income") in found
    assert ("Sundry Debtors", "liability") in found
    assert ("Freight", "expense") in found
    assert import_into(books, reading(accounts=rows), OPTIONS).batch is None


def test_items_come_with_their_dated_rates(books: Books) -> None:
    def item(rate: str, change: str) -> ItemRow:
        rates = (GstRateRow(from_on=APRIL, rate_bp=500),)
        fields = {"name": "Toor Dal", "origin_key": "tally:item", "change": change, "where": "m"}
        return ItemRow(**fields, unit="KG", rate=Decimal(rate), gst_rates=rates)

    first = import_into(books, reading(parties=(), items=(item("99.505", "a1"),)), OPTIONS)
    assert first.new == 1
    with books.reading() as conn:
        (known,) = ImportLookups(conn).items_named(["toor dal"])
    assert (known.item.rate_paise, known.item.unit) == (9_951, "KG")
    assert known.item.gst_rates == ((APRIL, 500),)
    again = import_into(books, reading(parties=(), items=(item("99.505", "a2"),)), OPTIONS)
    assert (again.unchanged, again.batch) == (1, None)
    changed = import_into(books, reading(parties=(), items=(item("101", "a3"),)), OPTIONS)
    assert changed.amended == 1


def test_goods_tax_and_instrument_come_along(books: Books) -> None:
    line = ItemLineRow(
        item="Dal", value_paise=100_000, quantity=Decimal("12.5"), unit="KG", gst_rate_bp=500
    )
    tax = GstRow(taxable_paise=100_000, cgst_paise=2_500, sgst_paise=2_500)
    told = InstrumentRow(mode=Mode.UPI, reference="612345678901")
    take(
        books,
        but(sale("S/1", 105_000, APRIL), items=(line,), gst=tax, reference="PO 9"),
        but(receipt("R/1", 400, MAY, "S/1"), instrument=told, narration="by phone"),
        parties=[party()],
    )
    with books.reading() as conn:
        facts = [body_of(fact) for fact, *_place in facts_in_order(conn)]
    bodies = {body.number: body for body in facts if isinstance(body, Voucher)}
    (goods,) = bodies["S/1"].items
    assert (goods.quantity_milli, goods.rate_paise, goods.cgst_paise) == (12_500, 8_000, 2_500)
    assert bodies["S/1"].reference == "PO 9"
    assert (bodies["R/1"].mode, bodies["R/1"].reference) == ("upi", "612345678901")
    assert bodies["R/1"].narration == "by phone"


def test_a_voucher_cancelled_at_its_source_is_cancelled_here(books: Books) -> None:
    take(books, sale("S/1", 100, APRIL), sale("S/2", 50, APRIL), parties=[party()])
    cancelled = but(sale("S/1", 100, APRIL, change="a2"), state=RowState.CANCELLED, postings=())
    report = take(books, cancelled, sale("S/2", 50, APRIL))
    assert (report.withdrawn, report.unchanged, report.amended) == (1, 1, 0)
    assert balance_of(books) == (50, 0)
    assert take(books, cancelled).batch is None
    back = take(books, sale("S/1", 100, APRIL, change="a3"))
    assert (back.amended, balance_of(books)) == (1, (150, 0))
    assert books.verify().ok


def test_another_company_is_refused_until_it_is_accepted(books: Books) -> None:
    told = reading(sale("S/1", 100, APRIL), company_name="Other Traders")
    with pytest.raises(ImportRefused, match=r"“Other Traders”.*“Test Traders”") as refusal:
        import_into(books, told, DRY)
    assert refusal.value.finding == "wrong_company"
    accepting = ImportOptions(today_on=TODAY_ON, accept_company=True)
    assert import_into(books, told, accepting).new == 2
    assert import_into(books, told, OPTIONS).unchanged == 2


def test_a_split_company_keeps_its_name(books: Books) -> None:
    told = reading(company_name="TEST TRADERS (from 1-Apr-25)")
    assert import_into(books, told, OPTIONS).new == 1


def test_the_control_total_is_kept_or_nothing_is_written(books: Books) -> None:
    told = reading(
        sale("S/1", 1_000, APRIL),
        receipt("R/1", 400, MAY, "S/1"),
        parties=[party(ASHA, opening("O/1", 900))],
    )
    wrong = ImportOptions(today_on=TODAY_ON, is_dry_run=True, control_total_paise=1_600)
    dry = import_into(books, told, wrong)
    assert dry.to_json()["control"] == {
        "expected_paise": 1_600,
        "found_paise": 1_500,
        "difference_paise": -100,
    }
    with pytest.raises(ImportRefused, match=r"16\.00.*15\.00.*-1\.00") as refusal:
        import_into(books, told, ImportOptions(today_on=TODAY_ON, control_total_paise=1_600))
    assert refusal.value.finding == "control_total"
    assert facts_in(books) == 1
    right = ImportOptions(today_on=TODAY_ON, control_total_paise=1_500)
    report = import_into(books, told, right)
    assert (report.debit_paise, report.credit_paise) == (1_900, 400)


def test_a_refusal_of_the_reader_refuses_the_import(books: Books) -> None:
    refusals = tuple(
        refused(f"f{n}.xml", Finding.LOSSY_NAMES, say("Reason {n}.", n=n)) for n in range(5)
    )
    with pytest.raises(ImportRefused, match=r"f0\.xml: Reason 0\..*2 more") as refusal:
        import_into(books, reading(complaints=refusals), OPTIONS)
    assert refusal.value.finding == "lossy_names"


def test_rows_that_the_reader_rejected_are_counted(books: Books) -> None:
    complaint = rejected("f.xml, line 3", Finding.BAD_DATE, say("No such day."))
    report = import_into(books, reading(complaints=(complaint,)), OPTIONS)
    assert report.to_json()["rejected"] == [{"where": "f.xml, line 3", "reason": "No such day."}]
    assert (report.read, report.accepted) == (2, 1)


def test_several_readings_are_one_import(books: Books) -> None:
    masters = reading(parties=[party(ASHA, opening("O/1", 900), credit_days=30)])
    sheet = reading(sale("S/1", 100, APRIL), parties=[party(), party("Beena")])
    report = import_into(books, [sheet, masters], OPTIONS)
    assert (report.new, report.rejected) == (4, ())
    assert bills_of(books) == [
        ("O/1", "2026-03-01", "2026-03-01", 900),
        ("S/1", "2026-04-10", "2026-05-10", 100),
    ]
    other = reading(company_name="Other Traders")
    with pytest.raises(ImportRefused, match="two companies"):
        import_into(books, [other, reading(company_name="Test Traders")], OPTIONS)


def test_what_the_books_know_helps_to_read_a_day_book(books: Books) -> None:
    types = (VoucherTypeRow(name="GST Sale", parent="Sales", kind=RowKind.SALES_INVOICE),)
    report = import_into(books, reading(voucher_types=types), OPTIONS)
    assert report.voucher_types_added == 1
    known = known_to(books)
    assert known.known_parties == (ASHA,)
    assert known.known_voucher_types == {"GST Sale": "Sales"}
    assert known.known_accounts["Cash"] is Nature.CASH
    assert import_into(books, reading(voucher_types=types), OPTIONS).batch is None


def test_nothing_is_undone_that_something_builds_on(books: Books) -> None:
    report = take(books, sale("S/1", 100, APRIL), parties=[party()])
    assert report.batch is not None
    with books.reading() as conn:
        (known,) = ImportLookups(conn).parties_named([ASHA])
    books.run(
        RecordReceipt(
            voucher_id=VoucherId(books.mint_id()), party_id=known.party_id, amount_paise=50
        )
    )
    with pytest.raises(Refused, match="builds on it"):
        undo_import(books, report.batch, "Wrong file")


def test_an_import_that_changed_an_earlier_one_is_not_undone(books: Books) -> None:
    take(books, sale("S/1", 100, APRIL), parties=[party()])
    changed = take(books, sale("S/1", 200, APRIL, change="a2"), sale("S/2", 50, APRIL))
    assert changed.batch is not None
    with pytest.raises(Refused, match="S/1"):
        undo_import(books, changed.batch, "Wrong file")
    assert balance_of(books) == (250, 0)


def test_an_import_that_breaks_off_leaves_nothing_or_can_go_on(
    tmp_path: Path, clock: FixedClock
) -> None:
    class PowerCutError(Exception):
        pass

    def cut_at(batches: int) -> ImportOptions:
        def progress(done: int, _total: int) -> None:
            if done >= batches * 500:
                raise PowerCutError

        return ImportOptions(today_on=TODAY_ON, progress=progress)

    books = new_books(tmp_path, clock)
    told = reading(*(sale(f"S/{n}", 100, APRIL) for n in range(1_400)))
    with pytest.raises(PowerCutError):
        import_into(books, told, cut_at(2))
    assert facts_in(books) == 1
    take(books, sale("S/0", 100, APRIL), parties=[party()])
    with pytest.raises(PowerCutError):
        import_into(books, told, cut_at(2))
    rest = import_into(books, told, OPTIONS)
    assert rest.unchanged > 500
    assert rest.new + rest.unchanged == 1_401
    assert balance_of(books) == (140_000, 0)
    assert books.ask(PartyList()).rows[0].party == ASHA
    assert books.verify().ok
    books.close()


def test_the_digest_tells_files_apart(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"a")
    other.write_bytes(b"b")
    assert digest_of_files([one]) != digest_of_files([other])
    assert digest_of_files([one, other]) == digest_of_files([one, other])


def test_references_of_a_receipt_on_account_open_nothing(books: Books) -> None:
    line = posted(ASHA, -400, ref("on_account", None, -400))
    take(books, voucher("R/1", APRIL, line, kind=RowKind.RECEIPT), parties=[party()])
    assert (bills_of(books), balance_of(books)) == ([], (-400, -400))
