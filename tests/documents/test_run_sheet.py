from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from collectiq_desktop.core.domain.papers import (
    FirmOnPaper,
    PartyOnPaper,
    SheetBill,
    SheetPaper,
    SheetPaperRow,
    SheetPledge,
)
from collectiq_desktop.core.domain.visits import Outcome
from collectiq_desktop.documents.columns import TextPage
from collectiq_desktop.documents.labels import labels_for
from collectiq_desktop.documents.paper import PAPERS, SHEETS, Paper
from collectiq_desktop.documents.run_sheet import run_sheet_pdf, run_sheet_text, run_sheet_view
from tests.documents import looking

DAY = date(2026, 11, 22)
FIRM = FirmOnPaper(name="Shree Test Wholesale", vpa="shree@upi")


def _row(number: int, **said: Any) -> SheetPaperRow:
    bills = tuple(
        SheetBill(number=f"S/{n}", due_on=DAY, overdue_days=n, open_paise=1_000_00)
        for n in range(5)
    )
    fields: dict[str, Any] = {
        "row_no": number,
        "party": PartyOnPaper(name=f"Shop {number}", code=f"P{number}", phones=("98250 11111",)),
        "reasons": ("promise", "overdue"),
        "balance_paise": 5_000_00,
        "expected_paise": 1_234_50,
        "bills": bills,
        "promises": (SheetPledge(on=DAY, amount_paise=500_00),),
        "cheques": (SheetPledge(on=DAY, amount_paise=700_00, number="000123"),),
    }
    return SheetPaperRow(**{**fields, **said})


def _sheet(count: int, **said: Any) -> SheetPaper:
    fields: dict[str, Any] = {
        "firm": FIRM,
        "number": "LA01/26/000001",
        "on": DAY,
        "agent": "Ravi",
        "title": "North",
        "rows": tuple(_row(n) for n in range(1, count + 1)),
        "expected_paise": count * 1_234_50,
    }
    return SheetPaper(**{**fields, **said})


@pytest.mark.parametrize("language", ["en", "hi"])
def test_sixty_rows_are_numbered_each_with_its_bills_and_room_for_an_outcome(
    language: str, tmp_path: Path
) -> None:
    pdf = run_sheet_pdf(_sheet(60), language=language)
    told = looking.text_of(pdf, tmp_path)
    assert looking.missing_glyphs(pdf) == 0
    assert all(f"Shop {number}" in told for number in (1, 30, 60))
    assert told.count("1,234.50") == 60
    assert "74,070.00" in told
    assert "000123" in told
    if language == "en":
        # What is read back of joined Hindi letters is in another order.
        for outcome in Outcome:
            assert told.count(labels_for("en").named("outcome", outcome.value)) >= 60


def test_the_bills_due_first_are_named_and_the_rest_summed_up() -> None:
    view = run_sheet_view(_sheet(1), paper=SHEETS["A4"], labels=labels_for("en"))
    rows: Any = view["rows"]
    assert rows[0]["bills"] == [
        ["S/0 · 22-11-2026", "1,000.00"],
        ["S/1 · 22-11-2026 · 1 d late", "1,000.00"],
        ["S/2 · 22-11-2026 · 2 d late", "1,000.00"],
        ["2 more", "2,000.00"],
    ]
    assert rows[0]["pledges"] == [
        "Promised by 22-11-2026: 500.00",
        "Cheque 000123 of 22-11-2026: 700.00",
    ]


def test_a_code_asks_for_exactly_what_is_expected_and_for_nothing_never() -> None:
    made = _sheet(1, rows=(_row(1), _row(2, expected_paise=0)))
    rows: Any = run_sheet_view(made, paper=SHEETS["A4"], labels=labels_for("en"))["rows"]
    assert rows[0]["qr"]["amount"] == "₹ 1,234.50"
    assert rows[1]["qr"] is None


@pytest.mark.parametrize("paper", PAPERS)
def test_it_fits_every_paper_and_says_duplicate(paper: Paper, tmp_path: Path) -> None:
    pdf = run_sheet_pdf(_sheet(3, is_duplicate=True), paper=paper)
    assert looking.missing_glyphs(pdf) == 0
    told = looking.text_of(pdf, tmp_path)
    assert "DUPLICATE" in told
    assert "Shop 3" in told


def test_plain_text_has_every_row_and_the_sum() -> None:
    pages = run_sheet_text(_sheet(60), page=TextPage(lines=36))
    text = "\n".join(pages)
    assert len(pages) > 1
    assert all(f"Shop {number} " in text for number in (1, 60))
    assert "74,070.00" in text
