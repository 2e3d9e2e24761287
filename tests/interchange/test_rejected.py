from __future__ import annotations

import csv
from pathlib import Path

import pytest

from collectiq_desktop.core.domain.errors import BooksTrouble
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.interchange.complaints import rejected
from collectiq_desktop.interchange.files import is_sheet
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.rejected import save_rejected
from collectiq_desktop.interchange.spreadsheets.mapping import Mapping, SheetKind
from tests.interchange.sheet_text import mapping, read_csv

SHEET = """Ledger,,
Party,No,Date,Amount
Asha,1,01-04-2026,100
Bina,2,41-04-2026,"1,200.00"
Chitra,3,03-04-2026,x
"""


def _how() -> Mapping:
    columns: dict[str, str | list[str]] = {
        "party": "Party",
        "number": "No",
        "on": "Date",
        "amount": "Amount",
    }
    return mapping(SheetKind.INVOICES, columns)


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_rejected_rows_stand_under_the_sheets_own_header(tmp_path: Path) -> None:
    reading = read_csv(tmp_path, SHEET, _how())
    assert len(reading.rejected) == 2
    (saved,) = save_rejected(reading.rejected, [tmp_path / "sheet.csv"], _how())
    assert saved.name == "sheet rejected.csv"
    rows = _rows(saved)
    assert rows[0] == ["Party", "No", "Date", "Amount", "Reason"]
    assert [row[:4] for row in rows[1:]] == [
        ["Bina", "2", "41-04-2026", "1,200.00"],
        ["Chitra", "3", "03-04-2026", "x"],
    ]
    assert all(row[4] for row in rows[1:])


def test_what_was_put_right_is_read_by_the_same_mapping(tmp_path: Path) -> None:
    reading = read_csv(tmp_path, SHEET, _how())
    (saved,) = save_rejected(reading.rejected, [tmp_path / "sheet.csv"], _how())
    mended = saved.read_text(encoding="utf-8-sig").replace("41-04", "02-04").replace(",x,", ",7,")
    again = read_csv(tmp_path, mended, _how())
    assert not again.rejected
    assert len(again.vouchers) == 2


def test_other_files_tell_place_and_reason_and_nothing_is_overwritten(tmp_path: Path) -> None:
    complaint = rejected("day.xml, voucher 7", Finding.BAD_DATE, say("No date."))
    first = save_rejected([complaint], [tmp_path / "day.xml"], None)
    second = save_rejected([complaint], [tmp_path / "day.xml"], None)
    assert _rows(first[0]) == [["Where", "Reason"], ["day.xml, voucher 7", "No date."]]
    assert second[0].name == "day rejected 2.csv"


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    complaint = rejected("day.xml", Finding.BAD_DATE, say("No date."))
    with pytest.raises(BooksTrouble, match="allow writing"):
        save_rejected([complaint], [tmp_path / "gone" / "day.xml"], None)


@pytest.mark.parametrize(
    ("name", "expected"), [("a.CSV", True), ("a.xlsx", True), ("a.xml", False), ("a.json", False)]
)
def test_sheets_are_known_by_their_name(name: str, expected: bool) -> None:
    assert is_sheet(Path(name)) is expected
