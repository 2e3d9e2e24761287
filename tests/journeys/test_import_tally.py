"""A wholesaler's own files become books that say what they said, and only once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.errors import ImportRefused
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.queries.outstanding import Outstanding, OutstandingParty
from collectiq_desktop.core.queries.parties import PartyList
from collectiq_desktop.core.storage import tables
from collectiq_desktop.interchange.importing import (
    ImportOptions,
    ImportReport,
    import_into,
    known_to,
    undo_import,
)
from collectiq_desktop.interchange.rows import Reading
from collectiq_desktop.interchange.spreadsheets.mapping import load_mapping
from collectiq_desktop.interchange.spreadsheets.reading import read_sheet
from collectiq_desktop.interchange.tally.options import TallyOptions
from collectiq_desktop.interchange.tally.reading import read_tally
from tests.fakes import CountingIds, FixedClock

TODAY_ON = date(2026, 11, 22)
TALLY = TallyOptions(as_of_on=TODAY_ON)
OPTIONS = ImportOptions(today_on=TODAY_ON)
MAPPINGS = Path(__file__).resolve().parent.parent / "interchange" / "mappings"
# The masters as JSON hold four parties, and neither groups nor voucher types.
JSON_OPTIONS = TallyOptions(
    as_of_on=TODAY_ON,
    party_groups=("Sundry Debtors", "Ring Road Market", "Surat Retail", "Outstation"),
    known_voucher_types={"GST Sale Invoice": "Sales", "Cash Receipt": "Receipt"},
)
MakeBooks = Callable[[], Books]


@pytest.fixture
def make_books(tmp_path: Path, clock: FixedClock, ids: CountingIds) -> Iterator[MakeBooks]:
    opened: list[Books] = []

    def make() -> Books:
        path = tmp_path / f"books{len(opened)}.ciq"
        books = Books.create(
            path, Firm(name="Shree Sample Wholesale"), Surroundings(clock=clock, ids=ids)
        )
        opened.append(books)
        return books

    yield make
    for books in opened:
        books.close()


@pytest.fixture
def book(test_data: Path) -> Path:
    return test_data / "tally" / "synthetic"


def paise(rupees: str) -> int:
    return int(Decimal(rupees) * 100)


def facts_in(books: Books) -> int:
    with books.reading() as conn:
        return conn.execute(select(func.count()).select_from(tables.fact)).scalar_one()


def told(party: OutstandingParty) -> dict[str, Any]:
    """A party's outstanding in the words of the expected answer."""
    return {
        "closing": party.balance_paise,
        "on_account": party.on_account_paise,
        "bills": [
            (
                *(one.number, one.bill_on.isoformat(), one.due_on.isoformat()),
                *(one.open_paise, one.age_days, one.overdue_days),
            )
            for one in sorted(party.bills, key=lambda one: one.number)
        ],
    }


def expected_of(answer: dict[str, Any]) -> dict[str, Any]:
    return {
        "closing": paise(answer["closing"]),
        "on_account": paise(answer["on_account"]),
        "bills": [
            (
                *(one["ref"], one["bill_date"], one["due_date"]),
                *(paise(one["balance"]), one["age_by_bill_date"], one["overdue_days"]),
            )
            for one in sorted(answer["bills"], key=lambda one: str(one["ref"]))
        ],
    }


def assert_as_expected(books: Books, book: Path, only: int | None = None) -> None:
    """The books say exactly what expected.json says, of all its parties or the first few."""
    expected = json.loads((book / "expected.json").read_text(encoding="utf-8"))
    sheet = books.ask(Outstanding(as_of_on=TODAY_ON))
    found = {party.party: told(party) for party in sheet.parties}
    names = list(expected["parties"])[:only]
    for name in names:
        wanted = expected_of(expected["parties"][name])
        if wanted["closing"] or wanted["bills"]:
            assert found.pop(name) == wanted
    assert found == {}
    page = books.ask(PartyList())
    assert sorted(row.party for row in page.rows) == sorted(names)
    if only is None:
        assert sheet.total_paise == paise(expected["total_outstanding_net"])


