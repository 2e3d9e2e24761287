from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from collectiq_desktop.documents.lists import ListOnPaper, list_csv, list_pdf, list_xlsx
from collectiq_desktop.documents.tables import Column, amounts
from tests.documents import looking

DAY = date(2026, 11, 22)


def _list(
    *rows: tuple[str | int | date | Decimal | None, ...], language: str = "en"
) -> ListOnPaper:
    return ListOnPaper(
        firm="Shree Test Wholesale",
        title="Edit log" if language == "en" else "बदलावों की सूची",
        subs=("01-11-2026 to 22-11-2026",),
        columns=(Column(head="Day"), Column(head="What", most_em=None), amounts("Amount")),
        rows=rows,
        made_on=DAY,
        none_text="Nothing.",
        language=language,
    )


def test_a_spreadsheet_has_real_days_and_sums_under_its_titles() -> None:
    made = list_xlsx(_list((DAY, "=1+1", Decimal("1234567.50")), (None, "x", None)))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(made)).get_sheet_by_index(0).to_python()
    assert rows[0][0] == "Shree Test Wholesale"
    assert rows[4] == ["Day", "What", "Amount"]
    assert rows[5] == [DAY, "=1+1", 1234567.5]
    assert rows[6] == ["", "x", ""]


def test_plain_values_have_one_line_of_titles_and_no_formula() -> None:
    made = list_csv(_list((DAY, "=1+1", Decimal("1234567.50")))).decode("utf-8-sig")
    assert made.splitlines() == ["Day,What,Amount", "2026-11-22,'=1+1,1234567.50"]


def test_paper_lies_down_and_says_every_row(tmp_path: Path) -> None:
    rows = [(DAY, f"Row {number}", Decimal(number)) for number in range(1, 200)]
    pdf = list_pdf(_list(*rows))
    told = looking.text_of(pdf, tmp_path)
    assert "Row 199" in told
    assert "1,00,000.00" in looking.text_of(list_pdf(_list((DAY, "x", Decimal(100000)))), tmp_path)
    assert looking.missing_glyphs(pdf) == 0


@pytest.mark.parametrize("language", ["en", "hi"])
def test_an_empty_list_says_so(language: str, tmp_path: Path) -> None:
    pdf = list_pdf(_list(language=language))
    assert looking.missing_glyphs(pdf) == 0
    assert "Nothing." in looking.text_of(pdf, tmp_path)
