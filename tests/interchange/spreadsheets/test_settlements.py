"""Invoices with their settlement in one row, and what may be wrong with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from collectiq_desktop.interchange.spreadsheets.mapping import SheetKind
from tests.interchange.sheet_text import complaints, mapping, read_csv

HOW = mapping(
    SheetKind.INVOICES_WITH_SETTLEMENT,
    {
        "party": "Party",
        "number": "Bill",
        "on": "Date",
        "amount": "Amount",
        "settled_on": "Paid on",
        "settled": "Paid",
        "outstanding": "Open",
    },
    credit_days=30,
)
HEAD = "Party,Bill,Date,Amount,Paid on,Paid,Open\n"


def test_paid_part_paid_and_open(tmp_path: Path) -> None:
    text = HEAD + (
        "Asha,1,01-04-26,100,05-04-26,,\n"
        "Asha,2,01-04-26,100,06-04-26,,40\n"
        "Asha,3,01-04-26,100,07-04-26,30,70\n"
        "Asha,4,01-04-26,100,,,100\n"
    )
    reading = read_csv(tmp_path, text, HOW)
    assert complaints(reading) == []
    receipts = [row for row in reading.vouchers if row.number.startswith("R-")]
    assert [(row.number, row.on, row.postings[0].amount_paise) for row in receipts] == [
        ("R-1", date(2026, 4, 5), 10_000),
        ("R-2", date(2026, 4, 6), 6_000),
        ("R-3", date(2026, 4, 7), 3_000),
    ]
    assert reading.sums.closing_paise == 21_000
    invoice = next(iter(reading.vouchers))
    assert invoice.party_postings[0].refs[0].due_on == date(2026, 5, 1)


@pytest.mark.parametrize(
    ("row", "severity", "finding", "documents"),
    [
        ("Asha,1,01-04-26,100,,60,40", "rejected", "missing_field", 1),
        ("Asha,1,01-04-26,100,05-04-26,160,", "rejected", "bad_amount", 1),
        ("Asha,1,01-04-26,100,05-04-26,60,50", "warning", "bad_amount", 2),
        ("Asha,1,01-04-26,100,28-03-26,60,40", "warning", "bad_date", 2),
        ("Asha,1,01-04-26,0,,,", "rejected", "bad_amount", 0),
        ("Asha,1,01-04-26,,,,", "rejected", "missing_field", 0),
        (",1,01-04-26,5,,,", "rejected", "missing_field", 0),
        ("Asha,1,,5,,,", "rejected", "missing_field", 0),
    ],
)
def test_what_may_be_wrong(
    tmp_path: Path, row: str, severity: str, finding: str, documents: int
) -> None:
    reading = read_csv(tmp_path, HEAD + row + "\n", HOW)
    ((got_severity, got_finding, _where),) = complaints(reading)
    assert (got_severity, got_finding) == (severity, finding)
    assert len(reading.vouchers) == documents


def test_a_paid_invoice_keeps_the_number_it_had_while_open(tmp_path: Path) -> None:
    (before,) = read_csv(tmp_path, HEAD + "Asha,,01-04-26,100,,,\n", HOW).vouchers
    after, _receipt = read_csv(tmp_path, HEAD + "Asha,,01-04-26,100,05-04-26,,\n", HOW).vouchers
    assert (before.number, before.origin_key, before.change) == (
        after.number,
        after.origin_key,
        after.change,
    )


def test_two_alike_invoices_without_numbers_are_two(tmp_path: Path) -> None:
    text = HEAD + "Asha,,01-04-26,100,05-04-26,,\nAsha,,01-04-26,100,06-04-26,,\n"
    reading = read_csv(tmp_path, text, HOW)
    assert complaints(reading) == []
    numbers = [row.number for row in reading.vouchers if not row.number.startswith("R-")]
    assert numbers == [numbers[0], f"{numbers[0]}-2"]