def read_book(book: Path, encoding: str) -> Reading:
    return read_tally([book / f"masters.{encoding}.xml", book / f"daybook.{encoding}.xml"], TALLY)


@pytest.mark.parametrize("encoding", ["utf8", "utf16le_bom"])
def test_a_book_in_every_encoding(make_books: MakeBooks, book: Path, encoding: str) -> None:
    books, reading = make_books(), read_book(book, encoding)
    dry = import_into(books, reading, ImportOptions(today_on=TODAY_ON, is_dry_run=True))
    assert dry.batch is None
    assert facts_in(books) == 1
    report = import_into(books, reading, ImportOptions(today_on=TODAY_ON))
    assert report.batch is not None
    assert (report.new, report.amended, report.unchanged) == (dry.new, 0, 0)
    assert report.to_json() | {"batch": None, "dry_run": True} == dry.to_json()
    expected = json.loads((book / "expected.json").read_text(encoding="utf-8"))
    assert [one.number for one in report.not_counted] == expected["not_counted"]
    assert report.rejected == ()
    assert report.debit_paise - report.credit_paise == paise(expected["total_outstanding_net"])
    assert_as_expected(books, book)
    assert books.verify().ok


def test_the_second_run_adds_nothing(make_books: MakeBooks, book: Path) -> None:
    books = make_books()
    first = import_into(books, read_book(book, "utf8"), OPTIONS)
    facts = facts_in(books)
    again = import_into(books, read_book(book, "utf16le_bom"), OPTIONS)
    assert (again.new, again.amended, again.unchanged) == (0, 0, first.new)
    assert again.batch is None
    assert (again.read, again.debit_paise) == (first.read, first.debit_paise)
    assert facts_in(books) == facts
    assert_as_expected(books, book)
    assert books.verify().ok


def test_masters_first_and_the_day_book_later(make_books: MakeBooks, book: Path) -> None:
    books = make_books()
    import_into(books, read_tally([book / "masters.utf8.xml"], TALLY), OPTIONS)
    day_book = read_tally([book / "daybook.utf16le_bom.xml"], known_to(books, TALLY))
    report = import_into(books, day_book, OPTIONS)
    assert report.rejected == ()
    assert report.new == 19
    assert_as_expected(books, book)
    assert books.verify().ok


def test_the_day_book_named_before_its_masters(make_books: MakeBooks, book: Path) -> None:
    books = make_books()
    files = [book / "daybook.utf8.xml", book / "masters.utf8.xml"]
    import_into(books, read_tally(files, TALLY), OPTIONS)
    assert_as_expected(books, book)
    assert books.verify().ok


@pytest.mark.parametrize("encoding", ["utf8", "utf16le_bom"])
def test_masters_as_json(make_books: MakeBooks, book: Path, encoding: str) -> None:
    books = make_books()
    files = [book / f"masters.{encoding}.json", book / "daybook.utf8.xml"]
    report = import_into(books, read_tally(files, JSON_OPTIONS), OPTIONS)
    assert {one.finding.value for one in report.rejected} == {"unknown_ledger"}
    assert_as_expected(books, book, only=4)
    assert books.verify().ok


def test_lossy_names_are_refused(make_books: MakeBooks, book: Path) -> None:
    books = make_books()
    with pytest.raises(ImportRefused, match="lost letters") as refusal:
        import_into(books, read_book(book, "ascii_lossy"), OPTIONS)
    assert refusal.value.finding == "lossy_names"
    assert facts_in(books) == 1


def test_undone_it_can_come_again(make_books: MakeBooks, book: Path) -> None:
    books = make_books()
    first = import_into(books, read_book(book, "utf8"), OPTIONS)
    assert first.batch is not None
    undo_import(books, first.batch, "Wrong year")
    assert books.ask(Outstanding()).parties == ()
    assert books.verify().ok
    again = import_into(books, read_book(book, "utf8"), OPTIONS)
    assert (again.new, again.unchanged) == (first.new, 0)
    assert_as_expected(books, book)
    assert books.verify().ok


