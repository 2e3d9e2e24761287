"""Every kind of sheet with the traps that real ones have."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from collectiq_desktop.interchange.rows import Nature, RefKind
from collectiq_desktop.interchange.spreadsheets.mapping import DateOrder, SheetKind, SignRule
from collectiq_desktop.interchange.spreadsheets.reading import read_sheet
from tests.interchange.sheet_text import complaints, mapping, read_csv

PARTIES = mapping(
    SheetKind.PARTIES,
    {
        "party": "Acc Name",
        "phone": ["Mobile", "Phone 2"],
        "opening": "Op. Bal.",
        "side": "Dr/Cr",
        "gstin": "GSTNo",
        "credit_days": "Days",
    },
)
BILLS = mapping(
    SheetKind.OPENING_BILLS,
    {"party": "Party", "number": "Bill", "on": "Date", "due_on": "Due", "amount": "Pending"},
    credit_days=30,
)
INVOICES = mapping(
    SheetKind.INVOICES,
    {
        "party": "Party",
        "number": "Bill No",
        "on": "Date",
        "item": "Item",
        "quantity": "Qty",
        "rate": "Price",
        "item_amount": "Amount",
        "cgst": "CGST",
        "sgst": "SGST",
    },
)
TOTALS = mapping(
    SheetKind.INVOICES, {"party": "Party", "number": "Bill", "on": "Date", "amount": "Amount"}
)
RECEIPTS = mapping(
    SheetKind.RECEIPTS,
    {
        "party": "Party",
        "number": "Slip",
        "on": "Date",
        "amount": "Amount",
        "mode": "Mode",
        "reference": "Ref",
        "against": "Bills",
        "tds": "TDS",
    },
)


def test_a_party_list_with_titles_and_a_total(tmp_path: Path) -> None:
    text = (
        "My Firm,,,,,\nList of parties,,,,,\n,,,,,\n"
        "Acc Name,Mobile,Phone 2,Op. Bal.,Dr/Cr,GSTNo,Days\n"
        'Asha Stores,9800000001,,"12,500.00",Dr,24AAKFK1234A1Z0,30\n'
        "ગણેશ ટ્રેડર્સ,98000 00002,12,500,Cr,24AAKFK1234A1ZX,2 Weeks\n"
        "No Balance,,,,,,\n"
        'Grand Total,,,"12,000.00",,,\n'
    )
    reading = read_csv(tmp_path, text, PARTIES)
    assert [(one.name, one.opening_paise, one.credit_days) for one in reading.parties] == [
        ("Asha Stores", 1_250_000, 30),
        ("ગણેશ ટ્રેડર્સ", -50_000, 14),
        ("No Balance", 0, None),
    ]
    assert reading.parties[1].phones == ("98000 00002", "12")
    assert complaints(reading) == [
        ("warning", "bad_gstin", "row 6, ગણેશ ટ્રેડર્સ"),
        ("warning", "bad_phone", "row 6, ગણેશ ટ્રેડર્સ"),
        ("note", "total_row", "row 8, Grand Total"),
    ]
    assert (reading.counts.rows, reading.counts.parties) == (3, 3)
    assert reading.sums.closing_paise == 1_200_000


def test_one_name_twice_in_a_party_list(tmp_path: Path) -> None:
    head = "Acc Name,Mobile,Phone 2,Op. Bal.,Dr/Cr,GSTNo,Days\n"
    reading = read_csv(tmp_path, head + "Asha,,,5,,,\nASHA,,,5,,,\nAsha,,,6,,,\n", PARTIES)
    assert [finding for _severity, finding, _row in complaints(reading)] == [
        "duplicate_number",
        "duplicate_number",
    ]
    assert len(reading.parties) == 1


def test_opening_bills_sum_up_to_the_opening_balance(tmp_path: Path) -> None:
    text = (
        "Party,Bill,Date,Due,Pending\n"
        "Asha,1/25,01-02-26,,10000\nAsha,2/25,05-02-26,28-02-26,2500.50\n"
        "Asha,ADV,06-02-26,,-500\nAsha,1/25,01-02-26,,10000\nAsha,3/25,32-02-26,,1\n"
        "Binu,9,01-02-26,,0\nAsha Total,,,,12000.50\n"
    )
    reading = read_csv(tmp_path, text, BILLS)
    (asha,) = reading.parties
    assert asha.opening_paise == 1_200_050
    assert [(one.number, one.due_on, one.is_advance) for one in asha.opening_bills] == [
        ("1/25", date(2026, 3, 3), False),
        ("2/25", date(2026, 2, 28), False),
        ("ADV", date(2026, 3, 8), True),
    ]
    assert complaints(reading) == [
        ("rejected", "duplicate_row", "row 5, 1/25"),
        ("rejected", "bad_date", "row 6, 3/25"),
        ("rejected", "bad_amount", "row 7, 9"),
        ("note", "total_row", "row 8, Asha Total"),
    ]


def test_blank_repeated_names_are_filled_only_when_the_mapping_says_so(tmp_path: Path) -> None:
    text = "Party,Bill,Date,Due,Pending\nAsha,1,01-02-26,,10\n,2,02-02-26,,20\nBinu,3,,,1\n"
    plain = read_csv(tmp_path, text, BILLS)
    assert ("rejected", "missing_field", "row 3, 2") in complaints(plain)
    filling = mapping(SheetKind.OPENING_BILLS, dict(BILLS.columns), fill_down=("party",))
    filled = read_csv(tmp_path, text, filling)
    assert [(one.name, len(one.opening_bills)) for one in filled.parties] == [("Asha", 2)]
    assert complaints(filled) == [("rejected", "missing_field", "row 4, 3")]


@pytest.mark.parametrize(
    ("columns", "cells", "sign", "paise"),
    [
        ({"amount": "A"}, "A\n5", SignRule.DEBIT_POSITIVE, 500),
        ({"amount": "A"}, "A\n5", SignRule.CREDIT_POSITIVE, -500),
        ({"amount": "A"}, "A\n5 Dr", SignRule.CREDIT_POSITIVE, 500),
        ({"amount": "A", "side": "S"}, "A,S\n5,Cr", SignRule.DEBIT_POSITIVE, -500),
        ({"debit": "D", "credit": "C"}, "D,C\n5,", SignRule.DEBIT_POSITIVE, 500),
        ({"debit": "D", "credit": "C"}, "D,C\n,5", SignRule.DEBIT_POSITIVE, -500),
        ({"amount": "A"}, "A\n(5.00)", SignRule.DEBIT_POSITIVE, -500),
    ],
)
def test_every_way_to_tell_the_side(
    tmp_path: Path, columns: dict[str, str | list[str]], cells: str, sign: SignRule, paise: int
) -> None:
    how = mapping(
        SheetKind.OPENING_BILLS, {"party": "P", "number": "N", "on": "O", **columns}, sign=sign
    )
    head, row = cells.split("\n")
    reading = read_csv(tmp_path, f"P,N,O,{head}\nAsha,1,01-02-26,{row}\n", how)
    assert [one.opening_paise for one in reading.parties] == [paise]


def test_an_invoice_over_several_rows(tmp_path: Path) -> None:
    text = (
        "Party,Bill No,Date,Item,Qty,Price,Amount,CGST,SGST\n"
        "Asha,S/1,05-04-26,Soap,10 Pcs,20,200,12.50,12.50\n"
        ",,,Tea,5,60,300,,\n"
        "Binu,S/2,06-04-26,Oil,1,100,100,2.50,2.50\n"
        "Binu,S/2,06-04-26,Salt,1,10,10,2.50,2.50\n"
        "Total,,,,,,610,,\n"
    )
    reading = read_csv(tmp_path, text, INVOICES)
    first, second = reading.vouchers
    assert [(one.ledger, one.amount_paise) for one in first.postings] == [
        ("Asha", 52_500),
        ("Sales", -50_000),
        ("Output CGST", -1_250),
        ("Output SGST", -1_250),
    ]
    assert [(one.item, str(one.quantity), one.unit) for one in first.items] == [
        ("Soap", "10", "Pcs"),
        ("Tea", "5", None),
    ]
    assert (second.party, second.postings[0].amount_paise, len(second.items)) == ("Binu", 11_500, 2)
    assert complaints(reading) == [("note", "total_row", "row 6, Total")]


def test_half_an_invoice_is_not_taken(tmp_path: Path) -> None:
    text = (
        "Party,Bill No,Date,Item,Qty,Price,Amount,CGST,SGST\n"
        "Asha,S/1,05-04-26,Soap,10,20,200,,\n,,,Tea,5,60,three hundred,,\n"
        "Binu,S/2,06-04-26,Oil,1,100,100,,\n"
    )
    reading = read_csv(tmp_path, text, INVOICES)
    assert [row.number for row in reading.vouchers] == ["S/2"]
    assert [party.name for party in reading.parties] == ["Binu"]
    assert complaints(reading) == [
        ("rejected", "bad_amount", "row 3"),
        ("rejected", "missing_field", "row 2, S/1"),
    ]


def test_totals_that_do_not_agree(tmp_path: Path) -> None:
    how = mapping(
        SheetKind.INVOICES,
        {"party": "P", "number": "N", "on": "D", "amount": "T", "taxable": "V", "cgst": "C"},
    )
    text = "P,N,D,T,V,C\nAsha,1,01-04-26,105,100,4.60\nAsha,2,01-04-26,150,100,5\n"
    reading = read_csv(tmp_path, text, how)
    (row,) = reading.vouchers
    assert [(one.nature, one.amount_paise) for one in row.postings] == [
        (Nature.PARTY, 10_500),
        (Nature.SALES, -10_000),
        (Nature.TAX, -460),
        (Nature.ROUND_OFF, -40),
    ]
    assert complaints(reading) == [("rejected", "unbalanced_voucher", "row 3, 2")]


def test_receipts_with_modes_bills_and_tds(tmp_path: Path) -> None:
    text = (
        "Party,Slip,Date,Amount,Mode,Ref,Bills,TDS\n"
        "Asha,R1,05-04-26,100,Cash,,S/1,\n"
        "Asha,R2,06-04-26,99,UPI,612345678901,,1\n"
        'Asha,,07-04-26,50,Cheque,000123,"S/1, S/2",\n'
        "Asha,R4,08-04-26,-5,Cash,,,\n"
    )
    reading = read_csv(tmp_path, text, RECEIPTS)
    cash, upi, cheque = reading.vouchers
    assert [one.instrument.mode.value for one in (cash, upi, cheque) if one.instrument] == [
        "cash",
        "upi",
        "cheque",
    ]
    assert [(one.ledger, one.amount_paise) for one in upi.postings] == [
        ("Bank", 9_900),
        ("TDS receivable", 100),
        ("Asha", -10_000),
    ]
    assert [(ref.kind, ref.number) for ref in cash.party_postings[0].refs] == [
        (RefKind.AGAINST, "S/1")
    ]
    assert [ref.kind for ref in cheque.party_postings[0].refs] == [RefKind.ON_ACCOUNT]
    assert cheque.number.startswith("X")
    assert complaints(reading) == [
        ("warning", "allocation_mismatch", "row 4, Asha"),
        ("rejected", "bad_amount", "row 5, R4"),
    ]
    assert (reading.sums.debit_paise, reading.sums.credit_paise) == (0, 25_000)


def test_every_voucher_of_a_sheet_closes_to_zero(tmp_path: Path) -> None:
    text = "Party,Slip,Date,Amount,Mode,Ref,Bills,TDS\nAsha,R2,06-04-26,99,UPI,6123,S/1,1\n"
    for row in read_csv(tmp_path, text, RECEIPTS).vouchers:
        assert sum(posting.amount_paise for posting in row.postings) == 0


def test_reading_twice_gives_the_same_origins(tmp_path: Path) -> None:
    text = "Party,Bill,Date,Amount\nAsha,1,01-04-26,10\nAsha,,02-04-26,20\nAsha,,02-04-26,30\n"
    first, second = (read_csv(tmp_path, text, TOTALS) for _turn in range(2))
    keys = [(row.origin_key, row.change, row.number) for row in first.vouchers]
    assert keys == [(row.origin_key, row.change, row.number) for row in second.vouchers]
    assert len({key for key, _change, _number in keys}) == 3


def test_a_changed_row_keeps_its_origin_and_changes_its_state(tmp_path: Path) -> None:
    head = "Party,Bill,Date,Amount\n"
    (before,) = read_csv(tmp_path, head + "Asha,1,01-04-26,10\n", TOTALS).vouchers
    (after,) = read_csv(tmp_path, head + "Asha,1,02-04-26,12\n", TOTALS).vouchers
    assert before.origin_key == after.origin_key
    assert before.change != after.change


def test_an_unknown_party_when_parties_may_not_be_added(tmp_path: Path) -> None:
    how = mapping(SheetKind.INVOICES, dict(TOTALS.columns), create_parties=False)
    text = "Party,Bill,Date,Amount\nAsha,1,01-04-26,10\nBinu,2,01-04-26,10\n"
    reading = read_csv(tmp_path, text, how, known_parties=["ASHA"])
    assert complaints(reading) == [("rejected", "unknown_party", "row 3, 2")]
    assert [row.party for row in reading.vouchers] == ["Asha"]


def test_a_column_that_is_not_there_refuses_the_sheet(tmp_path: Path) -> None:
    reading = read_csv(tmp_path, "Party,Bill,Day,Amount\nAsha,1,01-04-26,10\n", TOTALS)
    (refusal,) = reading.refusals
    assert refusal.finding.value == "mapping_mismatch"
    assert "no column “Date”" in refusal.reason
    assert "Party, Bill, Day, Amount" in refusal.reason


def test_a_header_printed_again_is_no_row(tmp_path: Path) -> None:
    head = "Party,Bill,Date,Amount\n"
    reading = read_csv(
        tmp_path, head + "Asha,1,01-04-26,10\n" + head + "Asha,2,01-04-26,1\n", TOTALS
    )
    assert complaints(reading) == []
    assert [row.where for row in reading.vouchers] == ["sheet.csv, row 2, 1", "sheet.csv, row 4, 2"]


def test_a_sheet_without_rows(tmp_path: Path) -> None:
    reading = read_csv(tmp_path, "Party,Bill,Date,Amount\n,,,\n", TOTALS)
    assert [one.finding.value for one in reading.complaints] == ["nothing_to_import"]


def test_the_wrong_date_order_is_a_clear_complaint(tmp_path: Path) -> None:
    how = mapping(SheetKind.INVOICES, dict(TOTALS.columns), date_order=DateOrder.MDY)
    reading = read_csv(tmp_path, "Party,Bill,Date,Amount\nAsha,1,13-04-26,10\n", how)
    (complaint,) = reading.rejected
    assert complaint.reason == "“13-04-26” is not a date in the order month-day-year."


def test_an_excel_sheet(tmp_path: Path) -> None:
    path = tmp_path / "bills.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Bills")
        sheet.write_row(0, 0, ["Outstanding of my firm"])
        sheet.write_row(2, 0, ["Party", "Bill", "Date", "Due", "Pending"])
        sheet.write_row(3, 0, ["Asha", 101, 46117, "", 1234.5])
        day = book.add_format({"num_format": "d-mmm"})
        sheet.write_row(4, 0, ["Asha", "", "06-04-26", "", 10.005])
        sheet.write_number(4, 1, 46054, day)
    reading = read_sheet(path, BILLS)
    (asha,) = reading.parties
    assert [(one.number, one.bill_on, one.open_paise) for one in asha.opening_bills] == [
        ("101", date(2026, 4, 5), 123_450),
        ("1-2", date(2026, 4, 6), 1_001),
    ]
    assert {one.finding.value for one in reading.complaints} == {"bad_number", "bad_amount"}
    assert all(one.where.startswith("bills.xlsx, sheet Bills, row 5") for one in reading.complaints)
