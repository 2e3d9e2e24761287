"""The two kept histories come in through their mapping files, row for row."""

from __future__ import annotations

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from collectiq_desktop.interchange.rows import Reading, RowKind
from collectiq_desktop.interchange.spreadsheets.mapping import load_mapping
from collectiq_desktop.interchange.spreadsheets.reading import read_sheet

MAPPINGS = Path(__file__).resolve().parent.parent / "mappings"


def read(test_data: Path, mapping: str, name: str) -> Reading:
    return read_sheet(test_data / "ar" / name, load_mapping(MAPPINGS / mapping))


def table(test_data: Path, name: str) -> list[dict[str, str]]:
    with (test_data / "ar" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def kinds(reading: Reading) -> Counter[RowKind]:
    return Counter(row.kind for row in reading.vouchers)


@pytest.mark.parametrize(
    ("name", "rejected"),
    [
        ("ibm_accounts_receivable_2466.csv", 0),
        ("ibm_accounts_receivable_with_missing_2586.csv", 120),
    ],
)
def test_invoices_and_receipts(test_data: Path, name: str, rejected: int) -> None:
    reading = read(test_data, "ibm.json", name)
    assert kinds(reading) == {RowKind.SALES_INVOICE: 2_466, RowKind.RECEIPT: 2_466}
    assert (reading.counts.rows, len(reading.parties)) == (2_466 + rejected, 100)
    good = [row for row in table(test_data, name) if row["PaperlessDate"]]
    total_paise = sum(int(Decimal(row["InvoiceAmount"]) * 100) for row in good)
    assert reading.sums.debit_paise == reading.sums.credit_paise == total_paise
    assert reading.counts.rejected == len(reading.complaints) == rejected


def test_damaged_rows_are_listed_with_row_and_reason(test_data: Path) -> None:
    name = "ibm_accounts_receivable_with_missing_2586.csv"
    reading = read(test_data, "ibm.json", name)
    damaged = [
        (count, row["invoiceNumber"])
        for count, row in enumerate(table(test_data, name), start=2)
        if not row["PaperlessDate"]
    ]
    assert [one.where for one in reading.rejected] == [
        f"{name}, row {count}, {number}" for count, number in damaged
    ]
    reason = (
        "The row is damaged: “PaperlessDate”, “PaperlessBill” empty, which the mapping requires "
        "to be filled."
    )
    assert {one.reason for one in reading.rejected} == {reason}


def test_both_files_give_the_same_documents(test_data: Path) -> None:
    """The second has lost the leading zeros of the numbers; the mapping gives them back."""
    first, second = (
        {row.origin_key: row.change for row in read(test_data, "ibm.json", name).vouchers}
        for name in (
            "ibm_accounts_receivable_2466.csv",
            "ibm_accounts_receivable_with_missing_2586.csv",
        )
    )
    assert first == second


def test_part_payments_and_an_exact_duplicate(test_data: Path) -> None:
    name = "cassandra_udyam22_train_8753.csv"
    reading = read(test_data, "cassandra.json", name)
    rows = table(test_data, name)
    once = list({tuple(row.values()): row for row in rows}.values())
    assert len(once) == 8_752
    assert kinds(reading) == {RowKind.SALES_INVOICE: 8_752, RowKind.RECEIPT: 8_752}
    assert reading.sums.debit_paise == sum(int(Decimal(row["Amount"]) * 100) for row in once)
    assert reading.sums.credit_paise == sum(int(Decimal(row["Settled"]) * 100) for row in once)
    assert [one.finding.value for one in reading.rejected] == ["duplicate_row"]
    assert len({row.origin_key for row in reading.vouchers}) == 17_504
    assert len({row.number for row in reading.vouchers}) == 17_504


def test_when_a_bill_was_entered_is_kept(test_data: Path) -> None:
    reading = read(test_data, "cassandra.json", "cassandra_udyam22_train_8753.csv")
    first = next(iter(reading.vouchers))
    assert (first.on.isoformat(), first.entered_at) == ("2011-04-26", 1_303_798_800_000)