def test_a_changed_voucher_is_one_amendment(
    make_books: MakeBooks, book: Path, tmp_path: Path
) -> None:
    books = make_books()
    import_into(books, read_book(book, "utf8"), OPTIONS)
    facts = facts_in(books)
    text = (book / "daybook.utf8.xml").read_text(encoding="utf-8")
    before, voucher, after = text.partition("<VOUCHERNUMBER>RC/0006</VOUCHERNUMBER>")
    after = after.replace("5000.00", "6000.00", 2).replace("<ALTERID> 518<", "<ALTERID> 901<", 1)
    changed = tmp_path / "daybook.xml"
    changed.write_text(before + voucher + after, encoding="utf-8")
    files = [book / "masters.utf8.xml", changed]
    report = import_into(books, read_tally(files, TALLY), OPTIONS)
    assert (report.new, report.amended, report.rejected) == (0, 1, ())
    assert facts_in(books) == facts + 2
    sheet = books.ask(Outstanding())
    lakshmi = next(one for one in sheet.parties if one.party == "Lakshmi Agencies")
    assert lakshmi.balance_paise == paise("13800.00")
    assert books.verify().ok


def test_every_other_file_gives_a_result_or_a_named_finding(
    make_books: MakeBooks, test_data: Path
) -> None:
    folder = test_data / "tally"
    paths = [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".xml", ".json", ".bin"} and path.name != "expected.json"
    ]
    outcomes: dict[str, str] = {}
    for path in paths:
        try:
            report = import_into(make_books(), read_tally([path], TALLY), _any_company())
        except ImportRefused as refusal:
            outcomes[path.name] = refusal.finding
        else:
            outcomes[path.name] = _outcome_of(report)
    assert len(outcomes) == len(paths)
    assert "" not in outcomes.values()
    assert outcomes["led-utf16.bin"] == "taken"
    assert outcomes["voucher_types_native_wr2.xml"] == "taken"
    assert outcomes["malformed.xml"] == "malformed_xml"
    assert outcomes["vouchers_native_wr2.xml"] == "unknown_ledger"
    assert outcomes["empty_export.xml"] == "nothing_to_import"


def _any_company() -> ImportOptions:
    return ImportOptions(today_on=TODAY_ON, accept_company=True)


def _outcome_of(report: ImportReport) -> str:
    complaints = (*report.rejected, *report.warnings)
    if report.batch is not None:
        return "taken"
    return next((one.finding.value for one in complaints), "")


@pytest.mark.parametrize(
    ("name", "mapping", "parties", "rejected"),
    [
        ("ibm_accounts_receivable_2466.csv", "ibm.json", 100, 0),
        ("ibm_accounts_receivable_with_missing_2586.csv", "ibm.json", 100, 120),
    ],
)
def test_receivables_of_ibm(
    make_books: MakeBooks,
    test_data: Path,
    *,
    name: str,
    mapping: str,
    parties: int,
    rejected: int,
) -> None:
    books = make_books()
    reading = read_sheet(test_data / "ar" / name, load_mapping(MAPPINGS / mapping))
    report = import_into(books, reading, OPTIONS)
    assert len(report.rejected) == rejected
    assert all(", row " in one.where for one in report.rejected)
    assert report.new == parties + 2 * 2_466
    assert books.ask(Outstanding()).total_paise == 0
    assert books.verify().ok
    again = import_into(books, reading, OPTIONS)
    assert (again.new, again.unchanged) == (0, report.new)


def test_bills_of_cassandra(make_books: MakeBooks, test_data: Path) -> None:
    path = test_data / "ar" / "cassandra_udyam22_train_8753.csv"
    books = make_books()
    reading = read_sheet(path, load_mapping(MAPPINGS / "cassandra.json"))
    report = import_into(books, reading, OPTIONS)
    assert report.to_json()["read"] == report.new + len(report.rejected)
    sheet = books.ask(Outstanding())
    assert sheet.total_paise == report.debit_paise - report.credit_paise
    assert sum(bill.open_paise for one in sheet.parties for bill in one.bills) == sheet.total_paise
    assert books.verify().ok
