from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from collectiq_desktop.interchange.spreadsheets.grid import SheetTrouble, read_grid


def csv_cells(folder: Path, content: bytes) -> list[tuple[object, ...]]:
    path = folder / "sheet.csv"
    path.write_bytes(content)
    return [row.cells for row in read_grid(path).rows]


@pytest.mark.parametrize(
    "content",
    [
        "Name,Amount\nगणेश,10\n".encode(),
        b"\xef\xbb\xbf" + "Name,Amount\r\nगणेश,10\r\n".encode(),
        b"\xff\xfe" + "Name\tAmount\r\nगणेश\t10\r\n".encode("utf-16-le"),
        "Name;Amount\nगणेश;10\n".encode(),
        "Name|Amount\nगणेश|10\n".encode(),
        '"Name","Amount"\n"गणेश","10"'.encode(),
    ],
)
def test_encodings_and_separators(tmp_path: Path, content: bytes) -> None:
    assert csv_cells(tmp_path, content) == [("Name", "Amount"), ("गणेश", "10")]


def test_windows_code_page(tmp_path: Path) -> None:
    assert csv_cells(tmp_path, "Name,Amount\nCafé – Deli,10".encode("cp1252")) == [
        ("Name", "Amount"),
        ("Café – Deli", "10"),
    ]


def test_commas_inside_a_semicolon_file(tmp_path: Path) -> None:
    content = "Party;Amount\nShah, Mehta & Co;1,00,000.00\nAsha, Surat;2,500.00\n"
    assert csv_cells(tmp_path, content.encode())[1] == ("Shah, Mehta & Co", "1,00,000.00")


def test_a_quoted_cell_over_two_lines_keeps_row_numbers(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text('Name,Address\nA,"Line 1\nLine 2"\nB,x\n', encoding="utf-8")
    assert [(row.number, row.cells[0]) for row in read_grid(path).rows] == [
        (1, "Name"),
        (2, "A"),
        (4, "B"),
    ]


def test_excel_numbers_are_exact_and_dates_are_dates(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        first, second = book.add_worksheet("First"), book.add_worksheet("Bills")
        first.write(0, 0, "not this one")
        day = book.add_format({"num_format": "dd-mm-yy"})
        second.write_row(2, 1, [0.1 + 0.2, 101, 12345678.9, "007", True])
        second.write_datetime(2, 6, dt.date(2026, 4, 5), day)
    grid = read_grid(path, "bills")
    assert grid.sheet == "Bills"
    assert [row.is_blank for row in grid.rows] == [True, True, False]
    number, cells = grid.rows[2].number, grid.rows[2].cells
    assert (number, cells[1:6]) == (
        3,
        (Decimal("0.3"), Decimal(101), Decimal("12345678.9"), "007", "Yes"),
    )
    assert cells[6] == dt.date(2026, 4, 5)
    assert read_grid(path).rows[0].cells == ("not this one",)


def test_a_sheet_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("Bills").write(0, 0, "x")
    with pytest.raises(SheetTrouble, match="no sheet “Sales”; it has: Bills"):
        read_grid(path, "Sales")


@pytest.mark.parametrize(
    ("content", "finding"),
    [(b"", "empty_file"), (b"PK\x03\x04junk", "not_a_sheet"), (b"a\x00b\x00c\x01", "not_a_sheet")],
)
def test_what_is_no_sheet(tmp_path: Path, content: bytes, finding: str) -> None:
    path = tmp_path / "odd"
    path.write_bytes(content)
    with pytest.raises(SheetTrouble, match=r"[Ss]ave") as trouble:
        read_grid(path)
    assert trouble.value.finding.value == finding
